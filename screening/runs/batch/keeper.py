"""How a scheduled batch is matched: what was matched before a kill, or last night, is not matched again."""

from __future__ import annotations

import hashlib
import shutil
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Final, Protocol, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from screening.errors import ScreeningError
from screening.made_with import made_with
from screening.matching import Screener
from screening.model import MATCHES
from screening.reports.result import RunFacts
from screening.runs.batch import pool
from screening.runs.batch.entries import Differences, differences
from screening.runs.batch.pieces import Answers, Pieces, load_last, questions, with_questions
from screening.runs.batch.state import State
from screening.runs.keeping import Beside
from screening.runs.merging import carried, merged
from screening.runs.screeners import screener
from screening.runs.settings import Settings
from screening.watchlists import Snapshot

Item = TypeVar("Item")
SNAPSHOTS: Final = "snapshots"
_ALL, _CHANGED = "all", "changed"
FEWEST: Final = 20_000
"""Subjects for which processes of their own pay: each takes seconds to start."""


class Memory(Protocol):
    """Names the run and keeps it for good; see `remember.Remembering`."""

    def begin(self, command: str, started: datetime) -> tuple[str, datetime]:
        """See `runs.keeping.Keeper`."""

    def named(self, hits: pa.Table, snapshots: Sequence[Snapshot]) -> pa.Table:
        """See `runs.keeping.Keeper`."""

    def remember(self, work: Path, run: RunFacts) -> AbstractContextManager[RunFacts]:
        """See `reports.folder.Remember`."""


class BatchKeeper:
    """A `runs.keeping.Keeper` that keeps answers by question.

    Args:
        state: The job's.
        memory: Names the run and keeps it.
        only_changes: Whether what the last run knows is taken from it.
        workers: Processes; None for all processors.
        expected: About how many subjects there will be.
        folder: The data folder, where the index of the lists is kept.
    """

    def __init__(
        self,
        state: State,
        memory: Memory,
        *,
        only_changes: bool,
        workers: int | None = None,
        expected: int = 0,
        folder: str | Path | None = None,
    ) -> None:
        self._state, self._memory, self._folder = state, memory, folder
        self._only_changes, self._workers, self._expected = only_changes, workers, expected
        self._snapshots: Sequence[Snapshot] = ()
        self._last: Answers | None = None
        self.counts = {"matched": 0, "matched_before_the_kill": 0, "unchanged_since_the_last_run": 0}

    def begin(self, command: str, started: datetime) -> tuple[str, datetime]:
        """See `Memory`."""
        return self._memory.begin(command, started)

    def named(self, hits: pa.Table) -> pa.Table:
        """See `Memory`."""
        return self._memory.named(hits, self._snapshots)

    def remember(self, work: Path, run: RunFacts) -> AbstractContextManager[RunFacts]:
        """See `Memory`."""
        return self._memory.remember(work, run)

    def prepare(self, snapshots: Sequence[Snapshot], settings: Settings) -> None:
        """Look up what was done already, and keep the lists for the next run."""
        self._snapshots, self._settings = snapshots, settings
        rules = f"{made_with()}\n{settings.threshold!r}"
        lists = "\n".join(sorted(each.fingerprint for each in snapshots))
        self._engine = hashlib.sha256(f"{rules}\n{lists}".encode()).hexdigest()[:24]
        kind = hashlib.sha256(rules.encode()).hexdigest()[:24]
        self._pieces = Pieces(self._state, f"{kind}-{self._engine}")
        self._done = self._pieces.load()
        keep_snapshots(self._state, snapshots)
        if self._only_changes:
            self._last = _last_answers(self._state, kind)

    @cached_property
    def differences(self) -> Differences:
        """How the lists differ from the last run's."""
        return differences(last_snapshots(self._state), self._snapshots)

    def over(
        self, batches: Iterable[tuple[Item, pa.Table]], beside: Beside | None = None
    ) -> Iterator[tuple[Item, pa.Table]]:
        """Match batches; results come in their order, whoever matched them.

        ``beside`` is shown none: what was matched before is not cut into terms again.
        """
        makers = {
            _ALL: lambda: screener(self._snapshots, self._settings.threshold, self._folder),
            _CHANGED: lambda: Screener(self.differences.changed, threshold=self._settings.threshold),
        }
        workers = pool.count(self._workers)
        many = workers > 1 and (self._workers is not None or self._expected >= FEWEST)
        crew = pool.Pool(makers, workers) if many else pool.Here(makers, self._workers)
        waiting: deque[tuple[Item, _Batch]] = deque()
        try:
            for item, subjects in batches:
                waiting.append((item, self._begun(subjects, crew)))
                while len(waiting) > crew.ahead:
                    first, batch = waiting.popleft()
                    yield first, self._ended(batch)
            while waiting:
                first, batch = waiting.popleft()
                yield first, self._ended(batch)
        finally:
            crew.close()

    def _begun(self, subjects: pa.Table, crew: pool.Here | pool.Pool) -> _Batch:
        """Tell the questions of a batch that are new from those answered, and have the new ones worked on."""
        asked = questions(subjects)
        fresh, known = [], []
        for subject, question in asked.items():
            if question in self._done:
                self.counts["matched_before_the_kill"] += 1
            elif self._last is not None and question in self._last:
                known.append(subject)
            else:
                fresh.append(subject)
        self.counts["matched"] += len(fresh)
        self.counts["unchanged_since_the_last_run"] += len(known)
        batch = _Batch(asked, fresh, known)
        if fresh:
            batch.futures.append(crew.submit(_ALL, _of(subjects, fresh)))
        if known and self.differences.changed:
            batch.futures.append(crew.submit(_CHANGED, _of(subjects, known)))
        return batch

    def _ended(self, batch: _Batch) -> pa.Table:
        parts = [pool.result(future) for future in batch.futures]
        if batch.known and self._last is not None:
            found = [self._last.get(batch.asked[subject]) for subject in batch.known]
            old = [table for table in found if table is not None]
            if old:
                parts.append(carried(pa.concat_tables(old).select(MATCHES.names), self.differences.same))
        order = {subject: number for number, subject in enumerate(batch.asked)}
        new = merged(parts, order, None)
        if batch.fresh or batch.known:
            self._pieces.keep(
                [batch.asked[subject] for subject in (*batch.fresh, *batch.known)], with_questions(new, batch.asked)
            )
        before = [self._done.get(question) for question in batch.asked.values() if question in self._done]
        return merged([new, *(table for table in before if table is not None)], order, self._settings.rated)


