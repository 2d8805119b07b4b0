"""Dates as party tables write them, in many languages and styles, as ISO 8601 text that may be partial."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from screening.names.months import english_months, month_named
from screening.reference import table
from screening.watchlists.dates import iso_date

_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_SHORT_YEAR = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2})")
_COMPACT = re.compile(r"((?:18|19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_IDEOGRAPHS = re.compile(r"(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일号]?)?)?")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[AaPp][Mm])?(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?$")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|\.(?=\s+[^\d\s]))", re.IGNORECASE)
_WHOLE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTHS = 12
_PIVOT = 30
"""A two-digit year above it is of the twentieth century; one below could be of either, and is not read."""


@cache
def _marks() -> re.Pattern[str]:
    """A word for "year" behind the year (``lists/words/year_marks.tsv``)."""
    marks = sorted({row["mark"] for row in table("words/year_marks.tsv").rows}, key=len, reverse=True)
    return re.compile(rf"(?<=\d)\s*(?:{'|'.join(map(re.escape, marks))})\.?$", re.IGNORECASE)


def day_first(values: Iterable[str]) -> bool | None:
    """Whether a column's ``03/04/2020`` is the third of April, told by days beyond the 12th; else None."""
    month_first = False
    for value in values:
        found = _NUMERIC.match(plain(value))
        if not found or found[2] == ".":
            continue
        if int(found[1]) > 12:
            return True
        month_first = month_first or int(found[3]) > 12
    return False if month_first else None


@lru_cache(maxsize=65536)
def partial_date(text: str, *, day_first: bool | None = None) -> str | None:
    """The date as ISO text (``1970``, ``1970-05``, ``1970-05-03``, ``circa 1970``); None where it is no date.

    Where day and month cannot be told apart (``03/04/1970`` and no evidence in the column) only the year is
    said: a date that is half known must not contradict one that is.
    """
    text = plain(text)
    if not text:
        return None
    if found := _COMPACT.fullmatch(text):
        return iso_date("-".join(found.groups()))
    if found := _IDEOGRAPHS.fullmatch(text):
        return iso_date("-".join(part for part in found.groups() if part))
    if found := _SHORT_YEAR.fullmatch(text):
        if int(found[4]) <= _PIVOT:
            return None
        text = f"{found[1]}{found[2]}{found[3]}{found[2]}19{found[4]}"
    if found := _NUMERIC.fullmatch(text):
        return _numeric(found, day_first)
    text = _ORDINAL.sub("", text)
    text = " ".join(_WORD.sub(lambda word: _month(word[0]), text).replace(",", " ").split())
    return iso_date(_marks().sub("", text))


def whole_date(text: str) -> date | None:
    """The day a text says, as `partial_date` reads it; None where it says a part of one, or about when."""
    found = partial_date(text)
    return date.fromisoformat(found) if found and _WHOLE.fullmatch(found) else None


def _numeric(found: re.Match[str], order: bool | None) -> str | None:
    first, mark, second, year = found.groups()
    text = f"{first}/{second}/{year}"
    if mark == "." or order is not None:
        usual = mark == "." or bool(order)
        return iso_date(text, day_first=usual) or iso_date(text, day_first=not usual)
    if int(first) <= _MONTHS and int(second) <= _MONTHS and int(first) != int(second):
        return year
    return iso_date(text, day_first=True) or iso_date(text, day_first=False)


def is_ambiguous(text: str) -> bool:
    """Whether day and month of a date cannot be told apart: ``03/04/1970``, but not ``03.04.1970``."""
    found = _NUMERIC.fullmatch(plain(text)) or _SHORT_YEAR.fullmatch(plain(text))
    if not found or found[2] == ".":
        return False
    return int(found[1]) != int(found[3]) and max(int(found[1]), int(found[3])) <= _MONTHS


def plain(text: str) -> str:
    """ASCII digits, plain spaces, no time of day."""
    text = "".join(
        str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char
        for char in text.strip()[:100]
        if unicodedata.category(char) != "Cf"
    )
    return _TIME.sub("", " ".join(text.split()))


def _month(word: str) -> str:
    """A month's short name in English, which `iso_date` reads in every style; any other word as it is."""
    number = month_named(word)
    return english_months()[number - 1][:3] if number else word
