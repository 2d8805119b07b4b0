"""French and Italian words with the article that lost its vowel before them, as folding joins them: lelectricite."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from screening.names.letters import vowels
from screening.reference import table

LEAST: Final = 6
"""Letters that are left of a word at least: many shorter words begin like another behind an article (links, inks)."""


@cache
def _written(kind: str) -> frozenset[str]:
    return frozenset(row["written"] for row in table("words/elisions.tsv").rows if row["kind"] == kind)


def without_elision(token: str) -> Iterator[str]:
    """A folded word without what may be an article before a vowel (or a silent h); nothing for most words."""
    if token in _written("other"):
        return
    for before in _written("elided"):
        rest = token[len(before) :]
        if len(rest) >= LEAST and token.startswith(before) and (rest[0] in vowels() or rest[0] == "h"):
            yield rest
