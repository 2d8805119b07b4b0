"""The roles of columns of trade statistics, what a table's columns hold, and the headings that are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from screening.names.folding import fold
from screening.reference import table as knowledge

ROLES: Final = (
    "reporter", "reporter_code", "partner", "partner_code", "partner2", "flow", "code", "description", "edition",
    "period", "year", "quarter", "month", "frequency", "value", "cif", "fob", "currency", "scale", "net_kg", "gross_kg",
    "quantity", "unit", "mot", "customs", "mos", "procedure", "indicator", "part", "decimal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Across:
    """One column of figures of a wide table: which period it is of, and what else the header says of it.

    Attributes:
        index: The column.
        period: As the header says it; empty where a column of the row does.
        flow: Empty where the header does not say it; so are ``currency`` and ``scale``.
        month: Of the year another column says, or 0.
        net_kg: The column of weights beside it, and what these are multiplied by.
        quantity: The column of quantities beside it.
    """

    index: int
    period: str
    flow: str = ""
    month: int = 0
    currency: str = ""
    scale: str = ""
    net_kg: tuple[int, float] | None = None
    quantity: int | None = None

    @property
    def indices(self) -> list[int]:
        """All columns it needs."""
        weight = [self.net_kg[0]] if self.net_kg else []
        return [self.index, *weight, *([] if self.quantity is None else [self.quantity])]


@dataclass(slots=True)
class Layout:
    """The columns by role, the columns of figures of a wide table, and what stands beside the table.

    ``down`` has columns whose blank cells mean what stands above them; ``notes`` what a person should see,
    ``figures`` whether any stand below the header. ``said`` has
    what is the same for all rows by role, ``how`` where that was read; ``header_row`` is the last
    row of the header, ``first_row`` its first.
    """

    header: list[str]
    header_row: int
    first_row: int = 0
    columns: dict[str, list[int]] = field(default_factory=dict)
    across: list[Across] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)
    down: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    figures: bool = True

    def first(self, role: str) -> int | None:
        """The preferred column of a role."""
        found = self.columns.get(role)
        return found[0] if found else None

    def say(self, role: str, value: str, how: str) -> None:
        """Note what holds for all rows, where no column and nothing before says it."""
        if role not in self.columns and role not in self.said:
            self.said[role], self.how[role] = value, how


def key(text: str) -> str:
    """A heading as headings are compared."""
    return "".join(char for char in fold(text) if char.isalnum())


@cache
def headings() -> Mapping[str, tuple[str, int, str]]:
    """Role, rank (the lower the better) and what it says, by heading."""
    known: dict[str, tuple[str, int, str]] = {}
    rank = 0
    for row in knowledge("words/statistics_headings.tsv").rows:
        for heading in row["headings"].split(";"):
            rank += 1
            known.setdefault(key(heading), (row["role"], rank, row["says"]))
    return known
