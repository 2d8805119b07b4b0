"""Words of firms' names that end in a word of business: тенгритрейд, Promtekhimport."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from screening.names.vocabulary import meanings, meanings_as_written
from screening.names.word import word

SHORTEST_BEGINNING: Final = 3
SHORTEST_END: Final = 3


@lru_cache(maxsize=1 << 16)
def meaning_at_end(text: str) -> tuple[str, frozenset[str]] | None:
    """The longest word of business that a folded word ends in: what stands before it, and its meanings; else None."""
    for at in range(SHORTEST_BEGINNING, len(text) - SHORTEST_END + 1):
        known = meanings_as_written(text[at:])
        said = frozenset(each.concept for each in known if each.kind == "descriptor" and not each.ambiguous)
        if said:
            return text[:at], said
    return None


def is_compound(whole: str, name: str, trade: str) -> bool:
    """Whether a folded word is made of a name and a word of business that another name has side by side."""
    end = meaning_at_end(whole)
    if end is None or word(end[0]).sounds.isdisjoint(word(name).sounds):
        return False
    return any(each.concept in end[1] for each in meanings(*trade.split(" ")))
