"""A Slavic name as other languages' newspapers spell it (Chruschtschow, Hruscsov, Chruščiovas), put as English does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from screening import reference
from screening.names.keys import Key, replaced

SHORTEST: Final = 4
"""Letters of a word that may be read so."""
ANYHOW: Final = "*"
"""What stands in the table for words that end anyhow."""


class _Spelling(NamedTuple):
    """How a language spells: which words may be of it, and what is replaced in them, in turn."""

    scheme: str
    ends: tuple[str, ...]
    looks: re.Pattern[str]
    steps: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _spellings() -> tuple[_Spelling, ...]:
    found = []
    for row in reference.table("scripts/press_spellings.tsv").rows:
        steps = [step.rpartition("=") for step in row["steps"].split(" ")]
        ends = () if row["ends"] == ANYHOW else tuple(row["ends"].split(" "))
        made = tuple((re.compile(pattern), becomes) for pattern, _, becomes in steps)
        found.append(_Spelling(row["scheme"], ends, re.compile(row["looks"]), made))
    return tuple(found)


@cache
def _of_any_end() -> tuple[_Spelling, ...]:
    return tuple(each for each in _spellings() if not each.ends)


@cache
def _by_ends() -> tuple[tuple[str, ...], tuple[_Spelling, ...]]:
    """All ends that a word may be told by, and the spellings that are told so."""
    ended = tuple(each for each in _spellings() if each.ends)
    return tuple({end for each in ended for end in each.ends}), ended


def keys(word: str) -> Iterator[Key]:
    """Readings of a folded Latin word that may be spelled so."""
    if len(word) < SHORTEST:
        return
    ends, ended = _by_ends()
    told = [each for each in ended if word.endswith(each.ends)] if word.endswith(ends) else []
    for scheme, _, looks, steps in (*_of_any_end(), *told):
        becomes = replaced(word, steps) if looks.search(word) else word
        if becomes != word:
            yield Key(becomes, scheme)
