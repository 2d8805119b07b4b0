"""``report.xlsx`` of a run over trade statistics: in words first, then hubs and goods ranked, series with charts,
mirrors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl

from screening.moments import stamp
from screening.reports import columns
from screening.reports.cells import MAX_ROWS
from screening.reports.columns import Sheet
from screening.reports.flow_charts import add_charts
from screening.reports.flow_columns import FLOWS, MIRROR, SERIES, YEARS
from screening.reports.manifest import keep_until
from screening.reports.page import Page
from screening.reports.result import RunFacts, Section
from screening.reports.sheets import Workbook, write_table
from screening.reports.summary import warnings
from screening.reports.tables import batches
from screening.reports.workbook import NAME

Rows = Sequence[Mapping[str, Any]]
_WIDTHS = (46, 15, 15, 15, 9, 10, 12, 62)
CHARTS = "Charts"


class FlowSheets:
    """What the sheets hold; see `flow_columns` for the keys of the rows.

    Args:
        words: Paragraphs of the summary, each a title and its sentences.
        flows, series, mirror, years: Rows.
        charts: Title, first and last row (counted from 0 in ``series``), whether there is a direct and an onward flow,
            the name of the period that is marked.
        method: Rows of the sheet Method.
    """

    def __init__(
        self, *, words: Sequence[tuple[str, Sequence[str]]], flows: Rows, series: Rows, mirror: Rows, years: Rows,
        charts: Sequence[tuple[str, int, int, bool, bool, str]], method: Rows, totals: Section | None = None,
    ) -> None:  # fmt: skip
        self.words, self.flows, self.series, self.mirror, self.years = words, flows, series, mirror, years
        self.charts, self.method, self.totals = charts, method, totals


def book_writer(sheets: FlowSheets) -> Callable[..., Mapping[str, Any]]:
    """A writer of the workbook, as `folder.RunWriter.finish` takes it."""

    def write(
        folder: Path, run: RunFacts, finished: datetime, counts: Mapping[str, int], *, max_rows: int = MAX_ROWS
    ) -> Mapping[str, Any]:
        book = openpyxl.Workbook(write_only=True)
        book.properties.creator = "screening"
        book.properties.title = run.run_id
        book.properties.created = book.properties.modified = finished.astimezone(UTC).replace(tzinfo=None)
        workbook = Workbook(book, banner=run.banner, footer=run.run_id, max_rows=max_rows)
        write_flow_sheets(workbook, sheets)
        write_table(workbook, columns.METHOD, sheets.method, len(sheets.method))
        rejects = (row for table in batches(folder / "rejects.parquet") for row in table.to_pylist())
        write_table(workbook, columns.REJECTED, rejects, counts["rejects"])
        cleaned = dict(workbook.cleaner.counts)
        beware = warnings(run, (), counts, dict(workbook.left_out), cleaned)
        _summary(workbook, run, finished, counts, sheets, beware)
        book.move_sheet("Summary", -(len(book.sheetnames) - 1))  # written last, for it counts the others; read first
        book.active = 0
        book.save(folder / NAME)
        return {"alerts": 0, "rows_left_out_of_sheets": dict(workbook.left_out), "cells_cleaned": cleaned}

    return write


def write_flow_sheets(workbook: Workbook, sheets: FlowSheets) -> None:
    """The sheets Flows and Series, and those of mirror gaps and years where there is something for them."""
    write_table(workbook, FLOWS, sheets.flows, len(sheets.flows))
    first = write_table(workbook, SERIES, sheets.series, len(sheets.series))
    if sheets.charts:
        page = workbook.add(CHARTS)
        page.sheet_view.showGridLines = False
        for letter in "ABCDEFGHIJKLMNOPQRSTU":
            page.column_dimensions[letter].width = 9
        head = Page(workbook, page)
        head.add(("The first flows month by month, over the band of their baseline", head.styles.title(14)), height=24)
        blocks = [(title, first + start, first + end, *rest) for title, start, end, *rest in sheets.charts]
        add_charts(page, workbook.book[SERIES.title], blocks)  # type: ignore[arg-type]
    for spec, rows in ((MIRROR, sheets.mirror), (YEARS, sheets.years)):
        if rows:
            write_table(workbook, spec, rows, len(rows))


def _summary(
    workbook: Workbook, run: RunFacts, finished: datetime, counts: Mapping[str, Any], sheets: FlowSheets,
    beware: Sequence[str],
) -> None:  # fmt: skip
    sheet = workbook.add("Summary")
    sheet.sheet_view.showGridLines = False
    page = Page(workbook, sheet, _WIDTHS)
    if run.banner:
        page.add(*((run.banner if n == 0 else "", page.styles.banner()) for n in range(len(_WIDTHS))), height=22)
    page.add(("Trade flows: what rose, how much, how sure", page.styles.title(18)), height=30)
    for title, sentences in sheets.words:
        page.title(title)
        for sentence in sentences:
            page.paragraph(sentence)
    if sheets.totals is not None:
        page.title(sheets.totals.title)
        page.heads(*sheets.totals.heads)
        for row in sheets.totals.rows:
            page.add(*((cell, page.styles.body("number")) if isinstance(cell, float) else cell for cell in row))
    if beware:
        page.title("Beware")
        for line in beware:
            page.paragraph(line)
    page.title("The run")
    for name, value in (
        ("Run", run.run_id),
        ("Began, ended (UTC)", f"{stamp(run.started)}, {stamp(finished)}"),
        ("Files read", f"{len(run.inputs):,}"),
        ("Rows read", f"{sum(each.rows_in for each in run.inputs):,}"),
        ("Flows measured", f"{counts.get('flows', 0):,}"),
        ("Hubs and goods judged", f"{counts.get('flow_verdicts', 0):,}"),
        ("Rejected", f"{counts['rejects']:,}"),
        ("Keep until", keep_until(finished.date()).isoformat()),
    ):
        page.add((name, page.styles.plain(bold=True)), (value, page.styles.plain()))
    for each in run.inputs:
        page.paragraph(f"{each.path} ({each.format}): {each.rows_in:,} rows, SHA-256 {each.sha256}")


__all__ = ["FlowSheets", "Sheet", "book_writer", "write_flow_sheets"]
