"""Rows of delimited text that a separator within a description cut in two: all behind it stands one column on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from screening.intake import customs_values as values
from screening.intake.currencies import currencies
from screening.intake.customs_contents import NUMBERS
from screening.intake.tables import BadRow, Delimited, Row, TextTable

if TYPE_CHECKING:
    from screening.intake.customs_layout import CustomsLayout

_FEWEST: Final = 2
"""Columns of numbers and currencies by which it is told how a row stands."""


def rejoined(table: TextTable, shape: CustomsLayout, header: int, width: int, first: int) -> TextTable:
    """The table with the rows put right that have a cell too many, do not fit their columns, and do where two cells are
    one: a description with the separator in it and no quotation marks around it.

    Args:
        table: The table.
        shape: What its columns hold.
        header: The row of its headings.
        width: Their number.
        first: How many rows are looked at; where none of them is such a row the table is left as it is.
    """
    origin = table.origin
    if not isinstance(origin, Delimited):
        return table
    joints = [each.index for each in shape.columns.get("description", ()) if each.index >= 0]
    plain = {each.index for role in NUMBERS for each in shape.columns.get(role, ()) if each.index >= 0}
    money = {each.index for each in shape.columns.get("currency", ()) if each.index >= 0}
    if not joints or len(plain | money) < _FEWEST:
        return table

    def fixed(cells: Sequence[str]) -> list[str] | None:
        if len(cells) != width + 1 or not _misfits(cells, plain, money):
            return None
        for at in joints:
            joined = [*cells[:at], f"{cells[at]}{origin.delimiter} {cells[at + 1].strip()}", *cells[at + 2 :]]
            if not _misfits(joined, plain, money):
                return joined
        return None

    below = (row for row in table.lines() if isinstance(row, Row) and row.number > header)
    if not any(fixed(row.cells) for row in islice(below, first)):
        return table
    inner = table.lines

    def lines() -> Iterator[Row | BadRow]:
        for row in inner():
            right = fixed(row.cells) if isinstance(row, Row) and row.number > header else None
            yield replace(row, cells=right) if isinstance(row, Row) and right else row

    return replace(table, lines=lines, origin=None)


def _misfits(cells: Sequence[str], plain: set[int], money: set[int]) -> int:
    """How many cells hold no number, or no currency, where their columns do."""
    wrong = sum(values.said(cells[at]) and not _is_number(cells[at]) for at in plain)
    return wrong + sum(values.said(cells[at]) and not currencies(cells[at]) for at in money)


def _is_number(cell: str) -> bool:
    return values.number(cell, ".") is not None or values.number(cell, ",") is not None
