"""By when something is due, in business days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from screening.alerts.review_rules import ReviewRules, load


@dataclass(frozen=True, slots=True)
class ServiceLevels:
    """How long things may wait.

    Args:
        days: Business days by priority, and under ``information`` and ``reminder``.
        holidays: Days that are no business days, beside Saturdays and Sundays.
    """

    days: Mapping[str, int]
    holidays: frozenset[date] = field(default_factory=frozenset)

    @classmethod
    def of(
        cls, said: Mapping[str, int] | None = None, holidays: Iterable[date] = (), rules: ReviewRules | None = None
    ) -> ServiceLevels:
        """Those of the rules, with what the settings say laid over them."""
        return cls({**(rules or load()).service_levels, **(said or {})}, frozenset(holidays))

    def after(self, day: date, business_days: int) -> date:
        """The day so many business days later; with 0 the day itself, or the next business day."""
        import numpy as np

        off = np.array(sorted(self.holidays), dtype="datetime64[D]")
        due = np.busday_offset(np.datetime64(day, "D"), business_days, roll="forward", holidays=off)
        return date.fromisoformat(str(due))

    def between(self, first: date, last: date) -> int:
        """Business days from one day to another, the first not counted; 0 when the last is not later."""
        import numpy as np

        if last <= first:
            return 0
        off = np.array(sorted(self.holidays), dtype="datetime64[D]")
        days = (np.datetime64(first, "D") + 1, np.datetime64(last, "D") + 1)
        return int(np.busday_count(*days, holidays=off))

    def due(self, alert: Mapping[str, Any], today: date | None = None) -> date | None:
        """By when an alert of the store is due; None when nothing is.

        An alert that waits for information is due when the answer is; one that is closed, when the report of what was
        blocked or rejected is.

        Args:
            alert: The alert.
            today: The day; an alert raised after it, by a clock that stood wrong, is taken for one of this day.
        """
        data = alert.get("data") or {}
        if data.get("report_due"):
            return date.fromisoformat(data["report_due"])
        if alert["state"] in ("false_positive", "true_match", "flag_resolved", "entry_withdrawn", "out_of_scope"):
            return None
        if alert["state"] == "pending_information" and data.get("asked_on"):
            return self.after(date.fromisoformat(data["asked_on"]), self.days["information"])
        came_back = alert["state"] == "review_required" and alert.get("changed_at")
        since = data.get("reopened_on") or (alert["changed_at"] if came_back else alert["first_raised"])[:10]
        first = date.fromisoformat(since)
        return self.after(min(first, today) if today else first, self.days[alert["priority"]])

    def reminder(self, alert: Mapping[str, Any]) -> date | None:
        """The day a request for information is repeated; None where none waits."""
        asked = (alert.get("data") or {}).get("asked_on")
        if alert["state"] != "pending_information" or not asked:
            return None
        return self.after(date.fromisoformat(asked), self.days["reminder"])


def raised_at(alert: Mapping[str, Any]) -> datetime:
    """When an alert of the store was first raised."""
    return datetime.fromisoformat(alert["first_raised"])
