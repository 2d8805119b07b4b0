"""Who pays, where a column names it: the parties of the row, or somebody else, as notes for the red flags."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import polars as pl

from screening.intake.customs_columns import RoleColumns
from screening.intake.customs_headings import PARTIES, PAYER
from screening.intake.customs_parties import PartyBook
from screening.intake.customs_ships import SHIP
from screening.intake.customs_wording import listed
from screening.intake.same_party import key_of
from screening.record_notes import noted

_OF_THE_ROW: Final = "payer_of_the_row"
_ANOTHER: Final = "payer"
_HOLDER: Final = "contract_holder"


def settles(headings: Sequence[str]) -> bool:
    """Whether headings of the holder of a contract are of who settles it, box 9 of declarations: who pays, mostly."""
    said = [heading.casefold() for heading in headings]
    return any(stem.casefold() in each for each in said for stem in listed("settling"))


def note_payers(
    found: Mapping[str, pl.DataFrame], book: PartyBook, cleaner: RoleColumns, height: int, *, settling: bool = False
) -> None:
    """Put on rows with a payer who it is: by the role of the party that is called the same, else by name.

    Args:
        found: By what columns call a party, ``row, party`` (number in the book).
        book: The parties.
        cleaner: Takes the notes.
        height: Rows of the chunk.
        settling: Whether the holder of the contract settles it: told on rows that name no payer, where it is none of
            their others.
    """
    payers = found.get(PAYER)
    if payers is not None and not payers.is_empty():
        _note(payers, found, (PAYER, SHIP), book, cleaner, height)
    holders = found.get(_HOLDER) if settling else None
    if holders is not None and payers is not None:
        holders = holders.join(payers, on="row", how="anti", maintain_order="left")
    if holders is not None and not holders.is_empty():
        _note(holders, found, (PAYER, SHIP, _HOLDER), book, cleaner, height)


def _note(
    payers: pl.DataFrame,
    found: Mapping[str, pl.DataFrame],
    but: Collection[str],
    book: PartyBook,
    cleaner: RoleColumns,
    height: int,
) -> None:
    """The notes of payers beside the row's other parties, without those that columns call ``but``. Who settles a
    contract is told only where it is somebody else: an exporter does not pay for its own goods.
    """
    others = [
        rows.select("row", "party", role=pl.lit(PARTIES.get(party, party)))
        for party, rows in found.items()
        if party not in but
    ]
    beside = pl.concat(others) if others else payers.head(0).select("row", "party", role=pl.lit(""))
    named = _named(pl.concat([payers.get_column("party"), beside.get_column("party")]).unique(), book)
    theirs = beside.join(named, on="party").unique(["row", "key"], keep="first", maintain_order=True)
    mine = payers.select("row", "party").join(named, on="party", maintain_order="left")
    known = mine.join(theirs.select("row", "key", "role"), on=["row", "key"], how="left", maintain_order="left")
    of_the_row = pl.lit(None, pl.String) if _HOLDER in but else _by_role(known.get_column("role"))
    told = known.unique("row", keep="first", maintain_order=True).with_columns(
        note=pl.when(pl.col("role").is_null()).then(pl.col("other")).otherwise(of_the_row)
    )
    every = pl.DataFrame({"row": pl.int_range(height, dtype=pl.UInt32, eager=True)})
    notes = every.join(told.select("row", "note"), on="row", how="left", maintain_order="left")
    cleaner.tell(notes.get_column("note"))


def _named(parties: pl.Series, book: PartyBook) -> pl.DataFrame:
    """``party, key, other``: what parties are called without legal forms and small words, and the note of each as the
    payer who is none of the row's others.
    """
    names = [book.parties[number].name for number in parties]
    return pl.DataFrame(
        {
            "party": parties,
            "key": pl.Series([" ".join(key_of(name)) for name in names], dtype=pl.String),
            "other": pl.Series([noted(_ANOTHER, name) for name in names], dtype=pl.String),
        }
    )


def _by_role(roles: pl.Series) -> pl.Expr:
    """The note of a payer who has one of these roles on the row."""
    there = roles.drop_nulls().unique().to_list()
    notes = [noted(_OF_THE_ROW, "", role).strip() for role in there]
    return pl.col("role").replace_strict(there, notes, default=None, return_dtype=pl.String)
