"""What is made ahead is the same, in the same order, and nothing is left running."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from functools import partial

import pytest

from screening.ahead import ahead, side_by_side


def numbers(most: int, closed: list[bool] | None = None) -> Generator[int, None, None]:
    try:
        yield from range(most)
    finally:
        if closed is not None:
            closed.append(True)


@pytest.mark.parametrize("most", [0, 1, 2, 50])
def test_all_items_come_in_their_order(most: int) -> None:
    assert list(ahead(numbers(most))) == list(range(most))


def test_what_the_source_raises_is_raised_after_the_items_before_it() -> None:
    def broken() -> Generator[int, None, None]:
        yield 1
        raise ValueError("the second is missing")

    items = ahead(broken())
    assert next(items) == 1
    with pytest.raises(ValueError, match="the second is missing"):
        next(items)


def test_a_source_left_early_is_closed_and_its_thread_ends() -> None:
    closed: list[bool] = []
    before = threading.active_count()
    items: Iterator[int] = ahead(numbers(9, closed))
    assert next(items) == 0
    items.close()  # type: ignore[attr-defined]
    assert closed == [True]
    assert threading.active_count() == before


@pytest.mark.parametrize("threads", [1, 2, 3])
@pytest.mark.parametrize("most", [0, 1, 2, 50])
def test_calls_side_by_side_give_what_they_give_one_after_the_other(most: int, threads: int) -> None:
    calls = [partial(pow, number, 2) for number in range(most)]
    assert list(side_by_side(calls, threads)) == [number**2 for number in range(most)]


def test_calls_side_by_side_are_at_work_at_the_same_time_and_no_more_than_so_many() -> None:
    met = threading.Barrier(2, timeout=20)  # one alone would wait here in vain
    working: list[int] = []
    most: list[int] = []

    def call(number: int) -> int:
        working.append(number)
        most.append(len(working))
        met.wait()
        working.remove(number)
        return number

    assert list(side_by_side([partial(call, number) for number in range(6)])) == list(range(6))
    assert max(most) == 2


def test_what_a_call_raises_is_raised_in_its_turn_and_no_thread_is_left() -> None:
    def broken() -> int:
        raise ValueError("the second is broken")

    before = threading.active_count()
    found = side_by_side([lambda: 1, broken, lambda: 3])
    assert next(found) == 1
    with pytest.raises(ValueError, match="the second is broken"):
        next(found)
    assert threading.active_count() == before
