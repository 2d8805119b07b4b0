"""Lists held in quarantine: which, and how a person puts one in force all the same, or rejects it."""

from __future__ import annotations

from collections.abc import Sequence

from screening.errors import ListError, SettingsError
from screening.watchlists.history import NEVER_IN_FORCE, Version
from screening.watchlists.store import Store


def quarantined(store: Store, list_ids: Sequence[str] | None = None) -> dict[str, str]:
    """Lists whose newest version is in quarantine, with the reason: a run on them ends with exit code 5."""
    return {
        list_id: "; ".join(state.waiting.reasons)
        for list_id, state in sorted(store.states().items())
        if state.waiting is not None and (list_ids is None or list_id in list_ids)
    }


def accept(store: Store, reference: str, *, reason: str, by: str) -> Version:
    """Put a quarantined version in force on a person's word, which is recorded.

    Args:
        store: The lists' store.
        reference: A snapshot id, also of one that was rejected, or a list id for the newest in quarantine.
        reason: Why it is right after all.
        by: Who says so.

    Raises:
        SettingsError: Reason or name is missing.
        ListError: There is nothing of that name in quarantine, or it is broken.
    """
    words = _words(reason, by, "accepts")
    with store.writing():
        version = _in_quarantine(store, reference, rejected_too=True)
        store.load(version)
        key = _key(version)
        store.record({"event": "accepted", **key, **words}, {"event": "in_force", **key, "why": "accepted"})
    return version


def reject(store: Store, reference: str, *, reason: str, by: str) -> Version:
    """Take a version out of quarantine that must not be put in force: a wrong file, say. It is kept, and so is who said
    so and why; what is in force stays in force.

    Args:
        store: The lists' store.
        reference: A snapshot id, or a list id for the newest of that list in quarantine.
        reason: Why it is wrong.
        by: Who says so.

    Raises:
        SettingsError: Reason or name is missing.
        ListError: There is nothing of that name in quarantine.
    """
    words = _words(reason, by, "rejects")
    with store.writing():
        version = _in_quarantine(store, reference)
        store.record({"event": "rejected", **_key(version), **words})
    return version


def _words(reason: str, by: str, does: str) -> dict[str, str]:
    for value, name in ((reason, "--reason"), (by, "--by")):
        if not value.strip():
            raise SettingsError(f"{name} is empty", remedy=f"say who {does} the list and why: it is kept in the log")
    return {"reason": " ".join(reason.split()), "by": " ".join(by.split())}


def _key(version: Version) -> dict[str, str]:
    return {"list_id": version.list_id, "folder": version.folder, "snapshot_id": version.snapshot_id}


def _in_quarantine(store: Store, reference: str, *, rejected_too: bool = False) -> Version:
    states = store.states()
    for state in states.values():
        held = [one for one in state.versions if one.state == "quarantine"]
        if held and reference == state.list_id:
            return held[-1]
        named = [one for one in state.versions if one.state in NEVER_IN_FORCE] if rejected_too else held
        for one in reversed(named):
            if reference in (one.snapshot_id, one.folder):
                return one
    raise ListError(
        f"nothing called {reference!r} is in quarantine",
        where=store.folder,
        remedy="see: screening lists show",
    )
