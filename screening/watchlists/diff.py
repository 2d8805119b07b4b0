"""What changed between two snapshots of a list, named field by field.

Only what both snapshots carry is compared: OFAC's ``sdn.csv`` by itself has no aliases, and beside a full
set every alias would look new. What was left out is said. A field counts as not carried where one side has
it nowhere and the other has it so often that this cannot be chance.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from screening.errors import OutputError
from screening.frames import frame_of
from screening.model import SCHEMA_VERSION
from screening.watchlists.pairing import pair
from screening.watchlists.snapshot import Snapshot

CHANGES: Final = pa.schema(
    [
        pa.field("list_id", pa.string(), nullable=False),
        pa.field("entry_id", pa.string(), nullable=False),  # as in the newer snapshot, where it is on both
        pa.field("name", pa.string(), nullable=False),  # primary, as in the newer snapshot that has the entry
        pa.field("change", pa.string(), nullable=False),  # added | removed | changed
        pa.field("field", pa.string()),  # null for an entry as a whole
        pa.field("what", pa.string(), nullable=False),  # in words: entry added, renamed, alias removed …
        pa.field("before", pa.string()),  # of a whole entry: type; programmes; measures
        pa.field("after", pa.string()),
    ]
)
MIN_CARRIED: Final = 20
MIN_SHARE: Final = 0.05
"""One side has a field on this many entries, and on this share of them, the other on none: it is not carried
there.
"""

VALUES: Final = {
    "schema": "type",
    "listed_on": "listing date",
    "ended_on": "end date",
    "incorporated_on": "date of incorporation",
    "gender": "gender",
    "vessel_type": "vessel type",
    "vessel_flag": "vessel flag",
    "vessel_owner": "vessel owner",
    "tonnage": "tonnage",
    "call_sign": "call sign",
    "built_on": "date of building",
    "remarks": "remarks",
    "url": "link",
}
SETS: Final = {
    "programmes": "programme",
    "measures": "measure",
    "legal_basis": "legal basis",
    "countries": "country",
    "birth_dates": "date of birth",
    "birth_places": "place of birth",
    "positions": "position",
}
"""Columns of the entries, single and multiple, with the words for them; their order is the order of
reports.
"""


@dataclass(frozen=True)
class Changes:
    """The differences between two snapshots.

    Attributes:
        table: One row a change, see `CHANGES`; added entries first, then removed, then changed.
        left_out: What was not compared because one snapshot does not carry it, in words.
        notes: What to bear in mind when reading the table.
    """

    old: str
    new: str
    old_entries: int
    new_entries: int
    table: pa.Table
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """How many entries were added, removed and changed."""
        frame = frame_of(self.table).group_by("change").agg(pl.col("entry_id").n_unique())
        found = dict(frame.iter_rows())
        return {change: found.get(change, 0) for change in ("added", "removed", "changed")}

    @property
    def kinds(self) -> dict[str, int]:
        """How often each kind of change occurs, the most frequent first."""
        frame = frame_of(self.table).filter(pl.col("change") == "changed")
        counted = frame.group_by("what").len("times").sort(["times", "what"], descending=[True, False])
        return dict(counted.iter_rows())


def diff(old: Snapshot, new: Snapshot) -> Changes:
    """Compare two snapshots, normally of one list; entries with derived ids are paired first, see
    `pairing.pair`.
    """
    pairs = pair(old, new)
    before, after = frame_of(old.entries), frame_of(new.entries)
    left_out: list[str] = []
    compared: list[pl.DataFrame] = []

    def compare(title: str, one: pl.DataFrame, two: pl.DataFrame, **options: Any) -> None:
        """Compare one field, given as (entry_id, value) rows, unless one side does not carry it."""
        absent = _not_carried(one, len(old), two, len(new))
        if absent is not None:
            left_out.append(f"{title} (the {'older' if absent == 'old' else 'newer'} snapshot has none)")
            return
        mapped = one.join(pairs, left_on="entry_id", right_on="old_id").with_columns(entry_id=pl.col("new_id"))
        common = two.join(pairs, left_on="entry_id", right_on="new_id", how="semi")
        compared.append(_compare(title, mapped.drop("new_id"), common, **options))

    compare("name", *(_values(side, "name") for side in (before, after)), single=True, word="renamed")
    names = frame_of(old.names), frame_of(new.names)
    for kind, title in (("alias", "alias"), ("weak_alias", "weak alias")):
        compare(title, *(_names(side, kind) for side in names))
    for table, title, columns in (
        ("identifiers", "identifier", ("type", "number", "country")),
        ("addresses", "address", ("address",)),
        ("links", "link to", ("relation", "name")),
    ):
        sides = (_joined(frame_of(getattr(snapshot, table)), columns) for snapshot in (old, new))
        compare(title, *sides, whole=table == "addresses")
    for column, title in SETS.items():
        compare(title, *(_members(side, column) for side in (before, after)))
    for column, title in VALUES.items():
        compare(title, *(_values(side, column) for side in (before, after)), single=True)

    table = _table(new.list_id, before, after, pairs, compared)
    return Changes(
        old.snapshot_id,
        new.snapshot_id,
        len(old),
        len(new),
        table,
        left_out,
        _notes(old, new, before, after, pairs),
    )


def _compare(
    title: str,
    one: pl.DataFrame,
    two: pl.DataFrame,
    *,
    single: bool = False,
    whole: bool = False,
    word: str = "",
) -> pl.DataFrame:
    """Rows (entry_id, field, what, before, after): what one side has and the other does not.

    A single value changes. Of several, each is added or removed; ``whole`` takes one out and one in for one
    edited.
    """
    key = pl.col("value").str.replace_all(r"\s+", " ").str.strip_chars()
    one, two = one.with_columns(key=key).unique(), two.with_columns(key=key).unique()
    gone = one.join(two, on=["entry_id", "key"], how="anti").select("entry_id", before="value")
    come = two.join(one, on=["entry_id", "key"], how="anti").select("entry_id", after="value")
    if single or whole:
        counts = [side.group_by("entry_id").len() for side in (gone, come)]
        lone = counts[0].filter(pl.col("len") == 1).join(counts[1].filter(pl.col("len") == 1), on="entry_id")
        edited = gone.join(lone, on="entry_id", how="semi").join(come, on="entry_id")
        gone = gone.join(edited, on="entry_id", how="anti")
        come = come.join(edited, on="entry_id", how="anti")
    else:
        edited = gone.head(0).with_columns(after=pl.lit(None, pl.String))
    parts = (
        (edited, word or f"{title} changed"),
        (gone.with_columns(after=pl.lit(None, pl.String)), f"{title} removed"),
        (come.select("entry_id", pl.lit(None, pl.String).alias("before"), "after"), f"{title} added"),
    )
    return pl.concat(
        [part.select("entry_id", "before", "after", field=pl.lit(title), what=pl.lit(what)) for part, what in parts]
    )


def _not_carried(one: pl.DataFrame, old_size: int, two: pl.DataFrame, new_size: int) -> str | None:
    """Which side does not carry the field, ``old`` or ``new``, or None."""
    filled = [side["entry_id"].n_unique() for side in (one, two)]
    for here, other, size, side in ((0, 1, new_size, "old"), (1, 0, old_size, "new")):
        if filled[here] == 0 and filled[other] >= max(MIN_CARRIED, MIN_SHARE * size):
            return side
    return None


def _table(
    list_id: str, before: pl.DataFrame, after: pl.DataFrame, pairs: pl.DataFrame, compared: list[pl.DataFrame]
) -> pa.Table:
    text = pl.lit(None, pl.String)
    added = after.join(pairs, left_on="entry_id", right_on="new_id", how="anti")
    removed = before.join(pairs, left_on="entry_id", right_on="old_id", how="anti")
    fields = list(dict.fromkeys(["name", "alias", "weak alias", *SETS.values(), *VALUES.values()]))
    order = {title: number for number, title in enumerate(fields)}
    changed = pl.concat(compared).join(after.select("entry_id", "name"), on="entry_id")
    parts = [
        added.select(
            "entry_id",
            "name",
            change=pl.lit("added"),
            field=text,
            what=pl.lit("entry added"),
            before=text,
            after=_gist(),
        ),
        removed.select(
            "entry_id",
            "name",
            change=pl.lit("removed"),
            field=text,
            what=pl.lit("entry removed"),
            before=_gist(),
            after=text,
        ),
        changed.select("entry_id", "name", pl.lit("changed").alias("change"), "field", "what", "before", "after"),
    ]
    whole = pl.concat(parts).with_columns(
        list_id=pl.lit(list_id),
        _change=pl.col("change").replace_strict({"added": 0, "removed": 1, "changed": 2}, return_dtype=pl.Int8),
        _field=pl.col("field").replace_strict(order, default=len(order), return_dtype=pl.Int16),
    )
    keys = ["_change", "name", "entry_id", "_field", "what", "before", "after"]
    return whole.sort(keys, nulls_last=True).select(CHANGES.names).to_arrow().cast(CHANGES)


def _gist() -> pl.Expr:
    """An entry in a few words: type, programmes, measures."""
    several = [pl.col(column).list.join(", ") for column in ("programmes", "measures")]
    filled = [pl.when(part.str.len_chars() > 0).then(part) for part in several]
    return pl.concat_str([pl.col("schema"), *filled], separator="; ", ignore_nulls=True)


def _notes(old: Snapshot, new: Snapshot, before: pl.DataFrame, after: pl.DataFrame, pairs: pl.DataFrame) -> list[str]:
    notes = []
    if old.list_id != new.list_id:
        notes.append(f"these are two lists: {old.list_id} and {new.list_id}")
    if old.list_date and new.list_date and old.list_date > new.list_date:
        notes.append(f"the first is the newer one: {old.list_date} after {new.list_date}")
    if old.format != new.format:
        notes.append(f"read from two forms, {old.format} and {new.format}, which may word the same thing differently")
    if old.parser_version != new.parser_version:
        notes.append("read by two versions of the reader: some changes may be the reader's and not the list's")
    moved = pairs.filter(pl.col("old_id") != pl.col("new_id")).height
    if moved:
        notes.append(f"{moved:,} entries without a publisher's id were paired on name, address and citation")
    return notes


def _values(entries: pl.DataFrame, column: str) -> pl.DataFrame:
    return entries.select("entry_id", value=pl.col(column).cast(pl.String)).filter(pl.col("value").str.len_chars() > 0)


def _members(entries: pl.DataFrame, column: str) -> pl.DataFrame:
    exploded = entries.select("entry_id", value=pl.col(column)).explode("value")
    return exploded.filter(pl.col("value").str.len_chars() > 0)


def _names(names: pl.DataFrame, kind: str) -> pl.DataFrame:
    return names.filter(pl.col("name_type") == kind).select("entry_id", value="name").unique()


def _joined(table: pl.DataFrame, columns: Iterable[str]) -> pl.DataFrame:
    """Rows (entry_id, value) of one of the smaller tables, the chosen columns in one line."""
    line = pl.concat_str([pl.col(column) for column in columns], separator=" ", ignore_nulls=True)
    return table.select("entry_id", value=line).unique()


def write_parquet(changes: Iterable[Changes], path: str | Path) -> None:
    """Write the rows of one or more comparisons to one Parquet file, what was compared in its metadata.

    Raises:
        OutputError: The file cannot be written.
    """
    results = list(changes)
    about = [{"old": one.old, "new": one.new, "left_out": one.left_out, "notes": one.notes} for one in results]
    metadata = {b"schema_version": str(SCHEMA_VERSION).encode(), b"compared": json.dumps(about).encode()}
    whole = pa.concat_tables([one.table for one in results]) if results else CHANGES.empty_table()
    try:
        pq.write_table(whole.replace_schema_metadata(metadata), path, compression="zstd")
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", where=str(path)) from error
