"""The orders that a plant, a unit or an officer bears, which are no part of the name: Ордена Ленина завод …, "Col. …,
Order of Courage".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.phrases import alternatives
from screening.reference import table

FEWEST_LETTERS: Final = 3
"""Letters that are left of a name at least."""
LONGEST: Final = 600
_WORD: Final = re.compile(r"[^\W\d_]+")
_TELLING: Final = frozenset({"order", "adjective"})
"""Parts of which a name that tells of orders has one."""
_AROUND: Final = " \t\n,;:-–—"
_QUOTES: Final = "«»\"“”„'"
_DEGREE: Final = r"(?:[IVX]{1,3}|[1-4](?:-?[йяаі]|st|nd|rd|th)?)"
_EMPTY: Final = re.compile(r"[(\[]\s*[)\]]|(?<=\s)\s+")


def may_bear_orders(name: str) -> bool:
    """Whether a name may tell of orders; cheap, as hardly any does."""
    return not _telling_words().isdisjoint(_WORD.findall(name.casefold().replace("ё", "е")))


@cache
def _telling_words() -> frozenset[str]:
    rows = table("words/orders.tsv").rows
    said = (row["phrase"].casefold().replace("ё", "е") for row in rows if row["part"] in _TELLING)
    return frozenset(_WORD.findall(phrase)[0] for phrase in said)


@lru_cache(maxsize=1 << 14)
def without_orders(name: str) -> str:
    """The name without the orders that whoever is called so bears; the name as it stands where it tells of none, or
    nothing else.
    """
    text = name[:LONGEST]
    bare = _borne().sub(" ", text)
    bare = _adjective().sub("", bare)
    if bare == text:
        return name
    bare = _EMPTY.sub("", bare).strip(_AROUND)
    return bare if sum(map(str.isalpha, bare)) >= FEWEST_LETTERS and " " in bare else name


def _phrases(part: str) -> str:
    said = (row["phrase"] for row in table("words/orders.tsv").rows if row["part"] == part)
    return alternatives(said).replace("ё", "[её]")


@cache
def _borne() -> re.Pattern[str]:
    """One order or several, with what stands before and the degree behind."""
    name = (
        rf"(?:(?:{_phrases('of')})\s+)?[{_QUOTES}]?(?:{_phrases('name')})(?!\w)[{_QUOTES}]?"
        rf"(?:[\s,]+{_DEGREE}[\s-]+(?:{_phrases('degree')})(?!\w))?"
    )
    order = rf"(?:{_phrases('order')})\s+"
    between = rf"(?:\s*,\s*|\s+)(?:(?:{_phrases('and')})\s+)?"
    return re.compile(
        rf"(?<!\w)(?:(?:{_phrases('before')})\s+)*{order}{name}"
        rf"(?:{between}(?:(?:{_phrases('of')})\s+)?{order}{name}|(?:\s*,\s*|\s+(?:{_phrases('and')})\s+){name})*",
        re.IGNORECASE,
    )


@cache
def _adjective() -> re.Pattern[str]:
    """A word by itself that tells of an order, before the name of whom it is said."""
    return re.compile(rf"(?<!\w)(?:{_phrases('adjective')})\s+(?=\w)", re.IGNORECASE)
