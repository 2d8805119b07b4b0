"""When a longer name that holds all of a listed one hints at the same house: which words are telling enough."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.matching.scores import Score
from screening.names.english import english_words
from screening.names.given import is_given_name, surnames
from screening.names.national_bodies import body_of
from screening.names.parsing import name_words, parse
from screening.names.party_kinds import is_borne_by_persons, may_be_person
from screening.names.pinyin import syllable_count
from screening.names.rarity import rarity
from screening.names.vocabulary import meanings
from screening.reference import table

SHORTEST_TELLING: Final = 4
AFFILIATE_RARITY: Final = 0.7
"""A listed name must hold a word this rare for a longer name to be a possible affiliate of it …"""
TOGETHER_RARITY: Final = 0.5
"""… or two words this rare (Almaz Antey)."""
ENOUGH: Final = 2
SYLLABLES: Final = 2
SHORTEST_PAIR: Final = 6
"""Letters from which a word of two syllables is hardly one of another language (Mahan)."""


@lru_cache(maxsize=1 << 17)
def telling(word: str) -> int:
    """How much a folded word tells of a house: `ENOUGH` by itself, 1 beside another, 0 for nothing.

    No short word does and no word of everyday English. A given name is not enough, nor is what firms are often called
    (``ordinary_names.tsv``), nor are two syllables of Chinese: thousands of firms bear each lucky pair (Hengtai).
    """
    rare = rarity(word, "organisation")
    if len(word) <= SHORTEST_TELLING or rare < TOGETHER_RARITY or word in english_words():
        return 0
    pair = len(word) >= SHORTEST_PAIR and syllable_count(word) == SYLLABLES
    return 1 if rare < AFFILIATE_RARITY or pair or is_given_name(word) or word in _ordinary() else ENOUGH


@cache
def _ordinary() -> frozenset[str]:
    """Folded words that firms are often called by, in many languages."""
    return frozenset(word for row in table("words/ordinary_names.tsv").rows for word in row["words"].split())


@lru_cache(maxsize=1 << 17)
def telling_beside(word: str) -> int:
    """How much a folded word of business that is often a name tells beside a name: 1 as a rare one (almaz), or 0."""
    if " " in word or not any(each.kind == "descriptor" and each.ambiguous for each in meanings(word)):
        return 0
    return min(1, telling(word))


@lru_cache(maxsize=1 << 14)
def tells_a_house(listed: str) -> bool:
    """Whether a listed name holds words that are telling enough, one of them a name, or is a known body's without any.

    (A part of the Revolutionary Guards.)
    """
    parts = parse(listed, "organisation").parts
    if not any(part.kind == "name" for part in parts):
        return body_of(listed) is not None
    named = sum(telling(part.text) for part in parts if part.kind == "name")
    return named > 0 and named + sum(telling_beside(part.text) for part in parts if part.kind == "descriptor") >= ENOUGH


def is_named_as_persons(name: str, result: Score) -> bool:
    """Whether a name may be a person's, and all that it has of a listed firm's is one word that persons bear.

    Whoever is called Mustafa or Ramírez is of no house for that.
    """
    answered = [line.left for line in result.lines if line.left and line.right and line.points > 0]
    return len(answered) == 1 and _bears(name, answered[0]) and may_be_person(name)


@lru_cache(maxsize=1 << 14)
def _bears(name: str, word: str) -> bool:
    """Whether a folded word of a name is one that persons bear; two syllables beside a Chinese family name are."""
    if is_borne_by_persons(word):
        return True
    return syllable_count(word) == SYLLABLES and any(surnames(other) for other in name_words(name) if other != word)
