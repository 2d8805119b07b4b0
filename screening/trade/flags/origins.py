"""Low prices that are usual for goods of one origin: bearings of China beside those of Germany."""

from __future__ import annotations

import math

import polars as pl

from screening.trade.book import Book
from screening.trade.rules import Rule


def usual_of_origin(book: Book, rule: Rule, values: pl.DataFrame, low: pl.DataFrame) -> pl.Series:
    """Those of the lines of low prices that are no lower than what other parties pay for goods of the same code and
    origin.

    Args:
        book: The book.
        rule: The flag; its ``same_origin`` says how many other parties, each with how many records, tell what is usual
            (the median of their medians), and how many times below that a price still is.
        values: ``line, party, fine, x`` of all lines that have a price (see `figures.unit_values`).
        low: ``line`` of those whose price is far below others'.
    """
    least = rule.settings["same_origin"]
    near = values.filter(pl.col("fine").is_in(_keys(values, low).implode())).select("line", "party", "fine", "x")
    near = near.with_columns(origin=book.at(near.get_column("line"), ["origin"]).to_series()).drop_nulls("origin")
    theirs = near.group_by("fine", "origin", "party").agg(usual=pl.col("x").median(), records=pl.len())
    mine = near.filter(pl.col("line").is_in(low.get_column("line").implode()))
    beside = (
        mine.join(theirs.filter(pl.col("records") >= least["records"]), on=["fine", "origin"], suffix="_other")
        .filter(pl.col("party") != pl.col("party_other"))
        .group_by("line")
        .agg(pl.col("x").first(), usual=pl.col("usual").median(), parties=pl.len())
    )
    as_others = pl.col("x") >= pl.col("usual") - math.log(float(least["times"]))
    return beside.filter((pl.col("parties") >= least["parties"]) & as_others).get_column("line")


def _keys(values: pl.DataFrame, low: pl.DataFrame) -> pl.Series:
    """The keys of code and basis that lines of low prices have."""
    return values.filter(pl.col("line").is_in(low.get_column("line").implode())).get_column("fine").unique()
