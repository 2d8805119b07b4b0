"""Mongolians' names with the father's in the genitive before their own (Батбаярын Ганболд), and in the nominative.

Other lists have the two in any order and without the ending ("GANBOLD, Batbayar"). As other names end so too, what
Mongolian names are made of has to stand in both words (``words/mongolian_names.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from screening.names.folding import fold
from screening.reference import table

LONGEST: Final = 80
FEWEST: Final = 2
MOST: Final = 3
"""Words of a name: a father's and one's own, or a clan's before them."""
SHORTEST: Final = 3
"""Letters of a father's name."""
_NOTHING: Final = "-"
_APART: Final = re.compile(r"[\s,]+")
_HALVES: Final = re.compile("[-‐‑]")


@lru_cache(maxsize=1 << 14)
def fathers_in_nominative(name: str) -> tuple[str, ...]:
    """A Mongolian's name with the father's in the nominative, folded, in each way; nothing for other names."""
    if len(name) > LONGEST:
        return ()
    said = [fold(each) for each in _APART.split(name) if each]
    if not FEWEST <= len(said) <= MOST:
        return ()
    found = [(at, father) for at, each in enumerate(said) if each.endswith(_endings()) for father in _nominatives(each)]
    return tuple(
        " ".join((*said[:at], father, *said[at + 1 :]))
        for at, father in found
        if _is_mongolian(father) and any(_is_mongolian(each) for other, each in enumerate(said) if other != at)
    )


def _nominatives(text: str) -> Iterator[str]:
    """What a folded word may be without a genitive's ending: the longest that fits."""
    ending = max((each for each in _endings() if text.endswith(each)), key=len)
    stem = text.removesuffix(ending)
    if len(stem) >= SHORTEST:
        yield from (stem + lost for lost in _genitives()[ending])


def _is_mongolian(text: str) -> bool:
    """Whether a folded word, or a half of it behind a hyphen, begins or ends with what Mongolian names are made of."""
    return any(half.startswith(_elements()) or half.endswith(_elements()) for half in _HALVES.split(text))


@cache
def _elements() -> tuple[str, ...]:
    return tuple(fold(each) for row in _rows("element") for each in (row["cyrillic"], *row["latin"].split()))


@cache
def _genitives() -> dict[str, tuple[str, ...]]:
    """By ending: what a name may have lost before it."""
    found = {}
    for row in _rows("genitive"):
        for each in (row["cyrillic"], *row["latin"].split()):
            ending, _, lost = each.partition("=")
            found[fold(ending)] = tuple(way.replace(_NOTHING, "") for way in lost.split(","))
    return found


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_genitives())


def _rows(kind: str) -> list[dict[str, str]]:
    return [row for row in table("words/mongolian_names.tsv").rows if row["kind"] == kind]
