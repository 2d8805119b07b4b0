"""Persons of the Arab world and Iran in Turkish or Azerbaijani letters: Cevad Şükri is Jevad Shukri in English ones."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from screening.names.arabic import usual_spelling
from screening.names.folding import fold
from screening.names.plain_letters import in_plain_letters
from screening.names.signs import sign
from screening.names.tokens import words

LANGUAGE: Final = "turkic"
"""How the table of plain letters calls these letters."""


def has_turkic_letters(name: str) -> bool:
    """Whether a name is written in letters that Turkish or Azerbaijani has and few others."""
    return not name.isascii() and sign("turkic_letters").search(name) is not None


@lru_cache(maxsize=1 << 12)
def in_english(name: str) -> str:
    """A person's name in Turkish or Azerbaijani letters, with an Arabic name in it, in English spelling; others as they
    stand, and so those that people of the two countries bear.
    """
    if not has_turkic_letters(name):
        return name
    said = words(name)
    if any(map(sign("turkic_family").search, said)) or not any(map(usual_spelling, said)):
        return name
    return fold(in_plain_letters(unicodedata.normalize("NFC", name).lower(), LANGUAGE))
