"""Alphabets that write no spaces between words: Burmese, Khmer, Lao and Thai, cut at the words that are known.

Unlike Chinese characters their letters are no words: a word begins and ends where a syllable may begin, and known words
shorter than a few letters are part of others too often.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from screening.names import burmese

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


@dataclass(frozen=True)
class SyllableSplitter:
    """Cuts words at known ones; what lies between them stays in one piece.

    Of all ways to cut a word, the one whose known words have the greatest sum of squared lengths is taken.
    """

    known: AbstractSet[str]
    longest: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max(map(len, self.known), default=0))

    def split(self, word: str) -> list[str]:
        """Give the pieces of a word in order; joined they are the word."""
        places = [0, *starts(word), len(word)]
        best: list[tuple[int, int]] = [(0, -1)]  # what the best way to a place is worth, and the place before
        known_to: list[bool] = [False]
        for at in range(1, len(places)):
            worth, before, is_known = best[at - 1][0], at - 1, False
            for start in range(at - 1, -1, -1):
                length = places[at] - places[start]
                if length > self.longest:
                    break
                value = best[start][0] + length * length
                if value >= worth and word[places[start] : places[at]] in self.known:
                    worth, before, is_known = value, start, True
            best.append((worth, before))
            known_to.append(is_known)
        pieces: list[str] = []
        at = len(places) - 1
        loose = at
        while at > 0:
            before = best[at][1]
            if known_to[at]:
                if loose > at:
                    pieces.append(word[places[at] : places[loose]])
                pieces.append(word[places[before] : places[at]])
                loose = before
            at = before
        if loose:
            pieces.append(word[: places[loose]])
        return pieces[::-1]
