"""When a longer name that holds all of a listed one hints at the same house: which words are telling enough."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.names.given import is_given_name
from screening.names.parsing import parse
from screening.names.rarity import rarity
from screening.reference import table

SHORTEST_TELLING: Final = 4
AFFILIATE_RARITY: Final = 0.7
"""A listed name must hold a word this rare for a longer name to be a possible affiliate of it."""


@cache
def _ordinary_words() -> frozenset[str]:
    return frozenset(word for row in table("words/english_words.tsv").rows for word in row["words"].split())


@lru_cache(maxsize=1 << 17)
def is_telling(word: str) -> bool:
    """Whether a folded word is rare among companies: no short one, no given name, no word of everyday English."""
    return (
        len(word) > SHORTEST_TELLING
        and rarity(word, "organisation") >= AFFILIATE_RARITY
        and not is_given_name(word)
        and word not in _ordinary_words()
    )


@lru_cache(maxsize=1 << 14)
def tells_a_house(listed: str) -> bool:
    """Whether a listed name holds a telling word."""
    return any(part.kind == "name" and is_telling(part.text) for part in parse(listed, "organisation").parts)
