"""How alike two parts of names are: single words, and a word beside a phrase that holds it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from screening.matching.initial_likeness import initial_likeness
from screening.matching.persons import (
    TWO_NAMES,
    are_two_in_use,
    patronymic_likeness,
    person_likeness,
)
from screening.matching.similarity import NOTHING, SAME, Likeness, likeness
from screening.matching.weights import weights
from screening.names.adjectives import made_of
from screening.names.combining_forms import by_itself, first_half
from screening.names.compounds import meaning_at_end
from screening.names.concepts import concept_parts
from screening.names.in_use import is_listed
from screening.names.japanese import are_two_words as are_two_japanese_words
from screening.names.korean_latin import hangul_behind
from screening.names.parsing import Part
from screening.names.rarity import is_known
from screening.names.sound import sound
from screening.names.telescoped import are_of_other_words
from screening.names.vocabulary import PLACES, is_place, meanings
from screening.names.word import Word, word

WORDY: Final = frozenset(
    {"name", "patronymic", "initial", "descriptor", "generic", "place", "country", "title", "particle"}
)
"""Kinds whose words are compared as words where their meanings do not already agree."""
CUT_SHORT: Final = "cut short"
FIRST_HALF: Final = "the same two halves"
CHARACTERS: Final = "Chinese characters as Korea reads them"
SURE_ENOUGH: Final = 0.8
SHORTEST_CUT: Final = 3
SAME_END: Final = 0.6
"""How alike two endings are at least that are one word spelled twice."""
ONE_PLACE: Final = 0.6
"""Likeness from which two names of one place are one name spelled twice (Qarabağ, Карабах), and no former name."""
ADJECTIVE_TRIED: Final = 0.9
"""Below this likeness an adjective is looked for, and where letters differ."""


def part_likeness(left: Part, right: Part, *, person: bool) -> Likeness:
    """Likeness of two parts that their meanings have not paired; ``person`` says that they are of persons' names."""
    if left.kind not in WORDY or right.kind not in WORDY:
        return NOTHING
    if left.kind == right.kind == "particle":
        return NOTHING  # they meet in their meaning or not at all
    if "initial" in (left.kind, right.kind):
        return initial_likeness(left, right)
    if len(left.words) != 1 or len(right.words) != 1:
        if left.text == right.text:
            return SAME
        if {left.kind, right.kind} <= PLACES:
            return NOTHING  # Ural is no South Ural
        if any(len(part.words) > 1 and _is_name_of_several(part) for part in (left, right)):
            return NOTHING  # a word of a name is not the name (Silk Road, Silk)
        return _within(left, right)
    if not person:
        cut = _cut_short(left, right)
        if cut is not None and left.words[0].script == right.words[0].script:
            return cut
        found = max(cut or NOTHING, word_likeness(left.words[0], right.words[0]), key=lambda like: like.value)
        return _of_other_meaning(left, right, found)
    if left.kind == right.kind == "patronymic":
        return patronymic_likeness(left.words[0], right.words[0])
    return person_likeness(left.words[0], right.words[0])


def _is_name_of_several(part: Part) -> bool:
    """Whether words are a name, or a place's of several words, the article (Al Furat) aside."""
    if part.kind not in PLACES:
        return part.kind == "name"
    return sum(all(each.kind != "particle" for each in meanings(word.text)) for word in part.words) > 1


def _of_other_meaning(left: Part, right: Part, like: Likeness) -> Likeness:
    """The likeness of two words, less of it where a consonant makes two meanings of them (kapas, cotton; kapal, ship;
    lago, lake; llano, plain).

    Words that differ by a vowel, or by an ending, are forms of one word more often, whatever meanings tables give them.
    """
    if not (_says_something(left) and _says_something(right)) or not like.how.startswith("spelling"):
        return like
    if not _meant(left).isdisjoint(_meant(right)) or left.text.startswith(right.text):
        return like
    if right.text.startswith(left.text) or not left.words[0].skeletons.isdisjoint(right.words[0].skeletons):
        return like
    return Likeness(like.value * weights().likeness["other_ending"], f"{like.how}, of another meaning")


def _says_something(part: Part) -> bool:
    """Whether a part is a word of business, or one that firms take for a name of their own (lago, a lake)."""
    return part.kind == "descriptor" or (part.kind == "name" and bool(part.concepts))


def _meant(part: Part) -> frozenset[str]:
    """What a word means, with what that is made of."""
    return part.implied.union(*map(concept_parts, part.concepts))


def word_likeness(left: Word, right: Word) -> Likeness:
    """Likeness of two words of other names than persons', a Slavic adjective and the name it is made of as well."""
    if _read_in_korean(left, right) or _read_in_korean(right, left):
        return Likeness(weights().likeness["translated"], CHARACTERS)
    found = likeness(left, right)
    halves = _first_halves(left, right) if found.value < SAME.value else None
    if halves == "one":
        return max(found, Likeness(weights().likeness["first_half"], FIRST_HALF), key=lambda like: like.value)
    if halves == "two" and found.how.startswith("spelling"):
        return Likeness(found.value * weights().likeness["other_ending"], f"{found.how}, with another first half")
    if found.how.startswith("spelling") and (
        _other_meanings_within(left, right)
        or _other_second_halves(left.text, right.text)
        or are_of_other_words(left.text, right.text)
    ):
        return Likeness(found.value * weights().likeness["other_ending"], f"{found.how}, of another meaning")
    if found.how.startswith("spelling") and found.value >= ONE_PLACE and _are_one_place(left, right):
        return Likeness(weights().likeness["variant"], "spellings of one place")
    alike = found.how.startswith(("sounds", "spelling"))
    if (alike and are_two_in_use(left, right)) or (
        (alike or found.how.startswith("transliterated")) and are_two_japanese_words(left.text, right.text)
    ):
        found = replace(found, value=found.value * weights().person["two_names"], how=f"{found.how}, {TWO_NAMES}")
    if found.value >= ADJECTIVE_TRIED and not found.how.startswith("spelling"):
        return found
    return max(found, _adjective(left, right), key=lambda like: like.value)


