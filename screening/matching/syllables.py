"""Chinese and Korean given names that meet syllable by syllable: whether two whole names allow it.

Single syllables stand for so much that most names of these languages share some. The scorer asks for more: one
family name on both sides, and neighbouring words beside it that spell the same syllables. So does this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Final

from screening.matching.joining import hangul
from screening.matching.variants import family_names
from screening.names.chinese_given import same_given_name
from screening.names.word import word

LONGEST_RUN: Final = 4
"""Neighbouring words that one given name may be written in."""

Run = tuple[str, ...]


def may_share_given_name(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names, as folded words, hold one family name and may spell one given name beside it."""
    for language, ours, theirs in _without_family_name(left, right):
        pairs = ((a, b) for a, b in product(_runs(ours), _runs(theirs)) if a != b)
        if language == "zh" and any(same_given_name("".join(a), "".join(b)) for a, b in pairs):
            return True
        if language == "ko" and any(not hangul(a).isdisjoint(hangul(b)) for a, b in pairs):
            return True
    return False


def _without_family_name(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, Run, Run]]:
    """For each family name both may hold: its language, and the words of both without it."""
    for (i, ours), (j, theirs) in product(_families(tuple(left)), _families(tuple(right))):
        for language in {concept[:2] for concept in ours & theirs}:
            yield language, (*left[:i], *left[i + 1 :]), (*right[:j], *right[j + 1 :])


@lru_cache(maxsize=1 << 12)
def _families(texts: Run) -> tuple[tuple[int, frozenset[str]], ...]:
    """The words that may be Chinese or Korean family names: which, and whose."""
    return tuple((at, found) for at, text in enumerate(texts) if (found := family_names(word(text))))


@lru_cache(maxsize=1 << 12)
def _runs(texts: Run) -> tuple[Run, ...]:
    ends = range(1, len(texts) + 1)
    return tuple(texts[start:end] for end in ends for start in range(max(0, end - LONGEST_RUN), end))
