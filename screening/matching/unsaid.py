"""What names are written with or without: fathers' names between a person's own, whom a firm is named after, the
town that a firm's name begins with, the state whose language a public body is named in, the academy of an institute
with its town, and the ministry of a military unit with its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from screening.matching.two_firms import OWN, TELLING
from screening.matching.weights import weights
from screening.names.concepts import is_state_body
from screening.names.dedications import dedicated, initials, is_short
from screening.names.given import may_be_fathers
from screening.names.ministries import is_ministry
from screening.names.own_state import is_public_body, own_states
from screening.names.parsing import LIGHT, ParsedName, Part, name_words
from screening.names.places import is_seat
from screening.names.vocabulary import PLACES

FEWEST_NAMES: Final = 4
"""Names of a person from which those in the middle are a father's and a grandfather's."""
FEWEST_WITH_SEAT: Final = 3
"""A town, a name and a trade."""
NAMES: Final = frozenset({"name", "patronymic"})
BODIES: Final = frozenset({"descriptor", "generic"})
"""Kinds of words of which the name of a public body without its state consists."""


ACADEMY: Final = "academy_of_sciences"
HAN: Final = "Han"
INSTITUTES: Final = frozenset({"institute", "research_institute"})
UNIT: Final = "military_unit"
NUMBER: Final = "number"
DIGITS_OF_UNIT: Final = 4
"""Digits from which a military unit's number is that of no other in its state."""


def unsaid(
    name: ParsedName, over: Sequence[Part], other: ParsedName, others_over: Sequence[Part]
) -> list[tuple[Part, float]]:
    """Which of the parts a name has ``over`` the ``other`` name merely leaves out, each with the share of its weight
    that it counts for.
    """
    if not over or name.mode == "vessel":
        return []
    if name.mode == "person":
        share = weights().person["fathers_between"]
        return [(part, share) for part in fathers_left_out(name, over, others_over)]
    if seat := seat_left_out(name, over, other, others_over):
        return [(part, weights().seat_before) for part in seat]
    if state := state_left_out(over, other, others_over):
        return [(part, weights().own_state) for part in state]
    if academy := academy_left_out(name, over, other, others_over):
        return [(part, weights().own_state) for part in academy]
    if ministry := units_ministry_left_out(name, over, other, others_over):
        return [(part, weights().own_state) for part in ministry]
    borne = dedicated(name.parts)
    ours = initials(name.parts, borne)
    if not (_among(borne, over) or _among(ours, over)):
        return []
    others_borne = dedicated(other.parts)
    theirs = initials(other.parts, others_borne)
    own = [part for part in others_over if part.kind in OWN and not _among(theirs, [part])]
    telling = any(part.kind in TELLING for part in name.parts if not _among(over, [part])) or any(
        part.kind == "name" for part in other.parts if not _among(others_over, [part])
    )
    if own or not telling:
        # Two firms with a name of their own each; or "Plant", which whom it is named after tells from others.
        return []
    left_out = [] if _among(others_borne, others_over) else _among(borne, over)
    if not _begin_otherwise(_among(ours, over), _among(theirs, others_over)):
        left_out += [part for part in _among(ours, over) if not _among(left_out, [part])]
    less, least = weights().dedication, weights().dedication_initials
    named = any(not is_short(part) for part in left_out)
    return [(part, least if named and is_short(part) else less) for part in left_out]


def seat_left_out(name: ParsedName, over: Sequence[Part], other: ParsedName, others_over: Sequence[Part]) -> list[Part]:
    """The town that a firm's name begins with, where the ``other`` name is the same without it.

    "Shenzhen Vodrin Technology" is Vodrin Technology: Chinese names begin with the seat, others' often. What stands
    behind a name (Vodrin Technology Batumi) may be a branch, and a region or a state a daughter. Both say what they do,
    and the other names no place.
    """
    open_ = [part for part in over if part.kind not in LIGHT]
    if len(open_) != 1 or any(part.kind not in LIGHT for part in others_over) or other.of_kind(*PLACES):
        return []
    told = [part for part in name.parts if part.kind not in LIGHT]
    if len(told) < FEWEST_WITH_SEAT or told[0] is not open_[0] or told[1].kind not in OWN:
        return []
    town = open_[0].kind == "place" and is_seat(open_[0].text, open_[0].concepts)
    seat = town or (open_[0].words[0].script == HAN and not open_[0].concepts.isdisjoint(weights().seats))
    return open_ if seat and name.of_kind("descriptor") and other.of_kind("descriptor") else []


