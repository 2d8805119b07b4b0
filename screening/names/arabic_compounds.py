"""Arabic names of two words, of which one is the same in many: the father of somebody, somebody of God (مطيع الله)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.reference import table

SHORTEST_REST: Final = 3
KUNYA: Final = "kunya"
SERVANT: Final = "servant"
GOD: Final = "god"


@cache
def _written(kind: str) -> tuple[str, ...]:
    """The spellings of a kind, the longest first."""
    found = [row["written"] for row in table("words/arabic_compounds.tsv").rows if row["kind"] == kind]
    return tuple(sorted(found, key=len, reverse=True))


@lru_cache(maxsize=1 << 15)
def halves(text: str) -> tuple[str, str] | None:
    """The kind of a folded word that is such a name, and what is left of it; None where it is none."""
    for kind in (KUNYA, GOD, SERVANT):
        for each in _written(kind):
            rest = text.removesuffix(each) if kind == GOD else text.removeprefix(each)
            if rest != text and len(rest) >= SHORTEST_REST:
                return kind, rest
    return None


def of_two_words(first: str, second: str) -> tuple[str, str] | None:
    """The same of two folded words."""
    for kind in (KUNYA, SERVANT):
        if first in _written(kind):
            return kind, second
    return (GOD, first) if second in _written(GOD) else None
