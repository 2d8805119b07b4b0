"""How the words of addresses sound, and which word of an address has which sound."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from screening.names.sound import sound
from screening.names.tokens import words
from screening.names.transliteration import token_keys

_WORDS: Final = re.compile(r"\w+")


def sound_of_word(text: str) -> str:
    """A word of a street's name, as it is written, by its sound as addresses hold it."""
    return sound_of(" ".join(words(text)))


@lru_cache(maxsize=1 << 16)
def sound_of(token: str) -> str:
    """The sound of a folded word."""
    keys = token_keys(token)
    latin = keys[0].text if keys else token
    return sound(latin) or latin


@lru_cache(maxsize=1 << 12)
def spellings(text: str) -> dict[str, str]:
    """The words of an address as they are written, by the sound that addresses hold of them, in their order."""
    found: dict[str, str] = {}
    for word in _WORDS.findall(text):
        for token in words(word):
            found.setdefault(sound_of(token), word)
    return found
