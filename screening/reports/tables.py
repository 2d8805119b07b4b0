"""The Parquet tables of a run: gathered batch by batch, sorted by their keys, written in pieces.

What is gathered lies in an Arrow file beside the table to come, so that memory does not grow with the rows.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from screening.frames import frame_of
from screening.model import FLAGS, HITS, HITS_KEYS, REJECTS, SCHEMA_VERSION, SUBJECTS, SUBJECTS_KEYS, conform

ROWS_AT_ONCE: Final = 16_384  # keeps memory at some ten megabytes, and Parquet row groups useful
RECORDS_AT_ONCE: Final = 200_000
DIFFERENT: Final = frozenset(
    {"record_id", "place", "row", "declaration", "description", "value", "value_usd", "gross_kg", "net_kg"}
)
"""Columns whose values seldom come again: looking for those that do takes longer than writing them, and more room.
Of the others every piece has nearly all, so that the least and the greatest say nothing: they are left out.
"""
KEYS: Final[dict[str, tuple[pa.Schema, Sequence[str]]]] = {
    "hits": (HITS, HITS_KEYS),
    "subjects": (SUBJECTS, SUBJECTS_KEYS),
    "flags": (FLAGS, ("flag_id", "subject_id", "record_id", "outcome")),
    "rejects": (REJECTS, ("file", "line", "column", "reason")),
}
IN_TURN: Final = "order of files, sheets and rows"
ORDERS: Final[dict[str, str]] = {
    "records": IN_TURN,
    "record_parties": IN_TURN,
    "party_alerts": "priority (critical first),weight (heaviest first),alert_id",
    "party_alert_records": "alert_id,record_id",
    "leaders": "family,side (sold first),rank",
    "chain_trades": "side,subject_id,value_usd (largest first),hs6,other_id",
    "chain_shares": "side,subject_id,hs6,month (nulls first)",
    "chain_legs": "grade (surest first),first_on,first_record,next_record",
    "own_parties": "subject_id,relation (surest first),own_id",
    "record_flows": "record_id,hub",
    "flow_mirror": "gap (largest first),exporter,hub,good,year",
    "flow_years": "leg,place,scope,good,reported_by,frequency,currency,year",
}
"""How the rows of further tables stand, as their metadata say: by these columns, upwards and nulls last if not said."""


class Gatherer:
    """Takes the rows of one table as they come and writes them sorted; a context manager."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.schema, self.keys = KEYS[name]
        self.rows = 0
        self._spool = folder / f".{name}.arrow"
        self._target = folder / f"{name}.parquet"
        self._writer = pa.ipc.new_file(str(self._spool), self.schema)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()

    def add(self, table: pa.Table) -> None:
        """Add rows; columns are brought into the schema's order and types."""
        self.rows += len(table)
        self._writer.write_table(conform(table, self.schema), max_chunksize=ROWS_AT_ONCE)

    def finish(self) -> Path:
        """Write the table, sorted by its keys with nulls last, and remove what was gathered."""
        self._writer.close()
        about = {"schema_version": str(SCHEMA_VERSION), "sorted_by": ",".join(self.keys)}
        schema = self.schema.with_metadata(about)
        ranks = self._ranks()
        with pa.OSFile(str(self._spool)) as source, pq.ParquetWriter(self._target, schema) as writer:
            gathered = pa.ipc.open_file(source)
            pieces = (
                _in_turn(gathered)
                if ranks is None
                else (_piece(gathered, ranks, first) for first in range(0, self.rows, ROWS_AT_ONCE))
            )
            for piece in pieces:
                writer.write_table(piece.replace_schema_metadata(schema.metadata))
        self._spool.unlink()
        return self._target

    def _ranks(self) -> list[np.ndarray[Any, np.dtype[np.int64]]] | None:
        """For each gathered batch, the place of each of its rows in the sorted table; None where all are in order."""
        fields = [self.schema.get_field_index(key) for key in self.keys]
        options = pa.ipc.IpcReadOptions(included_fields=fields)
        with pa.OSFile(str(self._spool)) as source:
            file = pa.ipc.open_file(source, options=options)
            sizes = [file.get_batch(n).num_rows for n in range(file.num_record_batches)]
            keys = file.read_all()
        if _in_order(keys.select(self.keys)):
            return None
        order = pc.sort_indices(keys, [(key, "ascending") for key in self.keys]).to_numpy()
        ranks = np.empty(len(order), dtype=np.int64)
        ranks[order] = np.arange(len(order))
        return np.split(ranks, np.cumsum(sizes)[:-1])


def _piece(gathered: Any, ranks: Sequence[np.ndarray[Any, np.dtype[np.int64]]], first: int) -> pa.Table:
    """The rows of the sorted table from ``first`` on, `ROWS_AT_ONCE` of them, picked out of the batches."""
    picked, places = [], []
    for number, rank in enumerate(ranks):
        here = np.flatnonzero((rank >= first) & (rank < first + ROWS_AT_ONCE))
        if len(here):
            picked.append(gathered.get_batch(number).take(pa.array(here)))
            places.append(rank[here])
    table = pa.Table.from_batches(picked).combine_chunks()
    return table.take(pa.array(np.argsort(np.concatenate(places))))


