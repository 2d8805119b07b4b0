"""Blocks of a form above a table: "1.1 Name of ship | DOK CHON | 1.2 IMO number | 8888888" over the list of its crew.

Their lines are labels and values in turn, numbered, with a colon, or told by what they hold; the heading of the table
stands below them, and what they say is of a party of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from screening.intake.columns import known_headings
from screening.intake.party_headings import understand
from screening.intake.tables import Row

_NUMBERED: Final = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)])\s*(?=[^\W\d_])")
"""The number of a line of a form, and none of a row that counts: 1.1, 2.3., 4)."""
_WITHIN: Final = re.compile(r"([^:：]{2,60})[:：]\s*(\S.*)", re.DOTALL)
"""A label and its value in one cell."""
_COLON: Final = (":", "：")
_PAIR: Final = 2
_FEWEST_LINES: Final = 3
"""Lines of one label and its value that are a form; two are where a wider row stands below: somebody may be called by a
word that heads columns."""
_FEWEST_DIGITS: Final = 4
_HEADINGS_BELOW: Final = 1.0
"""How much the line below must look like headings, where nothing but turn and turn about tells labels from headings."""


class Said(NamedTuple):
    """What a block says in one place: the row, the label without its number and colon, and the value."""

    row: int
    label: str
    value: str


def lines_of_forms(rows: Sequence[Row]) -> set[int]:
    """Which rows, by their numbers, are labels and values in turn, and no heading of a table."""
    found = set()
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        if _is_form(_pieces(row.cells), below):
            found.add(row.number)
    run: list[Row] = []  # one label and its value, line after line
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        run = [*run, row] if _is_pair(_pieces(row.cells)) else []
        wider = below is not None and len(_pieces(below.cells)) > _PAIR
        if len(run) >= _FEWEST_LINES or (len(run) == _PAIR and wider):
            found |= {each.number for each in run}
    return found


def said_above(rows: Iterable[Row], header: Row) -> list[Said]:
    """What the lines above the heading say, by labels that are known or numbered or have a colon."""
    found = []
    for row in rows:
        if row.number >= header.number:
            break
        cells = _pieces(row.cells)
        at = 0
        while at < len(cells) - 1:
            label, value = cells[at], cells[at + 1]
            if (_is_label(label) or understand(_bare(label))) and _is_value(value):
                found.append(Said(row.number, _bare(label), value))
                at += 1
            at += 1
    return found


def counting(rows: Sequence[Sequence[str]], width: int) -> set[int]:
    """The columns, by their indices, that only count the rows: 1, 2, 3 …"""
    found = set()
    for index in range(width):
        texts = [text for cells in rows if (text := cells[index].strip().rstrip(".)"))]
        if texts and texts == [str(number) for number in range(1, len(texts) + 1)]:
            found.add(index)
    return found


def _pieces(cells: Sequence[str]) -> list[str]:
    """The cells that say something, labels and values in one cell apart."""
    found = []
    for cell in cells:
        text = cell.strip()
        within = _WITHIN.fullmatch(text)
        if within and (_NUMBERED.match(text) or understand(_bare(within[1]))):
            found += [f"{within[1].strip()}:", within[2].strip()]
        elif text:
            found.append(text)
    return found


def _is_label(text: str) -> bool:
    return text.endswith(_COLON) or _NUMBERED.match(text) is not None


def _is_pair(cells: Sequence[str]) -> bool:
    """Whether a line is one label that is known as it stands, and its value."""
    if len(cells) != _PAIR or not _is_value(cells[1]):
        return False
    meaning = understand(_bare(cells[0]))
    return meaning is not None and not meaning.cut


def _is_value(text: str) -> bool:
    return not _is_label(text) and understand(_bare(text)) is None


def _bare(label: str) -> str:
    return _NUMBERED.sub("", label, count=1).strip().rstrip(":： ")


def _is_number_of(label: str, value: str) -> bool:
    """Whether a value is a number, for the most part, behind the heading of one."""
    meaning, digits = understand(label), sum(map(str.isdigit, value))
    return meaning is not None and meaning.is_identifier and digits >= max(_FEWEST_DIGITS, len(value) / 2)


def _is_form(cells: Sequence[str], below: Row | None) -> bool:
    """Whether a value stands behind a label: numbered, with a colon, or of a number; else by the turn of both and the
    headings below."""
    answered = [one for one, other in pairwise(cells) if _is_label(one) and _is_value(other)]
    if answered and sum(map(_is_label, cells)) <= sum(map(_is_value, cells)):
        return True
    labels, values = cells[::2], cells[1::2]
    if len(labels) != len(values) or not all(map(understand, labels)) or any(map(understand, values)):
        return False
    if any(_is_number_of(label, value) for label, value in zip(labels, values, strict=True)):
        return True
    return len(labels) > 1 and below is not None and known_headings(below.cells) >= _HEADINGS_BELOW
