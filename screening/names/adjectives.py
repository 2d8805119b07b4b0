"""Slavic adjectives, Greek and Russian genitives beside the names they are made of: Обуховский завод, Obukhov Plant."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.transliteration import token_keys
from screening.reference import table

SHORTEST_STEM: Final = 4
USUAL: Final = 3
GENITIVES: Final = ("ου", "α", "η", "οι", "ова", "ева", "ёва", "ova", "eva", "ого", "ogo", "ի", "ის")
"""How a Greek, Russian, Armenian or Georgian word ends that may be the genitive or the plural of a family name."""


@cache
def _rules() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    rows = table("words/place_adjectives.tsv").rows
    return tuple(
        (re.compile(row["ending"]), tuple("" if each == "-" else each for each in row["becomes"].split()))
        for row in rows
    )


def _readings(word: str) -> int:
    """How many readings of the noun count: of Greek more than the first, which has mp for b."""
    return USUAL if word.endswith(GENITIVES) and not word.isascii() else 1


@lru_cache(maxsize=1 << 15)
def made_of(word: str) -> frozenset[str]:
    """The names in Latin letters that a folded word may be the adjective or genitive of; none where it is neither."""
    if "sk" not in word and "к" not in word and not word.endswith(GENITIVES):
        return frozenset()
    for ending, endings in _rules():
        match = ending.search(word)
        if match and match.start() >= SHORTEST_STEM:
            stem = word[: match.start()]
            return frozenset(key.text for each in endings for key in token_keys(stem + each)[: _readings(word)])
    return frozenset()
