"""How a customs table is written, told from its titles, headings and first rows: direction, decimal marks, dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from screening.intake import customs_values as values
from screening.intake import customs_wording as wording
from screening.intake.customs_contents import NUMBERS
from screening.intake.customs_layout import CustomsLayout
from screening.intake.customs_marks import decimal_marks
from screening.intake.customs_tongues import day_before_month
from screening.intake.tables import Row, TextTable
from screening.intake.workbooks import unkept_formulas
from screening.names.places import country_code
from screening.names.scripts import script_of
from screening.names.tokens import words

HEADING: Final = "the heading"
FILE_NAME: Final = "the file's name"
"""What tells of import or export and may mean something else; see `may_mean_less`."""
_ODD_SHARE = 0.8
_SHORTEST_ODD: Final = 9
"""Digits of national codes of an odd number of them at least."""
_OF_ONE = 0.8
"""Share of the rows that name the country whose exports or imports a table holds at least."""
_FEWEST_ROWS = 10
"""Rows with a country below which that is not asked."""
_SEVERAL = 2
"""Countries a column names at least that says where exports go."""
_QUOTED: Final = re.compile(r"[«„“\"][^«»„“”\"]*[»”“\"]")


@dataclass(slots=True)
class Style:
    """How a table writes what can be written in several ways, told from a sample of it.

    Args:
        decimal: Decimal mark by column index.
        day_first: Whether day comes before month, by column index; None where nothing shows it.
        odd_hs: The odd number of digits all HS codes of the table have, or 0.
        by_machine: Whether the file keeps numbers as numbers, and codes that are such without the zero before them.
        direction: Import or export where only title, sheet or file name says it.
        explained: What codes of procedures mean, where another sheet of the file explains them.
    """

    decimal: dict[int, str] = field(default_factory=dict)
    day_first: dict[int, bool | None] = field(default_factory=dict)
    odd_hs: int = 0
    by_machine: bool = False
    direction: str | None = None
    explained: dict[str, str] = field(default_factory=dict)


def _within(title: str) -> set[str]:
    """Import or export, where a Chinese title says it among other words; 进出口 is both, 进口商 an importer."""
    known = wording.vocabulary("direction")
    for other in wording.listed("no_direction"):
        title = title.replace(other, " ")
    spoken = {
        way for phrase, way in known.items() if len(phrase) > 1 and script_of(phrase) == "Han" and phrase in title
    }
    return spoken & {"import", "export"}


def direction_of(name: str, sheet: str, titles: Iterable[str], headings: Iterable[str]) -> tuple[str | None, str]:
    """Import or export, where the title, the sheet's name, the file's or headings that only such tables have say one of
    the two and not both.
    """
    known = wording.vocabulary("direction")
    stem = Path(name).stem
    for text, told in ((" ".join(titles), "the title"), (sheet, "the sheet's name"), (stem, FILE_NAME)):
        tokens = words(text.replace("_", " "))
        ways = {known[token] for token in tokens if len(token) > 4 and known.get(token) in ("import", "export")}
        ways |= {way for token in tokens if script_of(token) == "Han" for way in _within(token)}
        if len(ways) == 1:
            return ways.pop(), told
    only = wording.vocabulary("heading_direction")
    telling = {heading: only[key] for heading in headings if (key := " ".join(words(heading))) in only}
    if len(set(telling.values())) == 1:
        heading, way = next(iter(telling.items()))
        return way, f"{HEADING} {heading!r}"
    return None, ""


def only_passing(titles: Iterable[str], sheet: str, shape: CustomsLayout) -> str:
    """What says that goods only pass, the title or the sheet's name, where no column tells how they go; empty where
    nothing does. What stands in quotation marks is a firm's name.
    """
    if any(role in shape.columns for role in ("direction", "procedure", "procedure_code")):
        return ""
    for text, told in ((" ".join(titles), "the title"), (sheet, "the sheet's name")):
        spoken = f" {' '.join(words(_QUOTED.sub(' ', text)))} "
        if any(f" {word} " in spoken for word in wording.listed("title_of_transit")):
            return told
    return ""


def only_direction(shape: CustomsLayout, rows: Sequence[Sequence[str]]) -> str | None:
    """Import or export, where the column of directions says only one of them."""
    source = shape.first("direction")
    if source is None or source.index < 0:
        return None
    ways = {wording.direction(row[source.index]) for row in rows if values.said(row[source.index])}
    way = ways.pop() if len(ways) == 1 else None
    return way if way in ("import", "export") else None


def may_mean_less(told: str, way: str, shape: CustomsLayout, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a heading or a file's name that says import or export does not say it of the records.

    A bill of entry is one of exports as well where a column says both, and ``bol_export`` is what was exported from a
    database where the goods come from, or go to, many countries.
    """
    if told.startswith(HEADING):
        return _several_directions(shape, rows)
    if told != FILE_NAME:
        return False
    return _several_directions(shape, rows) or _of_many_countries(way, shape, rows)


