"""Codes of former currencies on records of after their end: the money that took their place is meant."""

from __future__ import annotations

import polars as pl

from screening.reference import table


def in_force(currency: pl.Series, day: pl.Series) -> pl.Series:
    """The currencies of records, in place of a former one that which was in force on the day of the record: RUR of 2023
    is the rouble of today. A record of no day, or of before, keeps what it says.

    Args:
        currency: ISO 4217 codes.
        day: The records' days.
    """
    told = pl.lit(currency)
    for row in table("places/former_currencies.tsv").rows:
        if (currency == row["code"]).any():
            later = pl.lit(day) >= pl.lit(row["from"]).str.to_date()
            told = (
                pl.when((pl.lit(currency) == row["code"]) & later.fill_null(value=False))
                .then(pl.lit(row["now"]))
                .otherwise(told)
            )
    return pl.select(told).to_series()
