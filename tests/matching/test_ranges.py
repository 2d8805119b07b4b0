"""Arrays of ranges and runs, as the search uses them; of nothing they make nothing."""

import numpy as np
import pytest

from screening.matching.ranges import best_of_each, once, pointers, run_starts, spread, which


@pytest.mark.parametrize("values", [[], [7], [3, 3], [5, 1, 5, 2, 1], list(range(50, 0, -1)) * 2])
def test_different_values_are_told_apart_as_numpy_does(values: list[int]) -> None:
    different, each = once(np.array(values, np.int64))
    expected, places = np.unique(np.array(values, np.int64), return_inverse=True)
    assert different.tolist() == expected.tolist()
    assert each.tolist() == places.tolist()


def test_ranges_are_laid_end_to_end_and_may_be_empty() -> None:
    assert spread(np.array([4, 9, 0]), np.array([2, 0, 3])).tolist() == [4, 5, 0, 1, 2]
    assert spread(np.array([4, 9]), np.array([0, 0])).tolist() == []
    assert spread(np.empty(0, np.int64), np.empty(0, np.int64)).tolist() == []


def test_rows_without_anything_begin_where_the_next_one_does() -> None:
    assert pointers(np.array([0, 0, 2]), 4).tolist() == [0, 2, 2, 3, 3]
    assert pointers(np.empty(0, np.int64), 2).tolist() == [0, 0, 0]


def test_runs_begin_where_a_value_is_not_the_one_before() -> None:
    assert run_starts(np.array([4, 4, 1, 1, 1, 4])).tolist() == [0, 2, 5]
    assert run_starts(np.empty(0, np.int64)).tolist() == []


def test_those_that_are_such_are_told_by_number() -> None:
    assert which(np.array([0, 3, 0, 1])).tolist() == [1, 3]
    assert which(np.array([], bool)).tolist() == []


@pytest.mark.parametrize("most", [1, 2, 5])
def test_the_best_of_each_group_are_kept_in_order(most: int) -> None:
    chance = np.random.default_rng(7)
    group = np.sort(chance.integers(0, 12, 80))
    value = chance.permutation(80).astype(float)
    kept = best_of_each(group, value, most)
    assert (np.diff(kept) > 0).all()
    for each in set(group.tolist()):
        own = sorted(value[group == each], reverse=True)[:most]
        assert sorted(value[kept][group[kept] == each], reverse=True) == own
    assert len(best_of_each(group[:0], value[:0], most)) == 0
