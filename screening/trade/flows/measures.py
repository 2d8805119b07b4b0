"""Measures of hubs and goods: what went there after the cut and before, what stopped going directly, what went on."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.intake.statistics_cells import TOTAL
from screening.trade.flows.baseline import baselines, since
from screening.trade.flows.coverage import DATASET, TOGETHER, Coverage
from screening.trade.flows.joins import editions
from screening.trade.flows.prepare import Prepared
from screening.trade.flows.rules import FlowRules
from screening.trade.flows.windows import Scopes, of_goods, sums

ALL: Final = "all goods"
_GROUP = ["set", "hub", "item"]
_SERIES = [*DATASET, "hub", "scope_of", "item", "scope"]
_MINOR = 0.1
"""Share of the least value from which one exporter's rise counts for the breadth."""
_NEW_MONTHS = 3
_SUMS = (
    "after",
    "matched",
    "baseline",
    "before",
    "kg_after",
    "kg_baseline",
    "value_of_kg_after",
    "value_of_kg_baseline",
)


def items(series: pl.DataFrame, prepared: Prepared) -> pl.DataFrame:
    """``series, scope_of, item``: each series under its good, under each regime the good is on, and under all goods.

    All goods are the single goods added up; what a publisher gives as the total is a good of its own (TOTAL).
    """
    single = series.select("series", scope_of=pl.lit("good"), item=pl.col("good"))
    goods = series.filter(pl.col("good") != TOTAL)
    regimes = pl.DataFrame(
        [(good, regime) for good, found in of_goods(prepared).items() for regime in found],
        schema={"good": pl.String, "item": pl.String},
        orient="row",
    )
    of_regimes = (
        goods.select("series", "good")
        .join(regimes, on="good")
        .select("series", scope_of=pl.lit("regime"), item=pl.col("item"))
    )
    everything = goods.select("series", scope_of=pl.lit("all"), item=pl.lit(ALL))
    return pl.concat([single, of_regimes, everything])


def measures(
    prepared: Prepared, series: pl.DataFrame, coverage: Coverage, windows: Scopes, rules: FlowRules
) -> pl.DataFrame:
    """One row for each side that reports, hub and good (or regime, or all goods) with its measures.

    Args:
        prepared: The flows.
        series: Its series with their legs, as `windows.legs` gives them.
        coverage: What was published.
        windows: What is compared.
        rules: Thresholds.
    """
    summed = sums(series, prepared.points, windows, coverage)
    told = summed.join(series.select("series", *DATASET, "exporter", "leg", "hub", "good"), on="series")
    labelled = told.join(items(series, prepared), on="series")
    to_hub = labelled.filter(pl.col("leg") == "to_hub")
    rising = _rising(rules)
    # in a group, the series' own good decides what is compared; an exporter rises by its sum over the item
    by_exporter = to_hub.group_by(*_GROUP, "scope_of", *DATASET, "exporter").agg(
        *(_sum(name) for name in _SUMS), pl.col("largest").max(),
        pl.col("largest_period").sort_by("largest", descending=True, nulls_last=True).first(),
    )  # fmt: skip
    above = pl.col("matched") - pl.col("baseline")
    found = by_exporter.group_by(*_GROUP, "scope_of", *DATASET).agg(
        *(_sum(name) for name in _SUMS),
        (pl.col("after") > 0).sum().alias("exporters"),
        rising.sum().alias("exporters_rising"),
        pl.col("exporter")
        .filter(rising)
        .sort_by(above.filter(rising), descending=True)
        .head(5)
        .str.join(" ")
        .alias("rising_from"),
        pl.col("largest").max(),
        pl.col("exporter").sort_by("largest", descending=True, nulls_last=True).first().alias("largest_from"),
        pl.col("largest_period").sort_by("largest", descending=True, nulls_last=True).first(),
    )
    found = found.with_columns(
        above=above, ratio=pl.when(pl.col("baseline") > 0).then(pl.col("matched") / pl.col("baseline"))
    )
    found = _with_unusual(found, prepared, series, coverage, windows, rules)
    found = _with_direct(found, labelled)
    found = _with_onward(found, labelled)
    found = _with_world(found, prepared, series, labelled, coverage, windows, rules)
    found = _with_other_goods(found)
    return _with_newness(found, prepared, series)


def _sum(name: str) -> pl.Expr:
    """A sum that is null where nothing can be added."""
    return pl.when(pl.col(name).count() > 0).then(pl.col(name).sum()).alias(name)


def _rising(rules: FlowRules) -> pl.Expr:
    after, baseline = pl.col("matched"), pl.col("baseline")
    return (after >= baseline * rules.measure["rise_ratio"]) & (
        after - baseline >= rules.measure["least_value"] * _MINOR
    )


