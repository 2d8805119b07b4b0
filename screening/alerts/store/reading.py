"""Reading the store: alerts with their evidence, decisions, runs, events; and checking it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Engine, select

from screening.alerts.store import engine as engines
from screening.alerts.store import verify
from screening.alerts.store.states import RAISED
from screening.alerts.store.tables import ALERTS, DECISIONS, EVIDENCE, META, RUNS, STANDINGS, TRAIL
from screening.alerts.store.trail import Head, parsed
from screening.alerts.store.writing import Writer
from screening.errors import StoreError

_AT_ONCE: Final = 400
_SIDES: Final = ("subject", "entry", "comparison", "places")


class Reader:
    """The half of `store.Store` that writes nothing."""

    def __init__(self, engine: Engine, place: str, key: bytes) -> None:
        self._engine, self.place, self._key = engine, place, key
        self._writer: Writer | None = None
        self.store_id = ""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the store, also from within `transaction`."""
        if self._writer is not None:
            self._writer.flush()
            yield self._writer.connection
            return
        with engines.reading(self._engine, self.place) as connection:
            yield connection

    def alerts(
        self,
        ids: Iterable[str] | None = None,
        *,
        subjects: Iterable[str] | None = None,
        states: Iterable[str] | None = None,
        job: str | None = None,
        present: bool | None = None,
        evidence: bool = False,
    ) -> list[dict[str, Any]]:
        """Alerts by id.

        Args:
            ids: Only these.
            subjects: Only those on these subjects, where ``ids`` says nothing.
            states: Only those in one of these states.
            job: Only those this job ever raised.
            present: With ``job``: only those its last run raised (True) or did not (False).
            evidence: Whether ``subject``, ``entry``, ``comparison`` and ``places`` come as what they stand for;
                their digests are then in ``subject_digest`` and so on.
        """
        query = select(ALERTS).order_by(ALERTS.c.alert_id)
        if states is not None:
            query = query.where(ALERTS.c.state.in_(list(states)))
        if job is not None:
            query = query.join(STANDINGS, STANDINGS.c.alert_id == ALERTS.c.alert_id).where(STANDINGS.c.job == job)
            if present is not None:
                stands = STANDINGS.c.present == RAISED
                query = query.where(stands if present else ~stands)
        with self.reading() as connection:
            if ids is None and subjects is not None:
                rows = self._of(connection, query, ALERTS.c.subject_id, subjects)
            elif ids is None:
                rows = [dict(row) for row in connection.execute(query).mappings()]
            else:
                rows = self._of(connection, query, ALERTS.c.alert_id, ids)
            if evidence:
                self._with_evidence(connection, rows)
        for row in rows:
            row["data"] = parsed(row["data"])
        return rows

    @staticmethod
    def _of(connection: Connection, query: Any, column: Any, values: Iterable[str]) -> list[dict[str, Any]]:
        """The rows in which a column has one of these values, some values at a time."""
        wanted, rows = sorted(set(values)), []
        for first in range(0, len(wanted), _AT_ONCE):
            some = query.where(column.in_(wanted[first : first + _AT_ONCE]))
            rows += [dict(row) for row in connection.execute(some).mappings()]
        return rows

    def _with_evidence(self, connection: Connection, rows: list[dict[str, Any]]) -> None:
        found = self._contents(connection, {row[side] for row in rows for side in _SIDES})
        for row in rows:
            for side in _SIDES:
                row[f"{side}_digest"], row[side] = row[side], found.get(row[side])

    def evidence(self, digests: Iterable[str]) -> dict[str, Any]:
        """What digests stand for."""
        with self.reading() as connection:
            return self._contents(connection, set(digests))

    def _contents(self, connection: Connection, digests: set[str]) -> dict[str, Any]:
        wanted, found = sorted(digests), {}
        for first in range(0, len(wanted), _AT_ONCE):
            query = select(EVIDENCE).where(EVIDENCE.c.digest.in_(wanted[first : first + _AT_ONCE]))
            found.update({row.digest: parsed(row.content) for row in connection.execute(query)})
        return found

    def decisions(self, alert_id: str | None = None) -> list[dict[str, Any]]:
        """Decisions in the order they were recorded; of one alert, or all."""
        query = select(DECISIONS).order_by(DECISIONS.c.seq)
        if alert_id is not None:
            query = query.where(DECISIONS.c.alert_id == alert_id)
        with self.reading() as connection:
            rows = [dict(row) for row in connection.execute(query).mappings()]
        return [{**row, "data": parsed(row["data"])} for row in rows]

    def events(
        self, alert_id: str | None = None, *, run_id: str | None = None, kinds: Iterable[str] | None = None
    ) -> list[dict[str, Any]]:
        """Records of the trail in their order: all, of one alert, of one run, or of some kinds."""
        query = select(TRAIL).order_by(TRAIL.c.seq)
        if alert_id is not None:
            query = query.where(TRAIL.c.alert_id == alert_id)
        if run_id is not None:
            query = query.where(TRAIL.c.run_id == run_id)
        if kinds is not None:
            query = query.where(TRAIL.c.kind.in_(list(kinds)))
        with self.reading() as connection:
            rows = [dict(row) for row in connection.execute(query).mappings()]
        return [{**row, "data": parsed(row["data"])} for row in rows]

    def runs(self, job: str | None = None) -> list[dict[str, Any]]:
        """Runs in the order they were recorded."""
        query = (
            select(RUNS, TRAIL.c.seq)
            .join(TRAIL, (TRAIL.c.run_id == RUNS.c.run_id) & TRAIL.c.kind.in_(["run", "look_back"]))
            .order_by(TRAIL.c.seq)
        )
        if job is not None:
            query = query.where(RUNS.c.job == job)
        with self.reading() as connection:
            rows = [dict(row) for row in connection.execute(query).mappings()]
        return [{**row, "facts": parsed(row["facts"]), "counts": parsed(row["counts"])} for row in rows]

    def head(self) -> Head:
        """The trail's end: what manifests and workbooks name."""
        if self._writer is not None:
            return self._writer.head()
        with self.reading() as connection:
            last = connection.execute(select(TRAIL.c.seq, TRAIL.c.mac).order_by(TRAIL.c.seq.desc()).limit(1)).first()
            store_id = connection.execute(select(META.c.value).where(META.c.name == "store_id")).scalar()
        if last is None or store_id is None:
            raise StoreError(
                "the store has no audit trail, or no id", where=engines.shown(self.place), remedy="restore a backup"
            )
        return Head(store_id, int(last.seq), last.mac)

    def verify(self, head: Head | Iterable[Head] = ()) -> list[verify.Finding]:
        """What is not as it was written, the first first; empty where all is well.

        Args:
            head: Heads of the trail from manifests and workbooks: without them a trail cut at its end looks whole.
        """
        with self.reading() as connection:
            return verify.verify(connection, self._key, [head] if isinstance(head, Head) else head)
