"""Vietnamese names: another vowel or tone is another name where marks are written (Hùng, Hưng), else another letter."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final

from screening.names.phrases import cells
from screening.names.pinyin import syllables
from screening.names.vietnamese_by_ear import families, readings
from screening.names.written import as_written
from screening.reference import table

_FEWEST: Final = 3
"""Words of a name of which one may differ."""
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""Grave, acute, tilde, hook above, dot below: the tones. Circumflex, breve and horn make other vowels."""


def are_written_apart(left: str, right: str) -> bool:
    """Whether two names, both written with Vietnamese marks, have words that only their marks tell apart.

    A word without any mark says nothing: it may have lost it.
    """
    ours, theirs = _marked(left), _marked(right)
    if not (ours and theirs):
        return False
    return any(
        len(written) == len(theirs[folded])
        and not {folded} & {*written, *theirs[folded]}
        and sorted(map(_letters, written)) != sorted(map(_letters, theirs[folded]))
        for folded, written in ours.items()
        if folded in theirs
    )


def are_other_syllables(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names of folded words are Vietnamese, of one family, and differ in one syllable: Tuan is not Toan.

    What Chinese schemes and slips of the keys make of such syllables says nothing: nearly each of them is a name.
    """
    pairs = product(_as_latin(left), _as_latin(right))
    return all(_are_other_syllables(ours, theirs) for ours, theirs in pairs)


def _as_latin(said: Sequence[str]) -> Sequence[Sequence[str]]:
    """Words of a name as they stand, or, of one that Russian or Korean writes, those it may be in Vietnamese."""
    return readings(tuple(said)) or [said]


def _are_other_syllables(left: Sequence[str], right: Sequence[str]) -> bool:
    if min(len(left), len(right)) < _FEWEST or len(left) != len(right):
        return False
    ours, theirs = list((Counter(left) - Counter(right)).elements()), list((Counter(right) - Counter(left)).elements())
    if len(ours) != 1 or not all(map(_is_syllable, {*left, *right})):
        return False
    common = set(left) & set(right)
    of_family = common & families()
    return bool(of_family) and not common <= syllables() and _one_i(ours[0]) != _one_i(theirs[0])


def _one_i(syllable: str) -> str:
    """A syllable with the i that may be a y (Quy, Qui)."""
    return syllable.replace("y", "i")


@lru_cache(maxsize=1 << 12)
def _is_syllable(text: str) -> bool:
    onsets, rimes = _syllables()
    return any(text[:cut] in onsets and text[cut:] in rimes for cut in range(4))


@cache
def _syllables() -> tuple[frozenset[str], frozenset[str]]:
    parts: dict[str, set[str]] = {"onset": {""}, "rime": set()}
    for row in table("scripts/vietnamese_syllables.tsv").rows:
        parts[row["part"]] |= set(cells(row["texts"]))
    return frozenset(parts["onset"]), frozenset(parts["rime"])


def has_marks(name: str) -> bool:
    """Whether a name is written with Vietnamese marks: one of its words is a common name there, written so."""
    return bool(_marked(name))


def _marked(name: str) -> dict[str, tuple[str, ...]]:
    """The words of a name as they are written, where one of them tells that it is Vietnamese with its marks."""
    found = as_written(name)
    known = _names()
    return found if any(text in known for each in found.values() for text in each) else {}


@lru_cache(maxsize=1 << 12)
def _letters(word: str) -> tuple[str, str]:
    """The letters of a syllable, and its tone wherever it is put (hoà, hòa)."""
    found = unicodedata.normalize("NFD", word)
    return "".join(char for char in found if char not in _TONES), "".join(char for char in found if char in _TONES)


@cache
def _names() -> frozenset[str]:
    rows = table("words/vietnamese_names.tsv").rows
    return frozenset(
        text
        for row in rows
        for name in cells(row["names"])
        if not (text := unicodedata.normalize("NFC", name).casefold()).isascii()
    )
