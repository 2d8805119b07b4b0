"""Ways between countries that are longer than any reason of trade explains, told from where the countries lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import acos, cos, radians, sin
from typing import Final, NamedTuple

from screening.reference import table

_EARTH: Final = 6_371.0
"""Mean radius in kilometres."""


@dataclass(frozen=True, slots=True)
class Country:
    """Where a country lies.

    Attributes:
        latitude: Of its capital, in radians.
        longitude: The same.
        sea: Whether it has a shore that leads to an ocean.
        neighbours: Countries (ISO 3166 alpha-2) it has a land border with.
    """

    latitude: float
    longitude: float
    sea: bool
    neighbours: frozenset[str]


@cache
def countries() -> Mapping[str, Country]:
    """The countries of ``lists/places/country_ways.tsv`` by their ISO 3166 alpha-2 code."""
    return {
        row["country"]: Country(
            radians(float(row["latitude"])),
            radians(float(row["longitude"])),
            row["sea"] == "yes",
            frozenset(filter(None, row["neighbours"].split("; "))),
        )
        for row in table("places/country_ways.tsv").rows
    }


class Way(NamedTuple):
    """A way through a third country, from capital to capital, in kilometres.

    Attributes:
        straight: How long the straight way is.
        round_about: How long it is by way of the third country.
        onward: How far it is from the third country to the end.
    """

    straight: float
    round_about: float
    onward: float

    @property
    def times(self) -> float:
        """How many times the straight way it is."""
        return self.round_about / self.straight


def way_through(start: str, middle: str, end: str) -> Way | None:
    """The way from one country to another through a third; None where one is not known, or start and end are one."""
    first, between, last = (countries().get(code) for code in (start, middle, end))
    if first is None or between is None or last is None or start == end:
        return None
    onward = _apart(between, last)
    return Way(_apart(first, last), _apart(first, between) + onward, onward)


def length_of(way: Sequence[str]) -> float | None:
    """How long the way through countries is, from capital to capital in kilometres; None where one is not known."""
    known = [countries().get(code) for code in way]
    there = [each for each in known if each is not None]
    return sum(map(_apart, there, there[1:])) if len(there) == len(known) else None


def is_landlocked(code: str) -> bool:
    """Whether a country is known to have no sea."""
    return code in countries() and not countries()[code].sea


def are_neighbours(one: str, other: str) -> bool:
    """Whether two countries are known to have a land border."""
    return one in countries() and other in countries()[one].neighbours


def _apart(one: Country, other: Country) -> float:
    """The distance of two capitals in kilometres."""
    along = sin(one.latitude) * sin(other.latitude)
    across = cos(one.latitude) * cos(other.latitude) * cos(one.longitude - other.longitude)
    return _EARTH * acos(max(-1.0, min(1.0, along + across)))
