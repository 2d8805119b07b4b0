"""When a firm was founded, told by a national number that holds the day, month or year of its registration."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from screening.intake.check_digits import checker
from screening.reference import table

_OF_THIS_CENTURY: Final = 50
"""Years of two digits below this are of this century."""


class Founded(NamedTuple):
    """What a number tells: a partial date ("2022-04"), the kind of the number, the number, and its country."""

    on: str
    kind: str
    number: str
    country: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """A row of `lists/rules/founding_numbers.tsv`; ``valid`` is None where the number has no check digit."""

    name: str
    country: str
    shape: re.Pattern[str]
    valid: Callable[[str], bool] | None
    alone: bool

    def read(self, number: str) -> str | None:
        """The partial date the number holds; None where it is no such number, or holds no day there is."""
        found = self.shape.fullmatch(number)
        if not found or (self.valid and not self.valid(number)):
            return None
        parts = found.groupdict()
        year = int(parts["year"])
        if len(parts["year"]) == 2:
            year += 2000 if year < _OF_THIS_CENTURY else 1900
        month, day = parts.get("month"), parts.get("day")
        try:
            date(year, int(month or 1), int(day or 1))
        except ValueError:
            return None
        return "-".join([str(year), *filter(None, (month, day))])


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(row["kind"], row["country"], re.compile(row["shape"]), checker(row["check"]), row["alone"] == "yes")
        for row in table("rules/founding_numbers.tsv").rows
    )


def told_by(numbers: Iterable[tuple[str, str | None]], country: str | None) -> Founded | None:
    """When a firm was founded by its numbers, each given with its own country where that is known.

    The first in the order of the table that tells it; a number of another country than the firm's tells nothing.
    """
    known = sorted(set(numbers), key=lambda each: (each[0], each[1] or ""))
    for kind in _kinds():
        for number, of in known:
            where = of or country
            if (where == kind.country or (where is None and kind.alone)) and (on := kind.read(number)):
                return Founded(on, kind.name, number, kind.country)
    return None


def may_tell(founded: str, stated: str | None, first: date | None) -> bool:
    """Whether a number may tell when a party was founded: within the year that is stated, "2022", where one is, and not
    after the party was met, when the number says something else.
    """
    return founded.startswith(stated or "") and (first is None or first.isoformat()[: len(founded)] >= founded)
