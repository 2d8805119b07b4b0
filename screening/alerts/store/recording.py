"""Recording a run: which of its alerts are new, still there, changed, back or gone, and why now.

Only what differs from the job's last run is written, so that the cost follows the alerts and the changes, not the
history.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select

from screening.alerts.store import trail
from screening.alerts.store.book import SIDES, Book
from screening.alerts.store.deltas import KINDS, Change, Delta, RunRecord
from screening.alerts.store.losses import losses
from screening.alerts.store.raising import Known, Raised
from screening.alerts.store.reasons import Reasons
from screening.alerts.store.tables import ALERTS, EVIDENCE, RUNS, STANDINGS, TRAIL
from screening.alerts.store.writing import Writer

_AT_ONCE: Final = 400


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
    last_facts = trail.parsed(last["facts"]) if last else None
    reasons = Reasons(last_facts, run.facts, before, now, ids_before)
    standing = _standing(writer, run.job)
    raised = {each.alert_id: each for each in found}
    known = _alerts(writer, {*raised, *(key for key, row in standing.items() if row["present"])})
    gone = [known[key] for key, row in standing.items() if row["present"] and key not in raised]
    fresh = [each for key, each in raised.items() if key not in known]
    evidence = _evidence(writer, [row[side] for row in gone for side in SIDES])
    for row in gone:
        row["evidence"] = {side: evidence.get(row[side], {}) for side in SIDES}
    reasons.look_up(
        [*(each.subject_id for each in fresh), *(row["subject_id"] for row in gone)],
        [*((each.list_id, each.entry_id) for each in fresh), *((row["list_id"], row["entry_id"]) for row in gone)],
    )
    book = Book(writer, run, standing)
    book.know(found)
    changes = [book.new(each, reasons.of_new(each)) for each in fresh]
    changes += _seen(book, [(known[key], each) for key, each in raised.items() if key in known], reasons)
    elsewhere = _elsewhere(writer, run.job, [row["alert_id"] for row in gone])
    lost = losses(last_facts, run.facts, before, now)
    for row in gone:
        cause, why = lost.cause(row, *reasons.of_gone(row))
        changes.append(book.gone(row, cause, why, elsewhere=row["alert_id"] in elsewhere))
    changes.sort(key=lambda change: change.alert_id)
    still = len(raised) - sum(change.kind != "gone" for change in changes)
    delta = Delta(run.run_id, last["run_id"] if last else "", changes, still, writer.clock_back, lost.notes)
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


def _seen(book: Book, pairs: Sequence[tuple[dict[str, Any], Raised]], reasons: Reasons) -> list[Change]:
    """Alerts that were known: as they were, changed, or back."""
    differing = []
    for row, alert in pairs:
        digests = book.digests[alert.alert_id]
        same = all(row[side] == digests[side] for side in SIDES) and row["priority"] == alert.priority
        if not same or not book.present(row["alert_id"]):
            differing.append((row, alert, same))
    evidence = _evidence(book.writer, [row[side] for row, _, same in differing if not same for side in SIDES])
    changes = []
    for row, alert, same in differing:
        said = "" if same else reasons.of_changed(alert, {side: evidence.get(row[side], {}) for side in SIDES})
        if book.present(row["alert_id"]):
            if said:
                changes.append(book.changed(row, alert, said))
            else:
                book.noted(row, alert)
        else:
            standing = book.standing(row["alert_id"])
            if said and standing and standing["why"].startswith(said):  # what made it go cannot be what brought it back
                said = reasons.of_compared(
                    alert, {side: evidence.get(row[side], {}) for side in SIDES}, "it matches otherwise"
                )
            changes.append(book.back(row, alert, said))
    return changes


def recorded(writer: Writer, run_id: str) -> Delta | None:
    """The delta of a run that is in the store already, from the trail."""
    row = writer.connection.execute(select(RUNS).where(RUNS.c.run_id == run_id)).mappings().first()
    if row is None:
        return None
    query = select(TRAIL).where(TRAIL.c.run_id == run_id).order_by(TRAIL.c.seq)
    changes, previous = [], ""
    for record in writer.connection.execute(query).mappings():
        data = trail.parsed(record["data"])
        if record["kind"] in KINDS:
            changes.append(Change(record["alert_id"], record["kind"], data["why"], data["before"], data["state"]))
        elif record["kind"] == "run":
            previous = data["previous"]
    changes.sort(key=lambda change: change.alert_id)
    return Delta(run_id, previous, changes, trail.parsed(row["counts"]).get("still", 0))


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
        found.update({row.digest: trail.parsed(row.content) for row in writer.connection.execute(query)})
    return found