def _with_unusual(
    found: pl.DataFrame, prepared: Prepared, series: pl.DataFrame, coverage: Coverage, windows: Scopes, rules: FlowRules
) -> pl.DataFrame:
    """``z`` of the mean period after the cut against the baseline's periods, and the share of periods above it."""
    together = _together(coverage, rules)
    mine = series.filter(pl.col("leg") == "to_hub")
    mine = mine.select("series", *DATASET, "hub", "scope").join(items(mine, prepared), on="series")
    groups = mine.select(*_SERIES).unique(maintain_order=True).with_row_index("group")
    numbered = mine.join(groups, on=_SERIES).select("series", "group")
    points = (
        prepared.points.select("series", "period", "value")
        .join(numbered, on="series")
        .group_by("group", "period")
        .agg(pl.col("value").sum())
        .rename({"group": "series"})
    )
    known = groups.rename({"group": "series", "scope": "reporter"})
    stats = baselines(prepared, known, points, together, rules)
    months = {key: len(window.after) for key, window in windows.items()}
    table = pl.DataFrame(
        [(*key, number, months[key]) for number, key in enumerate(windows)],
        schema={
            "reported_by": pl.String, "frequency": pl.String, "currency": pl.String, "total": pl.Boolean,
            "scope": pl.String, "set": pl.UInt32, "periods": pl.Int32,
        },
        orient="row",
    )  # fmt: skip
    after = (
        points.join(groups.select("frequency", series="group"), on="series")
        .filter(pl.col("period") >= since(rules))
        .join(stats.select("series", "baseline"), on="series", how="left")
    )
    lasting = after.group_by("series").agg(
        (pl.col("value") >= pl.col("baseline").fill_null(0.0) * rules.measure["rise_ratio"])
        .sum()
        .alias("above_periods")
    )
    reported = together.covered.filter(pl.col("period") >= since(rules)).group_by(*DATASET, "reporter").len("since")
    told = (
        groups.join(table, on=[*DATASET, "scope"])
        .join(stats.rename({"series": "group"}).select("group", "middle", "deviation", "baseline_periods"),
        on="group", how="left")
        .join(lasting.rename({"series": "group"}), on="group", how="left")
        .join(reported, left_on=[*DATASET, "scope"], right_on=[*DATASET, "reporter"], how="left")
        .select(
            "set", "hub", "scope_of", "item", "periods", "middle", "deviation", "baseline_periods",
            lasting=pl.col("above_periods").fill_null(0) / pl.col("since"),
        )
    )  # fmt: skip
    found = found.join(told, on=[*_GROUP, "scope_of"], how="left")
    small = float(rules.measure["small"])
    mean = pl.col("matched") / pl.col("periods")
    least = pl.lit(float(rules.measure["least_deviation_of_mean"]))
    deviation = pl.max_horizontal(pl.col("deviation") / pl.col("periods").sqrt(), least)
    return found.with_columns(z=((mean + small).log() - pl.col("middle")) / deviation).drop(
        "middle", "deviation", "periods"
    )


def _together(coverage: Coverage, rules: FlowRules) -> Coverage:
    """The coverage with the exporters that are no hubs as one reporter, as their flows to a hub are added up."""
    others = coverage.covered.filter(
        (pl.col("reported_by") == "exporter") & ~pl.col("reporter").is_in(sorted(rules.hubs))
    )
    union = others.with_columns(reporter=pl.lit(TOGETHER)).unique()
    return Coverage(
        pl.concat([coverage.covered, union]), coverage.windows, coverage.of_year, coverage.sparse, coverage.left_out, []
    )


def _with_direct(found: pl.DataFrame, labelled: pl.DataFrame) -> pl.DataFrame:
    """The direct trade in the same item, as the same side and frequency report it; exporters' reports for both."""
    keys = ["frequency", "currency", "total", "item"]
    sums_of = (
        labelled.filter(pl.col("leg") == "direct")
        .group_by("reported_by", *keys)
        .agg(
            _sum("matched").alias("direct_matched"),
            _sum("after").alias("direct_after"),
            _sum("before").alias("direct_before"),
            _sum("baseline").alias("direct_baseline"),
        )
        .sort("reported_by")
        .unique(keys, keep="first", maintain_order=True)  # exporters' reports go before the destination's
        .drop("reported_by")
    )
    fall = pl.max_horizontal(pl.col("direct_baseline") - pl.col("direct_matched"), pl.lit(0.0))
    rise = pl.max_horizontal(pl.col("above"), pl.lit(0.0))
    joined = found.join(sums_of, on=keys, how="left").with_columns(direct_fall=fall)
    return joined.with_columns(
        replaceable=pl.when(pl.col("direct_fall") > 0).then(
            pl.min_horizontal(rise, "direct_fall") / pl.col("direct_fall")
        )
    )


