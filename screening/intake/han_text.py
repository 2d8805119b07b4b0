"""Text in Chinese characters as names are looked up in it: marks within names left out, known words not cut."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from screening.intake.lexicon import is_place
from screening.names.folding import fold
from screening.names.vocabulary import meanings

HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
APART: Final = "\n"
"""What stands for all that is not Chinese."""
_INSIDE: Final = frozenset("（）()·‧・• \u00a0")
_WORD: Final = 2
"""Characters of the shortest word that a name may be cut out of by mistake: 陈明国 / 际贸易."""


def characters(text: str) -> tuple[str, list[int]]:
    """The characters of a text as names are compared, what is not Chinese as a break, and where each stands."""
    found, places = [], []
    for at, char in enumerate(text):
        if char not in _INSIDE:
            found.append(_character(char))
            places.append(at)
    return "".join(found), places


@lru_cache(maxsize=1 << 14)
def _character(char: str) -> str:
    folded = fold(char)
    return folded if HAN.match(char) and len(folded) == 1 else APART


def cuts_a_word(text: str, start: int, end: int) -> bool:
    """Whether a known word stands across an end of the name, so that it is none there."""
    return any(_is_word(text[edge - 1 : edge - 1 + _WORD]) for edge in (start, end) if 0 < edge < len(text))


@lru_cache(maxsize=1 << 14)
def _is_word(text: str) -> bool:
    return APART not in text and (bool(meanings(text)) or is_place(text))
