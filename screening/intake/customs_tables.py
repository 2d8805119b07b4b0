"""The customs tables of a file: where their headings stand, what their columns hold, and remarks on them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple

import polars as pl

from screening.errors import InputError
from screening.intake import columnar
from screening.intake.base import shorten
from screening.intake.coded import EDGES
from screening.intake.customs_clean import Cleaner
from screening.intake.customs_contents import NUMBERS
from screening.intake.customs_continued import continued
from screening.intake.customs_destinations import destinations_unread, take_where_sent
from screening.intake.customs_header import HEADER_WITHIN, SAMPLE, find_header, sample
from screening.intake.customs_heading_lines import known_headings
from screening.intake.customs_headings import OF_THE_SALE
from screening.intake.customs_layout import CustomsLayout, layout
from screening.intake.customs_party_sheets import Registered, explained, names_of_register, rows_of
from screening.intake.customs_rejoined import rejoined
from screening.intake.customs_style import (
    Style,
    direction_of,
    may_mean_less,
    only_direction,
    only_passing,
    sent_to,
    style_of,
    unkept,
)
from screening.intake.customs_titles import home_of_own_exports, home_of_own_firm, take_own_firm
from screening.intake.customs_two_sheets import Sheet, joined_sheets
from screening.intake.headed import columns_headed
from screening.intake.merged_cells import filled_down
from screening.intake.nothing import like_errors
from screening.intake.other_command import (
    PARTIES_HINT,
    STATISTICS_HINT,
    hinted,
    looks_like_parties,
    looks_like_statistics,
)
from screening.intake.tables import OpenedFile, Row, TextTable

_WRITTEN: Final = frozenset({"text", "HTML"})
"""Formats in which a number is text; in others it is kept as a number."""


@dataclass(slots=True)
class Found:
    """A table of a file with its header and what its columns hold."""

    table: TextTable
    number: int
    header: Row
    layout: CustomsLayout
    style: Style
    lines: tuple[tuple[str, ...], ...] = ()
    notes: list[str] = field(default_factory=list)
    registered: Registered | None = None


class _Register(NamedTuple):
    """A sheet that is a register of parties.

    Attributes:
        read: The sheet.
        names: The column of names.
        refused: Why it is no table of records either; None where it may be read as one.
    """

    read: Found
    names: int
    refused: InputError | None


def tables_of(
    opened: OpenedFile, mapping: Sequence[tuple[str, str]], *, join: bool = True
) -> tuple[list[Found], list[str]]:
    """The tables of a file that are customs tables; and notes on the others.

    Args:
        opened: The file.
        mapping: What the headings do not say, as `parse_mapping` gives it.
        join: Whether heads and goods of declarations on two sheets are put together, for which both must be read.

    Raises:
        InputError: There is none.
    """
    found: list[Found] = []
    problems: list[tuple[InputError, TextTable]] = []
    registers: list[_Register] = []
    codes: dict[str, str] = {}
    headed: list[Sheet] = []
    for number, table in enumerate(opened.tables, start=1):
        where = f"{opened.name}, sheet {table.sheet}" if table.sheet else opened.name
        try:
            head = find_header(table, [column for _, column in mapping if not column.startswith("=")], where)
        except InputError as error:
            problems.append((_of_parties(error, table), table))
            codes |= explained(table)
            continue
        if head is not None:
            headed.append(Sheet(number, table, where, head, table, table))
    everywhere = [sheet.head.row.cells for sheet in headed]
    headed, told_of_join = joined_sheets(headed, mapping, opened.name) if join else (headed, [])
    for number, table, where, head, sampled, stands in headed:
        header = head.row
        rows = sample(sampled, header, SAMPLE)
        way, told = direction_of(opened.name, table.sheet, head.titles, header.cells)
        here, elsewhere = mapped_here(mapping, header.cells, everywhere)
        try:
            shape = layout(header.cells, rows, here, where, way)
            if way and may_mean_less(told, way, shape, rows):
                way = None
                shape = layout(header.cells, rows, here, where, way)
            only = None if way else only_direction(shape, rows)
            if only:
                shape = layout(header.cells, rows, here, where, only)
            names = None if here else names_of_register(shape, header.cells, rows)
            own = None if names else take_own_firm(shape, head.titles, way or only)
            refused = _refused(shape, header, where)
        except InputError as error:  # of a table of records: its numbers are no codes
            problems.append((error, table))
            continue
        if refused and names is None:
            problems.append((_of_parties(refused, table), table))
            codes |= explained(table)
            continue
        if elsewhere and names is None:
            shape.notes.append(f"{elsewhere}: no such column here, its own headings are used")
        shape.notes += filter(None, (own, home_of_own_firm(shape, head.titles, rows), take_where_sent(shape)))
        unread = destinations_unread(shape, header.cells, rows, way or only)
        shape.notes += filter(None, (home_of_own_exports(shape, way or only, rows), unread))
        if nobody := _nobody(shape):
            shape.notes.insert(0, nobody)
        if "export" in (way, only) and (turned := sent_to(shape, rows)):
            shape.notes.append(turned)
        style, notes = style_of(shape, header, rows, by_machine=opened.format not in _WRITTEN)
        if way and "direction" not in shape.columns:
            style.direction = way
            notes.append(f"no column says import or export: {way} is read from {told}")
        elif not (way or only) and (told := only_passing(head.titles, table.sheet, shape)):
            style.direction = "transit"
            notes.append(f"no column says how goods go: transit is read from {told}")
        notes += unkept(stands, shape, header, rows)
        merged = filled_down(table, {each.index for role in NUMBERS for each in shape.columns.get(role, ())})
        merged = rejoined(merged, shape, header.number, len(header.cells), SAMPLE)
        merged = continued(merged, shape, header.number, rows)
        read = Found(merged, number, header, shape, style, head.lines, notes)
        if names is None:
            found.append(read)
        else:
            registers.append(_Register(read, names, refused))
    problems += [
        (_of_parties(each.refused, each.read.table), each.read.table)
        for each in registers
        if each.refused and not found
    ]
    found, remarks_on = _beside_records(found, registers, codes)
    if not found and problems:
        raise _of_the_likeliest(problems)
    if not found:
        raise InputError("the file is empty", where=opened.name, remedy="look whether it was saved whole")
    return found, [*told_of_join, *(f"passed over: {problem}" for problem, _ in problems), *remarks_on]


def mapped_here(
    mapping: Sequence[tuple[str, str]], header: Sequence[str], everywhere: Sequence[Sequence[str]]
) -> tuple[list[tuple[str, str]], str]:
    """What of ``--map`` is meant for a sheet: not the columns that only other sheets of its file have; and what is not,
    in words.

    Args:
        mapping: Pairs of role and column.
        header: The headings of the sheet.
        everywhere: Those of all sheets. A column that none has stays: it is an error.
    """
    away = [
        (role, column)
        for role, column in mapping
        if not column.startswith("=")
        and not columns_headed(column, header)
        and any(columns_headed(column, other) for other in everywhere)
    ]
    said = ", ".join(f"--map {role}={column}" for role, column in away)
    return [pair for pair in mapping if pair not in away], said


def _of_the_likeliest(problems: Sequence[tuple[InputError, TextTable]]) -> InputError:
    """Of the reasons why no sheet can be read that of the sheet which looks most like records."""
    if len(problems) == 1:
        return problems[0][0]

    def likeness(table: TextTable) -> int:
        rows = islice((row.cells for row in table.lines() if isinstance(row, Row)), HEADER_WITHIN)
        return max(map(known_headings, rows), default=0)

    return max(problems, key=lambda problem: likeness(problem[1]))[0]


def _beside_records(
    found: list[Found], registers: Sequence[_Register], codes: dict[str, str]
) -> tuple[list[Found], list[str]]:
    """The tables of records, with what sheets beside them tell; and notes on these.

    A register alone is read as records.
    """
    if not found:
        return [each.read for each in registers if not each.refused], []
    registered, told = Registered(), []
    for read, names, _ in registers:
        rows, unread = rows_of(read.table, read.header)
        registered.add(read.header.cells, rows, names)
        told.append(
            f"sheet {read.table.sheet} is a register of parties, no records: when they were founded and where "
            f"they are is read from {len(rows):,} rows" + (f"; {unread:,} rows could not be read" if unread else "")
        )
    for each in found:
        each.registered = registered if registers else None
        each.style.explained = codes if _holds(each, codes) else {}
    if codes and any(each.style.explained for each in found):
        told.append(f"codes of procedures are read as a sheet explains them: {', '.join(sorted(codes)[:20])}")
    return found, told


def _holds(found: Found, codes: Collection[str]) -> bool:
    """Whether a column of procedures holds one of the codes that a sheet explains."""
    roles = ("direction", "procedure", "procedure_code")
    at = [each.index for role in roles for each in found.layout.columns.get(role, ()) if each.index >= 0]
    rows = sample(found.table, found.header, SAMPLE) if codes and at else []
    return any(row[index].strip().upper() in codes for row in rows for index in at)


def headings_again(chunk: columnar.Chunk, found: Found) -> pl.Series | None:
    """Rows that say what the headings say, as where pages or exports were pasted together; None: there are none."""
    result: pl.Series | None = None
    for line in found.lines:
        mask: pl.Series | None = None
        for index, column in chunk.columns.items():
            heading = line[int(index)].strip(EDGES) if int(index) < len(line) else ""
            if heading and not column.raw.str.contains(heading, literal=True).any():
                mask = None  # told without a look at each value: nearly always by the first column
                break
            same = column.spread(column.values == heading)
            mask = same if mask is None else mask & same
            if not mask.any():
                break
        if mask is not None and mask.any():
            result = mask if result is None else result | mask
    return result


def only_errors(chunk: columnar.Chunk) -> pl.Series | None:
    """Rows all of whose cells that say anything hold errors of a spreadsheet (``#REF!``); None: there are none."""
    wrong: pl.Series | None = None
    other: pl.Series | None = None
    for column in chunk.columns.values():
        errors = like_errors(column.raw)
        said = (column.raw != "") if errors is None else (column.raw != "") & ~errors
        other = said if other is None else other | said
        if other.all():
            return None  # by the first column or two, as a rule
        if errors is not None:
            wrong = errors if wrong is None else wrong | errors
    if wrong is None or other is None or not (wrong & ~other).any():
        return None
    return wrong & ~other


def _of_parties(error: InputError, table: TextTable) -> InputError:
    """The error, with the command to use where the table is one of parties."""
    return hinted(error, PARTIES_HINT) if looks_like_parties(table) else error


def _refused(shape: CustomsLayout, header: Row, where: str) -> InputError | None:
    """Why a table is none of records; None where it is one."""
    read = {role for role, found in shape.columns.items() if any(each.constant is None for each in found)}
    party = any(role.endswith("_name") for role in read)
    good = not read.isdisjoint(("hs_code", "description"))
    if party or good:
        return None
    headings = ", ".join(repr(cell) for cell in header.cells if cell.strip()) or "none"
    return InputError(
        f"no column names a party or a good among the headings {headings[:600]}",
        where=where,
        remedy="say which one it is with --map importer=COLUMN, --map hs_code=COLUMN …",
    )


def nobody_named(found: Found) -> str:
    """What to say of a table of whose records none names a party."""
    if any(_tells_a_party(role) for role in found.layout.columns):
        return "no row names a party: there was no party to screen"
    if looks_like_statistics(found.table):
        return f"no column names a party: there was no party to screen; {STATISTICS_HINT}"
    return "no column names a party: there was no party to screen; name one with --map importer=COLUMN"


def _tells_a_party(role: str) -> bool:
    return role in ("vessel", "imo") or role.endswith(("_name", "_tax_id", "_swift", "_lei"))


def _nobody(shape: CustomsLayout) -> str:
    """What to say where no column names who sold or bought, and others are screened: of none `nobody_named` tells."""
    if not any(map(_tells_a_party, shape.columns)):
        return ""
    if any(f"{party}_{each}" in shape.columns for party in OF_THE_SALE for each in ("name", "tax_id")):
        return ""
    headings = ", ".join(repr(shorten(cell, 40)) for cell in shape.unused[:30]) or "all are used for something else"
    return (
        f"no column names who sold or who bought: {headings}; say which one it is with --map exporter=COLUMN, "
        "--map importer=COLUMN"
    )


def remarks(where: str, found: Found, cleaner: Cleaner) -> list[str]:
    """What was made of a table's columns and mended in its rows, for the user."""
    said = [
        f"{where}: {count:,} × {kind}, first: {cleaner.examples[kind]}"
        for kind, count in sorted(cleaner.counts.items())
    ]
    for heading, counts in cleaner.date_styles.items():
        styles = {each: count for each, count in counts.items() if each not in ("unread", "either")}
        if len(styles) > 1:
            most = sorted(styles.items(), key=lambda item: -item[1])
            written = ", ".join(f"{each} ({count:,})" for each, count in most)
            said.append(f"{where}: dates of {len(styles)} styles in the column {heading!r}: {written}")
    if found.layout.unused:
        headings = ", ".join(repr(shorten(heading, 40)) for heading in found.layout.unused[:30])
        said.append(f"{where}: columns not used: {headings}")
    return said