def _several_directions(shape: CustomsLayout, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the column of directions says both import and export."""
    source = shape.first("direction") or shape.first("procedure")
    if source is None or source.index < 0:
        return False
    return {"import", "export"} <= {wording.direction(row[source.index]) for row in rows}


def _of_many_countries(way: str, shape: CustomsLayout, rows: Sequence[Sequence[str]]) -> bool:
    """Whether no column names one country on most rows as that whose exports, or imports, these are."""
    roles = {"export": ("dispatch", "exporter_country", "origin"), "import": ("destination", "importer_country")}[way]
    shares = []
    for source in (each for role in roles for each in shape.columns.get(role, ()) if each.index >= 0):
        codes = [code for row in rows if (code := country_code(row[source.index]))]
        if len(codes) >= _FEWEST_ROWS:
            shares.append(Counter(codes).most_common(1)[0][1] / len(codes))
    return bool(shares) and max(shares) < _OF_ONE


def sent_to(shape: CustomsLayout, rows: Sequence[Sequence[str]]) -> str:
    """In a table of exports without a destination, take a column of "sending" for it where it names only others.

    Several languages say "country of sending" of both ends of a way. Gives a remark where it was so, else nothing.
    """
    column, origin = shape.first("dispatch"), shape.first("origin")
    if "destination" in shape.columns or column is None or origin is None or origin.index < 0 or column.how == "--map":
        return ""
    there, made = ([country_code(row[each.index]) for row in rows] for each in (column, origin))
    home, many = Counter(code for code in made if code).most_common(1)[0] if any(made) else ("", 0)
    if len(set(filter(None, there))) < _SEVERAL or many <= len(rows) / 2 or home in there:
        return ""
    shape.columns["destination"] = shape.columns.pop("dispatch")
    return f"column {column.heading!r} never names {home}, where the exports were made: taken for the destination"


def style_of(
    shape: CustomsLayout, header: Row, rows: Sequence[Sequence[str]], *, by_machine: bool = False
) -> tuple[Style, list[str]]:
    """Decimal marks, the order of day and month, and odd lengths of HS codes, from a sample; with remarks.

    Args:
        shape: What the columns hold.
        header: The headings.
        rows: The sample.
        by_machine: Whether files of this kind keep numbers as numbers.
    """
    style = Style(by_machine=by_machine)
    style.decimal, notes = decimal_marks(shape, rows, by_machine=by_machine)
    for source in shape.columns.get("date", ()):
        if source.index < 0:
            continue
        styles = Counter(values.record_date(row[source.index])[1] for row in rows)
        days, months = styles["day first"], styles["month first"]
        style.day_first[source.index] = None if not days and not months else days >= months
        if days and months:
            notes.append(
                f"column {source.heading!r} writes dates both day first and month first: "
                "a date that could be either is left out"
            )
            style.day_first[source.index] = None
        elif not days and not months and styles["either"] and day_before_month(header.cells):
            notes.append(
                f"column {source.heading!r}: nothing shows whether day or month comes first; "
                "day first is taken, as the language of the headings writes it"
            )
            style.day_first[source.index] = True
        elif not days and not months and styles["either"] > 1:
            notes.append(
                f"column {source.heading!r}: nothing shows whether day or month comes first; such dates are left out"
            )
    for source in shape.columns.get("hs_code", ())[:1]:
        style.odd_hs, said = _odd_length([row[source.index] for row in rows], by_machine=by_machine)
        notes += said
    return style, notes


def _odd_length(cells: Sequence[str], *, by_machine: bool) -> tuple[int, list[str]]:
    """The odd number of digits that nearly all HS codes of a column have, or 0; and a remark on it.

    Codes of one digit more beside them, where these begin like no heading without a zero before them, show that it is
    these that lack one.
    """
    coded = [cell for cell in cells if values.said(cell) and not cell[-1:].isalpha()]
    lengths = Counter(sum(char.isdigit() for char in cell) for cell in coded)
    length, number = lengths.most_common(1)[0] if lengths else (0, 0)
    if not length % 2 or length < _SHORTEST_ODD or number < _ODD_SHARE * lengths.total():
        return 0, []
    odd = [cell for cell in coded if len(cell) == length]
    if lengths[length + 1] and any(values.lost_zero(cell, length + 1, numbers=False) for cell in odd):
        return 0, []
    short = {cell for cell in coded if values.lost_zero(cell, length, numbers=by_machine)}
    if short:
        return length, [f"HS codes have {length} digits: shorter ones such as {min(short)} get back the zero they lost"]
    return length, [f"HS codes have {length} digits throughout: no leading zero was added"]


def unkept(table: TextTable, shape: CustomsLayout, header: Row, rows: Sequence[Sequence[str]]) -> list[str]:
    """A remark on each column that is empty, or has empty cells among its numbers, because the workbook holds formulas
    without their results.
    """
    empty = {index for index in shape.indices if rows and not any(row[index].strip() for row in rows)}
    amounts = {each.index for role in NUMBERS for each in shape.columns.get(role, ()) if each.index >= 0}
    partly = {index for index in amounts - empty if any(not row[index].strip() for row in rows)}
    notes = []
    for index, cells in unkept_formulas(table, empty | partly, header.number + 1, len(rows)).items():
        held = "holds formulas" if index in empty else f"holds {cells:,} formulas in its first {len(rows):,} rows"
        notes.append(
            f"column {header.cells[index]!r} {held} without their results, which read as empty: "
            "open the workbook in a spreadsheet and save it"
        )
    return notes
