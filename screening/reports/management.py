"""The sheet Management: what waits, by priority and age, by list and reviewer, and the trend by run with a chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from openpyxl.chart import BarChart, LineChart, Reference

from screening.reports.page import Page, make_folder, save_whole
from screening.reports.sheets import Workbook

TITLE: Final = "Management"
_WIDTHS: Final = (36, 22, 14, 14, 30, 34, 22, 11, 11)
_CHART_ROWS: Final = 19
_TREND: Final = {
    "run_id": "Run",
    "started": "Began (UTC)",
    "open": "Open after it",
    "closed": "Closed since",
    "raised": "Raised",
    "new": "New",
    "changed": "Changed",
    "back": "Back",
    "gone": "Gone",
}
Table = tuple[str, Sequence[str], Sequence[Sequence[Any]]]


def write_sheet(workbook: Workbook, tables: Sequence[Table], trend: Sequence[Mapping[str, Any]]) -> None:
    """Write the sheet.

    Args:
        workbook: Where it goes.
        tables: Title, headings and rows of each table.
        trend: Rows of `alerts.waiting.trend`, oldest first.
    """
    sheet = workbook.add(TITLE)
    for number, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGHI"[number]].width = width
    sheet.sheet_view.showGridLines = False
    page = Page(workbook, sheet)
    if workbook.banner:
        page.add((workbook.banner, page.styles.banner()), height=22)
    page.add(("What waits for a decision", page.styles.title(18)), height=30)
    top = page.row + 1
    for _ in range(_CHART_ROWS if trend else 0):  # the chart stands there, before all figures
        page.add()
    for title, heads, rows in tables:
        page.title(title)
        page.heads(*heads)
        for row in list(rows) or [("none",)]:
            page.add(*row)
    page.title("Trend by run")
    head = page.heads(*_TREND.values())
    for run in trend:
        page.add(*(run[key] for key in _TREND))
    if trend:
        _chart(sheet, f"A{top}", head, page.row)


def write_book(path: Path, tables: Sequence[Table], trend: Sequence[Mapping[str, Any]]) -> Path:
    """Write the sheet as a workbook of its own.

    Raises:
        OutputError: It cannot be written.
    """
    import openpyxl

    make_folder(path)  # before any sheet is begun: one that is not saved cannot be left in peace
    book = openpyxl.Workbook(write_only=True)
    book.properties.creator = "screening"
    write_sheet(Workbook(book, banner="", footer=TITLE), tables, trend)
    save_whole(book, path)
    return path


def _chart(sheet: Any, place: str, head: int, last: int) -> None:
    """Open alerts as a line; new, and closed since the run before, as bars."""
    bars = BarChart()
    bars.type, bars.grouping = "col", "clustered"
    bars.title = "Open, new and closed alerts by run"
    names = list(_TREND)
    for key, colour in (("new", "D9722B"), ("closed", "2F5D50")):
        column = names.index(key) + 1
        bars.add_data(Reference(sheet, min_col=column, min_row=head, max_row=last), titles_from_data=True)
        bars.series[-1].graphicalProperties.solidFill = colour
    bars.set_categories(Reference(sheet, min_col=2, min_row=head + 1, max_row=last))
    line = LineChart()
    column = names.index("open") + 1
    line.add_data(Reference(sheet, min_col=column, min_row=head, max_row=last), titles_from_data=True)
    line.series[-1].graphicalProperties.line.solidFill = "1D4E89"
    line.series[-1].graphicalProperties.line.width = 28_000
    line.series[-1].smooth = False
    bars += line
    bars.x_axis.delete = bars.y_axis.delete = False
    bars.y_axis.numFmt, bars.y_axis.scaling.min = "0", 0
    bars.legend.position = "b"
    bars.width, bars.height, bars.gapWidth = 26, 9, 60
    sheet.add_chart(bars, place)
