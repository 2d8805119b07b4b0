"""What is numbered, where two names of firms share nothing but a number: a plant, a school, a military unit, a firm."""

from __future__ import annotations

from typing import Final

from screening.matching.alignment import Alignment, Pair
from screening.matching.weights import weights
from screening.names.parsing import Part
from screening.names.vocabulary import PLACES

NUMBER: Final = "number"
BORNE: Final = frozenset({"name", "initial", "patronymic", NUMBER, *PLACES})
"""Kinds of part that two names would share beside what they are."""
DESCRIPTOR: Final = "descriptor"
THINGS: Final = frozenset({DESCRIPTOR, "generic"})
"""Kinds of part that say what is numbered."""
LIMITED: Final = frozenset({"llc"})
OF_STATE: Final = frozenset({"state_enterprise", "state_corporation"})
TELLING_DIGITS: Final = 5
"""Digits of a number that nothing else has."""


def number_other_things(alignment: Alignment) -> bool:
    """Whether two firms share nothing but a short number, and it is that of two kinds of a thing, or of a firm only on
    one side (Company 39, Division 39), or a private firm's and a state institution's.
    """
    borne = [pair for pair in alignment.pairs if _has(pair, BORNE)]
    if not borne or not all(_is_short_number(pair) for pair in borne):
        return False
    if _are_private_and_of_state(alignment):
        return True
    things = [pair for pair in alignment.pairs if _has(pair, THINGS)]
    if things:
        return not any(map(_are_of_one_kind, things))
    return any(part.kind in THINGS for part in (*alignment.left, *alignment.right))


def _has(pair: Pair, kinds: frozenset[str]) -> bool:
    return any(part.kind in kinds for part in (*pair.left, *pair.right))


def _is_short_number(pair: Pair) -> bool:
    parts = (*pair.left, *pair.right)
    return all(part.kind == NUMBER and len(part.text) < TELLING_DIGITS for part in parts)


def _are_of_one_kind(pair: Pair) -> bool:
    """Whether two words say one kind of a thing; a group, which any firm may be, is nearly no plant."""
    if pair.likeness.value >= weights().likeness["translated"]:
        return True
    return all(part.kind == DESCRIPTOR for part in (*pair.left, *pair.right))


def _are_private_and_of_state(alignment: Alignment) -> bool:
    ours, theirs = (
        _forms((*over, *(part for pair in alignment.pairs for part in getattr(pair, side))))
        for over, side in ((alignment.left, "left"), (alignment.right, "right"))
    )
    return any(
        not one.isdisjoint(LIMITED) and not other.isdisjoint(OF_STATE)
        for one, other in ((ours, theirs), (theirs, ours))
    )


def _forms(parts: tuple[Part, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(part.concepts for part in parts if part.kind == "legal_form"))
