"""Likeness of words in names of persons: spellings of one name, its short forms, its other gender, its initial."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import Final

from rapidfuzz.distance import OSA

from screening.matching.consonants import ALPHABETS, alike_but_for_vowels, differ
from screening.matching.other_letter import LONG_SLIP, SLIP, other_letter
from screening.matching.similarity import CONSONANTS, Likeness, likeness
from screening.matching.unvowelled import first_vowels_apart, long_vowels_tell
from screening.matching.variants import SYLLABLES, family_names, spellings, variant
from screening.matching.weights import weights
from screening.names import indic
from screening.names.arabic import are_two_common_names
from screening.names.arabic_prefixes import prefixes
from screening.names.family_endings import (
    OF,
    are_greek_forms,
    are_of_two_stems,
    are_two_families,
    forefather,
    of_respect,
    stem_before,
    without_ending,
    womans_stem,
)
from screening.names.gender_pairs import is_womans_by_ending
from screening.names.given import (
    fathers_names,
    gender,
    is_given_name,
    nickname_groups,
    surnames,
)
from screening.names.in_use import are_two_names, is_listed
from screening.names.letters import letters_of_sort
from screening.names.parsing import Part
from screening.names.rarity import is_known
from screening.names.scripts import CONSONANT_SCRIPTS
from screening.names.word import Word, word

LONGEST_ENDING: Final = 3
SAME_FATHER: Final = 0.85
"""How alike two fathers' names must be for two forms of a patronymic to be one."""
CLEARLY_APART: Final = 0.84
"""Spellings more alike than this differ by what scribes add and drop, an h or a doubled letter."""
FEWEST_BONES: Final = 3
"""Consonants from which they say something by themselves."""
SHORTEST_SERVED: Final = 3
GREEK: Final = "Greek"
ONE_NAME: Final = "spellings of one given name"
OF_ONE_NAME: Final = "of one given name"
OTHER_GENDER: Final = "the other gender's form"
TWO_NAMES: Final = "two names in use"
"""How words meet of which the tables know that they are two."""


@lru_cache(maxsize=1 << 17)
def person_likeness(left: Word, right: Word) -> Likeness:
    """Likeness of two words of persons' names: spelling, but for names known to be others or variants of one."""
    like = likeness(left, right)
    if like.value == 1.0:
        return like
    if long_vowels_tell(left, right):
        return Likeness(like.value * weights().person["two_names"], f"{like.how}, {TWO_NAMES}")
    if _greek_forms(left, right):
        return Likeness(weights().person["greek_forms"], "a man's and a woman's form of a Greek family name")
    if like.value < weights().likeness["transliterated"] and _two_tongues_of_a_woman(left, right):
        return Likeness(
            weights().likeness["transliterated"], "transliterated", "a woman's form in Ukrainian and Russian"
        )
    one_name = variant(left, right)
    if not one_name.value and like.how.startswith(_telling(left, right)) and _two_groups(left, right):
        return Likeness(like.value * weights().person["two_names"], f"{like.how}, {TWO_NAMES}")
    if left.script == right.script == "Hangul" and not one_name.value:
        return Likeness(min(like.value, weights().likeness["homophone"]), "another syllable")
    if one_name.value >= max(like.value, weights().likeness["same_consonants"]):
        return one_name
    factors = weights().person
    of_others = _of_other_forefathers(left, right)
    if of_others is None and like.value < weights().likeness["same_consonants"] and _same_consonants(left, right):
        return Likeness(weights().likeness["same_consonants"], "spelling, other vowels")
    if of_others is not None and of_others.value < like.value:
        return Likeness(of_others.value, f"{like.how}, of two given names")
    if of_others is not None and (
        of_others.how == "transliterated"
        or (_says_one_name(of_others, left) and not like.how.startswith("spelling"))
        or (of_others.how.startswith(ONE_NAME) and alike_but_for_vowels(left, right))
    ):
        if like.how.startswith("spelling") and womans_side(left, right):
            return Likeness(like.value * factors["other_gender"], OTHER_GENDER)
        return Likeness(of_others.value, f"{like.how}, {OF_ONE_NAME}")
    if left.script == right.script != "Latin" and not one_name.value and _two_names(left, right):
        return Likeness(like.value * factors["two_names"], f"{like.how}, {TWO_NAMES}")
    if like.value < weights().likeness["transliterated"] and _two_surnames(left, right):
        return Likeness(like.value * factors["two_names"], f"{like.how}, {TWO_NAMES}")
    if like.how.startswith((CONSONANTS, "spelling")) and are_two_common_names(left.text, right.text):
        return Likeness(like.value * factors["other_common_name"], f"{like.how}, {TWO_NAMES}")
    if not like.how.startswith(("spelling", "sounds", "different")):
        return like
    if not like.how.startswith("sounds"):
        like = other_letter(left, right, like)
    if like.how.startswith("sounds") and (_both_listed(left, right) or surnames(left.text)) and _two_names(left, right):
        return Likeness(like.value * factors["two_names"], f"{like.how}, {TWO_NAMES}")
    if like.how.startswith("sounds") and left.script in CONSONANT_SCRIPTS and _other_gender(left.text, right.text):
        return Likeness(like.value * factors["other_gender"], OTHER_GENDER)
    if like.how.startswith("spelling"):
        stems = _of_one_ending(left, right)
        if stems is not None and (bare := person_likeness(*stems)).value < like.value:
            # An ending in common makes two names no more alike (Bozkurtoğlu, Boztürkoğlu).
            return Likeness(bare.value, bare.how if bare.how != "different" else like.how, bare.scheme)
        whom = _whom_they_serve(left, right)
        if whom is not None and whom.value < like.value:
            return whom
        if _genders_differ(left, right):
            return Likeness(like.value * factors["genders_differ"], "a name of the other gender")
        if not _of_india(left, right) and womans_side(left, right):
            return Likeness(like.value * factors["other_gender"], OTHER_GENDER)
        if (
            _two_names(left, right)
            or (left.bones != right.bones and _two_groups(left, right))
            or (like.value < CLEARLY_APART and _two_given_names(left, right))
        ):
            return Likeness(like.value * factors["two_names"], f"{like.how}, {TWO_NAMES}")
        if left.script == right.script and left.script in CONSONANT_SCRIPTS and _known(left) and _known(right):
            # Only long vowels and consonants are written: a letter more is another name (الحسني, الحسيني).
            return Likeness(like.value * factors["two_names"], f"{like.how}, {TWO_NAMES}")
        if like.how != LONG_SLIP and _other_consonants(left, right):
            factor = factors["slipped_consonants" if like.how == SLIP else "other_consonants"]
            return Likeness(like.value * factor, f"{like.how}, other consonants")
        if _known(left) and _known(right):
            return Likeness(like.value * factors["both_known"], f"{like.how}, both names in use")
    return like


