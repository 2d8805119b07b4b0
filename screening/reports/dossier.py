"""The dossier of one party, for a committee: HTML that prints to a page or two, and the same as a workbook sheet."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import Any, Final

from screening.errors import OutputError
from screening.reports.cells import Cleaner, is_web_address

_WIDTHS: Final = (22, 40, 26, 26, 18, 16, 16, 20, 18, 18)  # of the sheet's columns
_ACROSS: Final = 180  # characters a line of the sheet holds
_SHORT: Final = 17  # characters of one word that is not broken over lines: the id of a list
_WORD: Final = 20  # letters of a word that is not broken
_COLOURS: Final = {"bought": "#1D4E89", "sold": "#D9722B"}
_STYLE: Final = """
@page { size: A4; margin: 12mm }
body { font: 9.5pt/1.35 Calibri, Carlito, Arial, sans-serif; color: #1F2937; max-width: 190mm; margin: 8mm auto }
h1 { font-size: 17pt; margin: 0 0 1mm } h2 { font-size: 11pt; margin: 4mm 0 1mm; border-bottom: 1.5pt solid #1F2937 }
p { margin: 1mm 0 } .note { color: #667085 } .banner { background: #FFD400; font-weight: bold; padding: 1mm 2mm }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt } thead { display: table-header-group }
th { text-align: left; background: #1F2937; color: #fff; padding: .6mm 1.5mm; font-weight: 600 }
td { padding: .6mm 1.5mm; border-bottom: .5pt solid #D0D5DD; vertical-align: top; overflow-wrap: anywhere }
tr { break-inside: avoid } td.n, th.n { text-align: right; white-space: nowrap }
td.s { white-space: nowrap } td.w { overflow-wrap: normal }
table.f { font-size: 9.5pt; margin: 1mm 0 } table.f td { border: 0; padding: 0 2mm .4mm 0 }
table.f td.k { color: #667085; width: 32mm }
svg { max-width: 100%; height: auto } a { color: #1D4E89 } footer { margin-top: 4mm; font-size: 7.5pt; color: #667085 }
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: a table, with what is said above it."""

    title: str
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[Any]] = ()
    note: str = ""
    more: int = 0
    """Rows left out, so that it stays a page or two; the run folders have all."""
    picture: str = ""
    """SVG that stands above the table."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One party with everything known of it.

    Attributes:
        party: Its name.
        made: When.
        facts: What it is: a label and a text each.
        parts: What is known, in the order of the page.
        months: Month (``2024-03``), and what was bought and sold in it, in the unit that ``measure`` names.
        footer: Where it comes from, a line each.
        banner: What must stand above all, if anything.
    """

    party: str
    made: datetime
    facts: Sequence[tuple[str, str]]
    parts: Sequence[Part]
    months: Sequence[tuple[str, float, float]] = ()
    measure: str = "USD"
    footer: Sequence[str] = ()
    banner: str = ""


def as_html(dossier: Dossier) -> str:
    """The dossier as one HTML file that needs nothing else: no script, no picture from elsewhere."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="en"><head><meta charset="utf-8"><title>{_text(dossier.party)}</title>',
        f"<style>{_STYLE}</style></head><body>",
    ]
    if dossier.banner:
        lines.append(f'<p class="banner">{_text(dossier.banner)}</p>')
    lines.append(f"<h1>{_text(dossier.party)}</h1>")
    lines.append(f'<p class="note">Dossier of {dossier.made:%Y-%m-%d %H:%M} UTC</p>')
    pairs = "".join(
        f'<tr><td class="k">{_text(name)}</td><td>{_text(value)}</td></tr>' for name, value in dossier.facts
    )
    lines.append(f'<table class="f">{pairs}</table>' if pairs else "")
    for part in dossier.parts:
        lines.append(f"<h2>{_text(part.title)}</h2>")
        if part.note:
            lines.append(f'<p class="note">{_text(part.note)}</p>')
        lines.append(part.picture)
        if part.rows:
            lines.append(_table(part))
        elif not part.picture and not part.note:
            lines.append('<p class="note">Nothing known.</p>')
        if part.more:
            lines.append(f'<p class="note">… and {part.more:,} more.</p>')
    footer = "".join(f"<p>{_text(line)}</p>" for line in dossier.footer)
    lines.append(f"<footer>{footer}</footer></body></html>")
    return "\n".join(line for line in lines if line) + "\n"


def bars(months: Sequence[tuple[str, float, float]], measure: str) -> str:
    """Bought and sold by month as an SVG picture; empty where there is nothing."""
    if not months:
        return ""
    most = max(max(bought, sold) for _, bought, sold in months) or 1.0
    step = min(40.0, 640 / len(months))
    shown = max(1, len(months) // 12 + (len(months) % 12 > 0))
    parts = []
    for at, (month, *values) in enumerate(months):
        for side, (name, value) in enumerate(zip(_COLOURS, values, strict=True)):
            high = 90 * value / most
            left = 50 + at * step + side * step * 0.42
            parts.append(
                f'<rect x="{left:.1f}" y="{105 - high:.1f}" width="{step * 0.4:.1f}" height="{high:.1f}" '
                f'fill="{_COLOURS[name]}"><title>{month}: {name} {value:,.0f} {_text(measure)}</title></rect>'
            )
        if at % shown == 0:
            parts.append(f'<text x="{50 + at * step:.1f}" y="118">{month}</text>')
    legend = "".join(
        f'<rect x="{50 + at * 80}" y="126" width="9" height="9" fill="{colour}"/>'
        f'<text x="{62 + at * 80}" y="134">{name}</text>'
        for at, (name, colour) in enumerate(_COLOURS.items())
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 140" width="700" font-family="sans-serif" '
        f'font-size="8.5"><text x="2" y="16">{most:,.0f}</text><text x="2" y="27">{_text(measure)}</text>'
        f'<line x1="48" y1="105" x2="695" y2="105" stroke="#98A2B3"/>{"".join(parts)}{legend}</svg>'
    )


def write_html(path: Path, dossier: Dossier) -> Path:
    """Write the HTML.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_html(dossier), encoding="utf-8", errors="replace")
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", where=path, remedy="name another --out") from error
    return path


def write_workbook(path: Path, dossier: Dossier) -> Path:
    """Write the dossier as a workbook with one sheet that prints to a page or two.

    Raises:
        OutputError: It cannot be written.
    """
    import openpyxl

    from screening.reports.page import Page, make_folder, save_whole
    from screening.reports.sheets import Workbook

    make_folder(path)  # before any sheet is begun: one that is not saved cannot be left in peace
    book = openpyxl.Workbook(write_only=True)
    book.properties.creator, book.properties.title = "screening", "Dossier"
    workbook = Workbook(book, banner=dossier.banner, footer="Dossier")
    sheet = workbook.add("Dossier")
    for number, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJ"[number]].width = width
    sheet.sheet_view.showGridLines = False
    page = Page(workbook, sheet)
    if dossier.banner:
        page.add((dossier.banner, page.styles.banner()), height=22)
    page.add((dossier.party, page.styles.title(18)), height=30)
    page.add((f"Dossier of {dossier.made:%Y-%m-%d %H:%M} UTC", page.styles.plain()))
    for name, value in dossier.facts:
        value = textwrap.shorten(value, _ACROSS, placeholder=" …")
        page.add((name, page.styles.plain(bold=True)), (value, page.styles.plain()))
    wrapped = page.styles.body("text", wrap=True)
    for part in dossier.parts:
        page.title(part.title)
        if part.note:
            for line in textwrap.wrap(part.note, _ACROSS):  # else the longest line decides how small all is printed
                page.add((line, page.styles.plain()))
        if part.rows:
            page.heads(*part.heads)
        elif not part.note:
            page.add(("Nothing known.", page.styles.plain()))
        for row in part.rows:
            cells = [_cell(value) for value in row]
            lines = max((_lines(cell, at) for at, cell in enumerate(cells) if isinstance(cell, str)), default=1)
            page.add(
                *((cell, wrapped) if isinstance(cell, str) else cell for cell in cells), height=13.5 * min(lines, 25)
            )
        if part.more:
            page.add((f"… and {part.more:,} more", page.styles.plain()))
    if dossier.months:
        _month_chart(page, sheet, dossier)
    page.add()
    for line in dossier.footer:
        for piece in textwrap.wrap(line, _ACROSS):
            page.add((piece, page.styles.plain()))
    sheet.print_area = f"A1:J{page.row}"
    save_whole(book, path, remedy="name another --out")
    return path


def _lines(text: str, column: int) -> int:
    """How many lines a text takes in that column, a little more than it fills."""
    width = _WIDTHS[min(column, len(_WIDTHS) - 1)] * 0.9
    return sum(max(1, int(len(line) / width) + 1) for line in text.split("\n"))


def _month_chart(page: Any, sheet: Any, dossier: Dossier) -> None:
    from openpyxl.chart import BarChart, Reference

    page.title("Trade by month")
    head = page.heads("Month", f"Bought, {dossier.measure}", f"Sold, {dossier.measure}")
    for month, bought, sold in dossier.months:
        page.add(month, round(bought), round(sold))
    chart = BarChart()
    chart.type, chart.title = "col", f"Trade by month, {dossier.measure}"
    chart.add_data(Reference(sheet, min_col=2, max_col=3, min_row=head, max_row=page.row), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=page.row))
    for series, colour in zip(chart.series, _COLOURS.values(), strict=True):
        series.graphicalProperties.solidFill = colour.removeprefix("#")
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend.position, chart.width, chart.height = "b", 22, 8
    sheet.add_chart(chart, f"D{head}")


def _table(part: Part) -> str:
    numbers = [all(isinstance(row[at], int | float) or row[at] in (None, "") for row in part.rows)
               for at in range(len(part.heads))]  # fmt: skip
    short = [all(_is_short(str(_cell(row[at]))) for row in part.rows) for at in range(len(part.heads))]
    whole = [all(len(word) <= _WORD for row in part.rows for word in str(_cell(row[at])).split())
             for at in range(len(part.heads))]  # fmt: skip
    kind = [
        ' class="n"' if number else ' class="s"' if small else ' class="w"' if words else ""
        for number, small, words in zip(numbers, short, whole, strict=True)
    ]
    head = "".join(f"<th{kind[at]}>{_text(name)}</th>" for at, name in enumerate(part.heads))
    body = "".join(
        f"<tr>{''.join(f'<td{kind[at]}>{_value(value)}</td>' for at, value in enumerate(row))}</tr>"
        for row in part.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _is_short(text: str) -> bool:
    """Whether it is to stay in one line: what would be broken within a word, or is a few letters anyway."""
    return len(text) <= _SHORT if " " not in text else len(text) <= _SHORT - 4


def _value(value: Any) -> str:
    if isinstance(value, str) and is_web_address(value):
        return f'<a href="{escape(value, quote=True)}" rel="noreferrer">{_text(value)}</a>'
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:,.0f}"
    return _text(_cell(value)).replace("\n", "<br>")


def _cell(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value


def _text(value: Any) -> str:
    return escape(Cleaner().clean(str(value)), quote=True)
