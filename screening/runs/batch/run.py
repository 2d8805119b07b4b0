"""A scheduled batch from its job file to its run folder and the store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from screening.alerts import review_rules, reviewers
from screening.alerts.seals import Sealer
from screening.alerts.service_levels import ServiceLevels
from screening.alerts.store import Store, load_key
from screening.errors import ExitCode, SettingsError
from screening.runs.address_part import AddressPart
from screening.runs.batch.files import KeptFiles, article_files, party_files
from screening.runs.batch.flow_job import FlowOutcome, measured
from screening.runs.batch.job import SCREENED, Job
from screening.runs.batch.keeper import BatchKeeper
from screening.runs.batch.past import PastSubjects
from screening.runs.batch.recovery import whole_already
from screening.runs.batch.remember import LOOK_BACK, REGULAR, Remembering
from screening.runs.batch.same_store import keep_in_mind, open_job_store
from screening.runs.batch.state import State, input_sha256
from screening.runs.batch.trade_files import trade_files
from screening.runs.contracts import Source
from screening.runs.finished import Run, written_manifest
from screening.runs.lists import read_cached
from screening.runs.own_book import MAPPED
from screening.runs.parts import parts_of
from screening.runs.pipeline import Options, execute
from screening.runs.progress import Progress, Silent
from screening.runs.review import Desk
from screening.watchlists.store import data_dir

_ROW_BYTES: Final = 100
"""About what a row of a table takes: how many there will be is told from the size of the files."""


@dataclass
class Outcome:
    """What came of a batch.

    Attributes:
        run: The run.
        job: The job.
        kind: ``regular`` or ``look_back``.
        continued: Whether it went on where a killed run was.
        already_done: Whether a killed run had done all, and only its folder was to be named.
        memory: What was remembered; None where all was done already.
        counts: How many subjects were matched, or taken from before.
        unchanged: Input files that were not read again.
        flows: What came of the job's trade statistics, if it has any.
    """

    run: Run
    job: Job
    kind: str = REGULAR
    continued: bool = False
    already_done: bool = False
    memory: Remembering | None = None
    counts: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    flows: FlowOutcome | None = None

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command line."""
        if self.job.fail_on_alert and self.kind != "flows" and self.run.open_alerts:
            return ExitCode.OPEN_ALERTS
        return self.run.exit_code


def default_store(folder: str | Path | None = None) -> Path:
    """Where alerts are kept when a job does not say."""
    return data_dir(folder) / "alerts.db"


def state_of(job: Job, folder: str | Path | None = None) -> State:
    """The job's state."""
    return State(job.state or data_dir(folder) / "jobs" / job.name)


def run_job(
    job: Job,
    *,
    only_changes: bool = False,
    as_of: date | None = None,
    subjects: str | Path | None = None,
    folder: str | Path | None = None,
    progress: Progress | None = None,
    store: Store | None = None,
    accept_losses: bool = False,
) -> Outcome:
    """Run a job.

    Args:
        job: See `job_reading.read_job`.
        only_changes: Take from the last run what neither changed subjects nor changed entries touch; the result is
            that of a full run.
        as_of: A look-back: today's subjects against the lists in force on that day.
        subjects: A look-back: a past run's folder, whose subjects are screened against the lists of today (or of
            ``as_of``).
        folder: The data folder.
        progress: Told what is being done.
        store: An open store; None: the job's.
        accept_losses: Close the alerts of what is gone from lists and tables that lost most of what they had, too.

    Raises:
        ListError: A list is missing, unusable or too old; nothing was screened.
        ScreeningError: The store, input or settings cannot be used, or the job is running already.
    """
    if (as_of is not None or subjects is not None) and not any(kind in job.inputs for kind in SCREENED):
        raise SettingsError(
            "a look-back screens parties, and the job has trade statistics only, which name nobody", where=job.path,
            remedy="name a job with [parties], [articles] or [trade]",
        )  # fmt: skip
    if as_of is not None:
        _dated(job, folder)
    state = state_of(job, folder)
    store = store or open_job_store(job, state)
    if as_of is None and subjects is None:
        with state.locked(job.name):
            keep_in_mind(job, state, store)
            return _all(job, state, store, only_changes, folder, progress, accept_losses)
    apart = State(state.folder / "look_back")  # nothing of it is ever taken for a regular run's
    with apart.locked(job.name):
        try:
            return _look_back(job, apart, store, as_of, subjects, folder, progress)
        finally:
            apart.forget_work()


def _dated(job: Job, folder: str | Path | None) -> None:
    """Whether it can be told which day the lists that are files are of."""
    for path in (each for each in job.lists or () if isinstance(each, Path)):
        if read_cached(path, folder).list_date is None:
            raise SettingsError(
                f"the list {path.name} does not say of which day it is: whether it was out then cannot be told",
                where=job.path,
                remedy="for --as-of put its day into its name, as in list_2026-01-31.csv, or import it (screening "
                "lists import FILE) and name it by its id",
            )


def _all(
    job: Job,
    state: State,
    store: Store,
    only_changes: bool,
    folder: str | Path | None,
    progress: Progress | None,
    accept_losses: bool,
) -> Outcome:
    """What names somebody is screened; trade statistics, which name nobody, make a run folder of their own."""
    outcome = None
    if any(kind in job.inputs for kind in SCREENED):
        outcome = _regular(job, state, store, only_changes, folder, progress, accept_losses)
    if "flows" not in job.inputs:
        assert outcome is not None  # noqa: S101  (a job has input of one kind or another)
        return outcome
    found = measured(job, state, store, progress)
    if outcome is None:
        return Outcome(found.run, job, kind="flows", flows=found)
    outcome.flows = found
    return outcome


