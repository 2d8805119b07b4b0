"""`screening lists update`: download, read, judge, store. The only part of the toolkit that uses the
network.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from screening.errors import ListError, ScreeningError, SettingsError
from screening.watchlists.admission import Admitted, admit, dated, unchanged
from screening.watchlists.body import Limits, Progress
from screening.watchlists.catalogue import CatalogueEntry, ListSource
from screening.watchlists.download import Fetched, fetch
from screening.watchlists.history import Version
from screening.watchlists.raw import raw_files
from screening.watchlists.snapshot import Snapshot
from screening.watchlists.store import Store


@dataclass(frozen=True)
class Updater:
    """Brings lists up to date.

    Args:
        store: Where to.
        limits: Time and space a download may take.
        progress: Told how a download goes.
        sleep: For tests.
    """

    store: Store
    limits: Limits = field(default_factory=Limits)
    progress: Progress | None = None
    sleep: Callable[[float], None] = time.sleep

    def update(self, list_ids: Sequence[str] = ()) -> list[Admitted]:
        """Update the named lists, or all that the catalogue has a URL for; one list's failure stops no other.

        Raises:
            ListError: The catalogue knows no such list; nothing was downloaded.
            SettingsError: It has no URL for one; nothing was downloaded.
        """
        return [self._one(entry, source) for entry, source in self._chosen(list_ids)]

    def _chosen(self, list_ids: Sequence[str]) -> list[tuple[CatalogueEntry, ListSource]]:
        catalogue = self.store.catalogue
        if not list_ids:
            return [(one, one.source) for one in catalogue.current if one.source is not None]
        chosen = []
        for list_id in dict.fromkeys(list_ids):
            entry = catalogue.get(list_id)
            if entry is None:
                known = ", ".join(one.id for one in catalogue.current)
                raise ListError(f"no list {list_id!r} in the catalogue", remedy=f"known are {known}")
            if entry.source is None:
                use = f"use {entry.use_instead} instead" if entry.use_instead else f"its licence: {entry.licence}"
                raise SettingsError(
                    f"{list_id} is not downloaded",
                    remedy=f"{use}, or: screening lists import FILE --as {list_id}",
                )
            chosen.append((entry, entry.source))
        return chosen

    def _one(self, entry: CatalogueEntry, source: ListSource) -> Admitted:
        try:
            return self._download(entry, source)
        except ScreeningError as error:
            with self.store.writing():
                self.store.record({"event": "failed", "list_id": entry.id, "reason": str(error)})
            return Admitted(entry.id, "failed", reasons=(str(error),))

    def _download(self, entry: CatalogueEntry, source: ListSource) -> Admitted:
        state = self.store.state(entry.id)
        last = state.last_import if state.last_import and state.last_import.validators else None
        work = Path(tempfile.mkdtemp(prefix="screening-"))
        try:
            fetched = self._fetch_set(source, work, self._trusted(last, source))
            validators = {one.url: one.validators for one in fetched if one.validators}
            if last is not None and all(one.path is None for one in fetched):
                return self._unchanged(last, validators)
            snapshot = Snapshot.read(_only(work), list_id=entry.id)
            moments = [one.modified for one in fetched if one.modified]
            if snapshot.list_date is None and moments:
                snapshot = dated(snapshot, max(moments).date())
            origin = {"source": " ".join(source.urls), "downloaded": True, "validators": validators}
            return admit(self.store, snapshot, raw_files(_only(work), snapshot), origin)
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def _fetch_set(self, source: ListSource, work: Path, known: dict[str, dict[str, str]]) -> list[Fetched]:
        """All files of the list. Where some changed and some did not, the rest is fetched too: a set is one
        thing.
        """
        first = [self._fetch(source, url, work, known.get(url)) for url in source.urls]
        if all(one.path is None for one in first):
            return first
        return [one if one.path is not None else self._fetch(source, one.url, work, None) for one in first]

    def _fetch(self, source: ListSource, url: str, work: Path, known: dict[str, str] | None) -> Fetched:
        return fetch(source, url, work, validators=known, limits=self.limits, progress=self.progress, sleep=self.sleep)

    def _trusted(self, last: Version | None, source: ListSource) -> dict[str, dict[str, str]]:
        """The validators of the copy we have, if it is of the same files, whole, and read by today's
        reader.
        """
        if last is None or set(last.validators) != set(source.urls):
            return {}
        try:
            snapshot = self.store.load(last)
        except ListError:
            return {}
        return last.validators if snapshot.parser_version == _parser_version() else {}

    def _unchanged(self, last: Version, validators: dict[str, dict[str, str]]) -> Admitted:
        key = {"list_id": last.list_id, "snapshot_id": last.snapshot_id, "folder": last.folder}
        with self.store.writing():
            self.store.record({"event": "checked", **key, "how": "not modified", "validators": validators})
        return Admitted(
            last.list_id,
            unchanged(last),
            last.snapshot_id,
            last.entries,
            last.entries,
            tuple(last.reasons),
            tuple(last.warnings),
        )


def _only(folder: Path) -> Path:
    """The one file in a folder, or the folder where there are several."""
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 else folder


def _parser_version() -> int:
    from screening.watchlists import snapshot

    return snapshot.PARSER_VERSION
