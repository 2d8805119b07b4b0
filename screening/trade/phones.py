"""The countries of telephone numbers, by the beginnings with which they are dialled from abroad.

``+996 312 90-00-00`` and ``тел. 00996 312 900000`` are of Kyrgyzstan; ``0312 900000`` tells none.
``lists/places/calling_codes.tsv``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from screening.names.scripts import GLUED, script_of
from screening.reference import table

_WRITTEN: Final = re.compile(r"(?<![\w+])(?P<from>\(?\s?\+|\(?00)?\s?\(?(?P<number>\d[\d\s().\-–/]{5,20}\d)(?!\w)")
_TRUNK: Final = "(0)"
_FEWEST: Final = 8
_MOST: Final = 15
"""Digits of a number in full (E.164)."""
_LABELLED: Final = 14
"""Characters before a number among which a word for "telephone" stands."""


@lru_cache(maxsize=65536)
def countries_of(text: str, *, alone: bool = False) -> tuple[frozenset[str], str]:
    """The countries of the numbers in a text, and the first of them as written; empty where none tells its country.

    Args:
        text: An address, or a cell of telephone numbers.
        alone: Whether the text holds nothing else: then 00 is read as +, and a number in full without either is told by
            its length. In an address a word for "telephone" must stand before such a number.
    """
    plain = unicodedata.normalize("NFKC", text)
    found: frozenset[str] = frozenset()
    first = ""
    for match in _WRITTEN.finditer(plain):
        prefix = (match["from"] or "").strip("( ")
        labelled = alone or prefix == "+" or _is_labelled(plain[: match.start()])
        digits = "".join(str(unicodedata.digit(each)) for each in match["number"].replace(_TRUNK, "") if each.isdigit())
        if labelled and (countries := _countries(digits, whole=not prefix)):
            first = first or " ".join(match[0].split())
            found |= countries
    return found, first


def _countries(digits: str, *, whole: bool) -> frozenset[str]:
    """The countries of a number in full; where nothing says that it is one, by its length."""
    if not _FEWEST <= len(digits) <= _MOST:
        return frozenset()
    known, lengths = _codes()
    code = next((digits[:size] for size in range(5, 0, -1) if digits[:size] in known), "")
    if whole and not any(digits.startswith(each) and len(digits) == many for each, many in lengths.items()):
        return frozenset()
    return known.get(code, frozenset())


def _is_labelled(before: str) -> bool:
    return _labels().search(before[-_LABELLED:].casefold()) is not None


@cache
def _codes() -> tuple[dict[str, frozenset[str]], dict[str, int]]:
    """The countries of each beginning, and how many digits numbers have that are told by them."""
    rows = table("places/calling_codes.tsv").rows
    return (
        {row["code"]: frozenset(row["countries"].split()) for row in rows},
        {row["code"]: int(row["digits"]) for row in rows if row["digits"]},
    )


@cache
def _labels() -> re.Pattern[str]:
    """A word for "telephone", as headings have them, at the end of what stands before a number."""
    rows = table("words/customs_headings.tsv").rows
    phrases = {
        phrase.strip().casefold()
        for row in rows
        if (row["kind"], row["value"]) == ("attribute", "phone")
        for phrase in row["phrases"].split(";")
    }
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    spaced = "|".join(re.escape(each) for each in ordered if script_of(each[0]) not in GLUED)
    glued = "|".join(re.escape(each) for each in ordered if script_of(each[0]) in GLUED)
    return re.compile(rf"(?:(?<!\w)(?:{spaced})|{glued})[\s.:：№#]*(?:no\.?)?[\s.:(]*$")
