"""Which snapshots a run screens against: named ones, files and folders, ids in the store, or all in force."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from screening.errors import InputError, ListError, ScreeningError, SettingsError
from screening.made_with import code, made_with
from screening.named_paths import as_text, trouble_with
from screening.runs.kept_knowledge import at_hand
from screening.watchlists import Snapshot
from screening.watchlists.catalogue import CATALOGUE
from screening.watchlists.formats.own import FORMAT as OWN
from screening.watchlists.quarantine import quarantined
from screening.watchlists.raw import raw_files
from screening.watchlists.snapshot import MANIFEST
from screening.watchlists.source import gather
from screening.watchlists.store import Store, check_age, data_dir

P = ParamSpec("P")
R = TypeVar("R")
_KEPT = 40
"""Parsed files kept in the cache; the oldest go first."""


@dataclass(slots=True)
class Lists:
    """What is screened against, and what a report must say about it."""

    snapshots: list[Snapshot]
    quarantined: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def lists_first(function: Callable[P, R]) -> Callable[P, R]:
    """A command for which a list that cannot be used goes before whatever else is wrong.

    Where the input or the settings are wrong, its lists (``lists, as_of, data_dir, max_age``) are looked for all the
    same, so that a scheduled job hears of a missing list first.
    """

    @wraps(function)
    def ordered(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except (InputError, SettingsError):
            asked: dict[str, Any] = {name: kwargs.get(name) for name in ("lists", "as_of", "max_age")}
            resolve(**asked, folder=kwargs.get("data_dir"))  # type: ignore[arg-type]
            raise

    return ordered


def resolve(
    lists: Any = None,
    *,
    as_of: date | None = None,
    max_age: int | None = None,
    folder: str | Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Lists:
    """Find the snapshots to screen against.

    Args:
        lists: Snapshots, paths of lists in any known format, ids of lists or snapshots in the store; one or
            several. None: every list in force in the store.
        as_of: A past day, or today: the versions in force then.
        max_age: Refuse lists older than so many days.
        folder: The data folder, as `watchlists.store.data_dir` takes it.
        tell: Called with what is being done.

    Raises:
        ListError: A list is missing, unusable or too old, or there is none.
        SettingsError: The day is still to come.
    """
    at_hand(folder)
    store = Store(folder)
    if as_of is not None and as_of > store.latest_day:
        resolve(lists, max_age=max_age, folder=folder)  # a list that cannot be used goes first
        raise SettingsError(
            f"{as_of.isoformat()} is still to come: nobody knows the lists of that day",
            remedy="give a past day, or leave it out for the lists in force",
        )
    if lists is None:
        tell("loading the lists in force")
        found = store.snapshots_in_force(as_of, max_age=max_age)
        ids = [one.list_id for one in found]
        return _with_remarks(Lists(found, notes=_not_yet(store, ids, as_of)), store, ids, as_of)
    wanted = [lists] if isinstance(lists, str | Path | Snapshot) else list(lists)
    if not wanted or any(isinstance(each, str) and not each.strip() for each in wanted):
        raise ListError("no list was named", remedy="name one with --list, or leave it out for all in force")
    result, stored, dated = Lists([]), [], _Dated(as_of)
    for each in wanted:
        if isinstance(each, Snapshot):
            snapshot = each
        elif not isinstance(each, str | os.PathLike):
            raise ListError(
                f"not a list: {type(each).__name__}",
                remedy="give a Snapshot, a path, or an id in the store",
            )
        elif _is_path(each):
            tell(f"loading {each}")
            snapshot = read_cached(Path(each), folder)
            if not dated.in_force(snapshot, Path(each), result):
                continue
        else:
            tell(f"loading {each}")
            snapshot = _from_store(store, str(each), as_of, max_age)
            stored.append(snapshot.list_id)
        if max_age is not None and (isinstance(each, Snapshot) or _is_path(each)):
            check_age(snapshot.effective, max_age, as_of or store.today, snapshot.snapshot_id)
        if snapshot.snapshot_id not in {one.snapshot_id for one in result.snapshots}:
            result.snapshots.append(snapshot)
    dated.check(result)
    return _with_remarks(result, store, stored, as_of)


class _Dated:
    """Which of the lists that are named as files were out on a past day: of one list the newest that was.

    Args:
        day: The day; None: today, when every file is taken as it is.
    """

    def __init__(self, day: date | None) -> None:
        self._day = day
        self._later: dict[str, tuple[Path, date]] = {}

    def in_force(self, snapshot: Snapshot, path: Path, result: Lists) -> bool:
        """Whether the list is screened against; an older version of it is taken out of ``result``."""
        if self._day is None:
            return True
        if snapshot.list_date is None:
            result.notes.append(f"{path.name} does not say of which day it is: used as it is now")
            return True
        if snapshot.list_date > self._day:
            self._later[snapshot.list_id] = (path, snapshot.list_date)
            return False
        same = [one for one in result.snapshots if one.list_id == snapshot.list_id and one.list_date is not None]
        if any(one.list_date > snapshot.list_date for one in same if one.list_date is not None):
            return False
        result.snapshots = [one for one in result.snapshots if one not in same]
        return True

    def check(self, result: Lists) -> None:
        """Nobody must think that a list was screened against that was not out yet.

        Raises:
            ListError: Of a list only files of later days were named.
        """
        found = {one.list_id for one in result.snapshots}
        for list_id, (path, day) in self._later.items():
            if list_id not in found:
                raise ListError(
                    f"the list is of {day.isoformat()}, after {self._day}: it was not out then",
                    where=path,
                    remedy="name the file of the version that was in force then as well",
                )


def _is_path(named: Any) -> bool:
    if trouble := trouble_with(named):
        raise ListError(trouble.what, where=as_text(str(named)), remedy=trouble.remedy)
    if isinstance(named, Path) or Path(named).exists():
        return True
    return os.sep in named or "/" in named or bool(Path(named).suffix and "@" not in named)


def _from_store(store: Store, reference: str, as_of: date | None, max_age: int | None) -> Snapshot:
    if "@" not in reference and as_of is not None:
        return store.snapshots_in_force(as_of, [reference], max_age=max_age)[0]
    version = store.find(reference)
    if max_age is not None:
        check_age(version.fresh_on, max_age, as_of or store.today, version.snapshot_id)
    return store.load(version)


def _not_yet(store: Store, ids: list[str], as_of: date | None) -> list[str]:
    """Which of the lists in force today were not on a past day, in one line."""
    if as_of is None or as_of >= store.today:
        return []
    today = [list_id for list_id, state in sorted(store.states().items()) if state.current is not None]
    missing = [list_id for list_id in today if list_id not in ids]
    if not missing:
        return []
    which = "list was" if len(ids) == 1 else "lists were"
    return [
        f"on {as_of.isoformat()} {len(ids)} {which} in force here ({', '.join(ids)}), {len(today)} are today: "
        f"not screened against {', '.join(missing)}"
    ]


def fresh_days(snapshots: Sequence[Snapshot], store: Store) -> dict[str, date | None]:
    """By their ids the last day on which lists are known to have been the newest, as `Version.fresh_on` has it of those
    that are stored; None where nothing tells the age of one."""
    states = store.states()
    found = {}
    for one in snapshots:
        versions = states[one.list_id].versions if one.list_id in states else ()
        version = next((each for each in versions if each.snapshot_id == one.snapshot_id), None)
        found[one.snapshot_id] = version.fresh_on if version else one.effective
    return found


def _stale(result: Lists, store: Store, day: date) -> list[str]:
    """Which lists are older than the catalogue warns of, though nothing refuses them."""
    notes = []
    fresh = fresh_days(result.snapshots, store)
    for one in result.snapshots:
        known, fresh_on = store.catalogue.get(one.list_id), fresh[one.snapshot_id]
        if known is None or fresh_on is None:
            continue
        age = (day - fresh_on).days
        if age > known.max_age_days:
            notes.append(
                f"{one.list_id}: {age:,} days old, more than the {known.max_age_days} its catalogue entry allows; "
                "get a newer one, or have old ones refused with --max-age"
            )
    return notes


def _with_remarks(result: Lists, store: Store, ids: list[str], as_of: date | None) -> Lists:
    """With what must be said of the lists: own ones that were not wholly understood, old ones, and those whose newest
    version is in quarantine.
    """
    result.notes += _stale(result, store, as_of or store.today)
    result.notes += [f"{one.list_id}: {note}" for one in result.snapshots if one.format == OWN.id for note in one.notes]
    result.quarantined = quarantined(store, ids) if ids else {}
    result.notes += [
        f"{list_id}: the newest version is in quarantine ({reason}); screened on the last good one"
        for list_id, reason in result.quarantined.items()
    ]
    return result


def read_cached(path: Path, folder: str | Path | None = None) -> Snapshot:
    """Read a list from a path, or what was stored of it when the same files were read before.

    The files are hashed each time, so a change in any of them is noticed; a cache that cannot be written or
    read is done without.

    Raises:
        ListError: As `Snapshot.read`.
    """
    if (path / MANIFEST).is_file() or path.name == MANIFEST:
        return Snapshot.read(path)
    cache = data_dir(folder) / "cache" / "lists"
    entry = cache / _key(path, data_dir(folder) / CATALOGUE)
    if (entry / MANIFEST).is_file():
        with suppress(ScreeningError):
            snapshot = Snapshot.read(entry)
            if path.is_file() and len(snapshot.files) > 1:
                raw_files(path, snapshot)  # raises where a file beside the main one has changed
            with suppress(OSError):
                os.utime(entry)
            return snapshot
        shutil.rmtree(entry, ignore_errors=True)
    snapshot = Snapshot.read(path)
    with suppress(ScreeningError, OSError):
        snapshot.write(entry)
        _prune(cache)
    return snapshot


def _key(path: Path, own_catalogue: Path) -> str:
    """What a parsed list depends on: the files' content and names, the code and the knowledge that read them."""
    digest = hashlib.sha256()
    parts: Iterable[str] = (
        made_with(),
        code(),
        path.name,
        path.absolute().parent.name,
    )
    digest.update("\n".join(parts).encode("utf-8", "surrogateescape"))
    for file in sorted({each.path for each in gather(path)}):
        digest.update(f"\n{file.name} ".encode("utf-8", "surrogateescape"))
        with file.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    if path.is_file():  # a set: a file put beside it may belong to it
        beside = sorted(one.name for one in path.parent.iterdir() if one.is_file())
        digest.update("\n".join(beside).encode("utf-8", "surrogateescape"))
    if own_catalogue.is_file():
        digest.update(own_catalogue.read_bytes())
    return digest.hexdigest()[:32]


def _prune(cache: Path) -> None:
    entries = sorted((one for one in cache.iterdir() if one.is_dir()), key=lambda one: one.stat().st_mtime)
    for old in entries[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
