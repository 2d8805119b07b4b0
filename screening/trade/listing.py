"""Which parties of the records are on lists, and since when: what the flags of listing are read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pyarrow as pa

from screening.frames import frame_of
from screening.model import STRENGTHS
from screening.trade.book import LISTINGS

if TYPE_CHECKING:
    from screening.watchlists import Snapshot

BY_ENTRY: Final = "date by the list"
BY_FIRST_SEEN: Final = "first seen in the copy of that day"
BY_START: Final = "in the oldest copy there is, so on that day or before"
BY_SNAPSHOT: Final = "in the copy of that day, when first is not known"
LISTED: Final = "listed"
NOT_YET: Final = "not yet"
UNKNOWN: Final = "not known"


def standing() -> pl.Expr:
    """Of a ``date`` beside a row of `book.LISTINGS`: `LISTED`, `NOT_YET`, or `UNKNOWN`; null without a date.

    "Not yet" is said only where it is known: the entry's own date is later, or a copy of the list of that day or later
    did not have the entry. The day of the first copy that had it says nothing of the days before.
    """
    known = (pl.col("listed_by") == BY_ENTRY) | (pl.col("date") <= pl.col("absent_on"))
    return (
        pl.when(pl.col("date").is_null())
        .then(None)
        .when(pl.col("date") >= pl.col("listed_on"))
        .then(pl.lit(LISTED))
        .when((pl.col("date") < pl.col("listed_on")) & known)
        .then(pl.lit(NOT_YET))
        .otherwise(pl.lit(UNKNOWN))
    )


def strength_rank() -> pl.Expr:
    """The place of a ``match_strength``, the strongest first."""
    return pl.col("match_strength").replace_strict(STRENGTHS, range(len(STRENGTHS)), default=len(STRENGTHS))


def listings(
    hits: pa.Table, snapshots: Sequence[Snapshot] = (), first_seen: Mapping[str, pa.Table] | None = None
) -> pl.DataFrame:
    """Bring rated hits on parties into the form the flags read, with the day each entry was listed.

    The day is the entry's own where the publisher gives one, and no older version of the list had it already; else
    that of the first version that had it; else that of the version screened against. Which it was stands in
    ``listed_by``.

    Args:
        hits: Table of `model.HITS` (or MATCHES: then of no strength, which counts as moderate).
        snapshots: What was screened against.
        first_seen: For each list id a table of `watchlists.seen.FIRST_SEEN`.

    Returns:
        Table of `book.LISTINGS`, one row for each party and entry: the strongest hit.
    """
    frame = _frame(hits)
    for name, value in (("match_strength", "moderate"), ("priority", None), ("score", None), ("binds_us", None)):
        if name not in frame.columns:
            frame = frame.with_columns(pl.lit(value, LISTINGS[name]).alias(name))
    frame = frame.with_columns(pl.col("list_date").cast(pl.Date))
    dated = frame.join(_by_entry(snapshots), on=["snapshot_id", "entry_id"], how="left").join(
        _by_version(first_seen or {}), on=["list_id", "entry_id"], how="left"
    )
    ranked = dated.with_columns(
        rank=strength_rank(),
        in_copy=pl.min_horizontal("seen", "list_date"),
    ).with_columns(
        by_entry=(pl.col("own") <= pl.col("in_copy")).fill_null(pl.col("own").is_not_null()),
        stored=(pl.col("seen") == pl.col("in_copy")).fill_null(value=False),
    )
    ranked = ranked.with_columns(
        listed_by=pl.when("by_entry")
        .then(pl.lit(BY_ENTRY))
        .when("stored")
        .then(pl.when("from_the_start").then(pl.lit(BY_START)).otherwise(pl.lit(BY_FIRST_SEEN)))
        .when(pl.col("list_date").is_not_null())
        .then(pl.lit(BY_SNAPSHOT)),
        listed_on=pl.when("by_entry").then("own").otherwise("in_copy"),
        absent_on=pl.when(~pl.col("by_entry") & pl.col("stored")).then("absent_on"),
    )
    keys = ["subject_id", "list_id", "entry_id"]
    order = [*keys, "relation", "rank", "score"]
    best = ranked.sort(order, descending=[False] * 3 + [True, False, True], nulls_last=True)
    return best.unique(keys, keep="first", maintain_order=True).select(LISTINGS.names()).cast(LISTINGS)


def _frame(table: Any) -> pl.DataFrame:
    names = [
        *("subject_id", "list_id", "snapshot_id", "list_date", "entry_id", "entry_name", "relation"),
        *(name for name in ("match_strength", "priority", "score", "binds_us") if name in table.column_names),
    ]
    return frame_of(table.select(names))


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
        "absent_on": pl.Date(),
    }
    parts = [pl.DataFrame(schema=kinds)]
    for list_id, table in first_seen.items():
        seen = table.rename_columns({"first_seen": "seen"}).to_pylist()
        rows = pl.DataFrame(
            [(list_id, *(row[name] for name in list(kinds)[1:])) for row in seen],
            schema=kinds,
            orient="row",
        )
        parts.append(rows)
    return pl.concat(parts)
