"""Who trades most in a watched good: the sellers no list names are found by their share."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.trade.book import Book
from screening.trade.portions import (
    PORTIONS,
    all_known,
    known,
    of_how_many,
    percent,
    portions,
    ratio,
    value_basis,
    weight_basis,
)

_MOST = 0.9
"""The share of a good's records that must have a value, or a weight, for its leaders to be ranked by it."""

LEADERS: Final = pl.Schema(
    {
        "family": pl.String(),
        "good": pl.String(),
        "side": pl.String(),
        "rank": pl.Int64(),
        "subject_id": pl.String(),
        "name": pl.String(),
        "country": pl.String(),
        "records": pl.Int64(),
        "value_usd": pl.Float64(),
        "net_kg": pl.Float64(),
        "said": pl.String(),
        **PORTIONS,
    }
)


def leaders(book: Book, *, most: int = 10) -> pl.DataFrame:
    """The parties with the greatest shares of each watched good in this file, as sellers and as buyers.

    Ranked by value where nearly all records of the good have one in dollars, else by weight where nearly all have one,
    else by that which more have: what was not converted would make the first of who sells for dollars.

    Returns:
        Table of `LEADERS`, ``most`` rows for each good and side; ``said`` is the share they are ranked by in words: "47
        % of the value of this good in this file".
    """
    marks = book.watched().select("line", "family", "good")
    lines = book.lines.select("line", "value", "value_usd", "net_kg").join(marks, on="line")
    goods = lines.group_by("family").agg(pl.col("good").min(), *all_known())
    found = []
    for side, role in (("sold", "exporter"), ("bought", "importer")):
        mine = book.of_roles([role]).join(lines.drop("good"), on="line").join(book.firms(), on="party")
        found.append(mine.group_by("firm", "family").agg(known()).with_columns(side=pl.lit(side)))
    shares = (
        pl.concat(found)
        .join(goods, on="family")
        .join(book.called(), on="firm")
        .with_columns(by=_ranked_by())
        .with_columns(*portions(), best=_of_basis(ratio("value_usd"), ratio("net_kg"), ratio("records")))
    )
    order = ["family", "side", "best", "subject_id"]
    ranked = shares.sort(order, descending=[False, True, True, False], nulls_last=True).with_columns(
        rank=pl.int_range(1, pl.len() + 1).over("family", "side")
    )
    return ranked.filter(pl.col("rank") <= most).with_columns(said=_said()).select(LEADERS.names()).cast(LEADERS)


def _ranked_by() -> pl.Expr:
    """By what a good's leaders are ranked: value, weight or records."""
    valued, weighed, least = pl.col("all_valued"), pl.col("all_weighed"), pl.col("all_records") * _MOST
    by_value, by_weight = pl.col("all_value_usd") > 0, pl.col("all_net_kg") > 0
    return (
        pl.when(by_value & (valued >= least))
        .then(pl.lit("value"))
        .when(by_weight & ((weighed >= least) | (weighed > valued) | ~by_value.fill_null(value=False)))
        .then(pl.lit("weight"))
        .when(by_value)
        .then(pl.lit("value"))
        .otherwise(pl.lit("records"))
    )


def _of_basis(value: pl.Expr, weight: pl.Expr, records: pl.Expr) -> pl.Expr:
    by = pl.col("by")
    return pl.when(by == "value").then(value).when(by == "weight").then(weight).otherwise(records)


def _said() -> pl.Expr:
    basis = _of_basis(value_basis(), weight_basis(), pl.lit("records"))
    part = _of_basis(of_how_many("valued"), of_how_many("weighed"), pl.lit(""))
    # null where the party has none of what the good's leaders are ranked by
    lost = pl.when((pl.col("by") == "value") & (pl.col("unconverted") > 0)).then(pl.lit("converted"))
    nothing = pl.format("{} not {}", "by", lost.otherwise(pl.lit("stated")))
    some = pl.format("{} % of the {}{} of this good in this file", percent(pl.col("best")), basis, part)
    return pl.when(pl.col("best").is_null()).then(nothing).otherwise(some)
