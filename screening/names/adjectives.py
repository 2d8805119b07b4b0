"""Slavic adjectives, and genitives, beside the names they are made of: Обуховский завод, Obukhov Plant."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.transliteration import token_keys
from screening.reference import table

SHORTEST_STEM: Final = 4
USUAL: Final = 3
"""Readings of the noun that count: of Greek more than the first, which has mp for b."""


@cache
def _rules() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    rows = table("words/place_adjectives.tsv").rows
    return tuple(
        (re.compile(row["ending"]), tuple("" if each == "-" else each for each in row["becomes"].split()))
        for row in rows
    )


@cache
def _any_ending() -> re.Pattern[str]:
    """Any of the endings: most words have none."""
    return re.compile("|".join(row["ending"] for row in table("words/place_adjectives.tsv").rows))


@lru_cache(maxsize=1 << 15)
def made_of(word: str) -> frozenset[str]:
    """The names in Latin letters that a folded word may be the adjective or genitive of; none where it is neither."""
    if not _any_ending().search(word):
        return frozenset()
    for ending, endings in _rules():
        match = ending.search(word)
        if match and match.start() >= SHORTEST_STEM:
            stem = word[: match.start()]
            return frozenset(key.text for each in endings for key in token_keys(stem + each)[:USUAL])
    return frozenset()
