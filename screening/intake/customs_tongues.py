"""The language of a customs table's headings, where it settles what the cells leave open, day before month, or what a
word means that two languages write: a name in Turkish, ünvan is an address in Azerbaijani.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.intake import customs_wording as wording
from screening.intake.customs_phrases import words_of
from screening.names.scripts import script_of

_FEWEST: Final = 3
_MOST: Final = 0.6
_FEW_ENGLISH: Final = 0.1
"""One English heading ("Date" is French as well), or this share of them, does not matter."""
_FEWEST_OF_A_LANGUAGE: Final = 2


def in_its_language(header: Sequence[str]) -> list[str]:
    """The headings, words that mean another thing in the language of the others written as words that mean it alone."""
    tongue = _tongue(header)
    meant = dict(each.split("=", 1) for each in wording.listed(f"meant_{tongue}")) if tongue else {}
    if not meant:
        return list(header)
    return [
        " ".join(meant.get(word, word) for word in words_of(cell)) if _any(cell, meant) else cell for cell in header
    ]


def _any(cell: str, meant: dict[str, str]) -> bool:
    return any(word in meant for word in words_of(cell))


def _tongue(header: Sequence[str]) -> str:
    """The language whose letters or words most headings have, of those two of which are told apart so; empty: none."""
    found = {}
    for tongue in wording.listed("told_apart"):
        letters, own = wording.listed(f"letter_{tongue}"), wording.vocabulary(f"word_{tongue}")
        found[tongue] = sum(
            any(letter in cell.casefold() for letter in letters) or any(word in own for word in words_of(cell))
            for cell in header
        )
    best = max(found, key=lambda tongue: found[tongue])
    return best if found[best] >= _FEWEST_OF_A_LANGUAGE else ""


def day_before_month(header: Sequence[str]) -> bool:
    """Whether the headings are in a language that writes the day before the month.

    English says nothing: it is written month first in one country and day first in others; nor do the languages that
    write the year first.
    """
    tokens = [set(words_of(cell)) for cell in header if any(map(str.isalpha, cell))]
    ours, scripts, english = (wording.vocabulary(f"day_first_{kind}") for kind in ("word", "script", "not"))
    told = sum(any(word in ours or script_of(word).casefold() in scripts for word in each) for each in tokens)
    foreign = sum(any(word in english for word in each) for each in tokens)
    return told >= _FEWEST and told >= _MOST * len(tokens) and foreign <= max(1.0, _FEW_ENGLISH * len(tokens))
