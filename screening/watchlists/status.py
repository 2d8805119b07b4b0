"""The status page: each list, its date, its age, what is in force and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from screening.watchlists.catalogue import CatalogueEntry
from screening.watchlists.history import ListState
from screening.watchlists.store import Store

NEVER = "not imported"
IN_FORCE = "in force"
ONLY_QUARANTINE = "quarantine"
ONLY_REJECTED = "rejected"
LOOK_BACK = "look-back only"


@dataclass(frozen=True, slots=True)
class Status:
    """How one list stands.

    Attributes:
        published: When the version in force was published: a day, a month, or ``unknown``.
        list_date: The same where the day is known.
        checked: When the publisher's server last said that nothing newer is there.
        age_days: Days since the later of the two.
        quarantine: Why the newest version is in quarantine; empty where it is not.
        warnings: Everything a person should know, the quarantine included.
    """

    list_id: str
    title: str
    publisher: str
    jurisdiction: str
    state: str
    snapshot_id: str = ""
    published: str = ""
    list_date: date | None = None
    checked: date | None = None
    age_days: int | None = None
    entries: int | None = None
    format: str = ""
    evidence: str = ""
    quarantine: str = ""
    warnings: list[str] = field(default_factory=list)


def status(store: Store, list_ids: Sequence[str] | None = None) -> list[Status]:
    """The status of every list of the catalogue and of the store, in the catalogue's order, then by id."""
    states = store.states()
    known = {one.id: one for one in store.catalogue.lists}
    shown = [one.id for one in store.catalogue.current]
    shown += sorted(list_id for list_id in states if list_id not in shown)
    return [
        _status(store, list_id, known.get(list_id), states.get(list_id))
        for list_id in shown
        if list_ids is None or list_id in list_ids
    ]


def _status(store: Store, list_id: str, known: CatalogueEntry | None, state: ListState | None) -> Status:
    words: dict[str, Any] = {
        "list_id": list_id,
        "title": known.title if known else "a list of your own",
        "publisher": known.publisher if known else "",
        "jurisdiction": known.jurisdiction if known else "",
    }
    warnings: list[str] = []
    if state is not None and state.last_failure:
        warnings.append(f"the last update failed: {state.last_failure}")
    if state is None or not state.versions:
        return Status(**words, state=NEVER, warnings=warnings)
    held = "; ".join(state.waiting.reasons) if state.waiting else ""
    if state.waiting:
        kept = "the older one stays in force" if state.current else "nothing is in force"
        warnings.append(
            f"the newest copy, {state.waiting.snapshot_id}, is in quarantine and {kept}: {held}. "
            f"If it is right: screening lists accept {list_id} --reason … --by …; "
            "if it is not: screening lists reject, likewise"
        )
    version = state.current
    if version is None:
        states = {one.state for one in state.versions}
        only = LOOK_BACK if "historical" in states else ONLY_QUARANTINE if "quarantine" in states else ONLY_REJECTED
        if known and known.retired_on:
            warnings.append(f"retired on {known.retired_on}; use {known.use_instead}")
        return Status(**words, state=only, quarantine=held, warnings=warnings)
    age = (store.today - version.fresh_on).days
    allowed = known.max_age_days if known else None
    if allowed is not None and age > allowed:
        warnings.append(f"{age:,} days old, more than the {allowed} its catalogue entry allows")
    if version.published == "unknown":
        warnings.append("it says no publication date: its age is counted from the day it came in")
    warnings += version.warnings
    if version.accepted_by:
        warnings.append(f"in force because {version.accepted_by} accepted it: {version.accepted_why}")
    return Status(
        **words,
        state=IN_FORCE,
        snapshot_id=version.snapshot_id,
        published=version.published,
        list_date=version.list_date,
        checked=version.checked,
        age_days=age,
        entries=version.entries,
        format=version.format,
        evidence=version.evidence,
        quarantine=held,
        warnings=warnings,
    )
