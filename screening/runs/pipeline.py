"""The pipeline every screening command enters: subjects in batches → matches → rated hits → a run folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from screening.alerts import rate
from screening.errors import ExitCode
from screening.intake.base import InputFile
from screening.intake.mentions import MENTION
from screening.model import FLOW_VERDICTS, FLOWS, HITS
from screening.reports.columns import Sheet
from screening.reports.folder import RunWriter
from screening.reports.result import FlagAlerts, RunFacts, Section
from screening.runs import lists as run_lists
from screening.runs.keeping import Keeper, NoKeeper
from screening.runs.memory import forget
from screening.runs.merging import Spool, best_hits, best_matches
from screening.runs.settings import Settings, combined
from screening.trade.picture import Picture
from screening.watchlists import Snapshot

DEFAULT_OUT = "reports"


class Progress(Protocol):
    """Told what a run is doing; the command line shows it, everybody else may ignore it."""

    def stage(self, text: str, total: int | None = None) -> None:
        """A new stage begins; ``total`` is how many steps it has, where known."""

    def advance(self, steps: int) -> None:
        """So many steps of the stage are done."""


class Silent:
    """Progress nobody looks at."""

    def stage(self, text: str, total: int | None = None) -> None:
        """Say nothing."""

    def advance(self, steps: int) -> None:
        """Say nothing."""


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
        settings: How the run screens and rates.
        hits: The rated hits so far.
        data_dir: The data folder, if one was named.
        progress: Told what is being done.
    """

    writer: RunWriter
    keeper: Keeper
    snapshots: Sequence[Snapshot]
    settings: Settings
    hits: pa.Table
    data_dir: str | Path | None
    progress: Progress


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a part of a run adds to the report; ``settings`` go into the manifest."""

    hits: pa.Table = field(default_factory=HITS.empty_table)
    inputs: Sequence[InputFile] = ()
    notes: Sequence[str] = ()
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


@dataclass(frozen=True)
class Run:
    """A finished run: its folder, and what stands in it.

    Attributes:
        path: The run folder.
        manifest: The content of ``manifest.json``.
        quarantined: Lists whose newest version is in quarantine, with the reason.
        notes: Warnings for a person.
    """

    path: Path
    manifest: dict[str, Any]
    quarantined: dict[str, str] = field(default_factory=dict)

    @cached_property
    def hits(self) -> pa.Table:
        """One row a hit, of schema `model.HITS`."""
        return pq.read_table(self.path / "hits.parquet")

    @cached_property
    def subjects(self) -> pa.Table:
        """One row for each place a subject was found, of schema `model.SUBJECTS`."""
        return pq.read_table(self.path / "subjects.parquet")

    @cached_property
    def rejects(self) -> pa.Table:
        """What could not be read, of schema `model.REJECTS`."""
        return pq.read_table(self.path / "rejects.parquet")

    def has(self, name: str) -> bool:
        """Whether the run wrote a table of that name."""
        return (self.path / f"{name}.parquet").exists()

    def table(self, name: str) -> pa.Table:
        """A further table of the run folder: ``flags``, ``records``, ``party_alerts``, ``chain_trades`` …

        Raises:
            FileNotFoundError: This run wrote none of that name.
        """
        return pq.read_table(self.path / f"{name}.parquet")

    @cached_property
    def flows(self) -> pa.Table:
        """Measures of trade flows, of schema `model.FLOWS`; empty where there were no trade statistics."""
        path = self.path / "flows.parquet"
        return pq.read_table(path) if path.exists() else FLOWS.empty_table()

    @cached_property
    def verdicts(self) -> pa.Table:
        """Verdicts on hubs and goods, of schema `model.FLOW_VERDICTS`; empty where there were no trade statistics."""
        path = self.path / "flow_verdicts.parquet"
        return pq.read_table(path) if path.exists() else FLOW_VERDICTS.empty_table()

    @property
    def workbook(self) -> Path:
        """The workbook a person reviews."""
        return self.path / "report.xlsx"

    @property
    def notes(self) -> list[str]:
        """Warnings for a person."""
        return list(self.manifest["notes"])

    @property
    def open_alerts(self) -> int:
        """Alerts nobody has decided on: all of them, where no store keeps decisions."""
        counts = self.manifest["counts"]
        return int(counts.get("open_alerts", counts["alerts"]))

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command line, but for ``--fail-on-alert``."""
        if self.quarantined:
            return ExitCode.LIST_IN_QUARANTINE
        return ExitCode.ROWS_REJECTED if self.manifest["counts"]["rejects"] else ExitCode.DONE


@dataclass(frozen=True, kw_only=True)
class Options:
    """What every screening command takes beside its input; see `screening.runs.articles`."""

    lists: Any = None
    out: str | Path = DEFAULT_OUT
    threshold: float | None = None
    why: str = ""
    settings: Any = None
    as_of: date | None = None
    data_dir: str | Path | None = None
    limit: int | None = None
    max_age: int | None = None
    progress: Progress | None = None
    example: bool = False
    extra: dict[str, Any] = field(default_factory=dict)
    """Further facts for the settings in the manifest: a mapping of columns, say."""
    keeper: Keeper | None = None
    look_back: str = ""


