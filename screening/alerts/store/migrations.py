"""How a store comes from one version to the next; each step runs in one transaction with its trail record."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Final

from sqlalchemy import Connection, inspect, select

from screening.alerts.store import tables
from screening.alerts.store.key import key_check
from screening.alerts.store.tables import META
from screening.alerts.store.writing import Writer
from screening.errors import StoreError

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


def meta(connection: Connection) -> dict[str, str]:
    """What a store says of itself: its id, version, when it was made, and the check of its key."""
    return {row.name: row.value for row in connection.execute(select(META.c.name, META.c.value))}


def version(connection: Connection) -> int:
    """The store's version; 0 where there is none yet."""
    if not inspect(connection).has_table(META.name):
        return 0
    said = meta(connection).get("schema_version", "0")
    if not said.isdecimal():
        raise StoreError(f"its version is {said!r}", remedy="see what was altered with: screening store verify")
    return int(said)


def migrate(connection: Connection, writer: Callable[[], Writer], key: bytes, steps: Sequence[Step] = STEPS) -> None:
    """Take the steps that a store has not taken yet, each with its record in the trail.

    Args:
        connection: Of a transaction that writes.
        writer: Makes a writer on it; the trail's table must be there by then.
        key: The trail's key, of which a new store keeps a check.
        steps: All of them, from the first version.
    """
    for number in range(version(connection), len(steps)):  # another process may have been quicker
        steps[number](connection)
        to = writer()
        row = {"name": "schema_version", "value": str(number + 1)}
        if number == 0:
            store_id = uuid.uuid4().hex
            values = {"store_id": store_id, "created": to.at, "key_check": key_check(key, store_id)}
            wrote = [to.insert(META, {"name": name, "value": value}) for name, value in values.items()]
            to.log("made", data=values, touched=[*wrote, to.insert(META, row)])
        else:
            to.log("migrated", data={"version": number + 1}, touched=[to.update(META, row)])
        to.flush()
