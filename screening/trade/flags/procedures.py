"""Records by the words of their customs procedure."""

from __future__ import annotations

import re
from collections.abc import Iterable

import polars as pl

from screening.trade.book import Book


def under(book: Book, beginnings: Iterable[str]) -> pl.Series:
    """Lines whose procedure has a word with one of these beginnings: "release for free circulation" is no lease."""
    marks = r"\b(?:" + "|".join(re.escape(mark.lower()) for mark in beginnings) + ")"
    there = book.lines.get_column("procedure").drop_nulls().unique().cast(pl.String)
    spoken = there.filter(there.str.to_lowercase().str.contains(marks))
    told = book.lines.get_column("procedure").is_in(spoken.to_list())
    return book.lines.get_column("line").filter(told)
