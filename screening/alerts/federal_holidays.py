"""When a report to an authority of the United States is due: business days without the federal holidays."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from screening import reference
from screening.errors import KnowledgeError

FILE: Final = "rules/us_federal_holidays.toml"
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def report_due(day: date, business_days: int) -> date:
    """The day so many business days after something was done; what is done on a day off counts from the day before."""
    due, left = day, business_days
    while left:
        due += timedelta(days=1)
        left -= due.weekday() < calendar.SATURDAY and due not in federal_holidays(due.year)
    return due


@cache
def federal_holidays(year: int) -> frozenset[date]:
    """The days of a year on which federal offices are closed for a holiday, as they are kept.

    Raises:
        KnowledgeError: A rule is not what it must be.
    """
    content = reference.rules(FILE)
    try:
        found = {day for each in (year, year + 1) for day in _kept(each, content)}
    except (KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"a holiday is not what it must be: {error}", where=FILE) from error
    return frozenset(day for day in found if day.year == year)


def _kept(year: int, content: Mapping[str, Any]) -> Iterator[date]:
    """The days that the holidays of a year are kept on; that of New Year may lie in the year before."""
    for each in content["holiday"]:
        if year >= each.get("since", year):
            day = date(year, each["month"], each["day"]) if "day" in each else _nth(year, each)
            yield day + timedelta(days=content["in_lieu"].get(_WEEKDAYS[day.weekday()], 0))


def _nth(year: int, each: Mapping[str, Any]) -> date:
    """The third Monday of a month, or the last."""
    weekday, month = _WEEKDAYS.index(each["weekday"]), each["month"]
    days = [day for day in range(1, calendar.monthrange(year, month)[1] + 1)
            if date(year, month, day).weekday() == weekday]  # fmt: skip
    return date(year, month, days[each["nth"] - (each["nth"] > 0)])
