"""Whether two addresses are of the same place, the same street, the same town."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import fuzz

from screening.names.address_sounds import sound_of_word, spellings
from screening.names.addresses import Address
from screening.names.family_endings import feminine_endings
from screening.names.places import place
from screening.names.sound import skeleton_of_sound
from screening.reference import table

GRADES: Final = ("same_place", "same_street", "same_town", "unknown", "different")
"""From near to far. ``unknown``: nothing contradicts, and too little is given to say."""

_ALIKE: Final = 86.0  # of a hundred: one letter in seven may differ between two spellings
LONG_WORD: Final = 6
"""Letters of a word of which some may differ; shorter words must sound the same."""
_ENDING: Final = "-"
_FAMILY_NAME: Final = 5  # letters; shorter words are others
_ADJECTIVE: Final = re.compile(r"(?:[oe]go|oi|(?<=k)i)$")
"""How family names that are adjectives end as they sound, in the genitive and the nominative (Tolstogo, Tolstoi)."""
FEWEST_CONSONANTS: Final = 3
"""Of a word whose vowels are not written, to be told by them."""
_STREET_SHARE: Final = 0.6  # of the shorter name's words
_NAMED_SHARE: Final = 0.8  # of both, where no number is given: a named building or zone
_NAMED_WORDS: Final = 3
_ZONE_WORDS: Final = 5  # a zone's or building's own name has, with that of its town
_ROOM_WORDS: Final = 2  # of a building's name suffice where the room is the same
_ROOM_DIGITS: Final = 3  # fewer may be a floor's
_ONE_COUNTRY: Final = (frozenset({"CN", "HK"}), frozenset({"CN", "MO"}), frozenset({"CN", "TW"}))
"""Pairs that publishers and customs tables write for each other."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near two addresses are, and why, in words."""

    grade: str
    why: str

    @property
    def rank(self) -> int:
        """0 is nearest."""
        return GRADES.index(self.grade)


def compare(one: Address, other: Address) -> Likeness:
    """Compare two addresses; the order of the two does not matter.

    The same place is the same street and number, or the same post box, in the same town; or, where neither gives a
    number, the same three words and more, or the same room of a building of the same name or mark in the same town. A
    country or town that differs says they are different; the number of a quarter (Al Barsha 1) says no more than it.
    """
    if _countries_differ(one, other):
        return Likeness("different", f"other countries: {one.country} and {other.country}")
    one = _in_one_spelling(one, other)
    towns = one.towns & other.towns
    postcode = one.postcode if one.postcode and one.postcode == other.postcode else ""
    if one.towns and other.towns and not towns and not postcode:
        return Likeness("different", f"other towns: {_towns(one.towns)} and {_towns(other.towns)}")
    somewhere = _towns(towns) or postcode or _written(_common(one.words, other.words), one, other)
    if _same_box(one.box, other.box) and somewhere:
        return Likeness("same_place", f"the same post box {one.box}, {somewhere}")
    common = _common(one.street | one.also, other.street | other.also)
    if not one.street or not other.street:
        return Likeness("same_town", _towns(towns)) if towns else Likeness("unknown", "")
    certain = all(each.is_street or each.number for each in (one, other))
    if certain and len(common) >= _STREET_SHARE * min(len(one.street), len(other.street)):
        return _on_one_street(one, other, common, somewhere)
    across = _common(one.street | one.words, other.street | other.words)
    if _named(one, other, across):
        return _in_one_zone(one, other, across)
    if towns and (rooms := _same_room(one, other, common)):
        building = _list(one.building & other.building)
        return Likeness("same_place", f"{_written(common, one, other)} {building}, room {_list(rooms)}, {somewhere}")
    return Likeness("same_town", _towns(towns)) if towns else Likeness("unknown", "")


def rooms_apart(one: Address, other: Address) -> int:
    """Of two addresses of one house: 0 where a flat or floor is one, 1 where one gives none, 2 where they differ."""
    if not one.units or not other.units:
        return 1
    return 0 if one.units & other.units else 2


