"""The matcher's weights, read once from ``lists/rules/matching.toml`` and never changed by what is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from screening import reference


@dataclass(frozen=True)
class ModeWeights:
    """Weights of one kind of name (person, organisation, vessel), by kind of part."""

    weight: dict[str, float]
    left_over: dict[str, float]
    contradiction: dict[str, float]


@dataclass(frozen=True)
class Weights:
    """Everything in ``matching.toml``."""

    version: str
    threshold: float
    likeness: dict[str, float]
    edits: dict[str, float]
    order: dict[str, float]
    meaning_only: float
    meaning_many: float
    more_of_its_own: float
    dedication: float
    dedication_initials: float
    seat_before: float
    own_state: float
    other_town: float
    one_place: float
    one_meaning: float
    counts_another: float
    two_levels: float
    short: dict[str, float]
    person: dict[str, float]
    ships: dict[str, float]
    confusable: frozenset[tuple[str, str]]
    neighbours: frozenset[tuple[str, str]]
    activities: frozenset[str]
    groups: frozenset[str]
    of_daughters: frozenset[str]
    forms_of_houses: frozenset[str]
    forms_of_daughters: frozenset[str]
    daughters: frozenset[str]
    beside_a_trade: frozenset[str]
    of_carriers: frozenset[str]
    of_trade: frozenset[str]
    seats: frozenset[str]
    modes: dict[str, ModeWeights]

    def looks_alike(self, a: str, b: str) -> bool:
        """Whether scanners and hands confuse the two letters."""
        return (a, b) in self.confusable


@cache
def weights() -> Weights:
    """The weights in force."""
    return from_rules(reference.rules("rules/matching.toml"))


def from_rules(rules: dict[str, Any]) -> Weights:
    """Weights from the parsed rules file; also how a fit tries other weights."""
    confusable = {(a, b) for letters in rules["look_alike"]["sets"] for a in letters for b in letters}
    return Weights(
        version=rules["about"]["version"],
        threshold=rules["threshold"]["default"],
        likeness=rules["likeness"],
        edits=rules["edits"],
        order={mode: rules[mode]["order"] for mode in ("organisation", "person", "vessel")},
        meaning_only=rules["organisation"]["meaning_only"],
        meaning_many=rules["organisation"]["meaning_many"],
        more_of_its_own=rules["organisation"]["more_of_its_own"],
        dedication=rules["organisation"]["dedication"],
        dedication_initials=rules["organisation"]["dedication_initials"],
        seat_before=rules["organisation"]["seat_before"],
        own_state=rules["organisation"]["own_state"],
        other_town=rules["organisation"]["other_town"],
        one_place=rules["organisation"]["one_place"],
        one_meaning=rules["organisation"]["one_meaning"],
        counts_another=rules["organisation"]["counts_another"],
        two_levels=rules["organisation"]["two_levels"],
        short=rules["short"],
        person={key: value for key, value in rules["person"].items() if not isinstance(value, dict)},
        ships={key: value for key, value in rules["vessel"].items() if not isinstance(value, dict)},
        confusable=frozenset(confusable),
        neighbours=_neighbours(rules["keyboard"]["rows"]),
        activities=frozenset(rules["organisation"]["activities"]),
        groups=frozenset(rules["organisation"]["groups"]),
        of_daughters=frozenset(rules["organisation"]["of_daughters"]),
        forms_of_houses=frozenset(rules["organisation"]["forms_of_houses"]),
        forms_of_daughters=frozenset(rules["organisation"]["forms_of_daughters"]),
        daughters=frozenset(rules["organisation"]["daughters"]),
        beside_a_trade=frozenset(rules["organisation"]["beside_a_trade"]),
        of_carriers=frozenset(rules["organisation"]["of_carriers"]),
        of_trade=frozenset(rules["organisation"]["languages_of_trade"]),
        seats=frozenset(rules["organisation"]["seats"]),
        modes={mode: _mode(rules[mode]) for mode in ("organisation", "person", "vessel")}
        | {"bare": _bare(rules["organisation"])},
    )


def _neighbours(rows: list[str]) -> frozenset[tuple[str, str]]:
    """Letters whose keys lie side by side, or one above the other."""
    beside = {pair for row in rows for pair in pairwise(row)}
    below = {
        (upper[at], lower[at - shift])
        for upper, lower in pairwise(rows)
        for at in range(len(upper))
        for shift in (0, 1)
        if 0 <= at - shift < len(lower)
    }
    return frozenset(beside | below | {(b, a) for a, b in beside | below})


def _mode(rules: dict[str, Any]) -> ModeWeights:
    return ModeWeights(rules["weight"], rules["left_over"], rules["contradiction"])


def _bare(rules: dict[str, Any]) -> ModeWeights:
    """The weights of a name made of meanings only: what it makes or trades must carry it."""
    heavy = {"descriptor", "generic"}
    weight = {kind: value * (rules["bare"] if kind in heavy else 1.0) for kind, value in rules["weight"].items()}
    left_over = {
        **rules["left_over"],
        **dict.fromkeys((*heavy, "place", "country"), rules["bare_left_over"]),
        "activity": rules["bare_activity"],
    }
    return ModeWeights(weight, left_over, rules["contradiction"])
