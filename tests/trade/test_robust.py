"""Medians of parties' medians by sorting: the same as by hand."""

from __future__ import annotations

import math
from collections import defaultdict
from statistics import median

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.trade.robust import _sorted, distances

ROW = st.tuples(
    st.integers(0, 4), st.sampled_from([0, 1, None]), st.sampled_from([0, 1]), st.floats(-5, 5, allow_nan=False)
)


def by_hand(rows, key, others):
    figures = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row[key] is not None:
            figures[row[key]][row[0]].append(row[3])
    found = {}
    for each, parties in figures.items():
        own = [median(figures) for figures in parties.values()]
        if len(own) > others:
            middle = median(own)
            found[each] = (middle, 1.4826 * median(abs(one - middle) for one in own))
    return found


@given(rows=st.lists(ROW, max_size=40), others=st.integers(1, 3))
def test_every_line_is_measured_as_by_hand(rows, others):
    big = 1 << 40  # keys beyond what fits beside a party's number
    frame = pl.DataFrame(
        {
            "line": range(len(rows)),
            "party": [row[0] for row in rows],
            "fine": [None if row[1] is None else row[1] * big for row in rows],
            "coarse": [row[2] for row in rows],
            "x": [row[3] for row in rows],
        },
        schema={"line": pl.UInt32, "party": pl.UInt32, "fine": pl.UInt64, "coarse": pl.UInt64, "x": pl.Float64},
    )
    fine, coarse = by_hand(rows, 1, others), by_hand(rows, 2, others)
    wanted = {}
    for line, (_, near, far, x) in enumerate(rows):
        usual = fine.get(near) or coarse.get(far)
        if usual:
            wanted[line] = (near in fine, (x - usual[0]) / max(usual[1], 0.1))
    found = distances(frame, others=others, least_deviation=0.1)
    assert {line: row for line, *row in found.select("line", "is_fine", "z").iter_rows()}.keys() == wanted.keys()
    for line, is_fine, z in found.select("line", "is_fine", "z").iter_rows():
        assert is_fine == wanted[line][0]
        assert math.isclose(z, wanted[line][1], abs_tol=1e-9), line


@pytest.mark.parametrize("key", ["fine", "coarse"])
def test_nothing_to_compare_gives_nothing(key):
    schema = {"line": pl.UInt32, "party": pl.UInt32, "fine": pl.UInt64, "coarse": pl.UInt64, "x": pl.Float64}
    frame = pl.DataFrame({name: [] for name in schema}, schema=schema)
    assert distances(frame, others=2, least_deviation=0.1).is_empty()
    alone = pl.DataFrame(
        {"line": [1], "party": [1], "fine": [None], "coarse": [None], "x": [1.0], key: [3]}, schema=schema
    )
    assert distances(alone, others=2, least_deviation=0.1).is_empty()


@given(numbers=st.lists(st.integers(0, 1 << 20), min_size=1, max_size=50), high=st.sampled_from([0, 1 << 62]))
def test_numbers_are_sorted_with_their_places_whether_or_not_there_is_room_for_both_in_one(numbers, high):
    given = np.array(numbers, dtype=np.uint64) + np.uint64(high)
    found, places = _sorted(given)
    assert found.tolist() == sorted(given.tolist())
    assert given[places.to_numpy()].tolist() == found.tolist()
    assert sorted(places.to_list()) == list(range(len(numbers)))
