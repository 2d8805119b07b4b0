"""Arabic names of two words, of which one is the same in many: the father of somebody, somebody of God (مطيع الله)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.names.arabic import usual_spelling
from screening.names.tokens import words
from screening.reference import table

SHORTEST_REST: Final = 3
GOD: Final = "god"
GIFT: Final = "gift"
"""Endings of names (``words/god_endings.tsv``)."""
SHORTEST_GIFT: Final = 5
BEFORE: Final = ("father_of", "servant_of")
"""Particles (``words/person_particles.tsv``) that make a name with the word behind them."""


@cache
def _written(kind: str) -> tuple[str, ...]:
    """The spellings of a kind, of several words written together, the longest first."""
    if kind in (GOD, GIFT):
        found = [row["written"] for row in table("words/god_endings.tsv").rows if row["kind"] == kind]
    else:
        rows = table("words/person_particles.tsv").rows
        found = ["".join(words(row["phrase"])) for row in rows if row["concept"] == kind]
    return tuple(sorted(dict.fromkeys(found), key=len, reverse=True))


@lru_cache(maxsize=1 << 15)
def halves(text: str) -> tuple[str, str] | None:
    """The kind of a folded word that is such a name, and what is left of it; None where it is none."""
    for kind in (BEFORE[0], GOD, BEFORE[1]):
        for each in _written(kind):
            rest = text.removesuffix(each) if kind == GOD else text.removeprefix(each)
            if rest != text and len(rest) >= SHORTEST_REST:
                return kind, rest
    return None


@lru_cache(maxsize=1 << 15)
def gift(text: str) -> tuple[str, bool] | None:
    """The word for what God gives that a folded name is, in its usual spelling, and whether God is named behind it.

    Afghans and Iranians leave God out as they like (Hedayatollah, Hedayat). None where it is no such name.
    """
    behind = next((each for each in _written(GOD) if text.endswith(each)), "")
    rest = text.removesuffix(behind)
    if not rest.endswith(_written(GIFT)) or len(rest) < (SHORTEST_REST if behind else SHORTEST_GIFT):
        return None
    return usual_spelling(rest) or rest, bool(behind)


def of_two_words(first: str, second: str) -> tuple[str, str] | None:
    """The same of two folded words."""
    for kind in BEFORE:
        if first in _written(kind):
            return kind, second
    return (GOD, first) if second in _written(GOD) else None
