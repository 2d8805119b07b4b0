"""What the notes on records tell that their reader handed on for the flags (see `screening.record_notes`)."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.model import PARTY_ROLES
from screening.record_notes import beginning, note_kinds, testing
from screening.trade.book import Book

_AT_ONCE: Final = 1_000_000
"""Lines whose notes are read together."""
_TOLD: Final = pl.Schema({"line": pl.UInt32(), "kind": pl.UInt8(), "note": pl.String()})


def said(book: Book, kind: str, role: str = "") -> pl.DataFrame:
    """``line, text``: what notes of one kind say on standing lines, about a party in this role where they are so."""
    begins = beginning(kind, role)
    notes = _told(book).filter(pl.col("kind") == _kinds().index(kind))
    return notes.filter(pl.col("note").str.starts_with(begins)).select(
        "line", text=pl.col("note").str.slice(len(begins)).str.strip_chars()
    )


def testable(book: Book, flag: str) -> pl.DataFrame:
    """``line``: the lines with a note that lets a flag be tested."""
    wanted = [_kinds().index(kind) for kind in testing(flag)]
    return _told(book).filter(pl.col("kind").is_in(wanted)).select("line").unique()


def _kinds() -> list[str]:
    return list(note_kinds())


def _told(book: Book) -> pl.DataFrame:
    return book.kept("notes", lambda: _read(book))


def _read(book: Book) -> pl.DataFrame:
    """The notes with these beginnings, of a table of `_TOLD`."""
    starts = [
        (number, beginning(kind, role))
        for number, kind in enumerate(_kinds())
        for role in (PARTY_ROLES if beginning(kind, "") != beginning(kind, "x") else ("",))
    ]
    number = pl.lit(None, pl.UInt8)
    for at, start in starts:
        number = pl.when(pl.col("notes").str.starts_with(start)).then(pl.lit(at, pl.UInt8)).otherwise(number)
    found = []
    for first in range(0, book.size, _AT_ONCE):
        # cut before anything is left out, as in the reading of descriptions
        standing = book.records.slice(first, _AT_ONCE).filter(pl.col("status").is_null())
        some = standing.select("line", "notes").filter(pl.col("notes").list.len() > 0).explode("notes")
        kept = some.select("line", kind=number, note="notes").filter(pl.col("kind").is_not_null()).collect()
        if kept.height:
            found.append(kept)
    return pl.concat(found) if found else pl.DataFrame(schema=_TOLD)
