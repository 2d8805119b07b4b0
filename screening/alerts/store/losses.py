"""Lists and tables of parties that lost so much since the last run that the loss itself is the news.

A download cut short and an export that failed look like a delisting of everybody and a firm without customers. The
alerts are gone from the run all the same, but none is closed for it: they stay as they are until somebody has looked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from screening.alerts.store.raising import Known

SHARE: Final = 0.5
"""More than this share of the last run's, and at least `FEWEST`, must be gone for that."""
FEWEST: Final = 2
"""One that goes is what lists and tables of any size lose from day to day; two that are most of it, of three say, are
asked about: a question too many is answered in a minute, an alert that a cut file closed is lost."""
_PASSING: Final = ("m-", "t-")
"""Ids of parties in articles and customs records begin so: these come and go with their files."""
_STAYS: Final = "so many are gone at once that the alert stays as it was"


@dataclass(frozen=True, slots=True)
class Losses:
    """What was lost.

    Attributes:
        lists: List → how many entries it had in the last run, and has now.
        parties: Ids of the parties of tables that are gone, where they are most; else empty.
        parties_before: How many there were.
    """

    lists: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    parties: frozenset[str] = frozenset()
    parties_before: int = 0

    @property
    def notes(self) -> list[str]:
        """The same for a person."""
        said = [
            f"the list {list_id} had {before:,} entries in the last run and has {now:,} now: see whether it is whole. "
            "No alert was closed for it"
            for list_id, (before, now) in self.lists.items()
        ]
        if self.parties:
            said.append(
                f"{len(self.parties):,} of the {self.parties_before:,} parties of the last run are not in the input: "
                "see whether it is whole. No alert was closed for it"
            )
        return said

    def cause(self, alert: Mapping[str, Any], cause: str, why: str) -> tuple[str, str]:
        """The cause and the reason for which an alert of the store is gone, as `reasons.Reasons.of_gone` tells them."""
        if cause == "delisted" and alert["list_id"] in self.lists:
            return "list", f"{why}; {_STAYS}"
        if cause == "subject" and alert["subject_id"] in self.parties:
            return "input", f"{why}; {_STAYS}"
        return cause, why


def losses(last: Mapping[str, Any] | None, facts: Mapping[str, Any], before: Known | None, now: Known | None) -> Losses:
    """Compare what two runs of a job had before them.

    Args:
        last: The facts of the last run; None where this is the first.
        facts: Those of this run.
        before: What the last run knew; None where that is lost.
        now: What this one knows.
    """
    then, today = (_sizes(each or {}) for each in (last, facts))
    lists = {key: (size, today[key]) for key, size in then.items() if key in today and _most(size - today[key], size)}
    if before is None or now is None:
        return Losses(lists)
    ids = {each for each in before.ids() if not each.startswith(_PASSING)}
    gone = ids - now.ids()
    return Losses(lists, frozenset(gone) if _most(len(gone), len(ids)) else frozenset(), len(ids))


def _most(gone: int, of: int) -> bool:
    return gone >= FEWEST and gone > SHARE * of


def _sizes(facts: Mapping[str, Any]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for each in facts.get("snapshots") or ():
        sizes[each["list_id"]] = max(sizes.get(each["list_id"], 0), int(each.get("entries", 0)))
    return sizes
