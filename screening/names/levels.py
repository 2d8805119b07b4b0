"""Of which level of a state a public body is: the region's court and the district's of one name are two courts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from screening.names.parts import Part
from screening.names.phrases import endings, forms
from screening.reference import table

_NO_LEVEL: Final = frozenset({"country", "legal_form", "number", "initial"})
"""Kinds of part that say nothing of it: the republic of a state's name is none of its levels."""


@cache
def _levels() -> dict[str, dict[str, tuple[str, ...]]]:
    """By language, the levels that a folded word may stand for, the usual one first."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in table("words/administrative_levels.tsv").rows:
        levels, paradigm = tuple(row["levels"].split()), row["inflection"]
        for phrase in forms(row["phrase"]):
            for ending in endings(paradigm) if paradigm else ("",):
                found.setdefault(phrase[0] + ending, {})[row["language"]] = levels
    return found


def are_of_two_levels(left: Sequence[Part], right: Sequence[Part]) -> bool:
    """Whether one is a region's, the other a district's or a town's (Самаркандский областной суд, … районный суд).

    Of two names in one language words count for what they are there; translators take a raion for a region.
    """
    ours, theirs = _told(left), _told(right)
    for language in sorted({language for each in ours for language in each}):
        mine, other = ([each[language][:1] for each in side if language in each] for side in (ours, theirs))
        if len(mine) == len(ours) and other and len(other) == len(theirs):
            return _agreed(mine) and _agreed(other) and mine[0] != other[0]
    levels = [[frozenset().union(*each.values()) for each in side] for side in (ours, theirs)]
    one, another = (frozenset.intersection(*side) if side else frozenset() for side in levels)
    return bool(one and another) and one.isdisjoint(another)


def _told(parts: Sequence[Part]) -> list[dict[str, tuple[str, ...]]]:
    """What each word of a name that says a level may stand for, by language."""
    return [
        told
        for part in parts
        if part.kind not in _NO_LEVEL
        for word in part.words
        if (told := _levels().get(word.text))
    ]


def _agreed(levels: Sequence[tuple[str, ...]]) -> bool:
    return len({*levels}) == 1