def state_left_out(over: Sequence[Part], other: ParsedName, others_over: Sequence[Part]) -> list[Part]:
    """The state whose body a name is said to be of, where the ``other`` name is in the language of that state.

    Milli Savunma Bakanlığı is the Ministry of National Defence of Turkey; what it says in English may be any state's.
    """
    open_ = [part for part in over if part.kind not in LIGHT]
    if len(open_) != 1 or open_[0].kind != "country" or any(part.kind not in LIGHT for part in others_over):
        return []
    told = [part for part in other.parts if part.kind not in LIGHT]
    bodies = [part for part in told if any(map(is_public_body, part.concepts))]
    if not bodies or not all(part.kind in BODIES for part in told):
        return []
    # where not all do, the word for the body tells: those for fields are in several languages, in the tables under one
    states = own_states(part.text for part in told) | own_states(part.text for part in bodies)
    return open_ if not open_[0].concepts.isdisjoint(states) else []


def academy_left_out(
    name: ParsedName, over: Sequence[Part], other: ParsedName, others_over: Sequence[Part]
) -> list[Part]:
    """The academy of sciences, with its state, whose institute is told by its town in the ``other`` name.

    The Changchun Institute of Optics is the one of the Chinese Academy of Sciences; an institute of physics without a
    town may be any academy's. In Chinese the academy's field stands before it (农业科学院).
    """
    open_ = [part for part in over if part.kind not in LIGHT]
    academies = [part for part in open_ if ACADEMY in part.concepts]
    fields = [
        part for part, after in pairwise(name.parts) if _among([after], academies) and part.words[0].script == HAN
    ]
    if not academies or any(part.kind != "country" for part in open_ if not _among([*academies, *fields], [part])):
        return []
    towns = other.of_kind("place")
    institutes = any(INSTITUTES & (part.concepts | part.implied) for part in other.parts)
    told = towns and not _among(towns, others_over) and institutes
    return open_ if told and all(part.kind in LIGHT for part in others_over) else []


def units_ministry_left_out(
    name: ParsedName, over: Sequence[Part], other: ParsedName, others_over: Sequence[Part]
) -> list[Part]:
    """The ministry or service, with its state, of a military unit that both tell by its number (в/ч 03007 МВД)."""
    open_ = [part for part in over if not _is_small(part)]
    if not any(map(_is_of_state, open_)) or not all(_is_of_state(part) or part.kind == "country" for part in open_):
        return []
    units = [any(UNIT in part.concepts for part in each.parts) for each in (name, other)]
    told = [part for part in other.of_kind(NUMBER) if len(part.text) >= DIGITS_OF_UNIT]
    if not all(units) or not told or any(map(_is_number, over)) or not all(map(_is_small, others_over)):
        return []
    return open_


def _is_of_state(part: Part) -> bool:
    return any(is_ministry(concept) or is_state_body(concept) for concept in part.concepts)


def _is_small(part: Part) -> bool:
    """Whether a part says nothing, or only that a number follows."""
    return part.kind in LIGHT or (part.kind != NUMBER and NUMBER in part.concepts)


def _is_number(part: Part) -> bool:
    return part.kind == NUMBER


def _begin_otherwise(ours: Sequence[Part], theirs: Sequence[Part]) -> bool:
    """Whether both names have initials over, and other ones."""
    return any(_firsts(a).isdisjoint(_firsts(b)) for a, b in zip(ours, theirs, strict=False))


def _firsts(part: Part) -> frozenset[str]:
    """The Latin letters that a part may begin with."""
    return frozenset(text[0] for each in part.words for text in each.usual if text)


def _among(some: Sequence[Part], over: Sequence[Part]) -> list[Part]:
    return [part for part in over if any(part is each for each in some)]


def fathers_left_out(name: ParsedName, over: Sequence[Part], other: Sequence[Part]) -> list[Part]:
    """Which of the parts a name has ``over`` are fathers' names that the ``other`` name merely leaves out.

    Arabs and their neighbours are called by their own name, their father's, his father's and a family name (Ibrahim
    Saeed Salim Harrowi), and known by the first and the last. Both have to be answered, nothing of the other name
    may be over, all between are given names, and the last is none, or has an article: Ibrahim Salim may be anybody.
    """
    if len(over) < FEWEST_NAMES - 2 or any(part.kind in NAMES for part in other):
        return []
    names = in_order(name)
    if len(names) < FEWEST_NAMES or (may_be_fathers(names[-1].text) and not _has_article(name, names[-1])):
        return []
    if any(part is names[0] or part is names[-1] for part in over):
        return []
    between = [part for part in over if part.kind in NAMES]
    return between if all(may_be_fathers(part.text) for part in between) else []


def _has_article(name: ParsedName, family: Part) -> bool:
    """Whether an article stands before a name, which says that it is a family's (Al Rimi)."""
    before = [part for part, after in pairwise(name.parts) if after is family]
    return any(part.kind == "particle" and "article" in part.concepts for part in before)


def in_order(name: ParsedName) -> list[Part]:
    """The names of a person, the family name last where a comma tells it."""
    names = [part for part in name.parts if part.kind in NAMES]
    before, comma, _ = name.text.partition(",")
    family = frozenset(name_words(before)) if comma else frozenset()
    first = next((at for at, part in enumerate(names) if part.text not in family), 0)
    return [*names[first:], *names[:first]]
