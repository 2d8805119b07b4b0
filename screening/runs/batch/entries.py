"""Which entries differ between the lists of two runs, as far as matching is concerned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from screening.frames import frame_of
from screening.watchlists import Snapshot

_TABLES: Final = {
    "entries": ["schema", "name", "measures", "countries"],
    "names": ["name", "name_type"],
    "identifiers": ["type", "number", "country"],
}
"""What a match shows, or is made of, of each entry."""


@dataclass(frozen=True, slots=True)
class Differences:
    """How the lists of a run differ from the last run's.

    Attributes:
        same: Entries that are as they were: ``list_id, entry_id`` and the ``snapshot_id, list_date`` they are now of.
        changed: The lists as far as they are new or changed.
    """

    same: pa.Table
    changed: list[Snapshot]


def differences(old: Sequence[Snapshot], new: Sequence[Snapshot]) -> Differences:
    """Compare the lists of two runs. Lists that either run has in several versions count as changed whole."""
    before, after = _single(old), _single(new)
    same, changed = [], []
    for snapshot in new:
        earlier = before.get(snapshot.list_id)
        if earlier is None or snapshot.list_id not in after:
            changed.append(snapshot)
            continue
        alike = _alike(earlier, snapshot)
        same.append(
            alike.select(
                pl.lit(snapshot.list_id).alias("list_id"),
                "entry_id",
                pl.lit(snapshot.snapshot_id).alias("snapshot_id"),
                pl.lit(snapshot.effective, pl.Date).alias("list_date"),
            )
        )
        if alike.height < len(snapshot):
            changed.append(_without(snapshot, alike.get_column("entry_id").to_arrow()))
    schema = {"list_id": pl.String, "entry_id": pl.String, "snapshot_id": pl.String, "list_date": pl.Date}
    whole = pl.concat(same) if same else pl.DataFrame(schema=schema)
    return Differences(whole.to_arrow(), changed)


def _single(snapshots: Sequence[Snapshot]) -> dict[str, Snapshot]:
    """The lists that are there once."""
    ids = [each.list_id for each in snapshots]
    return {each.list_id: each for each in snapshots if ids.count(each.list_id) == 1}


def _alike(old: Snapshot, new: Snapshot) -> pl.DataFrame:
    """``entry_id`` of the entries that match as they did."""
    if old.sha256 == new.sha256 and old.snapshot_id == new.snapshot_id and old.parser_version == new.parser_version:
        return frame_of(new.entries).select("entry_id")
    return _told(old).join(_told(new), on=["entry_id", *_TABLES], nulls_equal=True).select("entry_id")


def _told(snapshot: Snapshot) -> pl.DataFrame:
    """For each entry one text a table: all that matching sees of it, whatever the order of rows."""
    frames: list[pl.DataFrame] = []
    for table, columns in _TABLES.items():
        frame = frame_of(getattr(snapshot, table)).select("entry_id", line=pl.struct(columns).struct.json_encode())
        frames.append(frame.group_by("entry_id").agg(pl.col("line").sort().str.join("\n").alias(table)))
    told = frames[0]
    for frame in frames[1:]:
        told = told.join(frame, on="entry_id", how="left")
    return told


def _without(snapshot: Snapshot, ids: Any) -> Snapshot:
    """The snapshot without those entries."""

    def rest(table: pa.Table) -> pa.Table:
        return table.filter(pc.invert(pc.is_in(table["entry_id"], ids.cast(pa.string()))))

    return replace(snapshot, **{name: rest(table) for name, table in snapshot.tables.items()})
