"""Words of business that a language has in Cyrillic, in the Latin letters of its schemes: құс фабрикасы, qus fabrikasy.

Kazakhstan is about to change its letters, and has announced several alphabets; registers and English lists write
Kazakh, Kyrgyz and Tajik names in Latin letters as passports or the press do.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Final

from screening.names.cyrillic import is_cyrillic
from screening.names.english import english_words
from screening.names.given import is_given_name, surnames
from screening.names.phrases import Phrase, forms
from screening.names.pinyin import syllable_count
from screening.names.rarity import known_words
from screening.names.schemes import Scheme, load
from screening.reference import table

SHORTEST: Final = 6
"""Letters of a word by itself; shorter ones are often others."""
SHORTEST_TOGETHER: Final = 5
"""Letters of the words of a phrase together."""
OFTEN: Final = 3
"""Listed names that hold a word from which on it is known by itself, whatever it is in these languages."""


@cache
def _schemes() -> dict[str, tuple[Scheme, ...]]:
    """The schemes of each language, in the order of the table."""
    by_label = {scheme.label: scheme for scheme in load("cyrillic")}
    found: dict[str, tuple[Scheme, ...]] = {}
    for row in table("scripts/romanised_words.tsv").rows:
        found[row["language"]] = (*found.get(row["language"], ()), by_label[row["scheme"]])
    return found


def written_in_latin() -> frozenset[str]:
    """The languages whose words are written in Latin letters."""
    return frozenset(_schemes())


def romanised(phrase: str, language: str) -> list[Phrase]:
    """The folded words of a Cyrillic phrase in Latin letters, once for each way they are written; none for others.

    A single word is left out where it is an English or a Chinese one, a name of people or well known otherwise.
    """
    found: dict[Phrase, None] = {}
    for scheme, form in product(_schemes().get(language, ()), forms(phrase)):
        latin = tuple(scheme.write(word) if is_cyrillic(word) else word for word in form)
        alone = len(latin) == 1
        if not all(latin) or sum(map(len, latin)) < (SHORTEST if alone else SHORTEST_TOGETHER):
            continue
        if not (alone and _is_its_own(latin[0])):
            found[latin] = None
    return list(found)


def _is_its_own(word: str) -> bool:
    """Whether a word means something else as it stands."""
    return (
        word in english_words()
        or is_given_name(word)
        or bool(surnames(word))
        or syllable_count(word) > 0
        or word in _well_known()
    )


@cache
def _well_known() -> set[str]:
    return known_words("organisation", OFTEN) | known_words("person", OFTEN)
