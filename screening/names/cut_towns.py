"""Towns that a field cut off at the end of a firm's name: KOREA RYONBONG GEN CORP PYONGY, … OOO G.KHABAROVSK UL.KIR."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Final

from screening.names.places import cities_by_name

SHORTEST: Final = 4
"""Letters left of a town: three begin too many."""


@cache
def _begun() -> tuple[str, ...]:
    """The names of all known towns, in order."""
    return tuple(sorted(cities_by_name()))


def town_cut_short(text: str) -> str | None:
    """The concept of a town whose folded name begins with a text and goes on; None where none does, or several do."""
    if len(text) < SHORTEST:
        return None
    names = _begun()
    at = bisect_left(names, text)
    found = set()
    while at < len(names) and names[at].startswith(text):
        if names[at] == text:
            return None
        found.add(cities_by_name()[names[at]])
        at += 1
    return next(iter(found)) if len(found) == 1 else None
