"""What remarks say of the parties of their rows: when one was founded, and who paid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from screening.intake.coded import Coded
from screening.intake.customs_founded import founded_in_remark
from screening.intake.customs_headings import PAYER
from screening.intake.customs_layout import REMARKS, CustomsLayout
from screening.intake.customs_payers_named import payer_in

_OF_PAYERS: Final = (REMARKS, "payment_terms")
"""Columns that say who paid."""


def founded_by_remarks(
    whole_row: dict[str, dict[str, Coded]], columns: Mapping[str, Coded], height: int, layout: CustomsLayout
) -> None:
    """When exporters and importers were founded by what remarks say of them, where no column of theirs does, or only
    the year: 2022, and in May.
    """
    for source in layout.columns.get(REMARKS, []):
        remarks = columns[str(source.index)]
        said = {text: found for text in remarks.values if (found := founded_in_remark(text))}
        for party in {party for party, _ in said.values()} & set(whole_row):
            dates = {text: on for text, (side, on) in said.items() if side == party}
            told = remarks.read(dates.get, pl.String).fill_null("")
            cells = whole_row[party]
            nothing = pl.repeat("", height, dtype=pl.String, eager=True)
            own = cells["incorporated"].text() if "incorporated" in cells else nothing
            nearer = pl.lit(told).str.starts_with(pl.lit(own))  # true of nothing as well
            cells["incorporated"] = Coded(pl.select(pl.when(nearer).then(told).otherwise(own)).to_series())


def paid_by_remarks(
    whole_row: dict[str, dict[str, Coded]], columns: Mapping[str, Coded], height: int, layout: CustomsLayout
) -> None:
    """Make a party of who paid by what remarks and terms of payment say, where no column names one.

    Args:
        whole_row: The cells of each party; the payer's are completed.
        columns: The columns of a chunk by index.
        height: Its rows.
        layout: What the columns hold.
    """
    sources = [each for role in _OF_PAYERS for each in layout.columns.get(role, ()) if each.constant is None]
    nothing = pl.repeat("", height, dtype=pl.String, eager=True)
    for source in sources:
        column = columns[str(source.index)]
        said = [payer_in(cell) if cell else ("", "") for cell in column.values]
        if not any(name for name, _ in said):
            continue
        before = whole_row.get(PAYER, {})
        texts = {name: cell.text() for name, cell in before.items()}
        free = texts.get("name", nothing) == ""
        for what, told in zip(("name", "address"), zip(*said, strict=True), strict=True):
            spread = column.spread(pl.Series(told, dtype=pl.String))
            mixed = pl.when(free).then(spread).otherwise(texts.get(what, nothing))
            before[what] = Coded(pl.select(mixed).to_series())
        whole_row[PAYER] = before
