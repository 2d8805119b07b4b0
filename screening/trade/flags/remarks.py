"""What remarks and terms of payment say: no end user, a late change, another who pays, open account by way of a hub."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.trade.book import Book
from screening.trade.bound import STEPS
from screening.trade.flags.base import figures, of_records, untestable
from screening.trade.payers import payers_apart
from screening.trade.rules import Rule
from screening.trade.said import said, testable

_NO_REMARKS: Final = "no record has a remark, and no column speaks of end users"
_NO_TERMS: Final = "no record gives terms of payment"
_QUOTED: Final = "“{}”."
_WAYS: Final = {
    "destination": "bound for",
    "via": "by way of",
    "trading_country": "traded in",
    "dispatch": "dispatched from",
    "buyer": "bought by a party in",
    "seller": "sold by a party in",
}
_ROLES: Final = {"buyer": "importer", "seller": "exporter"}


def no_end_user(book: Book, rule: Rule) -> pl.DataFrame:
    """Records that say that the end user, the use or the owners are not given, or refused (A2)."""
    return _noted(book, rule, _NO_REMARKS)


def late_change(book: Book, rule: Rule) -> pl.DataFrame:
    """Records that say that a party, the destination or the way was changed (A1)."""
    return _noted(book, rule, "no record has a remark")


def third_party_payment(book: Book, rule: Rule) -> pl.DataFrame:
    """Records that say that somebody else than the parties to the sale pays, or whose payer is none of theirs (A1)."""
    payers = payers_apart(book).select(
        "line", reason=pl.format("{} pays, who is no party to the sale.", "text"), figures=figures(payer=pl.col("text"))
    )
    return _noted(book, rule, "no record has a remark, gives terms of payment, or says who pays", payers)


def _noted(book: Book, rule: Rule, why_not: str, more: pl.DataFrame | None = None) -> pl.DataFrame:
    tested = testable(book, rule.id)
    if tested.is_empty():
        return untestable(book, rule, why_not)
    found = said(book, rule.id).select("line", reason=pl.format(_QUOTED, "text"), figures=figures(says=pl.col("text")))
    if more is not None:
        found = pl.concat([found, more], how="vertical_relaxed")
    return of_records(book, rule, found, tested, why_not=why_not)


def open_account(book: Book, rule: Rule) -> pl.DataFrame:
    """Records of goods sold on open account that go to a hub, through one, or to a buyer or from a seller in one (A3).

    Where they were made, or are sent from without being made elsewhere, is no point of transshipment.
    """
    tested = testable(book, rule.id)
    if tested.is_empty():
        return untestable(book, rule, _NO_TERMS)
    terms = said(book, rule.id).unique("line", keep="first", maintain_order=True)
    columns = ["date", *STEPS]
    ways = terms.hstack(book.at(terms.get_column("line"), columns)).with_columns(
        pl.col(step).cast(pl.String) for step in STEPS
    )
    for step, role in _ROLES.items():
        theirs = book.countries_of(role, ways.get_column("line"))
        country = theirs.group_by("line").agg(pl.col("country").min().alias(step))  # of several the first by alphabet
        ways = ways.join(country, on="line", how="left", maintain_order="left")
    start = pl.coalesce("origin", "dispatch")
    found = []
    for step, how in _WAYS.items():
        elsewhere = (pl.col(step) != start).fill_null(value=step != "dispatch")
        other = "destination" if step == "dispatch" else "dispatch"  # a sale within one country passes none
        elsewhere &= (pl.col(step) != pl.col(other)).fill_null(value=True)
        there = ways.filter(book.rules.hubs.is_hub(pl.col(step), pl.col("date")) & elsewhere)
        found.append(
            there.select(
                "line",
                reason=pl.format(f"“{{}}”, {how} {{}}, a hub.", "text", step),
                figures=figures(terms=pl.col("text"), hub=pl.col(step), step=pl.lit(step)),
            )
        )
    first = pl.concat(found).unique("line", keep="first", maintain_order=True)
    return of_records(book, rule, first, tested, why_not=_NO_TERMS)
