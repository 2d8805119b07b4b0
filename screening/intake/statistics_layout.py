"""What the columns of a table of trade statistics hold, and what its titles, its name and the user say beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import Final

from screening.errors import InputError
from screening.intake.statistics_periods import month, period, quarter
from screening.intake.statistics_places import trader
from screening.intake.statistics_titles import from_name, from_title, word
from screening.intake.tables import Row, TextTable
from screening.names.folding import fold
from screening.reference import table as knowledge

ROLES: Final = (
    "reporter", "reporter_code", "partner", "partner_code", "partner2", "flow", "code", "description", "edition",
    "period", "year", "quarter", "month", "frequency", "value", "cif", "fob", "currency", "scale", "net_kg", "gross_kg",
    "quantity", "unit", "mot", "customs", "mos", "procedure", "indicator", "part",
)  # fmt: skip
_CONSTANT: Final = ("reporter", "partner", "flow", "code", "edition", "currency", "scale", "unit", "period")
_LOOKED_AT: Final = 40
"""Rows among which the header is looked for: published workbooks have titles above it, seldom more than ten."""
_FEWEST: Final = 2
_EITHER: Final = ("country", "countryname", "countryid")
"""Headings that name the partner where nobody else is named."""
_FEWEST_PERIODS: Final = 3


@dataclass(frozen=True, slots=True)
class Across:
    """One column of figures of a wide table: which period it is of, and which flow where a second header says so."""

    index: int
    period: str
    flow: str = ""


@dataclass(slots=True)
class Layout:
    """The columns by role, the columns of figures of a wide table, and what stands beside the table.

    ``said`` has what is the same for all rows by role, ``how`` where that was read; ``header_row`` is the last row of
    the header.
    """

    header: list[str]
    header_row: int
    columns: dict[str, list[int]] = field(default_factory=dict)
    across: list[Across] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)

    def first(self, role: str) -> int | None:
        """The preferred column of a role."""
        found = self.columns.get(role)
        return found[0] if found else None

    def say(self, role: str, value: str, how: str) -> None:
        """Note what holds for all rows, where no column and nothing before says it."""
        if role not in self.columns and role not in self.said:
            self.said[role], self.how[role] = value, how


def parse_mapping(mapping: Iterable[str]) -> list[tuple[str, str]]:
    """``["partner=Items", "reporter==KG"]`` as pairs of role and column; a value keeps its equals sign.

    Raises:
        InputError: There is no equals sign, or the role is unknown.
    """
    pairs = []
    for text in mapping:
        role, equals, column = (part.strip() for part in text.partition("="))
        role = role.lower().replace("-", "_").replace(" ", "_")
        if not equals or not column.strip("= "):
            raise InputError(f"--map {text!r} is not ROLE=COLUMN", remedy="write for instance --map partner=COUNTRY")
        if role not in ROLES:
            close = get_close_matches(role, ROLES, n=1)
            hint = f"did you mean {close[0]}? " if close else ""
            raise InputError(f"--map {text!r}: unknown role {role!r}", remedy=f"{hint}The roles are {', '.join(ROLES)}")
        if column.startswith("=") and role not in _CONSTANT:
            raise InputError(
                f"--map {text!r}: {role} cannot be the same for all rows", remedy=f"{', '.join(_CONSTANT)} can"
            )
        pairs.append((role, column))
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
    wanted = {_key(column) for _, column in mapping if not column.startswith("=")}
    header = _header(start, wanted, named=table.named)
    if header is None:
        return None
    below = [row for row in start if row.number > header.number]
    result = Layout(header.cells, header.number)
    for role, column in mapping:
        if not column.startswith("="):
            result.columns[role] = [_column(column, header, where)]
    taken = {index for found in result.columns.values() for index in found}
    _by_headings(result, taken)
    _across(result, below)
    _settle(result, below)
    titles = [cell for row in start if row.number < header.number for cell in row.cells if cell]
    for title in titles:
        from_title(result, title)
    for role, column in mapping:
        if column.startswith("="):
            result.say(role, column[1:].strip(), "--map")
    from_name(result, where)
    return result


def _header(rows: Sequence[Row], wanted: set[str], *, named: bool) -> Row | None:
    if named:
        return rows[0] if rows else None
    best: tuple[float, Row] | None = None
    for row in rows:
        score = float(sum(1 for cell in row.cells if _key(cell) in _headings() or (_key(cell) in wanted)))
        score += 0.5 * sum(1 for cell in row.cells if cell and _is_period(cell))
        if any(_looks_like_figures(cell) for cell in row.cells if not _is_period(cell)):
            score = 0.0  # a row with figures is no header, whatever else it holds
        if score >= 1.5 and (best is None or score > best[0]):
            best = (score, row)
    return best[1] if best else None


def _is_period(cell: str) -> bool:
    return period(cell) is not None and not (cell.isdigit() and len(cell) > len("202201"))


_FIGURES = re.compile(r"-?[\d\s.,]{3,}")


def _looks_like_figures(cell: str) -> bool:
    return bool(_FIGURES.fullmatch(cell)) and any(char.isdigit() for char in cell)


def _by_headings(result: Layout, taken: set[int]) -> None:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for index, heading in enumerate(result.header):
        if index in taken or not heading:
            continue
        known = _headings().get(_key(heading))
        if known is None:
            continue
        role, rank, says = known
        if role not in result.columns:
            found.setdefault(role, []).append((rank, index, says))
    for role, places in found.items():
        places.sort()
        result.columns[role] = [index for _, index, _ in places]
        if role == "value" and places[0][2]:
            name, _, text = places[0][2].partition("=")
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
    return None if any(_looks_like_figures(cell) for cell in subs) else row


def _settle(result: Layout, below: Sequence[Row]) -> None:
    """One column called "country" is the partner where another, or nobody, is the reporter."""
    columns = result.columns
    for role in ("partner", "reporter"):
        found = columns.get(role, [])
        if len(found) > 1:  # the same list in three languages: the column of which most can be read
            columns[role] = sorted(found, key=lambda index: -_readable(below, index))
    unsaid = "partner" not in columns and "partner_code" not in columns and "reporter" in columns
    if unsaid and _key(result.header[columns["reporter"][0]]) in _EITHER:
        columns["partner"] = columns.pop("reporter")


def _readable(rows: Sequence[Row], index: int) -> int:
    return sum(1 for row in rows if index < len(row.cells) and trader(row.cells[index]) is not None)


def _column(column: str, header: Row, where: str) -> int:
    keys = [_key(cell) for cell in header.cells]
    if _key(column) in keys:
        return keys.index(_key(column))
    close = get_close_matches(column, [cell for cell in header.cells if cell], n=1, cutoff=0.4)
    hint = f"did you mean {close[0]!r}? " if close else ""
    shown = ", ".join(repr(cell) for cell in header.cells if cell)[:600]
    raise InputError(f"there is no column {column!r}", where=where, remedy=f"{hint}The columns are {shown}")


def _key(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


@cache
def _headings() -> Mapping[str, tuple[str, int, str]]:
    """Role, rank (the lower the better) and what it says, by heading."""
    known: dict[str, tuple[str, int, str]] = {}
    rank = 0
    for row in knowledge("words/statistics_headings.tsv").rows:
        for heading in row["headings"].split(";"):
            rank += 1
            known.setdefault(_key(heading), (row["role"], rank, row["says"]))
    return known