def _in_order(keys: pa.Table) -> bool:
    """Whether rows are sorted by all columns, nulls last."""
    frame = frame_of(keys)
    sorted_so_far = pl.lit(value=True)
    for name in reversed(frame.columns):
        here, before = pl.col(name), pl.col(name).shift()
        rises = (before < here).fill_null(value=False) | (before.is_not_null() & here.is_null())
        sorted_so_far = rises | (before.eq_missing(here) & sorted_so_far)
    return bool(frame.select(sorted_so_far.slice(1).all()).item())


def _in_turn(gathered: Any) -> Iterator[pa.Table]:
    """What was gathered as it stands, `ROWS_AT_ONCE` rows at a time."""
    held: list[pa.RecordBatch] = []
    for number in range(gathered.num_record_batches):
        held.append(gathered.get_batch(number))
        while sum(each.num_rows for each in held) >= ROWS_AT_ONCE:
            whole = pa.Table.from_batches(held)
            yield whole.slice(0, ROWS_AT_ONCE).combine_chunks()
            held = whole.slice(ROWS_AT_ONCE).to_batches()
    if sum(each.num_rows for each in held):
        yield pa.Table.from_batches(held).combine_chunks()


def batches(path: Path, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
    """A written table piece by piece, in its order."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, columns=list(columns) if columns else None):
            yield pa.Table.from_batches([batch])


class Streamed:
    """A table written as it comes, in an order that is already the stated one; a context manager.

    Five million records are not sorted: they are read in the order of files, sheets and rows.

    Args:
        name: Its name, without ``.parquet``.
        folder: Where it goes.
        schema: Its columns.
        order: The columns it is sorted by; none where it is in the order of files, sheets and rows.
        coded: Columns of text that are given as dictionaries, and are text in the table all the same: what is known
            as numbers and different texts need not be made text for each row.
    """

    def __init__(
        self,
        name: str,
        folder: Path,
        schema: pa.Schema,
        order: str = "",
        coded: Sequence[str] = (),
    ) -> None:
        self.name, self.rows = name, 0
        self.path = folder / f"{name}.parquet"
        about = {"schema_version": str(SCHEMA_VERSION), "sorted_by": order or IN_TURN}
        self.schema = plain_types(schema).with_metadata(about)
        self._given = _coded(self.schema, coded) if coded else self.schema
        self._writer: pq.ParquetWriter | None = self._opened(self.path, self._given)
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._being_written: Future[None] | None = None

    def _opened(self, path: Path, given: pa.Schema) -> pq.ParquetWriter:
        writer = pq.ParquetWriter(
            path,
            given,
            compression="zstd",
            use_dictionary=[name for name in given.names if name not in DIFFERENT],
            write_statistics=[name for name in given.names if name in DIFFERENT],
            store_schema=given is self.schema,
        )
        if given is not self.schema:  # Arrow would say of coded columns that they are codes
            read_as = base64.b64encode(self.schema.serialize().to_pybytes())
            writer.add_key_value_metadata({b"ARROW:schema": read_as, **self.schema.metadata})
        return writer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, table: pa.Table) -> None:
        """Append rows; they are written in a thread while the next are made.

        Raises:
            OSError: What was added before could not be written.
        """
        assert self._writer is not None  # noqa: S101
        self.rows += len(table)
        self._wait()
        self._being_written = self._thread.submit(self._write, self._writer, table)

    def _write(self, writer: pq.ParquetWriter, table: pa.Table) -> None:
        writer.write_table(conform(table, self._given).cast(self._given), row_group_size=4 * RECORDS_AT_ONCE)

    def _wait(self) -> None:
        being_written, self._being_written = self._being_written, None
        if being_written is not None:
            being_written.result()

    def close(self) -> None:
        """Finish the file; more than once does no harm."""
        writer, self._writer = self._writer, None
        try:
            self._wait()
        finally:
            self._thread.shutdown()
            if writer is not None:
                writer.close()

    def rewrite(self, change: Callable[[pa.Table, int], pa.Table]) -> None:
        """Write the closed table anew, piece by piece: ``change`` is given each and the number of its first row."""
        self.close()
        target = self.path.with_name(f".{self.name}.anew")
        first = 0
        with (
            pq.ParquetFile(self.path) as source,
            self._opened(target, self.schema) as writer,
        ):
            for batch in source.iter_batches(batch_size=RECORDS_AT_ONCE):
                table = change(pa.Table.from_batches([batch]), first)
                first += len(table)
                writer.write_table(conform(table, self.schema).cast(self.schema))
        target.replace(self.path)


def plain_types(schema: pa.Schema) -> pa.Schema:
    """The schema with the types of `screening.model`: Polars hands over text and lists in large ones."""
    return pa.schema([field.with_type(_plain_type(field.type)) for field in schema])


def _plain_type(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return pa.string()
    if pa.types.is_large_list(kind):
        return pa.list_(_plain_type(kind.value_type))
    return kind


def _coded(schema: pa.Schema, coded: Sequence[str]) -> pa.Schema:
    """The schema as it is given to be written."""
    codes = pa.dictionary(pa.int32(), pa.string())
    return pa.schema([field.with_type(codes) if field.name in coded else field for field in schema])
