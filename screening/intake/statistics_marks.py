"""Whether a column's points and commas are decimal marks or group thousands: ``1.234`` can be either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from screening.intake.customs_values import decimal_mark

UNCLEAR: Final = "?"
_SPACES = re.compile(r"[\s\u00a0\u202f']")
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3})+")
_BARE = re.compile(r"[-+]?\d+")
_LONGEST: Final = 3
"""Digits before the first point of a number whose thousands are grouped."""


def mark_of(cells: Sequence[str], *, written_by_machine: bool = False) -> str:
    """The decimal mark of a column: ``.``, ``,`` (points group thousands), or `UNCLEAR`.

    Numbers written with three digits behind every point are grouped by thousands where some number below a thousand
    stands without a point, or one has two points. Without either they can be both.

    Args:
        cells: Some cells of the column.
        written_by_machine: Whether its publisher's files are never made for reading: only two points in a number tell
            that somebody made them so.
    """
    found = decimal_mark(cells)
    if found is not None:
        return found
    plain = [_SPACES.sub("", cell).rstrip("-") for cell in cells]
    dotted = [cell for cell in plain if "." in cell and any(map(str.isdecimal, cell))]
    if not dotted or not all(map(_GROUPED.fullmatch, dotted)):
        return "."
    bare = [cell.lstrip("+-") for cell in plain if _BARE.fullmatch(cell) and cell.strip("+-0")]
    if any(len(cell) > _LONGEST for cell in bare):
        return "."
    if any(cell.count(".") > 1 for cell in dotted):
        return ","
    if written_by_machine:
        return "."
    return "," if bare else UNCLEAR
