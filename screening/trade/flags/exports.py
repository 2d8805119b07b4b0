"""What a seller sells to Russia or Belarus only since the invasion, or far more of since, or sends elsewhere since.

The alerts tell these patterns of consignees; a table of one country's exports shows them on its sellers.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.trade.book import Book
from screening.trade.bound import bound
from screening.trade.flags.base import NOT_RAISED, NOT_TESTABLE, of_members, verdicts
from screening.trade.flags.history import judged, new_goods, since, spike
from screening.trade.flags.timelines import all_history_of, history_of
from screening.trade.rules import Rule

_BOUND: Final = "bound for destinations"
_NOWHERE: Final = "Not testable: no record gives the country of destination, or the consignee's."


def _sales(book: Book, rule: Rule) -> tuple[pl.DataFrame, pl.DataFrame]:
    return history_of(book, rule, (_BOUND, bound(book).lines))


def first_exports_after(book: Book, rule: Rule) -> pl.DataFrame:
    """Sellers that sold this watched good to the destinations only since the day, and more than now and then."""
    lines, people = all_history_of(book, rule, (_BOUND, bound(book).lines))
    least = int(rule.settings["least_records"])
    fresh = new_goods(lines)
    goods = fresh.filter(pl.col("after") >= least)
    new = (
        goods.sort("party", "family")
        .group_by("party", maintain_order=True)
        .agg(
            new=pl.len(),
            goods=pl.format("{} (first {}, {} records)", "family", "first", "after").head(5).str.join(", "),
            usd=pl.col("value_usd_after").sum(),
        )
    )
    cut = str(book.rules.cut)
    earlier = (
        pl.when(pl.col("before") == 0)
        .then(pl.lit(f"it sold nothing there before {cut}"))
        .otherwise(pl.format("{} sales of other goods there before {}", "before", pl.lit(cut)))
    )
    few = fresh.group_by("party").agg(few=pl.col("after").max())
    table = (
        people.join(new, on="party", how="left")
        .join(few, on="party", how="left")
        .with_columns(
            said=pl.format("{} {}; {}.", pl.lit(rule.says), "goods", earlier),
            calm=pl.when(pl.col("few").is_null())
            .then(pl.lit("No watched good it sells there is new since."))
            .otherwise(
                pl.format("Of a watched good new since, {} records; fewer than {} say little.", "few", pl.lit(least))
            ),
        )
    )
    raised = pl.col("new").fill_null(0) > 0
    whole = judged(book, table, raised, said="sales", anywhere=True, new_goods=pl.col("goods"))
    sold = lines.join(goods.select("party", "family"), on=["party", "family"]).filter("after")
    return pl.concat([_of_sellers(book, rule, whole), verdicts(since(sold, whole))])


def export_spike_after(book: Book, rule: Rule) -> pl.DataFrame:
    """Sellers that sold this watched good to the destinations before the day, and far more of it a month since."""
    never = "It sold no watched good there before."
    whole, evidence = spike(book, rule, _sales(book, rule), never=never, anywhere=True)
    return pl.concat([_of_sellers(book, rule, whole), verdicts(evidence)])


def redirected_after(book: Book, rule: Rule) -> pl.DataFrame:
    """Sellers that sold a watched good to the destinations before the day, hardly since, and now send it to a country
    outside the coalition to which they sent none before.
    """
    there, people = _sales(book, rule)
    others = sorted(book.rules.coalition | book.rules.destinations)
    there_too = book.by_line(bound(book).lines).gather(book.lines.get_column("line"))
    elsewhere = pl.col("destination").is_not_null() & ~pl.col("destination").is_in(others) & ~pl.lit(there_too)
    lines = book.lines.lazy().filter(elsewhere).select("line").collect().get_column("line")
    consigned = bound(book).elsewhere.filter(~pl.col("country").is_in(others))
    lines = pl.concat([lines, consigned.get_column("line")]).sort()
    sent, senders = history_of(book, rule, ("bound elsewhere", lines))
    sent = sent.with_columns(book.at(sent.get_column("line"), ["destination"]).to_series().cast(pl.String)).join(
        consigned.select("line", pl.col("country").cast(pl.String)), on="line", how="left", maintain_order="left"
    )
    sent = sent.with_columns(country=pl.coalesce("destination", "country")).drop("destination")
    least = int(rule.settings["least_records"])
    key = ["party", "family"]
    before, after = ~pl.col("after"), pl.col("after")
    direct = (
        there.group_by(key)
        .agg(
            before=before.sum(),
            fewer=after.sum() / pl.col("span_after").max().clip(1) / (before.sum() / pl.col("span_before").max()),
        )
        .filter((pl.col("before") >= least) & (pl.col("fewer") <= float(rule.settings["at_most"])))
    )
    new = (
        sent.group_by(*key, "country")
        .agg(early=before.sum(), late=after.sum(), usd=pl.col("value_usd").filter(after).sum())
        .filter((pl.col("early") == 0) & (pl.col("late") >= least))
        .join(direct, on=key)
    )
    said = (
        new.sort("party", "family", "country")
        .group_by("party", maintain_order=True)
        .agg(
            new=pl.len(),
            goods=pl.format("{} to {} ({} records, {} there before)", "family", "country", "late", "before")
            .head(5)
            .str.join(", "),
            usd=pl.col("usd").sum(),
        )
    )
    # of who sold nothing there a short file cannot say that he never did
    sellers = pl.concat([people, senders.join(people, on="party", how="anti")])
    table = sellers.join(said, on="party", how="left").with_columns(
        said=pl.format("{} {}.", pl.lit(rule.says), "goods"),
        calm=pl.lit("No watched good that it sold there goes to a new country instead."),
    )
    raised = pl.col("new").fill_null(0) > 0
    whole = judged(book, table, raised, said="sales", anywhere=True, new_goods=pl.col("goods"))
    evidence = sent.filter(after).join(new.select(*key, "country"), on=[*key, "country"])
    return pl.concat([_of_sellers(book, rule, whole), verdicts(since(evidence, whole))])


def _of_sellers(book: Book, rule: Rule, whole: pl.DataFrame) -> pl.DataFrame:
    """Verdicts on the firms that sell there as verdicts on all sellers."""
    mine = of_members(book, rule, whole)
    told = book.on_lines(book.of_roles(rule.roles), bound(book).known).get_column("party").unique()
    others = book.records_of(rule.roles).select("party").join(mine, on="party", how="anti")
    elsewhere = pl.col("party").is_in(told.implode())
    none = pl.lit("It sold nothing to the destinations looked for.")
    unknown = pl.lit(_NOWHERE)
    rest = others.with_columns(
        outcome=pl.when(elsewhere).then(pl.lit(NOT_RAISED)).otherwise(pl.lit(NOT_TESTABLE)),
        reason=pl.when(elsewhere).then(none).otherwise(unknown),
    )
    return pl.concat([mine, verdicts(rest)])
