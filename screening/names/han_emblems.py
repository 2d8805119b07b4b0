"""Names of firms in Chinese that say two or three things character by character (金龙, Golden Dragon)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from screening.names.scripts import script_of
from screening.names.vocabulary import meanings
from screening.reference import table

FEWEST: Final = 2
MOST: Final = 3


@cache
def _characters() -> dict[str, frozenset[str]]:
    return {
        character: frozenset(row["meanings"].split())
        for row in table("words/han_emblems.tsv").rows
        for character in row["characters"].split()
    }


@lru_cache(maxsize=1 << 16)
def said_by_characters(text: str) -> tuple[frozenset[str], ...]:
    """What each character of a folded word means, where it is of two or three and all of them have a meaning."""
    if not FEWEST <= len(text) <= MOST or text.isascii() or script_of(text) != "Han":
        return ()
    found = tuple(_characters().get(each, frozenset()) for each in text)
    return found if all(found) else ()


def says_the_same(characters: str, phrases: Sequence[str]) -> bool:
    """Whether words of another language say one by one, and in their order, what the characters of a name say."""
    said = said_by_characters(characters)
    return len(said) == len(phrases) > 0 and all(
        any(each.concept in meant for each in meanings(*phrase.split(" ")))
        for meant, phrase in zip(said, phrases, strict=True)
    )
