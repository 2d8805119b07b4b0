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
from screening.alerts.store.losses import KeptOpen, losses, staying
from screening.alerts.store.raising import Known, Raised
from screening.alerts.store.reasons import Reasons
from screening.alerts.store.states import INPUT, KEPT_FOR, NOT_RAISED, OPEN_STATES
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
    *,
    accept_losses: bool = False,
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
    causes = {row["alert_id"]: reasons.of_gone(row) for row in gone}
    waiting = _kept_open(standing, known, causes, now)
    lost = losses(last_facts, run.facts, before, now, waiting, accepted=accept_losses)
    kept: dict[str, str] = {}
    for row in gone:
        cause, why = causes[row["alert_id"]]
        if kept_for := lost.kept_for(row, cause):
            change = book.kept(row, kept_for, staying(why))
            changes += [change] if change is not None else []
            if row["state"] in OPEN_STATES:
                kept[row["alert_id"]] = staying(why)
        else:
            changes.append(book.gone(row, cause, why, elsewhere=row["alert_id"] in elsewhere))
    changes.sort(key=lambda change: change.alert_id)
    still = len(raised) - sum(change.kind not in ("gone", "kept") for change in changes)
    previous = last["run_id"] if last else ""
    delta = Delta(run.run_id, previous, changes, still, writer.clock_back, lost.notes, kept)
    add_run(writer, run, delta.counts | {"alerts": len(raised)}, {"previous": delta.previous})
    return delta


def _kept_open(
    standing: Mapping[str, Mapping[str, Any]],
    known: Mapping[str, Mapping[str, Any]],
    causes: Mapping[str, tuple[str, str]],
    now: Known | None,
) -> list[KeptOpen]:
    """What the job kept open so far and nobody has decided on, and whether it is still missing."""
    kept_for = {number: what for what, number in KEPT_FOR.items()}
    there = now.ids() if now is not None and any(row["present"] in kept_for for row in standing.values()) else set()
    found = []
    for alert_id, row in standing.items():
        alert = known.get(alert_id)
        if row["present"] not in kept_for or alert is None or alert["state"] not in OPEN_STATES:
            continue
        what = kept_for[row["present"]]
        cause = causes.get(alert_id, ("", ""))[0]
        missing = cause == "subject" and alert["subject_id"] not in there if what == INPUT else cause == "delisted"
        found.append(KeptOpen(what, alert["list_id"], alert["subject_id"], missing))
    return found


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
        if not same or not book.present(row["alert_id"]) or book.was_kept(row["alert_id"]):
            differing.append((row, alert, same))
    evidence = _evidence(book.writer, [row[side] for row, _, same in differing if not same for side in SIDES])
    changes = []
    for row, alert, same in differing:
        said = "" if same else reasons.of_changed(alert, {side: evidence.get(row[side], {}) for side in SIDES})
        if book.present(row["alert_id"]):
            if said:
                changes.append(book.changed(row, alert, said))
                continue
            if not same:
                book.noted(row, alert)
            if book.was_kept(row["alert_id"]):
                book.raised_again(row)
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
    kept = {
        alert_id: standing["why"]
        for alert_id, standing in _standing(writer, row["job"]).items()
        if standing["present"] in KEPT_FOR.values()
    }
    open_ones = {key for key, alert in _alerts(writer, kept).items() if alert["state"] in OPEN_STATES}
    kept = {alert_id: why for alert_id, why in kept.items() if alert_id in open_ones}
    return Delta(run_id, previous, changes, trail.parsed(row["counts"]).get("still", 0), kept=kept)


def _standing(writer: Writer, job: str) -> dict[str, dict[str, Any]]:
    query = select(STANDINGS).where(STANDINGS.c.job == job)
    return {row["alert_id"]: dict(row) for row in writer.connection.execute(query).mappings()}


def _elsewhere(writer: Writer, job: str, ids: Sequence[str]) -> set[str]:
    """Which of the alerts another job still raises, or keeps open."""
    found: set[str] = set()
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        query = select(STANDINGS.c.alert_id).where(
            STANDINGS.c.job != job, STANDINGS.c.present > NOT_RAISED, STANDINGS.c.alert_id.in_(some)
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
