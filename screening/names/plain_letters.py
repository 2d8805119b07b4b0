"""Words and names of Central Asia, and scholars' Russian, in the plain letters of records and English lists."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from screening.names.folding import apostrophes
from screening.names.given import is_given_name
from screening.names.phrases import Phrase, forms
from screening.names.vietnamese import has_marks
from screening.reference import table

SHORTEST: Final = 4
_WAYS: Final = ("", "+h", "-Cyrl")
"""What stands behind a language in the table: its first way to be written plainly, and others."""
_APOSTROPHES: Final = re.compile("[\u02bb\u02bc\u2018\u2019`]")


@cache
def _letters() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in table("scripts/plain_letters.tsv").rows:
        found[row["language"]] = (*found.get(row["language"], ()), (row["letter"], row["becomes"]))
    return found


@cache
def _marked() -> tuple[re.Pattern[str], dict[str, str]]:
    """The letters that Uzbek marks with an apostrophe and Russian writes as others, and what it writes.

    A word that begins with one in capitals may be Irish as well (O'Brien, O'BRIEN): there a small letter must follow.
    """
    plain = {
        letter[0]: becomes for letter, becomes in _letters()["uz"] if letter.endswith("'") and letter[0] != becomes
    }
    letters, signs = "".join(plain) + "".join(plain).upper(), "".join(map(re.escape, sorted(apostrophes())))
    within, first = rf"(?<=[^\W\d_])[{letters}][{signs}](?=[^\W\d_])(?!s\b)", rf"\b[{letters}][{signs}](?=[a-z])"
    return re.compile(f"{within}|{first}"), plain


def by_way_of_russian(name: str) -> str:
    """A name with the marked letters of Uzbek as Russian records write them (Yo'li, Yuli); all else as it stands."""
    if apostrophes().isdisjoint(name):
        return name
    pattern, plain = _marked()

    def plainly(found: re.Match[str]) -> str:
        letter = found[0][0]
        becomes = plain[letter.lower()]
        return becomes.upper() if letter.isupper() else becomes

    return pattern.sub(plainly, name)


_SCHOLARLY: Final = frozenset("âûŝÂÛŜ\u0302")
"""Letters of ISO 9 of which one at least a name has that is read by it, and their mark; folding takes it off."""


def from_scholarly(name: str) -> str:
    """A name in the letters of ISO 9 in English spelling (Ûgneftʹ, Yugneft); a name without its vowels, or a Vietnamese
    one, as it stands.
    """
    if name.isascii() or _SCHOLARLY.isdisjoint(name) or has_marks(name):
        return name
    plain = unicodedata.normalize("NFC", name).lower()
    return in_plain_letters(plain, "iso9")


_SCHWA: Final = str.maketrans("əƏ", "eE")
_CYRILLIC_SCHWA: Final = re.compile(r"(?:(?<=[A-Za-zÇçĞğİıÖöŞşÜü])[әӘ]|[әӘ](?=[A-Za-zÇçĞğİıÖöŞşÜü]))")
"""The Cyrillic letter that looks the same, in a word of Latin ones."""


def with_plain_schwa(name: str) -> str:
    """An Azerbaijani name with e for each ə, as Russian writes it (Günəşli, Гюнешли); folding makes it an a."""
    if name.isascii():
        return name
    return _CYRILLIC_SCHWA.sub(lambda found: "e" if found[0] == "ә" else "E", name).translate(_SCHWA)


def in_plain_letters(text: str, language: str) -> str:
    """A lower-case text with what the table has for a language's letters; of a language without any, as it stands."""
    for letter, becomes in _letters().get(language, ()):
        text = text.replace(letter, becomes)
    return text


@cache
def written_otherwise() -> frozenset[str]:
    """The languages that have letters which are written plainly."""
    return frozenset(language.removesuffix(way) for language in _letters() for way in _WAYS if language.endswith(way))


def written_plainly(phrase: str, language: str) -> list[Phrase]:
    """The folded words of a phrase without the letters that Russian lacks; nothing where it has none of them.

    Nothing as well where it is so short, or a given name: a word with those letters is none, without them it may be.
    """
    text = _APOSTROPHES.sub("'", phrase.lower())
    plain = dict.fromkeys(in_plain_letters(text, f"{language}{way}") for way in _WAYS)
    return [
        form
        for each in plain
        if each != text
        for form in forms(each)
        if sum(map(len, form)) >= SHORTEST and not is_given_name(form[0])
    ]
