"""The states of an alert, and what a run may make of each."""

from __future__ import annotations

from typing import Final

OPEN_STATES: Final = ("open", "pending_information", "pending_second_review", "escalated", "review_required")
CLOSED_STATES: Final = ("false_positive", "true_match", "flag_resolved", "entry_withdrawn", "out_of_scope")
STATES: Final = OPEN_STATES + CLOSED_STATES
DECIDED_STATES: Final = ("false_positive", "true_match", "flag_resolved")
"""Closed by a person: no run closes or alters them, but for a clearance whose ground has changed."""

LIST, INPUT = "list", "input"
"""What may have lost so much that its alerts are kept open: a list, or the tables of parties."""
NOT_RAISED, RAISED, KEPT_FOR = 0, 1, {LIST: 2, INPUT: 3}
"""How an alert stands with a job: not raised by its last run, raised, or not raised and kept open; see `losses`."""

_REOPENED: Final = {
    "false_positive": "review_required",
    "flag_resolved": "review_required",
    "entry_withdrawn": "open",
    "out_of_scope": "open",
}


def when_changed(state: str) -> str:
    """The state after the facts of an alert changed: a clearance is void, a true match and open work stay."""
    return "review_required" if state in ("false_positive", "flag_resolved") else state


def when_back(state: str, changed: bool) -> str:
    """The state of an alert that is raised again after it was gone."""
    if state in DECIDED_STATES:
        return when_changed(state) if changed else state
    return _REOPENED.get(state, state)


def when_gone(state: str, cause: str) -> str:
    """The state of an alert that is no longer raised.

    A person's verdict stands whatever the list does. What only a setting made disappear stays where it is: a
    threshold is no reason to close a question, nor is a publisher's new spelling of a party that is still listed.

    Args:
        state: Its state.
        cause: ``delisted``, ``subject`` (gone or changed), ``entry`` (changed, and still listed), ``list`` (no longer
            screened against) or ``settings``.
    """
    if state in CLOSED_STATES:
        return state
    if cause == "delisted":
        return "entry_withdrawn"
    return "out_of_scope" if cause == "subject" else state


def label(state: str) -> str:
    """The state as a reader sees it: ``Pending second review``."""
    return state.replace("_", " ").capitalize()
