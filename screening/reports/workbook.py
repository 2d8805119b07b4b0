"""``report.xlsx``: the sheets in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq

from screening.garbage import no_collecting
from screening.names.scripts import script_of
from screening.reports import (
    alert_columns,
    alerts,
    columns,
    drawings,
    flag_alerts,
    kept_alerts,
    known_lists,
    management,
    method,
    places,
    review_pages,
    summary,
)
from screening.reports.cells import MAX_ROWS
from screening.reports.page import in_peace
from screening.reports.result import RunFacts
from screening.reports.sheets import Workbook, write_table
from screening.reports.tables import batches
from screening.watchlists.groups import Companions, companions, groups

NAME = "report.xlsx"


def write_workbook(
    folder: Path, run: RunFacts, finished: datetime, counts: Mapping[str, int], *, max_rows: int = MAX_ROWS
) -> dict[str, Any]:
    """Write the workbook of the tables that stand in ``folder``.

    Args:
        folder: Where the Parquet tables are and the workbook goes.
        run: The run's facts.
        finished: When it ended.
        counts: Rows of each table.
        max_rows: Rows a sheet holds.

    Returns:
        What it counted: alerts by priority and strength, rows left out of sheets, cells cleaned.
    """
    book = openpyxl.Workbook(write_only=True)
    with no_collecting(counts.get("subjects", 0)), in_peace(book):  # a million cells and no cycles
        return _written(book, folder, run, finished, counts, max_rows)


def _written(
    book: openpyxl.Workbook, folder: Path, run: RunFacts, finished: datetime, counts: Mapping[str, int], max_rows: int
) -> dict[str, Any]:
    found = alerts.alerts(pq.read_table(folder / "hits.parquet"), run.snapshots)
    unseen = places.attach_places(found, folder / "subjects.parquet")
    kept = kept_alerts.of_kept(
        run.kept, known_lists.rating_settings(run), {each.list_id: each.publisher for each in run.snapshots}
    )
    for_flags = flag_alerts.of_flags(run.flag_alerts)
    unseen += sum(each.place_count - len(each.places) for each in for_flags)
    known = _groups(run)
    together = alerts.by_party(sorted([*found, *for_flags, *kept], key=alerts.gravity), known)
    found = [alert for group in together.values() for alert in group]
    shown, not_shown = places.subject_row_count(found, folder / "subjects.parquet")
    book.properties.creator = "screening"
    book.properties.title = run.run_id
    book.properties.created = book.properties.modified = finished.astimezone(UTC).replace(tzinfo=None)
    workbook = Workbook(book, banner=run.banner, footer=run.run_id, max_rows=max_rows)

    pages = review_pages.ReviewPages(run, found, known)
    at, evidence_at = _addresses(found, pages.asked, bool(run.banner))
    sheet = columns.folded(alert_columns.ALERTS, () if _needs_romanising(found) else ("romanised",))
    pages.write(workbook, sheet, evidence_at)
    if run.review is not None:
        management.write_sheet(workbook, run.review.waiting, run.review.trend)
    evidence = sum(len(alert.places) for alert in found)
    write_table(workbook, alert_columns.EVIDENCE, places.evidence_rows(found, at), evidence)
    for extra, rows in run.sheets:
        write_table(workbook, extra, rows, len(rows))
    drawings.write_chain(workbook, run.pictures)
    placed = places.in_reading_order(places.subject_rows(found, folder / "subjects.parquet"), shown)
    write_table(workbook, columns.SUBJECTS, placed, shown)
    lists = list(known_lists.list_rows(run, found))
    write_table(workbook, columns.LISTS, lists, len(lists))
    told = list(method.method_rows(run))
    write_table(workbook, columns.METHOD, told, len(told))
    rejects = (row for table in batches(folder / "rejects.parquet") for row in table.to_pylist())
    write_table(workbook, columns.REJECTED, rejects, counts["rejects"])

    left_out = dict(workbook.left_out)
    for title, number in (("Evidence", unseen), ("Subjects", not_shown)):
        if number:
            left_out[title] = left_out.get(title, 0) + number
    cleaned = dict(workbook.cleaner.counts)
    pages.write_choices(workbook)
    beware = [*summary.warnings(run, found, counts, left_out, cleaned), *summary.told_twice(together)]
    run = replace(run, sections=[*pages.sections(), *run.sections])
    summary.write_summary(workbook, run, finished, found, counts, beware)
    book.move_sheet("Summary", -(len(book.sheetnames) - 1))  # written last, for it counts the others; read first
    book.active = 0
    drawings.save(book, folder / NAME)
    return {
        "alerts": len(found),
        "open_alerts": pages.open,
        "flag_alerts": len(for_flags),
        "party_groups": len(together),
        "alerts_by_priority": _by(found, "priority"),
        "alerts_by_strength": _by(found, "match_strength"),
        "rows_left_out_of_sheets": left_out,
        "cells_cleaned": cleaned,
    }


def _addresses(
    found: Sequence[alerts.Alert], undecided: Sequence[alerts.Alert], banner: bool
) -> tuple[dict[str, int], dict[str, int]]:
    """The rows on which alerts stand in Alerts, and on which their places begin in Evidence."""
    first = 1 + banner + alert_columns.ALERTS.has_bands + 1
    at = {alert.alert_id: first + n for n, alert in enumerate(undecided)}
    row = 1 + banner + alert_columns.EVIDENCE.has_bands + 1
    evidence_at = {}
    for alert in found:
        if alert.places:
            evidence_at[alert.alert_id] = row
            row += len(alert.places)
    return at, evidence_at


def _needs_romanising(found: Sequence[alerts.Alert]) -> bool:
    return any(script_of(alert.hit["subject_name"]) not in ("Latin", "None") for alert in found)


def _by(found: Sequence[alerts.Alert], key: str) -> dict[str, int]:
    result: dict[str, int] = {}
    for alert in found:
        if alert.hit[key]:
            result[alert.hit[key]] = result.get(alert.hit[key], 0) + 1
    return dict(sorted(result.items()))


def _groups(run: RunFacts) -> Companions:
    """For each entry the entries of other lists that are the same party."""
    if run.companions is not None:
        return run.companions
    return companions(groups(run.snapshots)) if len(run.snapshots) > 1 else {}
