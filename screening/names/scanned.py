"""Words that a scanner or a hand got wrong, mended where that is sure: figures for letters, rn for m, slips."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names import lost_vowels, misspelt_words
from screening.names.english import english_words
from screening.names.numbers import ordinal_endings
from screening.names.used_words import is_used
from screening.names.vocabulary import meanings

SURE_LETTERS: Final = 3
FEWEST_MENDED: Final = 5
"""Letters from which a word mended so is surer than one that lost a vowel (Rnat is Rinat)."""
_SCANNED: Final = str.maketrans("015869", "oisbgg")
_DRAWN: Final = str.maketrans("0134578", "oieastb")
"""Figures drawn like letters, as people write around filters (C4SPIAN, G0LD3N)."""
_DRAWN_WITHIN: Final = re.compile("^[a-z].*[347].*[a-z]$")
"""A word with one of them within that scanners do not put: at an end it counts (4sea, team4)."""
_SCANNED_CYRILLIC: Final = str.maketrans("036", "озб")
_SCHWA: Final = re.compile(r"(?<=[a-z])3(?=[a-z])")
"""A scanner's Azerbaijani ə, which folding makes an a."""
_CONSONANT: Final = "[bcdfghjklmnpqrstvwxz]"
_ROUND: Final = re.compile(f"(?<={_CONSONANT})6(?={_CONSONANT})")
"""A scanner's ó or õ, between consonants."""
_LARGE_FOUR: Final = re.compile(f"(?:(?<={_CONSONANT}{{2}})|(?<=[a-z][aeiou]{_CONSONANT}))4(?={_CONSONANT})")
"""A 4 for an A between consonants, as scanners read it and people write around filters."""
_TWO: Final = re.compile("^2(?=[aeiou])|(?<=[aeiou])2(?=[aeiou])")
"""A 2 for a Z before a vowel, at the beginning of a word or behind another."""
_NO_NUMBER: Final = "000"
_NOUGHT_AND_ONE: Final = "01"


@cache
def _ordinal() -> re.Pattern[str]:
    """A number with its ending: "929th" names what "929" does."""
    return re.compile(rf"(\d+)(?:{'|'.join(ordinal_endings('names'))})")


def unslipped(text: str) -> str:
    """A word of letters with what a scanner or a hand got wrong mended, where that is sure."""
    return lost_vowels.with_vowels(misspelt_words.mended(_unsplit(text) if "rn" in text else text))


@lru_cache(maxsize=1 << 14)
def _unsplit(text: str) -> str:
    """A word in which a scanner read m as rn, mended where that makes a word in use of one that is none (Kurnar)."""
    mended = text.replace("rn", "m")
    return mended if len(mended) >= FEWEST_MENDED and not is_used(text) and is_used(mended) else text


def _is_word_with_noughts(text: str) -> bool:
    """Whether a word that ends in 0 is one with an O there ("G0L0VK0"), and not a word with a number ("Plant 20")."""
    read = text.rstrip("0").replace("0", "o")
    within = "0" in text.rstrip("0")
    letters = sum(map(str.isalpha, text))
    return text[-2:-1] != "0" and letters >= (SURE_LETTERS + 1 if within else FEWEST_MENDED) and not is_used(read)


def unscanned(text: str, *, small: bool = False) -> str:
    """A number without its ordinal ending; a word with digits that a scanner put for O, I, L, mended ("Trad1ng").

    Among ``small`` letters a 6 is a b, among capitals a G, where neither makes a word in use.
    """
    ordinal = _ordinal().fullmatch(text)
    if ordinal:
        return ordinal.group(1)
    if text == _NO_NUMBER:
        return "ooo"  # nobody counts so: the Russian legal form, read as noughts
    if (
        len(text) > FEWEST_MENDED and _LARGE_FOUR.search(text) and not english_words().issuperset(text.split("4")[1:])
    ):  # Web4all is "for all"
        text = _LARGE_FOUR.sub("a", text)
        if text.isalpha():
            return text
    digits = sum(char.isdigit() for char in text)
    letters = len(text) - digits
    if digits and not text.isascii():
        mended = text.translate(_SCANNED_CYRILLIC)  # 3АО, 0ОО
        if not mended.isalpha():
            return text
        if meanings(mended) or (letters >= SURE_LETTERS and is_used(mended)):
            return mended
        # A single 3 before so many letters that are no word by themselves is a З ("3апоріжкокс").
        alone = digits == 1 and text[0] == "3" and letters >= FEWEST_MENDED
        return mended if alone and not is_used(text[1:]) else text
    if not digits:
        return text
    mended = text.translate(_SCANNED)
    for found in (
        mended,
        text.replace("1", "l").translate(_SCANNED),
        text.replace("2", "z").translate(_SCANNED),
        text.replace("3", "z"),
        text.replace("6", "b").translate(_SCANNED),
    ):
        said = meanings(found) if letters and found.isalpha() else ()
        small_word = text[0] == "0" and any(meaning.kind == "stopword" for meaning in said)  # 0F
        if letters == 1 and not (small_word or any(meaning.kind in {"legal_form", "particle"} for meaning in said)):
            continue  # A1 is no AI
        if letters == 1 and digits == 1 and text[0].isalpha() and text[1] not in _NOUGHT_AND_ONE:
            continue  # a letter and its number: M6 is no MB
        if said or (letters >= SURE_LETTERS and found.isalpha() and is_used(found)):
            return found
    if letters >= SURE_LETTERS and letters > digits and _DRAWN_WITHIN.match(text):
        drawn = text.translate(_DRAWN)
        for found in (drawn, text.replace("1", "l").translate(_DRAWN)):
            if found.isalpha() and is_used(found):
                return found
    if digits == text.count("0") and letters and text[-1] == "0" and _is_word_with_noughts(text):
        return mended  # nobody counts from nought: an O ("DEREVYANK0")
    if digits == 1 and letters >= FEWEST_MENDED and not all(map(is_used, filter(None, text.split("2")))):
        text = _TWO.sub("z", text)  # "2aborov", while 2expand and Auto2auto have words beside their 2
        if text.isalpha():
            return text
    # Without a word people use behind it, a digit at the end is a number of its own ("Plant7").
    if letters < SURE_LETTERS or digits * 2 > letters or text[-1].isdigit():
        return text
    mended = _ROUND.sub("o", text)
    return _SCHWA.sub("a", (mended.replace("6", "b") if small else mended).translate(_SCANNED))
