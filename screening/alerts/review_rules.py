"""The rules of ``review.toml``: what may be decided, what it needs, who looks twice, how long things hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final
from unicodedata import category

from screening import reference
from screening.errors import KnowledgeError
from screening.model import PRIORITIES

FILE: Final = "rules/review.toml"
LIST_MATCH: Final = "list_match"
RED_FLAGS: Final = "red_flags"
KINDS: Final = (LIST_MATCH, RED_FLAGS)
YES: Final = "yes"
"""What the drop-down of "Apply to group" offers."""
OUTCOMES: Final = ("true_match", "false_positive", "flag_resolved", "pending_information", "escalated")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision a reviewer can choose; ``second`` holds the priorities for which another must agree."""

    id: str
    label: str
    kinds: frozenset[str]
    outcome: str
    interim: str
    needs_action: bool
    needs_code: bool
    needs_reason: bool
    second: frozenset[str]

    @property
    def is_true(self) -> bool:
        """Whether it says that the party is what the alert says."""
        return self.outcome == "true_match"

    @property
    def is_final(self) -> bool:
        """Whether it closes the alert."""
        return self.outcome in ("true_match", "false_positive", "flag_resolved")


@dataclass(frozen=True, slots=True)
class ReasonCode:
    """Why it is somebody else, or the same: ``field`` is what contradicts or agrees, empty when the code names none.

    Attributes:
        says: What it says on a false positive.
        says_true: What it says on a true match.
    """

    id: str
    says: str
    says_true: str
    field: str
    clears: bool


@dataclass(frozen=True, slots=True)
class Action:
    """What was done about a true match; ``report_within`` counts business days, under the law ``of``."""

    id: str
    says: str
    report_within: int | None = None
    of: str = ""
    needs_reference: bool = False


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """All of ``review.toml``."""

    about: Mapping[str, str]
    decisions: Mapping[str, Decision]
    codes: Mapping[str, ReasonCode]
    actions: Mapping[str, Action]
    clearance: Mapping[str, Any]
    service_levels: Mapping[str, int]
    hours_off: int
    labels: Mapping[str, Decision] = field(default_factory=dict)

    def decision(self, label: str) -> Decision | None:
        """The decision of that label, however it is spaced and capitalised."""
        return self.labels.get(plain(label))

    def offered(self, kind: str) -> list[str]:
        """Labels of the decisions for a kind of alert, in their order."""
        return [each.label for each in self.decisions.values() if kind in each.kinds]


def plain(text: str) -> str:
    """Text without what people and programs change by accident: capitals, spaces, and marks nobody sees."""
    seen = text if text.isascii() else "".join(char for char in text if category(char) != "Cf")
    return " ".join(seen.split()).casefold()


@cache
def load() -> ReviewRules:
    """The rules in force.

    Raises:
        KnowledgeError: A rule is not what it must be.
    """
    content = reference.rules(FILE)
    try:
        decisions = [_decision(each) for each in content["decision"]]
        codes = [
            ReasonCode(each["id"], each["says"], each["says_true"], each.get("field", ""), bool(each["clears"]))
            for each in content["reason_code"]
        ]
        actions = [Action(**each) for each in content["action"]]
        rules = ReviewRules(
            about=content["about"],
            decisions={each.id: each for each in decisions},
            codes={each.id: each for each in codes},
            actions={each.id: each for each in actions},
            clearance=content["clearance"],
            service_levels={name: int(days) for name, days in content["service_levels"].items()},
            hours_off=int(content["dates"]["hours_off"]),
            labels={plain(each.label): each for each in decisions},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"a rule is not what it must be: {error}", where=FILE) from error
    if any(code.clears and not code.field for code in codes):
        raise KnowledgeError("a reason code without a field cannot clear anything", where=FILE)
    if missing := {*PRIORITIES, "information", "reminder"} - set(rules.service_levels):
        raise KnowledgeError(f"no service level for {', '.join(sorted(missing))}", where=FILE)
    return rules


def _decision(row: Mapping[str, Any]) -> Decision:
    second: str | Sequence[str] = row["second"]
    who = frozenset({"always": PRIORITIES, "never": ()}[second] if isinstance(second, str) else second)
    kinds, outcome = frozenset(row["kinds"]), row["outcome"]
    if not kinds <= set(KINDS) or outcome not in OUTCOMES or not who <= set(PRIORITIES):
        msg = f"decision {row['id']}"
        raise ValueError(msg)
    needs = (bool(row["action"]), bool(row["code"]), bool(row["reason"]))
    return Decision(row["id"], row["label"], kinds, outcome, row.get("interim", ""), *needs, who)
