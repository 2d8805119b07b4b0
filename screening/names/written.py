"""How the words of a name are written, with the marks that folding takes away: é beside e, ư beside ù."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from screening.names.tokens import words

_WORD: Final = re.compile(r"[^\W\d_]+")
_NOTHING: Final[dict[str, tuple[str, ...]]] = {}


@lru_cache(maxsize=1 << 14)
def as_written(name: str) -> dict[str, tuple[str, ...]]:
    """By folded word: how it is written wherever it stands in the name, in small letters (van: vân, văn), sorted.

    Of a name without marks nothing is told.
    """
    if name.isascii():
        return _NOTHING
    found: dict[str, tuple[str, ...]] = {}
    for text in _WORD.findall(unicodedata.normalize("NFC", name)):
        folded = words(text)
        if len(folded) == 1:
            written = text.casefold()
            found[folded[0]] = tuple(sorted((*found.get(folded[0], ()), written)))
    return found
