"""Towns of the states that wrote Cyrillic as the languages of Europe write them: Ischewsk, Iżewsk, Izsevszk, Andischan.

They are made of the Cyrillic names by rule (``lists/places/town_spellings.tsv``); what an ending makes of them
(Ischewsker, Permės, Kurgans) is told by the paradigms of ``lists/places/town_endings.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from screening.names.letters import vowels
from screening.reference import table

COUNTRIES: Final = frozenset({"RU", "UA", "BY", "MD", "KZ", "UZ", "TJ", "KG", "TM", "AZ", "AM", "GE"})
"""Whose towns are written so."""
RUSSIA: Final = "RU"
SHORTEST: Final = 4
"""Letters of a name that takes endings."""


class _Spelling(NamedTuple):
    """How one group of languages writes: whether it has adjectives in -sk-, and its letters."""

    adjectives: bool
    whole: dict[str, str]
    initial: dict[str, str]
    behind_vowel: dict[str, str]
    final: dict[str, str]
    longest: int


def own_names(country: str) -> int:
    """How many of its Cyrillic names a town is spelt by: the Russian one, and the one that its own people have."""
    return 1 if country == RUSSIA else 2


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


@cache
def _open() -> frozenset[str]:
    """The letters behind which others are written as behind a vowel: vowels, and signs that are no letter."""
    return frozenset(letter for letter, to in _inherited().items() if len(letter) == 1 and to[-1:] in {"", *vowels()})


def _written(text: str, spelling: _Spelling) -> str:
    """A lower-case Cyrillic word in Latin letters."""
    found, at = "", 0
    while at < len(text):
        for size in range(min(spelling.longest, len(text) - at), 0, -1):
            letters, to = text[at : at + size], None
            if at == 0:
                to = spelling.initial.get(letters)
            elif text[at - 1] in _open():
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
    """The spellings of a Cyrillic name, word by word, each once; none for other names."""
    yield from _each(name, adjectives=False)


def spelt_adjectives(stem: str) -> Iterator[str]:
    """The spellings of the stem of its adjective in the Slavic languages that write Latin letters."""
    yield from _each(stem, adjectives=True)


def _each(text: str, *, adjectives: bool) -> Iterator[str]:
    words = re.split("[ -]", text.lower())
    if not all(re.fullmatch("[а-яёіїєґў]+", each) for each in words):
        return
    spellings = (each for each in _spellings() if each.adjectives or not adjectives)
    written = ([_written(word, each) for word in words] for each in spellings)
    yield from dict.fromkeys(" ".join(each) for each in written if all(each))


def with_endings(name: str) -> tuple[str, str] | None:
    """The stem and the paradigm of a town's folded name of one word in Latin letters; None for short ones."""
    if len(name) < SHORTEST or not name.isascii() or not name.isalpha():
        return None
    for ending, lost, paradigm in _endings():
        if name.endswith(ending) and (ending or name[-1] not in vowels()):
            return name.removesuffix(lost), paradigm
    return None


@cache
def paradigms() -> frozenset[str]:
    """The paradigms of towns."""
    return frozenset(paradigm for _, _, paradigm in _endings())


@cache
def _endings() -> tuple[tuple[str, str, str], ...]:
    return tuple((row["ending"], row["lost"], row["paradigm"]) for row in table("places/town_endings.tsv").rows)
