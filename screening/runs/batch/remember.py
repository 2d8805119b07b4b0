"""How a scheduled batch is named and remembered: its alerts in the store, its state for the next run."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

import screening
from screening import reference
from screening.alerts import storing_decisions
from screening.alerts.store import Delta, Known, RunRecord, Store, raised
from screening.alerts.store.states import OPEN_STATES, label
from screening.moments import stamp
from screening.reports.manifest import versions
from screening.reports.result import RunFacts, new_run_id
from screening.runs.batch.changes import section_of, sheet_of
from screening.runs.batch.entry_ids import EntryIds, entry_ids
from screening.runs.batch.keeper import last_snapshots
from screening.runs.batch.state import State, file_sha256, link
from screening.runs.review import Desk, reviewable
from screening.runs.store_files import FOLDER, MANIFEST
from screening.watchlists import Snapshot

REGULAR, LOOK_BACK = "regular", "look_back"
_SUBJECTS: Final = "subjects.parquet"
_NOT_FOUND: Final = "not found now"
_MOST_INPUTS: Final = 1_000
"""Input files named one by one in the store; of more, their number and one hash. The manifest has all."""


@dataclass
class Remembering:
    """Names a run, and keeps it in the store when its folder is whole.

    Args:
        job: Name of the job.
        state: Its state.
        store: Where alerts are kept.
        plan: Hash of what the run is to do: a killed run of the same plan is continued under its own name.
        desk: What makes its report one that can be sent back with decisions; None: it is none.
        kind: ``regular`` or ``look_back``.
        only_changes: For the record.
        last: The facts of the job's last regular run; None where this is the first.
        accept_losses: Whether alerts are closed for lists and tables that lost most, too.
    """

    job: str
    state: State
    store: Store
    plan: str
    desk: Desk | None = None
    kind: str = REGULAR
    only_changes: bool = False
    last: Mapping[str, Any] | None = None
    accept_losses: bool = False

    def __post_init__(self) -> None:
        self._ids = EntryIds()
        self.delta: Delta | None = None
        self.continued = False
        self.lapsed = 0
        self.rows: list[dict[str, Any]] = []

    def begin(self, command: str, started: datetime) -> tuple[str, datetime]:
        """The id and beginning of the killed run that is continued, or new ones."""
        begun = self.state.begun()
        if begun is not None and begun["plan"] == self.plan:
            self.continued = True
            return begun["run_id"], datetime.fromisoformat(begun["started"])
        run_id = new_run_id(command, started)
        self.state.begin({"run_id": run_id, "started": started.isoformat(), "plan": self.plan})
        return run_id, started

    def named(self, hits: pa.Table, snapshots: Sequence[Snapshot]) -> pa.Table:
        """The hits with the ids under which their alerts were first raised, though a list's own ids changed."""
        if self.kind == REGULAR:
            self._ids = entry_ids(last_snapshots(self.state), snapshots, (self.last or {}).get("entry_ids") or {})
        return self._ids.named(hits)

    @contextmanager
    def remember(self, work: Path, run: RunFacts) -> Iterator[RunFacts]:
        """Record the run in one transaction that is committed when its folder is whole."""
        known = Known(work / _SUBJECTS, run.snapshots)
        hits = pq.read_table(work / "hits.parquet")
        found = raised(hits, known, run.flag_alerts.alerts if run.flag_alerts is not None else None)
        regular = self.kind == REGULAR
        if regular:
            link(work / _SUBJECTS, self.state.work / _SUBJECTS)
        facts = facts_of(run) | {
            "only_changes": self.only_changes,
            "state": self.state.seal() if regular else None,
            "entry_ids": self._ids.first,
        }
        record = RunRecord(
            run_id=run.run_id,
            job=self.job,
            started=stamp(run.started),
            finished=stamp(datetime.now(UTC)),
            facts=facts,
            command=run.command,
            kind=self.kind,
        )
        with self.store.transaction():
            self.delta = self.store.record_run(
                record,
                found,
                now=known,
                before=self._before(),
                ids_before=self._ids.before,
                accept_losses=self.accept_losses,
            )
            ids = {each.alert_id for each in found}
            if regular:
                self.lapsed = storing_decisions.lapse(
                    self.store, datetime.now().astimezone().date(), raised=ids, run_id=run.run_id
                )
            changed = {change.alert_id for change in self.delta.changes}
            self.rows = self.store.alerts({*ids, *self.delta.kept, *changed})
            self._say_what_matched([row for row in self.rows if row["alert_id"] in changed])
            yield self._told(run, ids)
            for path in sorted(work.iterdir()):
                synced(path)
            data = {"job": self.job, "manifest_sha256": file_sha256(work / MANIFEST)}
            self.store.append(FOLDER, run_id=run.run_id, data=data)

    def _say_what_matched(self, rows: list[dict[str, Any]]) -> None:
        """Add to alerts the listed name that matched; the entry's, where they are on no list."""
        compared = self.store.evidence(row["comparison"] for row in rows)
        for row in rows:
            row["matched_name"] = compared.get(row["comparison"], {}).get("matched_name") or row["entry_name"]

    def _before(self) -> Known | None:
        """What the job's last run knew, as far as it is whole."""
        subjects = self.state.kept(_SUBJECTS)
        return Known(subjects, last_snapshots(self.state)) if subjects is not None else None

    def _told(self, run: RunFacts, ids: set[str]) -> RunFacts:
        assert self.delta is not None  # noqa: S101
        head = self.store.head().record()
        if self.kind != REGULAR:
            standing = {"status": "Look-back", "why_now": run.look_back, "first_raised": None, "open": False}
            return replace(
                run,
                audit_trail=head,
                standings=dict.fromkeys(ids, standing),
                counts={"open_alerts": 0, "kind": LOOK_BACK},
            )
        kept = self.delta.kept
        shown = [row for row in self.rows if row["alert_id"] in ids or row["alert_id"] in kept]
        if self.desk is not None:
            run = reviewable(run, self.desk, shown)
        standings = {
            row["alert_id"]: {
                "status": label(row["state"]),
                "first_raised": row["first_raised"],
                "open": row["state"] in OPEN_STATES,
                **run.standings.get(row["alert_id"], {}),
                "why_now": _why_now(row, row["changed_run"] == run.run_id),
            }
            for row in shown
        }
        for alert_id, why in kept.items():
            standings[alert_id]["status"] += f", {_NOT_FOUND}"
            standings[alert_id]["why_now"] = f"{_NOT_FOUND}, kept open: {why}"
        notes = [*run.notes, *self._other_file(run), *self.delta.notes]
        if kept:
            are = "alert that was not found is" if len(kept) == 1 else "alerts that were not found are"
            notes.append(
                f"{len(kept):,} {are} kept open and stand on the sheet Alerts (Status: {_NOT_FOUND}). When all is "
                "there again they are as they were; if it is right that so much is gone, run the job once with "
                "--accept-losses, which closes them"
            )
        if self.lapsed:
            are = "alert is" if self.lapsed == 1 else "alerts are"
            notes.append(
                f"{self.lapsed:,} cleared {are} open again: the reason cannot be remembered, or the time was over "
                "(the column Why now says which)"
            )
        if self.delta.clock_back:
            notes.append(
                "the clock of this machine stands before the last record of the alert store: times in the audit trail "
                "are kept in its order; set the clock, if it is not that it stood wrong then"
            )
        return replace(
            run,
            audit_trail=head,
            standings=standings,
            kept=self.store.alerts(kept, evidence=True) if kept else (),
            notes=notes,
            counts={
                "open_alerts": sum(bool(each["open"]) for each in standings.values()),
                "delta": self.delta.counts,
                "kind": REGULAR,
            },
            sections=[section_of(self.delta), *run.sections],
            sheets=[*sheet_of(self.delta, self.rows), *run.sheets],
        )

    def _other_file(self, run: RunFacts) -> list[str]:
        """Two jobs of one name take each other's alerts for gone."""
        before = ((self.last or {}).get("settings") or {}).get("job_file")
        if before in (None, run.settings.get("job_file")):
            return []
        return [
            f"the last run of the job {self.job!r} was by another file, {before}: where both are run, give each a name "
            "of its own, or what one of them screens is gone for the other"
        ]


