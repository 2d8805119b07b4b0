"""Two words of business written as one: Fischhandel, Acélkereskedelmi, мостостроительный, კაბელმშენებელი.

The tables know the usual ones whole; of the others each half is known. How they are joined is in
``lists/words/compound_links.tsv``, and what ends them that is another thing by itself (Aluminiumgesellschaft) in
``lists/words/compound_ends.tsv``.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.concepts import is_emblem
from screening.names.folding import fold
from screening.names.in_use import is_listed
from screening.names.rarity import is_known
from screening.names.scripts import script_of
from screening.names.tokens import LONGEST_WORD
from screening.names.vocabulary import meanings, meanings_as_written
from screening.reference import table

SHORTEST: Final = 9
"""Letters of a word of two halves."""
SHORTEST_WITH_END: Final = 8
"""The same of one whose second half is a word for works, firms or bodies (Zinkwerk)."""
SHORTEST_HALF: Final = 4


class _Links(NamedTuple):
    links: tuple[str, ...]
    restored: tuple[str, ...]
    inflected: bool


@cache
def _links() -> dict[str, _Links]:
    def endings(cell: str) -> tuple[str, ...]:
        return tuple("" if each == "-" else fold(each) for each in cell.split())

    return {
        row["script"]: _Links(endings(row["links"]), endings(row["restored"]), row["inflected"] == "yes")
        for row in table("words/compound_links.tsv").rows
    }


@cache
def _ends() -> frozenset[str]:
    return frozenset(fold(each) for row in table("words/compound_ends.tsv").rows for each in row["ends"].split())


def says_what_it_is(half: str) -> bool:
    """Whether the second half of a compound is a word for works, firms or bodies, which a place may follow."""
    return half in _ends()


@lru_cache(maxsize=1 << 16)
def halves(token: str) -> tuple[str, str] | None:
    """The two words of business that a folded word is made of, the longest second one; None where it is not.

    A word with a meaning of its own, or that somebody bears, stays whole.
    """
    long_enough = SHORTEST_WITH_END <= len(token) <= LONGEST_WORD
    joined = _links().get(script_of(token)) if long_enough and token.isalpha() else None
    if joined is None:
        return None
    for at in range(SHORTEST_HALF, len(token) - SHORTEST_HALF + 1):
        trade = len(token) >= SHORTEST and _is_trade(token[at:], inflected=joined.inflected)
        if not trade and token[at:] not in _ends():
            continue
        first = _first_half(token[:at], joined)
        if first is not None:
            own = meanings(token) or is_known(token) or is_listed(token)
            return None if own else (first, token[at:])
    return None


def _first_half(text: str, joined: _Links) -> str | None:
    """The word of business that the beginning of a compound is, without its link and with the ending it lost."""
    for link in joined.links:
        stem = text.removesuffix(link) if link else text
        if link and stem == text:
            continue
        for ending in joined.restored:
            if len(stem) >= SHORTEST_HALF and _is_trade(stem + ending):
                return stem + ending
    return None


@lru_cache(maxsize=1 << 15)
def _is_trade(word: str, *, inflected: bool = False) -> bool:
    """Whether a word says what a firm does, and nothing else."""
    said = meanings(word) if inflected else meanings_as_written(word)
    return bool(said) and all(
        each.kind == "descriptor" and not each.ambiguous and not is_emblem(each.concept) for each in said
    )
