"""What columns hold that no heading tells: years, months, countries, codes of goods; and cells left blank downwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from screening.intake.statistics_periods import month, period
from screening.intake.statistics_places import trader
from screening.intake.statistics_roles import Layout, key
from screening.intake.statistics_words import word
from screening.intake.tables import Row

_MOSTLY: Final = 0.9
_DOWN: Final = ("year", "quarter", "month", "period", "code", "reporter", "partner", "flow", "description")
"""Roles of columns in which a blank cell can mean what stands above it."""
_BLANK: Final = 0.4
_TWO: Final = 2
_FEWEST_PAIRS: Final = 3
_LONGEST_CODE: Final = 10
_SHORTEST_CODE: Final = 4


def by_contents(result: Layout, below: Sequence[Row]) -> None:
    """Give roles that are still wanting to the columns whose cells can be read as nothing else, and say so."""
    below = [row for row in below if sum(map(bool, row.cells)) >= _TWO]  # a footnote is one text
    _numbered_partners(result, below)
    taken = {index for found in result.columns.values() for index in found}
    taken |= {index for each in result.across for index in each.indices}
    free = [index for index in range(len(result.header)) if index not in taken]
    cells = {index: [cell for row in below if (cell := _cell(row, index))] for index in free}
    when = any(role in result.columns for role in ("period", "year")) or any(each.period for each in result.across)
    wanted: list[tuple[str, Callable[[str], bool], bool]] = []
    if not when and "period" not in result.said:
        wanted += [("year", _is_year, False), ("month", _is_month, False), ("period", _is_part, False)]
    if not any(role in result.columns for role in ("partner", "partner_code")):
        wanted.append(("partner", lambda cell: not cell.isdecimal() and trader(cell) is not None, False))
    if "code" not in result.columns and "code" not in result.said:
        wanted.append(("code", _is_code, True))
    for role, reads, unnamed in wanted:
        if role == "month" and "year" not in result.columns:
            continue
        if role == "period" and "year" in result.columns:
            continue
        found = [
            index for index in free
            if cells[index]
            and (not unnamed or not result.header[index])
            and sum(map(reads, cells[index])) >= _MOSTLY * len(cells[index])
        ]  # fmt: skip
        if not found or (len(found) > 1 and not (role == "partner" and _agree(below, found))):
            continue
        result.columns[role] = found
        free = [index for index in free if index not in found]
        name = " + ".join(repr(result.header[index]) for index in found if result.header[index])
        at = f"column {name}" if name else f"column {found[0] + 1}, which has no heading,"
        result.notes.append(f"{at} is taken for the {role}, by what its cells hold")


def blanks_downwards(result: Layout, below: Sequence[Row]) -> None:
    """Find the columns in which only the first row of a group says what all of its rows are of."""
    if not result.across:
        return
    told = {index for role in ("partner", "partner_code") for index in result.columns.get(role, ())}
    figures = {each.index for each in result.across}
    rows = [row for row in below if any(_cell(row, index) for index in figures)]
    rows = [row for row in rows if any(_cell(row, index) for index in told)] or rows
    for role in _DOWN:
        for index in result.columns.get(role, ()):
            cells = [_cell(row, index) for row in rows]
            if cells and cells[0] and cells.count("") >= _BLANK * len(cells):
                result.down.append(index)
                result.notes.append(f"blank cells of column {result.header[index]!r} mean what stands above them")


def _numbered_partners(result: Layout, below: Sequence[Row]) -> None:
    """A column "code" that numbers the partners is none of goods: each number has one partner, each partner one."""
    index, partner = result.first("code"), result.first("partner")
    if index is None or not word("code_heading", key(result.header[index])):
        return
    names = [each for each in (partner, *range(len(result.header))) if each is not None and each != index]
    pairs = {(_cell(row, index), _cell(row, name)) for row in below for name in names[:1] if partner is not None}
    if partner is None:
        name = next((each for each in names if _mostly_traders(below, each)), None)
        if name is None:
            return
        pairs = {(_cell(row, index), _cell(row, name)) for row in below}
    pairs = {(number, name) for number, name in pairs if number and name}
    if len(pairs) >= _FEWEST_PAIRS and len({n for n, _ in pairs}) == len(pairs) == len({name for _, name in pairs}):
        del result.columns["code"]
        result.notes.append(f"column {result.header[index]!r} numbers the partners: no codes of goods are in it")


def _mostly_traders(rows: Sequence[Row], index: int) -> bool:
    cells = [cell for row in rows if (cell := _cell(row, index))]
    read = sum(1 for cell in cells if not cell.isdecimal() and trader(cell) is not None)
    return bool(cells) and read >= _MOSTLY * len(cells)


def _agree(rows: Sequence[Row], indices: Sequence[int]) -> bool:
    """Whether columns name the same country in each row, as far as they can be read: one list in several languages."""
    for row in rows:
        who = {found.id for index in indices if (found := trader(_cell(row, index)))}
        if len(who) > 1:
            return False
    return True


def _cell(row: Row, index: int) -> str:
    return row.cells[index] if index < len(row.cells) else ""


def _is_year(cell: str) -> bool:
    return (found := period(cell)) is not None and found.frequency == "A"


def _is_part(cell: str) -> bool:
    return period(cell) is not None


def _is_month(cell: str) -> bool:
    return not cell.isdecimal() and month(cell) is not None


def _is_code(cell: str) -> bool:
    digits = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").replace(" ", "").replace(".", "")
    return digits.isdecimal() and _SHORTEST_CODE <= len(digits) <= _LONGEST_CODE and "01" <= digits[:2] <= "97"
