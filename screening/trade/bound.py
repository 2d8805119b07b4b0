"""Which records are of goods bound for the destinations looked for: Russia and Belarus, or those the rules name."""

from __future__ import annotations

from typing import Final, NamedTuple

import polars as pl

from screening.trade.book import Book

STEPS: Final = ("origin", "dispatch", "trading_country", "via", "destination")
"""The columns of a record's countries."""


class Bound(NamedTuple):
    """Goods bound for the destinations, which do not come from there.

    Attributes:
        given: ``line`` of the records that say so.
        consigned: ``line, country`` of those that name no destination, by the consignee's country.
        elsewhere: The same of goods consigned to other countries.
        known: The lines of which it is known where they go.
    """

    given: pl.DataFrame
    consigned: pl.DataFrame
    elsewhere: pl.DataFrame
    known: pl.Series

    @property
    def lines(self) -> pl.Series:
        """The lines of all these goods."""
        return pl.concat([self.given.get_column("line"), self.consigned.get_column("line")])


def bound(book: Book) -> Bound:
    """The goods bound for the destinations; found once."""
    return book.kept("bound for destinations", lambda: _made(book))


def _made(book: Book) -> Bound:
    wanted = sorted(book.rules.destinations)
    from_there = pl.col("dispatch").is_in(wanted).fill_null(value=False)
    lines = book.lines.select("line", "destination", "dispatch")
    open_lines = lines.filter(pl.col("destination").is_null())
    buyers = book.on_lines(book.of_roles(["importer"]), open_lines.get_column("line"))
    consigned = open_lines.join(
        buyers.join(book.countries(), on="party", maintain_order="left"), on="line", maintain_order="left_right"
    ).unique("line", keep="first", maintain_order=True)
    return Bound(
        lines.filter(pl.col("destination").is_in(wanted) & ~from_there).select("line"),
        consigned.filter(pl.col("country").is_in(wanted) & ~from_there).select("line", "country"),
        consigned.filter(~pl.col("country").is_in(wanted)).select("line", "country"),
        pl.concat([lines.filter(pl.col("destination").is_not_null()).get_column("line"), consigned.get_column("line")]),
    )
