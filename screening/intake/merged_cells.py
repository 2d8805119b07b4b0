"""Merged cells of workbooks: the value stands in the first, and is meant for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from screening.intake.tables import BadRow, Row, TextTable
from screening.intake.workbooks import merged_ranges


def unmerged(table: TextTable) -> TextTable:
    """The table with the value of every merged cell in all the cells it covers; any other table as it is."""
    ranges = merged_ranges(table)
    if not ranges:
        return table
    inner = table.lines
    beginning: dict[int, list[tuple[int, int, int]]] = {}
    for left, top, right, bottom in ranges:
        beginning.setdefault(top, []).append((left - 1, right, bottom))

    def lines() -> Iterator[Row | BadRow]:
        held: list[tuple[int, int, int, str]] = []
        for row in inner():
            if isinstance(row, BadRow):
                yield row
                continue
            held = [each for each in held if row.number <= each[2]]
            cells = list(row.cells)
            held += [
                (left, right, bottom, cells[left] if left < len(cells) else "")
                for left, right, bottom in beginning.get(row.number, ())
            ]
            for left, right, _, text in held:
                if text:
                    cells += [""] * (right - len(cells))
                    cells[left:right] = [text] * (right - left)
            yield Row(row.number, cells)

    return replace(table, lines=lines)


def filled_down(table: TextTable, numbers: Collection[int]) -> TextTable:
    """The table with what cells merged downwards say on each of their rows: one supplier beside five goods.

    Columns of ``numbers`` are left as they are: an amount merged over five rows is one amount. So are cells
    merged sideways, which are titles and totals.
    """
    below: dict[int, list[tuple[int, int]]] = {}
    for left, top, right, bottom in merged_ranges(table):
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