def _of_india(left: Word, right: Word) -> bool:
    """Whether a word is in a script whose family names have one form for men and women; the a at its end is written or
    not (श्रीवास्तव, Srivastav, Srivastava).
    """
    return left.script in indic.scripts() or right.script in indic.scripts()


def _two_tongues_of_a_woman(left: Word, right: Word) -> bool:
    """Whether two words are one woman's family name, as Ukrainian, Polish and Russian end it (Левицька, Левицкая)."""
    ours, theirs = ([stem for text in sorted(of.usual) if (stem := womans_stem(text))] for of in (left, right))
    return any(
        long != other_long and (stem == other or not word(stem).sounds.isdisjoint(word(other).sounds))
        for stem, long in ours
        for other, other_long in theirs
    )


def _greek_forms(left: Word, right: Word) -> bool:
    greek = GREEK in (left.script, right.script)
    if not (greek or left.script == right.script == "Latin"):
        return False
    return any(are_greek_forms(a, b, greek=greek) for a in left.usual for b in right.usual)


def _of_other_forefathers(left: Word, right: Word) -> Likeness | None:
    """Likeness of the given names that two family names of one kind are made of (Hasanov, Huseynov)."""
    ours, theirs = forefather(left.text), forefather(right.text)
    if ours is None or theirs is None or ours[1] != theirs[1] or ours[0] == theirs[0]:
        return None
    if (forefather(ours[0]) is None) != (forefather(theirs[0]) is None):
        return None  # one has a word of respect behind it (Karimov, Karimjonov)
    return person_likeness(word(ours[0]), word(theirs[0]))


def _says_one_name(like: Likeness, left: Word) -> bool:
    """Whether the given names that two words are made of are one: spellings of it behind which a word of respect
    stands (Cəfərbəy, Джафарбек), or made of such. Short forms have families of their own (Khachaturyan, Khachikyan).
    """
    made_of = forefather(left.text)
    respect = made_of is not None and made_of[1] in of_respect()
    return like.how.endswith(f", {OF_ONE_NAME}") or (respect and like.how.startswith(ONE_NAME))


