"""Lists held in quarantine: which, and how one is put in force on a person's word all the same."""

from __future__ import annotations

from collections.abc import Sequence

from screening.errors import ListError, SettingsError
from screening.watchlists.history import Version
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
        reference: A snapshot id, or a list id for the newest of that list in quarantine.
        reason: Why it is right after all.
        by: Who says so.

    Raises:
        SettingsError: Reason or name is missing.
        ListError: There is nothing of that name in quarantine, or it is broken.
    """
    for value, name in ((reason, "--reason"), (by, "--by")):
        if not value.strip():
            raise SettingsError(f"{name} is empty", remedy="say who accepts the list and why: it is kept in the log")
    with store.writing():
        version = _in_quarantine(store, reference)
        store.load(version)
        key = {"list_id": version.list_id, "folder": version.folder, "snapshot_id": version.snapshot_id}
        words = {"reason": " ".join(reason.split()), "by": " ".join(by.split())}
        store.record({"event": "accepted", **key, **words}, {"event": "in_force", **key, "why": "accepted"})
    return version


def _in_quarantine(store: Store, reference: str) -> Version:
    states = store.states()
    for state in states.values():
        held = [one for one in state.versions if one.state == "quarantine"]
        if held and reference == state.list_id:
            return held[-1]
        for one in reversed(held):
            if reference in (one.snapshot_id, one.folder):
                return one
    raise ListError(
        f"nothing called {reference!r} is in quarantine",
        where=store.folder,
        remedy="see: screening lists show",
    )
