"""Readings of a word in Latin letters, each tagged with its scheme, and readable Latin for reports."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from screening.names import scripts


@dataclass(frozen=True, slots=True)
class Key:
    """One reading of a token in lower-case Latin ASCII, and the scheme it follows ("ICAO 9303")."""

    text: str
    scheme: str


@lru_cache(maxsize=1 << 17)
def token_keys(token: str) -> tuple[Key, ...]:
    """Readings of one folded token in Latin ASCII, most usual first, without repeats."""
    if token.isascii():
        return (Key(token, "as written"),)
    plain = "".join(char for char in anyascii(token).lower() if char.isalnum())
    return (Key(plain, "anyascii"),) if plain else ()


@lru_cache(maxsize=1 << 16)
def romanise(text: str) -> str:
    """Readable Latin for reports; Latin text as it stands."""
    return text if scripts.script_of(text) in ("Latin", "None") else anyascii(text)
