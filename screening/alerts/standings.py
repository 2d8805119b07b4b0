"""How alerts of the store stand, in the form the reports take: status, due day, and what was decided in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import select

from screening.alerts.clearances import ends_soon
from screening.alerts.consequences import PENDING, revision
from screening.alerts.other_subjects import decided_elsewhere
from screening.alerts.review_rules import ReviewRules, load
from screening.alerts.service_levels import ServiceLevels
from screening.alerts.store.states import OPEN_STATES, label
from screening.alerts.store.store import Store
from screening.alerts.store.tables import DECISIONS
from screening.alerts.store.trail import parsed

_DATES: Final = ("decided_on", "second_date", "internal_until")
_AT_ONCE: Final = 400
_SHOWN: Final = 3
"""Earlier decisions a cell tells; the store has all."""


def standings(
    store: Store,
    rows: Sequence[Mapping[str, Any]],
    levels: ServiceLevels,
    rules: ReviewRules | None = None,
    today: date | None = None,
) -> dict[str, dict[str, Any]]:
    """How each alert stands; see `reports.result.RunFacts`.

    Args:
        store: The alert store, for the decisions.
        rows: Alerts of it, with their evidence or without.
        levels: How long things may wait.
        rules: What may be decided; None: the rules in force.
        today: The day, to tell which clearances end soon; None: none does.
    """
    rules = rules or load()
    others = decided_elsewhere(store, [row for row in rows if row["state"] in OPEN_STATES])
    wanted = {row["alert_id"] for row in rows} | {each[0] for some in others.values() for each in some}
    known = decisions_on(store, wanted)
    told = {row["alert_id"]: standing(row, known.get(row["alert_id"], ()), levels, rules, today) for row in rows}
    for alert_id, some in others.items():
        lines = [
            f"On another subject ID, {subject_id} (same {agrees}; not applied here): {in_words(known[other], rules)}"
            for other, subject_id, agrees in some[:_SHOWN]
        ]
        lines += [f"and on {len(some) - _SHOWN:,} more subject IDs"] if len(some) > _SHOWN else []
        told[alert_id]["previous_decision"] = "\n".join(filter(None, [told[alert_id]["previous_decision"], *lines]))
    return told


def decisions_on(store: Store, ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """The decisions on each of those alerts, oldest first; of an alert without any there is no entry."""
    wanted = sorted(set(ids))
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with store.reading() as connection:
        for first in range(0, len(wanted), _AT_ONCE):
            some = DECISIONS.c.alert_id.in_(wanted[first : first + _AT_ONCE])
            query = select(DECISIONS).where(some).order_by(DECISIONS.c.seq)
            for row in connection.execute(query).mappings():
                found[row["alert_id"]].append({**row, "data": parsed(row["data"])})
    return dict(found)


def standing(
    row: Mapping[str, Any],
    decisions: Sequence[Mapping[str, Any]],
    levels: ServiceLevels,
    rules: ReviewRules,
    today: date | None = None,
) -> dict[str, Any]:
    """How one alert stands; ``decisions`` are those on it, oldest first."""
    data = row["data"]
    held = data.get("clearance")
    status = label(row["state"])
    if data.get("hold"):
        status += ", on hold"
    if data.get("disagreed"):
        status += ": reviewers disagree"
    ending = today is not None and ends_soon(row, rules, today)
    if ending and held:
        status += f" to {held['until']}: extend it, or let it end"
    waiting = next((each for each in decisions if each["decision_id"] == data.get("pending")), None)
    return {
        "status": status,
        "why_now": row["why_now"],
        "first_raised": row["first_raised"],
        "open": row["state"] in OPEN_STATES,
        "asked": row["state"] in OPEN_STATES or ending,
        "due": levels.due(row, today),
        "assigned_to": data.get("assigned_to", ""),
        "previous_decision": in_words(decisions, rules),
        "given": _as_given(waiting) if waiting is not None and row["state"] == PENDING else {},
        "until": date.fromisoformat(held["until"]) if held else None,
        "revision": revision(row),
        "seen": len(decisions),
    }


def in_words(decisions: Iterable[Mapping[str, Any]], rules: ReviewRules) -> str:
    """Decisions as a cell tells them, the newest first."""
    lines = [_line(each, rules) for each in decisions][::-1]
    more = [f"and {len(lines) - _SHOWN} earlier"] if len(lines) > _SHOWN else []
    return "\n".join([*lines[:_SHOWN], *more])


def _line(each: Mapping[str, Any], rules: ReviewRules) -> str:
    decision = rules.decisions.get(each["decision"])
    text = decision.label if decision else each["decision"]
    if each["stage"] == "second":
        text = f"Second look: {text}"
    if each["reason_code"]:
        text += f" ({each['reason_code']})"
    if each["action"]:
        text += f", {each['action']}" + (f" {each['action_reference']}" if each["action_reference"] else "")
    text += f", {each['reviewer']}, {each['decided_on']}"
    return text + (f": {' '.join(each['reason'].split())}" if each["reason"] else "")


def _as_given(waiting: Mapping[str, Any]) -> dict[str, Any]:
    """What was filled in for a decision, as cells."""
    cells: Mapping[str, str] = waiting["data"].get("cells", {})
    return {key: date.fromisoformat(text) if key in _DATES else text for key, text in cells.items()}
