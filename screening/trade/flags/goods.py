"""Watched goods, goods of energetic grade, and descriptions that say another good than the code."""

from __future__ import annotations

import polars as pl

from screening.trade.book import Book
from screening.trade.flags.base import figures, of_records
from screening.trade.rules import Rule

_NO_CODE = "no record has a code of the goods, and no description says one"


def _by_regime(book: Book, rule: Rule, *, high: bool) -> pl.DataFrame:
    regimes = list(book.rules.goods["high_priority"])
    least = float(book.rules.goods["least_weight"])
    marks = book.goods.filter((pl.col("regime").is_in(regimes) == high) & (pl.col("weight") >= least))
    marks = marks.sort(["line", "weight", "regime"], descending=[False, True, False])
    first = marks.unique("line", keep="first", maintain_order=True)
    listed = (
        pl.when(pl.col("in_force").is_null() | pl.col("in_force"))
        .then(pl.lit(""))
        .otherwise(pl.format("; on the list since {} only", "since"))
    )
    by = (
        pl.when(pl.col("how") == "code")
        .then(pl.format("code {}", "text"))
        .otherwise(pl.format("the description says “{}”", "text"))
    )
    tier = pl.when(pl.col("tier").is_null()).then(pl.lit("")).otherwise(pl.format(" (tier {})", "tier"))
    # the one list whose goods are of high priority is named by the flag
    of = (
        pl.lit("") if high and len(regimes) == 1 else pl.format("{} list, ", pl.col("regime").str.replace_all("_", " "))
    )
    found = first.select(
        "line",
        reason=pl.format("{}{}{}: {} ({}{}).", of, "code", tier, "good", by, listed),
        about=pl.format("{} {}", "regime", "code"),
        figures=figures(
            regime=pl.col("regime"),
            code=pl.col("code"),
            tier=pl.col("tier"),
            weight=pl.col("weight"),
            how=pl.col("how"),
        ),
    )
    return of_records(book, rule, found, _has_code(book), why_not=_NO_CODE)


def _has_code(book: Book) -> pl.DataFrame:
    return book.lines.filter(pl.col("hs6").is_not_null()).select("line")


def high_priority_good(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods of the regimes the rules call high priority: the Common High Priority List."""
    return _by_regime(book, rule, high=True)


def watched_good(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods of all other lists, the user's own among them."""
    return _by_regime(book, rule, high=False)


def energetic_grade(book: Book, rule: Rule) -> pl.DataFrame:
    """Goods whose description states an energetic grade, or a share of nitrogen that makes it one."""
    graded = book.told.filter(pl.col("grade") != "")
    found = graded.filter((pl.col("grade") == "energetic") & pl.col("is_the_good")).select(
        "line",
        reason=pl.format("{}: “{}”.", "what", "grade_words"),
        figures=figures(good=pl.col("good"), words=pl.col("grade_words")),
    )
    return of_records(book, rule, found, graded.select("line"), why_not="no description states a grade")


def description_disagrees(book: Book, rule: Rule) -> pl.DataFrame:
    """Descriptions that name a watched good while the code is of something else that does not hold it."""
    coded = book.told.join(book.lines.select("line", pl.col("hs_code").cast(pl.String)), on="line")
    # where several goods are named, one that fits the code speaks for the line: but that which is named first, where
    # the others are no goods of that code themselves, only such as it may hold
    by_line = pl.col("agrees") & (pl.col("is_the_good") | ~(~pl.col("agrees") & pl.col("first")).any().over("line"))
    fits = coded.filter(by_line).select("line").unique()
    found = (
        coded.filter(~pl.col("agrees"))
        .join(fits, on="line", how="anti")
        .sort(["line", "weight", "good"], descending=[False, True, False])
        .unique("line", keep="first", maintain_order=True)
        .select(
            "line",
            reason=pl.format(
                "The description says “{}” ({}, {}), the code is {}.", "words", "what", "main_code", "hs_code"
            ),
            figures=figures(says=pl.col("main_code"), code=pl.col("hs_code")),
        )
    )
    tested = coded.filter(pl.col("agrees").is_not_null()).select("line")
    return of_records(
        book,
        rule,
        found,
        tested,
        why_not="no record has both a code and a description that names a watched good",
    )
