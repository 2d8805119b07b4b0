"""Which mark is the decimal one in each column of numbers of a customs table, and where nothing shows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from screening.intake import customs_values as values
from screening.intake.base import shorten
from screening.intake.customs_contents import NUMBERS
from screening.intake.customs_layout import CustomsLayout, Source

EITHER: Final = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3}|\.\d{3})")
"""One thousand and something, or three decimals."""
_MARKED: Final = re.compile(r"[.,]")
_THREE_DECIMALS: Final = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)\.\d{3}|[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d{3}")
_FEWEST: Final = 5
"""Numbers of three decimals from which a column is written so."""
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_USUAL: Final = "."
_LONGEST: Final = 3
"""Digits before the first mark of a number whose thousands are grouped."""


def decimal_marks(
    shape: CustomsLayout, rows: Sequence[Sequence[str]], *, by_machine: bool
) -> tuple[dict[int, str], list[str]]:
    """The decimal mark of each column of numbers, by its index; with a remark on each that leaves it open.

    What a column's own cells show goes before what its neighbours show, and that before a point. Where a file keeps
    numbers as numbers, commas stand in what was typed as text: they are told by such cells alone.

    Args:
        shape: What the columns hold.
        rows: A sample of the rows.
        by_machine: Whether numbers are kept as numbers in files of this kind, so that a point in one is decimal.
    """
    sources = {
        each.index: each for role in NUMBERS for each in shape.columns.get(role, ()) if each.index >= 0
    }  # fmt: skip
    shown = {index: values.mark_evidence(row[index] for row in rows) for index in sources}
    own = {index: values.likelier(*counts) for index, counts in shown.items()}
    common = Counter(mark for mark in own.values() if mark).most_common(1)
    usual = common[0][0] if common else _USUAL
    decimal = {index: mark or usual for index, mark in own.items()}
    notes = []
    commas = any(with_commas for with_commas, _ in shown.values())
    for index, source in sources.items():
        cells = [row[index] for row in rows]
        if by_machine and commas and _are_typed(cells):
            decimal[index] = ","
        elif (by_machine and shown[index][0] and not _groups_by_comma(cells)) or (
            all(shown[index]) and _to_the_thousandth(cells)
        ):
            decimal[index] = values.EITHER_MARK
        elif all(shown[index]):
            notes.append(_both(source, decimal[index]))
        elif own[index] is None and (example := _open(cells, decimal[index], by_machine)):
            notes.append(_unclear(source, example, decimal[index], by_neighbours=bool(common)))
    return decimal, notes


def _are_typed(cells: Sequence[str]) -> bool:
    """Whether points group the thousands of cells typed as text among whole numbers: no number that is kept as one ends
    in a zero behind its point, ``19.000``.
    """
    plain = {values.bare_number(cell).lstrip("+-") for cell in cells if cell}
    pointed = {cell for cell in plain if "." in cell}
    return any(cell.endswith("0") for cell in pointed) and all(map(_GROUPED.fullmatch, pointed))


def _groups_by_comma(cells: Sequence[str]) -> bool:
    """Whether any cell shows that commas group its thousands."""
    return values.mark_evidence(cell for cell in cells if "," in cell)[1] > 0


def _to_the_thousandth(cells: Sequence[str]) -> bool:
    """Whether all numbers of a column that leave no doubt have three decimals, and none has thousands without: so do
    those that could be either, ``102,259``.
    """
    marked = {plain for cell in cells if cell and _MARKED.search(plain := values.bare_number(cell))}
    clear = [cell for cell in marked if not EITHER.fullmatch(cell)]
    return len(clear) >= _FEWEST and all(map(_THREE_DECIMALS.fullmatch, clear))


def _open(cells: Sequence[str], decimal: str, by_machine: bool) -> str:
    """A cell of a column that can be read in two ways, or nothing."""
    plain = [values.bare_number(cell) for cell in cells if cell]
    either = [cell for cell in plain if EITHER.fullmatch(cell) and not (by_machine and "." in cell)]
    if not either:
        return ""
    whole = [cell.lstrip("+-") for cell in plain if cell.lstrip("+-").isdecimal() and cell.strip("+-0")]
    grouped = decimal not in either[0]
    if any(len(cell) > _LONGEST for cell in whole):
        return either[0] if grouped else ""  # thousands are not grouped here
    return "" if whole and grouped else either[0]  # they are: one below a thousand is written without decimals


def _both(source: Source, decimal: str) -> str:
    other = "," if decimal == "." else "."
    return (
        f"column {shorten(source.heading, 40)!r} writes decimals both behind a comma and behind a point: each number "
        f"is read by its own marks, and one that could be either as the most are, 1{other}234 as 1234"
    )


def _unclear(source: Source, example: str, decimal: str, *, by_neighbours: bool) -> str:
    read = values.number(example, decimal)
    why = "as the other columns of numbers are written" if by_neighbours else "as a point is mostly the decimal mark"
    return (
        f"column {shorten(source.heading, 40)!r}: nothing shows whether {example} groups thousands or has three "
        f"decimals; it is read as {read:g}, {why}"
    )
