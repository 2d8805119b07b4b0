"""The data folder: every snapshot ever imported, which of them is in force, and which was on any day.

    <data>/snapshots/<list>/<snapshot>.p<parser>/   five Parquet tables, snapshot.json, raw/ (as published)
    <data>/first_seen/<list>.parquet                when each entry was first seen
    <data>/log.jsonl                                what happened; the only place that says what is in force
    <data>/catalogue.toml                           the user's own additions to the catalogue, if any
    <data>/lock  <data>/tmp/                        one writer at a time; what is not whole yet

A snapshot's folder appears by one rename, then one append to the log makes it known: a crash leaves at worst
a folder nobody speaks of. Readers need no lock.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

import filelock
import platformdirs

from screening.errors import ListError
from screening.moments import utc_now
from screening.watchlists import disk
from screening.watchlists.catalogue import CATALOGUE, Catalogue, catalogue
from screening.watchlists.disk import safe_name
from screening.watchlists.history import ListState, Version, replay
from screening.watchlists.journal import Journal
from screening.watchlists.snapshot import MANIFEST, Snapshot
from screening.watchlists.source import RawFile

ENVIRONMENT = "SCREENING_DATA_DIR"
LOCK_SECONDS = 300.0
"""How long one process waits for another: the largest list is stored in seconds."""


def data_dir(chosen: str | Path | None = None) -> Path:
    """The data folder: the one chosen, else ``SCREENING_DATA_DIR``, else the system's place for user data."""
    named = chosen or os.environ.get(ENVIRONMENT)
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("screening", appauthor=False))


