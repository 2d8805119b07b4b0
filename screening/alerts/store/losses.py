"""Lists and tables of parties that lost so much since the last run that the loss itself is the news.

A download cut short and an export that failed look like a delisting of everybody and a firm without customers. The
alerts are not raised by the run all the same, but none is closed for it: they are kept open until they are raised
again, decided on, or the loss is accepted by somebody who has looked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from screening.alerts.store.raising import Known
from screening.alerts.store.states import INPUT, LIST

SHARE: Final = 0.5
"""More than this share of the last run's, and at least `FEWEST`, must be gone for that."""
FEWEST: Final = 2
"""One that goes is what lists and tables of any size lose from day to day; two that are most of it, of three say, are
asked about: a question too many is answered in a minute, an alert that a cut file closed is lost."""
_PASSING: Final = ("m-", "t-")
"""Ids of parties in articles and customs records begin so: these come and go with their files."""
_STAYS: Final = "so many are gone at once that the alert stays as it was"
_NOT_CLOSED: Final = "see whether it is whole. No alert was closed for it"
_ACCEPTED: Final = "that was accepted, and the alerts of what is gone are closed"


@dataclass(frozen=True, slots=True)
class KeptOpen:
    """An open alert that an earlier run kept open.

    Attributes:
        kept_for: What had lost most, `states.LIST` or `states.INPUT`.
        missing: Whether this run does not raise it either, since its entry or its subject is still not there.
    """

    kept_for: str
    list_id: str
    subject_id: str
    missing: bool


@dataclass(frozen=True, slots=True)
class Losses:
    """What was lost.

    Attributes:
        lists: List → how many entries it had in the last run, and has now.
        parties: How many parties of tables are gone, where they are most, and how many there were; else None.
        still: Lists that lost most in an earlier run, and still lack most of what alerts were kept open for.
        gone: Ids of parties for whose absence no alert is closed.
        still_gone: Whether the tables still lack parties that were lost in an earlier run.
        accepted: Whether somebody said that it is right so.
    """

    lists: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    parties: tuple[int, int] | None = None
    still: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    still_gone: bool = False
    accepted: bool = False

    @property
    def notes(self) -> list[str]:
        """The same for a person."""
        end = _ACCEPTED if self.accepted else _NOT_CLOSED
        said = [
            f"the list {list_id} had {before:,} entries in the last run and has {now:,} now: {end}"
            for list_id, (before, now) in self.lists.items()
        ]
        said += [
            f"the list {list_id} still lacks most of what it lost in an earlier run: {end}"
            for list_id in sorted(self.still - self.lists.keys())
        ]
        if self.parties:
            said.append(
                f"{self.parties[0]:,} of the {self.parties[1]:,} parties of the last run are not in the input: {end}"
            )
        elif self.still_gone:
            said.append(f"most parties that were gone from the input in an earlier run are still not in it: {end}")
        return said

    def kept_for(self, alert: Mapping[str, Any], cause: str) -> str:
        """For the loss of what an alert that is not raised is kept open; empty where it is not.

        Args:
            alert: The alert, as the store has it.
            cause: As `reasons.Reasons.of_gone` tells it.
        """
        if self.accepted:
            return ""
        if cause == "delisted" and (alert["list_id"] in self.lists or alert["list_id"] in self.still):
            return LIST
        return INPUT if cause == "subject" and alert["subject_id"] in self.gone else ""


def staying(why: str) -> str:
    """The reason for which an alert that is kept open is not raised."""
    return f"{why}; {_STAYS}"


def losses(
    last: Mapping[str, Any] | None,
    facts: Mapping[str, Any],
    before: Known | None,
    now: Known | None,
    kept: Sequence[KeptOpen] = (),
    *,
    accepted: bool = False,
) -> Losses:
    """Compare what two runs of a job had before them.

    Args:
        last: The facts of the last run; None where this is the first.
        facts: Those of this run.
        before: What the last run knew; None where that is lost.
        now: What this one knows.
        kept: What earlier runs kept open and nobody has decided on since.
        accepted: Whether somebody said that what is gone is rightly so.
    """
    then, today = (_sizes(each or {}) for each in (last, facts))
    lists = {key: (size, today[key]) for key, size in then.items() if key in today and _most(size - today[key], size)}
    still = _still_short([(each.list_id, each.missing) for each in kept if each.kept_for == LIST])
    absent = [each for each in kept if each.kept_for == INPUT]
    still_gone = bool(_still_short([("", each.missing) for each in absent]))
    gone = {each.subject_id for each in absent if each.missing} if still_gone else set()
    parties = None
    if before is not None and now is not None:
        ids = {each for each in before.ids() if not each.startswith(_PASSING)}
        lost = ids - now.ids()
        if _most(len(lost), len(ids)):
            parties = (len(lost), len(ids))
        if parties or still_gone:  # while the table is short, no absence says anything
            gone |= lost
            gone |= {each.subject_id for each in absent if each.missing}
    return Losses(lists, parties, still, frozenset(gone), still_gone, accepted)


def _still_short(kept: Sequence[tuple[str, bool]]) -> frozenset[str]:
    """Of what alerts were kept open, that of which half or more are still missing."""
    missing: dict[str, list[bool]] = defaultdict(list)
    for what, is_missing in kept:
        missing[what].append(is_missing)
    return frozenset(what for what, each in missing.items() if sum(each) >= SHARE * len(each))


def _most(gone: int, of: int) -> bool:
    return gone >= FEWEST and gone > SHARE * of


def _sizes(facts: Mapping[str, Any]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for each in facts.get("snapshots") or ():
        sizes[each["list_id"]] = max(sizes.get(each["list_id"], 0), int(each.get("entries", 0)))
    return sizes
