"""Writes of one transaction: rows and the trail records that name them, sent together at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from screening.alerts.store import trail
from screening.alerts.store.tables import EVIDENCE, META, TRAIL
from screening.alerts.store.trail import Head, Touched
from screening.moments import stamp

_AT_ONCE: Final = 400
"""Values asked for in one statement; SQLite takes 32,766, older ones 999."""
SYSTEM: Final = "system"
"""The actor where no person acted."""


def plain(text: str | None) -> str:
    """Text that both engines hold: without NUL characters and lone surrogates."""
    return (text or "").replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")


class Writer:
    """Collects what a transaction writes.

    Args:
        connection: Inside a transaction that holds the store's lock.
        key: The key of the trail.
        now: The clock.
    """

    def __init__(self, connection: Connection, key: bytes, now: Callable[[], datetime]) -> None:
        self.connection, self._key = connection, key
        last = connection.execute(
            select(TRAIL.c.seq, TRAIL.c.mac, TRAIL.c.at).order_by(TRAIL.c.seq.desc()).limit(1)
        ).first()
        self._head: tuple[int, str] = (int(last.seq), last.mac) if last else (0, "")
        self._inserts: dict[Table, list[dict[str, Any]]] = {}
        self._updates: dict[Table, dict[tuple[str, ...], dict[str, Any]]] = {}
        self._records: list[dict[str, Any]] = []
        self._evidence: set[str] = set()
        self._asked: set[str] = set()
        self.clock = clock = stamp(now())
        """What the clock says: when rows were changed. It may have stood wrong before, and be right now."""
        self.at: str = max(clock, last.at) if last else clock
        self.clock_back = last is not None and clock < last.at
        """Whether the clock stands before the last record: times in the trail are then the last record's."""
        if self.clock_back:
            self.log("clock_back", data={"clock": clock, "last_record": self.at})

    @property
    def next_seq(self) -> int:
        """The number that the next record of the trail will have."""
        return self._head[0] + len(self._records) + 1

    def insert(self, table: Table, row: Mapping[str, Any]) -> Touched:
        """Add a row; all columns must be given."""
        whole = {column.name: row[column.name] for column in table.columns}
        self._inserts.setdefault(table, []).append(whole)
        return trail.touched(table, whole)

    def update(self, table: Table, row: Mapping[str, Any]) -> Touched:
        """Replace the row of that key; all columns must be given."""
        whole = {column.name: row[column.name] for column in table.columns}
        key = trail.key_of(table, whole)
        for waiting in self._inserts.get(table, ()) if table in self._inserts else ():
            if trail.key_of(table, waiting) == key:
                waiting.update(whole)
                break
        else:
            self._updates.setdefault(table, {})[key] = whole
        return trail.touched(table, whole)

    def remove(self, table: Table, row: Mapping[str, Any]) -> Touched:
        """Take a row out; the trail keeps that it was there. Not for alerts, decisions or evidence."""
        self.flush()
        condition = [column == row[column.name] for column in table.primary_key.columns]
        self.connection.execute(delete(table).where(*condition))
        return Touched(table.name, trail.key_of(table, row), None)

    def evidence(self, contents: Iterable[Any]) -> tuple[list[str], list[Touched]]:
        """Keep what was known; each content once, whoever refers to it.

        Returns:
            The digest of each, and the rows that are new.
        """
        texts = [trail.canonical(each) for each in contents]
        digests = [trail.sha256(text) for text in texts]
        new = []
        for digest, text in zip(digests, texts, strict=True):
            if digest not in self._evidence and not self._has(digest):
                new.append(self.insert(EVIDENCE, {"digest": digest, "content": text}))
            self._evidence.add(digest)
        return digests, new

    def know(self, digests: Iterable[str]) -> None:
        """Ask for many digests at once which of them the store has, so that `evidence` need not ask singly."""
        wanted = sorted(set(digests) - self._evidence)
        self._asked.update(wanted)
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            found = self.connection.execute(select(EVIDENCE.c.digest).where(EVIDENCE.c.digest.in_(some)))
            self._evidence.update(found.scalars())

    def _has(self, digest: str) -> bool:
        if digest in self._asked:
            return False
        found = self.connection.execute(select(EVIDENCE.c.digest).where(EVIDENCE.c.digest == digest)).first()
        return found is not None

    def log(
        self,
        kind: str,
        *,
        alert_id: str | None = None,
        run_id: str | None = None,
        actor: str = SYSTEM,
        data: Mapping[str, Any] | None = None,
        touched: Iterable[Touched] = (),
    ) -> None:
        """Add a record to the trail, naming the rows that were written with it."""
        self._records.append(
            {
                "at": self.at,
                "kind": kind,
                "alert_id": alert_id,
                "run_id": run_id,
                "actor": plain(actor),
                "data": trail.canonical(dict(data or {})),
                "touched": trail.touched_json(touched),
            }
        )

    def flush(self) -> None:
        """Send everything collected."""
        for table, rows in self._inserts.items():
            self.connection.execute(insert(table), rows)
        for table, changed in self._updates.items():
            keys = [column.name for column in table.primary_key.columns]
            values: dict[str, Any] = {c.name: bindparam(f"v_{c.name}") for c in table.columns if c.name not in keys}
            statement = update(table).where(*(table.c[k] == bindparam(f"k_{k}") for k in keys)).values(values)
            self.connection.execute(
                statement,
                [{(f"k_{n}" if n in keys else f"v_{n}"): v for n, v in row.items()} for row in changed.values()],
            )
        if self._records:
            self._head = trail.chained(self._key, self._head, self._records)
            self.connection.execute(insert(TRAIL), self._records)
        self._inserts, self._updates, self._records = {}, {}, []

    def head(self) -> Head:
        """The trail's end, with everything collected so far."""
        self.flush()
        store_id = self.connection.execute(select(META.c.value).where(META.c.name == "store_id")).scalar_one()
        return Head(store_id, *self._head)
