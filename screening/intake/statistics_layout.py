"""What the columns of a table of trade statistics hold, and what its titles, its name and the user say beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import islice, pairwise
from typing import Final

from screening.errors import InputError
from screening.intake.headed import once_each, role_and_column
from screening.intake.statistics_contents import blanks_downwards, by_contents
from screening.intake.statistics_formats import lettered
from screening.intake.statistics_periods import month, period, quarter
from screening.intake.statistics_roles import ROLES, Across, Layout, headings, key
from screening.intake.statistics_sides import settle
from screening.intake.statistics_stacked import is_counted, names_country, stacked
from screening.intake.statistics_titles import from_label, from_name, from_title
from screening.intake.statistics_words import word
from screening.intake.tables import Row, TextTable

_CONSTANT: Final = ("reporter", "partner", "flow", "code", "edition", "currency", "scale", "unit", "period", "decimal")
_LOOKED_AT: Final = 40
"""Rows among which the header is looked for: published workbooks have titles above it, seldom more than ten."""
_FEWEST: Final = 2
_FEWEST_PERIODS: Final = 3
_LONGEST_NUMBER: Final = 9
"""Digits that are read where only 1, 2, 3 are looked for; of many thousands Python makes no number."""


def parse_mapping(mapping: Iterable[str]) -> list[tuple[str, str]]:
    """``["partner=Items", "reporter==KG"]`` as pairs of role and column; a value keeps its equals sign.

    Raises:
        InputError: There is no equals sign, the role is unknown, or a role has two columns or a column two roles.
    """
    pairs = []
    for text in mapping:
        role, column = role_and_column(text, ROLES, "partner=COUNTRY")
        if column.startswith("=") and role not in _CONSTANT:
            raise InputError(
                f"--map {text!r}: {role} cannot be the same for all rows", remedy=f"{', '.join(_CONSTANT)} can"
            )
        pairs.append((role, column))
    pairs = once_each(pairs, lambda role: False)
    named: dict[str, str] = {}
    for role, column in pairs:
        first = named.setdefault(key(column), f"{role}={column}")  # columns come before values
        if not column.startswith("=") and not first.startswith(f"{role}="):
            said = f"--map {first} and --map {role}={column} name one column for two roles"
            raise InputError(said, remedy="give each role a column of its own")
    return pairs


def layout(table: TextTable, mapping: Sequence[tuple[str, str]], where: str) -> Layout | None:
    """Tell what a table's columns hold; None where it is no table of statistics (a sheet of notes, say).

    Args:
        table: The table.
        mapping: As `parse_mapping` gives it. Columns go before headings; constants serve where nothing in the file says
            the thing.
        where: The file's name, whose words are asked last for reporter and flow.

    Raises:
        InputError: The mapping names a column that is not there.
    """
    start = [row for row in islice(table.lines(), _LOOKED_AT) if isinstance(row, Row)]
    wanted = {key(column) for _, column in mapping if not column.startswith("=")}
    header = _header(start, wanted, named=table.named)
    plain = _plain(header, start, mapping, where) if header else None
    together = None if plain and "value" in plain.columns else _together(start, mapping, where)
    if together and not together.across:
        if plain is None or not (plain.across or "value" in plain.columns):
            raise InputError(together.notes[0], where=where, remedy="get the table by month, quarter or year")
        together = None
    result = together if together and (plain is None or _tells(together) > _tells(plain)) else plain
    if result is None and start:
        result = lettered(Layout(start[0].cells, start[0].number, start[0].number))
    if result is None:
        return None
    below = [row for row in start if row.number > result.header_row]
    if below and is_counted(below[0]):  # a row of column numbers
        result.header_row = below.pop(0).number
    result.figures = any(_NUMBER.fullmatch(cell) and period(cell) is None for row in below for cell in row.cells)
    if table.ragged:  # cells of a workbook stand where they stand, whether or not the header reaches as far
        result.header += [""] * (max((len(row.cells) for row in below), default=0) - len(result.header))
    above = [row for row in start if row.number < result.first_row]
    for role, column in mapping:
        if column.startswith("="):
            result.say(role, column[1:].strip(), "--map")
    for row in above:
        from_label(result, [cell for cell in row.cells if cell])
    for title in (cell for row in above for cell in row.cells if cell):
        from_title(result, title)
    from_name(result, where)
    by_contents(result, below)
    blanks_downwards(result, below)
    return result


def _plain(header: Row, start: Sequence[Row], mapping: Sequence[tuple[str, str]], where: str) -> Layout:
    """The layout by a header of one row whose headings are known, or of a second row of flows, months or quarters."""
    below = [row for row in start if row.number > header.number]
    result = Layout(header.cells, header.number, first_row=header.number)
    for role, column in mapping:
        if not column.startswith("="):
            result.columns[role] = [_column(column, header.cells, where)]
    taken = {index for found in result.columns.values() for index in found}
    _by_headings(result, taken)
    _across(result, below)
    settle(result, below, reporter_said=_says("reporter", mapping))
    return result


def _together(start: Sequence[Row], mapping: Sequence[tuple[str, str]], where: str) -> Layout | None:
    """The layout by all rows of the header together."""
    result = stacked(start)
    if result is None:
        return None
    for role, column in mapping:
        if not column.startswith("="):
            index = _column(column, result.header, where)
            result.columns = {
                other: [each for each in found if each != index] for other, found in result.columns.items()
            }
            result.columns = {other: found for other, found in result.columns.items() if found} | {role: [index]}
            result.across = [each for each in result.across if each.index != index]
    below = [row for row in start if row.number > result.header_row]
    settle(result, below, reporter_said=_says("reporter", mapping))
    return result


def _says(role: str, mapping: Sequence[tuple[str, str]]) -> bool:
    return any(of == role and column.startswith("=") for of, column in mapping)


def _tells(result: Layout) -> tuple[bool, int]:
    """How much a layout tells: whether it has figures and partners, then how many columns of figures."""
    partner = any(role in result.columns for role in ("partner", "partner_code"))
    return partner and bool(result.across), len(result.across)


def _header(rows: Sequence[Row], wanted: set[str], *, named: bool) -> Row | None:
    if named:
        return rows[0] if rows else None
    best: tuple[float, Row] | None = None
    for row in rows:
        score = float(sum(1 for cell in row.cells if key(cell) in headings() or (key(cell) in wanted)))
        score += 0.5 * sum(1 for cell in row.cells if cell and _is_period(cell))
        if any(_looks_like_figures(cell) for cell in row.cells if not _is_period(cell)):
            score = 0.0  # a row with figures is no header, whatever else it holds
        if score and names_country(row) and any(cell.isdecimal() for cell in row.cells):
            score = 0.0  # nor is one of a country whose figures look like periods
        if score >= 1.5 and (best is None or score > best[0]):
            best = (score, row)
    return best[1] if best else None


def _is_period(cell: str) -> bool:
    return period(cell) is not None and not (cell.isdecimal() and len(cell) > len("202201"))


_NUMBER = re.compile(r"[-+]?\d[\d\s.,'’]*")
_FIGURES = re.compile(r"-?[\d\s.,]{3,}")


def _looks_like_figures(cell: str) -> bool:
    return bool(_FIGURES.fullmatch(cell)) and any(char.isdecimal() for char in cell)


def _by_headings(result: Layout, taken: set[int]) -> None:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for index, heading in enumerate(result.header):
        if index in taken or not heading:
            continue
        known = headings().get(key(heading)) or headings().get(key(heading.partition(":")[0]))  # "geo:Country"
        if known is None:
            continue
        role, rank, says = known
        if role not in result.columns:
            found.setdefault(role, []).append((rank, index, says))
    for role, places in found.items():
        places.sort()
        result.columns[role] = [index for _, index, _ in places]
        for said in filter(None, places[0][2].split(",")):
            name, _, text = said.partition("=")
            result.say(name, text, f"heading {result.header[places[0][1]]!r}")
    if "value" in result.columns:  # "Import value, thousand USD" says more than its first word
        from_title(result, result.header[result.columns["value"][0]])


def _across(result: Layout, below: Sequence[Row]) -> None:
    """Columns of figures by period, with the second row of the header where there is one."""
    if "value" in result.columns:
        return
    taken = {index for found in result.columns.values() for index in found}
    places = {
        index: cell for index, cell in enumerate(result.header) if cell and index not in taken and _is_period(cell)
    }
    if not places:
        return
    second = _second(result, below, set(places)) if below else None
    if second is None and len(places) < _FEWEST_PERIODS and "partner" not in result.columns:
        return
    current = ""
    for index, cell in enumerate(result.header):
        current = places.get(index, "" if cell else current)
        sub = second.cells[index] if second and index < len(second.cells) else ""
        if second is None:
            if index in places:
                result.across.append(Across(index, cell))
        elif current and sub:
            flow, number = word("flow", sub), month(sub)
            if flow:
                result.across.append(Across(index, current, flow))
            elif (year := period(current)) and (number or (part := quarter(sub))):
                told = f"{number:02d}" if number else f"Q{part}"
                result.across.append(Across(index, f"{year.start.year}-{told}"))
    if second is not None:
        result.header_row = second.number


def _second(result: Layout, below: Sequence[Row], places: set[int]) -> Row | None:
    row = below[0]
    first = min(places)
    subs = [cell for cell in row.cells[first:] if cell]
    if len(subs) < _FEWEST or any(
        word("flow", cell) is None and month(cell) is None and quarter(cell) is None for cell in subs
    ):
        return None
    numbers = [int(cell[:_LONGEST_NUMBER]) for cell in subs if cell.isdecimal()]
    counted = all(after in (before + 1, 1) for before, after in pairwise(numbers))
    several = len(subs) > len({result.header[index] for index in places})
    if numbers and (numbers[0] != 1 or not counted or not several):
        return None  # figures so small that they could be months: these are counted from 1
    return None if any(_looks_like_figures(cell) for cell in subs) else row


def _column(column: str, header: Sequence[str], where: str) -> int:
    keys = [key(cell) for cell in header]
    if key(column) in keys:
        return keys.index(key(column))
    close = get_close_matches(column, [cell for cell in header if cell], n=1, cutoff=0.4)
    hint = f"did you mean {close[0]!r}? " if close else ""
    shown = ", ".join(repr(cell) for cell in header if cell)[:600]
    raise InputError(f"there is no column {column!r}", where=where, remedy=f"{hint}The columns are {shown}")
