"""Common words of names with one letter wrong ("cmpany", "Dmitrievnch"): left as they are, they would be names.

A word that nobody bears weighs most of a name, so that a slip in "company", or in a patronymic, loses the party.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from screening.names.english import english_words
from screening.names.family_endings import is_family_name
from screening.names.given import fathers_names, is_given_name, is_patronymic, surnames
from screening.names.rarity import is_known, known_words
from screening.names.sound import skeleton
from screening.names.vocabulary import BUSINESS, meanings
from screening.reference import table

SHORTEST: Final = 7
"""Letters of a common word; with one of them wrong, a shorter one may as well be another word."""
COMMON: Final = 40
"""Listed parties in whose names a common word of business stands, at least."""
SHORTEST_TURNED: Final = 6
"""Letters of a word of business of which two that stand beside each other may be turned round ("Cabels")."""
LESS_COMMON: Final = 3
"""Listed parties in whose names such a word stands, at least: letters turned round are hardly ever another word."""
SHORTEST_LOST: Final = 10
"""Letters of such a word from which one may be lost or too many ("Fowarding")."""
LONG: Final = 9
"""Letters from which a common word of business with a letter wrong is no family name, though it ends as one."""
SHORTEST_FATHER: Final = 9
"""Letters of a patronymic: most of them are its ending and a name that few letters tell from others."""


@cache
def _common() -> dict[str, tuple[str, ...]]:
    """By the word with a letter left out, the first and last apart, and whole: the common words of business, and the
    patronymics in use.
    """
    business = (each for each in known_words("organisation", COMMON) if len(each) >= SHORTEST and _is_business(each))
    fathers = (each for each in known_words("person", 1) if len(each) >= SHORTEST_FATHER and is_patronymic(each))
    return _by_letters_left_out({*business, *fathers})


@cache
def _turned() -> dict[tuple[str, ...], tuple[str, ...]]:
    """By its letters in order: the words of business that are fairly common, and their plurals in English."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    known = {word for word in known_words("organisation", LESS_COMMON) if word.isalpha() and _is_business(word)}
    plurals = {word for each in known if each.isascii() and _is_business(word := f"{each}s")}
    for word in sorted(known | plurals):
        if len(word) >= SHORTEST_TURNED:
            key = tuple(sorted(word))
            found[key] = (*found.get(key, ()), word)
    return found


@cache
def _lost() -> dict[str, tuple[str, ...]]:
    """The same of the long words of business that are fairly common."""
    business = (each for each in known_words("organisation", LESS_COMMON) if len(each) >= SHORTEST_LOST)
    return _by_letters_left_out(set(filter(_is_business, business)))


def _by_letters_left_out(words: Set[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(filter(str.isalpha, words)):
        for form in {word, *_one_out(word)}:
            found[form] = (*found.get(form, ()), word)
    return found


@cache
def _village_endings() -> tuple[str, ...]:
    """What villages are called by men's names with (Александровка)."""
    return tuple(row["ending"] for row in table("words/village_endings.tsv").rows)


def _is_business(word: str) -> bool:
    return any(each.kind in BUSINESS and not each.ambiguous for each in meanings(word))


def _one_out(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(1, len(word) - 1)}


@lru_cache(maxsize=1 << 15)
def mended(word: str) -> str:
    """A folded word, or the common word that it is with a letter wrong within; of a patronymic its first spelling.

    The first and the last letter must be right; a word that has a meaning or that somebody bears stays as it is.
    """
    if len(word) < SHORTEST_TURNED or is_known(word) or word.endswith(_village_endings()):
        return word
    shorter = _one_out(word)
    common, lost = _common(), _lost() if len(word) >= SHORTEST_LOST - 1 else {}
    near = {each for form in (word, *shorter) for each in common.get(form, ())}
    near = {*near, *_turned().get(tuple(sorted(word)), ()), *lost.get(word, ())}
    near = {*near, *(form for form in shorter if form in lost.get(form, ()))}
    near = {each for each in near if each[0] == word[0] and each[-1] == word[-1] and OSA.distance(each, word) == 1}
    if not near or is_patronymic(word) or (is_family_name(word) and not _is_long_business(word, near)):
        return word  # as it should be, if it ends so: another father's, or a family's
    if not _are_one(near) or word in english_words() or meanings(word) or is_given_name(word) or surnames(word):
        return word
    return min(near)


def _is_long_business(word: str, near: Set[str]) -> bool:
    """Whether a long word is a word of business with a letter wrong, and no patronymic's ("Corporatoin")."""
    return len(word) >= LONG and not any(map(is_patronymic, near))


def _are_one(words: Set[str]) -> bool:
    """Whether there is one word, or all are patronymics that one father may have left."""
    return len(words) == 1 or bool(frozenset.intersection(*map(_fathers, words)))


def _fathers(word: str) -> frozenset[str]:
    return frozenset(map(skeleton, fathers_names(word))) if is_patronymic(word) else frozenset()
