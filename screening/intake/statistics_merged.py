"""Merged cells of workbooks: the value stands in the first, and is meant for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from screening.intake.tables import BadRow, Row, TextTable

_LARGEST = 5 * 1024**2
"""Bytes of a workbook whose merged cells are looked up, for which it must be loaded whole; data dumps have none."""


def unmerged(table: TextTable, name: str) -> TextTable:
    """The table with the value of every merged cell in all the cells it covers; any other table as it is."""
    path = getattr(table.lines, "path", None)
    title = getattr(table.lines, "title", None)
    if not isinstance(path, Path) or title is None or path.stat().st_size > _LARGEST:
        return table
    ranges = _ranges(path, title)
    if not ranges:
        return table
    inner = table.lines
    last = max(bounds[3] for bounds in ranges)

    def lines() -> Iterator[Row | BadRow]:
        held: dict[int, str] = {}
        for row in inner():
            if isinstance(row, BadRow) or row.number > last:
                yield row
                continue
            cells = list(row.cells)
            for number, (left, top, right, bottom) in enumerate(ranges):
                if not top <= row.number <= bottom:
                    continue
                if row.number == top:
                    held[number] = cells[left - 1] if left <= len(cells) else ""
                if held.get(number):
                    cells += [""] * (right - len(cells))
                    cells[left - 1 : right] = [held[number]] * (right - left + 1)
            yield Row(row.number, cells)

    return replace(table, lines=lines)


def filled_down(table: TextTable, name: str, numbers: Collection[int]) -> TextTable:
    """The table with what cells merged downwards say on each of their rows: one supplier beside five goods.

    Columns of ``numbers`` are left as they are: an amount merged over five rows is one amount. So are cells
    merged sideways, which are titles and totals.
    """
    path = getattr(table.lines, "path", None)
    title = getattr(table.lines, "title", None)
    if not isinstance(path, Path) or title is None or path.stat().st_size > _LARGEST:
        return table
    below: dict[int, list[tuple[int, int]]] = {}
    for left, top, right, bottom in _ranges(path, title):
        if left == right and left - 1 not in numbers and bottom > top:
            below.setdefault(top, []).append((left - 1, bottom))
    if not below:
        return table
    inner = table.lines

    def lines() -> Iterator[Row | BadRow]:
        held: dict[int, tuple[str, int]] = {}
        for row in inner():
            if isinstance(row, BadRow):
                yield row
                continue
            cells = list(row.cells)
            for index, (text, bottom) in list(held.items()):
                if row.number > bottom:
                    del held[index]
                elif any(cells):  # a row that says nothing of its own stays empty
                    cells += [""] * (index + 1 - len(cells))
                    cells[index] = cells[index] or text
            for index, bottom in below.get(row.number, ()):
                held[index] = (cells[index] if index < len(cells) else "", bottom)
            yield Row(row.number, cells)

    return replace(table, lines=lines)


def _ranges(path: Path, title: str) -> list[tuple[int, int, int, int]]:
    """The merged ranges below or beside which data can stand, as (left, top, right, bottom)."""
    from screening.intake.workbooks import opened_whole

    book: Any = opened_whole(path, str(path))
    try:
        return [each.bounds for each in book[title].merged_cells.ranges]
    finally:
        book.close()
