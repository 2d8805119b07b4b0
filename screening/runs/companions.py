"""Which entries of the lists of a run are one party, kept in the data folder: of all lists it takes seconds to tell.

What is kept is named by everything it depends on, as in `screeners`; what cannot be read is told anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from screening.made_with import code, made_with
from screening.runs.screeners import FEWEST
from screening.watchlists import Snapshot
from screening.watchlists.groups import Companions, companions, groups
from screening.watchlists.store import data_dir

FOLDER: Final = Path("cache", "groups")
KEPT: Final = 3
"""Files that stay, those used last."""


def companions_of(snapshots: Sequence[Snapshot], folder: str | Path | None = None) -> Companions:
    """For an entry the others that are the same party; see `watchlists.groups`.

    Args:
        snapshots: The lists of the run.
        folder: The data folder; nothing is kept where there is none yet.
    """
    if len(snapshots) < 2:
        return {}
    home = data_dir(folder)
    if not home.is_dir() or sum(map(len, snapshots)) < FEWEST:
        return companions(groups(snapshots))
    place = home / FOLDER / f"{_named(snapshots)}.parquet"
    with suppress(OSError, pa.ArrowException, KeyError):
        found = companions(pq.read_table(place))
        place.touch()
        return found
    told = groups(snapshots)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = place.with_suffix(".partial")
        pq.write_table(told, partial)
        partial.replace(place)
        for old in sorted(place.parent.glob("*.parquet"), key=lambda each: each.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    return companions(told)


def _named(snapshots: Sequence[Snapshot]) -> str:
    lists = sorted(each.fingerprint for each in snapshots)
    return hashlib.sha256("\n".join((made_with(), code(), *lists)).encode()).hexdigest()[:24]
