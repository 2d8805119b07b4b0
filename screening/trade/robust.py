"""How far a figure lies from what others have: medians and median deviations, which outliers do not move."""

from __future__ import annotations

from typing import Final

import polars as pl

_TO_SIGMA: Final = 1.4826
"""A median absolute deviation times this is the standard deviation of a normal distribution."""


def distances(frame: pl.DataFrame, *, others: int, least_deviation: float) -> pl.DataFrame:
    """The robust z of each line's logarithm against the medians of the parties that deal in the same.

    Every party counts once, by its own median, so that one with many records does not set the measure for itself.

    Args:
        frame: ``line, party`` (whose figure it is), ``fine`` and ``coarse`` (keys: what it is compared within, null
            where there is no such key), ``x`` (logarithm of the figure).
        others: So many other parties are needed; else the coarse key, else the line is left out.
        least_deviation: The deviation is at least this.

    Returns:
        ``line, x, key, others, median, z``: one row for each line that can be compared. Adding one number to all
        ``x`` of a key (another currency, another unit) changes no z.
    """
    found = []
    for key in ("fine", "coarse"):
        known = frame.filter(pl.col(key).is_not_null()).with_columns(key=pl.col(key))
        mine = known.group_by("key", "party").agg(own=pl.col("x").median())
        middle = mine.group_by("key").agg(median=pl.col("own").median(), parties=pl.len())
        spread = (
            mine.join(middle, on="key")
            .group_by("key")
            .agg(deviation=(pl.col("own") - pl.col("median")).abs().median() * _TO_SIGMA)
        )
        usual = middle.join(spread, on="key").filter(pl.col("parties") > others)
        found.append(known.join(usual, on="key").with_columns(pl.lit(key).alias("by")))
    both = pl.concat(found)
    first = both.sort("line", "by", descending=[False, True]).unique(
        "line", keep="first", maintain_order=True
    )
    return first.select(
        "line",
        "x",
        "key",
        "median",
        others=pl.col("parties") - 1,
        z=(pl.col("x") - pl.col("median")) / pl.max_horizontal(pl.col("deviation"), pl.lit(least_deviation)),
    )
