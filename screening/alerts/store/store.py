"""`Store`: what the toolkit remembers between runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, select

from screening.alerts.store import engine as engines
from screening.alerts.store import migrations, recording, states, tables
from screening.alerts.store.deltas import Delta, RunRecord
from screening.alerts.store.key import key_check, load_key
from screening.alerts.store.raising import Known, Raised
from screening.alerts.store.reading import Reader
from screening.alerts.store.tables import ALERTS, DECISIONS
from screening.alerts.store.trail import Touched, canonical, parsed, sha256
from screening.alerts.store.writing import SYSTEM, Writer, plain
from screening.errors import NoStoreError, SettingsError, StoreError
from screening.moments import stamp, utc_now

_NOT_DECIDED: Final = {"decision_id", "recorded_at", "seq", "account", "source"}
"""Columns of a decision that are about how it came in, not about what was decided."""


def open_store(
    place: str | Path,
    *,
    key: bytes | str | Path | None = None,
    create: bool = True,
    now: Callable[[], datetime] = utc_now,
) -> Store:
    """Open a store, making it where it is not there and bringing an older one up to date.

    Args:
        place: A file (SQLite), or a URL: ``postgresql://user@host/name``.
        key: The trail's key: bytes, a file, or None for the environment; see `key.load_key`.
        create: Whether to make it; else one that is not there is an error.
        now: The clock, for tests.

    Raises:
        StoreError: It cannot be opened, is of a newer version, or is not there.
        SettingsError: There is no key, it is another store's, or the URL is wrong.
    """
    secret = load_key(key)
    if not create:
        check_there(place)
    store = Store(engines.connect(place), str(place), secret, now)
    store.prepare(create=create)
    return store


def open_for_checking(place: str | Path, *, key: bytes | str | Path | None = None) -> Store:
    """Open a store as it stands, whatever is wrong with it, to `Store.verify` it.

    Raises:
        StoreError: It is not there, or cannot be read at all.
        SettingsError: There is no key, or the URL is wrong.
    """
    secret = load_key(key)
    check_there(place)
    return Store(engines.connect(place), str(place), secret)


def check_there(place: str | Path) -> None:
    """Look whether the file of a store is there; of a URL its server knows.

    Raises:
        NoStoreError: It is not.
    """
    if "://" not in str(place) and not Path(place).expanduser().exists():
        remedy = "check the path; the first run of a job makes it: screening run JOB.toml"
        raise NoStoreError("there is no store", where=str(place), remedy=remedy)


class Store(Reader):
    """Alerts, runs, decisions, and the audit trail. Made by `open_store`.

    Every function that writes does so in one transaction with its trail record; several become one within
    `transaction`. Times are ISO text in UTC. Rows are dictionaries by column, see `tables`; ``data``, ``facts`` and
    ``counts`` are given as values, not as JSON.
    """

    def __init__(self, engine: Engine, place: str, key: bytes, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(engine, place, key)
        self._now = now

    # --- opening --------------------------------------------------------------------------------------------------

    def prepare(self, *, create: bool = True, steps: Sequence[migrations.Step] = migrations.STEPS) -> None:
        """Make the tables or bring them up to date; refuse what is newer or has another key."""
        with engines.reading(self._engine, self.place) as connection:
            version = migrations.version(connection)
        if version < len(steps):
            if version == 0 and not create:
                raise NoStoreError("there is no store", where=engines.shown(self.place), remedy="check the address")
            if version == 0:
                with engines.translated(self.place):
                    engines.use_wal(self._engine)
            with engines.writing(self._engine, self.place) as connection:
                migrations.migrate(connection, lambda: Writer(connection, self._key, self._now), self._key, steps)
        elif version > len(steps):
            raise StoreError(
                f"it is of version {version}, newer than the {len(steps)} this toolkit knows",
                where=engines.shown(self.place),
                remedy="use the newer toolkit that wrote it",
            )
        with engines.reading(self._engine, self.place) as connection:
            meta = migrations.meta(connection)
        self.store_id = meta.get("store_id", "")
        if meta.get("key_check") != key_check(self._key, self.store_id):
            raise SettingsError(
                "this is not the key of the store, or the store was tampered with",
                where=engines.shown(self.place),
                remedy="give the key it was made with; see: screening store verify",
            )

    # --- writing --------------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[Writer]:
        """What is written within is committed together, or not at all; may be nested.

        Raises:
            StoreError: It cannot be written.
        """
        if self._writer is not None:
            yield self._writer
            return
        with engines.writing(self._engine, self.place) as connection:
            self._writer = Writer(connection, self._key, self._now)
            try:
                yield self._writer
                self._writer.flush()
            finally:
                self._writer = None

    def record_run(
        self,
        run: RunRecord,
        found: Iterable[Raised],
        *,
        now: Known | None = None,
        before: Known | None = None,
        ids_before: Mapping[str, Mapping[str, str]] | None = None,
        accept_losses: bool = False,
    ) -> Delta:
        """Write a run and what it changed: alerts new, changed, back and gone, each with the reason.

        Args:
            run: Its facts. A run of this id that is there already is left as it is.
            found: What it raised; see `raising.raised`.
            now: What it knew of subjects and lists, to tell why alerts are gone.
            before: What the job's last run knew, to tell why alerts are new.
            ids_before: Of each list whose own ids of entries changed since, the id of every entry that was on it → its
                id then.
            accept_losses: Whether alerts are closed for lists and tables that lost most, too; see `losses`.

        Returns:
            The delta.
        """
        with self.transaction() as writer:
            known = recording.recorded(writer, run.run_id)
            if known is not None:
                return known
            if run.kind != "regular":
                rows = list(found)
                recording.add_run(writer, run, {"alerts": len(rows)}, {})
                return Delta(run.run_id, "")
            return recording.record_run(
                writer, run, list(found), now, before, ids_before or {}, accept_losses=accept_losses
            )

    def append(
        self,
        kind: str,
        *,
        alert_id: str | None = None,
        run_id: str | None = None,
        actor: str = SYSTEM,
        data: Mapping[str, Any] | None = None,
        state: str | None = None,
        alert_data: Mapping[str, Any] | None = None,
    ) -> None:
        """Add an event to the trail, and with it a new state or new facts of an alert.

        Args:
            kind: What happened, in a word or two: ``decided``, ``assigned``, ``import_refused`` …
            alert_id: The alert it concerns.
            run_id: The run it belongs to.
            actor: Who: the account, or ``system``.
            data: Whatever else is to be kept, ready for JSON.
            state: The alert's state from now on, one of `states.STATES`.
            alert_data: What to lay over the alert's ``data`` (assigned_to, due …).

        Raises:
            StoreError: There is no such alert.
            ValueError: There is no such state.
        """
        with self.transaction() as writer:
            wrote = self._altered(writer, alert_id, state, alert_data) if state or alert_data else []
            more = {"state": state} if state else {}
            writer.log(
                kind, alert_id=alert_id, run_id=run_id, actor=actor, data={**(data or {}), **more}, touched=wrote
            )

    def decide(
        self,
        decision: Mapping[str, Any],
        *,
        state: str | None = None,
        alert_data: Mapping[str, Any] | None = None,
        kind: str = "decided",
    ) -> bool:
        """Keep a decision and the alert's new state.

        Args:
            decision: ``alert_id, decision, reviewer, decided_on`` and any other column of `tables.DECISIONS`; what is
                not given is empty. The evidence and the time are the store's own. ``decision_id`` is made from the
                rest where it is not given.
            state: The alert's state from now on; None leaves it.
            alert_data: What to lay over the alert's ``data``.
            kind: The event's.

        Returns:
            Whether it is new; one that is there already changes nothing.

        Raises:
            StoreError: There is no such alert.
        """
        with self.transaction() as writer:
            writer.flush()
            alert = self._alert(writer.connection, str(decision["alert_id"]))
            row: dict[str, Any] = {column.name: "" for column in DECISIONS.columns} | {"stage": "first"}
            row |= {name: plain(str(value)) for name, value in decision.items() if name != "data"}
            row["data"] = canonical(dict(decision.get("data") or {}))
            row |= {side: alert[side] for side in ("subject", "entry", "comparison")}
            what = [row[name] for name in sorted(row) if name not in _NOT_DECIDED]
            row["decision_id"] = row["decision_id"] or sha256(canonical(what))[:32]
            there = select(DECISIONS.c.decision_id).where(DECISIONS.c.decision_id == row["decision_id"])
            if writer.connection.execute(there).first() is not None:
                return False
            row |= {"recorded_at": writer.at, "seq": writer.next_seq}
            wrote = [writer.insert(DECISIONS, row)]
            if state or alert_data:
                wrote += self._altered(writer, row["alert_id"], state, alert_data)
            data = {"decision": row["decision"], "stage": row["stage"], "decision_id": row["decision_id"]}
            actor = row["account"] or SYSTEM
            more = {"state": state, "before": alert["state"]} if state else {}
            writer.log(kind, alert_id=row["alert_id"], actor=actor, data=data | more, touched=wrote)
            return True

    def insert(self, table: Table, row: Mapping[str, Any], *, kind: str, **event: Any) -> None:
        """Add a row to any table, with its event; ``event`` as `append` takes it, but for states."""
        with self.transaction() as writer:
            writer.log(kind, touched=[writer.insert(table, row)], **event)

    def update(self, table: Table, row: Mapping[str, Any], *, kind: str, **event: Any) -> None:
        """Replace the row of that key, with its event."""
        with self.transaction() as writer:
            writer.log(kind, touched=[writer.update(table, row)], **event)

    def _altered(
        self, writer: Writer, alert_id: str | None, state: str | None, data: Mapping[str, Any] | None
    ) -> list[Touched]:
        if state is not None and state not in states.STATES:
            msg = f"there is no state {state!r}"
            raise ValueError(msg)
        writer.flush()
        row = self._alert(writer.connection, alert_id or "")
        row |= {"state": state or row["state"], "changed_at": writer.clock, "changed_run": None}
        row["data"] = canonical(parsed(row["data"]) | dict(data or {}))
        return [writer.update(ALERTS, row)]

    def _alert(self, connection: Connection, alert_id: str) -> dict[str, Any]:
        row = connection.execute(select(ALERTS).where(ALERTS.c.alert_id == alert_id)).mappings().first()
        if row is None:
            raise StoreError(f"there is no alert {alert_id!r}", where=engines.shown(self.place))
        return dict(row)


__all__ = ["Store", "canonical", "open_store", "stamp", "tables"]
