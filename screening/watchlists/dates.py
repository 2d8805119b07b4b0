"""Dates as list publishers write them, as ISO 8601 text that may be partial, approximate or a range."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from screening.names.months import english_forms

_DATE = re.compile(
    r"""^(?:
      (?P<y1>\d{4})(?:[-/.](?P<m1>\d{1,2})(?:[-/.](?P<d1>\d{1,2}))?)?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?
    | (?P<d2>\d{1,2})\ (?P<m2>[A-Za-z]{3,9})\.?,?\ (?P<y2>\d{4})
    | (?P<m3>[A-Za-z]{3,9})\.?\ (?:(?P<d3>\d{1,2}),?\ )?(?P<y3>\d{4})
    | (?P<d4>\d{1,2})[/.-](?P<m4>\d{1,2})[/.-](?P<y4>\d{4})
    | (?P<m5>\d{1,2})[/.](?P<y5>\d{4})
    | (?P<d6>\d{1,2})-(?P<m6>[A-Za-z]{3})-(?P<y6>\d{4})
    )$""",
    re.VERBOSE,
)
_CIRCA = re.compile(r"^(?:circa|approximately|approx\.?|about|between|c\.|ca\.?)\s+", re.IGNORECASE)
_RANGE = re.compile(r"\s+(?:to|and|until|-|–)\s+|(?<=\d{4})\s*[-–]\s*(?=\d{4}$)", re.IGNORECASE)


@lru_cache(maxsize=65536)
def iso_date(text: str, *, day_first: bool = True) -> str | None:
    """One date as ISO text: ``05 Jul 2018`` → ``2018-07-05``, ``circa 1970``, ``1951 to 1953`` →
    ``1951/1953``.

    Zeros and ``dd``/``mm`` in place of an unknown day or month are left out. None where it is no date.

    Args:
        day_first: Whether ``03/04/2020`` is the third of April (as in Britain) or the fourth of March (US).
    """
    text = " ".join(text.split()).rstrip(".")
    bare = _CIRCA.sub("", text)
    ends = _RANGE.split(bare)
    if len(ends) == 2:
        first, last = (iso_date(end, day_first=day_first) for end in ends)
        return f"{first.removeprefix('circa ')}/{last.removeprefix('circa ')}" if first and last else None
    bare = re.sub(r"^(?:(?:00|dd)/)?(?:(?:00|mm)/)?(?=(?:\d{1,2}/)?\d{4}$)", "", bare, flags=re.IGNORECASE)
    found = _DATE.match(bare)
    if not found:
        return None
    parts = {name[0]: value for name, value in found.groupdict().items() if value is not None}
    year, month_text, day = int(parts["y"]), parts.get("m", "0"), int(parts.get("d", "0"))
    month = int(month_text) if month_text.isdigit() else english_forms().get(month_text.lower(), -1)
    if found["y4"] and not day_first:
        day, month = month, day
    if not year >= 1 or month < 0 or month > 12:
        return None
    if month and day:
        try:
            date(year, month, day)
        except ValueError:
            return None
    iso = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")
    return f"circa {iso}" if bare != text and not text.lower().startswith("between") and _CIRCA.match(text) else iso


def whole_date(text: str, *, day_first: bool = True) -> date | None:
    """A date with year, month and day, or None."""
    iso = iso_date(text, day_first=day_first) if text else None
    return date.fromisoformat(iso) if iso and len(iso) == 10 and iso[4] == "-" else None
