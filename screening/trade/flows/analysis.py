"""The whole analysis of trade statistics: from rows as published to ranked verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import polars as pl

from screening.intake.rates import Rates
from screening.trade.flows import words
from screening.trade.flows.baseline import since
from screening.trade.flows.certainty import RISES, judge
from screening.trade.flows.coverage import DATASET, Coverage, cover
from screening.trade.flows.joins import read as read_joins
from screening.trade.flows.measures import measures
from screening.trade.flows.mirror import MIRROR, mirror
from screening.trade.flows.periods import of_files, rows_of
from screening.trade.flows.prepare import Prepared, prepare
from screening.trade.flows.ranking import score
from screening.trade.flows.rules import FlowRules, load
from screening.trade.flows.windows import late, legs
from screening.trade.flows.yearly import yearly
from screening.trade.goods import GoodsList

_LIKE: Final = ("EUR", "USD")
"""Currencies whose amounts are held against the thresholds as they stand."""
_BREAKS_SHOWN: Final = 3


@dataclass(frozen=True)
class Analysis:
    """What an analysis found.

    Attributes:
        flows: Rows of `model.FLOWS`.
        verdicts: Rows of `model.FLOW_VERDICTS`, worst first.
        mirror: Rows of `mirror.MIRROR`.
        years: Sums a year, see `yearly.yearly`.
        rejects: Rows that contradict others.
        notes: What a person should see.
    """

    flows: pl.DataFrame
    verdicts: pl.DataFrame
    mirror: pl.DataFrame
    years: pl.DataFrame
    rejects: pl.DataFrame
    rules: FlowRules
    notes: list[str] = field(default_factory=list)


def analyse(
    rows: pl.DataFrame,
    *,
    rules: FlowRules | None = None,
    goods: GoodsList | None = None,
    own_goods: Sequence[Path] = (),
    concordances: Iterable[str | Path] = (),
    rates: Rates | None = None,
) -> Analysis:
    """Measure, judge and rank flows.

    Args:
        rows: Of `intake.statistics.STATISTICS`.
        rules: Thresholds; None: those shipped.
        goods: Watched goods; None: the lists the rules name, and the user's own.
        own_goods: Goods lists of the user's own.
        concordances: Correspondence tables of editions of the HS.
        rates: Exchange rates, for mirror flows in different currencies and thresholds in other ones.

    Raises:
        InputError: No row is about two countries, or a concordance cannot be read.
    """
    rules = rules or load()
    goods = goods or GoodsList.read(rules.goods, own_goods)
    joins = read_joins(concordances)
    prepared = prepare(rows, rules, goods, joins)
    coverage = cover(prepared, rules)
    if coverage.left_out.height:
        prepared = _without(prepared, coverage.left_out)
    series = legs(prepared.series, rules)
    notes = [*prepared.notes, *coverage.notes, *late(series, coverage.windows, coverage)]
    notes += _unjoined(prepared)
    gaps, mirror_notes = mirror(series, prepared.points, coverage, rules, rates)
    notes += mirror_notes
    measured = measures(prepared, series, coverage, coverage.windows, rules)
    criterion = _criterion(prepared, series, coverage, rules)
    flows = rows_of(prepared, series, coverage, criterion, rules)
    verdicts = _verdicts(measured, prepared, series, coverage, gaps, criterion, flows, rules, rates)
    if not coverage.windows:
        notes.append(f"no reporter has figures from {rules.cut:%Y-%m} on: nothing can be compared")
    currencies = series.get_column("currency").unique().sort().to_list()
    if len(currencies) > 1:
        notes.append(f"figures in {' and '.join(currencies)}: never added up or compared with each other without rates")
    return Analysis(
        flows, verdicts, gaps.with_columns(source=_sources(gaps.get_column("files"), prepared)).drop("files"),
        yearly(prepared, series, coverage), prepared.rejects, rules, notes,
    )  # fmt: skip


def _without(prepared: Prepared, left_out: pl.DataFrame) -> Prepared:
    """The flows without the periods that are incomplete."""
    for series_name, points_name in (("series", "points"), ("world", "world_points")):
        series, points = getattr(prepared, series_name), getattr(prepared, points_name)
        told = series.with_columns(
            reporter=pl.when(pl.col("reported_by") == "exporter").then("exporter").otherwise("importer")
        )
        gone = told.join(left_out, on=["reported_by", "frequency", "currency", "reporter"]).select("series", "period")
        setattr(prepared, points_name, points.join(gone, on=["series", "period"], how="anti", maintain_order="left"))
    return prepared


def _unjoined(prepared: Prepared) -> list[str]:
    doubtful = prepared.goods.filter("doubtful").height
    if not doubtful:
        return []
    return [
        f"{doubtful:,} goods share their predecessors with others (n:n): not followed through the edition of the HS"
    ]


def _criterion(prepared: Prepared, series: pl.DataFrame, coverage: Coverage, rules: FlowRules) -> pl.DataFrame:
    """The EU's own criterion: ``good, currency, eu_criterion``, over all third countries together."""
    at = rules.eu_criterion
    windows = {
        key: window
        for key, window in coverage.of_year.items()
        if window.year == at["year"] and key[2] == at["currency"] and window.baseline and key[0] == "exporter"
    }
    empty = pl.DataFrame(schema={"good": pl.String, "currency": pl.String, "eu_criterion": pl.Boolean})
    if not windows:
        return empty
    found = measures(prepared, series, coverage, windows, rules)
    by_good = (
        found.filter(pl.col("scope_of") == "good", pl.col("hub").is_in(sorted(rules.third)))
        .filter(pl.col("item") != "TOTAL")
        .group_by(good="item", currency="currency")
        .agg(pl.col("after").sum(), pl.col("matched").sum(), pl.col("baseline").sum(), pl.col("is_new_code").any())
    )
    met = (pl.col("after") > at["least"]) & (pl.col("matched") >= (1.0 + at["rise"]) * pl.col("baseline"))
    return by_good.select("good", "currency", eu_criterion=pl.when(~pl.col("is_new_code")).then(met)).sort(
        "good", "currency"
    )


