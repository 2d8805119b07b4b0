"""Writes one table sheet, row by row, so that memory does not grow with its length."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from screening.reports.cells import MAX_LINKS, MAX_ROWS, Cleaner, is_formula_like
from screening.reports.columns import Sheet
from screening.reports.rows import Rows
from screening.reports.styles import Styles

_LINE_HEIGHT: Final = 13.5  # points a line of 10-point Calibri takes
# higher rows push the next alert off the screen; what does not fit is in the cell
_MOST_LINES: Final = 14
_A4, _A3 = 9, 8
_FREER: Final = ("reason_code", "reviewer", "approver")  # several codes, or another way to write a name, are taken too
_A4_HOLDS: Final = 240  # characters across, before print becomes too small to read


class Workbook:
    """The workbook being written: its openpyxl workbook, styles and what was cleaned."""

    def __init__(self, book: Any, *, banner: str, footer: str, max_rows: int = MAX_ROWS) -> None:
        self.book = book
        self.banner = banner
        self.footer = footer
        self.max_rows = max_rows
        self.cleaner = Cleaner()
        self.left_out: dict[str, int] = {}
        self.styles: Styles | None = None

    def add(self, title: str) -> Any:
        """A new sheet, with nothing on it but its print set-up."""
        sheet = self.book.create_sheet(title)
        self.styles = self.styles or Styles(sheet)
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A4
        # Excel shows the buttons that unfold columns only when told beforehand that some are folded
        sheet.column_dimensions.max_outline = 1
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.page_margins.top = sheet.page_margins.bottom = 0.7
        sheet.page_margins.header = sheet.page_margins.footer = 0.35
        sheet.oddFooter.left.text = self.footer.replace("&", "&&")
        sheet.oddFooter.right.text = "&A, page &P of &N"
        if self.banner:
            sheet.oddHeader.center.text = self.banner.replace("&", "&&")
        return sheet

    def text(self, sheet: Any, value: str, style: Any = None, *, wrap: bool = False) -> WriteOnlyCell:
        """A cell of text that stays text, whatever it begins with."""
        assert self.styles is not None  # noqa: S101  (a sheet exists, so its styles do)
        text = self.cleaner.clean(value)
        cell = WriteOnlyCell(sheet)
        cell._value = text
        cell.data_type = "s"
        cell._style = style or self.styles.body("text", wrap=wrap, quoted=is_formula_like(text))
        return cell


def write_table(
    workbook: Workbook,
    spec: Sheet,
    rows: Iterable[Mapping[str, Any]],
    count: int,
    drop_downs: Mapping[str, str] | None = None,
) -> int:
    """Write a sheet.

    Args:
        workbook: Where it goes.
        spec: Its columns.
        rows: Values by column key. ``_links`` may hold addresses by key: a web address, or ``#Sheet!A1``.
        count: How many rows there are, which must be known before the first is written.
        drop_downs: Name of a list of choices → the formula that gives it.

    Returns:
        The number of the row the first of them stands on. Rows past what a sheet holds are left out and
        counted.
    """
    sheet = workbook.add(spec.title)
    assert workbook.styles is not None  # noqa: S101
    first = first_row(workbook, spec)
    kept = min(count, workbook.max_rows - first + 1)
    if kept < count:
        workbook.left_out[spec.title] = count - kept
    last = max(first, first + kept - 1)
    _lay_out(sheet, spec, first, last, drop_downs or {})
    for cells in _head(workbook, sheet, spec):
        sheet.append(cells)
    links = 0
    with Rows(sheet, spec.columns, workbook.styles, workbook.cleaner) as body:
        for number, row in enumerate(rows, start=first):
            if number >= first + kept:
                break
            targets: Mapping[str, str] = row.get("_links", {}) if links < MAX_LINKS else {}
            leading = {at: targets[each.key] for at, each in enumerate(spec.columns) if each.key in targets}
            values = [row.get(column.key) for column in spec.columns]
            links += body.add(number, _height(spec, row), values, leading)
    return first


def first_row(workbook: Workbook, spec: Sheet) -> int:
    """The row the first row of a table stands on."""
    return 1 + bool(workbook.banner) + spec.has_bands + 1


def _lay_out(sheet: Any, spec: Sheet, first: int, last: int, drop_downs: Mapping[str, str]) -> None:
    for number, column in enumerate(spec.columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        if column.fold:
            dimension.outlineLevel = 1
            dimension.hidden = True
        elif number > 1 and spec.columns[number - 2].fold:
            dimension.collapsed = True
        if column.choices in drop_downs:
            rule = DataValidation("list", formula1=drop_downs[column.choices], allow_blank=True, showErrorMessage=True)
            rule.errorTitle, rule.error = column.heading, "Choose one of the list."
            if column.hint:
                rule.showInputMessage = True
                rule.promptTitle, rule.prompt = column.heading, column.hint
            if column.choices in _FREER:
                rule.errorStyle = "warning"
            rule.add(f"{get_column_letter(number)}{first}:{get_column_letter(number)}{last}")
            sheet.data_validations.append(rule)
    head = first - 1
    end = get_column_letter(len(spec.columns))
    sheet.freeze_panes = f"{get_column_letter(spec.frozen + 1)}{first}"
    sheet.auto_filter.ref = f"A{head}:{end}{max(head, last)}"
    sheet.sheet_view.zoomScale = 100
    sheet.sheet_view.showGridLines = False
    sheet.print_title_rows = f"1:{head}"
    if sum(column.width for column in spec.columns if not column.fold) > _A4_HOLDS:
        sheet.page_setup.paperSize = _A3
    if spec.pages_wide > 1:
        sheet.page_setup.fitToWidth = spec.pages_wide
        sheet.print_title_cols = f"A:{get_column_letter(spec.frozen)}"


def _head(workbook: Workbook, sheet: Any, spec: Sheet) -> Iterator[list[Any]]:
    styles = workbook.styles
    assert styles is not None  # noqa: S101
    number = 1
    if workbook.banner:
        style = styles.banner()
        sheet.row_dimensions[number].height = 20
        yield [workbook.text(sheet, workbook.banner if n == 0 else "", style) for n in range(len(spec.columns))]
        number += 1
    if spec.has_bands:
        sheet.row_dimensions[number].height = 18
        cells = []
        for band, columns in groupby(spec.columns, key=lambda column: column.band):
            # written into the first column that is not folded away, where it can be seen
            members = list(columns)
            at = next((n for n, column in enumerate(members) if not column.fold), 0)
            cells += [workbook.text(sheet, band if n == at else "", styles.band(band)) for n in range(len(members))]
        yield cells
        number += 1
    sheet.row_dimensions[number].height = 30
    yield [workbook.text(sheet, column.heading, styles.heading(column.band)) for column in spec.columns]


def _height(spec: Sheet, row: Mapping[str, Any]) -> float:
    lines = 1
    for column in spec.columns:
        if column.wrap and not column.fold:
            value = row.get(column.key)
            if isinstance(value, str) and value:
                # words break unevenly, so a line holds a little less than its width
                needed = sum(max(1, math.ceil(len(piece) * 1.12 / column.width)) for piece in value.split("\n"))
                lines = max(lines, needed)
    return _LINE_HEIGHT * min(lines, _MOST_LINES) + 3
