"""Work shared out among processes, or begun in one: the result is that of doing it here."""

from __future__ import annotations

import os

import pytest

from screening import workers
from screening.workers import FEWEST, begun, share_out


def squares(items: range) -> list[int]:
    return [item**2 for item in items]


def here() -> list[int]:
    return [os.getpid()]


def broken() -> list[int]:
    raise ValueError("the work is broken")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_work_shared_out_gives_the_results_in_order(count: int) -> None:
    items = range(3 * FEWEST + 1)
    assert share_out(items, squares, workers=count) == squares(items)


def who(items: range) -> list[tuple[int, int]]:
    return [(item, os.getpid()) for item in items]


@pytest.mark.parametrize("loads", [False, True])
def test_work_done_aside_gives_the_results_in_order_and_leaves_nothing_here(
    loads: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "processes", lambda: 2)
    if not workers._can_fork():
        pytest.skip("this platform cannot fork")
    done = share_out(range(2 * FEWEST + workers.AHEAD), who, loads=loads, aside=True)
    assert [item for item, _ in done] == list(range(2 * FEWEST + workers.AHEAD))
    assert (os.getpid() in {process for _, process in done}) is loads, "the first few load what all need"


def test_work_done_aside_is_done_here_where_there_is_no_other_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "processes", lambda: 1)
    assert {process for _, process in share_out(range(2 * FEWEST), who, aside=True)} == {os.getpid()}


def test_what_work_done_aside_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="the work is broken"):
        share_out(range(2 * FEWEST), lambda _: broken(), aside=True)


def test_work_begun_is_done_in_a_process_of_its_own_where_there_is_a_second_processor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "processes", lambda: 2)
    if not workers._can_fork():
        pytest.skip("this platform cannot fork")
    assert begun(here, FEWEST)() != [os.getpid()]


def test_work_on_few_items_and_on_one_processor_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    assert begun(here, FEWEST - 1)() == [os.getpid()]
    monkeypatch.setattr(workers, "processes", lambda: 1)
    assert begun(here, FEWEST)() == [os.getpid()]


@pytest.mark.parametrize("items", [1, FEWEST])
def test_what_work_raises_is_raised_where_its_result_is_asked(items: int) -> None:
    result = begun(broken, items)
    with pytest.raises(ValueError, match="the work is broken"):
        result()