@dataclass
class Store:
    """The snapshots of one data folder.

    Args:
        folder: See `data_dir`; need not exist.
        now: The clock, for tests.
    """

    folder: Path
    now: Callable[[], datetime] = utc_now
    lock_seconds: float = LOCK_SECONDS

    def __init__(
        self,
        folder: str | Path | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
        lock_seconds: float = LOCK_SECONDS,
    ) -> None:
        self.folder, self.now, self.lock_seconds = data_dir(folder), now, lock_seconds

    @property
    def journal(self) -> Journal:
        """The log."""
        return Journal(self.folder / "log.jsonl")

    @property
    def own_catalogue(self) -> Path:
        """Where the user's own additions to the catalogue are looked for."""
        return self.folder / CATALOGUE

    @cached_property
    def catalogue(self) -> Catalogue:
        """The shipped catalogue with the user's own laid over it."""
        return catalogue(self.own_catalogue)

    @property
    def today(self) -> date:
        """The day it is, UTC."""
        return self.now().date()

    @property
    def latest_day(self) -> date:
        """The latest day it may be anywhere: one has begun elsewhere before it has at Greenwich."""
        return self.today + timedelta(days=1)

    def states(self) -> dict[str, ListState]:
        """Every list that was ever imported, by id: its versions and which is in force."""
        return replay(self.journal.read())

    def state(self, list_id: str) -> ListState:
        """The state of one list; empty where it was never imported."""
        return self.states().get(list_id) or ListState(list_id)

    # --- reading
    # ---------------------------------------------------------------------------------------------

    def path_of(self, version: Version) -> Path:
        """The folder of one stored version."""
        return self.folder / "snapshots" / safe_name(version.list_id) / version.folder

    def load(self, version: Version) -> Snapshot:
        """Read a stored version, every byte of it checked against the log.

        Raises:
            ListError: It is missing or no longer what was written.
        """
        folder = self.path_of(version)
        remedy = f"import the list again: screening lists update {version.list_id}"
        try:
            digest = hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()
        except OSError as error:
            raise ListError(
                f"snapshot {version.snapshot_id} is missing or unreadable ({error.strerror})",
                where=folder,
                remedy=remedy,
            ) from error
        if digest != version.manifest_sha256:
            raise ListError(
                f"the manifest of snapshot {version.snapshot_id} is not what was written",
                where=folder,
                remedy=remedy,
            )
        return Snapshot.read(folder)

    def in_force(self, as_of: date | None = None, list_ids: Sequence[str] | None = None) -> list[Version]:
        """The versions in force today, or on a past day, one a list at most, by list id.

        On a past day that is what was in force in this store at the end of it; for lists this store did not
        have yet, the newest version published by then.

        Raises:
            ListError: A list that was asked for by name had none, or none had.
        """
        states = self.states()
        day = None if as_of is None or as_of >= self.today else as_of
        wanted = list(dict.fromkeys(list_ids)) if list_ids is not None else sorted(states)
        found = []
        for list_id in wanted:
            version = states[list_id].in_force(day) if list_id in states else None
            if version is not None:
                found.append(version)
            elif list_ids is not None:
                raise self._nothing(list_id, states.get(list_id), day)
        if not found:
            raise ListError(
                "no list is in force" + (f" on {day}" if day else ""),
                where=self.folder,
                remedy="get one with: screening lists update, or: screening lists import FILE",
            )
        return found

    def snapshots_in_force(
        self, as_of: date | None = None, list_ids: Sequence[str] | None = None, *, max_age: int | None = None
    ) -> list[Snapshot]:
        """The snapshots to screen against; see `in_force`.

        Args:
            as_of: A past day, for look-backs.
            list_ids: Only these lists; without it, all.
            max_age: Refuse lists older than so many days, counted on the day that is screened for.

        Raises:
            ListError: A list is missing, broken or too old.
        """
        versions = self.in_force(as_of, list_ids)
        if max_age is not None:
            for version in versions:
                check_age(version.fresh_on, max_age, as_of or self.today, version.snapshot_id)
        return [self.load(version) for version in versions]

    def find(self, reference: str) -> Version:
        """A stored version by snapshot id, or by list id for the one in force.

        Raises:
            ListError: There is none.
        """
        states = self.states()
        for state in states.values():
            named = [one for one in state.versions if reference in (one.snapshot_id, one.folder)]
            if named:
                return named[-1]
        if reference in states and states[reference].current is not None:
            return states[reference].current  # type: ignore[return-value]
        raise self._unknown(reference, states)

    def _unknown(self, reference: str, states: Mapping[str, ListState]) -> ListError:
        """What to say of a list that is named and not there: one of the catalogue, a slip, or unheard of."""
        list_id = reference.partition("@")[0]
        if self.catalogue.get(list_id) is not None and list_id not in states:
            return self._nothing(list_id, None, None)
        if reference in states:
            return self._nothing(reference, states[reference], None)
        ids = [*states, *(one.id for one in self.catalogue.lists)]
        versions = [one.snapshot_id for state in states.values() for one in state.versions]
        close = get_close_matches(reference, versions if "@" in reference else ids, n=1)
        return ListError(
            f"no snapshot or list {reference!r} in the store",
            where=self.folder,
            remedy=f"did you mean {close[0]}?" if close else "see: screening lists show",
        )

    # --- writing
    # ---------------------------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the store's lock: one writer at a time, across processes.

        Raises:
            ListError: Another process held it for too long, or the folder cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = filelock.FileLock(self.folder / "lock", timeout=self.lock_seconds)
            with lock:
                shutil.rmtree(self.folder / "tmp", ignore_errors=True)  # left by a process that died with the lock
                yield
        except filelock.Timeout as error:
            raise ListError(
                "another process is writing to the list store",
                where=self.folder,
                remedy="wait for it and try again",
            ) from error
        except OSError as error:
            raise ListError(
                f"the list store cannot be written ({error.strerror or error})",
                where=self.folder,
                remedy="choose another folder with --data-dir",
            ) from error

    def put(self, snapshot: Snapshot, raw: Sequence[RawFile], origin: Mapping[str, Any]) -> dict[str, Any]:
        """Store a snapshot with its raw files, whole or not at all, and return the facts for the log.

        Call it inside `writing`. A folder that is there already is kept if it is whole, and replaced if it
        is broken.
        """
        folder = f"{safe_name(snapshot.snapshot_id)}.p{snapshot.parser_version}"
        place = Path("snapshots", safe_name(snapshot.list_id), folder)
        return {
            "list_id": snapshot.list_id,
            "snapshot_id": snapshot.snapshot_id,
            "folder": folder,
            "list_date": snapshot.list_date.isoformat() if snapshot.list_date else None,
            "entries": len(snapshot),
            "sha256": snapshot.sha256,
            "format": snapshot.format,
            "evidence": snapshot.evidence,
            "parser_version": snapshot.parser_version,
            **origin,
            "manifest_sha256": disk.write_version(self.folder / "tmp", self.folder / place, snapshot, raw, origin),
        }

    def record(self, *events: Mapping[str, Any]) -> None:
        """Add events to the log, stamped with the time. Call it inside `writing`."""
        stamp = self.now().astimezone(UTC).isoformat(timespec="seconds")
        self.journal.append([{"time": stamp, **event} for event in events])

    def _nothing(self, list_id: str, state: ListState | None, day: date | None) -> ListError:
        if state is None:
            known = self.catalogue.get(list_id)
            where = f"{list_id} ({known.title})" if known else list_id
            update = f"screening lists update {list_id}, or with a file you have: " if known and known.source else ""
            remedy = f"get it with: {update}screening lists import FILE --as {list_id}"
            return ListError("the list was never imported", where=where, remedy=remedy)
        if day is not None:
            return ListError(
                f"no version of the list was in force on {day}",
                where=list_id,
                remedy=f"import one of that time: screening lists import FILE --as {list_id} --historical",
            )
        if state.versions and all(one.state == "rejected" for one in state.versions):
            reason = "; ".join(state.versions[-1].reasons)
            remedy = f"import the right one: screening lists import FILE --as {list_id}"
            return ListError(f"the list has no version in force ({reason})", where=list_id, remedy=remedy)
        return ListError(
            "the list has no version in force, only in quarantine"
            + (f" ({'; '.join(state.waiting.reasons)})" if state.waiting else ""),
            where=list_id,
            remedy=f"check it, then: screening lists accept {list_id} --reason … --by …",
        )


def snapshots_in_force(
    as_of: date | None = None,
    list_ids: Sequence[str] | None = None,
    *,
    folder: str | Path | None = None,
    max_age: int | None = None,
) -> list[Snapshot]:
    """The snapshots in force in the data folder; see `Store.snapshots_in_force`."""
    return Store(folder).snapshots_in_force(as_of, list_ids, max_age=max_age)


def check_age(fresh_on: date | None, max_age: int, today: date, name: str) -> None:
    """Refuse a list that is older than ``max_age`` days, or of unknown age.

    Raises:
        ListError: It is; exit code 4.
    """
    remedy = "update it with: screening lists update, or raise --max-age"
    if fresh_on is None:
        remedy = "put its date into the file's name (list_2026-08-20.csv), or leave out --max-age"
        raise ListError("the list says no date, so its age is not known", where=name, remedy=remedy)
    age = (today - fresh_on).days
    if age > max_age:
        raise ListError(f"the list is {age} days old, more than the {max_age} allowed", where=name, remedy=remedy)