def _on_one_street(one: Address, other: Address, common: frozenset[str], somewhere: str) -> Likeness:
    def street() -> str:
        return _written(common, one, other)

    # without a town in common, one word and a number are too little: every town has a Lenin Street
    sure = bool(somewhere) or (len(common) > 1 and not (one.towns or other.towns))
    if one.number and other.number:
        meets = one.number == other.number or (
            one.numbers & other.numbers and min(len(one.numbers), len(other.numbers)) == 1
        )
        if meets and sure and _is_quarter(one, other, common):
            return Likeness("same_street", f"{street()} {one.number}, a quarter")
        if meets and sure:
            parts = one.building, other.building
            differ = all(parts) and not (parts[0] & parts[1])
            if differ:
                return Likeness("same_street", f"{street()} {one.number}, another building")
            where = f", {somewhere}" if somewhere else ""
            return Likeness("same_place", f"{street()} {one.number}{where}")
    elif one.number or other.number:
        numbered, unnumbered = (one, other) if one.number else (other, one)
        if somewhere and not numbered.units and unnumbered.units == {numbered.number}:
            return Likeness("same_place", f"{street()} {numbered.number}, called a room of one, {somewhere}")
    else:
        across = _common(one.street | one.words, other.street | other.words)
        if _named(one, other, across):
            return _in_one_zone(one, other, across)
        rooms = frozenset(each for each in one.units & other.units if len(each) >= _ROOM_DIGITS)
        longer = max(len(one.street), len(other.street))
        if rooms and somewhere and len(common) >= max(_ROOM_WORDS, _NAMED_SHARE * longer):
            return Likeness("same_place", f"{street()}, room {_list(rooms)}, {somewhere}")
    if somewhere:
        return Likeness("same_street", f"{street()}, {somewhere}")
    return Likeness("unknown", "")


def _is_quarter(one: Address, other: Address, common: frozenset[str]) -> bool:
    """Whether the name and number that two addresses share are of a quarter: where these are numbered (Al Barsha 1), no
    number of a house, unless a room or building of the same number or more words agree.
    """
    countries = {
        one.country,
        other.country,
        *(known.country for town in one.towns & other.towns if (known := place(town))),
    }
    if countries.isdisjoint(_numbered_quarters()) or len(common) >= _NAMED_WORDS:
        return False
    return not (one.units & other.units or one.building & other.building)


@cache
def _numbered_quarters() -> frozenset[str]:
    """Countries whose towns number their quarters."""
    return frozenset(row["country"] for row in table("places/numbered_quarters.tsv").rows)


def _same_room(one: Address, other: Address, common: frozenset[str]) -> frozenset[str]:
    """The rooms that two addresses of one building have in common, the building told by its own mark: Bldg 4WB."""
    longer = max(len(one.street), len(other.street))
    if not one.building & other.building or not common or len(common) < _NAMED_SHARE * longer:
        return frozenset()
    return frozenset(each for each in one.units & other.units if len(each) >= _ROOM_DIGITS)


def _same_box(one: str, other: str) -> bool:
    """Whether two post boxes are one: 14155 is 14155-6395, as far as it goes."""
    short, long = sorted((one, other), key=len)
    return bool(short) and (short == long or long.startswith(f"{short}-"))


def _named(one: Address, other: Address, common: frozenset[str]) -> bool:
    """Whether they name the same place without a number: a zone, a building."""
    if one.number or other.number or len(common) < _NAMED_WORDS:
        return False
    longer = max(len(one.street | one.words), len(other.street | other.words))
    return len(common) >= _NAMED_SHARE * longer


def _in_one_zone(one: Address, other: Address, common: frozenset[str]) -> Likeness:
    """Of addresses of the same words without a number: the same place, but for a zone, district or building that is
    named and no more. Hundreds of firms are in it (RAKEZ Business Zone-FZ).
    """
    if one.is_area and other.is_area and len(common) <= _ZONE_WORDS and not one.units & other.units:
        return Likeness(
            "same_street", f"the same words: {_written(common, one, other)}, a zone or building without a number"
        )
    return Likeness("same_place", f"the same words: {_written(common, one, other)}")


