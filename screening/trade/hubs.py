"""Places named as points of transshipment, and until when each of them counts as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from screening.reference import table


@dataclass(frozen=True, slots=True)
class Hubs:
    """The places of a table like ``lists/places/transshipment.tsv``.

    Attributes:
        until: By country (ISO 3166 alpha-2) the last day on which it counts, None while it does.
    """

    until: Mapping[str, date | None]

    def on(self, day: date) -> frozenset[str]:
        """The countries that count on a day."""
        return frozenset(country for country, until in self.until.items() if until is None or day <= until)

    def is_hub(self, country: pl.Expr, day: pl.Expr) -> pl.Expr:
        """Whether a country counts on a day; one that counted once, where the day is not known."""
        by_end: dict[date | None, list[str]] = {}
        for name, until in self.until.items():
            by_end.setdefault(until, []).append(name)
        return pl.any_horizontal(
            pl.lit(value=False),
            *(
                country.is_in(names) if until is None else country.is_in(names) & (day.is_null() | (day <= until))
                for until, names in by_end.items()
            ),
        )


def read(name: str) -> Hubs:
    """The hubs of a table, ``name`` being its path below ``lists/``.

    Raises:
        KnowledgeError: There is no such table.
        KeyError: It has no columns ``country`` and ``to``.
        ValueError: A day is none.
    """
    return Hubs({row["country"]: date.fromisoformat(row["to"]) if row["to"] else None for row in table(name).rows})
