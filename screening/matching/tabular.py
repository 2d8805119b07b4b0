"""Any table a caller has, as an Arrow table: Arrow, Polars and pandas, or a mapping of columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from screening.errors import InputError


def to_arrow(table: Any) -> pa.Table:
    """The table as Arrow; nothing is copied that need not be.

    Raises:
        InputError: It is not a table of any known kind.
    """
    if isinstance(table, pa.Table):
        return table
    if isinstance(table, pa.RecordBatch):
        return pa.Table.from_batches([table])
    if hasattr(table, "collect") and hasattr(table, "lazy"):  # a Polars LazyFrame
        table = table.collect()
    if hasattr(table, "to_arrow"):  # Polars
        return pa.table(table.to_arrow())
    if hasattr(table, "iloc"):  # pandas
        return pa.Table.from_pandas(table, preserve_index=False)
    if isinstance(table, Mapping):
        return pa.table(dict(table))
    if hasattr(table, "__arrow_c_stream__"):
        return pa.table(table)
    raise InputError(
        f"not a table: {type(table).__name__}",
        remedy="give an Arrow, Polars or pandas table with a column 'name'",
    )
