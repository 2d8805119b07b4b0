"""Dates of other calendars than the common one, as ISO 8601 text: Solar Hijri, Lunar Hijri and Buddhist years.

Which countries write them, and which of their years are no year of anybody living in the common calendar, stands in
``lists/places/calendars.tsv``. A date without day or month is the span of days that it means, and so is one of the
Lunar Hijri calendar: its months begin when the moon is seen, a day or two from where they are reckoned.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from screening.reference import table

_SOLAR_FROM: Final = (1300, date(1921, 3, 21))
_SOLAR_LEAPS: Final = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Leap years in each cycle of 33 years, as the calendar has had them since the thirteenth century (1244 to 1472)."""
_SOLAR_CYCLE: Final = 33
_LUNAR_SLACK: Final = 2
"""Days by which a month may begin earlier or later than reckoned."""
_BEFORE_JULIAN_1: Final = 1721425
"""The Julian day number of the day before 1 January of the year 1."""
_BUDDHIST: Final = 543
_BUDDHIST_SINCE: Final = 2484
"""Since then its years begin in January; before, in April."""
_APRIL: Final = 4
_MONTHS: Final = 12


class Calendar(NamedTuple):
    """A calendar: how it is counted, what it is called to people, and which of its years are read so, and where."""

    kind: str
    name: str
    countries: frozenset[str]
    years: range


@cache
def calendars() -> tuple[Calendar, ...]:
    """The calendars that are known."""
    return tuple(
        Calendar(
            row["calendar"],
            row["name"],
            frozenset(row["countries"].split(";")),
            range(int(row["from"]), int(row["to"]) + 1),
        )
        for row in table("places/calendars.tsv").rows
    )


def calendar_of(year: int, countries: Collection[str]) -> Calendar | None:
    """The calendar a year is of, where one of the countries writes it; None where it is the common one, or unknown."""
    return next((each for each in calendars() if year in each.years and not each.countries.isdisjoint(countries)), None)


def in_common(calendar: Calendar, year: int, month: int = 0, day: int = 0) -> str | None:
    """The date in the common calendar, or the span of days it means; None where there is no such day.

    Args:
        calendar: The calendar it is of.
        year: Its year.
        month: Its month, 0 where it is not said.
        day: Its day, 0 where it is not said.
    """
    if not 0 <= month <= _MONTHS or (day and not month):
        return None
    count = _COUNTS[calendar.kind]
    try:
        first = count(year, month or _begins(calendar, year), day or 1)
        if day:
            last = first
        elif month:
            last = first + _days(count, year, month) - 1
        else:
            last = count(year + 1, _begins(calendar, year + 1), 1) - 1
    except ValueError:
        return None
    slack = _LUNAR_SLACK if calendar.kind == "lunar_hijri" else 0
    ends = [date.fromordinal(first - slack).isoformat(), date.fromordinal(last + slack).isoformat()]
    return "/".join(dict.fromkeys(ends))


def _begins(calendar: Calendar, year: int) -> int:
    """The month that a year begins with."""
    return _APRIL if calendar.kind == "buddhist" and year < _BUDDHIST_SINCE else 1


def _days(count: Callable[[int, int, int], int], year: int, month: int) -> int:
    for day in range(31, 28, -1):
        with suppress(ValueError):
            return count(year, month, day) - count(year, month, 1) + 1
    return 28


def _solar(year: int, month: int, day: int) -> int:
    """The ordinal of a day of the Solar Hijri calendar: six months of 31 days, five of 30, the last of 29 or 30."""
    last = 31 if month <= 6 else 30 if month < _MONTHS or _is_leap(year) else 29
    if not 1 <= day <= last:
        raise ValueError(day)
    start, begins = _SOLAR_FROM
    between = range(start, year) if year >= start else range(year, start)
    days = sum(366 if _is_leap(each) else 365 for each in between)
    return begins.toordinal() + (days if year >= start else -days) + 30 * (month - 1) + min(month - 1, 6) + day - 1


def _is_leap(year: int) -> bool:
    return year % _SOLAR_CYCLE in _SOLAR_LEAPS


def _lunar(year: int, month: int, day: int) -> int:
    """The ordinal of a day of the Lunar Hijri calendar as it is reckoned in tables."""
    if not 1 <= day <= 30:
        raise ValueError(day)
    julian = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + 1948440 - 385
    return julian - _BEFORE_JULIAN_1


def _buddhist(year: int, month: int, day: int) -> int:
    late = year < _BUDDHIST_SINCE and month < _APRIL
    return date(year - _BUDDHIST + late, month, day).toordinal()


_COUNTS: Final[dict[str, Callable[[int, int, int], int]]] = {
    "solar_hijri": _solar,
    "lunar_hijri": _lunar,
    "buddhist": _buddhist,
}
