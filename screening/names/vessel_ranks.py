"""Ranks and callings before the person a ship is named after, and saints' (Kap. Danilkin, Captain Danilkin, Капитан
Данилкин; Sv. Nikola, Saint Nikola).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from screening.names.korean_latin import is_korean_syllable
from screening.names.parts import Part
from screening.names.pinyin import syllables
from screening.names.tokens import words
from screening.names.vocabulary import meanings
from screening.reference import table

_LONGEST_MARK: Final = 3
"""Letters at most of each piece of a ship's mark, which stands before the rank (M/V, т/х)."""


@cache
def _ranks() -> dict[str, str]:
    return {
        word: row["rank"]
        for row in table("words/vessel_ranks.tsv").rows
        for each in row["words"].split(";")
        for word in words(each)
    }


def rank_at(tokens: Sequence[str]) -> int | None:
    """Where the rank stands among a ship's folded words: before all but its mark, and with a name behind it; in a name
    of syllables none does (San Bong).
    """
    if _ranks().keys().isdisjoint(tokens) or is_in_syllables(tokens):
        return None
    for at, token in enumerate(tokens[:-1]):
        if token in _ranks():
            return at
        if len(token) > _LONGEST_MARK and not any(each.kind == "vessel_prefix" for each in meanings(token)):
            break
    return None


def rank_of(token: str) -> str:
    """The rank as it is usually written, of a folded word that is one."""
    return _ranks()[token]


def is_rank(part: Part) -> bool:
    """Whether a part of a ship's name is the rank before whom it is named after."""
    return part.kind == "name" and not part.concepts.isdisjoint(_usual())


@cache
def _usual() -> frozenset[str]:
    return frozenset(_ranks().values())


def with_usual_rank(tokens: Sequence[str]) -> Sequence[str]:
    """The words of a ship's name, its rank as it is usually written."""
    at = rank_at(tokens)
    return tokens if at is None else (*tokens[:at], rank_of(tokens[at]), *tokens[at + 1 :])


def is_in_syllables(tokens: Sequence[str]) -> bool:
    """Whether a name is written in syllables, where no "da" or "ja" is a small word (Yong Tai Da, Ja Gang Bong)."""
    words = [token for token in tokens if token.isalpha()]
    said = [word for word in words if not any(each.kind == "vessel_prefix" for each in meanings(word))]
    return len(said) > 1 and any(all(map(known, said)) for known in (syllables().__contains__, is_korean_syllable))