def _with_onward(found: pl.DataFrame, labelled: pl.DataFrame) -> pl.DataFrame:
    """What the hub sent on to the destination in the same item: its own report before the destination's.

    Reports of the same frequency and currency go before others; which they are stands beside them.
    """
    near, far = ["hub", "item", "frequency", "currency"], ["hub", "item"]
    sums_of = (
        labelled.filter(pl.col("leg") == "onward")
        .group_by("reported_by", *near)
        .agg(
            _sum("matched").alias("onward_matched"),
            _sum("after").alias("onward_after"),
            _sum("baseline").alias("onward_baseline"),
            pl.col("set").min().alias("onward_set"),
        )
        .with_columns(onward_currency=pl.col("currency"))
        .sort("reported_by", "frequency", "currency")
        .drop("reported_by")
    )
    same = sums_of.unique(near, keep="first", maintain_order=True)
    other = sums_of.unique(far, keep="first", maintain_order=True).drop("frequency", "currency")
    with_same = found.join(same, on=near, how="left")
    told = with_same.filter(pl.col("onward_set").is_not_null())
    rest = with_same.filter(pl.col("onward_set").is_null()).select(found.columns).join(other, on=far, how="left")
    return pl.concat([told, rest.select(told.columns)])


def _with_world(
    found: pl.DataFrame, prepared: Prepared, series: pl.DataFrame, labelled: pl.DataFrame, coverage: Coverage,
    windows: Scopes, rules: FlowRules,
) -> pl.DataFrame:  # fmt: skip
    """The same exporters' trade in the item with the rest of the world: neither hubs nor destination."""
    others = (
        labelled.filter((pl.col("leg") == "other") & (pl.col("reported_by") == "exporter"))
        .group_by("set", "item")
        .agg(_sum("matched").alias("rest_after"), _sum("baseline").alias("rest_baseline"))
    )
    if prepared.world.height:
        world = prepared.world.filter(pl.col("reported_by") == "exporter").with_columns(
            reporter="exporter", total=pl.col("good") == TOTAL,
            scope=pl.when(pl.col("exporter").is_in(sorted(rules.hubs))).then("exporter").otherwise(pl.lit(TOGETHER)),
        )  # fmt: skip
        whole = sums(world, prepared.world_points, windows, coverage)
        named = whole.join(world.select("series", "good"), on="series").join(items(world, prepared), on="series")
        of_world = named.group_by("set", "item").agg(
            _sum("matched").alias("world_after"), _sum("baseline").alias("world_baseline")
        )
        near = (
            labelled.filter((pl.col("leg") != "other") & (pl.col("reported_by") == "exporter"))
            .group_by("set", "item")
            .agg(_sum("matched").alias("near_after"), _sum("baseline").alias("near_baseline"))
        )
        rest = of_world.join(near, on=["set", "item"], how="left").select(
            "set", "item",
            rest_after=pl.col("world_after") - pl.col("near_after").fill_null(0.0),
            rest_baseline=pl.col("world_baseline") - pl.col("near_baseline").fill_null(0.0),
        )  # fmt: skip
        others = pl.concat([rest, others.join(rest, on=["set", "item"], how="anti")])
    return found.join(others, on=["set", "item"], how="left").with_columns(
        rest_ratio=pl.when(pl.col("rest_baseline") > 0).then(pl.col("rest_after") / pl.col("rest_baseline"))
    )


def _with_other_goods(found: pl.DataFrame) -> pl.DataFrame:
    """The hub's other goods: all goods less the item itself."""
    whole = found.filter(pl.col("scope_of") == "all").select("set", "hub", all_after="matched", all_baseline="baseline")
    joined = found.join(whole, on=["set", "hub"], how="left")
    rest_after = pl.col("all_after") - pl.col("matched")
    rest_baseline = pl.col("all_baseline") - pl.col("baseline")
    comparable = (pl.col("scope_of") != "all") & (pl.col("item") != TOTAL) & (rest_baseline > 0)
    return joined.with_columns(other_goods_ratio=pl.when(comparable).then(rest_after / rest_baseline)).drop(
        "all_after", "all_baseline"
    )


def _with_newness(found: pl.DataFrame, prepared: Prepared, series: pl.DataFrame) -> pl.DataFrame:
    """Whether the good's code itself is new: nobody traded in it before an edition of the HS that brought it."""
    firsts = (
        prepared.points.filter(pl.col("value") > 0)
        .group_by("series")
        .agg(pl.col("period").min())
        .join(series.select("series", "reported_by", "frequency", "currency", "good"), on="series")
    )
    keys = ["reported_by", "frequency", "currency"]
    of_good = firsts.group_by(*keys, "good").agg(pl.col("period").min().alias("first"))
    of_all = firsts.group_by(*keys).agg(pl.col("period").min().alias("start"))
    dated = of_good.join(of_all, on=keys)
    new = pl.lit(value=False)
    for _, start in editions():
        begins = pl.lit(start)
        new = new | (
            (pl.col("start") < begins)
            & (pl.col("first") >= begins)
            & (pl.col("first") < begins.dt.offset_by(f"{_NEW_MONTHS}mo"))
        )
    told = dated.select(*keys, pl.col("good").alias("item"), is_new_code=new & (pl.col("good") != TOTAL))
    return found.join(told, on=[*keys, "item"], how="left").with_columns(pl.col("is_new_code").fill_null(value=False))
