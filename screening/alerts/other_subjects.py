"""Decisions on the same party under another subject id: a customer that was renumbered is another subject, and all that
was decided on it would be out of sight.

They are shown, and never applied: who has the same name may be another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select

from screening.alerts.store.store import Store
from screening.alerts.store.tables import ALERTS, DECISIONS
from screening.names.folding import fold

Key = tuple[str, str]
"""List and entry."""
_TELLS: Final = {"dates": "date", "identifiers": "identifier"}
"""What, beside the name, tells that two subjects are one: the evidence of a subject, and the word for it."""
_SAME_PLACE: Final = {"countries": "country", "addresses": "address"}
"""What must not differ where nothing tells."""


def decided_elsewhere(store: Store, rows: Iterable[Mapping[str, Any]]) -> dict[str, list[tuple[str, str, str]]]:
    """For alerts those of other subjects on the same entry that were decided on, where they seem to be one party.

    Args:
        store: The alert store.
        rows: Alerts of it, with their evidence or without.

    Returns:
        Alert → the other alert, its subject, and what agrees, in words; the other alerts in the order of their ids.
    """
    asked = {row["alert_id"]: row for row in rows}
    decided = _decided(store, {(row["list_id"], row["entry_id"]) for row in asked.values()})
    pairs = [
        (row, other)
        for row in asked.values()
        for other in decided.get((row["list_id"], row["entry_id"]), ())
        if other["subject_id"] != row["subject_id"]
    ]
    known = store.evidence({_subject(each) for pair in pairs for each in pair})
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row, other in pairs:
        agrees = _in_common(known.get(_subject(row)) or {}, known.get(_subject(other)) or {})
        if agrees:
            found[row["alert_id"]].append((other["alert_id"], other["subject_id"], ", ".join(agrees)))
    return dict(found)


def _decided(store: Store, keys: set[Key]) -> dict[Key, list[dict[str, Any]]]:
    """The alerts on those entries that there is a decision on."""
    found: dict[Key, list[dict[str, Any]]] = defaultdict(list)
    columns = (ALERTS.c.alert_id, ALERTS.c.subject_id, ALERTS.c.list_id, ALERTS.c.entry_id, ALERTS.c.subject)
    with_decision = select(*columns).where(ALERTS.c.alert_id.in_(select(DECISIONS.c.alert_id)))
    with store.reading() as connection:
        for row in connection.execute(with_decision.order_by(ALERTS.c.alert_id)).mappings():
            key = (row["list_id"], row["entry_id"])
            if key in keys:
                found[key].append(dict(row))
    return dict(found)


def _subject(row: Mapping[str, Any]) -> str:
    """The digest of what was known of an alert's subject."""
    return str(row.get("subject_digest") or row["subject"])


def _in_common(one: Mapping[str, Any], other: Mapping[str, Any]) -> Sequence[str]:
    """What tells that two subjects are one party; nothing where it is not told.

    They share a name, and a date or an identifier, and neither contradicts; where neither of them has any, their
    countries must be the same, and their addresses must not be others.
    """
    if not _folded(one) & _folded(other):
        return ()
    told = []
    for key, word in _TELLS.items():
        mine, theirs = set(one.get(key) or ()), set(other.get(key) or ())
        if mine & theirs:
            told.append(word)
        elif mine and theirs:
            return ()
    if told:
        return ["name", *told]
    if any(each.get(key) for key in _TELLS for each in (one, other)):
        return ()
    here, there = ({key: set(each.get(key) or ()) for key in _SAME_PLACE} for each in (one, other))
    if here["countries"] != there["countries"]:
        return ()
    if here["addresses"] and there["addresses"] and not here["addresses"] & there["addresses"]:
        return ()
    return ["name", *(word for key, word in _SAME_PLACE.items() if here[key] & there[key])]


def _folded(subject: Mapping[str, Any]) -> set[str]:
    return {fold(name) for name in subject.get("name") or ()} - {""}
