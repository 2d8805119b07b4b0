"""A Slavic name as other languages' newspapers spell it (Chruschtschow, Hruscsov, Chruščiovas), put as English does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from screening import reference
from screening.names.keys import Key

SHORTEST: Final = 4
ANYHOW: Final = "*"


class _Spelling(NamedTuple):
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
def _any_ends() -> tuple[str, ...]:
    return tuple({end for each in _spellings() for end in each.ends})


def keys(word: str) -> Iterator[Key]:
    """Readings of a folded Latin word that may be spelled so."""
    if len(word) < SHORTEST:
        return
    known = word.endswith(_any_ends())
    for scheme, ends, looks, steps in _spellings():
        if (word.endswith(ends) if ends else not ends) and (known or not ends) and looks.search(word):
            becomes = word
            for pattern, put in steps:
                becomes = pattern.sub(put, becomes)
            if becomes != word:
                yield Key(becomes, scheme)
