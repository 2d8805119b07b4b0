"""Spelling-insensitive keys: what different romanisations make of one name becomes one key."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=1 << 17)
def sound(latin_token: str) -> str:
    """A key equal for the usual romanisations of one name; vowels stay."""
    word = re.sub("kh|x", "h", latin_token)
    word = re.sub("[yj]", "i", word)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=1 << 17)
def skeleton(latin_token: str) -> str:
    """Consonants only, coarser than `sound`."""
    return re.sub("[aeiouwh]", "", sound(latin_token)) or sound(latin_token)[:1]
