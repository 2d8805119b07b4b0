"""Firms of Russia and Belarus whose names say that they are the state's own."""

from __future__ import annotations

from functools import lru_cache

import polars as pl

from screening.names.tokens import words
from screening.trade.book import Book
from screening.trade.flags.base import NOT_RAISED, NOT_TESTABLE, RAISED, figures, verdicts
from screening.trade.flags.founded import only_ends
from screening.trade.rules import Rule


def state_firm(book: Book, rule: Rule) -> pl.DataFrame:
    """Parties in the destinations that have a word of state firms in their name (A1), whatever they deal in: the alert
    waits for a watched good, the flag does not.

    A party whose country is not known is taken to be of the one that all it buys goes to, or all it sells comes from.
    """
    sure, weak = (
        tuple(" ".join(words(str(each))) for each in rule.settings[of]) for of in ("words", "words_beside_a_list")
    )
    beside = _on_lists(book)
    watched = book.watched_of(rule.roles).group_by("party").agg(watched=pl.len())
    table = (
        book.records_of(rule.roles).select("party").join(book.parties, on="party").join(watched, on="party", how="left")
    )
    said = [
        (party, mark)
        for party, name in table.select("party", "name").rows()
        if (mark := _mark(name or "", sure + weak if party in beside else sure))
    ]
    marked = pl.DataFrame(said, schema={"party": pl.UInt32(), "mark": pl.String()}, orient="row")
    table = table.join(marked, on="party", how="left").with_columns(pl.col("watched").fill_null(0))
    nowhere = table.filter(pl.col("country").is_null() & pl.col("mark").is_not_null())
    ends = pl.DataFrame(
        [*only_ends(book, nowhere).items()], schema={"party": pl.UInt32(), "end": pl.String()}, orient="row"
    )
    whole = table.join(ends, on="party", how="left").with_columns(
        pl.coalesce(pl.col("country").cast(pl.String), "end").alias("in")
    )
    there, named = pl.col("in").is_in(sorted(book.rules.destinations)), pl.col("mark").is_not_null()
    whole = whole.with_columns(
        outcome=pl.when(named & there)
        .then(pl.lit(RAISED))
        .when(named & pl.col("in").is_null())
        .then(pl.lit(NOT_TESTABLE))
        .otherwise(pl.lit(NOT_RAISED)),
        reason=pl.when(named & there)
        .then(pl.format("{} “{}” in its name; {} records of watched goods.", pl.lit(rule.says), "mark", "watched"))
        .when(~named)
        .then(pl.lit("No word of state firms in its name."))
        .when(pl.col("in").is_null())
        .then(pl.lit("Not testable: its country is not known."))
        .otherwise(pl.format("It is in {}.", "in")),
        figures=figures(country=pl.col("in"), watched=pl.col("watched"), word=pl.col("mark")),
    )
    return verdicts(whole)


def _on_lists(book: Book) -> frozenset[int]:
    """Parties that are on a list, perhaps affiliated with a listed one, or at a listed address."""
    found = [book.listings.get_column("party")] + ([] if book.places is None else [book.places.get_column("party")])
    return frozenset(pl.concat(found))


@lru_cache(maxsize=1 << 14)
def _mark(name: str, marks: tuple[str, ...]) -> str:
    """The first of some words of state firms in a name, folded; empty where it has none."""
    whole = f" {' '.join(words(name))} "
    return next((mark for mark in marks if f" {mark} " in whole), "")
