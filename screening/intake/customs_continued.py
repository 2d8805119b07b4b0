"""Lines of a declaration that leave out what stands on its first: the next item of the same sender and receiver."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from screening.intake import customs_values as values
from screening.intake.tables import BadRow, Row, TextTable

if TYPE_CHECKING:
    from screening.intake.customs_layout import CustomsLayout

_OF_THE_LINE: Final = frozenset(
    {"item", "hs_code", "further_hs_codes", "description", "origin", "quantity", "unit", "gross_kg", "net_kg",
     "weight_unit", "value", "value_usd", "value_local", "serial_numbers", "remarks", "version", "replaces",
     "container"}
)  # fmt: skip
"""Roles of the good on a line; all others are the declaration's, and the same on each of its lines."""
_GOODS: Final = ("hs_code", "description")
_DIGITS: Final = 5
_RUNNING: Final = 3
"""The rank from which a column of numbers counts the rows of the table, not the goods of a declaration."""


def continued(table: TextTable, shape: CustomsLayout, header: int, sample: Sequence[Sequence[str]]) -> TextTable:
    """The table with what a declaration's first line says on its further lines as well, where these leave it out: they
    count on from the item before, name a good, and neither a declaration nor a day nor a party.

    Args:
        table: The table.
        shape: What its columns hold.
        header: The row of its headings.
        sample: Some of its rows; where none of them continues another the table is left as it is.
    """
    items = [each.index for each in shape.columns.get("item", ()) if each.index >= 0 and each.rank < _RUNNING][:1]
    goods = [each.index for role in _GOODS for each in shape.columns.get(role, ()) if each.index >= 0]
    of_the_line = {each.index for role in _OF_THE_LINE for each in shape.columns.get(role, ())}
    roles = {role for role in shape.columns if role in ("declaration", "date") or role.endswith("_name")}
    naming = {each.index for role in roles for each in shape.columns[role] if each.index >= 0} - of_the_line
    said = {each.index for found in shape.columns.values() for each in found if each.index >= 0} - of_the_line
    if not items or not goods or len(naming) < len(_GOODS):
        return table
    filled = _Filled(items[0], goods, naming, said)
    if not any(filled.line(list(cells)) for cells in sample):
        return table
    inner = table.lines

    def lines() -> Iterator[Row | BadRow]:
        here = _Filled(items[0], goods, naming, said)
        for row in inner():
            if isinstance(row, BadRow) or row.number <= header:
                yield row
                continue
            cells = list(row.cells)
            here.line(cells)
            yield replace(row, cells=cells)

    return replace(table, lines=lines, origin=None)


class _Filled:
    """Fills in lines one after the other."""

    def __init__(self, item: int, goods: Collection[int], naming: Collection[int], said: Collection[int]) -> None:
        self._item, self._goods, self._naming, self._said = item, goods, naming, said
        self._number = 0
        self._before: list[str] = []

    def line(self, cells: list[str]) -> bool:
        """Whether a line continues the one before; what it leaves out is filled in."""
        number = _whole(cells, self._item)
        names = any(_said(cells, index) for index in self._naming)
        follows = bool(number > 1 and number == self._number + 1 and not names)
        follows = follows and any(_said(cells, index) for index in self._goods)
        if follows:
            cells += [""] * (len(self._before) - len(cells))
            for index in self._said:
                if index < len(self._before) and not _said(cells, index):
                    cells[index] = self._before[index]
        elif not names:
            number = 0  # a total, or an empty row: nothing behind it goes on
        self._number, self._before = number, list(cells)
        return follows


def _said(cells: Sequence[str], index: int) -> bool:
    return index < len(cells) and values.said(cells[index])


def _whole(cells: Sequence[str], index: int) -> int:
    text = cells[index].strip() if index < len(cells) else ""
    text = text.removesuffix(".0")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else 0
