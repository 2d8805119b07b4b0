"""Under which id an entry was first known, where its list gives none: an alert is not lost when a derived id changes.

A derived id is made of the name and the citation. When the publisher mends one of them the id is another one, and so
would be the alert's; `watchlists.pairing` says which entry it was, and the alert keeps the id it was raised under.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from screening.alerts import alert_id
from screening.watchlists import Snapshot
from screening.watchlists.pairing import pair

ByList = Mapping[str, Mapping[str, str]]
"""List → entry id → another entry id."""


@dataclass(frozen=True, slots=True)
class EntryIds:
    """How the ids of entries stand to those of the last run.

    Attributes:
        first: Of each list, id → the id under which alerts on the entry are kept, where that is another one.
        before: Of each list in which an id changed, the id of every entry that was on it → its id then.
    """

    first: ByList = field(default_factory=dict)
    before: ByList = field(default_factory=dict)

    def named(self, hits: pa.Table) -> pa.Table:
        """The hits (`model.HITS`) with the alert ids that their alerts were raised under."""
        if not self.first or not len(hits):
            return hits
        keys = zip(*(hits.column(name).to_pylist() for name in ("subject_id", "list_id", "entry_id")), strict=True)
        known = hits.column("alert_id").to_pylist()
        for at, (subject, list_id, entry) in enumerate(keys):
            first = self.first.get(list_id, {}).get(entry)
            if first is not None:
                known[at] = alert_id(subject, list_id, first)
        at = hits.schema.get_field_index("alert_id")
        return hits.set_column(at, hits.schema.field(at), pa.array(known, pa.string()))


def entry_ids(old: Sequence[Snapshot], new: Sequence[Snapshot], first: ByList) -> EntryIds:
    """Compare the lists of two runs.

    Args:
        old: The last run's lists; of a list that is not among them, what ``first`` says stands.
        new: This run's lists. One that is there in several versions keeps its ids.
        first: What `EntryIds.first` was then.
    """
    earlier = {each.list_id: each for each in old}
    found: dict[str, dict[str, str]] = {}
    changed: dict[str, dict[str, str]] = {}
    lists = [each.list_id for each in new]
    for snapshot in new:
        list_id = snapshot.list_id
        if lists.count(list_id) > 1 or not pc.any(pc.equal(snapshot.entries["id_origin"], "derived")).as_py():
            continue
        known = first.get(list_id, {})
        ids = snapshot.entries["entry_id"].to_pylist()
        before = earlier.get(list_id)
        if before is None or before.sha256 == snapshot.sha256:
            kept = {entry: known[entry] for entry in ids if entry in known}
        else:
            then = {row["new_id"]: row["old_id"] for row in pair(before, snapshot).to_dicts()}
            if any(now != was for now, was in then.items()):
                changed[list_id] = then
            kept = _first(ids, then, known, str(snapshot.list_date or snapshot.snapshot_id))
        if kept:
            found[list_id] = kept
    return EntryIds(found, changed)


def _first(ids: Sequence[str], then: Mapping[str, str], known: Mapping[str, str], when: str) -> dict[str, str]:
    """Entry → the id its alerts are kept under, where that is not its own.

    An entry that is new, under an id that another one's alerts are kept under, must not be taken for that one.
    """
    first = {entry: known.get(was, was) for entry, was in then.items()}
    taken = set(first.values())
    first |= {entry: f"{entry}@{when}" for entry in ids if entry not in first and entry in taken}
    return {entry: kept for entry, kept in sorted(first.items()) if entry != kept}
