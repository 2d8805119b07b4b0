"""Latin words read as pinyin: where every syllable is a word, one letter's difference is another word."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from screening.reference import table

LONGEST_SYLLABLE: Final = 6


@cache
def syllables() -> frozenset[str]:
    """All syllables of Mandarin in pinyin, folded."""
    return frozenset(row["pinyin"] for row in table("scripts/chinese_syllables.tsv").rows)


@lru_cache(maxsize=1 << 15)
def syllable_count(word: str) -> int:
    """The fewest syllables of Mandarin that a folded Latin word is made of; 0 where it is of anything else."""
    known = syllables()
    fewest: list[int | None] = [0] + [None] * len(word)
    for end in range(1, len(word) + 1):
        counts = [
            before + 1
            for start in range(max(0, end - LONGEST_SYLLABLE), end)
            if (before := fewest[start]) is not None and word[start:end] in known
        ]
        fewest[end] = min(counts, default=None)
    return fewest[-1] or 0
