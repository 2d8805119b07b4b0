"""Words of business and places that a space has cut in two ("exch ange"): apart, the pieces would be names."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.names.folding import fold
from screening.names.given import is_given_name
from screening.names.rarity import is_known, known_words
from screening.names.vocabulary import meanings
from screening.reference import table

SHORTEST: Final = 7
"""Letters of the whole word."""
SHORTEST_PIECE: Final = 2
SEVERAL: Final = 3
"""Listed firms in whose names the whole word stands, at least."""


def rejoined(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a name, two pieces of one word that says something written together."""
    for at in range(len(tokens) - 1, 0, -1):
        if _is_cut(tokens[at - 1], tokens[at]):
            tokens = (*tokens[: at - 1], tokens[at - 1] + tokens[at], *tokens[at + 1 :])
    return tokens


@lru_cache(maxsize=1 << 15)
def _is_cut(first: str, second: str) -> bool:
    """Whether two words are the pieces of one: that says something for sure, and one of them is nobody's word."""
    if first + second not in _whole() or min(len(first), len(second)) < SHORTEST_PIECE:
        return False
    return _is_nobodys(first) or _is_nobodys(second)


@cache
def _whole() -> frozenset[str]:
    """The words that say something for sure in the names of several listed firms."""
    rows = table("places/places.tsv").rows
    places = {fold(name) for row in rows for column in ("latin", "cyrillic") for name in row[column].split(";")}
    words = (word for word in places | known_words("organisation", SEVERAL) if len(word) >= SHORTEST)
    return frozenset(word for word in words if any(not each.ambiguous for each in meanings(word)))


def _is_nobodys(word: str) -> bool:
    return word.isalpha() and not meanings(word) and not is_known(word) and not is_given_name(word)
