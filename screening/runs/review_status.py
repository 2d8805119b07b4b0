"""What waits for a decision, for the screen, for programs, and as the sheet Management."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from screening.alerts.review_rules import load
from screening.alerts.waiting import AGES, Waiting, trend, waiting
from screening.runs.review import Desk, open_desk

_SHOWN: Final = 20
Table = tuple[str, Sequence[str], list[Sequence[Any]]]


@dataclass(frozen=True, slots=True)
class Status:
    """How the alerts of a store stand, and how that went from run to run."""

    now: Waiting
    trend: Sequence[Mapping[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        told = asdict(self.now)
        told["day"] = self.now.day.isoformat()
        for key in ("by_list", "by_reviewer"):
            told[key] = {name: {"open": number, "overdue": late} for name, (number, late) in told[key].items()}
        return told | {"trend": [dict(row) for row in self.trend]}

    def tables(self) -> Iterator[Table]:
        """The tables a person reads."""
        now = self.now
        bands = [name for _, name in AGES]
        rows: list[Sequence[Any]] = [
            (priority, *(ages[band] for band in bands), sum(ages.values()))
            for priority, ages in now.by_priority.items()
        ]
        yield f"Open on {now.day.isoformat()}, by priority and age in business days", ("Priority", *bands, "All"), rows
        yield "By state", ("State", "Alerts"), list(now.by_state.items())
        counted = ("Open", "Overdue")
        yield "By list", ("List", *counted), [(name, *both) for name, both in now.by_list.items()]
        yield "By reviewer", ("Assigned to", *counted), [(name, *both) for name, both in now.by_reviewer.items()]
        late: list[Sequence[Any]] = [_line(each) for each in now.overdue[:_SHOWN]]
        title = f"Overdue: {len(now.overdue):,}" + (f", the first {_SHOWN}" if len(now.overdue) > _SHOWN else "")
        yield title, ("Alert", "Priority", "Due", "Days late", "Name", "Listed as", "Assigned to"), late
        if now.reminders:
            again: list[Sequence[Any]] = [_line(each) for each in now.reminders[:_SHOWN]]
            heads = ("Alert", "Priority", "Since", "Days", "Name", "Listed as", "Assigned to")
            yield "Requests for information to be repeated", heads, again
        yield (
            "Cleared and remembered",
            ("What", "Alerts"),
            [("all", now.cleared), (f"ending within {load().clearance['ask_days']} days", now.ending)],
        )


def _line(each: Mapping[str, Any]) -> Sequence[Any]:
    kind = " (report)" if each["report_due"] else ""
    return (
        each["alert_id"], each["priority"], each["due"] + kind, each["days_late"], each["subject_name"],
        each["entry_name"], each["assigned_to"],
    )  # fmt: skip


def status_of(desk: Desk) -> Status:
    """The status of an open store."""
    now = waiting(desk.store.alerts(), desk.levels, desk.today)
    return Status(now, trend(desk.store, now.open, desk.store.runs()))


def review_status(*, xlsx: str | Path | None = None, desk: Desk | None = None, **opening: Any) -> Status:
    """What waits for a decision.

    Args:
        xlsx: Where to write the sheet Management as a workbook; None: nowhere.
        desk: An open store; None: opened as ``opening`` says, see `review.open_desk`.

    Raises:
        StoreError: There is no store, or it cannot be read.
        OutputError: The workbook cannot be written.
    """
    at = desk or open_desk(need_people=False, **opening)
    told = status_of(at)
    if xlsx is not None:
        from screening.reports.management import write_book

        write_book(Path(xlsx), list(told.tables()), told.trend)
    return told
