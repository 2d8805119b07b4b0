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


class Linker:
    """Finds the parties of chunks of rows; remembers the cells it met, so that a party costs one reading of a file.

    Args:
        book: Where the parties are kept.
    """

    def __init__(self, book: PartyBook) -> None:
        self._book = book
        self._met: dict[tuple[str, ...], _Met] = {}

    def links(self, frame: pl.DataFrame, layout: CustomsLayout, cleaner: Cleaner) -> pl.DataFrame:
        """The parties of a chunk's rows: ``row`` (its place in the chunk), ``role``, ``party`` (number in the book)."""
        found: dict[str, pl.DataFrame] = {}
        referring: dict[str, pl.DataFrame] = {}
        for party, role in PARTIES.items():
            columns = {each: layout.columns.get(f"{party}_{each}", []) for each in ATTRIBUTES}
            if not (columns["name"] or columns["tax_id"] or columns["swift"]):
                continue
            given = [name for name in ATTRIBUTES if columns[name]]
            met = self._met.setdefault((party, *given), _Met(given))
            cells = pl.DataFrame({name: _cells(frame, name, columns[name]) for name in given})
            rows = met.sets_of(cells, role, self._book)
            found[party] = rows.join(met.parties, on="_set", how="inner", maintain_order="left").select(
                "row", pl.lit(role).alias("role"), "party"
            )
            said = rows.get_column("_note")
            cleaner.note(said.is_not_null(), said, f"{role} mended")
            meant = rows.filter(pl.col("_same").is_not_null())
            if meant.height:
                referring[party] = meant.select("row", "_same")
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


class _Met:
    """The different sets of cells of one party's columns met so far, and what they came to."""

    def __init__(self, given: list[str]) -> None:
        self._given = given
        told = {"_set": pl.UInt32, "_note": pl.String, "_same": pl.String}
        self._sets = pl.DataFrame(schema={**dict.fromkeys(given, pl.String), **told})
        self.parties = pl.DataFrame(schema={"_set": pl.UInt32, "party": pl.UInt32})

    def sets_of(self, cells: pl.DataFrame, role: str, book: PartyBook) -> pl.DataFrame:
        """For each row of cells ``row, _set, _note, _same``; ``parties`` says which parties a set has."""
        looked = self._looked_up(cells)
        unknown = cells.filter(looked.get_column("_set").is_null())
        if unknown.height:
            self._learn(unknown.unique(maintain_order=True), role, book)
            looked = self._looked_up(cells)
        return looked.with_row_index("row")

    def _looked_up(self, cells: pl.DataFrame) -> pl.DataFrame:
        return cells.join(self._sets, on=self._given, how="left", maintain_order="left").select(
            "_set", "_note", "_same"
        )

    def _learn(self, new: pl.DataFrame, role: str, book: PartyBook) -> None:
        read = [book.read(role, row) for row in _whole(new, self._given).iter_rows()]
        first = self._sets.height
        told = pl.DataFrame(
            [
                (number, "; ".join(each.notes) or None, each.same_as or None)
                for number, each in enumerate(read, start=first)
            ],
            schema=self._sets.schema.names()[-3:],
            orient="row",
        )
        self._sets = pl.concat([self._sets, new.hstack(told).cast(self._sets.schema)], rechunk=True)
        pairs = [(number, party) for number, each in enumerate(read, start=first) for party in each.parties]
        self.parties = pl.concat([self.parties, pl.DataFrame(pairs, schema=self.parties.schema, orient="row")])


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
