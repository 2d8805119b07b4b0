"""What money of customs records could not be made dollars, why, and what would help."""

from __future__ import annotations

from typing import Any, Final

import polars as pl

from screening.record_notes import NOT_UNDERSTOOD
from screening.trade import Book
from screening.trade.amounts import unconverted as without_dollars

_STRANGE: Final = f"^currency '(.+){NOT_UNDERSTOOD}$"
_NAME_IT: Final = "correct it in the file, or name it for all rows with --map currency==CODE"


def unconverted(book: Book) -> list[str]:
    """What money has no rate into dollars, by currency, with its share of the rows that state a value."""
    lost = book.lines.lazy().filter(without_dollars()).select("line", "currency", "value", "date").collect()
    if not lost.height:
        return []
    stated = book.lines.lazy().filter(pl.col("value").is_not_null())
    total = int(stated.select(pl.len()).collect(engine="streaming").item())
    table = (
        lost.with_columns(pl.col("currency").cast(pl.String))
        .join(_strange(book, lost), on="line", how="left")
        .group_by("currency", "strange")
        .agg(
            pl.len().alias("rows"),
            pl.col("value").sum().alias("amount"),
            pl.col("date").is_null().sum().alias("undated"),
        )
        .sort("currency", "strange", nulls_last=True)
    )
    return [_in_words(row, total) for row in table.iter_rows(named=True)]


def _strange(book: Book, lost: pl.DataFrame) -> pl.DataFrame:
    """``line, strange``: what is written for a currency where that could not be read."""
    lines = lost.filter(pl.col("currency").is_null()).get_column("line")
    notes = book.records.filter(pl.col("line").is_in(lines.implode())).select("line", "notes")
    words = notes.explode("notes").with_columns(strange=pl.col("notes").str.extract(_STRANGE))
    found = words.drop_nulls("strange").select("line", "strange").unique("line", keep="first")
    return found.collect(engine="streaming").sort("line")


def _in_words(row: dict[str, Any], total: int) -> str:
    rows, code, undated = row["rows"], row["currency"], row["undated"]
    said = f"{rows:,} of {total:,} rows with a value ({rows / total:.1%})"
    amount = f"{row['amount']:,.0f} in all: not converted"
    if code is None and row["strange"] is None:
        return f"{said} state no currency, {amount}; {_NAME_IT}"
    if code is None:
        return f"{said} are in {row['strange']!r}, which names no one currency that is known, {amount}; {_NAME_IT}"
    said += f" are in currency {code} without a rate into USD, {amount}; "
    if undated == rows:
        return said + "they have no date, without which there is no rate"
    return (
        said + "give rates with --rates" + (f"; {undated:,} have no date, without which none applies" * (undated > 0))
    )
