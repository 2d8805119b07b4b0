"""One party in two roles of a row, of which one says who it is and the other no more than its name."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.intake.customs_parties import Party, PartyBook, where_told
from screening.intake.customs_ships import SHIP
from screening.names.tokens import words

_SIDES: Final = ("exporter", "importer")
"""Who sells and who buys: of one name they may be two houses, and neither is the other."""


class Namesakes:
    """Finds the parties that stand on a row twice; keeps what each is called.

    Args:
        book: Where the parties are kept.
    """

    def __init__(self, book: PartyBook) -> None:
        self._book = book
        self._called: list[int] = []
        self._numbered: dict[str, int] = {}

    def as_one(self, links: pl.DataFrame) -> pl.DataFrame:
        """The links with one party where two of one name stand on a row, and one of them says nothing the other does
        not say of itself as well.

        Args:
            links: ``row, role, party`` (number in the book).

        Returns:
            The same rows in their order. A name that may be either of two is left as it is, and the seller's name is
            never taken for the buyer.
        """
        self._learn()
        called = pl.Series(self._called, dtype=pl.UInt32).gather(links.get_column("party"))
        placed = links.with_columns(called=called, at=pl.int_range(pl.len(), dtype=pl.UInt32))
        placed = placed.filter(pl.col("role") != SHIP)
        key = pl.col("row").cast(pl.UInt64) * len(self._numbered) + pl.col("called")
        twice = placed.filter(key.is_duplicated())
        if twice.is_empty():
            return links
        pairs = twice.join(twice.select("row", "called", other="party", as_="role"), on=["row", "called"])
        opposed = pl.col("role").is_in(_SIDES) & pl.col("as_").is_in(_SIDES) & (pl.col("role") != pl.col("as_"))
        pairs = pairs.filter((pl.col("party") != pl.col("other")) & ~opposed)
        different = pairs.select("party", "other").unique()
        parties = self._book.parties
        same = [_says_less(parties[party], parties[other]) for party, other in different.iter_rows()]
        # a buyer with its address and a holder of the contract without are one subject of one number
        subjects = pl.Series([parties[other].subject_id for other in different.get_column("other")], dtype=pl.String)
        known = different.with_columns(subject=subjects).filter(pl.Series(same, dtype=pl.Boolean))
        meant = pairs.join(known, on=["party", "other"])
        meant = meant.group_by("at").agg(pl.col("other").min(), many=pl.col("subject").n_unique())
        meant = meant.filter(pl.col("many") == 1)
        found = placed.join(meant, on="at", how="inner")
        if found.is_empty():
            return links
        mended = links.get_column("party").scatter(found.get_column("at"), found.get_column("other"))
        return links.with_columns(party=mended)

    def _learn(self) -> None:
        """Number what the parties are called that are new in the book."""
        for party in self._book.parties[len(self._called) :]:
            name = " ".join(words(party.name))
            self._called.append(self._numbered.setdefault(name, len(self._numbered)))


def _says_less(party: Party, other: Party) -> bool:
    """Whether a party has no number, and its country and address are the other's, of which one says more."""
    if party.identifiers or party.subject_id == other.subject_id or party.country not in (None, other.country):
        return False
    if not party.address and other.identifiers:
        return True  # as it mostly is: no address need be read
    place, its = where_told(party.address), where_told(other.address)
    return place in ("", its) and (bool(other.identifiers) or (party.country, place) != (other.country, its))
