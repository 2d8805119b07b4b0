"""Periods of trade statistics: years, quarters and months, however they are written."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from screening.intake.statistics_words import word
from screening.names.months import month_named

_RAISED = re.compile(r"[¹²³⁰⁴-⁹⁾*]+\s*$")
"""A footnote's mark behind it."""
_YEAR = re.compile(r"[YyГг]?\s*((?:19|20)\d{2})(?:[.,]0+)?\s*(?:г(?:од|ода|\.)?|yil|жыл|y|ж\.)?")
_MONTH = re.compile(r"((?:19|20)\d{2})\s*[-./ ]?\s*[MmМм]?(0?[1-9]|1[0-2])")
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])\s*[-./]\s*((?:19|20)\d{2})")
_CHINESE = re.compile(r"((?:19|20)\d{2})\s*[年년]\s*(?:(0?[1-9]|1[0-2])\s*[月월])?")
_DAY = re.compile(r"((?:19|20)\d{2})-?(0[1-9]|1[0-2])-?01(?:[T ]00:00(?::00)?)?")
_WHOLE_YEAR = re.compile(r"((?:19|20)\d{2})52")
"""Comext and older Comtrade answers write the sum of a year as its 52nd month."""
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_FOUR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_LONGEST_MONTH = 4
_PART = re.compile(r"\d+|[^\W\d_]+", re.UNICODE)
A_YEAR: Final = {"M": 12, "Q": 4, "A": 1}
"""How many periods of each frequency make a year."""


class Period(NamedTuple):
    """A year, a quarter or a month: its first day, and ``A``, ``Q`` or ``M``."""

    start: date
    frequency: str


@lru_cache(maxsize=8192)
def period(text: str) -> Period | None:
    """Read a whole cell as a year, a quarter or a month; None where it is none (a week, the first nine months)."""
    plain = " ".join(_RAISED.sub("", text).replace(" ", " ").split())
    if found := _YEAR.fullmatch(plain):
        return Period(date(int(found[1]), 1, 1), "A")
    if found := _WHOLE_YEAR.fullmatch(plain):
        return Period(date(int(found[1]), 1, 1), "A")
    if found := _DAY.fullmatch(plain) or _MONTH.fullmatch(plain):
        return Period(date(int(found[1]), int(found[2]), 1), "M")
    if found := _CHINESE.fullmatch(plain):
        return Period(date(int(found[1]), int(found[2] or 1), 1), "M" if found[2] else "A")
    if found := _MONTH_FIRST.fullmatch(plain):
        return Period(date(int(found[2]), int(found[1]), 1), "M")
    year, names = _FOUR.findall(plain), _WORD.findall(plain)
    if any(word("several", name) for name in names):
        return None  # up to that month, from the beginning of the year
    months = {number for name in names if (number := month(name))}
    digits = re.sub(r"\D", "", plain)
    if len(year) == 1 and len(digits) == 4 and len(months) == 1:
        return Period(date(int(year[0]), months.pop(), 1), "M")
    if len(year) == 1 and (of := quarter(_FOUR.sub(" ", plain))):
        return Period(date(int(year[0]), 3 * of - 2, 1), "Q")
    return None


def quarter(text: str) -> int | None:
    """The number of a quarter: ``Q1``, ``IV квартал``, ``2nd quarter of``; None where it is none, or several."""
    parts = _PART.findall(text)
    numbers = [number for part in parts if (number := word("quarter_number", part))]
    rest = [part for part in parts if not word("quarter_number", part)]
    named = [part for part in rest if word("quarter", part)]
    others = [part for part in rest if not word("quarter", part) and not word("quarter_beside", part)]
    return int(numbers[0]) if len(numbers) == 1 and named and not others else None


def said(day: date, frequency: str) -> str:
    """A period in words, by its first day: ``2022``, ``2022-Q3``, ``2022-07``."""
    if frequency == "A":
        return str(day.year)
    return f"{day.year}-Q{(day.month + 2) // 3}" if frequency == "Q" else f"{day:%Y-%m}"


def holding(day: date, frequency: str) -> date:
    """The first day of the period a day lies in."""
    months = 12 // A_YEAR[frequency]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


@lru_cache(maxsize=1024)
def month(text: str) -> int | None:
    """The number of a month by its name in one of many languages, a beginning of it, or its number."""
    plain = text.strip().strip(".")
    if plain.isdecimal():
        return int(plain) if len(plain) <= _LONGEST_MONTH and 1 <= int(plain) <= 12 else None
    return month_named(plain)