class _Batch:
    """A batch that is being matched."""

    def __init__(self, asked: dict[str, bytes], fresh: list[str], known: list[str]) -> None:
        self.asked, self.fresh, self.known = asked, fresh, known
        self.futures: list[Future[pa.Table]] = []


def _of(subjects: pa.Table, ids: list[str]) -> pa.Table:
    if len(ids) == len(set(subjects.column("subject_id").to_pylist())):
        return subjects
    return subjects.filter(pc.is_in(subjects["subject_id"], pa.array(ids, pa.string())))


def _last_answers(state: State, kind: str) -> Answers | None:
    """The last run's answers, where the same matcher gave them at the same threshold."""
    engines = {name.split("/")[1] for name in state.kept_names("matches")}
    mine = [engine for engine in engines if engine.startswith(f"{kind}-")]
    return load_last(state, mine[0]) if len(mine) == 1 else None


def keep_snapshots(state: State, snapshots: Sequence[Snapshot]) -> None:
    """Keep the lists of the run that is on, and no others, so that the next can tell what changed.

    A run that was killed may have left an older version of a list: what this one finds does not rest on it.
    """
    folders = {}
    for snapshot in snapshots:
        name = hashlib.sha256(f"{snapshot.snapshot_id} {snapshot.sha256} {snapshot.parser_version}".encode())
        folders[state.work / SNAPSHOTS / name.hexdigest()[:24]] = snapshot
    if (state.work / SNAPSHOTS).is_dir():
        for left in set((state.work / SNAPSHOTS).iterdir()) - set(folders):
            shutil.rmtree(left)
    for folder, snapshot in folders.items():
        kept = state.kept_names(f"{SNAPSHOTS}/{folder.name}")
        if folder.exists():
            if all((state.work / each).exists() for each in kept):
                continue
            shutil.rmtree(folder)  # the process died while it was taken over
        if not kept or not all(state.take_over(each) for each in kept):
            shutil.rmtree(folder, ignore_errors=True)
            snapshot.write(folder)


def last_snapshots(state: State) -> list[Snapshot]:
    """The lists of the last run, as far as they are whole."""
    folders = sorted({name.rsplit("/", 1)[0] for name in state.kept_names(SNAPSHOTS)})
    found = []
    for folder in folders:
        if all(state.kept(name) is not None for name in state.kept_names(folder)):
            try:
                found.append(Snapshot.read(state.last / folder))
            except ScreeningError:  # written by another version: as if it had never been there
                continue
    return found
