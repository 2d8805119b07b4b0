"""The language of a customs table's headings, where it settles what the cells leave open: day before month."""

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
