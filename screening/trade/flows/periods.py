"""The rows of flows.parquet: every flow in every period, beside its baseline, the direct flow, the onward one, the
mirror."""

from __future__ import annotations

import polars as pl

from screening.model import FLOWS, FLOWS_KEYS
from screening.trade.flows.baseline import against, baselines
from screening.trade.flows.coverage import DATASET, Coverage
from screening.trade.flows.keys import packed
from screening.trade.flows.prepare import Prepared
from screening.trade.flows.rules import FlowRules
from screening.trade.flows.units import UNITS, units

_ALLIES = ["good", "frequency", "currency"]


def rows_of(
    prepared: Prepared, series: pl.DataFrame, coverage: Coverage, criterion: pl.DataFrame, rules: FlowRules
) -> pl.DataFrame:
    """One row for each flow and period, with the columns of `model.FLOWS`, sorted by `model.FLOWS_KEYS`.

    Args:
        prepared: The flows.
        series: Its series with their legs.
        coverage: What was published.
        criterion: ``good, currency, eu_criterion``.
        rules: Thresholds.
    """
    mine = series.filter(pl.col("leg") != "other")
    points = prepared.points.join(mine.select("series", "frequency"), on="series", how="inner", maintain_order="left")
    stats = baselines(prepared, mine, points, coverage, rules)
    told = units(against(points, stats, rules), rules)
    told = _direct(told, prepared, mine, stats)
    told = _onward(told, prepared, mine, stats)
    told = _mirror(told, prepared, mine, rules)
    order = mine.sort(*(key for key in FLOWS_KEYS if key in mine.columns), nulls_last=True).with_row_index("order")
    goods = prepared.goods.select("good", "codes", "regimes", "tier")
    known = order.join(goods, on="good", how="left", maintain_order="left").join(
        criterion, on=["good", "currency"], how="left", maintain_order="left"
    )
    told = told.join(order.select("series", "order"), on="series", how="left", maintain_order="left").sort(
        "order", "period"
    )
    place = told.get_column("order")
    beside = known.drop("series", "order", "frequency")[place]
    files = told.get_column("files")
    names = {bits: "; ".join(_names(bits, prepared.names)) for bits in files.unique().to_list()}
    told = told.with_columns(
        beside.get_columns(),
        source=files.replace_strict(list(names), list(names.values()), return_dtype=pl.String),
        new_trade=pl.col("is_new"),
    )
    return told.select(FLOWS.names)


def _names(bits: int, names: list[str]) -> list[str]:
    return [name for number, name in enumerate(names) if bits >> min(number, 62) & 1]


def of_files(bits: int, names: list[str]) -> str:
    """The files of a figure, by its bits."""
    return "; ".join(_names(bits, names))


def _allied(
    told: pl.DataFrame, prepared: Prepared, of: pl.DataFrame, keys: list[str], series: pl.DataFrame, stats: pl.DataFrame
) -> pl.DataFrame:
    """For each row of ``told``: value and baseline of the flows that have the same keys, in the same period."""
    both = pl.concat([of.select(keys), series.select(keys)])
    ids = packed(both, keys)
    of = of.select("series").with_columns(ally=ids[: of.height])
    mine = series.select("series").with_columns(ally=ids[of.height :])
    values = (
        prepared.points.select("series", "period", "value")
        .join(of, on="series")
        .group_by("ally", "period")
        .agg(_value=pl.col("value").sum())
    )
    base = (
        of.join(stats.select("series", "baseline"), on="series", how="left")
        .group_by("ally")
        .agg(_base=pl.when(pl.col("baseline").count() > 0).then(pl.col("baseline").sum()))
    )
    return (
        told.join(mine, on="series", how="left", maintain_order="left")
        .join(values, on=["ally", "period"], how="left", maintain_order="left")
        .join(base, on="ally", how="left", maintain_order="left")
        .drop("ally")
    )


