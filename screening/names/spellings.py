"""A name as another language spells it (Faarax, Huzisaki; Chruschtschow, Hruscsov), put as English does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from screening import reference
from screening.names.english import english_words
from screening.names.given import is_given_name
from screening.names.keys import Key, replaced

Names = Literal["own", "slavic", "heard", "turkic"]
"""A language's own names put as English spells them, Slavic ones in its papers, its own as others write them by ear,
Arabic ones in its papers."""
SHORTEST: Final = 4
"""Letters of a word that may be read so."""
LONGEST: Final = 24
ANYHOW: Final = "*"
"""What stands in the table for words that end anyhow."""


_OR: Final = " | "
"""What stands between the replacements of a row and the ways to put back its capitals, and between these."""
Steps = tuple[tuple[re.Pattern[str], str], ...]


class _Spelling(NamedTuple):
    """How a language spells: which words may be of it, what is replaced in them in turn, then one way or another."""

    scheme: str
    ends: tuple[str, ...]
    looks: re.Pattern[str]
    steps: Steps
    ways: tuple[Steps, ...]


@cache
def _spellings(names: Names) -> tuple[_Spelling, ...]:
    found = []
    for row in reference.table("scripts/latin_spellings.tsv").rows:
        if row["names"] != names:
            continue
        steps, *ways = (_steps(each) for each in row["steps"].split(_OR))
        ends = () if row["ends"] == ANYHOW else tuple(row["ends"].split(" "))
        found.append(_Spelling(row["scheme"], ends, re.compile(row["looks"]), steps, tuple(ways) or ((),)))
    return tuple(found)


def _steps(written: str) -> Steps:
    steps = [step.rpartition("=") for step in written.split(" ")]
    return tuple((re.compile(pattern), becomes) for pattern, _, becomes in steps)


@cache
def heard_schemes() -> frozenset[str]:
    """The schemes of words that others write as they hear them."""
    return frozenset(each.scheme for each in _spellings("heard"))


@cache
def _of_any_end(names: Names) -> tuple[_Spelling, ...]:
    return tuple(each for each in _spellings(names) if not each.ends)


@cache
def _by_ends(names: Names) -> tuple[tuple[str, ...], tuple[_Spelling, ...]]:
    """All ends that a word may be told by, and the spellings that are told so."""
    ended = tuple(each for each in _spellings(names) if each.ends)
    return tuple({end for each in ended for end in each.ends}), ended


def _is_english(word: str) -> bool:
    """Whether a word is an English one and no given name: nobody reads a bouquet as French."""
    return word in english_words() and not is_given_name(word)


def keys(word: str, names: Names) -> Iterator[Key]:
    """Readings of a folded Latin word that may be spelled so, of the names that are asked for."""
    if not SHORTEST <= len(word) <= LONGEST or (names == "heard" and _is_english(word)):
        return
    ends, ended = _by_ends(names)
    told = [each for each in ended if word.endswith(each.ends)] if word.endswith(ends) else []
    for scheme, _, looks, steps, ways in (*_of_any_end(names), *told):
        if not looks.search(word):
            continue
        put = replaced(word, steps)
        for way in ways if put != word else ():
            becomes = replaced(put, way)
            if becomes != word:
                yield Key(becomes, scheme)
