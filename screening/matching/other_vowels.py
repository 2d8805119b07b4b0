"""Arabic names whose vowels differ, where all else of two long names is the same.

Short vowels are not written, and whoever spells a name in Latin letters guesses at them (Nizar, Nazar; Rafi'i,
Rufay'i). Where three more names agree, that is one person: brothers bear other names, not other vowels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from screening.matching.unvowelled import first_vowels_apart
from screening.names.arabic import usual_spelling
from screening.names.given import is_given_name
from screening.names.letters import vowels
from screening.names.parsing import Part

FEWEST_BESIDE: Final = 3
FEWEST_KNOWN: Final = 2
"""Of these, common Arabic names."""
SHORTEST: Final = 5
"""Letters of a given name whose first vowel may be another."""
FEWEST_BONES: Final = 2
"""Consonants of a family name that tell it beside three given names."""
LATIN: Final = "Latin"
NISBA: Final = "i"


def are_enough(beside: Sequence[Part]) -> bool:
    """Whether names that two names have in common are so many, and Arabic."""
    known = sum(1 for part in beside if usual_spelling(part.text) is not None)
    return len(beside) >= FEWEST_BESIDE and known >= FEWEST_KNOWN


def are_one_family(left: Part, right: Part) -> bool:
    """Whether two family names in Latin letters have the same consonants, whatever their vowels.

    A last name may be a forefather's, or be made of one: two given names are two (Jamal, Jamil; Omari, Amiri).
    """
    if not _are_latin(left, right) or first_vowels_apart(left.text, right.text):
        return False
    if is_given_name(left.text) and is_given_name(right.text):
        return False
    if _of_a_name(left.text) and _of_a_name(right.text):
        return False
    bones = left.words[0].bones
    return bones == right.words[0].bones and len(bones.lstrip("a")) >= FEWEST_BONES


def _of_a_name(text: str) -> bool:
    """Whether a family name is a given name with the ending of those who come of him."""
    return text.endswith(NISBA) and is_given_name(text.removesuffix(NISBA))


def are_one_given_name(left: Part, right: Part) -> bool:
    """Whether two given names in Latin letters differ in their first vowel only, behind a consonant.

    A vowel further back is a long one more often: that is another name (Jamal, Jamil; Hasan, Husayn).
    """
    if not _are_latin(left, right) or min(len(left.text), len(right.text)) < SHORTEST:
        return False
    ours, theirs = (_first_vowel().match(part.text) for part in (left, right))
    return ours is not None and theirs is not None and ours.groups() == theirs.groups()


def _are_latin(left: Part, right: Part) -> bool:
    return all(len(part.words) == 1 and part.words[0].script == LATIN for part in (left, right))


@cache
def _first_vowel() -> re.Pattern[str]:
    """What stands before and behind the first vowel of a word that begins with a consonant."""
    vowel = "".join(sorted(vowels()))
    return re.compile(rf"([^{vowel}]+)[{vowel}]([^{vowel}].*)")
