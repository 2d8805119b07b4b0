"""Periods of trade statistics: years and months, however they are written."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.folding import fold
from screening.reference import table

_YEAR = re.compile(r"[YyГг]?\s*((?:19|20)\d{2})(?:[.,]0+)?\s*(?:г(?:од|ода|\.)?|yil|жыл|y|ж\.)?")
_MONTH = re.compile(r"((?:19|20)\d{2})\s*[-./ ]?\s*[MmМм]?(0?[1-9]|1[0-2])")
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])\s*[-./]\s*((?:19|20)\d{2})")
_DAY = re.compile(r"((?:19|20)\d{2})-?(0[1-9]|1[0-2])-?01(?:[T ]00:00(?::00)?)?")
_WHOLE_YEAR = re.compile(r"((?:19|20)\d{2})52")
"""Comext and older Comtrade answers write the sum of a year as its 52nd month."""
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_FOUR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SHORTEST: Final = 3


class Period(NamedTuple):
    """A year or a month: its first day, and ``A`` or ``M``."""

    start: date
    frequency: str


@lru_cache(maxsize=8192)
def period(text: str) -> Period | None:
    """Read a whole cell as a year or a month; None where it is neither (quarters and weeks are not)."""
    plain = " ".join(text.replace(" ", " ").split())
    if found := _YEAR.fullmatch(plain):
        return Period(date(int(found[1]), 1, 1), "A")
    if found := _WHOLE_YEAR.fullmatch(plain):
        return Period(date(int(found[1]), 1, 1), "A")
    if found := _DAY.fullmatch(plain) or _MONTH.fullmatch(plain):
        return Period(date(int(found[1]), int(found[2]), 1), "M")
    if found := _MONTH_FIRST.fullmatch(plain):
        return Period(date(int(found[2]), int(found[1]), 1), "M")
    year, names = _FOUR.findall(plain), _WORD.findall(plain)
    months = {number for name in names if (number := month(name))}
    digits = re.sub(r"\D", "", plain)
    if len(year) == 1 and len(digits) == 4 and len(months) == 1:
        return Period(date(int(year[0]), months.pop(), 1), "M")
    return None


@lru_cache(maxsize=1024)
def month(text: str) -> int | None:
    """The number of a month by its name in one of many languages, a beginning of it, or its number."""
    plain = text.strip().strip(".")
    if plain.isdigit():
        return int(plain) if 1 <= int(plain) <= 12 else None
    folded = fold(plain)
    if len(folded) < _SHORTEST:
        return _names().get(folded)
    if folded in _names():
        return _names()[folded]
    found = {number for name, number in _names().items() if name.startswith(folded)}
    return found.pop() if len(found) == 1 else None


@cache
def _names() -> dict[str, int]:
    names: dict[str, int] = {}
    for row in table("words/months.tsv").rows:
        for name in row["names"].split(";"):
            names.setdefault(fold(name.strip()), int(row["month"]))
    return names