def _countries_differ(one: Address, other: Address) -> bool:
    if not one.country or not other.country or one.country == other.country:
        return False
    if one.regions & other.regions or one.towns & other.towns:
        return False  # a territory that two states claim
    return frozenset({one.country, other.country}) not in _ONE_COUNTRY


def _in_one_spelling(one: Address, other: Address) -> Address:
    """The first address, its words whose vowels one of the two does not write spelled as the second has them: فرجام is
    Farjam there.
    """
    if not one.unvowelled and not other.unvowelled:
        return one
    theirs = {word: consonants_of(word, other) for word in other.street | other.words}
    known = other.street | other.words

    def spelled(word: str) -> str:
        doubtful = word in dict(one.unvowelled)
        mine = consonants_of(word, one)
        if word in known or not mine:
            return word
        same = (each for each in sorted(theirs) if theirs[each] & mine and (doubtful or each in dict(other.unvowelled)))
        return next(same, word)

    return replace(one, street=frozenset(map(spelled, one.street)), words=frozenset(map(spelled, one.words)))


def consonants_of(word: str, address: Address) -> frozenset[str]:
    """The consonants of a word of an address, where they are enough to tell it; several where it is read in several
    ways.
    """
    found = {bare for sound, bare in address.unvowelled if sound == word} or {skeleton_of_sound(word)}
    return frozenset(bare for bare in found if len(bare) >= FEWEST_CONSONANTS)


def _common(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The words of the first that the second has, in the same or nearly the same sound."""
    short, long = (one, other) if (len(one), sorted(one)) <= (len(other), sorted(other)) else (other, one)
    same = short & long
    left = [word for word in long - same if len(word) >= LONG_WORD]
    near = {
        word
        for word in short - same
        if len(word) >= LONG_WORD and any(fuzz.ratio(whom(word), whom(each)) >= _ALIKE for each in left)
    }
    persons = {whom(word) for word in long - same}
    return same | near | {word for word in short - same if whom(word) in persons or _in_the_genitive(word, long)}


def _in_the_genitive(word: str, others: frozenset[str]) -> bool:
    """Whether a name is among others but for the ending of the genitive (Amira Temura, Amir Temur)."""
    return word + "a" in others or (word.endswith("a") and word[:-1] in others)


@lru_cache(maxsize=1 << 15)
def whom(word: str) -> str:
    """The sound of a word of a street's name, of somebody's name in the genitive that of the nominative, of a family
    name that is an adjective its stem: Lenina, Lenin; Lva, Lev; Tolstogo and Tolstoy, tolst. Russian names streets so,
    its neighbours do not.
    """
    if word in _genitives():
        word = _genitives()[word]
    elif len(word) >= _FAMILY_NAME:
        ends = _genitives(ends=True)
        ended = next((each for each in ends if word.endswith(each)), "")
        word = word.removesuffix(ended) + ends.get(ended, "")
    if len(word) >= _FAMILY_NAME and word.endswith(feminine_endings()):
        return word[:-1]
    stem = _ADJECTIVE.sub("", word)
    return stem if len(stem) >= _FAMILY_NAME - 1 else word


@cache
def _genitives(*, ends: bool = False) -> dict[str, str]:
    """Names in the genitive and in the nominative, or what they end in, by sound (Kavtaradzis, Kavtaradze)."""
    return {
        sound_of_word(row["genitive"].removeprefix(_ENDING)): sound_of_word(row["nominative"].removeprefix(_ENDING))
        for row in table("places/street_genitives.tsv").rows
        if row["genitive"].startswith(_ENDING) == ends
    }


def _list(items: frozenset[str]) -> str:
    return " ".join(sorted(items))


def _written(sounds: frozenset[str], one: Address, other: Address) -> str:
    """Words as one of two addresses has them, in its order, the others as the other has them."""
    mine, theirs = spellings(one.text), spellings(other.text)
    order = [*mine, *theirs]
    found = sorted(sounds, key=lambda sound: (order.index(sound) if sound in order else len(order), sound))
    return " ".join(mine.get(sound) or theirs.get(sound, sound) for sound in found)


def _towns(concepts: frozenset[str]) -> str:
    return ", ".join(concept.replace("-", " ").title() for concept in sorted(concepts))
