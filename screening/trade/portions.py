"""Shares of a good, and what they are shares of: of all its records, or of those alone whose value or weight is known.

Money that has no rate into dollars is no nought: a share of what was converted says so, with how many records that are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from screening.trade.amounts import unconverted

PORTIONS: Final = pl.Schema(
    {
        "of_value": pl.Float64(),
        "of_weight": pl.Float64(),
        "of_records": pl.Float64(),
        "in_part": pl.String(),
    }
)
"""Shares of a good, 0 to 1, null where the value or the weight of some of its records is not known; ``in_part`` has
these in words, of what is known: ``58 % of the value converted, 36 of 48 records``.
"""


def known() -> list[pl.Expr]:
    """Of a group of lines: ``records``, ``value_usd``, ``net_kg``, and on how many each is known."""
    return [
        pl.len().alias("records"),
        known_sum("value_usd"),
        known_sum("net_kg"),
        pl.col("value_usd").is_not_null().sum().alias("valued"),
        unconverted().sum().alias("unconverted"),
        pl.col("net_kg").is_not_null().sum().alias("weighed"),
    ]


def all_known() -> list[pl.Expr]:
    """The same of all lines of a good, as ``all_records`` and so on."""
    return [each.alias(f"all_{each.meta.output_name()}") for each in known()]


def known_sum(column: str) -> pl.Expr:
    """The sum, null where nothing is known: nothing stated is not zero."""
    return pl.when(pl.col(column).is_not_null().any()).then(pl.col(column).sum().round(6)).alias(column)


def ratio(part: str) -> pl.Expr:
    """The share of a column in that of the whole good."""
    return pl.when(pl.col(f"all_{part}") > 0).then((pl.col(part) / pl.col(f"all_{part}")).round(6))


def portions() -> list[pl.Expr]:
    """The columns of `PORTIONS`, where `known` and `all_known` stand side by side."""
    return [
        pl.when(_whole("valued")).then(ratio("value_usd")).alias("of_value"),
        pl.when(_whole("weighed")).then(ratio("net_kg")).alias("of_weight"),
        ratio("records").alias("of_records"),
        pl.concat_str(
            pl.when(~_whole("valued")).then(_in_part(ratio("value_usd"), value_basis(), "valued")),
            pl.when(~_whole("weighed")).then(_in_part(ratio("net_kg"), weight_basis(), "weighed")),
            pl.when((pl.col("valued") > 0) & (pl.col("valued") < pl.col("records"))).then(
                pl.format("its USD are of {} of its {} records", "valued", "records")
            ),
            separator="; ",
            ignore_nulls=True,
        ).alias("in_part"),
    ]


def value_basis() -> pl.Expr:
    """What a share of the value is of, in words."""
    part = pl.when(pl.col("all_unconverted") > 0).then(pl.lit("value converted")).otherwise(pl.lit("value stated"))
    return pl.when(_whole("valued")).then(pl.lit("value")).otherwise(part)


def weight_basis() -> pl.Expr:
    """What a share of the weight is of, in words."""
    return pl.when(_whole("weighed")).then(pl.lit("weight")).otherwise(pl.lit("weight stated"))


def of_how_many(count: str) -> pl.Expr:
    """On how many records of the good that is known, in words; nothing where it is on all."""
    some = pl.format(", {} of {} records", f"all_{count}", "all_records")
    return pl.when(_whole(count)).then(pl.lit("")).otherwise(some)


def in_words(shares: Sequence[tuple[float | None, str]], in_part: str) -> str:
    """Shares of a good in words, the first two that are known: ``47 % of the value, 40 % of the weight of …``."""
    said = [f"{share * 100:.0f} % of the {what}" for share, what in shares if share is not None]
    whole = ", ".join(said[:2]) + " of this good in this file" if said else ""
    return "; ".join(each for each in (whole, in_part) if each)


def _whole(count: str) -> pl.Expr:
    return pl.col(f"all_{count}") == pl.col("all_records")


def _in_part(share: pl.Expr, basis: pl.Expr, count: str) -> pl.Expr:
    return pl.format("{} % of the {}{}", percent(share), basis, of_how_many(count))


def percent(share: pl.Expr) -> pl.Expr:
    """A share in whole hundredths."""
    return (share * 100).round(0).cast(pl.Int64)