def _why_now(row: Mapping[str, Any], changed: bool) -> str:
    why = str(row["why_now"])
    return why if changed else f"as it was since {row['changed_at'][:10]}: {why}"


def facts_of(run: RunFacts) -> dict[str, Any]:
    """The facts of a run that the store keeps: enough to explain it when its folder is lost."""
    inputs = [{"path": each.path, "sha256": each.sha256, "rows_in": each.rows_in} for each in run.inputs]
    if len(inputs) > _MOST_INPUTS:
        whole = "\n".join(f"{each['path']} {each['sha256']}" for each in inputs)
        digest = hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()
        inputs = [{"files": len(inputs), "sha256_of_all": digest}]
    return {
        "inputs": inputs,
        "snapshots": [
            {
                "list_id": each.list_id,
                "snapshot_id": each.snapshot_id,
                "list_date": each.list_date.isoformat() if each.list_date else None,
                "sha256": each.sha256,
                "parser_version": each.parser_version,
                "entries": len(each),
            }
            for each in run.snapshots
        ],
        "settings": _plain(run.settings),
        "reasons": _plain(run.reasons),
        "look_back": run.look_back or None,
        "versions": versions(),
        "made_with": made_with(),
    }


@cache
def made_with() -> dict[str, str]:
    """What results rest on beside lists and settings, each with the hash of its files."""
    root = reference.lists_dir()

    def of(*names: str) -> str:
        digest = hashlib.sha256()
        for name in names:
            place = root / name
            for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
                if path.is_file():
                    digest.update(path.relative_to(root).as_posix().encode() + b"\n" + path.read_bytes())
        return digest.hexdigest()[:16]

    identifiers = ("rules/identifier_kinds.tsv", "rules/party_numbers.tsv")
    return {
        "matcher": f"{screening.__version__}+" + of("words", "scripts", "places", "rules/matching.toml", *identifiers),
        "rules": of("rules/rating.toml", "rules/measures.toml", *identifiers),
        "flag_rules": of("rules/red_flags.toml", "goods"),
    }


def _plain(value: Any) -> Any:
    """Ready for JSON, whatever a setting holds."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    if isinstance(value, (Sequence, set, frozenset)):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else str(value)


def synced(path: Path) -> None:
    """Have a file on the disk: what the store will speak of must be there before it does."""
    if path.is_file():
        with path.open("rb+") as stream:
            os.fsync(stream.fileno())
