"""Tables between rooms as tables within one: what `pyarrow` holds, in Polars."""

from __future__ import annotations

import polars as pl
import pyarrow as pa


def frame_of(table: pa.Table) -> pl.DataFrame:
    """The same rows and columns, without a copy where the types allow it."""
    return pl.DataFrame(pl.from_arrow(table))
