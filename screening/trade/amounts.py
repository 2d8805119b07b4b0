"""Money that could not be made dollars: how much it is, in its own currency."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

UNKNOWN = "of unknown currency"


def unconverted() -> pl.Expr:
    """Whether a record states a value that has no value in dollars."""
    return pl.col("value").is_not_null() & pl.col("value_usd").is_null()


def not_converted(rows: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """``not_converted`` by keys, in words: ``EUR 5,000 on 1 record and KGS 180,000 on 2 records``.

    Args:
        rows: ``value``, ``value_usd``, ``currency`` and the keys, each record once for each key.
        keys: The columns that stand in what is given back; keys without such money do not.
    """
    sums = (
        rows.filter(unconverted())
        .group_by(*keys, pl.col("currency").cast(pl.String))
        .agg(pl.col("value").sum(), records=pl.len())
        .sort(*keys, "currency", nulls_last=True)
    )
    said = [_in_words(*row) for row in sums.select("currency", "value", "records").iter_rows()]
    told = sums.select(*keys, not_converted=pl.Series(said, dtype=pl.String))
    return told.group_by(keys, maintain_order=True).agg(pl.col("not_converted").str.join(" and "))


def not_converted_in_all(rows: pl.DataFrame) -> list[str]:
    """The same of all rows together: one text, or none where all was converted."""
    told = not_converted(rows.select("value", "currency", "value_usd", all=pl.lit(0)), ["all"])
    return [str(each) for each in told.get_column("not_converted")]


def _in_words(currency: str | None, amount: float, records: int) -> str:
    money = f"{currency} {amount:,.0f}" if currency else f"{amount:,.0f} {UNKNOWN}"
    return f"{money} on {records:,} record{'s' * (records != 1)}"
