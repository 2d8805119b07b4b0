"""Rows of some lines are those that a semi-join gives, whether the lines are few, many or all."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from screening.trade.book import Book


@pytest.mark.parametrize("lines", [[], [7], [3, 3, 90], list(range(0, 100, 2)), list(range(100))])
@pytest.mark.parametrize("shuffled", [False, True])
def test_rows_of_some_lines_are_those_of_a_semi_join(desk: Any, lines: list[int], shuffled: bool) -> None:
    book: Book = desk.book([{"exporter": f"A{number % 7}", "importer": f"B{number % 3}"} for number in range(100)])
    mine = book.of_roles(["exporter", "importer"])
    assert mine.height == 200
    if shuffled:
        mine = mine.sample(fraction=1.0, shuffle=True, seed=4)
    wanted = pl.Series("line", lines, dtype=pl.UInt32)
    expected = mine.join(wanted.to_frame(), on="line", how="semi", maintain_order="left")
    assert book.on_lines(mine, wanted).equals(expected)
