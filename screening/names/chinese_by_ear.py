"""Chinese names in the letters of other languages: Цзіньлун and Τζινλόνγκ are Jinlong, სინძიანი Xinjiang.

They are written after Palladius, in a language's own letters, or as pinyin sounds. Word and syllables are put in
letters that can be compared (``scripts/chinese_by_ear.tsv``); where these say n and ng alike, both are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product
from typing import Final, NamedTuple

from screening.names.keys import Key, distinct, replaced
from screening.names.pinyin import syllable_count
from screening.reference import table

LONGEST: Final = 14
"""Letters of a word of two syllables at most: longer words are others that happen to fit."""
MOST: Final = 8
"""Readings of a word at most: with as many as that it says too little."""
_NOTHING: Final = "-"

_Steps = tuple[tuple[re.Pattern[str], str], ...]


class _Way(NamedTuple):
    """How one group of languages writes: which words may be written so, and pinyin by syllable as it is compared."""

    scheme: str
    looks: re.Pattern[str]
    fewest: int
    steps: _Steps
    syllables: dict[str, tuple[str, ...]]
    longest: int


def _steps(cell: str) -> _Steps:
    steps = (step.rpartition("=") for step in cell.split(" ") if cell != _NOTHING)
    return tuple((re.compile(pattern), becomes) for pattern, _, becomes in steps)


@cache
def _ways(script: str) -> tuple[_Way, ...]:
    found = []
    for row in table("scripts/chinese_by_ear.tsv").rows:
        if row["script"] == script:
            syllables = _syllables(row["system"], row["alike"])
            looks, longest = re.compile(row["looks"]), max(map(len, syllables))
            found.append(_Way(row["scheme"], looks, int(row["fewest"]), _steps(row["steps"]), syllables, longest))
    return tuple(found)


@cache
def schemes() -> frozenset[str]:
    """The schemes of all readings that this makes."""
    return frozenset(row["scheme"] for row in table("scripts/chinese_by_ear.tsv").rows)


@cache
def _syllables(system: str, alike: str) -> dict[str, tuple[str, ...]]:
    """Pinyin by the syllable in letters that are compared."""
    found: dict[str, dict[str, None]] = {}
    for row in table("scripts/chinese_syllables.tsv").rows:
        found.setdefault(replaced(row[system], _steps(alike)), {})[row["pinyin"]] = None
    return {written: tuple(pinyin) for written, pinyin in found.items()}


@lru_cache(maxsize=1 << 14)
def keys(word: str, script: str) -> tuple[Key, ...]:
    """The pinyin that a folded word of a script may stand for; nothing for most words."""
    ways = [way for way in _ways(script) if way.looks.search(word)] if len(word) <= LONGEST else ()
    if not ways or (script == "Latin" and syllable_count(word)):
        return ()
    return distinct((Key(each, way.scheme) for way in ways for each in _read(word, way)), MOST)


def _read(word: str, way: _Way) -> Iterator[str]:
    written = replaced(word, way.steps)
    of = way.syllables
    if way.fewest == 1:
        yield from of.get(written, ())
    cuts = range(max(1, len(written) - way.longest), min(way.longest, len(written) - 1) + 1)
    for at in cuts:
        first, last = of.get(written[:at]), of.get(written[at:])
        if first and last:
            yield from map("".join, islice(product(first, last), MOST))