def execute(command: str, sources: Sequence[Source], options: Options, parts: Sequence[Part] = ()) -> Run:
    """Screen everything the sources give, let the parts do theirs, and write the run folder.

    Raises:
        ListError: A list is missing, unusable or too old; nothing was screened.
        ScreeningError: Input, settings or output folder cannot be used; nothing is left half-written.
    """
    started = datetime.now(UTC)
    progress = options.progress or Silent()
    settings = combined(
        options.settings,
        threshold=options.threshold,
        why=options.why,
        limit=options.limit,
        max_age=options.max_age,
    )
    lists = run_lists.resolve(
        options.lists,
        as_of=options.as_of,
        max_age=settings.max_age,
        folder=options.data_dir,
        tell=progress.stage,
    )
    keeper = options.keeper or NoKeeper()
    run_id, started = keeper.begin(command, started)
    with RunWriter(options.out, run_id) as writer:
        for part in parts:
            part.prepare(writer, progress)
        progress.stage(f"preparing {sum(len(each) for each in lists.snapshots):,} entries")
        keeper.prepare(lists.snapshots, settings)
        hits = _screen(sources, parts, keeper, lists.snapshots, settings, writer, progress)
        told: list[Told] = []
        for part in parts:
            stage = Stage(
                writer=writer, keeper=keeper, snapshots=lists.snapshots, settings=settings, hits=hits,
                data_dir=options.data_dir, progress=progress,
            )  # fmt: skip
            told.append(part.work(stage))
            hits = best_hits(pa.concat_tables([hits, told[-1].hits])) if len(told[-1].hits) else hits
        writer.add(hits=keeper.named(hits))
        facts = RunFacts(
            run_id=writer.path.name,
            command=command,
            started=started,
            snapshots=lists.snapshots,
            inputs=[*(each for one in sources for each in one.inputs), *(each for one in told for each in one.inputs)],
            settings=settings.record()
            | as_of_setting(options)
            | options.extra
            | {key: value for each in told for key, value in each.settings.items()},
            reasons=settings.recorded_reasons(),
            notes=list(
                dict.fromkeys(
                    [
                        *lists.notes,
                        *settings.notes(),
                        *(note for one in sources for note in one.notes),
                        *(note for one in told for note in one.notes),
                    ]
                )
            ),
            example=options.example,
            sections=[each for one in told for each in one.sections],
            sheets=_joined_sheets([each for one in told for each in one.sheets]),
            pictures=[each for one in told for each in one.pictures],
            flag_alerts=_flag_alerts(told, writer),
            look_back=options.look_back,
        )
        path = writer.finish(facts, progress=progress.stage, remember=keeper.remember)
    return Run(path, written_manifest(path), lists.quarantined)


def _screen(
    sources: Sequence[Source],
    parts: Sequence[Part],
    keeper: Keeper,
    snapshots: Sequence[Snapshot],
    settings: Settings,
    writer: RunWriter,
    progress: Progress,
) -> pa.Table:
    """Screen batch by batch, the parts looking on; only matches, which are few, are kept to the end.

    They are rated when all are found: a subject may stand in several batches, and what is said of it must not depend
    on where one ends.
    """
    found = []
    with Spool() as spool:
        for source in sources:
            progress.stage(source.title, source.expected())
            for feed, matches in keeper.over((feed, feed.subjects) for feed in source.feeds(snapshots)):
                found.append(matches)
                spool.add(feed.subjects)
                if parts:
                    hits = rate(matches, feed.subjects, snapshots, settings.rating())
                    for part in parts:
                        part.see(feed.subjects, hits, snapshots)
                writer.add(subjects=feed.subjects, rejects=feed.rejects)
                progress.advance(feed.steps)
                forget()
        best = best_matches(found, settings.limit)
        return rate(best, spool.rows(best), snapshots, settings.rating()) if len(best) else HITS.empty_table()


def mentioned(subjects: pa.Table) -> pa.Table:
    """The subjects that articles name."""
    return subjects.filter(pc.equal(subjects["role"], MENTION))


def _joined_sheets(sheets: Sequence[tuple[Sheet, Sequence[Mapping[str, Any]]]]) -> list[tuple[Sheet, list[Any]]]:
    """The sheets in their order, the rows of one that several parts have together."""
    rows: dict[str, tuple[Sheet, list[Any]]] = {}
    for sheet, some in sheets:
        rows.setdefault(sheet.title, (sheet, []))[1].extend(some)
    return list(rows.values())


def _flag_alerts(told: Sequence[Told], writer: RunWriter) -> FlagAlerts | None:
    """The alerts for red flags of all parts together; their tables are written."""
    found = [one.flag_alerts for one in told if one.flag_alerts is not None]
    if not found:
        return None
    alerts = pa.concat_tables([each.alerts for each in found])
    writer.table("party_alerts", alerts)
    for records in (each.records for each in found if each.records is not None):
        writer.table("party_alert_records", records)  # one part of a run has customs records
    places = {key: rows for each in found for key, rows in each.places.items()}
    return FlagAlerts(alerts, places, rules=next((each.rules for each in found if each.rules is not None), None))


def as_of_setting(options: Options) -> dict[str, Any]:
    """The past day whose lists were used, for the manifest."""
    return {"as_of": options.as_of.isoformat() if options.as_of else None}


def written_manifest(path: Path) -> dict[str, Any]:
    """The manifest as it stands in a run folder."""
    import json

    manifest: dict[str, Any] = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
    return manifest
