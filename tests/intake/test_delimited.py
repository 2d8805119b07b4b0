"""Rows of delimited text whose cells are longer than any."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest

from screening.intake import delimited
from screening.intake.tables import BadRow, Row
from screening.longest_cell import MAX_CELL
from screening.watchlists import tables


@pytest.fixture
def short_cells() -> Iterator[None]:
    csv.field_size_limit(1_000)
    yield
    csv.field_size_limit(MAX_CELL)


def test_readers_of_lists_and_tables_have_one_limit() -> None:
    assert delimited.csv is tables.csv
    assert csv.field_size_limit() == MAX_CELL == delimited.MAX_LINE


def test_a_long_quoted_cell_is_read() -> None:
    long = "x" * 9_000_000
    (row,) = delimited.split_lines(enumerate([f'1,"{long}"\n'], start=1), ",")
    assert isinstance(row, Row)
    assert row.cells == ["1", long]


@pytest.mark.usefixtures("short_cells")
def test_a_cell_beyond_the_limit_is_a_bad_row_and_the_next_is_read() -> None:
    long = "x" * 2_000
    rows = list(delimited.split_lines(enumerate([f'1,"{long}"\n', f'2,"{long}\n', '3,"y"\n'], start=1), ","))
    assert [type(row) for row in rows] == [BadRow, BadRow, Row]
    assert "cut into cells" in rows[0].reason
    assert rows[2].cells == ["3", "y"]