def _regular(
    job: Job,
    state: State,
    store: Store,
    only_changes: bool,
    folder: str | Path | None,
    progress: Progress | None,
    accept_losses: bool,
) -> Outcome:
    plan = plan_of(job, only_changes, accept_losses)
    done = whole_already(job, state, store, plan, folder)
    if done is not None:
        run = Run(done, written_manifest(done), {})
        return Outcome(run, job, continued=True, already_done=True)
    runs = store.runs(job.name)
    last = next((run for run in reversed(runs) if run["kind"] == REGULAR), None)
    state.open_last(last["facts"].get("state") if last else None)
    memory = Remembering(
        job.name,
        state,
        store,
        plan,
        _desk(job, store, folder),
        only_changes=only_changes,
        last=last["facts"] if last else None,
        accept_losses=accept_losses,
    )
    run, keeper, unchanged = _screened(job, state, memory, only_changes, None, "", folder, progress)
    state.finish()
    return Outcome(
        run, job, continued=memory.continued, memory=memory, counts=keeper.counts, unchanged=unchanged
    )  # fmt: skip


def _desk(job: Job, store: Store, folder: str | Path | None) -> Desk:
    """What the report needs to be decided on; nobody need be there yet who may."""
    home = data_dir(folder)
    file = job.reviewers or home / reviewers.FILE
    people = reviewers.load(file) if job.reviewers or file.exists() else reviewers.Reviewers()
    levels = ServiceLevels.of(job.settings.service_levels, job.settings.holidays)
    sealer = Sealer(load_key(job.key_file))
    return Desk(store, sealer, people, levels, review_rules.load(), job.settings, home, datetime.now(UTC))


def _look_back(
    job: Job,
    state: State,
    store: Store,
    as_of: date | None,
    subjects: str | Path | None,
    folder: str | Path | None,
    progress: Progress | None,
) -> Outcome:
    lists = f"the lists in force on {as_of}" if as_of else "the lists in force today"
    who = f"the subjects of {_run_name(subjects)}" if subjects else "the subjects of today"
    says = f"Look-back: {who} against {lists}. These are no open alerts."
    memory = Remembering(job.name, state, store, plan_of(job, False), kind=LOOK_BACK)
    sources = [PastSubjects(subjects)] if subjects else None
    run, keeper, unchanged = _screened(job, state, memory, False, as_of, says, folder, progress, sources)
    return Outcome(run, job, kind=LOOK_BACK, memory=memory, counts=keeper.counts, unchanged=unchanged)


def _screened(
    job: Job,
    state: State,
    memory: Remembering,
    only_changes: bool,
    as_of: date | None,
    look_back: str,
    folder: str | Path | None,
    progress: Progress | None,
    sources: Sequence[Source] | None = None,
) -> tuple[Run, BatchKeeper, int]:
    screened = [each for kind, each in job.inputs.items() if kind in SCREENED]
    size = sum(path.stat().st_size for each in screened for path in each.files if path.is_file())
    keeper = BatchKeeper(
        state, memory, only_changes=only_changes, workers=job.processes, expected=size // _ROW_BYTES, folder=folder
    )  # fmt: skip
    trade, own = job.inputs.get("trade"), job.inputs.get("own")
    ours = [f"{MAPPED}{each}" for each in own.mapping] if own and sources is None else []
    reader = trade_files(trade.files, trade.mapping, trade.rates, state) if trade and sources is None else None
    beside = parts_of(
        list(trade.files) if trade and sources is None else (),
        list(own.files) if own and sources is None else (),
        mapping=[*(trade.mapping if trade else ()), *ours],
        rates=trade.rates if trade else None,
        follow=trade.follow if trade else (),
        goods=list(trade.goods) if trade else (),
        flag_rules=trade.rules if trade else None,
        reader=reader,
    )
    addresses = [AddressPart(folder)] if "parties" in job.inputs and sources is None else []
    if sources is None:
        also = beside.names if beside.parts else None
        beside_files = [input_sha256(path) for each in (trade, own) if each for path in each.files]
        depends = "\n".join([*beside_files, *(trade.mapping if trade else ()), *ours])
        sources = _sources(job, state, also, depends)
    options = Options(
        lists=list(job.lists) if job.lists is not None else None,
        out=job.out,
        settings=job.settings,
        as_of=as_of,
        data_dir=folder,
        progress=progress or Silent(),
        extra={
            "job": job.name,
            "job_file": str(job.path.absolute()),
            "job_sha256": hashlib.sha256(job.text.encode("utf-8", "replace")).hexdigest(),
        },
        keeper=keeper,
        look_back=look_back,
    )
    run = execute(job.name if not look_back else f"{job.name}-look-back", sources, options, [*addresses, *beside.parts])
    unchanged = sum(each.unchanged for each in sources if isinstance(each, KeptFiles))
    return run, keeper, unchanged + (reader.unchanged if reader is not None else 0)


def _sources(job: Job, state: State, also: Any, depends: str) -> list[Source]:
    sources: list[Source] = []
    if articles := job.inputs.get("articles"):
        sources.append(article_files(articles.files, state, also, depends))
    if parties := job.inputs.get("parties"):
        sources.append(party_files(parties.files, state, parties.mapping))
    return sources


def plan_of(job: Job, only_changes: bool, accept_losses: bool = False) -> str:
    """The hash of what a run is to do: the job, its input as it is now, and how."""
    files = [f"{path}\n{input_sha256(path)}" for each in job.inputs.values() for path in each.files]
    rules = job.settings.record().get("rating_rules_sha256", "")
    said = json.dumps([job.text, str(job.path.absolute()), only_changes, files, rules, accept_losses])
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()


def _run_name(place: str | Path | None) -> str:
    path = Path(place or "")
    return path.parent.name if path.name == "subjects.parquet" else path.name
