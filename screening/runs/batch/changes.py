"""What a run changed, for the workbook: a table of the Summary, and a sheet with the reason of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from screening.alerts.store import Delta
from screening.alerts.store.states import label
from screening.model import PRIORITIES
from screening.reports.columns import Column, Sheet
from screening.reports.result import Section

CHANGES: Final = Sheet(
    "Since the last run",
    [
        Column("change", "Change", 10),
        Column("alert_id", "Alert ID", 16),
        Column("priority", "Priority", 10, "level"),
        Column("name", "Name as found", 34, wrap=True),
        Column("matched_name", "Matched name", 34, wrap=True),
        Column("entry_name", "Primary name", 34, wrap=True),
        Column("list_id", "List", 17, wrap=True),
        Column("entry_id", "Entry ID", 14),
        Column("why", "Why now", 90, wrap=True),
        Column("before", "Status before", 16),
        Column("state", "Status", 16),
        Column("subject_id", "Subject ID", 25),
    ],
    frozen=2,
)
_WORDS: Final = {
    "new": "raised for the first time",
    "changed": "raised before, and something changed",
    "back": "raised again after it was gone",
    "gone": "raised by the last run, no longer by this one",
    "kept": "not raised now and kept open: a list or a table lost most of what it had",
    "still": "as they were",
}


def section_of(delta: Delta) -> Section:
    """The numbers."""
    title = f"Since the last run ({delta.previous})" if delta.previous else "The first run of this job"
    rows = [(kind.capitalize(), number, _WORDS[kind]) for kind, number in delta.counts.items()]
    return Section(title, ("Alerts", "Number", "Which are"), rows)


def change_rows(delta: Delta, alerts: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One row a change, by kind and priority."""
    known = {row["alert_id"]: row for row in alerts}
    kinds = list(_WORDS)
    rows = [
        {
            "change": change.kind,
            "alert_id": change.alert_id,
            **{
                key: known[change.alert_id][key]
                for key in ("priority", "matched_name", "entry_name", "list_id", "entry_id", "subject_id")
            },
            "name": known[change.alert_id]["subject_name"],
            "why": change.why,
            "before": change.before,
            "state": change.state,
        }
        for change in delta.changes
    ]
    rows.sort(
        key=lambda row: (kinds.index(row["change"]), PRIORITIES.index(row["priority"]), row["name"], row["alert_id"])
    )
    return rows


def sheet_of(delta: Delta, alerts: Sequence[Mapping[str, Any]]) -> list[tuple[Sheet, list[dict[str, Any]]]]:
    """The sheet, where there was a run before and something changed."""
    if not delta.previous or not delta.changes:
        return []
    rows = [
        {**row, "before": label(row["before"]) if row["before"] else "", "state": label(row["state"])}
        for row in change_rows(delta, alerts)
    ]
    return [(CHANGES, rows)]
