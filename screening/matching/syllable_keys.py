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
from screening.names.chinese_given import elsewhere, spellings_of, syllables_behind
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


def of_given_name(text: str, reading: str, *, korean: bool, chinese: bool) -> tuple[str, ...]:
    """What a term of a person's name meets others by, beside a Korean or a Chinese family name."""
    return (*(_hangul(text, reading) if korean else ()), *(syllables_behind(text) if chinese else ()))


def of_firm(text: str) -> tuple[str, ...]:
    """How the characters that a term of a firm's name is written with are spelled in Hong Kong and Taiwan."""
    if text.isascii() or len(text) > MOST_CHARACTERS or script_of(text) != "Han":
        return ()
    return spellings_of(text)


def together(texts: Sequence[str], parts: Array, whole: Array, korean: Set[int], kind: int) -> tuple[Array, Array]:
    """Keys of words written together, and which of them each is of.

    Args:
        texts: The terms.
        parts: The terms that words together are of, -1 where there are no more.
        whole: Sums of the words written together (`hashing.Sums`).
        korean: Terms that stand beside a Korean family name; of a firm's name there are none.
        kind: The kind of key.
    """
    if not korean:
        known = elsewhere()
        spelled = np.array([*(text in known for text in texts), True], bool)
        of = np.flatnonzero(np.all(spelled[parts], axis=1))
        return hashing.keys(whole[of], kind), of
    # only what may be syllables by itself is a part of such a name
    spelled = np.zeros(len(texts) + 1, bool)
    spelled[[number for number in korean if _letters(texts[number])]] = True
    spelled[-1] = True
    marks: list[str] = []
    owners: list[int] = []
    for at in np.flatnonzero(np.all(spelled[parts], axis=1) & (parts[:, SYLLABLES] < 0)).tolist():
        written = "".join([_letters(texts[number]) for number in parts[at].tolist() if number >= 0])
        found = hangul_readings(written)
        marks += found
        owners += [at] * len(found)
    return hashing.keys(hashing.sums(marks).value, kind), np.array(owners, np.int64)


@lru_cache(maxsize=1 << 14)
def _letters(text: str) -> str:
    """A word in the letters that Hangul is read from; empty where it spells none, or is written in Hangul."""
    written = text if script_of(text) == "Cyrillic" else next((key.text for key in token_keys(text)), text)
    return written if len(written) <= LONGEST_PART and hangul_readings(written) else ""


@lru_cache(maxsize=1 << 14)
def _hangul(text: str, reading: str) -> Set[str]:
    script = script_of(text)
    if script == "Han":
        return hangul((text,))
    return hangul_readings(text if script == "Cyrillic" else reading)
