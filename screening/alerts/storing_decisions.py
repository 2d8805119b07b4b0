"""Decisions into the store: a file's rows judged and written in one transaction, or a clearance that ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from screening.alerts.clearances import REVIEW_REQUIRED, lapsed
from screening.alerts.consequences import Rulebook
from screening.alerts.judging_file import judge
from screening.alerts.judging_row import Context
from screening.alerts.row_outcome import Outcome, Write
from screening.alerts.seals import Sealer
from screening.alerts.standings import decisions_on
from screening.alerts.store.store import Store
from screening.alerts.store.tables import ALERTS, DECISIONS
from screening.alerts.store.trail import canonical
from screening.alerts.store.writing import SYSTEM, Writer, plain
from screening.alerts.submissions import Submission

_SIDES = ("subject", "entry", "comparison", "places")


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: its rows, and whether anything was written."""

    outcomes: Sequence[Outcome]
    written: bool

    @property
    def counts(self) -> dict[str, int]:
        """Rows by answer."""
        found = Counter(each.answer for each in self.outcomes)
        return {answer: found[answer] for answer in ("accepted", "unchanged", "refused")}

    @property
    def refused(self) -> list[Outcome]:
        """The rows that were refused."""
        return [each for each in self.outcomes if each.answer == "refused"]


def import_rows(
    store: Store,
    sealer: Sealer,
    rows: Sequence[Submission],
    groups: Mapping[str, Sequence[tuple[str, str]]],
    book: Rulebook,
    *,
    facts: Mapping[str, Any],
    all_or_nothing: bool = False,
    keep: Callable[[], None] = lambda: None,
) -> Imported:
    """Judge rows and write what is accepted, in one transaction.

    Args:
        store: The alert store.
        sealer: Of its seals.
        rows: What was filled in.
        groups: Party group → alert and seal of the rows of the file.
        book: Rules, people, moment.
        facts: What the event in the audit trail says of the file.
        all_or_nothing: Whether one refused row keeps all others out.
        keep: Called before anything is committed, to keep the file.

    Raises:
        StoreError: The store cannot be written; then nothing was.
    """
    ids = {row.alert_id for row in rows if row.alert_id}
    with store.transaction() as writer:
        alerts = {row["alert_id"]: row for row in store.alerts(ids, evidence=True)}
        subjects = {alerts[each]["subject_id"] for each in _of_groups(rows) if each in alerts}
        if subjects:
            alerts |= {row["alert_id"]: row for row in store.alerts(subjects=subjects, evidence=True)}
        context = Context(book, sealer, store.store_id, alerts, decisions_on(store, alerts), groups)
        outcomes = judge(rows, context)
        refused = any(each.answer == "refused" for each in outcomes)
        if refused and all_or_nothing:
            said = "not taken: other rows of the file were refused"
            outcomes = [replace(each, answer="refused", said=said, writes=[]) if each.answer == "accepted" else each
                        for each in outcomes]  # fmt: skip
        writes = [write for outcome in outcomes for write in outcome.writes]
        result = Imported(outcomes, bool(writes))
        if writes or (refused and not _seen(store, book.source)):
            keep()
            event = {**facts, "rows": result.counts, "all_or_nothing": all_or_nothing}
            writer.log("review_import", actor=book.account, data=event)
        for write in writes:
            _written(writer, alerts[write.alert_id], write, book.account)
    return result


def lapse(store: Store, today: date, *, raised: Iterable[str] | None = None, run_id: str | None = None) -> int:
    """Bring back cleared alerts whose clearance ended, or that a run raised anew and that cannot be remembered.

    Args:
        store: The alert store.
        today: The day.
        raised: The alerts a run has just raised; None: all are looked at, for their end only.
        run_id: That run.

    Returns:
        How many came back.
    """
    with store.transaction() as writer:
        alerts = {row["alert_id"]: row for row in store.alerts(raised, states=["false_positive"], evidence=False)}
        back = list(lapsed(alerts.values(), today, raised is not None))
        for alert_id, why in back:
            row = alerts[alert_id]
            data = row["data"] | {"clearance": None, "reopened_on": today.isoformat()}
            after = row | {
                "state": REVIEW_REQUIRED,
                "why_now": plain(why),
                "changed_at": writer.clock,
                "changed_run": run_id,
                "data": canonical(data),
            }
            event = {"why": why, "before": row["state"], "state": REVIEW_REQUIRED}
            touched = [writer.update(ALERTS, after)]
            writer.log("clearance_ended", alert_id=alert_id, run_id=run_id, data=event, touched=touched)
    return len(back)


def _seen(store: Store, source: str) -> bool:
    """Whether that very file was imported before."""
    return any(event["data"].get("sha256") == source for event in store.events(kinds=["review_import"]))


def _of_groups(rows: Iterable[Submission]) -> list[str]:
    """The alerts whose decision is to be that of others as well."""
    return [row.alert_id for row in rows if row.cell("apply_to_group")]


def _written(writer: Writer, alert: dict[str, Any], write: Write, account: str) -> None:
    """Keep a decision, give the alert its state, and say so in the trail. ``alert`` is brought up to date."""
    touched = []
    event: dict[str, Any] = {}
    if write.decision is not None:
        kept: dict[str, Any] = {column.name: "" for column in DECISIONS.columns}
        kept |= {name: plain(value) for name, value in write.decision.items() if name != "data"}
        kept |= {side: alert[f"{side}_digest"] for side in ("subject", "entry", "comparison")}
        kept |= {"data": canonical(write.decision["data"]), "recorded_at": writer.at, "seq": writer.next_seq}
        touched.append(writer.insert(DECISIONS, kept))
        event = {key: kept[key] for key in ("decision", "stage", "decision_id", "reviewer")}
    if write.state:
        event |= {"state": write.state, "before": alert["state"]}
        alert["state"] = write.state
    if write.state or write.data:
        alert["data"] = {**alert["data"], **write.data}
        alert |= {"changed_at": writer.clock, "changed_run": None}
        row = {**alert, **{side: alert[f"{side}_digest"] for side in _SIDES}, "data": canonical(alert["data"])}
        touched.append(writer.update(ALERTS, row))
        event |= {"data": write.data}
    writer.log(write.kind, alert_id=alert["alert_id"], actor=account or SYSTEM, data=event, touched=touched)
