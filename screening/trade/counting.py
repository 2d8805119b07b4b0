"""Pairs of numbers counted: parties and countries, files and days. Counting cells beats grouping rows by far."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import polars as pl

Numbers = np.ndarray[Any, Any]

_CELLS: Final = 1 << 25
"""Up to so many different pairs there is a cell for each, met or not."""


def ranked(said: pl.Series) -> tuple[Numbers, pl.Series]:
    """Categories as numbers: their places among the texts there are, sorted. A null has the number past the last."""
    there = said.drop_nulls().unique()
    texts = there.cast(pl.String)
    order = texts.arg_sort()
    codes = said.to_physical()
    highest = codes.max()
    places = np.full((highest if isinstance(highest, int) else -1) + 2, len(texts), dtype=np.uint32)
    places[there.to_physical().gather(order).to_numpy()] = np.arange(len(texts), dtype=np.uint32)
    return places[codes.fill_null(len(places) - 1).to_numpy()], texts.gather(order)


def pairs(ones: Numbers, many: int, others: Numbers, different: int) -> pl.DataFrame:
    """How often each pair occurs: ``one, other, n``, sorted by both.

    Args:
        ones: Numbers below ``many``.
        others: As many numbers; pairs with one that is not below ``different`` are left out.
    """
    width = different + 1
    keys = ones.astype(np.int64) * width + others
    if many * width <= _CELLS:
        counts = np.bincount(keys, minlength=many * width)
        there = np.flatnonzero(counts)
        found = pl.DataFrame({"key": there.astype(np.int64), "n": counts[there].astype(np.uint32)})
    else:
        found = pl.Series("key", keys).value_counts(name="n").sort("key").cast({"n": pl.UInt32})
    return found.select(
        one=(pl.col("key") // width).cast(pl.UInt32), other=(pl.col("key") % width).cast(pl.UInt32), n="n"
    ).filter(pl.col("other") < different)


def most(counts: pl.DataFrame) -> pl.DataFrame:
    """Of each one of `pairs` the other it occurs with most often; of several the first: ``one, other, n``."""
    return counts.sort("one", "n", "other", descending=[False, True, False]).unique(
        "one", keep="first", maintain_order=True
    )
