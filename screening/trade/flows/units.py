"""Unit values (money a kilogram, money a piece) and weights a piece: what is usual in a series, and where it breaks."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.trade.flows.rules import FlowRules

_TO_SIGMA: Final = 1.4826
_LEAST: Final = 0.15
"""The least deviation of logarithms a series is credited with: prices waver by as much from month to month."""
UNITS: Final = {
    "value_per_kg": ("value_of_kg", "net_kg"),
    "value_per_unit": ("value_of_quantity", "quantity"),
    "kg_per_unit": ("kg_of_quantity", "quantity_of_kg"),
}
"""Each measure with its numerator and denominator: only rows that state both."""


def units(points: pl.DataFrame, rules: FlowRules) -> pl.DataFrame:
    """The points with each measure of `UNITS`, its ``_usual`` and its ``_break`` (null: too few periods or figures).

    What is usual for a period is the median of the series' other periods; a break differs from it by the factor and
    the robust z of the rules.
    """
    if points.select((pl.col("net_kg").is_null() & pl.col("quantity").is_null()).all()).item():
        return points.with_columns(
            pl.lit(None, kind).alias(f"{name}{end}")
            for name in UNITS
            for end, kind in (("", pl.Float64), ("_usual", pl.Float64), ("_break", pl.Boolean))
        )
    for name, (above, below) in UNITS.items():
        points = points.with_columns(
            pl.when((pl.col(above) > 0) & (pl.col(below) > 0)).then(pl.col(above) / pl.col(below)).alias(name)
        )
        logs = points.select("series", x=pl.col(name).log()).filter(pl.col("x").is_not_null())
        middle = logs.group_by("series").agg(pl.col("x").median().alias("_middle"), pl.len().alias("_n"))
        spread = (
            logs.join(middle, on="series")
            .group_by("series")
            .agg(((pl.col("x") - pl.col("_middle")).abs().median() * _TO_SIGMA).alias("_spread"))
        )
        away = (pl.col(name).log() - pl.col("_middle")).abs()
        enough = pl.col("_n") > rules.units["periods"]
        points = (
            points.join(middle, on="series", how="left", maintain_order="left")
            .join(spread, on="series", how="left", maintain_order="left")
            .with_columns(
                pl.when(pl.col(name).is_not_null() & enough).then(pl.col("_middle").exp()).alias(f"{name}_usual"),
                pl.when(pl.col(name).is_not_null() & enough)
                .then(
                    (away >= pl.lit(float(rules.units["factor"])).log())
                    & (away / pl.max_horizontal("_spread", pl.lit(_LEAST)) >= rules.units["z"])
                )
                .alias(f"{name}_break"),
            )
            .drop("_middle", "_n", "_spread")
        )
    return points
