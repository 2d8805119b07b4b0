"""Tables made of the lists of a run, kept in the data folder where making them takes longer than a moment.

What is kept is named by everything it depends on, as in `screeners`; what cannot be read is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from screening.runs.screeners import FEWEST, name_of
from screening.watchlists import Snapshot
from screening.watchlists.store import data_dir

CACHE: Final = "cache"
KEPT: Final = 3
"""Tables of a kind that stay, those used last."""


def kept_table(
    kind: str,
    snapshots: Sequence[Snapshot],
    make: Callable[[Sequence[Snapshot]], pa.Table],
    schema: pa.Schema,
    folder: str | Path | None = None,
) -> pa.Table:
    """The table that ``make`` makes of these lists: the one kept, else a new one, which is kept.

    Args:
        kind: What it is of; the name of the folder it is kept in.
        snapshots: The lists.
        make: Makes it.
        schema: Its columns; a kept table with others is made anew.
        folder: The data folder; nothing is kept where there is none yet, or where the lists are small.
    """
    home = data_dir(folder)
    if not home.is_dir() or sum(map(len, snapshots)) < FEWEST:
        return make(snapshots)
    place = home / CACHE / kind / f"{name_of(snapshots)}.parquet"
    with suppress(OSError, pa.ArrowException):
        found = pq.read_table(place)
        if found.schema.equals(schema):
            place.touch()
            return found
    made = make(snapshots)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = place.with_suffix(".partial")
        pq.write_table(made, partial)
        partial.replace(place)
        for old in sorted(place.parent.glob("*.parquet"), key=lambda each: each.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    return made
