"""Partial dates ("1970", "1970-05", "circa 1970", "1970/1975") as spans of days, and whether two agree."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?$")
_CIRCA = re.compile(r"^(?:circa|ca\.?|c\.|approximately|approx\.?|~)\s*", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:/|\bto\b|–|\.\.)\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """The days a partial date may mean, both ends included."""

    first: date
    last: date
    circa: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.first == self.last and not self.circa

    def years(self, circa_years: int) -> tuple[int, int]:
        """First and last year, widened on both sides when the date is only "circa"."""
        slack = circa_years if self.circa else 0
        return self.first.year - slack, self.last.year + slack


@dataclass(frozen=True, slots=True)
class DateAgreement:
    """What two sets of dates say of each other.

    ``date`` compares in the detail both have, ``year`` the years alone, ``day`` agrees only when both name
    the same day; each is agrees, contradicts or absent. ``note`` says in words what a reviewer should know,
    or is empty.
    """

    date: str
    year: str
    day: str
    note: str = ""


ABSENT = DateAgreement("absent", "absent", "absent")


@lru_cache(maxsize=65536)
def parse(text: str) -> Span | None:
    """The days ``text`` may mean, or None where it is not a date in the form `screening.model` describes."""
    text = text.strip()
    circa = bool(_CIRCA.match(text))
    text = _CIRCA.sub("", text)
    ends = [_partial(piece) for piece in _RANGE.split(text, maxsplit=1)]
    found = [end for end in ends if end is not None]
    if not found or len(found) != len(ends):
        return None
    return Span(min(span.first for span in found), max(span.last for span in found), circa)


def _partial(text: str) -> Span | None:
    match = _PARTIAL.match(text.strip())
    if not match:
        return None
    year, month, day = (int(piece) if piece else None for piece in match.groups())
    if not year:
        return None
    try:
        if month is None:
            return Span(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return Span(date(year, month, day), date(year, month, day))
    except (ValueError, calendar.IllegalMonthError):
        return None


def compare(ours: Iterable[str], theirs: Iterable[str], *, circa_years: int = 2) -> DateAgreement:
    """Compare the dates known of a subject with those on an entry; the best pair counts.

    Two dates agree when they may mean the same day: "1970" agrees with "1970-05-03". The same day and month
    the wrong way round is a usual slip, agrees in the year, and is said in the note.
    """
    left, right = _spans(ours), _spans(theirs)
    if not left or not right:
        return ABSENT
    best = ABSENT
    for a in left:
        for b in right:
            found = _compare(a, b, circa_years)
            if best is ABSENT or _rank(found) > _rank(best):
                best = found
    return best


def _spans(texts: Iterable[str]) -> Sequence[Span]:
    return [span for text in texts if text and (span := parse(text)) is not None]


def _rank(found: DateAgreement) -> tuple[bool, bool, bool, bool]:
    return (found.day == "agrees", found.date == "agrees", not found.note, found.year == "agrees")


def _compare(a: Span, b: Span, circa_years: int) -> DateAgreement:
    first_a, last_a = a.years(circa_years)
    first_b, last_b = b.years(circa_years)
    years_meet = first_a <= last_b and first_b <= last_a
    if not years_meet:
        return DateAgreement("contradicts", "contradicts", "contradicts", "the years differ")
    if a.is_day and b.is_day:
        if a.first == b.first:
            return DateAgreement("agrees", "agrees", "agrees", "")
        if (a.first.month, a.first.day) == (b.first.day, b.first.month):
            return DateAgreement("agrees", "agrees", "absent", "day and month are the other way round")
        return DateAgreement("contradicts", "agrees", "contradicts", "the same year, another day")
    if a.circa or b.circa:
        return DateAgreement("agrees", "agrees", "absent", "one of the dates is only approximate")
    if a.first <= b.last and b.first <= a.last:
        return DateAgreement("agrees", "agrees", "absent", _detail(a, b))
    return DateAgreement("contradicts", "agrees", "contradicts", "the same year, another month")


def _detail(a: Span, b: Span) -> str:
    longest = max((span.last - span.first).days for span in (a, b))
    if longest > 366:
        return "one of the dates is a range of years"
    return "only the years can be compared" if longest > 31 else "only the months can be compared"
