"""A reading of one word in Latin letters, and the rule that keeps their number small."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MOST_KEYS: Final = 12  # readings kept for one word, the most usual first: more cost time and match by chance


@dataclass(frozen=True, slots=True)
class Key:
    """One reading of a token in lower-case Latin ASCII, and the scheme it follows ("ICAO 9303")."""

    text: str
    scheme: str


def distinct(keys: Iterable[Key], most: int = MOST_KEYS) -> tuple[Key, ...]:
    """The keys in their order, without empty ones and repeats of a reading, at most ``most``."""
    found: dict[str, Key] = {}
    for key in keys:
        if key.text and key.text not in found:
            found[key.text] = key
            if len(found) == most:
                break
    return tuple(found.values())


def replaced(word: str, steps: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """A word after replacements, one behind the other."""
    for pattern, put in steps:
        word = pattern.sub(put, word)
    return word
