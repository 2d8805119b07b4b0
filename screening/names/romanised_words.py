"""Words of business and places that a language has in its own letters, in the Latin ones of its schemes: құс
фабрикасы, qus fabrikasy; ალაზნის ველი, alaznis veli; γεωργικά μηχανήματα, georgika michanimata.

Kazakhstan is about to change its letters, and has announced several alphabets; registers and English lists write
Kazakh, Kyrgyz, Tajik, Georgian, Armenian and Greek names in Latin letters as passports, road signs or the press do.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import product
from typing import Final

from screening.names.english import english_words
from screening.names.given import is_given_name, surnames
from screening.names.korean import SYSTEMS, romanise
from screening.names.phrases import Phrase, forms
from screening.names.pinyin import syllable_count
from screening.names.rarity import known_words
from screening.names.schemes import load
from screening.names.scripts import script_of
from screening.names.state_languages import country_of
from screening.reference import table

_FILES: Final = {"Cyrillic": "cyrillic", "Georgian": "georgian", "Armenian": "armenian", "Greek": "greek"}
"""The tables of schemes, by script."""
_WRITTEN: Final = frozenset((*_FILES, "Hangul"))
"""Scripts whose words are written in Latin letters; Hangul by the systems of `screening.names.korean`."""
_ALONE: Final = {"Georgian": ("ka",), "Armenian": ("hy",), "Greek": ("el",)}
"""Scripts that tell the language."""
SHORTEST: Final = 6
"""Letters of a word by itself; shorter ones are often others."""
SHORTEST_TOGETHER: Final = 5
"""Letters of the words of a phrase together."""
MOST_SYLLABLES: Final = 3
"""Chinese syllables that are a word; more of them spell a word of another language by chance (gou na ri ka)."""
OFTEN: Final = 3
"""Listed names that hold a word from which on it is known by itself, whatever it is in these languages."""


@cache
def _schemes() -> dict[str, tuple[Callable[[str], str], ...]]:
    """How each language writes a word in Latin letters, in the order of the table."""
    by_label = {scheme.label: scheme.write for script in _FILES.values() for scheme in load(script)}
    by_label |= {label: partial(romanise, system=system, as_spoken=True) for system, label in SYSTEMS}
    found: dict[str, tuple[Callable[[str], str], ...]] = {}
    for row in table("scripts/romanised_words.tsv").rows:
        found[row["language"]] = (*found.get(row["language"], ()), by_label[row["scheme"]])
    return found


@cache
def _language_of() -> dict[str, str]:
    """The language of each script that one language alone is written in, of those whose words are romanised."""
    scripts = {script: [each for each in _schemes() if each in languages] for script, languages in _ALONE.items()}
    return {script: languages[0] for script, languages in scripts.items() if languages}


def written_in_latin() -> frozenset[str]:
    """The languages whose words are written in Latin letters."""
    return frozenset(_schemes())


def romanised(phrase: str, language: str) -> list[Phrase]:
    """The folded words of a phrase in Latin letters, once for each way they are written; none for other scripts.

    A single word is left out where it is an English or a Chinese one, a name of people or well known otherwise.
    """
    found: dict[Phrase, None] = {}
    for write, form in product(_schemes().get(language, ()), forms(phrase)):
        latin = tuple(write(word) if script_of(word) in _WRITTEN else word for word in form)
        alone = len(latin) == 1
        if not all(latin) or sum(map(len, latin)) < (SHORTEST if alone else SHORTEST_TOGETHER):
            continue
        if not (alone and _is_its_own(latin[0])):
            found[latin] = None
    return list(found)


def romanised_place(phrase: Phrase, country: str) -> list[Phrase]:
    """A place's folded name in its own country's letters, which no other language has, in Latin ones (`romanised`).

    What a language calls places abroad is written in Latin letters as English has it.
    """
    language = _language_of().get(script_of(phrase[-1]))
    return romanised(" ".join(phrase), language) if language and country_of(language) == country else []


def _is_its_own(word: str) -> bool:
    """Whether a word means something else as it stands."""
    return (
        word in english_words()
        or is_given_name(word)
        or bool(surnames(word))
        or 0 < syllable_count(word) <= MOST_SYLLABLES
        or word in _well_known()
    )


@cache
def _well_known() -> set[str]:
    return known_words("organisation", OFTEN) | known_words("person", OFTEN)
