"""Whether a subject and an entry are at the same place; `screening.names.same_place` compares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from screening.names.addresses import parse
from screening.names.same_place import compare as compare_places
from screening.names.same_place import rooms_apart

_AGREEING: Final = ("same_place", "same_street")


def compare(ours: Iterable[str], theirs: Iterable[Mapping[str, Any]]) -> tuple[str, str]:
    """Compare the addresses of a subject with those of an entry; the nearest pair counts.

    Args:
        ours: Addresses in one line each.
        theirs: Rows with ``address`` in one line, and ``country``.

    Returns:
        agrees (the same place, or the same street); contradicts where every pair names other towns or countries;
        else absent. And the entry's address that agrees with what they share, or nothing.
    """
    left = [parse(line) for line in ours if line]
    right = [(row["address"], parse(row["address"], row.get("country"))) for row in theirs]
    pairs = [(compare_places(one, other), rooms_apart(one, other), text) for one in left for text, other in right]
    if not pairs:
        return "absent", ""
    nearest, _, text = min(pairs, key=lambda pair: (pair[0].rank, *pair[1:]))
    if nearest.grade in _AGREEING:
        return "agrees", f"{text} ({nearest.grade.replace('_', ' ')}: {nearest.why})"
    return ("contradicts", "") if nearest.grade == "different" else ("absent", "")
