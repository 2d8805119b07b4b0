"""A name as another language spells it (Faarax, Huzisaki; Chruschtschow, Hruscsov), put as English does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from screening import reference
from screening.names.keys import Key, replaced

Names = Literal["own", "slavic"]
SHORTEST: Final = 4
"""Letters of a word that may be read so."""
LONGEST: Final = 24
ANYHOW: Final = "*"
"""What stands in the table for words that end anyhow."""


class _Spelling(NamedTuple):
    """How a language spells: which words may be of it, and what is replaced in them, in turn."""

    scheme: str
    ends: tuple[str, ...]
    looks: re.Pattern[str]
    steps: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _spellings(names: Names) -> tuple[_Spelling, ...]:
    found = []
    for row in reference.table("scripts/latin_spellings.tsv").rows:
        if row["names"] != names:
            continue
        steps = [step.rpartition("=") for step in row["steps"].split(" ")]
        ends = () if row["ends"] == ANYHOW else tuple(row["ends"].split(" "))
        made = tuple((re.compile(pattern), becomes) for pattern, _, becomes in steps)
        found.append(_Spelling(row["scheme"], ends, re.compile(row["looks"]), made))
    return tuple(found)


@cache
def _of_any_end(names: Names) -> tuple[_Spelling, ...]:
    return tuple(each for each in _spellings(names) if not each.ends)


@cache
def _by_ends(names: Names) -> tuple[tuple[str, ...], tuple[_Spelling, ...]]:
    """All ends that a word may be told by, and the spellings that are told so."""
    ended = tuple(each for each in _spellings(names) if each.ends)
    return tuple({end for each in ended for end in each.ends}), ended


def keys(word: str, names: Names) -> Iterator[Key]:
    """Readings of a folded Latin word that may be spelled so: a language's own names, or Slavic ones in its papers."""
    if not SHORTEST <= len(word) <= LONGEST:
        return
    ends, ended = _by_ends(names)
    told = [each for each in ended if word.endswith(each.ends)] if word.endswith(ends) else []
    for scheme, _, looks, steps in (*_of_any_end(names), *told):
        becomes = replaced(word, steps) if looks.search(word) else word
        if becomes != word:
            yield Key(becomes, scheme)
