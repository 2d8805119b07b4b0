"""What an index term means: the meanings, numbers and names that it meets terms of other spelling by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from screening.names.arabic_compounds import gift
from screening.names.combining_forms import by_itself, first_half
from screening.names.concepts import concept_parts, near_groups
from screening.names.family_endings import renamed_stem
from screening.names.given import endings_of_respect, is_given_name, nickname_groups, surnames
from screening.names.han_emblems import said_by_characters
from screening.names.numbers import number_in_han, number_of_any_language, number_words, roman_figures
from screening.names.parts import in_latin
from screening.names.ship_words import meant_by_ships
from screening.names.vocabulary import meanings
from screening.names.word import word

MEANT: Final = {"descriptor": "trade", "generic": "trade", "place": "place", "country": "country"}
"""Kinds that meet by meaning, and the group they meet in."""


@lru_cache(maxsize=1 << 16)
def telling_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that say something without the others: a misspelling of one may answer the phrase."""
    words = phrase.split(" ")
    if all(meaning.kind == "legal_form" for meaning in meanings(*words)):
        return ()
    return tuple(text for text in words if meanings(text))


@lru_cache(maxsize=1 << 17)
def concepts(text: str) -> tuple[str, ...]:
    """The meanings by which a translation of a term is found, and its number."""
    found = (*number(text), *_halves(text), *_of_characters(text))
    known = meanings(*text.split(" "))
    if not known:
        return found
    near = near_groups(meaning.concept for meaning in known if meaning.kind in MEANT)
    # words of another phrase may say together what this one says
    within = [m for each in text.split(" ") for m in meanings(each) if not m.ambiguous] if " " in text else []
    return found + tuple(
        sorted(
            {f"near:{group}" for group in near}
            | {
                f"{MEANT[meaning.kind]}:{concept}"
                for meaning in (*known, *(m for m in within if MEANT.get(m.kind) == "trade"))
                if meaning.kind in MEANT
                for concept in {meaning.concept} | concept_parts(meaning.concept)
            }
        )
    )


def of_ship(text: str) -> tuple[str, ...]:
    """The number by which a term of a ship's name is found, and the meanings of a word that ships are called by."""
    return (*number(text), *(f"ship:{concept}" for concept in sorted(meant_by_ships(text))))


def _of_characters(text: str) -> tuple[str, ...]:
    """What a name is found by that is made of characters, or Korean words, with a meaning each."""
    return tuple(sorted({f"trade:{concept}" for said in said_by_characters(text) for concept in said}))


def _halves(text: str) -> tuple[str, ...]:
    """What a word of two halves is found by, however the first is spelled, and what is such a half by itself."""
    if alone := by_itself(text):
        return (f"half:{alone}",)
    halves = first_half(text)
    return tuple(f"half:{halves[0]}:{heard}" for heard in sorted(word(halves[1]).usual_sounds)) if halves else ()


def number(text: str) -> tuple[str, ...]:
    """The number a term is, in digits, in words or in Roman or Chinese numerals."""
    if text in roman_figures():
        return (f"number:{roman_figures()[text]}",)
    if text in number_words():
        return (f"number:{number_words()[text]}",)
    if not text.isascii() and (count := number_in_han(text)):
        return (f"number:{count}",)
    if told := number_of_any_language(text):
        return (f"number:{told}",)
    if not text[:1].isdigit():
        return ()
    digits = text.lstrip("0") or "0"
    return tuple(f"number:{each}" for each in dict.fromkeys((digits, *in_latin(digits))))


def variants(text: str, readings: Sequence[str]) -> tuple[str, ...]:
    """The groups of given-name variants and family names a word belongs to, in any of its readings."""
    found: set[str] = set()
    for spelling in (text, *readings):
        found |= nickname_groups(spelling)
        found |= _without_respect(spelling)
        found.update(each.concept for each in surnames(spelling))
        given = gift(spelling)
        if given:
            found.add(f"gift:{given[0]}")
        renamed = renamed_stem(spelling)
        if renamed:
            found.add(f"renamed:{renamed[0]}")
    return tuple(sorted(found))


def _without_respect(spelling: str) -> set[str]:
    """The given name that a word is, as it stands or without what is written to it out of respect (Zafarbek)."""
    stems = {spelling}
    if spelling.endswith(_respectful()):
        stems |= {spelling.removesuffix(end) for end in endings_of_respect()}
    return {f"borne:{stem}" for stem in stems if is_given_name(stem)}


@cache
def _respectful() -> tuple[str, ...]:
    return tuple(endings_of_respect())
