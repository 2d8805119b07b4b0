"""The one way into the store: read, judged by the gates, kept, put in force or into quarantine, and
logged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from screening.errors import ListError, SettingsError
from screening.watchlists import gates
from screening.watchlists.history import NEVER_IN_FORCE, Version
from screening.watchlists.raw import raw_files
from screening.watchlists.seen import note_seen
from screening.watchlists.snapshot import Snapshot
from screening.watchlists.source import RawFile
from screening.watchlists.store import Store

Outcome = Literal["in force", "quarantine", "rejected", "unchanged", "historical", "failed"]


@dataclass(frozen=True, slots=True)
class Admitted:
    """What became of one list."""

    list_id: str
    outcome: Outcome
    snapshot_id: str = ""
    entries: int = 0
    entries_before: int | None = None
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def import_file(
    store: Store,
    path: str | Path,
    *,
    list_id: str | None = None,
    historical: bool = False,
    published: date | None = None,
) -> Admitted:
    """Import a list a person has got by hand: a file, a folder, a set of files, or a stored snapshot's raw
    files.

    Args:
        store: Where to.
        path: Any known format; see `Snapshot.read`.
        list_id: The list it is a copy of, where that is not told by its content.
        historical: For look-backs only: it is not put in force today, retired formats are read, no gate
        applies. published: Its publication date, where neither the file nor its name says it.

    Raises:
        ListError: It cannot be read, or it is older than nothing known.
        SettingsError: ``list_id`` or ``published`` cannot be used.
    """
    if list_id is not None and not list_id.strip():
        raise SettingsError("--as is empty", remedy="name the list, for example --as us_ofac_sdn")
    if published is not None and published > store.latest_day:
        raise SettingsError(
            f"--published {published} is still to come", remedy="give the day on which the list was published"
        )
    place = Path(path)
    snapshot = Snapshot.read(place, historical=historical)
    if list_id is not None and list_id != snapshot.list_id:
        snapshot = _renamed(store, snapshot, list_id.strip())
    files = raw_files(place, snapshot)
    origin = {"source": place.name, "published_by_hand": published.isoformat() if published else None}
    return admit(store, dated(snapshot, published), files, origin, historical=historical, attended=True)


def _renamed(store: Store, snapshot: Snapshot, list_id: str) -> Snapshot:
    """The snapshot under another list's id; no official list comes in under the id of another."""
    told, asked = store.catalogue.get(snapshot.list_id), store.catalogue.get(list_id)
    if told is not None and asked is not None and not asked.evidence_of(snapshot.format):
        raise SettingsError(
            f"this is {told.title} ({told.id}), not {asked.title} ({asked.id})",
            where=snapshot.snapshot_id,
            remedy="leave --as out",
        )
    name = list_id + snapshot.snapshot_id.removeprefix(snapshot.list_id)
    return replace(snapshot, list_id=list_id, snapshot_id=name)


def dated(snapshot: Snapshot, published: date | None) -> Snapshot:
    """The snapshot with a publication date it does not carry itself.

    Raises:
        SettingsError: It carries another one.
    """
    if published is None or snapshot.list_date == published:
        return snapshot
    if snapshot.list_date is not None:
        raise SettingsError(
            f"the list says it was published on {snapshot.list_date}, not {published}",
            where=snapshot.snapshot_id,
            remedy="leave --published out",
        )
    name = f"{snapshot.list_id}@{published}-{snapshot.sha256[:12]}"
    return replace(snapshot, list_date=published, snapshot_id=name)


def admit(
    store: Store,
    snapshot: Snapshot,
    files: Sequence[RawFile],
    origin: Mapping[str, Any],
    *,
    historical: bool = False,
    attended: bool = False,
) -> Admitted:
    """Keep a snapshot and put it in force if it passes the gates; see `screening.watchlists.gates`.

    Args:
        store: Where to.
        snapshot: As read.
        files: The files it was read from.
        origin: For the manifest and the log: at least ``source``; ``downloaded`` and ``validators`` from a
        download. historical: See `import_file`.
        attended: See `gates.check`.
    """
    known = store.catalogue.get(snapshot.list_id)
    with store.writing():
        state = store.state(snapshot.list_id)
        same = _same_content(state.versions, snapshot, historical)
        if same is not None and _readable(store, same):
            return _again(store, same, origin, snapshot)
        current = _current(store, state.current)
        verdict = gates.Verdict() if historical else gates.check(snapshot, current, known, attended=attended)
        warnings = list(verdict.warnings)
        if current is None and state.current is not None:
            warnings.append("the list that was in force is broken, so that nothing could be compared with it")
        stamp = {"retrieved": store.now().isoformat(timespec="seconds"), **origin}
        facts = store.put(snapshot, files, stamp)
        key = {name: facts[name] for name in ("list_id", "snapshot_id", "folder")}
        events: list[dict[str, Any]] = [{"event": "imported", **facts, "warnings": warnings}]
        if historical:
            events.append({"event": "historical", **key})
        elif verdict.passed:
            events.append({"event": "in_force", **key, "why": "passed the gates"})
        else:
            events.append({"event": "quarantined", **key, "reasons": verdict.failures})
        store.record(*events)
        if historical or verdict.passed:
            note_seen(store, snapshot.list_id)
    return Admitted(
        snapshot.list_id,
        "historical" if historical else "in force" if verdict.passed else "quarantine",
        snapshot.snapshot_id,
        len(snapshot),
        len(current) if current is not None else None,
        tuple(verdict.failures),
        tuple(warnings),
        tuple(snapshot.notes),
    )


def _same_content(versions: Sequence[Version], snapshot: Snapshot, historical: bool) -> Version | None:
    """The stored version of the same files, read by the same reader; a look-back copy does not stand for a
    current one.
    """
    for version in reversed(versions):
        same = version.sha256 == snapshot.sha256 and version.parser_version == snapshot.parser_version
        dates = version.list_date == snapshot.list_date or snapshot.list_date is None
        wanted = version.state != "rejected" if historical else version.state in ("current", *NEVER_IN_FORCE)
        if same and dates and wanted:
            return version
    return None


def _again(store: Store, version: Version, origin: Mapping[str, Any], snapshot: Snapshot) -> Admitted:
    """The same bytes once more: nothing is stored; that the publisher still shows them is worth a line in
    the log.
    """
    if origin.get("downloaded"):
        key = {"list_id": version.list_id, "snapshot_id": version.snapshot_id, "folder": version.folder}
        store.record({"event": "checked", **key, "how": "same content", "validators": origin.get("validators", {})})
    return Admitted(
        version.list_id,
        unchanged(version),
        version.snapshot_id,
        version.entries,
        version.entries,
        tuple(version.reasons),
        tuple(version.warnings),
        tuple(snapshot.notes),
    )


def unchanged(version: Version) -> Outcome:
    """What becomes of a version that comes in again: what it was."""
    return version.state if version.state in NEVER_IN_FORCE else "unchanged"  # type: ignore[return-value]


def _readable(store: Store, version: Version) -> bool:
    try:
        store.load(version)
    except ListError:
        return False
    return True


def _current(store: Store, version: Version | None) -> Snapshot | None:
    """The snapshot in force; None where there is none or it is broken, which a new one then mends."""
    if version is None:
        return None
    try:
        return store.load(version)
    except ListError:
        return None
