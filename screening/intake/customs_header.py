"""Where the headings of a customs table stand: below titles, on one to three lines, above a row of column numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final

from screening.errors import InputError
from screening.intake.customs_heading_lines import joined, known_headings, says_something, speaks
from screening.intake.customs_headings import ROLES, understand
from screening.intake.tables import Row, TextTable

HEADER_WITHIN: Final = 100
SAMPLE: Final = 2_000
"""Rows below the headings from which is told what columns hold."""
MOST_LINES: Final = 3
FEWEST_ROLES: Final = 3
"""Headings of different roles a row must have to be a header."""
_HEADINGS: Final = 0.6
"""Share of the cells of a second line of headings that hold nothing but words of headings."""
_HEADINGS_OF_GROUPS: Final = 0.3
"""The same where the row above looks like the headings of groups of columns."""
_FIGURES: Final = 0.25
"""Share of the cells of a row of headings that may be figures alone."""
_LONGEST: Final = 60
_COLUMN_NUMBER = re.compile(r"[(\[]?(\d{1,3})[.)\]]*")


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table.

    Args:
        row: The headings, their lines made one; its number is that of the last row that belongs to them.
        titles: The text of the rows above.
        lines: The rows as they stand in the table: one that comes again further down is no record.
    """

    row: Row
    titles: list[str]
    lines: tuple[tuple[str, ...], ...] = ()


def sample(table: TextTable, header: Row, count: int) -> list[list[str]]:
    """The first rows below a header, without those that are the headings again."""
    rows = table.rows(header.number, len(header.cells))
    headings = [cell.strip() for cell in header.cells]
    some = (row.cells for row in islice(rows, count) if isinstance(row, Row))
    return [cells for cells in some if [cell.strip() for cell in cells] != headings]


def find_header(table: TextTable, wanted: Iterable[str], where: str) -> Header | None:
    """The headings of a table, None where it is empty.

    Args:
        table: The table.
        wanted: Headings the user names with ``--map``.
        where: File and sheet, for messages.

    Raises:
        InputError: No row of the first `HEADER_WITHIN` looks like headings.
    """
    rows = (row for row in table.lines() if isinstance(row, Row))
    if table.named:
        headings = next(rows, None)
        return Header(headings, []) if headings else None
    candidates = list(islice((row for row in rows if any(row.cells)), HEADER_WITHIN))
    if not candidates:
        return None
    asked = {column.casefold() for column in wanted}

    def likeness(cells: Sequence[str]) -> tuple[int, int]:
        return len(asked & {cell.strip().casefold() for cell in cells}), 0 if _figures(cells) else known_headings(cells)

    scores = [likeness(row.cells) for row in candidates]
    best = max(range(len(candidates)), key=lambda place: (scores[place], -place))
    first = last = best
    cells, score = list(candidates[best].cells), scores[best]
    for count in range(2, MOST_LINES + 1):
        for upper in range(best - count + 1, best + 1):
            several = _several_lines(candidates, upper, count)
            if several and (found := likeness(several)) > score:
                first, last, cells, score = upper, upper + count - 1, several, found
    if not score[0] and score[1] < FEWEST_ROLES:
        raise _no_header(candidates, where)
    lines = tuple(tuple(row.cells) for row in candidates[first : last + 1])
    if last + 1 < len(candidates) and _column_numbers(candidates[last + 1].cells):
        last += 1
    while cells and not cells[-1].strip() and table.ragged:
        cells.pop()
    titles = [" ".join(row.cells) for row in candidates[:first]]
    return Header(Row(candidates[last].number, cells), titles, lines)


def _figures(cells: Sequence[str]) -> bool:
    """Whether a row holds too many cells without a letter, dates and amounts, to be headings."""
    said = [cell for cell in cells if cell.strip()]
    return sum(any(map(str.isdigit, cell)) and not any(map(str.isalpha, cell)) for cell in said) > _FIGURES * len(said)


def _no_header(candidates: Sequence[Row], where: str) -> InputError:
    single = all(sum(bool(cell) for cell in row.cells) <= 1 for row in candidates)
    where_looked = f"the first {len(candidates)} rows" if len(candidates) > 1 else "the only row"
    return InputError(
        f"there are title rows only, and no table below them, in {where_looked}"
        if single
        else f"no header found in {where_looked}",
        where=where,
        remedy="a customs table needs a row of headings; where they are unusual, name them with --map ROLE=COLUMN",
    )


def _several_lines(candidates: Sequence[Row], upper: int, count: int) -> list[str] | None:
    """So many rows from one on as one row of headings; None where they cannot be."""
    if upper < 0 or upper + count > len(candidates):
        return None
    cells = list(candidates[upper + count - 1].cells)
    for row in reversed(candidates[upper : upper + count - 1]):
        two = _two_lines(list(row.cells), cells)
        if two is None:
            return None
        cells = two
    return cells


def _two_lines(above: list[str], below: list[str]) -> list[str] | None:
    """Two rows as one row of headings, where the lower can be a second line of headings; None where it cannot.

    A heading over several columns stands in the first of them (merged cells); it is meant for all that follow
    until the next.
    """
    width = max(len(above), len(below))
    above += [""] * (width - len(above))
    below += [""] * (width - len(below))
    said = [cell for cell in below if cell.strip()]
    needed = _HEADINGS_OF_GROUPS if _are_groups(above, below) else _HEADINGS
    if len(said) < 2 or sum(len(cell) <= _LONGEST and speaks(cell) for cell in said) < needed * len(said):
        return None
    if sum(bool(cell.strip()) for cell in above) < 2:
        return None
    cells, group = [], ""
    for over, under in zip(above, below, strict=True):
        group = over if over.strip() else group if under.strip() else ""
        whole = joined(over if over.strip() else group, under)
        if understand(whole) is None and (alone := understand(under)) and alone.role in ROLES:
            whole = under  # "Bezeichnung" below "Material"
        # what nobody knows is of no group before it: a heading over columns further left says nothing of it
        cells.append(whole if over.strip() or says_something(under) or speaks(whole) else under)
    return cells


def _are_groups(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row looks like headings over several columns each: two at least, over text without figures alone."""
    if any(cell.strip() and not any(map(str.isalpha, cell)) for cell in (*above, *below)):
        return False
    wide = sum(
        bool(one.strip() and not other.strip() and under.strip())
        for (one, other), under in zip(pairwise(above), below[1:], strict=True)
    )
    return wide > 1 and wide * 2 >= sum(bool(cell.strip()) for cell in above)


def _column_numbers(cells: Sequence[str]) -> bool:
    """Whether a row only numbers the columns, as forms do below their headings."""
    said = [_COLUMN_NUMBER.fullmatch(cell.strip()) for cell in cells if cell.strip()]
    numbers = [int(found[1]) for found in said if found]
    if len(numbers) < len(said) or len(numbers) < FEWEST_ROLES or numbers[0] not in (0, 1):
        return False
    return all(after == before + 1 for before, after in pairwise(numbers))
