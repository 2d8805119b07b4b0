"""Sums a year: what went to each hub, directly and onward, by good, list of goods and all goods; with the months
there are."""

from __future__ import annotations

import polars as pl

from screening.trade.flows.coverage import DATASET, Coverage
from screening.trade.flows.measures import items
from screening.trade.flows.periods import of_files
from screening.trade.flows.prepare import Prepared

YEARS = pl.Schema(
    {
        "leg": pl.String(),
        "place": pl.String(),
        "scope": pl.String(),
        "good": pl.String(),
        "year": pl.Int32(),
        "periods": pl.UInt32(),
        "value": pl.Float64(),
        "currency": pl.String(),
        "reported_by": pl.String(),
        "frequency": pl.String(),
        "source": pl.String(),
    }
)
"""One row for each leg, place (the hub; of direct flows the destination), good and year. ``periods``: months that
anybody has published of the year, 12 of a whole one; 1 of yearly figures."""


def yearly(prepared: Prepared, series: pl.DataFrame, coverage: Coverage) -> pl.DataFrame:
    """The sums, of `YEARS`."""
    mine = series.filter(pl.col("leg") != "other").with_columns(place=pl.coalesce("hub", "importer"))
    years = pl.col("period").dt.year().alias("year")
    by_series = prepared.points.group_by("series", years).agg(pl.col("value").sum(), pl.col("files").bitwise_or())
    told = (
        by_series.join(mine.select("series", *DATASET, "leg", "place"), on="series")
        .join(items(mine, prepared), on="series")
        .group_by("leg", "place", "scope_of", "item", "year", *DATASET)
        .agg(pl.col("value").sum(), pl.col("files").bitwise_or())
    )
    names = {bits: of_files(bits, prepared.names) for bits in told.get_column("files").unique().to_list()}
    months = coverage.covered.group_by(*DATASET, years).agg(pl.col("period").n_unique().alias("periods"))
    return (
        told.join(months, on=[*DATASET, "year"], how="left")
        .rename({"scope_of": "scope", "item": "good"})
        .with_columns(
            source=pl.col("files").replace_strict(list(names), list(names.values()), return_dtype=pl.String)
            if names
            else pl.lit(None, pl.String)
        )
        .select(YEARS.names())
        .cast(YEARS)
        .sort("leg", "place", "scope", "good", "reported_by", "frequency", "currency", "year")
    )
