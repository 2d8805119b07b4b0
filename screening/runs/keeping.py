"""What a run keeps for the next one: nothing by itself, everything where it is a scheduled batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from heapq import nsmallest
from pathlib import Path
from typing import Final, Protocol, TypeVar

import pyarrow as pa

from screening.matching import Screener
from screening.reports.result import RunFacts, new_run_id
from screening.runs.screeners import screener
from screening.runs.settings import Settings
from screening.watchlists import Snapshot

Item = TypeVar("Item")


class Naming(Protocol):
    """How a run is named and remembered."""

    def begin(self, command: str, started: datetime) -> tuple[str, datetime]:
        """The run's id and beginning: its own, or those of the run it continues."""

    def remember(self, work: Path, run: RunFacts) -> AbstractContextManager[RunFacts]:
        """See `reports.folder.Remember`."""


MOST_LIKELY: Final = 1_000
"""Subjects kept for each name they may be, those that can score most."""


class Beside:
    """Names that the subjects of a run are looked for among while they are matched against the lists.

    Attributes:
        screener: Of those names.
        shown: Whether the subjects were shown to it.
    """

    def __init__(self, screener: Screener) -> None:
        self.screener = screener
        self.shown = False
        self._likely: dict[int, list[tuple[float, str]]] = {}

    def take(self, likely: Iterable[tuple[str, int, float]]) -> None:
        """Take note of what subjects may be: id, number of the name, the most they can score."""
        self.shown = True
        for subject, name, most in likely:
            self._likely.setdefault(name, []).append((-most, subject))

    def likely(self) -> set[str]:
        """The ids of the subjects that one of the names may be."""
        return {subject for each in self._likely.values() for _, subject in nsmallest(MOST_LIKELY, each)}


class Keeper(Naming, Protocol):
    """How a run is named, matched and remembered."""

    def prepare(self, snapshots: Sequence[Snapshot], settings: Settings) -> None:
        """Get ready to match against those lists."""

    def over(
        self, batches: Iterable[tuple[Item, pa.Table]], beside: Beside | None = None
    ) -> Iterator[tuple[Item, pa.Table]]:
        """Match batches of subjects, each coming with whatever it belongs to; the matches in the same order.

        ``beside`` may be given all subjects as well, or none of them.
        """

    def named(self, hits: pa.Table) -> pa.Table:
        """The rated hits of the run, each with the id of the alert it belongs to."""


class NoKeeper:
    """A single command: each run by itself.

    Args:
        folder: The data folder, where the index of the lists is kept.
    """

    def __init__(self, folder: str | Path | None = None) -> None:
        self._folder = folder

    def begin(self, command: str, started: datetime) -> tuple[str, datetime]:
        """A new id."""
        return new_run_id(command, started), started

    def prepare(self, snapshots: Sequence[Snapshot], settings: Settings) -> None:
        """Build the index, or take the one that is kept."""
        self._screener, self._limit = screener(snapshots, settings.threshold, self._folder), settings.rated

    def over(
        self, batches: Iterable[tuple[Item, pa.Table]], beside: Beside | None = None
    ) -> Iterator[tuple[Item, pa.Table]]:
        """Match one batch after the other."""
        for item, subjects in batches:
            if beside is None:
                yield item, self._screener.screen(subjects, limit=self._limit)
                continue
            matches, likely = self._screener.screen_beside(beside.screener, subjects, self._limit)
            beside.take(likely)
            yield item, matches

    def named(self, hits: pa.Table) -> pa.Table:
        """The hits as they are rated."""
        return hits

    def remember(self, work: Path, run: RunFacts) -> AbstractContextManager[RunFacts]:
        """Remember nothing."""
        return nullcontext(run)
