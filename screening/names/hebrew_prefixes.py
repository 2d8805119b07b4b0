"""Hebrew words of business without the article and the prepositions written together with them: מכון למתמטיקה."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from screening.names.phrases import Phrase
from screening.reference import table

SHORTEST: Final = 4
"""Letters of what is left of a word: shorter ones are often others."""
_FIRST_LETTER: Final = "\u05d0"
_LAST_LETTER: Final = "\u05ea"


def is_hebrew(token: str) -> bool:
    """Whether a folded word begins in Hebrew letters."""
    return _FIRST_LETTER <= token[0] <= _LAST_LETTER


@cache
def _prefixes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the first word of a phrase may have before it, and what any may; the longest first."""
    rows = table("words/hebrew_prefixes.tsv").rows
    first = sorted((row["written"] for row in rows), key=len, reverse=True)
    return tuple(first), tuple(row["written"] for row in rows if row["first"] != "yes")


def without_prefixes(phrase: Phrase) -> Iterator[Phrase]:
    """The phrase with one or more of its words without what is written before it."""
    first, others = _prefixes()
    choices = [_bare(token, others if at else first) for at, token in enumerate(phrase)]
    for bare in product(*choices):
        if bare != phrase:
            yield bare


def _bare(token: str, prefixes: tuple[str, ...]) -> list[str]:
    shorter = (token.removeprefix(each) for each in prefixes if token.startswith(each))
    return [token, *(rest for rest in shorter if len(rest) >= SHORTEST)]
