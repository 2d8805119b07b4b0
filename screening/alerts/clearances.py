"""How long a false positive is remembered, and what makes the alert come back.

A false positive holds for this subject and this entry only, and only as long as all stays as it was: any change in
the entry, the subject or the explanation of their match voids it (`store.states.when_changed`). One whose reason names
no contradicting field holds for the run it was made on: when a later run raises the alert anew, it comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from screening.alerts.review_rules import ReviewRules

if TYPE_CHECKING:
    from screening.alerts.submissions import Verdict

REVIEW_REQUIRED: Final = "review_required"


def clearance(alert: Mapping[str, Any], verdict: Verdict, rules: ReviewRules, today: date) -> dict[str, Any]:
    """What is kept of a false positive that stands: until when, for which reasons, and whether it outlives the run."""
    key = "months_critical" if alert["priority"] == "critical" else "months"
    return {
        "since": today.isoformat(),
        "until": months_later(today, int(rules.clearance[key])).isoformat(),
        "codes": [code.id for code in verdict.codes],
        "remembered": verdict.clears,
    }


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
