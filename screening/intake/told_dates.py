"""Dates of birth and founding in party tables, and which of them say nothing.

What stands in a field that must be filled (``lists/words/placeholder_dates.tsv``), lies in the future or so far back
that nobody living was born then says nothing of a party, and would tell a true match apart: it is left out. Where a
country of the row writes another calendar, the date is read in that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.intake.other_calendars import Calendar, calendar_of, in_common
from screening.intake.party_dates import day_first, is_ambiguous, partial_date, plain
from screening.reference import table

EARLIEST: Final = {"birth_date": 1880, "incorporated_on": 1500}
"""The first year that is believed: nobody born before lives, and hardly a firm is older."""
_YEAR_FIRST: Final = re.compile(r"(\d{4})(?:([/.-])(\d{1,2})(?:\2(\d{1,2}))?)?")
_YEAR_LAST: Final = re.compile(r"(?:(\d{1,2})([/.-]))?(\d{1,2})[/.-](\d{4})")
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_YEAR, _DAY = 4, 10  # letters of a year and of a day in ISO 8601
_PARTS: Final = re.compile(r"[\s,;|()]+|\s+[/–—-]\s+")
_MOST_OF_A_DATE: Final = 4
"""Words of a date: "10 April 1971 г."."""
_LEAST, _OF_A_HUNDRED = 3, 1


class Told(NamedTuple):
    """What a cell says: the date, and what a person should know of how it was read: ``strange`` where it is
    not understood, else see `remark_on`."""

    date: str | None
    remark: str = ""


_REMARKS: Final = {
    "placeholder": "left out as what is written where none is known",
    "future": "left out as lying in the future",
    "early": "left out as lying too far back, perhaps in a calendar that no country of the row has",
    "converted": "read in the {} calendar",
    "ambiguous": "with day and month not to be told apart: the year alone is used",
}


def remark_on(remark: str) -> str:
    """What is said of dates with that remark, behind how many they are and their column."""
    kind, _, calendar = remark.partition(":")
    return _REMARKS[kind].format(calendar)


class DateColumn(NamedTuple):
    """What the first rows tell of a column of dates: whether the day comes first, and its dates for unknown ones."""

    day_first: bool | None = None
    placeholders: frozenset[str] = frozenset()


def column_of(cells: Iterable[str]) -> DateColumn:
    """What the cells of a column of dates tell of it."""
    values = [_beside_place(cell) for cell in cells if cell.strip()]
    order = day_first(values)
    again = {each for each, taken in _placeholders().items() if taken == "repeated"}
    found = Counter(each for cell in values if (each := partial_date(cell, day_first=order)) in again)
    least = max(_LEAST, len(values) * _OF_A_HUNDRED / 100)
    return DateColumn(order, frozenset(each for each, count in found.items() if each and count >= least))


def told_date(text: str, attribute: str, column: DateColumn, countries: Collection[str], today: date) -> Told:
    """What a cell of dates of birth or founding says.

    Args:
        text: The cell.
        attribute: ``birth_date`` or ``incorporated_on``.
        column: What is known of its column.
        countries: The countries of the party, or where none is said of the row.
        today: The day; of a later one nobody is.
    """
    text = _beside_place(text)
    if other := _of_another_calendar(text, countries):
        calendar, found = other
        return _believed(found, attribute, column, today) or Told(found, f"converted:{calendar.name}")
    told = partial_date(text, day_first=column.day_first)
    if told is None:
        return Told(None, "strange")
    if doubt := _believed(told, attribute, column, today):
        return doubt
    return Told(told, "ambiguous" if column.day_first is None and is_ambiguous(text) else "")


@lru_cache(maxsize=65536)
def _beside_place(text: str) -> str:
    """The date of a cell that says where as well ("10.04.1971, Nampo"); any other cell as it stands."""
    if partial_date(text) is not None or not any(map(str.isdigit, text)):
        return text
    parts = [part for part in _PARTS.split(plain(text)) if any(map(str.isalnum, part))]
    for size in range(min(_MOST_OF_A_DATE, len(parts) - 1), 0, -1):
        for some, rest in ((parts[:size], parts[size:]), (parts[-size:], parts[:-size])):
            if not any(map(str.isdigit, "".join(rest))) and partial_date(" ".join(some)) is not None:
                return " ".join(some)
    return text


def _believed(told: str, attribute: str, column: DateColumn, today: date) -> Told | None:
    """What to say of a date that is left out; None where it may be real."""
    bare = told.removeprefix("circa ")
    taken = _placeholders().get(bare)
    if bare in column.placeholders or taken == "always" or (taken == "of_births" and attribute == "birth_date"):
        return Told(None, "placeholder")
    if bare[:_DAY] > (today + timedelta(days=1)).isoformat():
        return Told(None, "future")
    return Told(None, "early") if int(bare[:_YEAR]) < EARLIEST[attribute] else None


def _of_another_calendar(text: str, countries: Collection[str]) -> tuple[Calendar, str] | None:
    """The date in the common calendar, and which other it was of; before its days are taken for those of the common."""
    if not countries:
        return None
    bare = plain(text)
    if found := _YEAR_LAST.fullmatch(bare):
        year, month, day = found[4], found[3], found[1]
    elif found := _YEAR_FIRST.fullmatch(bare) or _ISO.fullmatch(partial_date(text) or ""):
        year, month, day = found[1], found[found.re.groups - 1], found[found.re.groups]
    else:
        return None
    calendar = calendar_of(int(year), countries)
    common = in_common(calendar, int(year), int(month or 0), int(day or 0)) if calendar else None
    return (calendar, common) if calendar and common else None


@cache
def _placeholders() -> dict[str, str]:
    return {row["date"]: row["taken"] for row in table("words/placeholder_dates.tsv").rows}
