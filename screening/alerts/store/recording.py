"""Recording a run: which of its alerts are new, still there, changed, back or gone, and why now.

Only what differs from the job's last run is written, so that the cost follows the alerts and the changes, not the
history.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import select

from screening.alerts.store import states, trail
from screening.alerts.store.raising import Known, Raised
from screening.alerts.store.reasons import Reasons
from screening.alerts.store.tables import ALERTS, EVIDENCE, RUNS, STANDINGS, TRAIL
from screening.alerts.store.writing import Writer, plain

KINDS: Final = ("new", "changed", "back", "gone")
"""Of changes; the trail's records of them bear the same names."""
_AT_ONCE: Final = 400
_SIDES: Final = ("subject", "entry", "comparison")


@dataclass(frozen=True, slots=True)
class RunRecord:
    """The facts of a run.

    Args:
        run_id: Its id; recording the same id again changes nothing and gives the same delta.
        job: Name of the job; alerts are gone when a later run of the same job does not raise them.
        started: ISO time in UTC, as is ``finished``.
        facts: Ready for JSON. ``snapshots`` (each with ``list_id, snapshot_id, list_date``), ``settings`` and
            ``made_with`` (``matcher, rules, flag_rules``) are read when reasons are told.
        kind: ``regular`` or ``look_back``; a look-back leaves alerts as they are.
    """

    run_id: str
    job: str
    started: str
    finished: str
    facts: Mapping[str, Any]
    command: str = "run"
    kind: str = "regular"


@dataclass(frozen=True, slots=True)
class Change:
    """What a run changed about one alert; ``kind`` is one of `KINDS`."""

    alert_id: str
    kind: str
    why: str
    before: str
    state: str


@dataclass(frozen=True, slots=True)
class Delta:
    """What a run changed.

    Attributes:
        previous: Id of the job's last run; empty where this is the first.
        changes: In the order of alert ids.
        still: Number of alerts that are as they were.
        clock_back: Whether the clock stands before the store's last record.
    """

    run_id: str
    previous: str
    changes: Sequence[Change] = field(default_factory=tuple)
    still: int = 0
    clock_back: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """Alerts by what became of them."""
        found = Counter(each.kind for each in self.changes)
        return {**{kind: found[kind] for kind in KINDS}, "still": self.still}


def record_run(
    writer: Writer,
    run: RunRecord,
    found: Sequence[Raised],
    now: Known | None,
    before: Known | None,
    ids_before: Mapping[str, Mapping[str, str]],
) -> Delta:
    """Write a run and what it changed; see `Store.record_run`."""
    last = last_run(writer, run.job)
    reasons = Reasons(json.loads(last["facts"]) if last else None, run.facts, before, now, ids_before)
    standing = _standing(writer, run.job)
    raised = {each.alert_id: each for each in found}
    known = _alerts(writer, {*raised, *(key for key, row in standing.items() if row["present"])})
    gone = [known[key] for key, row in standing.items() if row["present"] and key not in raised]
    fresh = [each for key, each in raised.items() if key not in known]
    evidence = _evidence(writer, [row[side] for row in gone for side in _SIDES])
    for row in gone:
        row["evidence"] = {side: evidence.get(row[side], {}) for side in _SIDES}
    reasons.look_up(
        [*(each.subject_id for each in fresh), *(row["subject_id"] for row in gone)],
        [*((each.list_id, each.entry_id) for each in fresh), *((row["list_id"], row["entry_id"]) for row in gone)],
    )
    book = _Book(writer, run, standing)
    book.know(found)
    changes = [book.new(each, reasons.of_new(each)) for each in fresh]
    changes += _seen(book, [(known[key], each) for key, each in raised.items() if key in known], reasons)
    elsewhere = _elsewhere(writer, run.job, [row["alert_id"] for row in gone])
    changes += [book.gone(row, *reasons.of_gone(row), elsewhere=row["alert_id"] in elsewhere) for row in gone]
    changes.sort(key=lambda change: change.alert_id)
    still = len(raised) - sum(change.kind != "gone" for change in changes)
    delta = Delta(run.run_id, last["run_id"] if last else "", changes, still, writer.clock_back)
    add_run(writer, run, delta.counts | {"alerts": len(raised)}, {"previous": delta.previous})
    return delta


def add_run(writer: Writer, run: RunRecord, counts: Mapping[str, int], data: Mapping[str, Any]) -> None:
    """Write the run's own row and its record."""
    row = {
        **{name: getattr(run, name) for name in ("run_id", "job", "kind", "command", "started", "finished")},
        "facts": trail.canonical(dict(run.facts)),
        "counts": trail.canonical(dict(counts)),
    }
    wrote = [writer.insert(RUNS, row)]
    writer.log("run" if run.kind == "regular" else run.kind, run_id=run.run_id, data=dict(data), touched=wrote)


