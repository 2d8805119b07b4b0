"""Names of firms that say two or three things without a space: in Chinese character by character (金龙, Golden Dragon),
in Korean word by word (푸른바다, Blue Sea).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from screening.names.concepts import is_emblem
from screening.names.scripts import script_of
from screening.names.vocabulary import meanings
from screening.reference import table

FEWEST: Final = 2
MOST: Final = 3
_LONGEST: Final = 8
"""Syllables of a name of Korean words."""


@cache
def _characters() -> dict[str, frozenset[str]]:
    return {
        character: frozenset(row["meanings"].split())
        for row in table("words/han_emblems.tsv").rows
        for character in row["characters"].split()
    }


@lru_cache(maxsize=1 << 16)
def said_by_characters(text: str) -> tuple[frozenset[str], ...]:
    """What each character, or Korean word, of a folded word means, where it is of two or three with a meaning each."""
    if len(text) < FEWEST or text.isascii():
        return ()
    script = script_of(text)
    if script == "Hangul":
        return _said_by_words(text, MOST) if len(text) <= _LONGEST else ()
    if script != "Han" or len(text) > MOST:
        return ()
    found = tuple(_characters().get(each, frozenset()) for each in text)
    return found if all(found) else ()


def _said_by_words(text: str, most: int) -> tuple[frozenset[str], ...]:
    """The meanings of so many words at most that firms take for names, of two syllables and more, that make a text."""
    for end in range(len(text) - FEWEST, FEWEST - 1, -1):
        first = _emblems(text[:end])
        if not first:
            continue
        if last := _emblems(text[end:]):
            return first, last
        if most > FEWEST and (others := _said_by_words(text[end:], most - 1)):
            return first, *others
    return ()


def _emblems(word: str) -> frozenset[str]:
    return frozenset(each.concept for each in meanings(word) if is_emblem(each.concept))


def says_the_same(characters: str, phrases: Sequence[str]) -> bool:
    """Whether words of another language say one by one, and in their order, what the characters of a name say."""
    said = said_by_characters(characters)
    return len(said) == len(phrases) > 0 and all(
        any(each.concept in meant for each in meanings(*phrase.split(" ")))
        for meant, phrase in zip(said, phrases, strict=True)
    )
