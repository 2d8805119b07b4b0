"""Which parties of the records are on lists, and since when: what the flags of listing are read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow as pa

from screening.trade.book import LISTINGS

if TYPE_CHECKING:
    from screening.watchlists import Snapshot

BY_ENTRY = "date by the list"
BY_FIRST_SEEN = "first seen in the version of that day"
BY_START = "on the oldest version there is, so on that day or before"
BY_SNAPSHOT = "on the version of that day, when first is not known"


def listings(
    hits: pa.Table, snapshots: Sequence[Snapshot] = (), first_seen: Mapping[str, pa.Table] | None = None
) -> pl.DataFrame:
    """Bring rated hits on parties into the form the flags read, with the day each entry was listed.

    The day is the entry's own where the publisher gives one; else that of the first version of the list that had
    it; else that of the version screened against. Which it was stands in ``listed_by``.

    Args:
        hits: Table of `model.HITS` (or MATCHES: then of no strength, which counts as moderate).
        snapshots: What was screened against.
        first_seen: For each list id a table of `watchlists.seen.FIRST_SEEN`.

    Returns:
        Table of `book.LISTINGS`, one row for each party and entry: the strongest hit.
    """
    frame = _frame(hits)
    for name, value in (("match_strength", "moderate"), ("priority", None)):
        if name not in frame.columns:
            frame = frame.with_columns(pl.lit(value, pl.String).alias(name))
    frame = frame.with_columns(pl.col("list_date").cast(pl.Date))
    dated = frame.join(_by_entry(snapshots), on=["snapshot_id", "entry_id"], how="left").join(
        _by_version(first_seen or {}), on=["list_id", "entry_id"], how="left"
    )
    order = ["exact", "strong", "moderate", "weak"]
    ranked = dated.with_columns(
        rank=pl.col("match_strength").replace_strict(order, range(len(order)), default=len(order)),
        listed_by=pl.when(pl.col("own").is_not_null())
        .then(pl.lit(BY_ENTRY))
        .when(pl.col("seen").is_not_null())
        .then(pl.when("from_the_start").then(pl.lit(BY_START)).otherwise(pl.lit(BY_FIRST_SEEN)))
        .when(pl.col("list_date").is_not_null())
        .then(pl.lit(BY_SNAPSHOT)),
        listed_on=pl.coalesce("own", "seen", "list_date"),
    )
    keys = ["subject_id", "list_id", "entry_id"]
    best = ranked.sort(*keys, "relation", "rank", descending=[False] * 3 + [True, False])
    return best.unique(keys, keep="first", maintain_order=True).select(LISTINGS.names()).cast(LISTINGS)


def _frame(table: Any) -> pl.DataFrame:
    names = [
        *("subject_id", "list_id", "snapshot_id", "list_date", "entry_id", "entry_name", "relation"),
        *(name for name in ("match_strength", "priority") if name in table.column_names),
    ]
    frame = pl.from_arrow(table.select(names))
    if not isinstance(frame, pl.DataFrame):
        msg = "a table of hits is wanted"
        raise TypeError(msg)
    return frame


def _by_entry(snapshots: Sequence[Snapshot]) -> pl.DataFrame:
    kinds = {"snapshot_id": pl.String(), "entry_id": pl.String(), "own": pl.Date()}
    parts = [pl.DataFrame(schema=kinds)]
    for snapshot in snapshots:
        rows = pl.DataFrame(
            {
                "entry_id": snapshot.entries.column("entry_id").to_pylist(),
                "own": snapshot.entries.column("listed_on").to_pylist(),
            },
            schema={"entry_id": pl.String(), "own": pl.Date()},
        )
        parts.append(
            rows.filter(pl.col("own").is_not_null()).select(
                pl.lit(snapshot.snapshot_id).alias("snapshot_id"), "entry_id", "own"
            )
        )
    return pl.concat(parts).unique(["snapshot_id", "entry_id"], keep="first", maintain_order=True)


def _by_version(first_seen: Mapping[str, pa.Table]) -> pl.DataFrame:
    kinds = {
        "list_id": pl.String(),
        "entry_id": pl.String(),
        "seen": pl.Date(),
        "from_the_start": pl.Boolean(),
    }
    parts = [pl.DataFrame(schema=kinds)]
    for list_id, table in first_seen.items():
        rows = pl.DataFrame(
            [(list_id, row["entry_id"], row["first_seen"], row["from_the_start"]) for row in table.to_pylist()],
            schema=kinds,
            orient="row",
        )
        parts.append(rows)
    return pl.concat(parts)