def _read_in_korean(han: Word, hangul: Word) -> bool:
    """Whether the Chinese characters of one word are read in Korea as the other is written (大韓, 대한)."""
    return (han.script, hangul.script) == ("Han", "Hangul") and hangul.text in hangul_behind(han.text)


def _are_one_place(left: Word, right: Word) -> bool:
    """Whether two words are names of one town or region and, for one of them, of nothing else."""
    ours, theirs = ({m.concept: m.ambiguous for m in meanings(of.text) if m.kind == "place"} for of in (left, right))
    return any(not (ours[place] and theirs[place]) for place in ours.keys() & theirs.keys())


def _first_halves(left: Word, right: Word) -> str:
    """Whether two words of one second half begin with "one" first half, in two languages, or with "two", or are such
    halves by themselves; else "".
    """
    by_themselves = by_itself(left.text), by_itself(right.text)
    if None not in by_themselves:
        return "one" if by_themselves[0] == by_themselves[1] else "two"
    ours, theirs = first_half(left.text), first_half(right.text)
    if ours is None or theirs is None or word(ours[1]).sounds.isdisjoint(word(theirs[1]).sounds):
        return ""
    return "one" if ours[0] == theirs[0] else "two"


def _other_second_halves(left: str, right: str) -> bool:
    """Whether two words of one first half go on with words of two meanings (агросвіт, world, агроцвіт, bloom)."""
    ours, theirs = first_half(left), first_half(right)
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return False
    said = [{each.concept for each in meanings(half[1])} for half in (ours, theirs)]
    return all(said) and said[0].isdisjoint(said[1])


def _other_meanings_within(left: Word, right: Word) -> bool:
    """Whether two words of one beginning end in words of business that mean something else (-import, -export)."""
    ours, theirs = meaning_at_end(left.text), meaning_at_end(right.text)
    if ours is None or theirs is None or ours[1] & theirs[1]:
        return False
    if word(ours[0]).sounds.isdisjoint(word(theirs[0]).sounds):
        return False
    ends = word(left.text[len(ours[0]) :]), word(right.text[len(theirs[0]) :])
    return likeness(*ends).value < SAME_END  # "-fracht" and "-frakht" are one word


def _adjective(left: Word, right: Word) -> Likeness:
    """A Slavic adjective, or a Greek genitive, beside the name it is made of: Обуховский, Obukhov."""
    for one, other in ((left, right), (right, left)):
        nouns = made_of(one.text)
        if nouns and not made_of(other.text):
            heard = {sound(noun) for noun in nouns}
            if nouns & other.usual or heard & other.usual_sounds:
                return Likeness(weights().likeness["adjective"], "adjective of the name")
    return NOTHING


def _within(left: Part, right: Part) -> Likeness:
    """A word beside a phrase that holds it, misspelled: "imprt" beside "import and export"."""
    if 1 not in (len(left.words), len(right.words)):
        return NOTHING
    best = max(
        (likeness(a, b) for a in left.words for b in right.words if _means_alone(a, left) and _means_alone(b, right)),
        key=lambda like: like.value,
        default=NOTHING,
    )
    return best if best.value >= SURE_ENOUGH else NOTHING


def _means_alone(word: Word, part: Part) -> bool:
    """Whether a word of a phrase says something without the others ("import", not the "house" of "trading house")."""
    return len(part.words) == 1 or bool(meanings(word.text))


def _cut_short(left: Part, right: Part) -> Likeness | None:
    """A word of business or a place cut short, as in "komb." for "kombinat"."""
    for short, full in ((left, right), (right, left)):
        if (
            full.concepts
            and full.kind != "name"
            and SHORTEST_CUT <= len(short.text) < len(full.text)
            and begins(short.words[0], full.words[0])
            and not (full.kind in PLACES and _is_of_its_own(short.text, full.text))
            and not (full.kind == "place" and not _is_half(short, full))
        ):
            return Likeness(weights().likeness["abbreviation"], CUT_SHORT)
    return None


def _is_half(short: Part, full: Part) -> bool:
    """Whether half of a word is left: less says nothing of a town (Panj, Panjakent), as it does of a state (Nig.)."""
    return 2 * len(short.text) >= len(full.text)


def _is_of_its_own(short: str, full: str) -> bool:
    """Whether a word is another place's name, or a word in use, and no beginning of a longer place's (Kerman,
    Kermanshah; Astra, Astrakhan). A word in use that lacks the last letter only may as well be a slip.
    """
    return is_place(short) or (len(full) - len(short) > 1 and (is_known(short) or is_listed(short)))


def begins(short: Word, full: Word) -> bool:
    """Whether a word is the beginning of another, as they stand or, of two scripts, as they usually read."""
    if full.text.startswith(short.text):
        return True
    return short.script != full.script and any(
        long.startswith(brief) and long != brief
        for brief in short.usual
        if len(brief) >= SHORTEST_CUT
        for long in full.usual
    )