def _sources(bits: pl.Series, prepared: Prepared) -> pl.Series:
    known = {each: of_files(each, prepared.names) for each in bits.unique().to_list()}
    if not known:
        return pl.Series("source", [], pl.String)
    return bits.replace_strict(list(known), list(known.values()), return_dtype=pl.String).alias("source")


def _verdicts(
    measured: pl.DataFrame, prepared: Prepared, series: pl.DataFrame, coverage: Coverage, gaps: pl.DataFrame,
    criterion: pl.DataFrame, flows: pl.DataFrame, rules: FlowRules, rates: Rates | None,
) -> pl.DataFrame:  # fmt: skip
    windows = list(coverage.windows.items())
    goods = prepared.goods
    table = (
        measured.join(goods.rename({"good": "item"}), on="item", how="left")
        .join(criterion.rename({"good": "item"}), on=["item", "currency"], how="left")
        .join(_gaps(gaps), on=["hub", "item", "currency", "reported_by"], how="left")
        .join(_broken(flows, rules), on=["hub", "item", "currency", "frequency"], how="left")
        .join(_files(prepared, series), on=[*DATASET, "hub"], how="left")
    )
    rows = []
    for row in table.iter_rows(named=True):
        _, window = windows[row["set"]]
        dollars = _dollars(row["currency"], window.after[-1], rates)
        least = None if dollars is None else rules.measure["least_value"] / dollars
        judged = judge(row, rules, least=least)
        points, parts = score(row, judged, rules, dollars)
        told = {
            **row,
            "scope": row["scope_of"], "good": row["item"], "value": row["after"],
            "description": row["description"], "codes": row["codes"] or "", "regimes": row["regimes"] or "",
            "tier": row["tier"] or "", "compared": window.said(),
            "compared_with": window.base_said() if window.baseline else "", "before_year": window.before,
            "direct": row["direct_after"], "onward": row["onward_after"],
            "onward_compared": None if row["onward_set"] is None else windows[row["onward_set"]][1].said(),
            "verdict": judged.verdict, "certainty": judged.certainty, "reasons": "; ".join(judged.reasons),
            "score": points,
            "parts": ", ".join(f"{name} {part:.2f}" for name, part in parts.items()) if points else "",
            "source": of_files(row["files"] or 0, prepared.names),
        }  # fmt: skip
        told["words"] = words.sentence(told, judged)
        rows.append({name: told.get(name) for name in _COLUMNS})
    if not rows:
        return pl.DataFrame(schema=_COLUMNS)
    frame = pl.DataFrame(rows, schema=_COLUMNS, orient="row")
    order = frame.sort(
        "scope",
        "score",
        "above",
        "hub",
        "good",
        "reported_by",
        descending=[False, True, True, False, False, False],
        nulls_last=True,
    )
    is_rise = pl.col("verdict").is_in(list(RISES))
    return order.with_columns(
        rank=pl.when(is_rise).then(is_rise.cast(pl.Int32).cum_sum().over("scope")).cast(pl.Int32)
    ).select("rank", *(name for name in _COLUMNS if name != "rank"))


