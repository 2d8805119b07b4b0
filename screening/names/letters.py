"""The letters that words of names are mostly written in, folded."""

from __future__ import annotations

import re
from functools import cache

from screening.names.folding import fold
from screening.reference import table

_LATIN_VOWELS = "aeiouy"
_SEVERAL_TIMES = re.compile(r"(.)\1+", re.DOTALL)


@cache
def russian_letters() -> str:
    """The letters of Russian; folding leaves them as they are."""
    return fold(_russian()["letters"])


@cache
def vowels() -> frozenset[str]:
    """The vowels of Latin and Russian words."""
    return frozenset(_LATIN_VOWELS + fold(_russian()["vowels"]))


@cache
def all_vowels() -> frozenset[str]:
    """The vowels of Latin words and of those of every language written in Cyrillic."""
    rows = table("scripts/cyrillic_languages.tsv").rows
    return vowels().union(*(fold(row["vowels"]) for row in rows))


@cache
def letters_of_sort(sort: str) -> frozenset[str]:
    """The letters of a sort of ``lists/scripts/letter_sounds.tsv``: glide, breath, feminine or south_slavic."""
    rows = table("scripts/letter_sounds.tsv").rows
    return frozenset(letter for row in rows if row["sort"] == sort for letter in row["letters"].split())


def undoubled(letters: str) -> str:
    """The letters with each that is doubled once."""
    return _SEVERAL_TIMES.sub(r"\1", letters)


def _russian() -> dict[str, str]:
    return next(row for row in table("scripts/cyrillic_languages.tsv").rows if row["language"] == "ru")
