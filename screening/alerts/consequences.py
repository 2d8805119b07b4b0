"""What follows from a decision: whether another must agree, what is kept of it, what is due, how long it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal

from screening.alerts.clearances import clearance
from screening.alerts.federal_holidays import report_due
from screening.alerts.rating_settings import OWN
from screening.alerts.review_rules import LIST_MATCH, ReviewRules
from screening.alerts.reviewers import Reviewer, Reviewers
from screening.alerts.service_levels import ServiceLevels
from screening.alerts.submissions import Submission, Verdict, agreements

PENDING: Final = "pending_second_review"
DECIDED: Final = ("false_positive", "true_match", "flag_resolved")
CLOSED: Final = (*DECIDED, "entry_withdrawn", "out_of_scope")
Stage = Literal["first", "second"]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """What decisions follow: the rules, who decides, how long things may wait, and when it is.

    Attributes:
        law: Gives the jurisdiction of a list; ``own`` where it is not known.
        source: The file that is imported, by its hash.
        account: Who imports it.
    """

    rules: ReviewRules
    reviewers: Reviewers
    levels: ServiceLevels
    law: Callable[[str], str]
    now: datetime
    source: str
    account: str

    @property
    def today(self) -> date:
        """The day of the import."""
        return self.now.date()


def revision(alert: Mapping[str, Any]) -> str:
    """Which state of its evidence an alert of the store is in; ``alert`` with or without its evidence."""
    sides = [alert.get(f"{side}_digest") or alert[side] for side in ("subject", "entry", "comparison")]
    return hashlib.sha256("".join(sides).encode()).hexdigest()[:12]


def second_needed(alert: Mapping[str, Any], verdict: Verdict, book: Rulebook) -> str:
    """Why another reviewer must agree; empty when none must."""
    if not book.reviewers.four_eyes:
        return ""
    if verdict.decision.is_true:
        return "a true match"
    if verdict.clears and alert["state"] == "false_positive":
        return "what is remembered is to hold longer"
    if alert["state"] in DECIDED and alert["state"] != verdict.decision.outcome:
        return "it reverses what was decided"
    if verdict.clears:
        return "it will be remembered"
    if alert["priority"] in verdict.decision.second:
        return f"{alert['priority']} priority"
    return ""


def contradicted(alert: Mapping[str, Any], verdict: Verdict) -> str:
    """Why a decision cannot be for its reason: what agrees says nothing against a match, what does not nothing for it.

    A decision that leaves the alert open may name any field.
    """
    if alert["kind"] != LIST_MATCH or not verdict.decision.is_final:
        return ""
    said = agreements(alert)
    named = [(code.id, said.get(code.field, "absent")) for code in verdict.codes if code.field]
    if not verdict.decision.is_true:
        return next((f"the reason code {code} names a field that agrees" for code, is_ in named if is_ == "agrees"), "")
    return next(
        (
            f"the reason code {code} says on a true match that this agrees, and here it "
            f"{'contradicts' if is_ == 'contradicts' else 'is absent on one side'}: leave the code out"
            for code, is_ in named
            if is_ != "agrees"
        ),
        "",
    )


def as_kept(
    alert: Mapping[str, Any], verdict: Verdict, stage: Stage, row: Submission, book: Rulebook
) -> dict[str, Any]:
    """A decision as the store keeps it. Its id is made from what was decided and in which file."""
    until = verdict.internal_until
    kept: dict[str, Any] = {
        "alert_id": alert["alert_id"],
        "stage": stage,
        "decision": verdict.decision.id,
        "reason_code": ", ".join(code.id for code in verdict.codes),
        "reason": verdict.reason,
        "action": verdict.action.id if verdict.action else "",
        "action_reference": verdict.action_reference,
        "reviewer": verdict.reviewer.name,
        "decided_on": verdict.decided_on.isoformat(),
        "source": book.source,
    }
    what = "\x1f".join([revision(alert), *(f"{key}={kept[key]}" for key in sorted(kept))])
    kept["decision_id"] = hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    kept["account"] = book.account
    kept["data"] = {
        "cells": row.cells(stage),
        "internal_until": until.isoformat() if until else None,
        "reviewer_is": "attested: typed in a cell, not authenticated",
    }
    return kept


def restored(kept: Mapping[str, Any], book: Rulebook) -> Verdict:
    """A decision of the store as it was understood when it was made."""
    until = kept["data"].get("internal_until")
    return Verdict(
        book.rules.decisions[kept["decision"]],
        book.reviewers.find(kept["reviewer"]) or Reviewer(kept["reviewer"], frozenset()),
        date.fromisoformat(kept["decided_on"]),
        kept["reason"],
        tuple(book.rules.codes[code] for code in kept["reason_code"].split(", ") if code in book.rules.codes),
        book.rules.actions.get(kept["action"]),
        kept["action_reference"],
        internal_until=date.fromisoformat(until) if until else None,
    )


def ended() -> dict[str, Any]:
    """What is over in an alert's data once there is a new decision."""
    return {
        **dict.fromkeys(("pending", "clearance", "reopened_on", "asked_on", "report_due", "standing")),
        "hold": False,
        "disagreed": False,
    }


def waits(alert: Mapping[str, Any], verdict: Verdict, decision_id: str) -> dict[str, Any]:
    """What is laid over the data of an alert whose decision waits for a second: a proposed true match is a hold.

    What stands until then stays: the clearance of a false positive that is to be extended, say.
    """
    held = verdict.decision.interim == "hold"
    return {"pending": decision_id, "hold": held or bool(alert["data"].get("hold")), "reopened_on": None}


def stands(
    alert: Mapping[str, Any], verdict: Verdict, decision_id: str, book: Rulebook, approved_by: str = ""
) -> dict[str, Any]:
    """What is laid over the data of an alert whose decision stands."""
    decision, action = verdict.decision, verdict.action
    data = ended() | {"standing": decision_id}
    if decision.outcome == "false_positive":
        data["clearance"] = clearance(alert, verdict, book.rules, book.today)
    if decision.outcome == "pending_information":
        data["asked_on"] = verdict.decided_on.isoformat()
    if decision.is_true and action is not None:
        data["hold"] = action.id == "hold"
        # of a list nobody knows, better a report too many than one too few
        if action.report_within is not None and book.law(alert["list_id"]) in (action.of, OWN):
            data["report_due"] = report_due(verdict.decided_on, action.report_within).isoformat()
    if verdict.internal_until is not None:
        data["internal"] = {
            "until": verdict.internal_until.isoformat(),
            "since": book.today.isoformat(),
            "reason": verdict.reason,
            "by": verdict.reviewer.name,
            "approved_by": approved_by,
        }
    elif decision.is_final and not decision.is_true and alert["data"].get("internal"):
        data["internal"] = {
            **alert["data"]["internal"],
            "until": book.today.isoformat(),
        }
    return data
