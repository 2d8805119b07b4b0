"""Trade statistics in a scheduled batch: measured anew when something of them changed, and then said what that is.

Statistics name nobody, so that they raise no alerts; what a reader waits for is a verdict on a hub and a good that is
another one than last month. A run that was killed is done again under its own name: nothing is there twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq

from screening.alerts.store import Store
from screening.intake.rates import Rates
from screening.made_with import made_with
from screening.reports.result import RunFacts, new_run_id
from screening.runs.batch.job import Input, Job
from screening.runs.batch.remember import made_with as made_by_rules
from screening.runs.batch.remember import synced
from screening.runs.batch.state import State, file_sha256, input_sha256, said_of_run, settle, written
from screening.runs.finished import Run, written_manifest
from screening.runs.progress import Progress
from screening.runs.store_files import FLOWS

_BEGUN: Final = "flows.json"
_VERDICTS: Final = "flow_verdicts.parquet"
_KEYS: Final = ("scope", "hub", "good", "reported_by", "frequency", "currency")
_TOLD: Final = ("hub", "good", "description", "reported_by")


@dataclass(frozen=True, slots=True)
class FlowOutcome:
    """What came of a job's trade statistics.

    Attributes:
        run: The run over them: this night's, or the last one where nothing changed.
        unchanged: Whether it is the last one.
        changes: Verdicts that are new, changed or gone since the last run: ``change, hub, good, description,
            reported_by, before, now``.
    """

    run: Run
    unchanged: bool = False
    changes: Sequence[Mapping[str, str]] = field(default_factory=tuple)


def measured(job: Job, state: State, store: Store, progress: Progress | None) -> FlowOutcome:
    """Measure the job's trade statistics, unless the last run did and all is as it was; the job's lock is held.

    Raises:
        ScreeningError: Input, rules, output folder or store cannot be used.
    """
    from screening.runs import flows

    said = job.inputs["flows"]
    plan = flow_plan(said)
    begun = said_of_run(state.folder / _BEGUN)
    if begun is not None:
        recorded = any(event["run_id"] == begun["run_id"] for event in store.events(kinds=[FLOWS]))
        settle(job.out, begun["run_id"], recorded=recorded)
        if recorded or begun["plan"] != plan:
            begun = None
    last = last_flows(job, store)
    if last is not None and last[0] == plan and _whole(last[1]):
        return FlowOutcome(Run(last[1], written_manifest(last[1])), unchanged=True)
    naming = _Naming(job, state, store, plan, begun)
    run = flows(
        list(said.files), mapping=said.mapping, out=job.out, rules=said.rules, goods=list(said.goods),
        rates=said.rates, progress=progress, naming=naming,
    )  # fmt: skip
    (state.folder / _BEGUN).unlink(missing_ok=True)
    return FlowOutcome(run, changes=changed_verdicts(last[1], run.path) if last is not None else ())


def flow_plan(said: Input) -> str:
    """The hash of all that measuring rests on: files, rules, goods, rates, mapping, and what the toolkit knows."""
    beside = [path for path in (said.rules, said.rates, *said.goods) if path is not None]
    parts = [f"{path}\n{input_sha256(path)}" for path in (*said.files, *beside)]
    parts += [*said.mapping, *Rates(said.rates).sources, made_with(), made_by_rules()["flag_rules"]]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def last_flows(job: Job, store: Store) -> tuple[str, Path] | None:
    """The plan and folder of the job's last run over trade statistics, as the audit trail names them.

    None where there was none, or its folder is gone or is not the one that was written.
    """
    events = [event for event in store.events(kinds=[FLOWS]) if event["data"].get("job") == job.name]
    if not events:
        return None
    place, data = job.out / str(events[-1]["run_id"]), events[-1]["data"]
    with suppress(OSError):
        if file_sha256(place / "manifest.json") == data["manifest_sha256"]:
            return str(data.get("plan", "")), place
    return None


def _whole(place: Path) -> bool:
    """Whether every file of a run folder is as its manifest says."""
    files = written_manifest(place)["files"]
    with suppress(OSError):
        return all(file_sha256(place / name) == digest for name, digest in files.items())
    return False


class _Naming:
    """Names the run before it begins, and has it in the audit trail when its folder is whole."""

    def __init__(self, job: Job, state: State, store: Store, plan: str, begun: Mapping[str, Any] | None) -> None:
        self._job, self._state, self._store, self._plan, self._begun = job, state, store, plan, begun

    def begin(self, command: str, started: datetime) -> tuple[str, datetime]:
        """See `runs.keeping.Naming`."""
        if self._begun is not None:
            return self._begun["run_id"], datetime.fromisoformat(self._begun["started"])
        run_id = new_run_id(command, started)
        about = {"run_id": run_id, "started": started.isoformat(), "plan": self._plan}
        written(self._state.folder / _BEGUN, json.dumps(about).encode())
        return run_id, started

    @contextmanager
    def remember(self, work: Path, run: RunFacts) -> Iterator[RunFacts]:
        """See `reports.folder.Remember`."""
        with self._store.transaction():
            yield replace(run, audit_trail=self._store.head().record())
            for path in sorted(work.iterdir()):
                synced(path)
            sha256 = file_sha256(work / "manifest.json")
            data = {"job": self._job.name, "manifest_sha256": sha256, "plan": self._plan}
            self._store.append(FLOWS, run_id=run.run_id, data=data)


def changed_verdicts(before: Path, now: Path) -> list[dict[str, str]]:
    """The verdicts of two run folders that differ, as `FlowOutcome.changes`; the strongest first."""
    old, new = _verdicts(before), _verdicts(now)
    found = []
    for key in {**new, **old}:
        was, is_now = (side.get(key) for side in (old, new))
        words = [_words(each) if each else "" for each in (was, is_now)]
        if words[0] == words[1]:
            continue
        about = is_now or was or {}
        kind = "new" if was is None else "gone" if is_now is None else "changed"
        found.append(
            {"change": kind, **{name: about[name] or "" for name in _TOLD}, "before": words[0], "now": words[1]}
        )
    return found


def _verdicts(folder: Path) -> dict[tuple[str, ...], dict[str, Any]]:
    columns = [*dict.fromkeys((*_KEYS, *_TOLD, "verdict", "certainty"))]
    try:
        rows = pq.read_table(folder / _VERDICTS, columns=columns).to_pylist()
    except OSError:
        return {}
    return {tuple(row[key] for key in _KEYS): row for row in rows}


def _words(row: Mapping[str, Any]) -> str:
    return row["verdict"] + (f" ({row['certainty']})" if row["certainty"] else "")
