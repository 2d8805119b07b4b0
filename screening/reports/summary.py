"""The sheet Summary: what was screened against what, what was not, what was found, and what to beware of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.utils import get_column_letter

from screening.alerts.flag_alerts import LIST_ID
from screening.model import PRIORITIES, STRENGTHS
from screening.moments import stamp
from screening.names.scripts import mixed_tokens
from screening.reports.alerts import NO_LIST, Alert, raised_by_snapshot
from screening.reports.known_lists import not_screened
from screening.reports.manifest import keep_until
from screening.reports.page import Page
from screening.reports.result import RunFacts
from screening.reports.sheets import Workbook
from screening.reports.values import counted
from screening.watchlists.published import NOT_STATED

_WIDTHS: Final = (30, 13, 13, 13, 13, 13, 13, 100)
_CHART_COLOURS: Final = {"critical": "8B1A1A", "high": "D9722B", "medium": "F7D774", "low": "C9D1DA"}
_MIXED_SHOWN: Final = 20
_ROW: Final = 15.0
"""Height of a row of figures, in points."""
_CM_A_POINT: Final = 2.54 / 72


def write_summary(
    workbook: Workbook,
    run: RunFacts,
    finished: datetime,
    found: Sequence[Alert],
    counts: Mapping[str, Any],
    warnings: Sequence[str],
) -> None:
    """Write the sheet.

    Args:
        workbook: Where it goes.
        run: The run's facts.
        finished: When it ended.
        found: Its alerts.
        counts: Rows of each table.
        warnings: What a reader must know, one line each.
    """
    sheet = workbook.add("Summary")
    sheet.sheet_view.showGridLines = False
    page = Page(workbook, sheet, _WIDTHS)
    if run.banner:
        page.add(*((run.banner if n == 0 else "", page.styles.banner()) for n in range(len(_WIDTHS))), height=22)
    page.add((f"Screening of {run.command}", page.styles.title(18)), height=30)
    for name, value in _facts(run, finished, counts, found):
        if isinstance(value, str):
            page.paragraph((name, page.styles.plain(bold=True)), value)
        else:
            kind = "number" if isinstance(value, int) else "date"
            page.add((name, page.styles.plain(bold=True)), (value, page.styles.plain(kind)))
    if warnings:
        page.title("Beware")
        for line in warnings:
            page.paragraph(("Warning", page.styles.level("medium")), line)
    _counts(page, sheet, run, found)
    for section in run.sections:
        page.title(section.title)
        page.heads(*section.heads)
        for row in section.rows:
            *first, last = row
            if isinstance(last, str):
                page.paragraph(*first, last)
            else:
                page.add(*first, last)
    page.title("Screened against")
    page.heads("List", "List date", "Entries", "Alerts", "SHA-256", "", "", "")
    raised = raised_by_snapshot(found)
    for each in run.snapshots:
        day = each.list_date or each.published or NOT_STATED
        page.add(each.list_id, day, len(each), raised[each.snapshot_id], (each.sha256, page.styles.plain()))
    missing = not_screened(run)
    if missing:
        page.title("NOT screened against")
        page.heads("List", "Law", "Title", "", "", "", "", "")
        for one in missing:
            page.add(one.id, one.jurisdiction, (one.title, page.styles.plain()))


def _facts(
    run: RunFacts, finished: datetime, counts: Mapping[str, Any], found: Sequence[Alert]
) -> Iterator[tuple[str, Any]]:
    yield "Run", run.run_id
    yield "Began, ended (UTC)", f"{stamp(run.started)}, {stamp(finished)}"
    yield "Files read", len(run.inputs)
    yield "Places of subjects", counts["subjects"]
    yield "Alerts", len(found)
    if run.standings:
        yield "Of these open", sum(bool(each["open"]) for each in run.standings.values())
    if run.kept:
        yield "Kept open, not found now", len(run.kept)
    yield "Hits", counts["hits"]
    yield "Rejected", counts["rejects"]
    if "threshold" in run.settings:
        why = run.reasons.get("threshold")
        yield "Threshold", f"{run.settings['threshold']}" + (f": {why}" if why else "")
    if "binds_us" in run.settings:
        yield "Law that binds us", ", ".join(run.settings["binds_us"])
    yield "Keep until", keep_until(finished.date())


def _counts(page: Page, sheet: Any, run: RunFacts, found: Sequence[Alert]) -> None:
    top = page.title("Alerts by list and priority")
    head = page.heads("List", *(level.capitalize() for level in PRIORITIES), "All")
    lists = list(dict.fromkeys(each.list_id for each in run.snapshots))
    by_list = Counter((alert.hit["list_id"], alert.hit["priority"]) for alert in found)
    for list_id in lists:
        numbers = [by_list[list_id, level] for level in PRIORITIES]
        page.add(list_id, *numbers, sum(numbers), height=_ROW)
    if run.flag_alerts is not None:
        numbers = [by_list[LIST_ID, level] for level in PRIORITIES]
        page.add(NO_LIST, *numbers, sum(numbers), height=_ROW)
    last = page.row
    page.title("Alerts by match strength and priority")
    page.heads("Match strength", *(level.capitalize() for level in PRIORITIES), "All")
    by_strength = Counter((alert.hit["match_strength"], alert.hit["priority"]) for alert in found)
    for strength in STRENGTHS:
        numbers = [by_strength[strength, level] for level in PRIORITIES]
        page.add((strength, page.styles.level(strength)), *numbers, sum(numbers), height=_ROW)
    if found:
        _chart(sheet, top, head, last, page.row)


def _chart(sheet: Any, top: int, head: int, last: int, end: int) -> None:
    """Draw the chart beside the tables of counts, which leave the last column free, and no longer than they are.

    Args:
        sheet: The sheet.
        top, end: The first and last row it may stand beside.
        head, last: The rows of its figures.
    """
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.title = "Alerts by list and priority"
    chart.add_data(Reference(sheet, min_col=2, max_col=5, min_row=head, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=last))
    for series, level in zip(chart.series, PRIORITIES, strict=True):
        series.graphicalProperties = GraphicalProperties(solidFill=_CHART_COLOURS[level])
        series.graphicalProperties.line.solidFill = "FFFFFF"
    chart.legend.position = "b"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = None
    chart.y_axis.numFmt = "0"
    chart.y_axis.scaling.min = 0
    chart.x_axis.scaling.orientation = "maxMin"  # in the order of the table
    chart.gapWidth = 60
    heights = (sheet.row_dimensions[row].height or _ROW for row in range(top, end + 1))
    chart.width, chart.height = 17, sum(heights) * _CM_A_POINT
    sheet.add_chart(chart, f"{get_column_letter(len(_WIDTHS))}{top}")


def warnings(
    run: RunFacts,
    found: Sequence[Alert],
    counts: Mapping[str, Any],
    left_out: Mapping[str, int],
    cleaned: Mapping[str, int],
) -> list[str]:
    """What a reader of the report must know, one line each, gravest first."""
    lines = [*run.findings, *run.notes]
    for each in run.snapshots:
        name = f"{each.list_id} of {each.published}" if each.published else each.snapshot_id
        lines += [f"{name}: {note}" for note in each.notes if f"{each.list_id}: {note}" not in run.notes]
    if counts["rejects"]:
        lines.append(f"{_many(counts['rejects'], 'row')} not read and not screened: see the sheet Rejected.")
    mixed = sorted({token for alert in found for token in mixed_tokens(alert.hit["subject_name"])})
    if mixed:
        shown = ", ".join(mixed[:_MIXED_SHOWN]) + (" …" if len(mixed) > _MIXED_SHOWN else "")
        lines.append(f"Words that mix letters of several scripts, which can be meant to deceive: {shown}")
    for title, number in left_out.items():
        lines.append(f"{_many(number, 'row')} not shown on the sheet {title}: the Parquet tables have all.")
    for kind, (noun, rest) in _CLEANED.items():
        if cleaned.get(kind):
            lines.append(f"{_many(cleaned[kind], noun)} {rest}")
    return lines


def told_twice(together: Mapping[str, Sequence[Alert]]) -> list[str]:
    """That alerts are on one listed party, and how many, in one line; nothing where all are on different ones."""
    several = [group for group in together.values() if len(group) > 1]
    if not several:
        return []
    alerts, on = sum(map(len, several)), "1 party" if len(several) == 1 else f"{len(several):,} parties"
    return [
        f"{alerts:,} alerts are on {on} listed several times, as where one list holds all of another: those on one "
        "party stand together, with one Party group, and Apply to group decides on all of it."
    ]


def _many(number: int, noun: str) -> str:
    """A number with its noun and "was" or "were": ``1 row was``, ``2,000 rows were``."""
    return f"{counted(number, noun)} {'was' if number == 1 else 'were'}"


_CLEANED: Final = {
    "control_characters": ("control character", "removed from cells; the Parquet tables have them."),
    "cut_cells": ("overlong cell", "cut; the Parquet tables have the whole text."),
    "formula_like": ("cell text", "found to begin like a formula and written as text."),
}
