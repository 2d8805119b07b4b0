"""Words of business in Latin letters of which a field was too short to hold more than the beginning ("… PLANT JO")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from functools import cache, lru_cache
from typing import Final

from screening.names.vocabulary import BUSINESS
from screening.names.word_tables import lexicon

SHORTEST: Final = 2
"""Letters left of a word at least."""


@lru_cache(maxsize=1 << 14)
def begins_meaning(text: str, concepts: Set[str]) -> bool:
    """Whether a folded text is the beginning, and no more, of a word or phrase that means one of the concepts."""
    if len(text) < SHORTEST or not text.isascii():
        return False
    return any(phrase.startswith(text) and phrase != text for each in concepts for phrase in _phrases().get(each, ()))


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """By concept: the phrases in Latin letters that certainly mean it, joined by spaces."""
    found: dict[str, list[str]] = defaultdict(list)
    for phrase, known in lexicon().phrases.items():
        if phrase[0].isascii():
            for each in known:
                if each.kind in BUSINESS and not each.ambiguous:
                    found[each.concept].append(" ".join(phrase))
    return {concept: tuple(phrases) for concept, phrases in found.items()}
