"""Vietnamese names written with their marks, where another vowel or tone is another name (Hùng, Hưng)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

from screening.names.phrases import cells
from screening.names.written import as_written
from screening.reference import table

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
