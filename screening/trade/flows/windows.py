"""Sums over what is compared: the periods after the cut, and the same periods of the baseline years, series by
series."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from screening.intake.statistics_periods import said
from screening.trade.flows.coverage import DATASET, TOGETHER, Coverage, Window
from screening.trade.flows.prepare import Prepared
from screening.trade.flows.rules import FlowRules

_YEARLY = ("baseline", "kg_baseline", "value_of_kg_baseline")
Scopes = Mapping[tuple[str, str, str, bool, str], Window]
_SCHEMA = {
    "reported_by": pl.String,
    "frequency": pl.String,
    "currency": pl.String,
    "total": pl.Boolean,
    "scope": pl.String,
}


def legs(series: pl.DataFrame, rules: FlowRules) -> pl.DataFrame:
    """Series with ``leg`` (to_hub, onward, direct, other), ``hub``, ``reporter``, ``total`` and ``scope``.

    What goes to a hub is so called whoever sends it, but the destination itself; onward is what a hub sends to the
    destination, direct what others send there.
    """
    hubs, destination = sorted(rules.hubs), sorted(rules.destination)
    to_hub = pl.col("importer").is_in(hubs) & ~pl.col("exporter").is_in(destination)
    to_destination = pl.col("importer").is_in(destination)
    from_hub = pl.col("exporter").is_in(hubs)
    leg = (
        pl.when(to_hub).then(pl.lit("to_hub"))
        .when(to_destination & from_hub).then(pl.lit("onward"))
        .when(to_destination).then(pl.lit("direct"))
        .otherwise(pl.lit("other"))
    )  # fmt: skip
    told = series.with_columns(
        leg=leg,
        total=pl.col("good") == "TOTAL",
        reporter=pl.when(pl.col("reported_by") == "exporter").then("exporter").otherwise("importer"),
    )
    return told.with_columns(
        hub=pl.when(pl.col("leg") == "to_hub").then("importer").when(pl.col("leg") == "onward").then("exporter"),
        scope=pl.when((pl.col("reported_by") == "importer") | pl.col("reporter").is_in(hubs))
        .then("reporter")
        .otherwise(pl.lit(TOGETHER)),
    )


def slots(windows: Scopes) -> pl.DataFrame:
    """The windows as a table: `DATASET`, ``scope, set`` (its number), ``period, is_after, is_before, years`` of
    baseline.
    """
    rows: list[tuple[Any, ...]] = []
    for number, (key, window) in enumerate(windows.items()):
        years = len(window.baseline)
        rows += [(*key, number, day, True, False, years) for day in window.after]
        rows += [
            (*key, number, day, False, year == window.before, years)
            for year, days in window.baseline.items()
            for day in days
        ]
    return pl.DataFrame(
        rows,
        schema={
            **_SCHEMA, "set": pl.UInt32, "period": pl.Date, "is_after": pl.Boolean, "is_before": pl.Boolean,
            "years": pl.Int32,
        },
        orient="row",
    )  # fmt: skip


def sums(series: pl.DataFrame, points: pl.DataFrame, windows: Scopes, coverage: Coverage) -> pl.DataFrame:
    """The sums of each series over what is compared.

    Returns:
        ``series, set, after`` (all that was published of the window), ``before`` (of the same months of the last year
        before
        the cut), ``matched`` and ``baseline`` (a year's worth, mean of the baseline years), both over the months the
        reporter
        has published in the window and in every baseline year, null where there are none; ``largest, largest_period``
        (the largest period of ``matched``), ``kg_after, kg_baseline, value_of_kg_after, value_of_kg_baseline``
        (matched). A
        series that has a gap stated in what is compared is left out: missing is not zero.
    """
    table = slots(windows)
    used = _used(table, coverage)
    who = used.select("set", "reporter").unique(maintain_order=True).with_row_index("who")
    known = table.select(*_SCHEMA, "set", "years").unique()
    told = (
        series.select("series", *_SCHEMA, "reporter")
        .join(known, on=list(_SCHEMA), how="inner")
        .join(who, on=["set", "reporter"], how="inner")
    )
    places = used.join(who, on=["set", "reporter"]).select("who", "period", "is_after", "is_before", "is_matched")
    inside = points.join(told.select("series", "who"), on="series", how="inner").join(
        places, on=["who", "period"], how="inner"
    )
    has_baseline = who.join(
        used.filter(pl.col("is_matched") & ~pl.col("is_after")).select("set", "reporter").unique(),
        on=["set", "reporter"], how="semi",
    )  # fmt: skip
    value, after, matched = pl.col("value"), pl.col("is_after"), pl.col("is_matched")
    now, then = after & matched, ~after & matched
    has_kg = points.get_column("net_kg").null_count() < points.height
    kilograms = [
        pl.col(name).filter(side).sum().alias(f"{of}_{end}")
        for name, of in (("net_kg", "kg"), ("value_of_kg", "value_of_kg"))
        for side, end in ((now, "after"), (then, "baseline"))
    ]
    found = inside.group_by("series").agg(
        value.filter(after).sum().alias("after"),
        value.filter(now).sum().alias("matched"),
        value.filter(then).sum().alias("baseline"),
        value.filter(pl.col("is_before")).sum().alias("before"),
        value.filter(now).max().alias("largest"),
        pl.col("period").filter(now).get(value.filter(now).arg_max(), null_on_oob=True).alias("largest_period"),
        value.is_null().any().alias("gap"),
        *(kilograms if has_kg else ()),
    )
    if not has_kg:
        missing = [f"{of}_{end}" for of in ("kg", "value_of_kg") for end in ("after", "baseline")]
        found = found.with_columns(pl.lit(None, pl.Float64).alias(name) for name in missing)
    result = told.select("series", "set", "years", "who").join(
        found.filter(~pl.col("gap")).drop("gap"), on="series", how="inner"
    )
    can = pl.col("who").is_in(has_baseline.get_column("who").implode())
    return result.with_columns(
        *(pl.when(can).then(pl.col(name) / pl.col("years")).alias(name) for name in _YEARLY),
        *(pl.when(can).then(name).alias(name) for name in ("matched", "largest", "largest_period", "before")),
    ).drop("who")


def _used(table: pl.DataFrame, coverage: Coverage) -> pl.DataFrame:
    """``set, reporter, period, is_after, is_before, is_matched``: the periods of each reporter that are compared.

    A month is matched when the reporter has published it in the window and in every year of the baseline; of
    those who trade seldom every month is.
    """
    sparse = pl.DataFrame(
        sorted(coverage.sparse), schema={**{n: _SCHEMA[n] for n in DATASET}, "reporter": pl.String}, orient="row"
    ).with_columns(seldom=pl.lit(value=True))
    reporters = (
        coverage.covered.select(*DATASET, "reporter")
        .unique(maintain_order=True)
        .join(sparse, on=[*DATASET, "reporter"], how="left")
    )
    every = table.join(reporters, on=list(DATASET)).filter(
        (pl.col("scope") == TOGETHER) | (pl.col("scope") == pl.col("reporter"))
    )
    covered = coverage.covered.with_columns(has=pl.lit(value=True))
    told = every.join(covered, on=[*DATASET, "reporter", "period"], how="left").with_columns(
        month=pl.col("period").dt.month()
    )
    whole = pl.col("has").fill_null(value=False).all().over("set", "reporter", "month")
    return told.select(
        "set", "reporter", "period", "is_after", "is_before", is_matched=whole | pl.col("seldom").fill_null(value=False)
    )


def late(series: pl.DataFrame, windows: Scopes, coverage: Coverage) -> list[str]:
    """Which reporters have not published all that is compared, in words."""
    table = slots(windows)
    used = _used(table, coverage)
    short = used.filter(~pl.col("is_matched")).sort("set", "reporter", "period")
    notes = []
    keys = list(windows)
    for number, part in short.group_by("set", maintain_order=True):
        key = keys[int(number[0])]
        here = coverage.covered.filter(
            (pl.col("total") == key[3]) & (pl.col("reported_by") == key[0]) & (pl.col("frequency") == key[1])
        )
        mine = series.filter(
            (pl.col("scope") == key[4]) & (pl.col("total") == key[3]) & (pl.col("reported_by") == key[0])
        )
        names = set(mine.get_column("reporter").unique().to_list())
        late_ones = []
        for who, some in part.group_by("reporter", maintain_order=True):
            if who[0] not in names:
                continue
            own = here.filter(pl.col("reporter") == who[0]).get_column("period")
            gone = [day for day in some.get_column("period").to_list() if day not in own]
            days = ", ".join(said(day, key[1]) for day in gone[:3])
            late_ones.append(f"{who[0]} ({days}{' …' if len(gone) > 3 else ''})")
        if late_ones:
            what = "all goods together" if key[3] else "single goods"
            notes.append(
                f"{', '.join(late_ones)}: no figures for these periods, which are missing, not zero: compared over "
                "the months "
                f"that are there on both sides ({what})"
            )
    return notes


def of_goods(prepared: Prepared) -> dict[str, tuple[str, ...]]:
    """The regimes each watched good is on."""
    watched = prepared.goods.filter(pl.col("regimes") != "")
    return {row["good"]: tuple(row["regimes"].split()) for row in watched.to_dicts()}
