"""Tables in files of Arrow's own, which are written whole or not at all and read at once."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from screening.runs.batch.state import written


def write_table(path: Path, table: pa.Table) -> None:
    """Write a table whole or not at all."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    written(path, sink.getvalue())


def read_table(path: Path) -> pa.Table:
    """The table of a file, in memory."""
    return pa.ipc.open_file(pa.BufferReader(path.read_bytes())).read_all()
