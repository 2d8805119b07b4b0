"""Consonants of words by classes so wide that no way of writing a name changes them: what then differs is a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product
from typing import Final

from rapidfuzz.distance import Levenshtein

from screening.names.letters import undoubled
from screening.names.word import Word
from screening.reference import table

ALPHABETS: Final = frozenset({"Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Thai"})
"""Scripts whose words are read vowels and all."""
_FAMILY_ENDING: Final = "P"
"""What a Slavic ending adds to a family name: Rahmon, Rakhmonov."""
_INITIAL_BREATH: Final = re.compile(r"^(?:h|kh|g)(?=[aeiouy])")
MOST_READINGS: Final = 8


@cache
def _written() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    rows = table("scripts/consonant_classes.tsv").rows
    of = {row["letters"]: tuple(each.strip("-") for each in row["class"].split()) for row in rows}
    return re.compile("|".join(sorted(of, key=len, reverse=True))), of


@lru_cache(maxsize=1 << 16)
def classes(word: str) -> frozenset[str]:
    """The classes of a folded Latin word's consonants, doubled ones once, in each way they may be read.

    A breath before the first vowel may be written or not (Hasan, Гасан).
    """
    pattern, of = _written()
    begun = {word, _INITIAL_BREATH.sub("", word)}
    read = (product(*(of[each] for each in pattern.findall(text))) for text in sorted(begun))
    return frozenset(undoubled("".join(each)) for ways in read for each in islice(ways, MOST_READINGS))


@lru_cache(maxsize=1 << 16)
def differ(left: str, right: str) -> bool:
    """Whether two folded Latin words differ in consonants by more than a slip of the pen or the keys.

    A consonant dropped or added is a slip where nothing else differs, and so are letters swapped.
    """
    if sorted(left) == sorted(right):
        return False
    apart = Levenshtein.distance(left, right)
    return all(_far(one, other, apart) for one in classes(left) for other in classes(right))


def alike_but_for_vowels(left: Word, right: Word) -> bool:
    """Whether two words of two alphabets have one skeleton (Kərimov, Керимов)."""
    return left.script != right.script and not left.skeletons.isdisjoint(right.skeletons)


def _far(ours: str, theirs: str, apart: int) -> bool:
    if ours == theirs:
        return False
    short, full = sorted((ours, theirs), key=len)
    return full != short + _FAMILY_ENDING and (len(short) == len(full) or apart > 1)
