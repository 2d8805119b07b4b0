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
        ``line, x, median, is_fine, others, z``: one row for each line that can be compared, ``is_fine`` within
        its fine key. Adding one number to all ``x`` of a key (another currency, another unit) changes no z.
    """
    usual = {key: _usual(frame, key, others) for key in ("fine", "coarse")}
    both = (
        frame.lazy()
        .join(usual["fine"].lazy(), on="fine", how="left")
        .join(usual["coarse"].lazy(), on="coarse", how="left", suffix="_coarse")
    )
    # the finer comparison where enough others deal in exactly this, else the coarser
    chosen = {
        name: pl.when(pl.col("median").is_not_null()).then(name).otherwise(f"{name}_coarse")
        for name in ("median", "deviation", "parties")
    }
    return (
        both.select("line", "x", pl.col("median").is_not_null().alias("is_fine"), **chosen)
        .filter(pl.col("median").is_not_null())
        .select(
            "line",
            "x",
            "median",
            "is_fine",
            others=pl.col("parties") - 1,
            z=(pl.col("x") - pl.col("median")) / pl.max_horizontal("deviation", pl.lit(least_deviation)),
        )
        .collect(engine="streaming")
    )


def _usual(frame: pl.DataFrame, key: str, others: int) -> pl.DataFrame:
    """For each key with enough parties: ``median, deviation, parties`` of the parties' own medians."""
    mine = (
        frame.lazy()
        .filter(pl.col(key).is_not_null())
        .group_by(key, "party")
        .agg(own=pl.col("x").median())
        .collect(engine="streaming")
    )
    middle = mine.group_by(key).agg(median=pl.col("own").median(), parties=pl.len())
    spread = (
        mine.join(middle, on=key)
        .group_by(key)
        .agg(deviation=(pl.col("own") - pl.col("median")).abs().median() * _TO_SIGMA)
    )
    return middle.join(spread, on=key).filter(pl.col("parties") > others)
