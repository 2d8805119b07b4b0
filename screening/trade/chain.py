"""Follow the goods: from whom a party bought, to whom it sold, its share of the trade, and what may have come after."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import polars as pl

from screening.trade.amounts import not_converted
from screening.trade.book import Book
from screening.trade.legs import onward_legs, record_ids
from screening.trade.portions import PORTIONS, all_known, known, known_sum, portions

TRADES: Final = pl.Schema(
    {
        "side": pl.String(),
        "subject_id": pl.String(),
        "name": pl.String(),
        "other_id": pl.String(),
        "other": pl.String(),
        "other_country": pl.String(),
        "hs6": pl.String(),
        "good": pl.String(),
        "first_on": pl.Date(),
        "last_on": pl.Date(),
        "records": pl.Int64(),
        "value_usd": pl.Float64(),
        "not_converted": pl.String(),
        "net_kg": pl.Float64(),
        "record_ids": pl.List(pl.String()),
    }
)
SHARES: Final = pl.Schema(
    {
        "side": pl.String(),
        "subject_id": pl.String(),
        "hs6": pl.String(),
        "month": pl.Date(),
        "value_usd": pl.Float64(),
        "net_kg": pl.Float64(),
        **PORTIONS,
    }
)


@dataclass(frozen=True)
class Chain:
    """What is known of the trade of some parties.

    Attributes:
        trades: Table of `TRADES`: a row for each counterparty, good and side (bought or sold).
        shares: Table of `SHARES`: by month, and for all months together (``month`` null), the parties' share of the
            value, weight and records of the good on that side in this file, of what is known of them (`PORTIONS`).
        legs: Table of `legs.LEGS`: possible onward legs, the surest first. Each is a question, no finding.
    """

    trades: pl.DataFrame
    shares: pl.DataFrame
    legs: pl.DataFrame


def follow(
    book: Book,
    subject_ids: Collection[str],
    *,
    days: int = 90,
    tolerance: float = 0.1,
    watched_only: bool = False,
    evidence: int = 20,
) -> Chain:
    """Follow the goods of parties named.

    Args:
        book: The records.
        subject_ids: The parties, listed or not; those the records do not know are passed over. Parties of the same
            name are followed as one, and are one to whom they trade with (`Book.firms`).
        days: An onward leg leaves within so many days.
        tolerance: Quantities of one lot may differ by this share.
        watched_only: Only watched goods.
        evidence: At most so many record ids in a row of `TRADES`.
    """
    asked = book.parties.filter(pl.col("subject_id").is_in(list(subject_ids))).join(book.firms(), on="party")
    lead = asked.sort("subject_id").unique("firm", keep="first", maintain_order=True)
    # all parties that are the same firm, under the first of the ids asked for
    named = book.firms().join(lead.select("firm", "subject_id", "name"), on="firm").drop("firm")
    lines = _lines(book, named, watched_only=watched_only)
    return Chain(
        _trades(book, named, lines, evidence),
        _shares(book, named, lines),
        onward_legs(book, named, lines, days, tolerance),
    )


def _lines(book: Book, named: pl.DataFrame, *, watched_only: bool) -> pl.DataFrame:
    """The lines of the named parties, and all others of the goods these trade in: few of five million become text."""
    mine = book.roles.join(named.select("party"), on="party", how="semi").select("line").unique()
    theirs = book.lines.join(mine, on="line", how="semi")
    goods = theirs.get_column("hs6").drop_nulls().unique()
    kept = book.lines.filter(pl.col("hs6").is_in(goods.implode()) | pl.col("line").is_in(mine["line"].implode()))
    lines = kept.select(
        *("line", "date", "value", "currency", "value_usd", "net_kg", "quantity", "destination"),
        hs6=pl.col("hs6").cast(pl.String),
        hs_code=pl.col("hs_code").cast(pl.String),
        unit=pl.col("unit").cast(pl.String),
    ).join(book.watched().select("line", "good"), on="line", how="left")
    return lines.filter(pl.col("good").is_not_null()) if watched_only else lines


def _trades(book: Book, named: pl.DataFrame, lines: pl.DataFrame, evidence: int) -> pl.DataFrame:
    keys = ["subject_id", "name", "other_id", "other", "other_country", "hs6"]
    people = book.called().select("firm", other_id="subject_id", other="name", other_country="country")
    found = []
    for side, role, opposite in (("bought", "importer", "exporter"), ("sold", "exporter", "importer")):
        mine = (
            book.roles.filter(pl.col("role") == role)
            .join(named, on="party")
            .select("line", "party", "subject_id", "name")
        )
        there = mine.join(lines, on="line")
        others = book.roles.filter(pl.col("role") == opposite).join(there, on="line", how="semi")
        others = others.join(book.firms(), on="party").select("line", "firm").unique(maintain_order=True)
        joined = (
            there.join(others, on="line", how="left")
            .join(people, on="firm", how="left")
            .join(record_ids(book, there), on="line")
        )
        found.append(
            joined.sort("date", "record_id", nulls_last=True)
            .group_by(keys, maintain_order=True)
            .agg(
                good=pl.col("good").drop_nulls().min(),
                first_on=pl.col("date").min(),
                last_on=pl.col("date").max(),
                records=pl.len(),
                value_usd=known_sum("value_usd"),
                net_kg=known_sum("net_kg"),
                record_ids=pl.col("record_id").head(evidence),
            )
            .join(not_converted(joined, keys), on=keys, how="left", nulls_equal=True, maintain_order="left")
            .with_columns(side=pl.lit(side))
        )
    table = pl.concat(found).select(TRADES.names()).cast(TRADES)
    return table.sort(
        "side",
        "subject_id",
        "value_usd",
        "hs6",
        "other_id",
        descending=[False, False, True, False, False],
        nulls_last=True,
    )


def _shares(book: Book, named: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    dated = lines.filter(pl.col("hs6").is_not_null()).with_columns(month=pl.col("date").dt.truncate("1mo"))
    found = []
    for side, role in (("bought", "importer"), ("sold", "exporter")):
        mine = book.roles.filter(pl.col("role") == role).join(named, on="party").select("line", "subject_id").unique()
        here = mine.join(dated, on="line")
        goods = dated.join(here.select("hs6").unique(), on="hs6", how="semi")
        for keys in (["hs6", "month"], ["hs6"]):
            part = here if "month" not in keys else here.filter(pl.col("month").is_not_null())
            own = part.group_by("subject_id", *keys).agg(known())
            all_of = goods.group_by(keys).agg(all_known())
            shares = own.join(all_of, on=keys).with_columns(*portions(), side=pl.lit(side))
            if "month" not in keys:
                shares = shares.with_columns(month=pl.lit(None, pl.Date))
            found.append(shares.select(SHARES.names()).cast(SHARES))
    return pl.concat(found).sort("side", "subject_id", "hs6", "month", nulls_last=False)
