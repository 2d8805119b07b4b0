"""What is made ahead is the same, in the same order, and nothing is left running."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator

import pytest

from screening.intake.ahead import ahead


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
