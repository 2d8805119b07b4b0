"""Towns of Russia, Ukraine and Belarus as the languages of Europe write them: Ischewsk, Iżewsk, Izsevszk.

They are made of the Cyrillic names by rule (``lists/places/town_spellings.tsv``); what an ending makes of them
(Ischewsker, Permės, Kurgans) is told by the paradigms of `TOWNS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from screening.reference import table

COUNTRIES: Final = frozenset({"RU", "UA", "BY"})
"""Whose towns are written so."""
TOWNS: Final = {
    **dict.fromkeys(("ovo", "evo", "ino", "owo", "ewo"), ("o", "eu-town-ovo")),
    **dict.fromkeys(("ov", "ev", "in", "ow", "ew"), ("", "eu-town-ov")),
    "a": ("a", "eu-town-a"),
    "o": ("o", "eu-town-o"),
}
"""What is taken off towns' names, and their paradigm, by what they end in, the longest ending first: those in -ov, -ev
and -in are family names with more endings."""
OTHER_TOWNS: Final = "eu-town"
PARADIGMS: Final = frozenset({OTHER_TOWNS, *(paradigm for _, paradigm in TOWNS.values())})
SHORTEST: Final = 4
"""Letters of a name that takes endings."""
_VOWELS: Final = frozenset("аеёиіїоуыэюяєўьъ")


class _Spelling(NamedTuple):
    """How one group of languages writes: whether it has adjectives in -sk-, and its letters."""

    adjectives: bool
    whole: dict[str, str]
    initial: dict[str, str]
    behind_vowel: dict[str, str]
    final: dict[str, str]
    longest: int


@cache
def _spellings() -> tuple[_Spelling, ...]:
    found: list[_Spelling] = []
    for row in table("places/town_spellings.tsv").rows:
        rules = dict(rule.split("=", 1) for rule in row["rules"].split())
        if found:
            rules = _inherited() | rules
        found.append(
            _Spelling(
                row["adjectives"] == "yes",
                {letters: to for letters, to in rules.items() if letters[0] not in "^+" and letters[-1] != "$"},
                {letters[1:]: to for letters, to in rules.items() if letters[0] == "^"},
                {letters[1:]: to for letters, to in rules.items() if letters[0] == "+"},
                {letters[:-1]: to for letters, to in rules.items() if letters[-1] == "$"},
                max(len(letters.strip("^+$")) for letters in rules),
            )
        )
    return tuple(found)


@cache
def _inherited() -> dict[str, str]:
    return dict(rule.split("=", 1) for rule in table("places/town_spellings.tsv").rows[0]["rules"].split())


def _written(text: str, spelling: _Spelling) -> str:
    """A lower-case Cyrillic word in Latin letters."""
    found, at = "", 0
    while at < len(text):
        for size in range(min(spelling.longest, len(text) - at), 0, -1):
            letters, to = text[at : at + size], None
            if at == 0:
                to = spelling.initial.get(letters)
            elif text[at - 1] in _VOWELS:
                to = spelling.behind_vowel.get(letters)
            if to is None and at + size == len(text):
                to = spelling.final.get(letters)
            if to is None:
                to = spelling.whole.get(letters)
            if to is not None:
                found, at = found + to, at + size
                break
        else:
            return ""  # a letter of another language
    return found


def spelt(name: str) -> Iterator[str]:
    """The spellings of a Cyrillic name of one word, each once; none for other names."""
    yield from _each(name, adjectives=False)


def spelt_adjectives(stem: str) -> Iterator[str]:
    """The spellings of the stem of its adjective in the Slavic languages that write Latin letters."""
    yield from _each(stem, adjectives=True)


def _each(text: str, *, adjectives: bool) -> Iterator[str]:
    text = text.lower()
    if not re.fullmatch("[а-яёіїєґў]+", text):
        return
    written = (_written(text, each) for each in _spellings() if each.adjectives or not adjectives)
    yield from dict.fromkeys(filter(None, written))


def with_endings(name: str) -> tuple[str, str] | None:
    """The stem and the paradigm of a town's folded name of one word in Latin letters; None for short ones."""
    if len(name) < SHORTEST or not name.isascii() or not name.isalpha():
        return None
    for ending, (lost, paradigm) in TOWNS.items():
        if name.endswith(ending):
            return name.removesuffix(lost), paradigm
    return None if name[-1] in "eiuy" else (name, OTHER_TOWNS)
