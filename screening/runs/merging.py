"""Matches put together from several answers, in the order and within the limit of one look-up."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Self

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from screening.frames import frame_of
from screening.matching.hits import WEAK_HANDICAP
from screening.model import HITS_KEYS, MATCHES, NAME_TYPES, STRENGTHS, SUBJECTS

_ORDER: Final = ("_subject", "_named", "_worse", "_affiliate", "list_id", "snapshot_id", "entry_id")
_SEEN: Final = ("subject_id", "subject_name", "list_id", "snapshot_id", "entry_id", "matched_on", "relation", "score")
_STRONGEST: Final = ("subject_id", "_named", "_weaker", "_affiliate", "_worse", "list_id", "snapshot_id", "entry_id")


def merged(parts: Sequence[pa.Table], order: Mapping[str, int], limit: int | None) -> pa.Table:
    """The matches of all parts: subjects in that order, for each the best first, as `matching.hits` has it.

    Args:
        parts: Tables with the columns of `model.MATCHES`; no two hold the same subject, entry and way of matching.
        order: The place of each subject.
        limit: At most so many entries per snapshot and name of a subject; None for all.
    """
    whole = pa.concat_tables([MATCHES.empty_table(), *(part.select(MATCHES.names).cast(MATCHES) for part in parts)])
    if not len(whole):
        return whole
    frame = frame_of(whole.select(list(_SEEN))).with_row_index("_row")
    frame = frame.with_columns(
        _subject=pl.col("subject_id").replace_strict(order, return_dtype=pl.Int64),
        _named=pl.col("matched_on") != "identifier",
        _worse=-pl.col("score"),
        _affiliate=pl.col("relation") != "same_party",
    ).sort(_ORDER, maintain_order=True)
    if limit is not None:
        frame = _first(frame, limit)
    return whole.take(frame.get_column("_row").to_arrow())


def _first(frame: pl.DataFrame, limit: int) -> pl.DataFrame:
    """The rows of the first entries of each list for each name of a subject, in the order they stand in."""
    entry = ["subject_id", "subject_name", "snapshot_id", "entry_id"]
    nth = (
        frame.unique(entry, keep="first", maintain_order=True)
        .with_columns(_nth=pl.int_range(pl.len()).over(entry[:3]))
        .select(*entry, "_nth")
    )
    return frame.join(nth, on=entry, maintain_order="left").filter(pl.col("_nth") < limit)


def within_limit(hits: pa.Table, limit: int) -> pa.Table:
    """Of rated hits the strongest: so many entries of each list for each name of a subject, as they are sorted.

    A date or a country that agrees counts for more than a name that is nearer.
    """
    seen = [*_SEEN, "match_strength"]
    frame = frame_of(hits.select(seen)).with_row_index("_row")
    levels = {level: place for place, level in enumerate(STRENGTHS)}
    strongest = frame.with_columns(
        _named=pl.col("matched_on") != "identifier",
        _weaker=pl.col("match_strength").replace_strict(levels, default=len(levels), return_dtype=pl.Int64),
        _affiliate=pl.col("relation") != "same_party",
        _worse=-pl.col("score"),
    ).sort(_STRONGEST, maintain_order=True)
    return hits.take(_first(strongest, limit).get_column("_row").sort().to_arrow())


def left_out(hits: pa.Table, kept: pa.Table, limit: int) -> list[str]:
    """What the limit left out, in words; nothing where it left nothing out."""
    if len(hits) == len(kept):
        return []
    many = len(hits) - len(kept)
    return [
        f"{many:,} match{'es are' if many > 1 else ' is'} not shown: {limit} of the same name with the same list are "
        "stronger (--limit shows more)"
    ]


def carried(matches: pa.Table, same: pa.Table) -> pa.Table:
    """Of matches of an earlier run those with entries that are as they were, as of the lists of today.

    Args:
        matches: Table with the columns of `model.MATCHES`.
        same: ``list_id, entry_id`` of those entries, and the ``snapshot_id, list_date`` they are of now.
    """
    frame = frame_of(matches.select(["list_id", "entry_id"])).with_row_index("_row")
    kept = frame.join(frame_of(same), on=["list_id", "entry_id"], maintain_order="left")
    rows = matches.take(kept.get_column("_row").to_arrow())
    for name in ("snapshot_id", "list_date"):
        field = MATCHES.field(name)
        values = kept.get_column(name).to_arrow().cast(field.type)
        rows = rows.set_column(rows.schema.get_field_index(name), field, values)
    return rows


def best_hits(hits: pa.Table) -> pa.Table:
    """One row for each subject, entry and way of matching, sorted by these: a subject may stand in several batches.

    Which one it is does not depend on where a batch ends: it is chosen as `matching.hits.choice` chooses.
    """
    columns = [*HITS_KEYS, "score", "relation", "name_type", "matched_name", "subject_name"]
    frame = frame_of(hits.select(columns)).with_row_index("_row")
    handicap = pl.when(pl.col("name_type") == "weak_alias").then(WEAK_HANDICAP).otherwise(0.0)
    ranks = {name: number for number, name in enumerate(NAME_TYPES)}
    order = frame.with_columns(
        _worse=handicap - pl.col("score"),
        _affiliate=pl.col("relation") != "same_party",
        _type=pl.col("name_type").replace_strict(ranks, default=len(ranks), return_dtype=pl.Int64),
    ).sort(*HITS_KEYS, "_worse", "_affiliate", "_type", "matched_name", "subject_name", maintain_order=True)
    kept = order.unique(list(HITS_KEYS), keep="first", maintain_order=True)
    return hits.take(kept.get_column("_row").to_arrow())


def best_matches(found: Sequence[pa.Table], limit: int | None) -> pa.Table:
    """The matches of all batches as if there had been one: each once, and no more entries than one look-up gives."""
    whole = pa.concat_tables([MATCHES.empty_table(), *found])
    order = {subject: number for number, subject in enumerate(dict.fromkeys(whole.column("subject_id").to_pylist()))}
    return merged([best_hits(whole)], order, limit)


class Spool:
    """Subjects set aside on the disk, until it is known of which of them all places are wanted; a context manager."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="screening-", ignore_cleanup_errors=True)
        self._path = Path(self._folder.name) / "subjects.parquet"
        self._writer = pq.ParquetWriter(self._path, SUBJECTS, compression="zstd")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()
        self._folder.cleanup()

    def add(self, subjects: pa.Table) -> None:
        """Set a batch aside."""
        if len(subjects):
            self._writer.write_table(subjects.select(SUBJECTS.names).cast(SUBJECTS))

    def rows(self, matches: pa.Table) -> pa.Table:
        """All places of the subjects that have a match, in their order. Nothing can be added afterwards."""
        self._writer.close()
        ids = pc.unique(matches["subject_id"])
        found = [SUBJECTS.empty_table()]
        with pq.ParquetFile(self._path) as file:
            for number in range(file.num_row_groups):
                group = file.read_row_group(number)
                found.append(group.filter(pc.is_in(group["subject_id"], ids)))
        return pa.concat_tables(found)