def _dollars(currency: str, day: date, rates: Rates | None) -> float | None:
    if currency in _LIKE:
        return 1.0
    return rates.usd(currency, day) if rates is not None else None


def _gaps(gaps: pl.DataFrame) -> pl.DataFrame:
    """The last year's gap of each hub and good over all exporters both sides have, beside the exporters' report."""
    last = gaps.group_by("hub", "good", "currency").agg(pl.col("year").max())
    return (
        gaps.join(last, on=["hub", "good", "currency", "year"])
        .group_by("hub", "good", "currency", "year")
        .agg(pl.col("expected").sum(), pl.col("got").sum())
        .select(
            "hub", "currency", item="good", reported_by=pl.lit("exporter"), mirror_year="year",
            mirror_expected="expected", mirror_got="got", mirror_gap=pl.col("expected") - pl.col("got"),
        )
    )  # fmt: skip


def _broken(flows: pl.DataFrame, rules: FlowRules) -> pl.DataFrame:
    """Breaks of unit values at each hub and good since the cut, the heaviest first, in words."""
    any_break = pl.any_horizontal(
        pl.col(f"{name}_break").fill_null(value=False) for name in ("kg_per_unit", "value_per_kg", "value_per_unit")
    )
    found = flows.filter(any_break & pl.col("hub").is_not_null(), pl.col("period") >= since(rules))
    found = found.sort("value", descending=True)
    texts: dict[tuple[str, str, str, str], list[str]] = {}
    for row in found.iter_rows(named=True):
        texts.setdefault((row["hub"], row["good"], row["currency"], row["frequency"]), []).append(words.breaks(row))
    data = [
        (
            *key,
            "Breaks: "
            + "; ".join(lines[:_BREAKS_SHOWN])
            + (f" and {len(lines) - _BREAKS_SHOWN} more" if len(lines) > _BREAKS_SHOWN else ""),
        )
        for key, lines in texts.items()
    ]
    names = ("hub", "item", "currency", "frequency", "breaks")
    return pl.DataFrame(data, schema=dict.fromkeys(names, pl.String), orient="row")


def _files(prepared: Prepared, series: pl.DataFrame) -> pl.DataFrame:
    """The files the figures of each hub come from."""
    mine = series.filter(pl.col("hub").is_not_null()).select("series", *DATASET, "hub")
    return (
        prepared.points.select("series", "files")
        .join(mine, on="series")
        .group_by(*DATASET, "hub")
        .agg(pl.col("files").bitwise_or())
    )


_COLUMNS: Final[dict[str, Any]] = {}


def _columns() -> None:
    import pyarrow as pa

    from screening.model import FLOW_VERDICTS

    kinds = {pa.string(): pl.String, pa.float64(): pl.Float64, pa.int32(): pl.Int32, pa.bool_(): pl.Boolean}
    _COLUMNS.update({name.name: kinds[name.type] for name in FLOW_VERDICTS})


_columns()
__all__ = ["MIRROR", "Analysis", "analyse"]
