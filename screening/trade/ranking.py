"""Who trades most in a watched good: the sellers no list names are found by their share."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.trade.book import Book

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
        "of_value": pl.Float64(),
        "of_weight": pl.Float64(),
        "said": pl.String(),
    }
)


def leaders(book: Book, *, most: int = 10) -> pl.DataFrame:
    """The parties with the greatest shares of each watched good in this file, as sellers and as buyers.

    Returns:
        Table of `LEADERS`, ``most`` rows for each good and side; shares are of what the file holds of the good, 0 to 1,
        null where no value, or no weight, of the good or of the party is known. ``said`` in words: "47 % of the value
        of this good in this file".
    """
    marks = book.watched().select("line", "family", "good")
    lines = book.lines.select("line", "value_usd", "net_kg").join(marks, on="line")
    goods = lines.group_by("family").agg(
        pl.col("good").min(), all_usd=pl.col("value_usd").sum(), all_kg=pl.col("net_kg").sum(), rows=pl.len()
    )
    found = []
    for side, role in (("sold", "exporter"), ("bought", "importer")):
        mine = book.of_roles([role]).join(lines.drop("good"), on="line").join(book.firms(), on="party")
        sums = mine.group_by("firm", "family").agg(
            records=pl.len(), value_usd=_known("value_usd"), net_kg=_known("net_kg")
        )
        found.append(sums.with_columns(side=pl.lit(side)))
    by_value, by_weight = pl.col("all_usd") > 0, pl.col("all_kg") > 0
    best = (
        pl.when(by_value)
        .then(pl.col("value_usd") / pl.col("all_usd"))
        .when(by_weight)
        .then(pl.col("net_kg") / pl.col("all_kg"))
        .otherwise(pl.col("records") / pl.col("rows"))
    )
    basis = pl.when(by_value).then(pl.lit("value")).when(by_weight).then(pl.lit("weight")).otherwise(pl.lit("records"))
    shares = (
        pl.concat(found)
        .join(goods, on="family")
        .join(book.called(), on="firm")
        .with_columns(
            best=best,
            of_value=pl.when(by_value).then(pl.col("value_usd") / pl.col("all_usd")),
            of_weight=pl.when(by_weight).then(pl.col("net_kg") / pl.col("all_kg")),
        )
    )
    order = ["family", "side", "best", "subject_id"]
    ranked = shares.sort(order, descending=[False, True, True, False], nulls_last=True).with_columns(
        rank=pl.int_range(1, pl.len() + 1).over("family", "side"),
        said=pl.when(pl.col("best").is_null())
        .then(pl.format("{} not stated", basis))
        .otherwise(
            pl.format("{} % of the {} of this good in this file", (pl.col("best") * 100).round(0).cast(pl.Int64), basis)
        ),
    )
    return ranked.filter(pl.col("rank") <= most).select(LEADERS.names()).cast(LEADERS)


def _known(column: str) -> pl.Expr:
    """The sum, null where nothing is known: nothing stated is not zero."""
    return pl.when(pl.col(column).is_not_null().any()).then(pl.col(column).sum())
