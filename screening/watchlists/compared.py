"""Which snapshots `screening lists diff OLD NEW` means: files, dates, snapshot ids, lists, words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from screening.errors import ListError, SettingsError
from screening.watchlists.diff import Changes, diff
from screening.watchlists.history import ListState, Version
from screening.watchlists.snapshot import Snapshot
from screening.watchlists.store import Store

PREVIOUS = "previous"
CURRENT = "current"
QUARANTINE = "quarantine"


def compare(store: Store, old: str, new: str, list_ids: Sequence[str] | None = None) -> list[Changes]:
    """The changes between two references, one result a list.

    Args:
        store: Where stored snapshots are.
        old: A file or folder, a snapshot id, a list id, a date, or ``previous``, ``current`` or
        ``quarantine``. Dates
            and words mean one snapshot a list: the newest published by then, the one in force before, or
            now, or the one waiting to be accepted.
        new: Likewise.
        list_ids: Compare only these lists, where dates or words are given.

    Raises:
        ListError: One of them is not there, or no list has both.
    """
    sides = [_fixed(store, one) for one in (old, new)]
    if sides[0] is not None and sides[1] is not None:
        return [diff(sides[0], sides[1])]
    states = store.states()
    fixed = next((one for one in sides if one is not None), None)
    wanted = [fixed.list_id] if fixed is not None else list(list_ids or sorted(states))
    found = []
    for list_id in wanted:
        state = states.get(list_id) or ListState(list_id)
        versions = [_moving(state, one) if side is None else side for one, side in zip((old, new), sides, strict=True)]
        if versions[0] is None or versions[1] is None:
            if list_ids is not None or fixed is not None:
                missing = old if versions[0] is None else new
                raise ListError(f"no version {missing!r} of the list", where=list_id, remedy=_remedy(list_id))
            continue
        first, second = (one if isinstance(one, Snapshot) else store.load(one) for one in versions if one)
        found.append(diff(first, second))
    if not found:
        raise ListError(f"no list has both a version {old!r} and a version {new!r}", remedy=_remedy("LIST"))
    return found


def _remedy(list_id: str) -> str:
    return f"see what there is with: screening lists show {list_id}"


def _fixed(store: Store, reference: str) -> Snapshot | None:
    """The snapshot a file, snapshot id or list id means; None for what means one snapshot a list."""
    if reference in (PREVIOUS, CURRENT, QUARANTINE) or _day(reference) is not None:
        return None
    if Path(reference).exists():
        return Snapshot.read(reference, historical=True)
    try:
        return store.load(store.find(reference))
    except ListError as error:
        if "/" in reference or "\\" in reference or "." in Path(reference).suffix:
            raise ListError(
                "no such file, and no such snapshot in the store",
                where=reference,
                remedy="see: screening lists show",
            ) from error
        raise


def _day(reference: str) -> date | None:
    try:
        return date.fromisoformat(reference)
    except ValueError:
        if reference[:4].isdigit() and len(reference) == 10 and reference[4] == reference[7] == "-":
            raise SettingsError(f"no such day: {reference}", remedy="write dates as 2026-08-20") from None
        return None


def _moving(state: ListState, reference: str) -> Version | None:
    if reference == CURRENT:
        return state.current
    if reference == PREVIOUS:
        return state.previous
    if reference == QUARANTINE:
        return state.waiting
    return state.published_by(_day(reference) or date.max)
