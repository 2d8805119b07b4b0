"""Chinese persons as other countries write them: Čou Süe-feng, Csou Hszüe-feng and Џоу Сјуефенг are Zhou Xuefeng.

A name is read only whole: its first word is a family name, and every word is made of syllables that a country writes so
(``scripts/chinese_abroad.tsv``). What is pinyin, or Palladius's Cyrillic, as it stands is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product
from typing import Final

from screening.names.chinese import palladius
from screening.names.folding import apostrophes, fold
from screening.names.pinyin import syllable_count
from screening.names.scripts import script_of
from screening.names.signs import sign
from screening.reference import table

SYSTEMS: Final = {
    "Latin": ("hungarian", "czech", "polish", "serbian"),
    "Cyrillic": ("serbian_cyrillic", "bulgarian"),
}
"""The columns of the table by script."""
LONGEST: Final = 32
MOST_WORDS: Final = 3
MOST_SYLLABLES: Final = 4
MOST: Final = 8
"""Readings of a name at most."""
_PARTS: Final = re.compile(r"[\s\-‐‑]+")

_Syllables = dict[str, tuple[str, ...]]


@cache
def _syllables(system: str) -> _Syllables:
    """Pinyin by the syllable as a country writes it."""
    found: _Syllables = {}
    for row in table("scripts/chinese_abroad.tsv").rows:
        for written in row[system].split():
            found[written] = (*found.get(written, ()), row["pinyin"])
    return found


@cache
def _families(system: str) -> _Syllables:
    """The same of those that are family names."""
    families = {row["pinyin"] for row in table("scripts/chinese_surnames.tsv").rows}
    told = {written: tuple(each for each in of if each in families) for written, of in _syllables(system).items()}
    return {written: of for written, of in told.items() if of}


@lru_cache(maxsize=1 << 13)
def in_pinyin(name: str) -> tuple[str, ...]:
    """A Chinese person's name that another country writes, in pinyin, in each way; nothing for most names."""
    text = unicodedata.normalize("NFC", name).lower().strip() if len(name) <= LONGEST else ""
    if not sign("chinese_abroad").search(text):
        return ()
    family, *given = _PARTS.split(text)
    script = script_of(family) if 0 < len(given) <= MOST_WORDS else ""
    for system in SYSTEMS.get(script, ()):
        families = _families(system).get(family)
        if families and not _is_usual(script, (family, *given)) and (read := _given(given, _syllables(system))):
            return tuple(" ".join(each) for each in islice(product(families, read), MOST))
    return ()


def _is_usual(script: str, words: tuple[str, ...]) -> bool:
    """Whether all words of a name are pinyin, or Palladius's Cyrillic, as they stand."""
    if script == "Cyrillic":
        return all(palladius(word) is not None for word in words)
    return all(syllable_count(fold(word)) > 0 and fold(word) == word for word in words)


def _given(words: list[str], syllables: _Syllables) -> tuple[str, ...]:
    """The given name that words make together, in each way that cuts them into syllables."""
    bare = ["".join(char for char in word if char not in apostrophes()) for word in words]
    cuts = [list(islice(_cut(word, syllables), MOST)) for word in bare]
    ways = islice(product(*cuts), MOST)
    joined = ("".join(syllable for cut in way for syllable in cut) for way in ways if _are_few(way))
    return tuple(dict.fromkeys(joined))


def _are_few(way: tuple[tuple[str, ...], ...]) -> bool:
    return sum(map(len, way)) < MOST_SYLLABLES


def _cut(word: str, syllables: _Syllables) -> Iterator[tuple[str, ...]]:
    """A word as one syllable or two, each in pinyin."""
    yield from ((each,) for each in syllables.get(word, ()))
    for at in range(1, len(word)):
        if word[:at] in syllables and word[at:] in syllables:
            yield from product(syllables[word[:at]], syllables[word[at:]])
