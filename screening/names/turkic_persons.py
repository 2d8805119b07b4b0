"""Persons of the Arab world and Iran in Turkish or Azerbaijani letters: Cevad Şükri is Jevad Shukri in English ones,
and with the vowels of Arabic Javad Shukri.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from screening.names.arabic import usual_spelling
from screening.names.folding import fold
from screening.names.plain_letters import in_plain_letters
from screening.names.signs import sign
from screening.names.spellings import keys
from screening.names.tokens import words

LANGUAGE: Final = "turkic"
"""How the tables of plain letters and of spellings call these letters."""
_WORD: Final = re.compile("[a-z]+")


def has_turkic_letters(name: str) -> bool:
    """Whether a name is written in letters that Turkish or Azerbaijani has and few others."""
    return not name.isascii() and sign("turkic_letters").search(name) is not None


def has_turkish_spelling(name: str) -> bool:
    """Whether a name holds letters of Turkish or Azerbaijani, be they of other languages, too."""
    return not name.isascii() and sign("turkish_letters").search(_lower(name)) is not None


def _lower(name: str) -> str:
    return unicodedata.normalize("NFC", name).lower()


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
    return fold(in_plain_letters(_lower(name), LANGUAGE))


@lru_cache(maxsize=1 << 12)
def in_arabic_vowels(name: str) -> str:
    """A person's name as Turkish spells Arabic ones, with the vowels and last consonants that English gives them
    (Esed, Asad; Zevahiri, Zavahiri); others as they stand. Common names are known in such spelling already.

    Turkish letters and a common name tell such spelling, or an article before a letter that it is made like (ez-Z).
    """
    lower = _lower(name)
    article = sign("turkic_article").search(lower) is not None
    if not article and (name.isascii() or not sign("turkish_sign").search(lower)):
        return name
    said = words(name)
    if any(map(sign("turkic_family").search, said)) or not (article or any(map(usual_spelling, said))):
        return name
    return _WORD.sub(_in_arabic_vowels, fold(in_plain_letters(lower, LANGUAGE)))


def _in_arabic_vowels(found: re.Match[str]) -> str:
    read = next(keys(found[0], LANGUAGE), None) if usual_spelling(found[0]) is None else None
    return read.text if read else found[0]