def _direct(told: pl.DataFrame, prepared: Prepared, series: pl.DataFrame, stats: pl.DataFrame) -> pl.DataFrame:
    """The exporter's own direct flow. It has reported the period, so that no row of it is no trade."""
    own = pl.col("reported_by") == "exporter"
    to_hub = series.filter((pl.col("leg") == "to_hub") & own)
    direct = series.filter(
        pl.col("leg").is_in(["direct", "onward"])
        & own
        & pl.col("exporter").is_in(to_hub.get_column("exporter").unique().implode())
    )
    if not direct.height:
        return told.with_columns(
            pl.lit(None, pl.Float64).alias(name) for name in ("direct", "direct_baseline", "replaceable")
        )
    told = _allied(told, prepared, direct, ["exporter", *_ALLIES], to_hub, stats)
    reports = direct.select("exporter", "frequency", "currency").unique()
    covers = to_hub.join(reports, on=["exporter", "frequency", "currency"], how="semi").select(
        "series", _covers=pl.lit(value=True)
    )
    told = told.join(covers, on="series", how="left", maintain_order="left").with_columns(
        direct=pl.when("_covers").then(pl.col("_value").fill_null(0.0)),
        direct_baseline=pl.when(pl.col("_covers") & (pl.col("baseline_periods") > 0)).then(
            pl.col("_base").fill_null(0.0)
        ),
    )
    fall = pl.col("direct_baseline") - pl.col("direct")
    rise = pl.max_horizontal(pl.col("value") - pl.col("baseline"), pl.lit(0.0))
    return told.with_columns(replaceable=pl.when(fall > 0).then(pl.min_horizontal(rise, fall) / fall)).drop(
        "_value", "_base", "_covers"
    )


def _onward(told: pl.DataFrame, prepared: Prepared, series: pl.DataFrame, stats: pl.DataFrame) -> pl.DataFrame:
    onward = series.filter(pl.col("leg") == "onward").sort("reported_by")
    # the hub's own report goes before the destination's
    onward = onward.unique(["hub", "importer", *_ALLIES], keep="first", maintain_order=True)
    if not onward.height:
        return told.with_columns(pl.lit(None, pl.Float64).alias(name) for name in ("onward", "onward_baseline"))
    to_hub = series.filter(pl.col("leg") == "to_hub")
    return _allied(told, prepared, onward, ["hub", *_ALLIES], to_hub, stats).rename(
        {"_value": "onward", "_base": "onward_baseline"}
    )


def _mirror(told: pl.DataFrame, prepared: Prepared, series: pl.DataFrame, rules: FlowRules) -> pl.DataFrame:
    """What the other side says of the same flow in the same period and currency."""
    if series.get_column("reported_by").n_unique() < 2:
        return told.with_columns(pl.lit(None, pl.Float64).alias(name) for name in ("mirror", "mirror_gap"))
    keys = ["exporter", "importer", *_ALLIES]
    by_exporter = series.filter(pl.col("reported_by") == "exporter")
    by_importer = series.filter(pl.col("reported_by") == "importer")
    pairs = (
        by_exporter.select("series", *keys)
        .join(by_importer.select(*keys, other="series"), on=keys)
        .select("series", "other")
    )
    both = pl.concat([pairs, pairs.select(series="other", other="series")])
    values = prepared.points.select(other="series", period="period", mirror="value")
    told = told.join(both, on="series", how="left", maintain_order="left").join(
        values, on=["other", "period"], how="left", maintain_order="left"
    )
    sent = by_exporter.select("series", _sent=pl.lit(value=True))
    factor = 1.0 + float(rules.mirror["cif_fob"])
    told = told.join(sent, on="series", how="left", maintain_order="left")
    gap = (
        pl.when(pl.col("_sent"))
        .then(pl.col("value") * factor - pl.col("mirror"))
        .otherwise(pl.col("mirror") * factor - pl.col("value"))
    )
    return told.with_columns(mirror_gap=gap).drop("other", "_sent")


__all__ = ["DATASET", "UNITS", "of_files", "rows_of"]
