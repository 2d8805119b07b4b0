"""Ethiopic words in Latin letters, as Ethiopian and Eritrean names are spelled abroad (Tesfaye, Hailemariam, Desalegn).

A letter is a consonant with its vowel. The sixth of a row has a short i or none: it has one at the beginning of a word
and behind a consonant without a vowel (ብርሃኑ, Birhanu; መንግስቱ, Mengistu).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.keys import Key, distinct
from screening.reference import table

SCHEME: Final = "Ethiopian names as in the press"
_FIRST: Final = 0x1200
_END: Final = 0x1358
_ROW: Final = 8
_VOWELS: Final = ("", "u", "i", "a", "e", "", "o", "wa")
"""The vowels of a row but for its first, which is the table's, and its sixth."""
_SIXTH: Final = 5
_ALONE: Final = "e"
"""The sixth letter of a row without a consonant: እዮብ, Eyob."""
_GLIDE: Final = re.compile("(?<=a)y(?=[bcdfghjklmnpqrstvwz])")


class _Letter(NamedTuple):
    consonant: str
    other: str
    vowel: str
    other_vowel: str
    sixth: bool


@lru_cache(maxsize=1 << 14)
def keys(word: str) -> tuple[Key, ...]:
    """Readings of a folded Ethiopic word, the most usual first."""
    letters = [_letter(char) for char in word]
    usual = _written(letters)
    found = [usual, _GLIDE.sub("i", usual)]
    others = [each._replace(consonant=each.other, vowel=each.other_vowel) for each in letters]
    if others != letters:
        found.append(_written(others))
        found += [_written([*letters[:at], each, *letters[at + 1 :]]) for at, each in enumerate(others)]
    found += ["".join(_spoken(each, "i") for each in letters), "".join(_spoken(each, "") for each in letters)]
    return distinct(Key(each, SCHEME) for each in found)


def _written(letters: list[_Letter]) -> str:
    found = ""
    bare = True  # whether no vowel stands before: at the beginning, or behind a consonant without one
    for at, each in enumerate(letters):
        last = at == len(letters) - 1
        if not each.sixth or not each.consonant:
            found += _spoken(each, "")
            bare = False
        elif last:
            found += f"i{each.consonant}" if bare and at > 1 else each.consonant
        else:
            found += f"{each.consonant}i" if bare else each.consonant
            bare = not bare
    return found


def _spoken(letter: _Letter, sixth: str) -> str:
    if letter.sixth:
        return letter.consonant + sixth if letter.consonant else _ALONE
    return letter.consonant + letter.vowel


def _letter(char: str) -> _Letter:
    code = ord(char)
    row, order = code - code % _ROW, code % _ROW
    known = _rows().get(row) if _FIRST <= code < _END else None
    if known is None:
        latin = char if char.isascii() and char.isalnum() else ""
        return _Letter(latin, latin, "", "", sixth=False)
    consonants, vowels = known
    vowel, other = (vowels[0], vowels[-1]) if order == 0 else (_VOWELS[order],) * 2
    return _Letter(consonants[0], consonants[-1], vowel, other, sixth=order == _SIXTH)


@cache
def _rows() -> dict[int, tuple[tuple[str, ...], tuple[str, ...]]]:
    """By the code point a row begins with, its consonant's spellings and its first letter's vowels."""
    return {
        ord(row["letter"]): (tuple(each.replace("-", "") for each in row["latin"].split()), tuple(row["vowel"].split()))
        for row in table("scripts/ethiopic_letters.tsv").rows
    }
