"""Headings that are phrases: "Imported value in 2019", "Экспорт, тыс. долл.", "Value-Jan", "Ausfuhr: Gewicht, t".

The headings over a column, from the first row to the last, are read together: which measure, flow, period, currency
and scale its figures have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from screening.intake.currencies import currency as currency_of
from screening.intake.statistics_periods import A_YEAR, month, period, quarter
from screening.intake.statistics_words import without_ending, word
from screening.names.tokens import words

VALUE: Final = "value"
OTHER: Final = "other"
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_YEAR_PART = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:[-./ ]?[Qq]0?([1-4])|[-./ ]?[Mm](0?[1-9]|1[0-2])|[-./]?(0[1-9]|1[0-2])"
    r"|年(?:0?([1-9])|(1[0-2]))月)(?![\d-])"
)
_FOOTNOTE = re.compile(r"(?<!\d)\s*\(?\d{1,2}\)\s*$")
_CODE = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")
_SIGNS: Final = ("$", "€", "¥", "£")
_PIECE = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_SHORTEST_MONTH: Final = 3
_LONGEST_CODE: Final = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """What the headings over one column say.

    Attributes:
        measure: value, net_kg, quantity, ``other`` (a share, a growth rate, a price), or empty where nothing says it.
        times: What weights are multiplied by to be kilograms.
        flow: export, import … or empty.
        period: A text `statistics_periods.period` reads, or empty.
        month: The number of a month without a year, or 0.
        whole_year: Whether it is the sum of a year beside the months of that year.
        several: Whether it adds up several months that are no quarter and no year.
        currency, scale: As ISO 4217 and what values are multiplied by, or empty.
    """

    measure: str = ""
    times: float = 1.0
    flow: str = ""
    period: str = ""
    month: int = 0
    whole_year: bool = False
    several: bool = False
    currency: str = ""
    scale: str = ""

    @property
    def tells(self) -> bool:
        """Whether it says of figures which they are."""
        return bool(self.flow or self.period or self.month or self.whole_year or self.several)


@lru_cache(maxsize=4096)
def heading(texts: tuple[str, ...]) -> Heading:
    """Read the headings over one column, from the first row of the header to the last."""
    phrase = " ".join(dict.fromkeys(text for text in texts if text))
    pieces = _PIECE.findall(phrase)
    lowered = [piece.lower() for piece in pieces]
    measure, _, times = _measure(phrase, lowered).partition(" ")
    flows = {flow for piece in pieces if (flow := word("flow_title", piece))}
    when, number, several = _when(texts, phrase, pieces)
    yearly = any(word("whole_year", piece) for piece in pieces)
    return Heading(
        measure=measure, times=float(times or 1), flow=flows.pop() if len(flows) == 1 else "", period=when,
        month=number, whole_year=yearly and not when and not number, several=several,
        currency=currency_in(phrase) or "", scale=_scale(pieces) or "",
    )  # fmt: skip


def _measure(phrase: str, lowered: Sequence[str]) -> str:
    if "%" in phrase:
        return OTHER
    found = [kind for piece in lowered if (kind := _known("measure", piece))]
    units = [kind for piece in lowered if (kind := word("weight", piece))]
    if OTHER in found:
        return OTHER
    if any(kind == "net_kg" for kind in found):
        return f"net_kg {units[0]}" if units else "net_kg"
    if VALUE in found or currency_in(phrase):
        return VALUE
    if units and ("quantity" in found or len(lowered) <= 2):
        return f"net_kg {units[0]}"
    return found[0] if found else ""


def _known(kind: str, piece: str) -> str | None:
    """A word, or one that begins with it where the list has a trailing asterisk."""
    if found := word(kind, piece):
        return found
    return next((found for end in range(len(piece) - 1, 3, -1) if (found := word(kind, piece[:end] + "*"))), None)


def _when(texts: Sequence[str], phrase: str, pieces: Sequence[str]) -> tuple[str, int, bool]:
    """A period in full, else the number of a month, and whether several months are added up."""
    if any(word("several", piece) for piece in pieces):
        return "", 0, True
    for text in (*texts, phrase):
        if (told := period(text)) is not None and told.frequency != "A":
            return text, 0, False
    years = set(_YEAR.findall(phrase))
    if len(years) > 1:
        return "", 0, False
    months = list(dict.fromkeys(number for piece in pieces if (number := _month(piece))))
    if part := _YEAR_PART.search(phrase):
        return (
            f"{part[1]}-Q{part[2]}" if part[2] else f"{part[1]}-{int(next(filter(None, part.groups()[2:]))):02d}",
            0,
            False,
        )
    if not years:
        return "", months[0] if len(months) == 1 else 0, len(months) > 1
    year = years.pop()
    if len(months) == 1:
        return f"{year}-{months[0]:02d}", 0, False
    if months:
        return _added(year, months)
    if of := quarter(_YEAR.sub(" ", texts[-1])) or quarter(_YEAR.sub(" ", phrase)):
        return f"{year}-Q{of}", 0, False
    return ("", 0, True) if any(map(_part_of_year, texts)) else (year, 0, False)


def _part_of_year(text: str) -> bool:
    """Whether a text with a year in it counts months, halves or quarters of it: "9M 2022", "2022 (11 мес.)", "H1 2022".

    A footnote's number behind it counts nothing.
    """
    if _YEAR.search(text) is None:
        return False
    rest = _PIECE.findall(_YEAR.sub(" ", _FOOTNOTE.sub("", text)))
    counts = [piece for piece in rest if piece.isdecimal() and not word("scale", piece)]
    return bool(counts) or sum(1 for piece in rest if word("quarter_number", piece)) > 1


def _added(year: str, months: Sequence[int]) -> tuple[str, int, bool]:
    """From the first month to the last: a quarter, a year, or several months that are neither."""
    first, last = months[0], months[-1]
    if (first, last) == (1, A_YEAR["M"]):
        return year, 0, False
    if first % 3 == 1 and last == first + 2:
        return f"{year}-Q{last // 3}", 0, False
    return "", 0, True


def _month(piece: str) -> int | None:
    if piece.isdecimal() or len(piece) < _SHORTEST_MONTH or word("measure", piece) or word("flow_title", piece):
        return None
    return month(piece)


def _scale(pieces: Sequence[str]) -> str | None:
    return next((found for piece in pieces if (found := word("scale", piece))), None)


def currency_in(phrase: str) -> str | None:
    """The currency a phrase names: a code in capitals, a sign, a name of one or two words."""
    for code in _CODE.findall(phrase):
        if not word("no_currency", code) and (found := currency_of(code)):
            return found
    tokens = words(phrase)
    for size in (3, 2, 1):
        for start in range(len(tokens) - size + 1):
            part = " ".join(tokens[start : start + size])
            if size == 1 and part.isascii() and len(part) <= _LONGEST_CODE:
                continue  # "all" is not the Albanian lek
            if not any(char.isalpha() for char in part):
                continue
            if found := word("currency", part):
                return found
            if size == 1 and (found := currency_of(part) or currency_of(without_ending(part, "ending"))):
                return found
    return next((found for sign in _SIGNS if sign in phrase and (found := currency_of(sign))), None)
