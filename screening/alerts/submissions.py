"""What a reviewer filled in: one row of a review sheet as it came back, and its answers as they are understood."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from screening.alerts.review_rules import YES, Action, Decision, ReasonCode, ReviewRules, plain
from screening.alerts.reviewers import APPROVER, REVIEWER, Reviewer, Reviewers
from screening.intake.party_dates import partial_date

FIRST_KEYS: Final = ("decision", "reason_code", "reason", "action", "action_reference", "apply_to_group")
SECOND_KEYS: Final = ("second_decision", "second_reason", "second_reviewer", "second_date")
_DAYS: Final = ("decided_on", "second_date", "internal_until")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_WHOLE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODES: Final = re.compile(r"[,;\n+/&|]")
_MOST_YEARS: Final = 10


@dataclass(slots=True)
class Submission:
    """A row in which something was filled in.

    Attributes:
        number: Its row in the sheet as it came, from 1.
        alert_id: What it is about; empty when the cell is.
        seal: Its seal, unopened.
        evidence: Heading → value of the sealed cells; of a column that is gone, None.
        given: Key → what the reviewer filled in: text, or a day.
        problems: What cannot be taken for an answer: formulas, errors, merged cells.
        sheet: The sheet it stands on, where that is not the review sheet itself but a copy of it.
    """

    number: int
    alert_id: str
    seal: str
    evidence: dict[str, Any]
    given: dict[str, Any]
    problems: list[str] = field(default_factory=list)
    sheet: str = ""

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return f"row {self.number} of {self.sheet!r}" if self.sheet else f"row {self.number}"

    def cell(self, key: str) -> str:
        """What was filled in under a column as text, empty when nothing was."""
        value = self.given.get(key, "")
        return value.strip() if isinstance(value, str) else value.isoformat()

    def cells(self, stage: str) -> dict[str, str]:
        """What was filled in for a decision, dates as ISO days: the same however often the file is saved."""
        keys = (*FIRST_KEYS, "internal_until", "reviewer", "decided_on") if stage == "first" else SECOND_KEYS
        found = {}
        for key in keys:
            day = as_day(self.given.get(key, "")) if key in _DAYS else None
            if text := day.isoformat() if day else self.cell(key):
                found[key] = text
        return found

    @property
    def decides(self) -> bool:
        """Whether it holds a first decision."""
        return any(self.cell(key) for key in (*FIRST_KEYS, "internal_until"))

    @property
    def seconds(self) -> bool:
        """Whether it holds a second decision; a reviewer or date alone is none."""
        return bool(self.cell("second_decision") or self.cell("second_reason"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision as it is understood, first or second."""

    decision: Decision
    reviewer: Reviewer
    decided_on: date
    reason: str = ""
    codes: Sequence[ReasonCode] = ()
    action: Action | None = None
    action_reference: str = ""
    group: bool = False
    internal_until: date | None = None

    @property
    def clears(self) -> bool:
        """Whether it is a false positive that may be remembered: for a reason that names a contradicting field."""
        return self.decision.outcome == "false_positive" and any(code.clears for code in self.codes)