def last_run(writer: Writer, job: str) -> dict[str, Any] | None:
    """The job's last regular run."""
    query = (
        select(RUNS, TRAIL.c.seq)
        .join(TRAIL, (TRAIL.c.run_id == RUNS.c.run_id) & (TRAIL.c.kind == "run"))
        .where(RUNS.c.job == job, RUNS.c.kind == "regular")
        .order_by(TRAIL.c.seq.desc())
        .limit(1)
    )
    row = writer.connection.execute(query).mappings().first()
    return dict(row) if row else None


def _seen(book: _Book, pairs: Sequence[tuple[dict[str, Any], Raised]], reasons: Reasons) -> list[Change]:
    """Alerts that were known: as they were, changed, or back."""
    differing = []
    for row, alert in pairs:
        digests = book.digests[alert.alert_id]
        same = all(row[side] == digests[side] for side in _SIDES) and row["priority"] == alert.priority
        if not same or not book.present(row["alert_id"]):
            differing.append((row, alert, same))
    evidence = _evidence(book.writer, [row[side] for row, _, same in differing if not same for side in _SIDES])
    changes = []
    for row, alert, same in differing:
        said = "" if same else reasons.of_changed(alert, {side: evidence.get(row[side], {}) for side in _SIDES})
        if book.present(row["alert_id"]):
            if said:
                changes.append(book.changed(row, alert, said))
            else:
                book.noted(row, alert)
        else:
            standing = book.standing(row["alert_id"])
            if said and standing and standing["why"].startswith(said):  # what made it go cannot be what brought it back
                said = reasons.of_compared(
                    alert, {side: evidence.get(row[side], {}) for side in _SIDES}, "it matches otherwise"
                )
            changes.append(book.back(row, alert, said))
    return changes


class _Book:
    """Writes what becomes of each alert."""

    def __init__(self, writer: Writer, run: RunRecord, standing: Mapping[str, Mapping[str, Any]]) -> None:
        self.writer, self.run, self._standing = writer, run, standing
        self.digests: dict[str, dict[str, str]] = {}

    def present(self, alert_id: str) -> bool:
        """Whether the job's last run raised it."""
        row = self._standing.get(alert_id)
        return bool(row and row["present"])

    def standing(self, alert_id: str) -> Mapping[str, Any] | None:
        """How the alert stands with the job; None where the job never raised it."""
        return self._standing.get(alert_id)

    def know(self, found: Iterable[Raised]) -> None:
        """Digest all evidence, and ask the store at once what of it is kept already."""
        for each in found:
            sides = (each.subject, each.entry, each.comparison, list(each.places))
            names = (*_SIDES, "places")
            self.digests[each.alert_id] = {
                name: trail.sha256(trail.canonical(side)) for name, side in zip(names, sides, strict=True)
            }
        self.writer.know(digest for sides in self.digests.values() for digest in sides.values())

    def new(self, alert: Raised, why: str) -> Change:
        row = {
            "alert_id": alert.alert_id,
            "state": "open",
            "first_raised": self.writer.at,
            "first_run": self.run.run_id,
            "data": "{}",
        }
        return self._write("new", alert, row, why, "", insert=True)

    def changed(self, row: Mapping[str, Any], alert: Raised, why: str) -> Change:
        state = states.when_changed(row["state"])
        return self._write("changed", alert, {**row, "state": state}, why, row["state"])

    def noted(self, row: Mapping[str, Any], alert: Raised) -> None:
        """Keep what is known now: it differs in nothing that makes the alert another."""
        contents = (alert.subject, alert.entry, alert.comparison, list(alert.places))
        digests, wrote = self.writer.evidence(contents)
        evidence = dict(zip((*_SIDES, "places"), digests, strict=True))
        names = ("entry_id", "entry_name", "subject_name")
        after = {**row, **evidence, **{name: plain(getattr(alert, name)) for name in names}}
        data = {"evidence": evidence, "job": self.run.job}
        touched = [*wrote, self.writer.update(ALERTS, after)]
        self.writer.log("noted", alert_id=alert.alert_id, run_id=self.run.run_id, data=data, touched=touched)

    def back(self, row: Mapping[str, Any], alert: Raised, said: str) -> Change:
        standing = self._standing.get(row["alert_id"])
        why = "raised by another job before" if standing is None else f"back after it was gone ({standing['why']})"
        state = states.when_back(row["state"], changed=bool(said))
        return self._write(
            "back", alert, {**row, "state": state}, f"{why}. {said[0].upper()}{said[1:]}" if said else why, row["state"]
        )

    def gone(self, row: Mapping[str, Any], cause: str, why: str, *, elsewhere: bool) -> Change:
        state = row["state"] if elsewhere else states.when_gone(row["state"], cause)
        after = {**row, "state": state, "why_now": f"gone: {why}", **self._moment()}
        wrote = [self.writer.update(ALERTS, after), self._stand(row["alert_id"], False, why)]
        self._log("gone", row["alert_id"], row["state"], state, why, wrote, {"cause": cause})
        return Change(row["alert_id"], "gone", why, row["state"], state)

    def _write(
        self, kind: str, alert: Raised, row: Mapping[str, Any], why: str, before: str, *, insert: bool = False
    ) -> Change:
        contents = (alert.subject, alert.entry, alert.comparison, list(alert.places))
        digests, wrote = self.writer.evidence(contents)
        columns = ("kind", "subject_id", "list_id", "entry_id", "priority", "match_strength")
        after = {
            **row,
            **{name: plain(getattr(alert, name)) for name in (*columns, "subject_name", "entry_name")},
            **dict(zip((*_SIDES, "places"), digests, strict=True)),
            "why_now": plain(why),
            **self._moment(),
        }
        write = self.writer.insert if insert else self.writer.update
        wrote = [*wrote, write(ALERTS, after), self._stand(alert.alert_id, True, why)]
        evidence = dict(zip((*_SIDES, "places"), digests, strict=True))
        self._log(kind, alert.alert_id, before, after["state"], why, wrote, {"evidence": evidence})
        return Change(alert.alert_id, kind, why, before, after["state"])

    def _moment(self) -> dict[str, Any]:
        return {"changed_at": self.writer.at, "changed_run": self.run.run_id}

    def _stand(self, alert_id: str, present: bool, why: str) -> trail.Touched:
        job = self.run.job
        row = {
            "job": job, "alert_id": alert_id, "present": int(present), "run_id": self.run.run_id, "why": plain(why)
        }  # fmt: skip
        write = self.writer.update if alert_id in self._standing else self.writer.insert
        return write(STANDINGS, row)

    def _log(
        self, kind: str, alert_id: str, before: str, state: str, why: str, wrote: list[trail.Touched], more: dict
    ) -> None:
        data = {"why": why, "before": before, "state": state, "job": self.run.job, **more}
        self.writer.log(kind, alert_id=alert_id, run_id=self.run.run_id, data=data, touched=wrote)


