"""Who pays, where a column names it: the parties of the row, or somebody else, as notes for the red flags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import polars as pl

from screening.intake.customs_columns import RoleColumns
from screening.intake.customs_headings import PARTIES, PAYER
from screening.intake.customs_parties import PartyBook
from screening.intake.customs_ships import SHIP
from screening.intake.same_party import key_of
from screening.record_notes import noted

_OF_THE_ROW: Final = "payer_of_the_row"
_ANOTHER: Final = "payer"


def note_payers(found: Mapping[str, pl.DataFrame], book: PartyBook, cleaner: RoleColumns, height: int) -> None:
    """Put on rows with a payer who it is: by the role of the party that is called the same, else by name.

    Args:
        found: By what columns call a party, ``row, party`` (number in the book).
        book: The parties.
        cleaner: Takes the notes.
        height: Rows of the chunk.
    """
    payers = found.get(PAYER)
    if payers is None or payers.is_empty():
        return
    keys: dict[int, tuple[str, ...]] = {}
    roles: dict[tuple[int, tuple[str, ...]], str] = {}
    paid = set(payers.get_column("row").to_list())
    for party, rows in found.items():
        if party in (PAYER, SHIP):
            continue
        role = PARTIES.get(party, party)
        for row, number in rows.iter_rows():
            if row in paid:
                roles.setdefault((row, _key(number, book, keys)), role)
    notes: np.ndarray[Any, Any] = np.full(height, None, dtype=object)
    for row, number in payers.iter_rows():
        role = roles.get((row, _key(number, book, keys)), "")
        notes[row] = noted(_OF_THE_ROW, "", role).strip() if role else noted(_ANOTHER, book.parties[number].name)
    cleaner.tell(pl.Series(notes.tolist(), dtype=pl.String))


def _key(number: int, book: PartyBook, keys: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """What a party is called, without legal forms and small words."""
    if number not in keys:
        keys[number] = key_of(book.parties[number].name)
    return keys[number]
