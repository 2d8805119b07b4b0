"""How many words of a name tell it from others: "Ministry of Defense" has none, and many parties bear it."""

from __future__ import annotations

from functools import lru_cache

from screening.names.english import english_words
from screening.names.rarity import rarity
from screening.names.tokens import words


@lru_cache(maxsize=16384)
def distinctive_words(name: str, rarity_below: float) -> int:
    """The number of words that are not common.

    Args:
        name: The name of an organisation.
        rarity_below: An ordinary English word is common when its rarity in names of organisations is below
            this.
    """
    return sum(word not in english_words() or rarity(word, "organisation") >= rarity_below for word in words(name))
