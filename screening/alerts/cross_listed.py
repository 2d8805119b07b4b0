"""The priority of a hit on a party that several lists hold: it is as grave as the gravest of its listings.

A list of another law may have the name that was met, and the list that binds the firm only others of the same party.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from screening.alerts import jurisdictions, rating_rules, records
from screening.alerts.rating_settings import OWN, RatingSettings
from screening.model import PRIORITIES

if TYPE_CHECKING:
    from screening.watchlists import Snapshot
    from screening.watchlists.groups import Companions

EntryId = tuple[str, str]
"""List and entry."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How much a listing matters: the verdict, and whether its law binds the firm."""

    verdict: rating_rules.Verdict
    binds_us: bool


class Priorities:
    """Judges listings by the rules.

    Args:
        snapshots: The lists of the run; of several of one list the newest says what an entry is besides.
        settings: Whose law binds the firm.
        rulebook: The rules.
        companions: For an entry the others that are the same party.
    """

    def __init__(
        self,
        snapshots: Sequence[Snapshot],
        settings: RatingSettings,
        rulebook: rating_rules.Rules,
        companions: Companions,
    ) -> None:
        self._snapshots, self._settings, self._rulebook = snapshots, settings, rulebook
        self._companions = companions
        self._laws = jurisdictions.of_lists(snapshots, settings)
        self._others: dict[EntryId, records.EntryRecord] = {}

    def look_up(self, ids: Iterable[EntryId]) -> None:
        """Fetch at once the other listings of those entries."""
        wanted = sorted({other for each in ids for other in self._companions.get(each, ())})
        newest: dict[str, Snapshot] = {}
        for snapshot in sorted(self._snapshots, key=lambda each: (str(each.list_date or ""), each.snapshot_id)):
            newest[snapshot.list_id] = snapshot
        rows = [(newest[list_id], entry_id) for list_id, entry_id in wanted if list_id in newest]
        asked = {
            "list_id": [snapshot.list_id for snapshot, _ in rows],
            "snapshot_id": [snapshot.snapshot_id for snapshot, _ in rows],
            "entry_id": [entry_id for _, entry_id in rows],
        }
        table = pa.table({name: pa.array(values, pa.string()) for name, values in asked.items()})
        found = records.entries(newest.values(), table)
        self._others = {(list_id, entry_id): entry for (list_id, _, entry_id), entry in found.items()}

    def of(
        self,
        row: Mapping[str, Any],
        entry: records.EntryRecord | None,
        in_force: Callable[[date | None], bool],
        *,
        given_name_only: bool,
    ) -> Judged:
        """How much a hit matters.

        Args:
            row: A row of `model.MATCHES`.
            entry: Its entry.
            in_force: Whether a measure that ended on that day, if it ended, still stood on the day that matters.
            given_name_only: Whether a story gives no more than a given name.
        """

        def judged(list_id: str, measures: Sequence[str], ended: date | None) -> Judged:
            law = self._laws.get(list_id, OWN)
            binding = jurisdictions.binds(law, self._settings, self._rulebook)
            facts = {
                "measures": measures,
                "binds_us": binding,
                "in_force": in_force(ended),
                "ended": ended,
                "relation": row["relation"],
                "given_name_only": given_name_only,
                "law": jurisdictions.law_label(law),
            }
            return Judged(rating_rules.priority(facts, self._rulebook), binding)

        best = judged(row["list_id"], row["measure"], entry.fields.get("ended_on") if entry else None)
        for list_id, entry_id in self._companions.get((row["list_id"], row["entry_id"]), ()):
            other = self._others.get((list_id, entry_id))
            if other is None:
                continue
            theirs = judged(list_id, other.fields["measures"], other.fields.get("ended_on"))
            if _gravity(theirs) < _gravity(best):
                told = f"The same party is {list_id} {entry_id} ({other.fields['name']}): {theirs.verdict.why}"
                best = Judged(rating_rules.Verdict(theirs.verdict.level, theirs.verdict.rule, told), theirs.binds_us)
        return best


def _gravity(judged: Judged) -> tuple[int, bool]:
    return PRIORITIES.index(judged.verdict.level), not judged.binds_us
