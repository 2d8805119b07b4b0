"""Rows of a party table that are no parties though something stands where the name does: headings that come again, and
names that stand for none (``n/a``, ``#N/A``, ``TEST``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from screening.intake.base import shorten
from screening.intake.nothing import says_nothing
from screening.intake.party_headings import known
from screening.names.tokens import words

_SHOWN = 40


def are_headings(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row says what the headings above it say, or is a whole line of headings in other words, as where
    exports were pasted together.
    """
    given = [(cell.strip(), header[index].strip()) for index, cell in enumerate(cells) if cell and not cell.isspace()]
    if not given or not (given[0][0] == given[0][1] or _is_heading(given[0][0])):
        return False  # nearly all
    if all(said == heading or (said.casefold() == heading.casefold() and _is_heading(said)) for said, heading in given):
        return True
    return 1 < len(given) == sum(1 for each in header if each.strip()) and all(_is_heading(said) for said, _ in given)


def stands_for_none(name: str) -> str:
    """Why a name is a place-holder and no party's; empty where it is not."""
    return f"the name {shorten(name, _SHOWN)!r} stands for none" if says_nothing(name, "name") else ""


@lru_cache(maxsize=65536)
def _is_heading(text: str) -> bool:
    phrase = " ".join(words(text))
    attributes, parties, _ = known()
    return phrase in attributes or phrase in parties