class Reading:
    """Reads the answers of rows; what cannot be taken is said in words.

    Args:
        rules: What may be decided.
        reviewers: Who may decide.
        now: The moment of the import, with its time zone.
    """

    def __init__(self, rules: ReviewRules, reviewers: Reviewers, now: datetime) -> None:
        self.rules, self.reviewers, self.now = rules, reviewers, now
        self._off = timedelta(hours=rules.hours_off)

    def first(self, row: Submission, kind: str, raised: datetime) -> tuple[Verdict | None, list[str]]:
        """The first decision of a row on an alert of that kind, raised then; or what is wrong with it."""
        said: list[str] = []
        decision = self._decision(row.cell("decision"), kind, "Decision", said)
        codes = [self._code(text, said) for text in _CODES.split(row.cell("reason_code")) if text.strip()]
        action = self._action(row.cell("action"), said)
        day = self._day(row.given.get("decided_on", ""), "Decided on", raised, said)
        reviewer = self._person(row.cell("reviewer"), "Reviewer", REVIEWER, day, said)
        until = self._until(row.given.get("internal_until", ""), said)
        if decision is not None:
            said += self._needs(row, decision, [code for code in codes if code], action, until is not None)
        if said or decision is None or reviewer is None or day is None:
            return None, said
        known = tuple(code for code in codes if code is not None)
        return Verdict(
            decision, reviewer, day, row.cell("reason"), known, action, row.cell("action_reference"),
            plain(row.cell("apply_to_group")) == YES, until,
        ), []  # fmt: skip

    def second(self, row: Submission, kind: str, raised: datetime) -> tuple[Verdict | None, list[str]]:
        """The second decision of a row; or what is wrong with it."""
        said: list[str] = []
        decision = self._decision(row.cell("second_decision"), kind, "Second decision", said)
        day = self._day(row.given.get("second_date", ""), "Second date", raised, said)
        reviewer = self._person(row.cell("second_reviewer"), "Second reviewer", APPROVER, day, said)
        if said or decision is None or reviewer is None or day is None:
            return None, said
        return Verdict(decision, reviewer, day, row.cell("second_reason")), []

    def _decision(self, text: str, kind: str, heading: str, said: list[str]) -> Decision | None:
        if not text:
            said.append(f"{heading} is missing")
            return None
        decision = self.rules.decision(text)
        if decision is None or kind not in decision.kinds:
            offered = ", ".join(self.rules.offered(kind))
            said.append(f"{text!r} is no {heading.lower()} on this kind of alert: choose one of {offered}")
            return None
        return decision

    def _needs(
        self, row: Submission, decision: Decision, codes: Sequence[ReasonCode], action: Action | None, internal: bool
    ) -> list[str]:
        said = []
        if decision.needs_reason and not row.cell("reason"):
            said.append("Reason is missing")
        if decision.needs_code and not row.cell("reason_code"):
            said.append("Reason code is missing")
        if decision.needs_action and not row.cell("action"):
            said.append(f"Action is missing: {decision.label} needs one")
        if action is not None and action.needs_reference and not row.cell("action_reference"):
            said.append(f"Action reference is missing: {action.id} needs one")
        if internal and not decision.is_true:
            said.append("Own list until goes with a true match, or with flags that are not resolved")
        group = row.cell("apply_to_group")
        if group and plain(group) not in (YES, "no"):
            said.append(f"Apply to group is {group!r}: choose {YES}, or leave it empty")
        elif plain(group) == YES and not (
            decision.outcome == "false_positive" and codes and all(code.clears for code in codes)
        ):
            clearing = ", ".join(code.id for code in self.rules.codes.values() if code.clears)
            said.append(f"Apply to group is only for false positives for reasons of identity: {clearing}")
        return said

    def _code(self, text: str, said: list[str]) -> ReasonCode | None:
        code = self.rules.codes.get(plain(text).upper())
        if code is None:
            said.append(f"{text.strip()!r} is no reason code: choose of {', '.join(self.rules.codes)}")
        return code

    def _action(self, text: str, said: list[str]) -> Action | None:
        action = self.rules.actions.get(plain(text))
        if text and action is None:
            said.append(f"{text!r} is no action: choose one of {', '.join(self.rules.actions)}")
        return action

    def _person(self, text: str, heading: str, role: str, day: date | None, said: list[str]) -> Reviewer | None:
        if not text:
            said.append(f"{heading} is missing")
            return None
        person = self.reviewers.find(text)
        if person is None:
            said.append(f"{heading} {text!r} is not in reviewers.toml")
            return None
        if day is not None and not person.may(role, day):
            said.append(f"{person.name} was no {role} on {day.isoformat()}, says reviewers.toml")
            return None
        return person

    def _day(self, value: Any, heading: str, raised: datetime, said: list[str]) -> date | None:
        """The day of a decision; without one, that of the import. ``raised`` may be of a clock that stood wrong."""
        raised = min(raised, self.now)
        if value == "":
            return self.now.date()
        day = as_day(value)
        if day is None:
            readings = _readings(value)
            if len(readings) > 1:
                said.append(f"{heading} {str(value)!r} can be read in two ways: write {' or '.join(readings)}")
            else:
                today = self.now.date().isoformat()
                said.append(f"{heading} {str(value)!r} is no date: write year, month and day, as in {today}")
        elif day > (self.now.astimezone(UTC) + self._off).date():
            said.append(f"{heading} {day.isoformat()} lies in the future")
            return None
        elif day < (raised.astimezone(UTC) - self._off).date():
            said.append(f"{heading} {day.isoformat()} lies before the alert, raised on {raised.date().isoformat()}")
            return None
        return day

    def _until(self, value: Any, said: list[str]) -> date | None:
        if value == "":
            return None
        day = as_day(value)
        if day is None or not self.now.date() < day <= self.now.date() + timedelta(days=366 * _MOST_YEARS):
            said.append(f"Own list until must be a day to come, within {_MOST_YEARS} years, not {str(value)!r}")
            return None
        return day


def as_day(value: Any) -> date | None:
    """The day in a cell: a date, or text in any style of `intake.party_dates`.

    What is no whole day, or can be read in two ways, such as 11/12/2026, is None.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    for pattern, order in ((_ISO, (1, 2, 3)), (_DOTTED, (3, 2, 1))):
        if found := pattern.fullmatch(text):
            try:
                return date(*(int(found[at]) for at in order))
            except ValueError:
                return None
    found_text = partial_date(text) or ""
    return date.fromisoformat(found_text) if _WHOLE.fullmatch(found_text) else None


def _readings(value: Any) -> list[str]:
    """The days text may mean, with the day first and with the month first."""
    found = (partial_date(str(value).strip(), day_first=first) or "" for first in (True, False))
    return list(dict.fromkeys(text for text in found if _WHOLE.fullmatch(text)))


def agreements(alert: Mapping[str, Any]) -> dict[str, str]:
    """What the fields of an alert with its evidence say: ``date`` → agrees, contradicts or absent; and ``type``."""
    from screening.model import ORGANISATIONS

    lines = (alert.get("comparison") or {}).get("agreements", ())
    said = dict(line.rsplit(" ", 1) for line in lines)
    ours, theirs = (alert.get("subject") or {}).get("schema"), (alert.get("entry") or {}).get("schema")
    if not ours or not theirs or "LegalEntity" in (ours, theirs):
        said["type"] = "absent"
    else:
        alike = ours == theirs or {ours, theirs} <= ORGANISATIONS
        said["type"] = "agrees" if alike else "contradicts"
    return said
