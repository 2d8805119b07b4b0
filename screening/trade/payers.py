"""Who pays for goods and is no party to their sale, by the notes of customs records."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import polars as pl

from screening.matching import compare_names
from screening.model import PARTY_ROLES
from screening.trade.book import Book
from screening.trade.said import said

_PAYER: Final = "payer"


def payers_apart(book: Book) -> pl.DataFrame:
    """``line, text``: who pays, on standing lines none of whose other parties is called so, in whatever script, or may
    be a firm of the same house.
    """
    told = said(book, _PAYER)
    if told.is_empty():
        return told
    names = book.parties.select("party", "name")
    others = book.on_lines(book.of_roles(PARTY_ROLES), told.get_column("line")).join(names, on="party")
    pairs = told.join(others.select("line", "name"), on="line").filter(pl.col("name") != pl.col("text"))
    different = pairs.select("text", "name").unique()
    same = different.filter(pl.Series([_are_of_one_house(*pair) for pair in different.iter_rows()], dtype=pl.Boolean))
    known = pairs.join(same, on=["text", "name"], how="semi").select("line")
    return told.join(known, on="line", how="anti")


@lru_cache(maxsize=1 << 14)
def _are_of_one_house(payer: str, party: str) -> bool:
    return compare_names(payer, party).relation is not None
