"""Which parties stand on which rows: each different set of cells read once, then joined back to its rows."""

from __future__ import annotations

from typing import Final

import polars as pl

from screening.intake.customs_clean import Cleaner
from screening.intake.customs_headings import PARTIES
from screening.intake.customs_layout import CustomsLayout, Source
from screening.intake.customs_parties import ATTRIBUTES, PartyBook

LINKS: Final = {"row": pl.UInt32, "role": pl.String, "party": pl.UInt32}
_JOINED: Final = {"address": "\x1f", "city": "\x1f", "tax_id": ";"}


def links(frame: pl.DataFrame, layout: CustomsLayout, book: PartyBook, cleaner: Cleaner) -> pl.DataFrame:
    """The parties of a chunk's rows: ``row`` (its place in the chunk), ``role``, ``party`` (its number in the book)."""
    found: dict[str, pl.DataFrame] = {}
    referring: dict[str, pl.DataFrame] = {}
    for party, role in PARTIES.items():
        columns = {each: layout.columns.get(f"{party}_{each}", []) for each in ATTRIBUTES}
        if not (columns["name"] or columns["tax_id"] or columns["swift"]):
            continue
        given = [name for name in ATTRIBUTES if columns[name]]
        cells = pl.DataFrame({name: _cells(frame, name, columns[name]) for name in given})
        distinct = cells.unique(maintain_order=True).with_row_index("_set")
        read = [book.read(role, row) for row in _whole(distinct, given).iter_rows()]
        sets = cells.join(distinct, on=given, how="left", maintain_order="left")
        rows = sets.select("_set").with_row_index("row")
        pairs = [(number, each) for number, found_there in enumerate(read) for each in found_there.parties]
        met = pl.DataFrame(pairs, schema={"_set": pl.UInt32, "party": pl.UInt32}, orient="row")
        found[party] = rows.join(met, on="_set", how="inner", maintain_order="left").select(
            "row", pl.lit(role).alias("role"), "party"
        )
        remarks = {number: "; ".join(each.notes) for number, each in enumerate(read) if each.notes}
        if remarks:
            said = rows["_set"].replace_strict(remarks, default=None, return_dtype=pl.String)
            cleaner.note(said.is_not_null(), said, f"{role} mended")
        same = {number: each.same_as for number, each in enumerate(read) if each.same_as}
        if same:
            meant = rows.filter(pl.col("_set").is_in(list(same)))
            referring[party] = meant.select("row", pl.col("_set").replace_strict(same).alias("_same"))
    for party, rows in referring.items():
        for target in rows["_same"].unique().to_list():
            of = found.get(target)
            if of is None or target == party:
                continue
            meant = rows.filter(pl.col("_same") == target).join(of.select("row", "party"), on="row", how="inner")
            added = meant.select("row", pl.lit(PARTIES[party]).alias("role"), "party")
            found[party] = pl.concat([found[party], added])
    if not found:
        return pl.DataFrame(schema=LINKS)
    return pl.concat(list(found.values())).cast(LINKS).unique(maintain_order=True).sort("row", maintain_order=True)  # type: ignore[arg-type]


def _whole(distinct: pl.DataFrame, given: list[str]) -> pl.DataFrame:
    """All attributes of each set of cells, those without a column empty."""
    return distinct.select(pl.col(name) if name in given else pl.lit("").alias(name) for name in ATTRIBUTES)


def _cells(frame: pl.DataFrame, attribute: str, sources: list[Source]) -> pl.Series:
    nothing = pl.Series([""], dtype=pl.String).new_from_index(0, frame.height)
    if not sources:
        return nothing
    columns = [
        nothing.clear().extend_constant(each.constant, frame.height)
        if each.constant is not None
        else frame.get_column(str(each.index))
        for each in sources
    ]
    if len(columns) == 1:
        return columns[0]
    parts = pl.DataFrame([column.alias(str(n)) for n, column in enumerate(columns)])
    if attribute in _JOINED:
        return parts.select(pl.concat_str(pl.all(), separator=_JOINED[attribute])).to_series()
    filled = [pl.when(pl.col(name) != "").then(pl.col(name)) for name in parts.columns]
    return parts.select(pl.coalesce(*filled, pl.lit(""))).to_series()
