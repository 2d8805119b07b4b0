"""The series behind the first verdicts, month by month: the hub's flow, the direct one, and the baseline's band."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import polars as pl

from screening.intake.statistics_cells import TOTAL
from screening.intake.statistics_periods import holding
from screening.trade.flows.certainty import RISES
from screening.trade.flows.rules import FlowRules

_LOW, _HIGH = 0.1, 0.9
_REGIMES_SHOWN: Final = 4


@dataclass(frozen=True)
class Top:
    """One verdict with its series.

    Attributes:
        verdict: The row of `model.FLOW_VERDICTS`.
        points: ``period, value, direct, onward, low, mean, high``, one row a period anybody has published, sorted;
        the band
            is what nine in ten periods of the baseline lie within, ``direct`` null where there is none.
        cut: The period in which the cut lies.
    """

    verdict: Mapping[str, Any]
    points: pl.DataFrame
    cut: date


def tops(flows: pl.DataFrame, verdicts: pl.DataFrame, rules: FlowRules, most: int) -> list[Top]:
    """The first verdicts of goods, after those of lists of goods, at most ``most`` of them."""
    rises = verdicts.filter(pl.col("verdict").is_in(list(RISES)))
    regimes = rises.filter(pl.col("scope") == "regime").head(_REGIMES_SHOWN)
    goods = rises.filter(pl.col("scope") == "good").head(max(0, most - regimes.height))
    chosen = pl.concat([regimes, goods]).to_dicts()
    return [Top(row, series_of(flows, row, rules), holding(rules.cut, row["frequency"])) for row in chosen]


def series_of(flows: pl.DataFrame, row: Mapping[str, Any], rules: FlowRules) -> pl.DataFrame:
    """The points of one verdict, as `Top` has them."""
    if row["scope"] == "good":
        about = pl.col("good") == row["good"]
    elif row["scope"] == "regime":
        about = pl.col("regimes").str.split(" ").list.contains(row["good"])
    else:
        about = pl.col("good") != TOTAL
    same = (pl.col("currency") == row["currency"]) & (pl.col("frequency") == row["frequency"])
    some = flows.filter(about & same)
    mine = _sum(
        some.filter(
            (pl.col("leg") == "to_hub") & (pl.col("hub") == row["hub"]) & (pl.col("reported_by") == row["reported_by"])
        ),
        "value",
    )
    direct = _by_one(some.filter(pl.col("leg") == "direct"), "direct")
    onward = _by_one(some.filter((pl.col("leg") == "onward") & (pl.col("hub") == row["hub"])), "onward")
    is_total = (pl.col("good") == TOTAL) == (row["good"] == TOTAL)
    periods = flows.filter(same & is_total & (pl.col("reported_by") == row["reported_by"])).select("period").unique()
    span = (mine.get_column("period").min(), mine.get_column("period").max()) if mine.height else (None, None)
    told = (
        periods.join(mine, on="period", how="left")
        .join(direct, on="period", how="left")
        .join(onward, on="period", how="left")
    )
    told = (
        told.filter(pl.col("period") <= pl.lit(span[1], pl.Date))
        .sort("period")
        .with_columns(pl.col("value").fill_null(0.0))
    )
    base = told.filter(
        pl.col("period").dt.year().is_in(list(rules.baseline)) & (pl.col("period") < rules.cut)
    ).get_column("value")
    low, high, mean = (
        (base.quantile(_LOW, "linear"), base.quantile(_HIGH, "linear"), base.mean()) if len(base) else (None,) * 3
    )
    return told.with_columns(
        low=pl.lit(low, pl.Float64), mean=pl.lit(mean, pl.Float64), high=pl.lit(high, pl.Float64)
    ).select("period", "value", "direct", "onward", "low", "mean", "high")


def _sum(rows: pl.DataFrame, name: str) -> pl.DataFrame:
    return rows.group_by("period").agg(pl.col("value").sum().alias(name))


def _by_one(rows: pl.DataFrame, name: str) -> pl.DataFrame:
    """The sums of one side's reports, the exporters' where there are any."""
    sides = rows.get_column("reported_by").unique().sort().to_list()
    return _sum(rows.filter(pl.col("reported_by") == sides[0]) if sides else rows, name)
