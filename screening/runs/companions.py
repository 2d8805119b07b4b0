"""Which entries of the lists of a run are one party; of all lists it takes seconds to tell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from screening.runs.made_of_lists import kept_table
from screening.watchlists import Snapshot
from screening.watchlists.groups import GROUPS, Companions, companions, groups

KIND: Final = "groups"


def companions_of(snapshots: Sequence[Snapshot], folder: str | Path | None = None) -> Companions:
    """For an entry the others that are the same party; see `watchlists.groups`.

    Args:
        snapshots: The lists of the run.
        folder: The data folder, where what was told of them is kept.
    """
    if len(snapshots) < 2:
        return {}
    return companions(kept_table(KIND, snapshots, groups, GROUPS, folder))
