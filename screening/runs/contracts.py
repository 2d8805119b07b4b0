"""What the pipeline asks of those who give it subjects, and of the parts of a run beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

from screening.intake.base import InputFile
from screening.model import HITS
from screening.reports.columns import Sheet
from screening.reports.folder import RunWriter
from screening.reports.result import FlagAlerts, Section
from screening.runs.keeping import Keeper
from screening.runs.progress import Progress
from screening.runs.settings import Settings
from screening.trade.picture import Picture
from screening.watchlists import Snapshot
from screening.watchlists.groups import Companions


@dataclass(frozen=True, slots=True)
class Feed:
    """A batch of what is screened: its subjects, what was rejected, and how many steps of the whole it is."""

    subjects: pa.Table
    rejects: pa.Table
    steps: int


class Source(Protocol):
    """Where subjects come from: read in batches; its account is whole when the last batch is out."""

    title: str

    @property
    def inputs(self) -> Sequence[InputFile]:
        """The files that were read."""

    @property
    def notes(self) -> Sequence[str]:
        """What a person should see."""

    def expected(self) -> int | None:
        """How many steps there will be, where that is known beforehand."""

    def feeds(self, snapshots: Sequence[Snapshot]) -> Iterator[Feed]:
        """The batches."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What a part of a run is given when its turn comes.

    Attributes:
        writer: The run folder being written.
        keeper: Matches subjects with the lists.
        snapshots: The lists.
        companions: For an entry of a list the others that are the same party.
        settings: How the run screens and rates.
        hits: The rated hits so far.
        data_dir: The data folder, if one was named.
        progress: Told what is being done.
    """

    writer: RunWriter
    keeper: Keeper
    snapshots: Sequence[Snapshot]
    companions: Companions
    settings: Settings
    hits: pa.Table
    data_dir: str | Path | None
    progress: Progress


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a part of a run adds to the report; ``settings`` go into the manifest, ``findings`` are no alerts."""

    hits: pa.Table = field(default_factory=HITS.empty_table)
    inputs: Sequence[InputFile] = ()
    notes: Sequence[str] = ()
    findings: Sequence[str] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    sections: Sequence[Section] = ()
    sheets: Sequence[tuple[Sheet, Sequence[Mapping[str, Any]]]] = ()
    pictures: Sequence[Picture] = ()
    flag_alerts: FlagAlerts | None = None


class Part(Protocol):
    """A part of a run beside its subjects: customs records, the firm's own parties."""

    def prepare(self, writer: RunWriter, progress: Progress) -> None:
        """Read what it needs, before the lists are made ready, which takes memory."""

    def see(self, subjects: pa.Table, hits: pa.Table, snapshots: Sequence[Snapshot]) -> None:
        """Look at a batch of subjects the sources gave, with the rated hits on them."""

    def work(self, stage: Stage) -> Told:
        """Do its part, after the sources were screened."""
