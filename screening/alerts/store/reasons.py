"""Why now: what, of all that a run rests on, made an alert appear, change or go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from screening.alerts.store.evidence import COMPARED_FIELDS, ENTRY_FIELDS, FLAG_FIELDS, SUBJECT_FIELDS, changes
from screening.alerts.store.raising import Known, Raised

FIRST_RUN: Final = "first run"
MIN_CARRIED: Final = 20
MIN_SHARE: Final = 0.05
"""As in `watchlists.diff`: one side has a field on this many entries and this share of them, the other on none."""
_DIGEST: Final = 64
_STORY: Final = "m-"
"""Ids of parties in articles begin so; see `intake.mentions.subject_id_of`."""
_IN_SHORT: Final = {key: word for key, word in COMPARED_FIELDS.items() if key not in ("explanation", "score")}
_CARRIES: Final = {"now": "now gives", "no longer": "no longer gives"}
_SETTINGS: Final = {
    "threshold": "the threshold",
    "limit": "the number of entries per list",
    "binds_us": "whose law binds us",
    "jurisdictions": "whose law a list is",
    "rating_rules_sha256": "our own rules of rating",
}
_MADE_WITH: Final = {"matcher": "the matcher", "rules": "the rules of rating", "flag_rules": "the rules of red flags"}


@dataclass
class Reasons:
    """Tells why, from what the job's last run knew and what this one knows.

    Args:
        last: The facts of the job's last run; None where this is the first.
        facts: The facts of this run.
        before: What the last run knew of subjects and entries; None where that is lost.
        now: What this run knows; None where that is not told.
        ids_before: Of each list whose own ids of entries changed since, the id of every entry that was on it → its id
            then.
    """

    last: Mapping[str, Any] | None
    facts: Mapping[str, Any]
    before: Known | None
    now: Known | None
    ids_before: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    _left_out: dict[str, frozenset[str]] = field(default_factory=dict)
    _ids_now: dict[str, dict[str, str]] = field(default_factory=dict)
    _old: tuple[dict[str, Any], dict[tuple[str, str], Any]] = field(default_factory=lambda: ({}, {}))
    _new: tuple[dict[str, Any], dict[tuple[str, str], Any]] = field(default_factory=lambda: ({}, {}))

    def look_up(self, subjects: Iterable[str], entries: Iterable[tuple[str, str]]) -> None:
        """Fetch at once what is known of those, for the questions that follow."""
        subjects, entries = sorted(set(subjects)), sorted(set(entries))
        if self.before is not None:
            then = {each: old for each in entries if (old := self._then(*each)) is not None}
            known = self.before.entries(then.values())
            self._old = (
                self.before.subjects(subjects), {each: known[old] for each, old in then.items() if old in known}
            )  # fmt: skip
        if self.now is not None:
            today = {each: new for each in entries if (new := self._today(*each)) is not None}
            known = self.now.entries(today.values())
            self._new = (
                self.now.subjects(subjects), {each: known[new] for each, new in today.items() if new in known}
            )  # fmt: skip

    def _then(self, list_id: str, entry_id: str) -> tuple[str, str] | None:
        """What an entry of this run was called in the last one; None where it was not there."""
        if list_id not in self.ids_before:
            return list_id, entry_id
        old = self.ids_before[list_id].get(entry_id)
        return (list_id, old) if old is not None else None

    def _today(self, list_id: str, entry_id: str) -> tuple[str, str] | None:
        """What an entry of the last run is called in this one; None where it is not there."""
        if list_id not in self.ids_before:
            return list_id, entry_id
        if list_id not in self._ids_now:
            self._ids_now[list_id] = {old: new for new, old in self.ids_before[list_id].items()}
        new = self._ids_now[list_id].get(entry_id)
        return (list_id, new) if new is not None else None

    def of_entry(self, list_id: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
        """What changed in an entry, as far as the list carried it both times.

        A list published in another form, with aliases say where there were none, has not changed on every entry.
        """
        left_out = self.not_carried(list_id)
        return changes(before, after, {key: word for key, word in ENTRY_FIELDS.items() if key not in left_out})

    def not_carried(self, list_id: str) -> frozenset[str]:
        """Fields that one of the two runs' lists has nowhere and the other so often that this is no chance."""
        if self.before is None or self.now is None:
            return frozenset()
        if list_id not in self._left_out:
            (old, old_size), (new, new_size) = self.before.filled(list_id), self.now.filled(list_id)
            self._left_out[list_id] = frozenset(
                name
                for name in old.keys() & new.keys()
                for here, there, size in ((old, new, new_size), (new, old, old_size))
                if not here[name] and there[name] >= max(MIN_CARRIED, MIN_SHARE * size)
            )
        return self._left_out[list_id]

    def of_new(self, alert: Raised) -> str:
        """Why an alert is raised that never was."""
        if self.last is None:
            return FIRST_RUN
        lists = self._lists(self.last)
        if alert.kind == "list_match" and lists and alert.list_id not in lists:
            return f"{alert.list_id} is screened for the first time"
        if self.before is None:
            return "new since the last run; what that run knew is not at hand, so what changed cannot be told"
        subject = self._old[0].get(alert.subject_id)
        if subject is None:
            return "the article is new" if alert.subject_id.startswith(_STORY) else "the subject is new"
        if alert.kind == "red_flags":
            changed = told(("the subject changed", changes(subject, alert.subject, SUBJECT_FIELDS)))
            return ". ".join(each for each in (changed, "its records raise this set of flags now") if each)
        entry = self._old[1].get((alert.list_id, alert.entry_id))
        if entry is None:
            listed = alert.entry.get("listed_on")
            when = f" (listed on {listed})" if listed else self._of(alert.list_id)
            return f"the entry is new on the list{when}"
        said = told(
            ("the list changed", self.of_entry(alert.list_id, entry, alert.entry)),
            ("the subject changed", changes(subject, alert.subject, SUBJECT_FIELDS)),
        )
        carried = self._carried(alert.list_id, entry, alert.entry)
        if carried and not said:
            return f"{carried}: it matched on {alert.comparison.get('matched_name')}"
        return said or "; ".join(self._settings() or ["another entry no longer stands before it"])

    def of_changed(self, alert: Raised, old: Mapping[str, Mapping[str, Any]]) -> str:
        """What changed in an alert that was there before; empty where nothing did.

        Args:
            alert: As it is raised now.
            old: Its evidence as kept: ``subject``, ``entry``, ``comparison``.
        """
        flagged = alert.kind == "red_flags"
        listed = [] if flagged else self.of_entry(alert.list_id, old["entry"], alert.entry)
        sides = [
            ("the list changed", listed),
            ("the subject changed", changes(old["subject"], alert.subject, SUBJECT_FIELDS)),
        ]
        if flagged:
            compared = changes(old["comparison"], alert.comparison, FLAG_FIELDS | {"priority": "priority"})
            return told(*sides, ("the records changed", compared))
        said = told(*sides)
        if said:
            return said
        carried = "" if flagged else self._carried(alert.list_id, old["entry"], alert.entry)
        return self.of_compared(alert, old, "; ".join(self._settings() or [carried or "compared anew"]))

    def of_compared(self, alert: Raised, old: Mapping[str, Mapping[str, Any]], because: str) -> str:
        """What changed in how subject and entry compare; empty where nothing did.

        Args:
            alert: As it is raised now.
            old: Its evidence as kept.
            because: Why that is so.
        """
        compared = changes(old["comparison"], alert.comparison, COMPARED_FIELDS)
        short = changes(old["comparison"], alert.comparison, _IN_SHORT)
        return told((because, short or compared))  # the explanation follows from these, and is long

    def of_gone(self, alert: Mapping[str, Any]) -> tuple[str, str]:
        """Why an alert is no longer raised: the cause as `states.when_gone` takes it, and in words."""
        subject = self._new[0].get(alert["subject_id"])
        if self.now is None:
            return "settings", "no longer raised; why was not told"
        if subject is None:
            story = alert["subject_id"].startswith(_STORY)
            return "subject", "the article is no longer among the input" if story else "the subject is gone"
        if alert["kind"] == "red_flags":
            return "subject", "its records no longer raise this set of flags"
        if alert["list_id"] not in self.now.lists:
            return "list", f"{alert['list_id']} is no longer screened against"
        entry = self._new[1].get((alert["list_id"], alert["entry_id"]))
        if entry is None:
            return "delisted", f"delisted: the entry is no longer on {alert['list_id']}{self._of(alert['list_id'])}"
        before = alert["evidence"]
        by_subject = changes(before["subject"], subject, SUBJECT_FIELDS)
        by_entry = self.of_entry(alert["list_id"], before["entry"], entry)
        if by_entry or by_subject:
            said = told(("the list changed", by_entry), ("the subject changed", by_subject))
            return ("entry", f"{said}. It is still listed") if by_entry else ("subject", said)
        carried = self._carried(alert["list_id"], before["entry"], entry)
        return "settings", "; ".join(self._settings() or [carried or "other entries stand before it"])

    def _carried(self, list_id: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
        """What of an entry one of the two runs' lists had that the other carried nowhere, in words."""
        differing = {
            side: [
                ENTRY_FIELDS[key] for key in sorted(self.not_carried(list_id)) if here.get(key) and not there.get(key)
            ]
            for side, here, there in (("now", after, before), ("no longer", before, after))
        }
        said = [f"the list {_CARRIES[side]} {', '.join(words)}" for side, words in differing.items() if words]
        return "; ".join(said)

    def _of(self, list_id: str) -> str:
        dates = [each.list_date for each in (self.now.snapshots if self.now else ()) if each.list_id == list_id]
        newest = max((each for each in dates if each), default=None)
        return f" of {newest.isoformat()}" if newest else ""

    def _settings(self) -> list[str]:
        """Which settings, rules or versions differ from the last run's."""
        if self.last is None:
            return []
        said = []
        old, new = (each.get("settings") or {} for each in (self.last, self.facts))
        for key, words in _SETTINGS.items():
            if old.get(key) != new.get(key):
                said.append(f"{words} changed: {_shown(old.get(key))} became {_shown(new.get(key))}")
        old, new = (each.get("made_with") or {} for each in (self.last, self.facts))
        for key, words in _MADE_WITH.items():
            if old.get(key) != new.get(key):
                said.append(f"{words} changed")
        return said

    @staticmethod
    def _lists(facts: Mapping[str, Any]) -> set[str]:
        return {each["list_id"] for each in facts.get("snapshots") or ()}


def told(*sides: tuple[str, Sequence[str]]) -> str:
    """What changed on each side in one sentence a side; sides on which nothing did are left out."""
    said = [f"{side}: {'; '.join(changed)}" for side, changed in sides if changed]
    return ". ".join(part if n == 0 else part[0].upper() + part[1:] for n, part in enumerate(said))


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, str) and len(value) == _DIGEST:
        return f"those of {value[:12]}"
    return "none" if value in (None, {}, "") else str(value)
