"""Alphabets that write no spaces between words: Burmese, Khmer, Lao and Thai, cut at the words that are known.

Unlike Chinese characters their letters are no words: a word begins and ends where a syllable may begin, and known words
shorter than a few letters are part of others too often.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final

from screening.names import burmese
from screening.names.glued import cut_at_words

SCRIPTS: Final = frozenset({"Khmer", "Lao", "Myanmar", "Thai"})
SHORTEST: Final = 4
"""Letters and signs of a known word at least, where a word is cut."""
_BLOCKS: Final = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))
_BEGINS: Final = re.compile(
    "(?<![\u0e40-\u0e44])[\u0e01-\u0e2e\u0e40-\u0e44](?![\u0e4c\u0e3a])(?![\u0e34\u0e38]\u0e4c)"  # Thai
    "|(?<![\u0ec0-\u0ec4])[\u0e81-\u0eae\u0ec0-\u0ec4\u0edc\u0edd](?!\u0ecc)"  # Lao
    "|(?<!\u17d2)[\u1780-\u17b3]"  # Khmer
)
"""Where a syllable may begin: before a vowel that is written first, or a letter without one, silenced by no sign."""


def is_unspaced(char: str) -> bool:
    """Whether a character is of one of those scripts."""
    return any(first <= char <= last for first, last in _BLOCKS)


def starts(word: str) -> list[int]:
    """Where the syllables of a folded word may begin."""
    found = burmese.starts(word) if "\u1000" <= word[0] <= "\u109f" else [m.start() for m in _BEGINS.finditer(word)]
    return [at for at in found if at]


def split(word: str, known: AbstractSet[str], longest: int) -> list[str]:
    """Cut a folded word at known ones, of ``longest`` letters at most, as `glued.Splitter` cuts Chinese."""

    def worth(start: int, end: int) -> int | None:
        return (end - start) ** 2 if word[start:end] in known else None

    return cut_at_words(word, [0, *starts(word), len(word)], longest, worth)
