"""English words as other scripts write them by ear: ბლექ სი and Блэк Си are Black Sea."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.names.english_by_ear import heard_as
from screening.names.folding import fold
from screening.names.given import is_given_name, surnames
from screening.names.in_use import is_listed
from screening.names.keys import Key
from screening.reference import table

SCHEME: Final = "English word by ear"
LEAST: Final = 7
"""Letters of two English words written as one by ear; shorter ones are too often others."""
LEAST_OF_ONE: Final = 3
MOST: Final = 20


@cache
def words_heard() -> dict[str, tuple[str, ...]]:
    """For each folded word of another script that is known, the English words it may be."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("scripts/english_heard.tsv").rows:
        for written in row["written"].split():
            folded = fold(written)
            if row["english"] not in found.get(folded, ()):
                found[folded] = (*found.get(folded, ()), row["english"])
    return found


def told(word: str) -> tuple[str, ...]:
    """The English words that a folded word of another script is known to be heard as; nothing for most words."""
    return words_heard().get(word, ())


def english(word: str) -> tuple[str, ...]:
    """Those, or the ones that are spoken as the word is written (найс: nice)."""
    return told(word) or heard_as(word)


@lru_cache(maxsize=1 << 15)
def joined(word: str) -> tuple[str, ...]:
    """Two English words written as one that a folded word of another script is heard as (скайбридж: skybridge): known
    ones before guessed ones, of equal halves before others; nothing for names that people bear.
    """
    if not LEAST <= len(word) <= MOST or is_given_name(word) or is_listed(word) or surnames(word):
        return ()
    middle = len(word) / 2
    found: list[tuple[int, float, tuple[str, ...]]] = []
    for at in range(LEAST_OF_ONE, len(word) - LEAST_OF_ONE + 1):
        halves = (word[:at], word[at:])
        first = english(halves[0])
        rest = english(halves[1]) if first else ()
        if rest:
            guessed = sum(not told(half) for half in halves)
            found.append((guessed, abs(at - middle), tuple(one + other for one in first for other in rest)))
    return min(found)[-1] if found else ()


def keys(word: str) -> tuple[Key, ...]:
    """The same as readings."""
    return tuple(Key(each, SCHEME) for each in english(word) or joined(word))
