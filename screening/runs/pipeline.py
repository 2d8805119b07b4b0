"""The pipeline every screening command enters: subjects in batches → matches → rated hits → a run folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.alerts import rate
from screening.alerts.flag_alerts import together
from screening.errors import InputError
from screening.intake.mentions import names_to_screen
from screening.model import HITS
from screening.named_paths import as_text, is_text
from screening.reports.columns import Sheet
from screening.reports.folder import RunWriter
from screening.reports.result import FlagAlerts, RunFacts
from screening.runs import lists as run_lists
from screening.runs.companions import companions_of
from screening.runs.contracts import Part, Source, Stage, Told
from screening.runs.finished import Run, written_manifest
from screening.runs.forgetting import forget
from screening.runs.keeping import Keeper, NoKeeper
from screening.runs.merging import Spool, best_hits, best_matches, left_out, within_limit
from screening.runs.progress import Progress, Silent
from screening.runs.settings import Settings, combined
from screening.watchlists import Snapshot
from screening.watchlists.groups import Companions

DEFAULT_OUT = "reports"


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
    _check_text(options)
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
    keeper = options.keeper or NoKeeper(options.data_dir)
    run_id, started = keeper.begin(command, started)
    settings = replace(settings, on=options.as_of or started.date())
    with RunWriter(options.out, run_id) as writer:
        for part in parts:
            part.prepare(writer, progress)
        progress.stage(f"preparing {sum(len(each) for each in lists.snapshots):,} entries")
        keeper.prepare(lists.snapshots, settings)
        companions = companions_of(lists.snapshots, options.data_dir)
        every = _screen(sources, parts, keeper, lists.snapshots, companions, settings, writer, progress)
        hits = within_limit(every, settings.limit)
        beyond = left_out(every, hits, settings.limit)
        told: list[Told] = []
        for part in parts:
            stage = Stage(
                writer=writer, keeper=keeper, snapshots=lists.snapshots, companions=companions, settings=settings,
                hits=hits, data_dir=options.data_dir, progress=progress,
            )  # fmt: skip
            told.append(part.work(stage))
            hits = best_hits(pa.concat_tables([hits, told[-1].hits])) if len(told[-1].hits) else hits
        writer.add(hits=keeper.named(hits))
        facts = RunFacts(
            run_id=writer.path.name,
            command=command,
            started=started,
            snapshots=lists.snapshots,
            companions=companions,
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
                        *beyond,
                    ]
                )
            ),
            findings=[each for one in told for each in one.findings],
            example=options.example,
            sections=[each for one in told for each in one.sections],
            sheets=_joined_sheets([each for one in told for each in one.sheets]),
            pictures=[each for one in told for each in one.pictures],
            flag_alerts=_flag_alerts(told, writer),
            look_back=options.look_back,
        )
        path = writer.finish(facts, progress=progress.stage, remember=keeper.remember)
    return Run(path, written_manifest(path), lists.quarantined)


def _check_text(options: Options) -> None:
    """Look whether what was said on the command line is text: bytes that are none can be neither compared nor recorded.

    Raises:
        InputError: It is not.
    """
    given: list[Any] = [("why", options.why), *options.extra.items()]
    for name, value in given:
        for each in value if isinstance(value, list | tuple) else [value]:
            if isinstance(each, str) and not is_text(each):
                raise InputError(
                    f"{as_text(each)!r} is not text in UTF-8", where=f"--{name}", remedy="write it in UTF-8"
                )


def _screen(
    sources: Sequence[Source],
    parts: Sequence[Part],
    keeper: Keeper,
    snapshots: Sequence[Snapshot],
    companions: Companions,
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
            for feed, matches in keeper.over(
                (feed, names_to_screen(feed.subjects)) for feed in source.feeds(snapshots)
            ):
                found.append(matches)
                spool.add(feed.subjects)
                if parts:
                    hits = rate(matches, feed.subjects, snapshots, settings.rating(), companions)
                    for part in parts:
                        part.see(feed.subjects, within_limit(hits, settings.limit), snapshots)
                writer.add(subjects=feed.subjects, rejects=feed.rejects)
                progress.advance(feed.steps)
                forget()
        best = best_matches(found, settings.rated)
        if not len(best):
            return HITS.empty_table()
        return rate(best, spool.rows(best), snapshots, settings.rating(), companions)


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
    alerts = together([each.alerts for each in found])
    writer.table("party_alerts", alerts)
    for records in (each.records for each in found if each.records is not None):
        writer.table("party_alert_records", records)  # one part of a run has customs records
    places = {key: rows for each in found for key, rows in each.places.items()}
    return FlagAlerts(alerts, places, rules=next((each.rules for each in found if each.rules is not None), None))


def as_of_setting(options: Options) -> dict[str, Any]:
    """The past day whose lists were used, for the manifest."""
    return {"as_of": options.as_of.isoformat() if options.as_of else None}
