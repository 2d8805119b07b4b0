"""The date or year of birth behind a person's name: "Kim Yong Chol (DOB 1946)", "Иванов Пётр, 12.03.1965 г.р."."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.months import month_named
from screening.reference import table

FEWEST_WORDS: Final = 2
"""Words that are left of a name at least."""
LONGEST: Final = 600
_DIGITS: Final = re.compile(r"\d\d\W*\D{0,40}$")
_FIGURES: Final = re.compile(r"(?<!\d)\d{1,7}(?!\d)")
"""Figures of a name of figures (17 November 2004), or of an address; not a long number of the person."""
_LETTER: Final = 2
"""Characters of a phrase of one letter with its dot, whose capital is an initial (D. 1970)."""
_YEAR: Final = r"(?:19|20)\d\d"
_ANY_YEAR: Final = r"1[2-9]\d\d|20\d\d"
"""A year of another calendar too, where a phrase says what it is (متولد 1345)."""
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_MONTH: Final = r"(?P<month{}>[^\W\d_]{{3,12}})\.?"
_SPACE: Final = r"[\s,/-]*"
_DATES: Final = (
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-](?P<year1>{_ANY_YEAR}|\d\d)",
    rf"(?P<year2>{_ANY_YEAR})[./-]\d{{1,2}}[./-]\d{{1,2}}",
    rf"{_DAY}{_SPACE}{_MONTH.format(1)}{_SPACE}(?P<year3>{_YEAR})",
    rf"{_MONTH.format(2)}{_SPACE}{_DAY}{_SPACE}(?P<year4>{_YEAR})",
)


@lru_cache(maxsize=1 << 14)
def without_birth_date(name: str) -> str:
    """A person's name without the date of birth behind it; the name as it stands where none is, or nothing else."""
    found = _found(name)
    return name if found is None else name[: found.start()].rstrip(" ,;([（")


@lru_cache(maxsize=1 << 14)
def birth_year(name: str) -> int | None:
    """The year, of the Gregorian calendar, in which a text says beside a person's name that the person was born; None
    where it says none, or something else may have been in that year.
    """
    found = _found(name)
    if found is None or (found.groupdict().get("before") or "").casefold() in _ambiguous():
        return None
    year = next((text for group, text in found.groupdict().items() if group.startswith("year") and text), "")
    return int(year) if re.fullmatch(_YEAR, year) else None


def _found(name: str) -> re.Match[str] | None:
    """The date of birth at the end of a name."""
    if len(name) > LONGEST or not may_be_dated(name):
        return None
    for pattern in _patterns():
        for found in pattern.finditer(name):
            months = [text for group, text in found.groupdict().items() if group.startswith("month") and text]
            bare = name[: found.start()]
            if all(map(month_named, months)) and len(bare.split()) >= _fewest(name) and not _FIGURES.search(bare):
                return found
    return None


def _fewest(name: str) -> int:
    """The words a name has at least; one where it is written without spaces."""
    return FEWEST_WORDS if ord(name[0]) < 0x2E80 else 1


def may_be_dated(name: str) -> bool:
    """Whether a name has figures near its end; cheap."""
    return _DIGITS.search(name) is not None


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(row["phrase"].casefold() for row in _rows() if row["ambiguous"] == "yes")


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(table("words/birth_labels.tsv").rows)


def _phrases(place: str) -> str:
    """The phrases of a place as alternatives, the longest first, those of a letter in that case only."""
    said = sorted({row["phrase"] for row in _rows() if row["place"] == place}, key=len, reverse=True)
    return "|".join(_pattern(phrase) for phrase in said)


def _pattern(phrase: str) -> str:
    text = re.escape(phrase).replace(r"\ ", r"\s*" if "." in phrase else r"\s+")
    text = text.replace("'", "['’ʻʼ‘]")
    return text if len(phrase) <= _LETTER else f"(?i:{text})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A date behind a phrase or before one, or by itself; a year in those ways, or in brackets."""
    before = rf"(?P<before>{_phrases('before')})[\s.:]*"
    behind = rf"(?:(?<=\d)|\s)\s*(?:{_phrases('behind')})(?!\w)"
    closed = r"[\s.,;)\]）]*$"
    opened = r"(?:(?<=\w)[\s,;]*[(\[（]\s*|[\s,;]+)"
    date = f"(?:{'|'.join(_DATES)})"
    years = rf"(?P<year5>{_ANY_YEAR})(?:\s*[-–—/]\s*(?:{_YEAR}|\d\d))?"
    bare = rf"(?P<year6>{_YEAR})(?:\s*[-–—/]\s*(?:{_YEAR}|\d\d))?"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{opened}{before}{date}(?:{behind})?{closed}",
            rf"{opened}{date}{behind}{closed}",
            rf"{opened}{before}{years}(?:{behind})?{closed}",
            rf"{opened}{years}{behind}{closed}",
            rf"{opened}{date}{closed}",
            rf"{opened}{bare}{closed}",
        )
    )
