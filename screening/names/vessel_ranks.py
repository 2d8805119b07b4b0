"""Ranks and callings before the person a ship is named after, and saints' (Kap. Danilkin, Captain Danilkin, Капитан
Данилкин; Sv. Nikola, Saint Nikola).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

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
    """Where the rank stands among a ship's folded words: before all but its mark, and with a name behind it."""
    for at, token in enumerate(tokens[:-1]):
        if token in _ranks():
            return at
        if len(token) > _LONGEST_MARK and not any(each.kind == "vessel_prefix" for each in meanings(token)):
            break
    return None


def rank_of(token: str) -> str:
    """The rank as it is usually written, of a folded word that is one."""
    return _ranks()[token]


def with_usual_rank(tokens: Sequence[str]) -> Sequence[str]:
    """The words of a ship's name, its rank as it is usually written."""
    at = rank_at(tokens)
    return tokens if at is None else (*tokens[:at], rank_of(tokens[at]), *tokens[at + 1 :])
