"""Goods that a seller's own country forbids to send to the destinations, sent there straight by that seller."""

from __future__ import annotations

import polars as pl

from screening.trade.book import Book
from screening.trade.bound import bound
from screening.trade.flags.base import figures, of_records
from screening.trade.rules import Rule


def sent_straight(book: Book, rule: Rule) -> pl.DataFrame:
    """Exports of the rule's goods from a country of the coalition to Russia or Belarus since the day of the rules.

    Only records that are exports tell it: imports of Russia come from everywhere, which is no anomaly of theirs. They
    come from the country of dispatch, else the exporter's; an exporter of another country sells under another law.
    """
    there = bound(book)
    coalition = sorted(book.rules.coalition)
    lines = book.lines.select(
        "line", "date", "direction", "dispatch", seller=book.country_on("exporter").cast(pl.String)
    )
    exports = lines.filter(pl.col("direction") == "export").with_columns(
        start=pl.coalesce(pl.col("dispatch").cast(pl.String), "seller")
    )
    known = exports.filter(pl.col("start").is_not_null() & book.by_line(there.known).gather(exports.get_column("line")))
    listed = book.goods.filter(pl.col("regime").is_in(list(rule.settings["regimes"])))
    goods = listed.sort("line", "code").unique("line", keep="first", maintain_order=True).select("line", "code")
    at_home = pl.col("start").is_in(coalition) & pl.col("seller").is_in(coalition).fill_null(value=True)
    found = (
        known.filter(at_home & (pl.col("date") >= book.rules.cut))
        .filter(pl.col("line").is_in(there.lines.implode()))
        .join(goods, on="line", how="inner", maintain_order="left")
        .select(
            "line",
            reason=pl.format("From {} straight there: code {}, which its own law restricts.", "start", "code"),
            figures=figures(start=pl.col("start")),
        )
    )
    why_not = "no record is an export that says where the goods come from and where they go"
    return of_records(book, rule, found, known.select("line"), why_not=why_not)
