"""What is said of a run, and what it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

KINDS: Final = ("new", "changed", "back", "gone", "kept")
"""Of changes; the trail's records of them bear the same names."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """The facts of a run.

    Args:
        run_id: Its id; recording the same id again changes nothing and gives the same delta.
        job: Name of the job; alerts are gone when a later run of the same job does not raise them.
        started: ISO time in UTC, as is ``finished``.
        facts: Ready for JSON. ``snapshots`` (each with ``list_id, snapshot_id, list_date``), ``settings`` and
            ``made_with`` (``matcher, rules, flag_rules``) are read when reasons are told.
        kind: ``regular`` or ``look_back``; a look-back leaves alerts as they are.
    """

    run_id: str
    job: str
    started: str
    finished: str
    facts: Mapping[str, Any]
    command: str = "run"
    kind: str = "regular"


@dataclass(frozen=True, slots=True)
class Change:
    """What a run changed about one alert; ``kind`` is one of `KINDS`."""

    alert_id: str
    kind: str
    why: str
    before: str
    state: str


@dataclass(frozen=True, slots=True)
class Delta:
    """What a run changed.

    Attributes:
        previous: Id of the job's last run; empty where this is the first.
        changes: In the order of alert ids.
        kept: Of the alerts that this run or an earlier one kept open though it did not raise them, and that nobody has
            decided on: the id → why they are not raised.
        still: Number of alerts that are as they were.
        clock_back: Whether the clock stands before the store's last record.
        notes: What a person should look at.
    """

    run_id: str
    previous: str
    changes: Sequence[Change] = field(default_factory=tuple)
    still: int = 0
    clock_back: bool = False
    notes: Sequence[str] = field(default_factory=tuple)
    kept: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """Alerts by what became of them."""
        found = Counter(each.kind for each in self.changes)
        return {**{kind: found[kind] for kind in KINDS}, "kept": len(self.kept), "still": self.still}
