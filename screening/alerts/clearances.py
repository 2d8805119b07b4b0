"""How long a false positive is remembered, and what makes the alert come back.

A false positive holds for this subject and this entry only, and only as long as all stays as it was: any change in
the entry, the subject or the explanation of their match voids it (`store.states.when_changed`). One whose
reason names no contradicting field says nothing beyond what the reviewer saw: of a customer or trader, who is
met again and again, the alert comes back with the next run; of somebody named in a story it stays with that
story, and the next story is another subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from screening.alerts.review_rules import ReviewRules

if TYPE_CHECKING:
    from screening.alerts.submissions import Verdict

REVIEW_REQUIRED: Final = "review_required"
_MENTION: Final = "mention"


def clearance(alert: Mapping[str, Any], verdict: Verdict, rules: ReviewRules, today: date) -> dict[str, Any]:
    """What is kept of a false positive that stands: until when, for which reasons, and whether it outlives the run."""
    key = "months_critical" if alert["priority"] == "critical" else "months"
    return {
        "since": today.isoformat(),
        "until": months_later(today, int(rules.clearance[key])).isoformat(),
        "codes": [code.id for code in verdict.codes],
        "remembered": verdict.clears or is_of_a_story(alert),
    }


def ends_soon(alert: Mapping[str, Any], rules: ReviewRules, today: date) -> bool:
    """Whether what is remembered of a false positive ends so soon that it is asked whether it is to hold longer."""
    held = alert["data"].get("clearance")
    if alert["state"] != "false_positive" or not held or not held["remembered"]:
        return False
    return (date.fromisoformat(held["until"]) - today).days <= int(rules.clearance["ask_days"])


def is_of_a_story(alert: Mapping[str, Any]) -> bool:
    """Whether the subject is a name in one story, and nothing else; ``alert`` with its evidence."""
    places = alert.get("places") or ()
    return bool(places) and all(place.get("role") == _MENTION for place in places)


def months_later(day: date, months: int) -> date:
    """The same day so many months later; where there is none, the last of that month."""
    import calendar

    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def lapsed(alerts: Iterable[Mapping[str, Any]], today: date, raised_again: bool) -> Iterable[tuple[str, str]]:
    """The cleared alerts that come back, each with the reason in words.

    Args:
        alerts: Alerts of the store.
        today: The day.
        raised_again: Whether a run has just raised these alerts: then those that may not be remembered come back.
    """
    for alert in alerts:
        held = alert["data"].get("clearance")
        if alert["state"] != "false_positive" or not held:
            continue
        if today.isoformat() > held["until"]:
            yield alert["alert_id"], f"the clearance of {held['since']} ended on {held['until']}"
        elif raised_again and not held["remembered"]:
            codes = ", ".join(held["codes"])
            yield alert["alert_id"], f"cleared on {held['since']} for {codes}, which cannot be remembered"
