"""Every period of a series against the series' own baseline: mean, ratio, robust z of the logarithm, new trade."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import polars as pl

from screening.intake.statistics_periods import A_YEAR
from screening.trade.flows.coverage import DATASET, Coverage
from screening.trade.flows.prepare import Prepared
from screening.trade.flows.rules import FlowRules

_TO_SIGMA: Final = 1.4826
"""A median absolute deviation times this is the standard deviation of a normal distribution."""
_AT_ONCE: Final = 50_000
STATS: Final = pl.Schema(
    {
        "series": pl.UInt32(),
        "baseline": pl.Float64(),
        "baseline_from": pl.Date(),
        "baseline_to": pl.Date(),
        "baseline_periods": pl.Int32(),
        "middle": pl.Float64(),
        "deviation": pl.Float64(),
    }
)
"""The baseline of each series: mean a period (one without trade counts as zero, one not reported not at all), the
first and last period of the baseline that was reported, how many there are; median and deviation of logarithms."""


def baselines(
    prepared: Prepared, series: pl.DataFrame, points: pl.DataFrame, coverage: Coverage, rules: FlowRules
) -> pl.DataFrame:
    """The baseline of each series, of `STATS`; ``baseline`` null where no period of it was reported.

    Args:
        prepared: The flows, for nothing but the type of what they hold.
        series: ``series``, `DATASET` and ``reporter``.
        points: Their points.
        coverage: What was published.
        rules: Years and thresholds.
    """
    in_years = pl.col("period").dt.year().is_in(list(rules.baseline)) & (pl.col("period") < rules.cut)
    covered = coverage.covered.filter(in_years)
    days = covered.get_column("period").unique().sort().to_list()
    if not days or not series.height:
        return pl.DataFrame(schema=STATS)
    place = pl.DataFrame({"period": days, "at": range(len(days))}, schema={"period": pl.Date, "at": pl.Int64})
    masks, bounds = _masks(covered, place, len(days))
    reporters = series.select(*DATASET, "reporter").unique(maintain_order=True)
    known = [masks.get(key, None) for key in reporters.rows()]
    mask = np.array([each if each is not None else np.zeros(len(days), bool) for each in known])
    numbered = reporters.with_row_index("who")
    series = series.join(numbered, on=[*DATASET, "reporter"], how="left", maintain_order="left")
    inside = points.filter(in_years).join(place, on="period").select("series", "at", "value").sort("series")
    ids = series.get_column("series").to_numpy()
    who = series.get_column("who").to_numpy()
    out: list[pl.DataFrame] = []
    small = float(rules.measure["small"])
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        rows = inside.filter(pl.col("series").is_between(int(some[0]), int(some[-1])))
        matrix = np.where(mask[who[first : first + _AT_ONCE]], 0.0, np.nan)
        at = np.searchsorted(some, rows.get_column("series").to_numpy())
        good = (at < len(some)) & (some[np.minimum(at, len(some) - 1)] == rows.get_column("series").to_numpy())
        values = rows.get_column("value").fill_null(float("nan")).to_numpy()
        matrix[at[good], rows.get_column("at").to_numpy()[good]] = values[good]
        out.append(_measured(some, matrix, small))
    stats = pl.concat(out)
    ends = pl.DataFrame(
        [(*key, *bounds.get(key, (None, None))) for key in reporters.rows()],
        schema={
            **{name: series.schema[name] for name in (*DATASET, "reporter")},
            "baseline_from": pl.Date,
            "baseline_to": pl.Date,
        },
        orient="row",
    )
    return (
        stats.join(series.select("series", *DATASET, "reporter"), on="series")
        .join(ends, on=[*DATASET, "reporter"], how="left")
        .select(STATS.names())
        .cast(STATS)
    )


def _masks(covered: pl.DataFrame, place: pl.DataFrame, width: int) -> tuple[dict[Any, Any], dict[Any, Any]]:
    masks: dict[Any, Any] = {}
    bounds: dict[Any, Any] = {}
    for key, part in covered.join(place, on="period").group_by(*DATASET, "reporter"):
        mask = np.zeros(width, bool)
        mask[part.get_column("at").to_numpy()] = True
        masks[tuple(key)] = mask
        bounds[tuple(key)] = (part.get_column("period").min(), part.get_column("period").max())
    return masks, bounds


def _measured(ids: Any, matrix: Any, small: float) -> pl.DataFrame:
    count = (~np.isnan(matrix)).sum(axis=1)
    total = np.nansum(matrix, axis=1)
    logs = np.log(matrix + small)
    middle = _medians(logs, count)
    deviation = _medians(np.abs(logs - middle[:, None]), count) * _TO_SIGMA
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(count > 0, total / count, np.nan)
    frame = pl.DataFrame(
        {"series": ids, "baseline": mean, "baseline_periods": count, "middle": middle, "deviation": deviation},
        schema={
            "series": pl.UInt32, "baseline": pl.Float64, "baseline_periods": pl.Int32, "middle": pl.Float64,
            "deviation": pl.Float64,
        },
    )  # fmt: skip
    return frame.with_columns(pl.col("baseline", "middle", "deviation").fill_nan(None))


def _medians(matrix: Any, count: Any) -> Any:
    """The median of each row's first-sorted ``count`` values; nan where there are none (nan sorts last)."""
    ordered = np.sort(matrix, axis=1)
    rows = np.arange(len(matrix))
    low, high = np.maximum(count - 1, 0) // 2, np.maximum(count, 1) // 2
    return np.where(count > 0, (ordered[rows, low] + ordered[rows, np.minimum(high, matrix.shape[1] - 1)]) / 2, np.nan)


def since(rules: FlowRules) -> pl.Expr:
    """The first day that is "after" for each row's ``frequency``."""
    first = {frequency: rules.since(frequency) for frequency in A_YEAR}
    return pl.col("frequency").replace_strict(list(first), list(first.values()), return_dtype=pl.Date)


def against(points: pl.DataFrame, stats: pl.DataFrame, rules: FlowRules) -> pl.DataFrame:
    """Each point beside its baseline: ``ratio``, ``z``, ``is_new`` (null where there is too little baseline to say).

    ``points`` needs ``frequency``; ``new trade`` is a period from the cut on of a series whose baseline has nothing.
    """
    least = pl.col("frequency").replace_strict(
        list(rules.least_baseline), list(rules.least_baseline.values()), default=1, return_dtype=pl.Int32
    )
    enough = pl.col("baseline_periods") >= least
    small, least_deviation = float(rules.measure["small"]), float(rules.measure["least_deviation"])
    return points.join(stats, on="series", how="left", maintain_order="left").with_columns(
        ratio=pl.when(pl.col("baseline") > 0).then(pl.col("value") / pl.col("baseline")),
        z=pl.when(enough).then(
            ((pl.col("value") + small).log() - pl.col("middle")) / pl.max_horizontal("deviation",
            pl.lit(least_deviation))
        ),
        is_new=pl.when(enough & (pl.col("period") >= since(rules))).then(
            (pl.col("baseline") == 0) & (pl.col("value") > 0)
        ),
    )  # fmt: skip
