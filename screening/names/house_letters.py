"""The letters of houses, buildings and rooms in one alphabet: 36К is 36K."""

from __future__ import annotations

from functools import cache, lru_cache

from screening.names.transliteration import token_keys


@lru_cache(maxsize=1 << 12)
def in_latin(mark: str) -> str:
    """The number of a house, building or room with its letters in Latin letters."""
    return mark if mark.isascii() else "".join(char if char.isdigit() else _letter(char) for char in mark)


@cache
def _letter(char: str) -> str:
    keys = token_keys(char)
    return keys[0].text[:1] if keys else char
