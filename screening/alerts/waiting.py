"""What waits for a decision, counted in every way a manager asks, and how that went from run to run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import select

from screening.alerts.clearances import ends_soon
from screening.alerts.review_rules import load
from screening.alerts.service_levels import ServiceLevels
from screening.alerts.store.states import OPEN_STATES, label
from screening.alerts.store.store import Store
from screening.alerts.store.tables import TRAIL
from screening.alerts.store.trail import parsed
from screening.model import PRIORITIES

RUNS_SHOWN: Final = 30
"""Runs the trend goes back."""

AGES: Final = ((1, "to 1 day"), (5, "2 to 5 days"), (20, "6 to 20 days"), (10**6, "over 20 days"))
"""Bands of age, in business days."""
NOBODY: Final = "nobody"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How the alerts of a store stand on a day.

    Attributes:
        by_priority: Priority → band of age → open alerts.
        by_state: State in words → alerts.
        by_list: List → open alerts, overdue ones among them.
        by_reviewer: Whose they are → open alerts, overdue ones among them.
        overdue: Open alerts past their day, the longest first; reports of what was blocked among them.
        reminders: Requests for information that should be repeated.
        cleared: False positives that are remembered, and how many of them end soon (``ask_days`` of the rules).
    """

    day: date
    by_priority: Mapping[str, Mapping[str, int]]
    by_state: Mapping[str, int]
    by_list: Mapping[str, tuple[int, int]]
    by_reviewer: Mapping[str, tuple[int, int]]
    overdue: Sequence[Mapping[str, Any]]
    reminders: Sequence[Mapping[str, Any]]
    cleared: int
    ending: int
    open: int = 0


def waiting(alerts: Iterable[Mapping[str, Any]], levels: ServiceLevels, day: date) -> Waiting:
    """Count the alerts of a store."""
    rules = load()
    by_priority = {priority: dict.fromkeys((name for _, name in AGES), 0) for priority in PRIORITIES}
    states: Counter[str] = Counter()
    lists: Counter[str] = Counter()
    people: Counter[str] = Counter()
    late_lists: Counter[str] = Counter()
    late_people: Counter[str] = Counter()
    overdue, reminders, cleared, ending, number = [], [], 0, 0, 0
    for alert in alerts:
        states[label(alert["state"])] += 1
        due = levels.due(alert, day)
        late = due is not None and due < day
        held = alert["data"].get("clearance")
        if held and held["remembered"] and alert["state"] == "false_positive":
            cleared += 1
            ending += ends_soon(alert, rules, day)
        if late:
            overdue.append(_told(alert, due, levels, day))
        if alert["state"] not in OPEN_STATES:
            continue
        number += 1
        age = levels.between(date.fromisoformat(alert["first_raised"][:10]), day)
        by_priority[alert["priority"]][next(name for most, name in AGES if age <= most)] += 1
        who = alert["data"].get("assigned_to") or NOBODY
        lists[alert["list_id"]] += 1
        people[who] += 1
        late_lists[alert["list_id"]] += late
        late_people[who] += late
        again = levels.reminder(alert)
        if again is not None and again <= day:
            reminders.append(_told(alert, again, levels, day))
    overdue.sort(key=lambda each: (each["due"], PRIORITIES.index(each["priority"]), each["alert_id"]))
    return Waiting(
        day=day,
        by_priority=by_priority,
        by_state=dict(sorted(states.items())),
        by_list={name: (lists[name], late_lists[name]) for name in sorted(lists)},
        by_reviewer={name: (people[name], late_people[name]) for name in sorted(people)},
        overdue=overdue,
        reminders=reminders,
        cleared=cleared,
        ending=ending,
        open=number,
    )


def _told(alert: Mapping[str, Any], due: date | None, levels: ServiceLevels, day: date) -> dict[str, Any]:
    assert due is not None  # noqa: S101
    return {
        "alert_id": alert["alert_id"],
        "priority": alert["priority"],
        "state": label(alert["state"]),
        "subject_name": alert["subject_name"],
        "entry_name": alert["entry_name"],
        "list_id": alert["list_id"],
        "assigned_to": alert["data"].get("assigned_to", ""),
        "due": due.isoformat(),
        "days_late": levels.between(due, day),
        "report_due": bool(alert["data"].get("report_due")),
    }


def trend(store: Store, number_open: int, runs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """How many alerts were open after each of the last regular runs, and what became of others between them.

    It is told backwards, from how things stand now, so that a long history costs no more than a short one.

    Args:
        store: The alert store.
        number_open: How many alerts are open now.
        runs: The store's runs, in order.

    Returns:
        One row a run, oldest first: ``run_id, job, started, raised, new, changed, back, gone, closed, open``;
        ``closed`` is how many people closed since the run before.
    """
    regular = [run for run in runs if run["kind"] == "regular"]
    shown = {run["run_id"]: run for run in regular[-RUNS_SHOWN:]}
    if not shown:
        return []
    before_them = regular[-RUNS_SHOWN - 1]["seq"] if len(regular) > RUNS_SHOWN else 0
    rows: list[dict[str, Any]] = []
    number = number_open
    after: dict[str, int] = {}  # what a run brings back is recorded behind the run itself
    for kind, run_id, text in _events(store, before_them):
        data = parsed(text)
        if run_id:
            after.setdefault(run_id, number)
        if kind == "run" and run_id is not None and run_id in shown:
            run = shown[run_id]
            counts = {name: run["counts"].get(name, 0) for name in ("new", "changed", "back", "gone")}
            facts = {name: run[name] for name in ("run_id", "job", "started")}
            rows.append(
                {**facts, "raised": run["counts"].get("alerts", 0), **counts, "closed": 0, "open": after[run_id]}
            )
        elif "state" in data and "before" in data:
            now_open, was_open = data["state"] in OPEN_STATES, data["before"] in OPEN_STATES
            number += was_open - now_open
            if rows and run_id is None and was_open and not now_open:
                rows[-1]["closed"] += 1
    return rows[::-1]


def _events(store: Store, after: int) -> Iterator[tuple[str, str | None, str]]:
    """Kind, run and data of the trail's records after that one, the newest first."""
    columns = (TRAIL.c.kind, TRAIL.c.run_id, TRAIL.c.data)
    query = select(*columns).where(TRAIL.c.seq > after).order_by(TRAIL.c.seq.desc())
    with store.reading() as connection:
        for row in connection.execute(query):
            yield row.kind, row.run_id, row.data
