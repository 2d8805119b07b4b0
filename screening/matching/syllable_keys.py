"""Keys by which words together meet one word that spells the same syllables in another script or system.

박정희 is Park Chung-hee, and 永興 is Wing Hing: no reading or sound of the one is the other's, so that the scorer asks
whether the same syllables may lie behind both (`screening.names.korean_latin`, `screening.names.chinese_given`).
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching import hashing
from screening.matching.joining import hangul
from screening.names.chinese_given import spellings_of, syllables_behind, syllables_elsewhere
from screening.names.korean_latin import hangul_readings
from screening.names.scripts import script_of
from screening.names.transliteration import token_keys

Array = NDArray[Any]

SYLLABLES: Final = 2
"""Words that a Korean given name is written in, at most."""
LONGEST_PART: Final = 8
"""Letters that a word may have which is part of a Korean given name."""
MOST_CHARACTERS: Final = 3
"""Characters of a firm's name that are looked for as they are spelled elsewhere."""


def of_given_name(text: str, *, korean: bool, chinese: bool) -> tuple[str, ...]:
    """What a term of a person's name meets others by, beside a Korean or a Chinese family name."""
    return (*(_hangul(text) if korean else ()), *(syllables_behind(text) if chinese else ()))


def of_firm(text: str) -> tuple[str, ...]:
    """How the characters that a term of a firm's name is written with are spelled in Hong Kong and Taiwan."""
    if text.isascii() or len(text) > MOST_CHARACTERS or script_of(text) != "Han":
        return ()
    return spellings_of(text)


def of_firms_together(texts: Sequence[str], parts: Array, whole: Array, kind: int) -> tuple[Array, Array]:
    """Keys of words of firms' names written together, and which of them each is of.

    Args:
        texts: The terms.
        parts: The terms that words together are of, -1 where there are no more.
        whole: Sums of the words written together (`hashing.Sums`).
        kind: The kind of key.
    """
    known = syllables_elsewhere()
    of = np.flatnonzero(_all_of(parts, [text in known for text in texts]))
    return hashing.keys(whole[of], kind), of


def of_given_names_together(texts: Sequence[str], parts: Array, korean: Set[int], kind: int) -> tuple[Array, Array]:
    """The same of two words beside a Korean family name; ``korean`` are the terms that stand beside one."""
    if not korean:
        return np.empty(0, np.uint32), np.empty(0, np.int64)
    spelled = [number in korean and bool(_letters(text)) for number, text in enumerate(texts)]
    marks: list[str] = []
    owners: list[int] = []
    for at in np.flatnonzero(_all_of(parts, spelled) & (parts[:, SYLLABLES] < 0)).tolist():
        found = hangul_readings("".join([_letters(texts[number]) for number in parts[at, :SYLLABLES].tolist()]))
        marks += found
        owners += [at] * len(found)
    return hashing.keys(hashing.sums(marks).value, kind), np.array(owners, np.int64)


def _all_of(parts: Array, wanted: Sequence[bool]) -> Array:
    """Of which words together all terms are wanted."""
    return np.asarray(np.all(np.array([*wanted, True], bool)[parts], axis=1))


@lru_cache(maxsize=1 << 14)
def _hangul(text: str) -> Set[str]:
    return hangul((text,)) if script_of(text) == "Han" else hangul_readings(_written(text))


def _written(text: str) -> str:
    """A word in the letters that Hangul is read from: Cyrillic ones, or its first Latin reading."""
    return text if script_of(text) == "Cyrillic" else next((key.text for key in token_keys(text)), text)


@lru_cache(maxsize=1 << 14)
def _letters(text: str) -> str:
    """The same of a word that may be a syllable of a given name; empty of any other."""
    written = _written(text)
    return written if len(written) <= LONGEST_PART and hangul_readings(written) else ""
