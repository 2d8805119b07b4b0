"""Adjectives of two words whose hyphen was lost: научноисследовательский is научно-исследовательский."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.names.vocabulary import meanings
from screening.reference import table

SHORTEST_REST: Final = 6


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(row["beginning"] for row in table("words/glued_beginnings.tsv").rows)


def apart(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a name, such adjectives in two; the others as they are."""
    if not any(token.startswith(_beginnings()) for token in tokens):
        return tokens
    return tuple(piece for token in tokens for piece in _halves(token))


@lru_cache(maxsize=1 << 12)
def _halves(token: str) -> tuple[str, ...]:
    beginning = next((each for each in _beginnings() if token.startswith(each)), "")
    rest = token[len(beginning) :]
    if not beginning or len(rest) < SHORTEST_REST or meanings(token) or not meanings(rest):
        return (token,)
    return beginning, rest