def _of_one_ending(left: Word, right: Word) -> tuple[Word, Word] | None:
    """Two family names of one script without the ending they have in common, if it is a long one, and other consonants
    stand before it; else None.
    """
    if left.script != right.script:
        return None
    ours, theirs = without_ending(left.text), without_ending(right.text)
    if ours is None or theirs is None or ours[1] != theirs[1] or ours[0] == theirs[0]:
        return None
    stems = word(ours[0]), word(theirs[0])
    return stems if stems[0].bones != stems[1].bones else None


def is_family_of(family: Part, father: Part) -> bool:
    """Whether a family name, or a patronymic for one, is made of a father's name (Токтосунова, Токтосун)."""
    made_of = {stem_before(family.text, OF), *fathers_names(family.text)} - {"", family.text}
    whose = father.words[0]
    return any(person_likeness(word(name), whose).value >= SAME_FATHER for name in sorted(made_of))


def is_child_of(patronymic: Part, father: Part) -> bool:
    """Whether a patronymic is made of a father's name, bare or as Tajik writes it (Усмонович, Усмонӣ)."""
    whose = {father.text, *fathers_names(father.text)}
    made_of = fathers_names(patronymic.text) - {patronymic.text}
    return any(
        person_likeness(word(ours), word(theirs)).value >= SAME_FATHER
        for ours in sorted(made_of)
        for theirs in sorted(whose)
    )


def have_other_forefathers(left: Word, right: Word) -> bool:
    """Whether two words are family names made of two given names that are not one."""
    found = _of_other_forefathers(left, right)
    return found is not None and found.value < SAME_FATHER


def _whom_they_serve(left: Word, right: Word) -> Likeness | None:
    """Likeness of what stands behind "servant of the" in both words (Abdulaziz, Abdulazim), which a long word hides."""
    names = []
    for each in (left.text, right.text):
        servant = next((mark for mark in prefixes("servant") if each.startswith(mark)), None)
        if servant is None or len(each) - len(servant) < SHORTEST_SERVED:
            return None
        names.append(word(each[len(servant) :]))
    return person_likeness(*names)


def _other_consonants(left: Word, right: Word) -> bool:
    """Whether two words differ in consonants by more than a slip, however either is read."""
    if left.script != right.script and CONSONANT_SCRIPTS & {left.script, right.script}:
        pairs = ((a, b) for a in left.skeletons for b in right.skeletons)
        return all(OSA.distance(a, b, score_cutoff=1) > 1 for a, b in pairs)
    if not {left.script, right.script} <= ALPHABETS:
        return False
    return all(differ(a, b) for a in left.spelled for b in right.spelled)


@lru_cache(maxsize=1 << 16)
def patronymic_likeness(left: Word, right: Word) -> Likeness:
    """Likeness of two patronymics: as they stand, or by the fathers' names in them (Anvar oʻgʻli, Анварович).

    Where what stands before the endings is two given names, those tell: a vowel makes little of a long word (Marat,
    Murat).
    """
    like = person_likeness(left, right)
    if like.value >= SAME_FATHER and not like.how.startswith("spelling"):
        return like
    ours, theirs = fathers_names(left.text), fathers_names(right.text)
    fathers = word(min(ours, key=len)), word(min(theirs, key=len))
    bare = person_likeness(*fathers)
    if bare.how.endswith(TWO_NAMES) or (bare.value < like.value and all(map(_known, fathers))):
        return bare  # with a letter that one of them may have lost, two names are alike (Marat, Murat)
    if like.value >= SAME_FATHER:
        return like
    found = [person_likeness(word(a), word(b)) for a in sorted(ours) for b in sorted(theirs)]
    best = max(found, key=lambda each: each.value)
    if best.value >= SAME_FATHER:
        return replace(best, how=f"one father, {best.how}")
    # An ending in common makes two fathers' names no more alike (Botirovich, Bahodirovich).
    return bare if like.how.startswith("spelling") and bare.value < like.value else like


def _same_consonants(left: Word, right: Word) -> bool:
    """Whether two Latin words have one skeleton of some length: names from scripts without vowels are spelled so."""
    if left.bones != right.bones or left.script != "Latin" or right.script != "Latin":
        return False
    if is_given_name(left.text) and is_given_name(right.text):
        return False
    if first_vowels_apart(left.text, right.text) or are_two_common_names(left.text, right.text):
        return False
    return len(left.bones.lstrip("a")) >= FEWEST_BONES


def _both_listed(left: Word, right: Word) -> bool:
    """Whether two Latin words stand as they are written among the names in use: none is a spelling of the other."""
    return left.script == right.script == "Latin" and is_listed(left.text) and is_listed(right.text)


