"""Words of business and places that a space has cut in two ("exch ange"): apart, the pieces would be names."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from screening.names.given import is_given_name
from screening.names.rarity import is_known
from screening.names.vocabulary import meanings

SHORTEST: Final = 7
"""Letters of the whole word."""
SHORTEST_PIECE: Final = 2


def rejoined(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a name, two pieces of one word that says something written together."""
    for at in range(len(tokens) - 1, 0, -1):
        if _is_cut(tokens[at - 1], tokens[at]):
            tokens = (*tokens[: at - 1], tokens[at - 1] + tokens[at], *tokens[at + 1 :])
    return tokens


@lru_cache(maxsize=1 << 15)
def _is_cut(first: str, second: str) -> bool:
    """Whether two words are the pieces of one: that says something for sure, and one of them is nobody's word."""
    if len(first) + len(second) < SHORTEST or min(len(first), len(second)) < SHORTEST_PIECE:
        return False
    if not any(not each.ambiguous for each in meanings(first + second)):
        return False
    return _is_nobodys(first) or _is_nobodys(second)


def _is_nobodys(word: str) -> bool:
    return word.isalpha() and not meanings(word) and not is_known(word) and not is_given_name(word)
