"""Writing what becomes of each alert of a run: its row, its standing with the job, its record in the trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from screening.alerts.store import states, trail
from screening.alerts.store.deltas import Change, RunRecord
from screening.alerts.store.raising import Raised
from screening.alerts.store.tables import ALERTS, STANDINGS
from screening.alerts.store.writing import Writer, plain

SIDES: Final = ("subject", "entry", "comparison")
"""What an alert is known by: if one of them differs, it is another alert than it was."""


class Book:
    """Writes what becomes of each alert."""

    def __init__(self, writer: Writer, run: RunRecord, standing: Mapping[str, Mapping[str, Any]]) -> None:
        self.writer, self.run, self._standing = writer, run, standing
        self.digests: dict[str, dict[str, str]] = {}

    def present(self, alert_id: str) -> bool:
        """Whether the job's last run raised it, or kept it open."""
        row = self._standing.get(alert_id)
        return bool(row and row["present"])

    def was_kept(self, alert_id: str) -> bool:
        """Whether the job's last run kept it open though it did not raise it."""
        row = self._standing.get(alert_id)
        return bool(row and row["present"] in states.KEPT_FOR.values())

    def standing(self, alert_id: str) -> Mapping[str, Any] | None:
        """How the alert stands with the job; None where the job never raised it."""
        return self._standing.get(alert_id)

    def know(self, found: Iterable[Raised]) -> None:
        """Digest all evidence, and ask the store at once what of it is kept already."""
        for each in found:
            sides = (each.subject, each.entry, each.comparison, list(each.places))
            names = (*SIDES, "places")
            self.digests[each.alert_id] = {
                name: trail.sha256(trail.canonical(side)) for name, side in zip(names, sides, strict=True)
            }
        self.writer.know(digest for sides in self.digests.values() for digest in sides.values())

    def new(self, alert: Raised, why: str) -> Change:
        """An alert the store does not know."""
        row = {
            "alert_id": alert.alert_id,
            "state": "open",
            "first_raised": self.writer.clock,
            "first_run": self.run.run_id,
            "data": "{}",
        }
        return self._write("new", alert, row, why, "", insert=True)

    def changed(self, row: Mapping[str, Any], alert: Raised, why: str) -> Change:
        """An alert still there of which something differs that counts."""
        state = states.when_changed(row["state"])
        return self._write("changed", alert, {**row, "state": state}, why, row["state"])

    def noted(self, row: Mapping[str, Any], alert: Raised) -> None:
        """Keep what is known now: it differs in nothing that makes the alert another."""
        contents = (alert.subject, alert.entry, alert.comparison, list(alert.places))
        digests, wrote = self.writer.evidence(contents)
        evidence = dict(zip((*SIDES, "places"), digests, strict=True))
        names = ("entry_id", "entry_name", "subject_name")
        after = {**row, **evidence, **{name: plain(getattr(alert, name)) for name in names}}
        data = {"evidence": evidence, "job": self.run.job}
        touched = [*wrote, self.writer.update(ALERTS, after)]
        self.writer.log("noted", alert_id=alert.alert_id, run_id=self.run.run_id, data=data, touched=touched)

    def back(self, row: Mapping[str, Any], alert: Raised, said: str) -> Change:
        """An alert that was gone, or that only another job raised; ``said`` is what else changed, if anything."""
        standing = self._standing.get(row["alert_id"])
        why = "raised by another job before" if standing is None else f"back after it was gone ({standing['why']})"
        state = states.when_back(row["state"], changed=bool(said))
        return self._write(
            "back", alert, {**row, "state": state}, f"{why}. {said[0].upper()}{said[1:]}" if said else why, row["state"]
        )

    def gone(self, row: Mapping[str, Any], cause: str, why: str, *, elsewhere: bool) -> Change:
        """An alert that is not raised any more; ``elsewhere`` where another job still raises it."""
        state = row["state"] if elsewhere else states.when_gone(row["state"], cause)
        after = {**row, "state": state, "why_now": f"gone: {why}", **self._moment()}
        wrote = [self.writer.update(ALERTS, after), self._stand(row["alert_id"], states.NOT_RAISED, why)]
        self._log("gone", row["alert_id"], row["state"], state, why, wrote, {"cause": cause})
        return Change(row["alert_id"], "gone", why, row["state"], state)

    def kept(self, row: Mapping[str, Any], kept_for: str, why: str) -> Change | None:
        """An alert that is not raised and yet stays as it is; None where the last run kept it for the same."""
        alert_id, state = row["alert_id"], row["state"]
        if self._standing[alert_id]["present"] == states.KEPT_FOR[kept_for]:
            return None
        wrote = [self._stand(alert_id, states.KEPT_FOR[kept_for], why)]
        self._log("kept", alert_id, state, state, why, wrote, {"cause": kept_for})
        return Change(alert_id, "kept", why, state, state)

    def raised_again(self, row: Mapping[str, Any]) -> None:
        """An alert that was kept open, raised as it was: it was never gone."""
        wrote = [self._stand(row["alert_id"], states.RAISED, row["why_now"])]
        data = {"job": self.run.job}
        self.writer.log("raised_again", alert_id=row["alert_id"], run_id=self.run.run_id, data=data, touched=wrote)

    def _write(
        self, kind: str, alert: Raised, row: Mapping[str, Any], why: str, before: str, *, insert: bool = False
    ) -> Change:
        contents = (alert.subject, alert.entry, alert.comparison, list(alert.places))
        digests, wrote = self.writer.evidence(contents)
        columns = ("kind", "subject_id", "list_id", "entry_id", "priority", "match_strength")
        after = {
            **row,
            **{name: plain(getattr(alert, name)) for name in (*columns, "subject_name", "entry_name")},
            **dict(zip((*SIDES, "places"), digests, strict=True)),
            "why_now": plain(why),
            **self._moment(),
        }
        write = self.writer.insert if insert else self.writer.update
        wrote = [*wrote, write(ALERTS, after), self._stand(alert.alert_id, states.RAISED, why)]
        evidence = dict(zip((*SIDES, "places"), digests, strict=True))
        self._log(kind, alert.alert_id, before, after["state"], why, wrote, {"evidence": evidence})
        return Change(alert.alert_id, kind, why, before, after["state"])

    def _moment(self) -> dict[str, Any]:
        return {"changed_at": self.writer.clock, "changed_run": self.run.run_id}

    def _stand(self, alert_id: str, present: int, why: str) -> trail.Touched:
        job = self.run.job
        row = {"job": job, "alert_id": alert_id, "present": present, "run_id": self.run.run_id, "why": plain(why)}
        write = self.writer.update if alert_id in self._standing else self.writer.insert
        return write(STANDINGS, row)

    def _log(
        self, kind: str, alert_id: str, before: str, state: str, why: str, wrote: list[trail.Touched], more: dict
    ) -> None:
        data = {"why": why, "before": before, "state": state, "job": self.run.job, **more}
        self.writer.log(kind, alert_id=alert_id, run_id=self.run.run_id, data=data, touched=wrote)
