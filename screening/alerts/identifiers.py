"""Whether the identifiers of a subject and an entry agree, contradict, or cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from screening.matching.identifier_kinds import compared, is_place_holder, is_shared, is_worldwide, kind

_SHORTEST: Final = 5  # a number of four signs is met by chance; a registry number of five is rare within one country


def compare(ours: Iterable[Mapping[str, Any]], theirs: Iterable[Mapping[str, Any]]) -> tuple[str, str]:
    """Compare identifiers, each with ``type``, ``number`` and ``country``.

    The same number agrees whatever it is called, unless the countries differ and it is not unique the world over. Other
    numbers contradict only where both sides have the same kind, from the same country, of which a party has one.
    Place-holders (0000000000) do neither.

    Returns:
        agrees, contradicts or absent; and the number that agrees, or the pair that contradicts, in words.
    """
    left, right = list(ours), list(theirs)
    contradiction = ""
    for a in left:
        for b in right:
            if _same(a, b):
                return "agrees", f"{b['type']} {b['number']}"
            if not contradiction and _other(a, b):
                contradiction = f"{b['type']}: {a['number']} and {b['number']}"
    return ("contradicts", contradiction) if contradiction else ("absent", "")


def of_other_countries(
    ours: Iterable[Mapping[str, Any]], theirs: Iterable[Mapping[str, Any]], at_home: frozenset[str]
) -> str:
    """A number that both sides have, of which the party or the number here is of other countries than there, in words.

    ``at_home``: the countries of the party here. The empty string where a number is the same in one country, the world
    over, or none is the same.
    """
    right = list(theirs)
    told = ""
    for a in ours:
        number = compared(a["type"], a["number"])
        own = frozenset((a["country"],)) if a["country"] else at_home
        for b in right:
            if number != compared(b["type"], b["number"]):
                continue
            worldwide = is_worldwide(a["type"], a["number"]) and is_worldwide(b["type"], b["number"])
            if worldwide or not own or not b["country"] or b["country"] in own:
                return ""
            told = f"{b['type']} {b['number']} is of {b['country']}, the party here of {', '.join(sorted(own))}"
    return told


def _same(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    number = compared(a["type"], a["number"])
    if len(number) < _SHORTEST or number != compared(b["type"], b["number"]) or is_place_holder(number):
        return False
    if is_shared(a["type"], a["number"]) or is_shared(b["type"], b["number"]):
        return False
    if is_worldwide(a["type"], a["number"]) and is_worldwide(b["type"], b["number"]):
        return True
    return not (a["country"] and b["country"] and a["country"] != b["country"])


def _other(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    ours, theirs = kind(a["type"], a["number"]), kind(b["type"], b["number"])
    if not ours.single or ours != theirs:
        return False
    number, other = compared(a["type"], a["number"]), compared(b["type"], b["number"])
    if number == other:  # a number too short to agree does not contradict either
        return False
    if is_place_holder(number) or is_place_holder(other):
        return False
    return ours.worldwide or bool(a["country"] and a["country"] == b["country"])
