"""Two initials beside a Slavic family name: the given name's, then the father's (Ковальчук О. Р. is no Роман)."""

from __future__ import annotations

from typing import Final

from screening.matching.alignment import Alignment
from screening.matching.initial_likeness import begins_with
from screening.names.parsing import ParsedName, Part
from screening.names.signs import sign

INITIALS: Final = 2
NAMES: Final = 2
"""The given name and the family name."""
CYRILLIC: Final = "Cyrillic"
LATIN: Final = "Latin"


def fathers_for_given(alignment: Alignment, left: ParsedName, right: ParsedName) -> bool:
    """Whether the one given name of either person, or its initial, begins only as the other's father does."""
    answers = [(pair.left, pair.right) for pair in alignment.pairs]
    return _is_fathers(left, right, answers) or _is_fathers(right, left, [(b, a) for a, b in answers])


def _is_fathers(short: ParsedName, full: ParsedName, answers: list[tuple[tuple[Part, ...], tuple[Part, ...]]]) -> bool:
    initials = short.of_kind("initial")
    if len(initials) != INITIALS or not _stand_in_turn(short):
        return False
    given, fathers = (next((theirs[0] for ours, theirs in answers if ours[0] is each), None) for each in initials)
    if fathers is None or fathers.kind not in {"name", "initial"} or begins_with(fathers, initials[0]):
        return False
    if given is not None and given.kind != "patronymic":
        return False
    return len(full.of_kind("name")) + len(full.of_kind("initial")) == NAMES


def _stand_in_turn(name: ParsedName) -> bool:
    """Whether two neighbouring initials stand before or behind the one other word, a family name of such a people."""
    kinds = [part.kind for part in name.parts if part.kind in {"name", "initial", "patronymic"}]
    if sorted(kinds) != ["initial", "initial", "name"] or kinds[1] != "initial":
        return False
    family = name.of_kind("name")[0].words[0]
    return family.script == CYRILLIC or (
        family.script == LATIN and sign("family_before_initials").search(family.text) is not None
    )