def recorded(writer: Writer, run_id: str) -> Delta | None:
    """The delta of a run that is in the store already, from the trail."""
    row = writer.connection.execute(select(RUNS).where(RUNS.c.run_id == run_id)).mappings().first()
    if row is None:
        return None
    query = select(TRAIL).where(TRAIL.c.run_id == run_id).order_by(TRAIL.c.seq)
    changes, previous = [], ""
    for record in writer.connection.execute(query).mappings():
        data = json.loads(record["data"])
        if record["kind"] in KINDS:
            changes.append(Change(record["alert_id"], record["kind"], data["why"], data["before"], data["state"]))
        elif record["kind"] == "run":
            previous = data["previous"]
    changes.sort(key=lambda change: change.alert_id)
    return Delta(run_id, previous, changes, json.loads(row["counts"]).get("still", 0))


def _standing(writer: Writer, job: str) -> dict[str, dict[str, Any]]:
    query = select(STANDINGS).where(STANDINGS.c.job == job)
    return {row["alert_id"]: dict(row) for row in writer.connection.execute(query).mappings()}


def _elsewhere(writer: Writer, job: str, ids: Sequence[str]) -> set[str]:
    """Which of the alerts another job still raises."""
    found: set[str] = set()
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        query = select(STANDINGS.c.alert_id).where(
            STANDINGS.c.job != job, STANDINGS.c.present == 1, STANDINGS.c.alert_id.in_(some)
        )
        found.update(writer.connection.execute(query).scalars())
    return found


def _alerts(writer: Writer, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    wanted, found = sorted(ids), {}
    for first in range(0, len(wanted), _AT_ONCE):
        query = select(ALERTS).where(ALERTS.c.alert_id.in_(wanted[first : first + _AT_ONCE]))
        found.update({row["alert_id"]: dict(row) for row in writer.connection.execute(query).mappings()})
    return found


def _evidence(writer: Writer, digests: Sequence[str]) -> dict[str, Any]:
    wanted, found = sorted(set(digests)), {}
    for first in range(0, len(wanted), _AT_ONCE):
        query = select(EVIDENCE).where(EVIDENCE.c.digest.in_(wanted[first : first + _AT_ONCE]))
        found.update({row.digest: json.loads(row.content) for row in writer.connection.execute(query)})
    return found
