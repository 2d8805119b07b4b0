"""Judging a row a reviewer filled in: accepted, unchanged or refused, and what is then to be written.

Nothing is written here. Two rules stand above all others: a decision that is known already changes nothing, and
nothing is decided on evidence other than what the store holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from screening.alerts import consequences
from screening.alerts.consequences import CLOSED, PENDING, Rulebook, Stage, revision
from screening.alerts.row_outcome import Outcome, Write
from screening.alerts.same_party import contradicts, same_party
from screening.alerts.seals import Seal, Sealer
from screening.alerts.service_levels import raised_at
from screening.alerts.submissions import Reading, Submission, Verdict

Decisions = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Context:
    """What rows are judged by.

    Attributes:
        book: Rules, people, moment.
        store_id: The store they must be of.
        alerts: Alerts of the store with their evidence, by id.
        decisions: The decisions on each of them, oldest first.
        groups: Party group → alert and seal of the rows of the file that name it.
    """

    book: Rulebook
    sealer: Sealer
    store_id: str
    alerts: Mapping[str, dict[str, Any]]
    decisions: Mapping[str, Decisions]
    groups: Mapping[str, Sequence[tuple[str, str]]]


def judged(row: Submission, context: Context, reading: Reading) -> Outcome:
    """What becomes of a row by itself, whatever else the file says."""
    return _Row(row, context, reading).judged()


class _Row:
    """Judges one row."""

    def __init__(self, row: Submission, context: Context, reading: Reading) -> None:
        self.row, self.context, self.reading = row, context, reading
        self.book = context.book

    def judged(self) -> Outcome:
        row = self.row
        if row.problems:
            return self._refused(*row.problems)
        if not row.alert_id:
            return self._refused("the row names no alert")
        opened, changed = self.context.sealer.opened(row.seal, row.alert_id, row.evidence)
        if opened is None:
            return self._refused(
                "the row has no seal: decisions on a single run are not kept; decide in the report of a job "
                "(screening run JOB.toml)"
            )
        if opened.store_id != self.context.store_id:
            return self._refused("the report is of another store")
        alert = self.context.alerts.get(row.alert_id)
        if alert is None:
            return self._refused(f"there is no alert {row.alert_id} in the store")
        if changed:
            return self._refused(_changed(changed))
        assigned = self._assigned(alert)
        if isinstance(assigned, str):
            return self._refused(assigned)
        return self._decided(alert, opened, assigned)

    def _decided(self, alert: dict[str, Any], seal: Seal, assigned: list[Write]) -> Outcome:
        row = self.row
        if not row.decides and not row.seconds:
            loose = [key for key in ("reviewer", "decided_on", "second_reviewer", "second_date") if row.cell(key)]
            if loose and not assigned:
                return self._refused("a name or a date, and no decision")
            return self._nothing_new("nothing was decided", assigned)
        known = self.context.decisions.get(row.alert_id, ())
        first = self._is_known("first", alert, known, seal)
        second = self._is_known("second", alert, known, seal)
        if (not row.decides or first) and (not row.seconds or second):
            return self._nothing_new("known already", assigned)
        if seal.revision != revision(alert):
            return self._refused(
                f"the alert changed after this report was written ({alert['why_now']}): see the newest"
            )
        if row.decides and not first:
            if row.seconds:
                return self._refused("a first and a second decision in one file: they must come in separate imports")
            verdict, wrong = self.reading.first(row, alert["kind"], raised_at(alert))
            outcome = self._first(alert, verdict, known[seal.seen :]) if verdict else self._refused(*wrong)
        else:
            verdict, wrong = self.reading.second(row, alert["kind"], raised_at(alert))
            outcome = self._second(alert, verdict, known, seal) if verdict else self._refused(*wrong)
        if outcome.answer == "accepted":
            outcome.writes[:0] = assigned
        return outcome

    def _is_known(self, stage: Stage, alert: Mapping[str, Any], known: Decisions, seal: Seal) -> bool:
        """Whether the row says what was decided already: sent twice, or shown by the report because it waits.

        What a reviewer types again in a newer report, seeing the old decision, is a new one.
        """
        cells = self.row.cells(stage)
        return any(
            each["stage"] == stage
            and cells in (kept := each["data"].get("cells"), _alone(kept))
            and (at >= seal.seen or each["decision_id"] == alert["data"].get("pending"))
            for at, each in enumerate(known)
        )

    def _first(self, alert: dict[str, Any], verdict: Verdict, unseen: Decisions) -> Outcome:
        others = self._members(alert) if verdict.group else []
        if isinstance(others, str):
            return self._refused(others)
        elsewhere, apart = self._elsewhere(alert, verdict) if verdict.group else ([], [])
        others += elsewhere
        writes, said = [], []
        for each in [alert, *others]:
            if wrong := consequences.contradicted(each, verdict):
                return self._refused(wrong if each is alert else f"{each['alert_id']} of the group: {wrong}")
            write, told = self._one(each, verdict, unseen if each is alert else ())
            if write is None:
                return self._refused(told)
            writes.append(write)
            said.append(told)
        told = said[0] + (f"; with {len(others)} more of its group" if others else "")
        if elsewhere:
            told += f", of which this report does not show {_named(elsewhere)}"
        if apart:
            told += (
                f"; not with {_named(apart)}, which this report does not show and whose own evidence does not say so"
            )
        return Outcome(self.row, "accepted", told, writes)

    def _one(self, alert: dict[str, Any], verdict: Verdict, unseen: Decisions) -> tuple[Write | None, str]:
        """What a first decision does to one alert; None and why where it cannot be taken."""
        alert_id = alert["alert_id"]
        kept = consequences.as_kept(alert, verdict, "first", self.row, self.book)
        others = [each for each in unseen if each["reviewer"] != verdict.reviewer.name]
        against = next((each for each in others if each["decision"] != verdict.decision.id), None)
        if alert["state"] == PENDING and (waiting := self._waiting(alert)) is not None:
            if waiting["reviewer"] == verdict.reviewer.name:
                return None, "your first decision is sealed until a second reviewer has looked at it"
            if waiting["decision"] == verdict.decision.id:
                return Write(alert_id, kept, None, {}), "accepted: agrees, and still waits for an approver"
            against = waiting
        if against is not None:
            return self._disagreed(alert_id, kept), _otherwise(against)
        if why := consequences.second_needed(alert, verdict, self.book):
            data = consequences.waits(alert, verdict, kept["decision_id"])
            told = f"accepted: waits for a second reviewer ({why})" + ("; on hold until then" if data["hold"] else "")
            return Write(alert_id, kept, PENDING, data), told
        data = consequences.stands(alert, verdict, kept["decision_id"], self.book)
        return Write(alert_id, kept, verdict.decision.outcome, data), _accepted("accepted", data)

    def _members(self, alert: dict[str, Any]) -> list[dict[str, Any]] | str:
        """The other open alerts of its group, or why they cannot be decided with it."""
        group = str(self.row.evidence.get("Party group") or "").strip()
        found = {}
        for alert_id, seal in self.context.groups.get(group, ()):
            other = self.context.alerts.get(alert_id)
            if alert_id == alert["alert_id"] or other is None or other["subject_id"] != alert["subject_id"]:
                continue
            if other["state"] in CLOSED or other["state"] == PENDING:
                continue
            if seal.split(".")[3:4] != [revision(other)]:
                return f"{alert_id} of the group changed after this report was written: see the newest"
            found[alert_id] = other
        return list(found.values())

    def _elsewhere(self, alert: dict[str, Any], verdict: Verdict) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """The other open alerts on the same party that the file does not show: of other jobs, later lists, rows cut.

        Nobody has looked at them. Those whose own evidence bears out the reason are decided as well; the others are
        left, and named.
        """
        shown = {alert_id for rows in self.context.groups.values() for alert_id, _ in rows}
        others = [
            each
            for each in self.context.alerts.values()
            if each["subject_id"] == alert["subject_id"]
            and each["alert_id"] not in shown
            and each["state"] not in (*CLOSED, PENDING)
        ]
        same = [self.context.alerts[each["alert_id"]] for each in same_party(alert, others)]
        sure = [each for each in same if contradicts(each, verdict)]
        return sure, [each for each in same if each not in sure]

    def _second(self, alert: dict[str, Any], verdict: Verdict, known: Decisions, seal: Seal) -> Outcome:
        waiting = self._waiting(alert)
        if alert["state"] != PENDING or waiting is None:
            return self._refused("no first decision waits for a second one")
        if waiting["source"] == self.book.source:
            return self._refused("the first decision came in this very file: they must come in separate imports")
        first = self.book.rules.decisions[waiting["decision"]]
        shown = self.book.rules.decision(self.row.cell("decision"))
        if seal.seen <= [each["decision_id"] for each in known].index(waiting["decision_id"]) and shown != first:
            return self._refused("this report does not show the first decision: decide in one that does")
        if waiting["reviewer"] == verdict.reviewer.name:
            return self._refused(f"{verdict.reviewer.name} decided first: the second reviewer must be another")
        if verdict.decided_on.isoformat() < waiting["decided_on"]:
            return self._refused(f"Second date lies before the first decision, of {waiting['decided_on']}")
        kept = consequences.as_kept(alert, verdict, "second", self.row, self.book)
        if verdict.decision.id != first.id:
            if not verdict.reason:
                return self._refused(f"Second reason is missing: {waiting['reviewer']} decided otherwise")
            return Outcome(self.row, "accepted", _otherwise(waiting), [self._disagreed(alert["alert_id"], kept)])
        agreed = consequences.restored(waiting, self.book)
        data = consequences.stands(alert, agreed, waiting["decision_id"], self.book, verdict.reviewer.name)
        return Outcome(
            self.row,
            "accepted",
            _accepted("accepted: approved", data),
            [Write(alert["alert_id"], kept, first.outcome, data, "approved")],
        )

    def _disagreed(self, alert_id: str, kept: dict[str, Any]) -> Write:
        """Both decisions are kept; what was on hold stays on hold."""
        data = consequences.ended() | {"disagreed": True}
        held = self.context.alerts[alert_id]["data"].get("hold", False)
        return Write(alert_id, kept, "escalated", data | {"hold": held}, "disagreed")

    def _waiting(self, alert: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The first decision that waits for a second."""
        pending = alert["data"].get("pending")
        known = self.context.decisions.get(alert["alert_id"], ())
        return next((each for each in known if each["decision_id"] == pending), None)

    def _assigned(self, alert: Mapping[str, Any]) -> list[Write] | str:
        """Whose the alert is from now on, when that changes; or what is wrong with it."""
        typed, before = self.row.cell("assigned_to"), alert["data"].get("assigned_to", "")
        if not typed or typed == before:
            return []
        person = self.book.reviewers.find(typed)
        if person is None:
            return f"Assigned to {typed!r} is not in reviewers.toml"
        if person.name == before:
            return []
        return [Write(alert["alert_id"], None, None, {"assigned_to": person.name}, "assigned")]

    def _nothing_new(self, said: str, assigned: list[Write]) -> Outcome:
        if assigned:
            return Outcome(self.row, "accepted", f"assigned to {assigned[0].data['assigned_to']}", assigned)
        return Outcome(self.row, "unchanged", said)

    def _refused(self, *said: str) -> Outcome:
        return Outcome(self.row, "refused", "; ".join(said))


def _accepted(said: str, data: Mapping[str, Any]) -> str:
    """What is said of a decision that stands: a reviewer learns at once that a clearance will not last."""
    held = data.get("clearance")
    if not held or held["remembered"]:
        return said
    return f"{said}; open again with the next run, as {', '.join(held['codes'])} cannot be remembered"


def _changed(headings: Sequence[str]) -> str:
    if list(headings) == ["Seal"]:
        return "the seal is not of this row: rows were sorted without all their columns, or the seal was edited"
    return f"cells of evidence were changed: {', '.join(headings)}"


def _alone(cells: Mapping[str, str] | None) -> dict[str, str]:
    """What was filled in for a group, as the row of another member says it."""
    return {key: text for key, text in (cells or {}).items() if key != "apply_to_group"}


def _named(alerts: Iterable[Mapping[str, Any]]) -> str:
    return ", ".join(f"{each['alert_id']} ({each['list_id']})" for each in alerts)


def _otherwise(other: Mapping[str, Any]) -> str:
    return f"accepted and escalated: {other['reviewer']} decided otherwise, both are kept"
