"""Rows of customs tables that are no records: totals, and rows with no party of their own and no code of a good."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from screening.intake.columnar import Chunk
from screening.intake.customs_beside import is_total
from screening.intake.customs_layout import CustomsLayout
from screening.intake.customs_parties import PartyBook

_NAMING: Final = ("_name", "_tax_id", "_swift", "_lei")
"""What columns of a party tell who it is by."""


def are_records(
    chunk: Chunk, records: pl.DataFrame, linked: pl.DataFrame, layout: CustomsLayout, book: PartyBook
) -> pl.Series:
    """Which rows are records: those that name a party, or have an HS code. A firm that is the party of all rows, by the
    title or ``--map exporter==FIRM``, makes none, but where no column names parties those that describe a good; nor
    does a row whose first cell is the label of a total, and that names nobody else.

    Args:
        chunk: The rows as they stand.
        records: The same as records.
        linked: The parties of the rows: ``row, role, party``.
        layout: What the columns hold.
        book: The parties.
    """
    own = _without_constants(linked, records, layout, book)
    named = np.zeros(records.height, dtype=bool)
    named[own["row"].to_numpy()] = True
    named[_called_total(records, own, book)] = False
    kept = pl.Series(named) | records["hs_code"].is_not_null()
    coded = kept & ~pl.Series(named)
    if coded.any() and not coded.all():
        totals = labels_of_totals(chunk, coded, first=True).is_not_null()
        kept = kept & ~pl.Series(np.isin(np.arange(len(kept)), coded.arg_true().filter(totals).to_numpy()))
    return kept


def _without_constants(
    linked: pl.DataFrame, records: pl.DataFrame, layout: CustomsLayout, book: PartyBook
) -> pl.DataFrame:
    """The parties of rows without those that the title or the mapping gives to all of them."""
    naming = [each for role, found in layout.columns.items() for each in found if role.endswith(_NAMING)]
    told = [each.constant for each in naming if each.constant]
    if not told:
        return linked
    if len(told) == len(naming):
        described = records.get_column("description").is_not_null()
        return linked.filter(described.gather(linked["row"]))
    numbers = linked.get_column("party").unique()
    of_all = [number for number in numbers if any(book.parties[number].name in constant for constant in told)]
    return linked.filter(~pl.col("party").is_in(of_all))


def _called_total(records: pl.DataFrame, linked: pl.DataFrame, book: PartyBook) -> list[int]:
    """Rows that say nothing of a good or a day and whose parties are all called "Total" and the like."""
    empty = records.select(pl.all_horizontal(pl.col("hs_code", "description", "date").is_null())).to_series()
    if not empty.any():
        return []
    of_rows: dict[int, list[str]] = {}
    for row, party in linked.filter(empty.gather(linked["row"])).select("row", "party").iter_rows():
        of_rows.setdefault(row, []).append(book.parties[party].name)
    return [row for row, names in of_rows.items() if all(map(is_total, names))]


def labels_of_totals(chunk: Chunk, rows: pl.Series, *, first: bool = False) -> pl.Series:
    """``label``: of some rows of a chunk the cell that is the label of a total, null where none is.

    Args:
        chunk: The rows as they stand.
        rows: Which of them.
        first: Whether only the first cell that says something is asked.
    """
    at = rows.arg_true()
    label = pl.repeat(None, len(at), dtype=pl.String, eager=True)
    columns = [chunk.columns[name].raw.gather(at) for name in sorted(chunk.columns, key=int)]
    if first and columns:
        filled = pl.DataFrame({str(place): cells for place, cells in enumerate(columns)})
        columns = [
            filled.select(pl.coalesce(pl.when(pl.col(name) != "").then(name) for name in filled.columns)).to_series()
        ]
    for cells in columns:
        totals = {cell for cell in cells.unique() if cell and is_total(cell)}
        if totals:
            label = label.fill_null(pl.select(pl.when(cells.is_in(list(totals))).then(cells)).to_series())
    return label.alias("label")