def shared_families(ours: Iterable[Word], theirs: Iterable[Word]) -> frozenset[str]:
    """The family names of China and Korea that words on both sides may spell."""
    mine, other = (frozenset[str]().union(*map(family_names, side)) for side in (ours, theirs))
    return mine & other


def are_two_in_use(left: Word, right: Word) -> bool:
    """Whether two Latin words are two names in use as they are written, however alike they sound (Özkan, Özcan)."""
    if _other_gender(left.text, right.text):
        return False  # or the genitive, in a firm's name
    return _both_listed(left, right) and are_two_names({left.text}, {right.text})


def _two_names(left: Word, right: Word) -> bool:
    """Whether two words are two names in use in one language, or family names of one stem and two endings."""
    if are_two_names({left.text, *left.usual}, {right.text, *right.usual}):
        return True
    if left.script == right.script == "Latin" and surnames(left.text) and surnames(right.text):
        return family_names(left).isdisjoint(family_names(right))
    if sorted(left.text) == sorted(right.text):
        return False  # letters swapped: a slip
    if left.script == right.script and are_two_families(left.text, right.text):
        return True
    return {left.script, right.script} <= ALPHABETS and _are_two_families_as_read(left, right)


def _are_two_families_as_read(left: Word, right: Word) -> bool:
    """The same of two words in their first readings, or in the two that are nearest: of Greek μπ one is b."""
    first = left.readings[0].text, right.readings[0].text
    readings = product(sorted(left.usual), sorted(right.usual))
    nearest = min(readings, key=lambda pair: OSA.distance(*pair), default=first)
    if are_of_two_stems(*first) or are_of_two_stems(*nearest):
        return True
    if left.script == right.script:
        return False
    return are_two_families(*first) or (GREEK in (left.script, right.script) and are_two_families(*nearest))


def _two_surnames(left: Word, right: Word) -> bool:
    """Whether a word of characters or Hangul is a family name, and a Latin word the usual spelling of others only."""
    if (left.script in SYLLABLES) == (right.script in SYLLABLES):
        return False
    ours, theirs = family_names(left), family_names(right)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _known(of: Word) -> bool:
    return any(is_given_name(text) or is_known(text) for text in spellings(of))


def _two_given_names(left: Word, right: Word) -> bool:
    """Whether both are given names in use, of scripts that write their vowels: Rajesh is not Rakesh.

    Of two scripts, those of which no spellings of one name are known (Магомед, Makhmud), or whose consonants differ
    however they are read.
    """
    if {left.script, right.script} & CONSONANT_SCRIPTS:
        return False
    if left.script == right.script:
        return is_given_name(left.text) and is_given_name(right.text)
    ours, theirs = (frozenset().union(*map(nickname_groups, (of.text, *of.usual))) for of in (left, right))
    if ours and theirs:
        return ours.isdisjoint(theirs)
    in_use = all(any(map(is_given_name, (of.text, *of.usual))) for of in (left, right))
    return in_use and left.skeletons.isdisjoint(right.skeletons)


def _telling(left: Word, right: Word) -> tuple[str, ...]:
    """How words of these scripts may meet that are two names for all that, where the tables say so."""
    if left.script == right.script == "Latin":
        return ("transliterated", "sounds")
    return ("sounds", "spelling", CONSONANTS)


def _two_groups(left: Word, right: Word) -> bool:
    """Whether two words are given names of which the tables know other spellings, and not each other."""
    ours, theirs = nickname_groups(left.text), nickname_groups(right.text)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _genders_differ(left: Word, right: Word) -> bool:
    genders = [gender(of.text) or next(filter(None, map(gender, sorted(of.usual))), None) for of in (left, right)]
    if set(genders) == {"m", "f"}:
        return True
    return any(is_womans_by_ending(*pair) for a, b in product(left.usual, right.usual) for pair in ((a, b), (b, a)))


def _other_gender(a: str, b: str) -> bool:
    """Whether one is the feminine form of the other: Petrov, Petrova; Farid, Farida in Arabic script."""
    short, full = sorted((a, b), key=len)
    return full in {short + letter for letter in letters_of_sort("feminine")} or (
        len(short) > LONGEST_ENDING and short[:-1] == full[:-2] and full.endswith(("aya", "ая"))
    )


def womans_side(left: Word, right: Word) -> str:
    """Which of two words, "left" or "right", is the other with a woman's ending, in any readings; "" if neither is."""
    for a in (left.text, *left.usual):
        for b in (right.text, *right.usual):
            if a != b and _other_gender(a, b):
                return "left" if len(a) > len(b) else "right"
    return ""
