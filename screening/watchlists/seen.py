"""When each entry of a list was first seen: the listing date of those whose publisher gives none.

One small table a list, kept up as versions come in. It can always be made again from the stored versions, so
a broken or missing one is no loss.
"""

from __future__ import annotations

import json
import uuid
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from screening.frames import frame_of
from screening.watchlists.disk import safe_name
from screening.watchlists.history import NEVER_IN_FORCE, Version

if TYPE_CHECKING:
    from screening.watchlists.store import Store

FIRST_SEEN = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("first_seen", pa.date32(), nullable=False),
        pa.field("snapshot_id", pa.string(), nullable=False),
        pa.field("from_the_start", pa.bool_(), nullable=False),
        pa.field("absent_on", pa.date32()),
    ]
)
"""``from_the_start``: it stood in the oldest version there is, so it was listed on that day or any day
before. ``absent_on``: the last day on which an older version is known not to have had it, if there is one.
"""
_DONE = b"versions"


def first_seen(store: Store, list_id: str) -> pa.Table:
    """When each entry was first seen on a list, in versions that were in force or imported for look-backs.

    Returns:
        A table of `FIRST_SEEN`, sorted by ``entry_id``: the day is the publication date of the first version
        that has the entry. Empty for a list that was never imported.
    """
    table, done = _read(store, list_id)
    versions = _counted(store, list_id)
    if done != {one.folder for one in versions}:
        table, _ = _rebuilt(store, versions, table, done)
    return _finished(table, versions)


def note_seen(store: Store, list_id: str) -> None:
    """Bring the table of one list up to date. Call it while holding the store's lock."""
    table, done = _read(store, list_id)
    versions = _counted(store, list_id)
    table, done = _rebuilt(store, versions, table, done)
    path = _path(store, list_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    work = path.with_name(f".{path.name}-{uuid.uuid4().hex}")
    metadata = {_DONE: json.dumps(sorted(done)).encode()}
    pq.write_table(table.to_arrow().replace_schema_metadata(metadata), work, compression="zstd")
    work.replace(path)


def _counted(store: Store, list_id: str) -> list[Version]:
    return [one for one in store.state(list_id).versions if one.state not in NEVER_IN_FORCE]


def _read(store: Store, list_id: str) -> tuple[pl.DataFrame, set[str]]:
    try:
        table = pq.read_table(_path(store, list_id))
        done = set(json.loads(table.schema.metadata[_DONE]))
        return frame_of(table).select("entry_id", "first_seen", "snapshot_id"), done
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException, pl.exceptions.PolarsError):
        return _frame([]), set()


def _rebuilt(
    store: Store, versions: list[Version], table: pl.DataFrame, done: set[str]
) -> tuple[pl.DataFrame, set[str]]:
    """The table with the versions it lacks worked in; from the beginning where it knows one that is no
    longer there.
    """
    if not done <= {one.folder for one in versions}:
        table, done = _frame([]), set()
    parts = [table]
    for version in versions:
        if version.folder in done:
            continue
        ids = pq.read_table(store.path_of(version) / "entries.parquet", columns=["entry_id"])
        parts.append(
            frame_of(ids).with_columns(first_seen=pl.lit(version.effective), snapshot_id=pl.lit(version.snapshot_id))
        )
    whole = pl.concat(parts).sort(["entry_id", "first_seen", "snapshot_id"])
    return whole.unique("entry_id", keep="first", maintain_order=True), {one.folder for one in versions}


def _finished(table: pl.DataFrame, versions: list[Version]) -> pa.Table:
    start: Any = table["first_seen"].min() if table.height else None
    absent = {day: _absent_on(day, versions) for day in table["first_seen"].unique()}
    flagged = table.with_columns(
        from_the_start=pl.col("first_seen") == pl.lit(start, dtype=pl.Date),
        absent_on=pl.col("first_seen").replace_strict(absent, return_dtype=pl.Date),
    )
    return flagged.to_arrow().cast(FIRST_SEEN)


def _absent_on(seen: date, versions: list[Version]) -> date | None:
    """The last day on which a version older than that of ``seen`` is known to have been the newest."""
    days = [
        max(each.surely_on, each.checked or each.surely_on)
        for each in versions
        if each.effective < seen and each.surely_on is not None
    ]
    return min(max(days), seen - timedelta(days=1)) if days else None


def _frame(rows: list[Any]) -> pl.DataFrame:
    return pl.DataFrame(rows, {"entry_id": pl.String, "first_seen": pl.Date, "snapshot_id": pl.String}, orient="row")


def _path(store: Store, list_id: str) -> Path:
    return store.folder / "first_seen" / f"{safe_name(list_id)}.parquet"
