"""How a store comes from one version to the next; each step runs in one transaction with its trail record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from sqlalchemy import Connection

from screening.alerts.store import tables

Step = Callable[[Connection], None]


def _first(connection: Connection) -> None:
    """Version 1: the tables as they began."""
    begun = (
        tables.META, tables.RUNS, tables.EVIDENCE, tables.ALERTS, tables.STANDINGS, tables.DECISIONS, tables.TRAIL
    )  # fmt: skip
    tables.metadata.create_all(connection, tables=begun)


STEPS: Final[Sequence[Step]] = (_first,)
"""Step ``n`` brings a store from version ``n`` to ``n + 1``. A step once released is never changed: a table it makes
must be declared as it was then, and what comes after is altered by later steps."""
