"""Legal forms of languages in Cyrillic, however Latin letters write them (obshchestvo, obschestvo, obshhestvo).

There are as many ways to write one as there are schemes for each of its letters, more than a table can hold. A form of
several words has enough consonants to be told by their classes alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.cyrillic import is_cyrillic
from screening.names.phrases import Phrase
from screening.names.word_tables import Meaning, lexicon
from screening.reference import table

KINDS: Final = ("legal_form", "sole_trader")
FEWEST: Final = 9
"""Consonants from which a form cannot be other words."""


@cache
def _classes() -> tuple[re.Pattern[str], dict[str, str]]:
    classes = {row["letters"]: row["class"].strip("-") for row in table("scripts/forms_in_latin.tsv").rows}
    return re.compile("|".join(sorted(classes, key=lambda letters: (-len(letters.lstrip("^")), letters)))), classes


@lru_cache(maxsize=1 << 16)
def bones(word: str) -> str:
    """The classes of a folded word's consonants, one where several of a class stand together.

    Coarser than `screening.matching.consonants`, and one reading only: it is a key, not a comparison.
    """
    pattern, classes = _classes()
    found, end = "", -1
    for match in pattern.finditer(word):
        letters, start = match.group(), match.start()
        kind = classes.get(f"^{letters}") if start == 0 else None
        kind = classes[letters] if kind is None else kind
        if kind and not (found.endswith(kind) and start == end):
            found += kind
        end = match.end()
    return found


@cache
def _forms() -> tuple[dict[Phrase, tuple[Meaning, ...]], dict[str, int]]:
    """The forms by the consonants of their words, and of how many words the longest is that begins with some."""
    forms: dict[Phrase, tuple[Meaning, ...]] = {}
    longest: dict[str, int] = {}
    for phrase, known in lexicon().phrases.items():
        if len(phrase) == 1 or not is_cyrillic(phrase[0]):
            continue
        meant = tuple(each for each in known if each.kind in KINDS)
        key = tuple(map(bones, phrase))
        if not meant or sum(map(len, key)) < FEWEST:
            continue
        forms.setdefault(key, meant)
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return forms, longest


def longest_from(token: str) -> int:
    """The words of the longest form that may begin with a Latin word; 1 for most words."""
    return _forms()[1].get(bones(token), 1)


def form_of(phrase: Phrase) -> tuple[Meaning, ...]:
    """What Latin words mean that are a form of several words; nothing for all others."""
    return _forms()[0].get(tuple(map(bones, phrase)), ())
