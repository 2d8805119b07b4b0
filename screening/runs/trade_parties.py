"""The parties of customs records as tables: on their records, as subjects to screen, and at their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import polars as pl
import pyarrow as pa

from screening.intake.customs import CustomsBatch
from screening.intake.customs_links import PART, ROLE
from screening.intake.customs_parties import Party, PartyBook
from screening.intake.customs_ships import SHIP_ID
from screening.model import IDENTIFIER, PARTY_ROLES, RECORD_PARTIES, SUBJECTS
from screening.names.party_kinds import told_schema
from screening.workers import share_out

_IDENTIFIERS: Final = pl.List(pl.Struct({"type": pl.String, "number": pl.String, "country": pl.String}))
_PARTY: Final[dict[str, Any]] = {
    "party": pl.UInt32,
    "subject_id": pl.String,
    "name": pl.String,
    "address": pl.String,
    "country": pl.String,
    "identifiers": _IDENTIFIERS,
    "incorporated_on": pl.String,
    "country_inferred": pl.Boolean,
}
_MET: Final[dict[str, Any]] = {"line": pl.UInt32, "party": pl.UInt32, "role": pl.UInt8}
_PARTS: Final[dict[str, Any]] = {**_MET, "part": PART}
_AT_ONCE: Final = 50_000
CODED: Final = ("subject_id", "role", "name", "address", "country", "incorporated_on")
"""The columns of the parties on records that are known by number, and written so."""
_SHORT: Final = (
    *("record_id", "source", "place", "date", "hs_code", "description", "direction", "dispatch", "origin"),
    *("destination", "net_kg", "value", "currency", "declaration", "status"),
)
"""The columns of a record that `in_short` tells."""


class PartyRows:
    """Keeps, beside the book of parties, where each was first met and how often.

    Args:
        book: The reader's book; it grows while batches are added.
    """

    def __init__(self, book: PartyBook) -> None:
        self._book = book
        self._parties = pl.DataFrame(schema=_PARTY)
        self._firsts: list[pl.DataFrame] = []
        self._met: list[pl.DataFrame] = []
        self._parts: list[pl.DataFrame] = []  # those who have a part within their role: mostly few
        self._stand = np.zeros(0, dtype=bool)  # whether each party stands on a record that was kept
        self._records = 0
        self._schemas: tuple[int, pl.DataFrame] | None = None

    def add(self, batch: CustomsBatch) -> pa.Table:
        """The batch's parties on its records, of schema `model.RECORD_PARTIES`, the columns `CODED` as dictionaries."""
        self._parties = _grown(self._parties, self._book.parties)
        self._stand = np.append(self._stand, np.zeros(self._parties.height - len(self._stand), dtype=bool))
        linked = batch.links.with_columns(pl.col("role").cast(ROLE))
        met = linked.select(
            (pl.col("at") + self._records).cast(pl.UInt32).alias("line"),
            "party",
            pl.col("role").to_physical().cast(pl.UInt8),
        )
        self._met.append(met)
        parts = linked.get_column("part").cast(PART)
        if parts.null_count() < len(parts):
            self._parts.append(met.with_columns(part=parts).filter(parts.is_not_null()))
        self._records += batch.records.height
        on_records = linked["party"].to_numpy()
        new = linked.filter(~self._stand[on_records])
        if new.height:
            self._stand[on_records] = True
            new = new.with_columns(pl.col("role").cast(pl.String))
            firsts = new.unique("party", keep="first", maintain_order=True)
            where = batch.records.select("record_id", "source", "place", "date")
            self._firsts.append(
                firsts.join(where, on="record_id", how="left").select("party", "role", "source", "place")
            )
        return _coded(linked, self._parties)

    def roles(self) -> pl.DataFrame:
        """Who is what on which record: ``line, party`` (number in the book), ``role`` (place in PARTY_ROLES)."""
        return pl.concat(self._met) if self._met else pl.DataFrame(schema=_MET)

    def people(self) -> pl.DataFrame:
        """The parties of the book: ``party`` (its number) and what is known of it."""
        return self._parties

    def _standing(self) -> pl.DataFrame:
        """The parties of records: those that only rejected rows name ("Total") are none."""
        return self._parties.filter(pl.Series(self._stand, dtype=pl.Boolean))

    def _kinds(self) -> pl.DataFrame:
        """`_schemas` of all parties, made when they are all known and kept: names are met here twice."""
        if self._schemas is None or self._schemas[0] < self._parties.height:
            self._schemas = (self._parties.height, _schemas(self._parties))
        return self._schemas[1]

    def asked(self) -> pa.Table:
        """What is screened: each party of the records under each of its names, once; of schema `model.SUBJECTS`."""
        wanted = ["subject_id", "name", "country", "identifiers"]
        distinct = self._standing().unique(wanted, keep="first", maintain_order=True)
        distinct = _typed(distinct, self._kinds())
        return _subjects(distinct, pl.DataFrame(schema={"party": pl.UInt32}))

    def subjects(self, listed: pa.Table) -> Iterator[pa.Table]:
        """Each party at its first record, but for those that ``listed`` already has at all their records; then these.

        The tables have schema `model.SUBJECTS`; ``context`` says on how many records a party stands.
        """
        if len(listed):
            yield listed
        have = pl.Series(listed.column("subject_id").unique().to_pylist(), dtype=pl.String)
        rest = self._standing().filter(~pl.col("subject_id").is_in(have.implode()))
        rest = _typed(rest, self._kinds())
        firsts = pl.concat(self._firsts) if self._firsts else pl.DataFrame(schema={"party": pl.UInt32})
        if not self._met:
            return
        many = np.zeros(self._parties.height, dtype=np.int64)
        for some in self._met:
            many += np.bincount(some.get_column("party").to_numpy(), minlength=len(many))
        there = np.flatnonzero(many)
        counts = pl.DataFrame({"party": there.astype(np.uint32), "len": many[there].astype(np.uint32)})
        met = firsts.join(counts, on="party", how="left").with_columns(
            context=pl.when(pl.col("len") == 1).then(pl.lit("on 1 record")).otherwise(
                pl.format("on {} records, this being the first", pl.col("len"))
            )
        )  # fmt: skip
        for first in range(0, rest.height, _AT_ONCE):
            yield _subjects(rest.slice(first, _AT_ONCE), met)

    def places(self, ids: Sequence[str], records: Path, links: Path, most: int) -> pa.Table:
        """Every record of the parties of these ids, up to ``most`` of each, of schema `model.SUBJECTS`."""
        mine = (
            pl.scan_parquet(links)
            .filter(pl.col("subject_id").is_in(list(ids)))
            .collect(engine="streaming")
            .filter(pl.int_range(pl.len()).over("subject_id") < most)
        )
        there = mine.get_column("record_id").unique()
        told = _told(there, records, self._links_of(there, records))
        whole = mine.join(told, on="record_id", how="left", maintain_order="left")
        return _finished(whole)

    def places_of(self, pairs: pl.DataFrame, records: Path) -> pa.Table:
        """The records of these ``subject_id, record_id``, in their order, of schema `model.SUBJECTS`."""
        links = self._links_of(pairs.get_column("record_id"), records)
        mine = links.join(pairs, on=["subject_id", "record_id"], how="semi", maintain_order="left").unique(
            ["subject_id", "record_id"], keep="first", maintain_order=True
        )
        told = _told(mine.get_column("record_id").unique(), records, links)
        ordered = pairs.join(mine, on=["subject_id", "record_id"], how="inner", maintain_order="left")
        return _finished(ordered.join(told, on="record_id", how="left", maintain_order="left"))

    def told_in_short(self, ids: pl.Series, records: Path) -> dict[str, str]:
        """Each record of those ids in one line, with file, place and day."""
        told = _told(ids, records, self._links_of(ids, records))
        return {
            row["record_id"]: f"{row['place']}, {row['date'] or 'no date'}: {row['context']}" for row in told.to_dicts()
        }

    def _links_of(self, ids: pl.Series, records: Path) -> pl.DataFrame:
        """The parties on some records, as the table has them, and their ``part``: of those met, which are at hand."""
        wanted = ids.drop_nulls().unique()
        known = pl.scan_parquet(records).select("record_id").with_row_index("line")
        lines = known.filter(pl.col("record_id").is_in(wanted.implode())).collect(engine="streaming")
        marks = np.zeros(self._records, dtype=bool)
        marks[lines.get_column("line").to_numpy()] = True
        here = (
            pl.concat([each.filter(pl.Series(marks[each.get_column("line").to_numpy()])) for each in self._met])
            if self._met
            else self.roles()
        )
        roles = pl.Series(PARTY_ROLES, dtype=pl.String)
        parts = pl.concat(self._parts) if self._parts else pl.DataFrame(schema=_PARTS)
        here = here.join(parts, on=["line", "party", "role"], how="left", maintain_order="left")
        rows = here.join(lines, on="line", maintain_order="left").join(self._parties, on="party", maintain_order="left")
        return rows.with_columns(roles.gather(rows.get_column("role")).alias("role")).select(
            *RECORD_PARTIES.names, pl.col("part").cast(pl.String)
        )


def _told(ids: pl.Series, records: Path, links: pl.DataFrame) -> pl.DataFrame:
    """``record_id, source, place, date, context`` of records; a party is called by its part, if it has one."""
    rows = _few(records, ids, _SHORT)
    beside = (
        links.select("record_id", "role", "part", said=pl.coalesce("part", "role") + " " + pl.col("name"))
        .sort(
            *("record_id", pl.col("role").replace_strict(PARTY_ROLES, range(len(PARTY_ROLES)), default=99)),
            *("part", "said"),  # who has the role itself comes first: no part sorts before any
        )
        .group_by("record_id", maintain_order=True)
        .agg(pl.col("said").unique(maintain_order=True).str.join(" · ").alias("_beside"))
    )
    return rows.join(beside, on="record_id", how="left").select(
        "record_id", "source", "place", "date", in_short().alias("context")
    )


def _few(path: Path, ids: pl.Series, columns: Sequence[str]) -> pl.DataFrame:
    """The rows of some records in a table of the run folder: other columns are read of these rows only."""
    wanted = ids.drop_nulls().unique()
    found = pl.scan_parquet(path, parallel="prefiltered").filter(pl.col("record_id").is_in(wanted.implode()))
    return found.select(columns).collect(engine="streaming")


def in_short() -> pl.Expr:
    """A record in one line: its parties, good, way, weight, value, declaration, and whether it counts."""

    def part(*pieces: pl.Expr | str) -> pl.Expr:
        return pl.concat_str(*(pl.lit(each) if isinstance(each, str) else each for each in pieces))

    def amount(name: str) -> pl.Expr:
        return pl.col(name).round(2).cast(pl.String).str.strip_suffix(".0")

    way = pl.concat_str(
        pl.coalesce("dispatch", "origin").fill_null("?"), pl.lit(" → "), pl.col("destination").fill_null("?")
    )
    parts = [
        pl.col("_beside"),
        part("HS ", pl.col("hs_code")),
        pl.col("description").str.slice(0, 160),
        pl.col("direction"),
        pl.when(pl.any_horizontal(pl.col("dispatch", "origin", "destination").is_not_null())).then(way),
        part(amount("net_kg"), " kg net"),
        part(amount("value"), " ", pl.col("currency").fill_null("?")),
        part("declaration ", pl.col("declaration")),
        part(pl.col("status"), ": not added up"),
    ]
    return pl.concat_str(*parts, separator=" · ", ignore_nulls=True).str.slice(0, 600)


def _coded(linked: pl.DataFrame, parties: pl.DataFrame) -> pa.Table:
    """Who is what on which record: what is known of a party by its place among the different values."""
    party = linked.get_column("party").to_numpy()  # a party's number is its row
    there = np.zeros(parties.height, dtype=bool)
    there[party] = True
    place = (np.cumsum(there) - 1).astype(np.int32)[party]
    known = parties.filter(pl.Series(there)).to_arrow()
    columns = {
        "record_id": linked.get_column("record_id").to_arrow(),
        "role": _of_places(pa.array(PARTY_ROLES), linked.get_column("role").to_physical().to_numpy().astype(np.int32)),
        "identifiers": known["identifiers"].combine_chunks().take(pa.array(place)),
    }
    columns |= {name: _of_places(known[name], place) for name in CODED if name not in columns}
    return pa.table({name: columns[name] for name in RECORD_PARTIES.names})


def _of_places(values: Any, place: np.ndarray[Any, np.dtype[np.int32]]) -> pa.DictionaryArray:
    """The values at those places, as a dictionary: each different one once, and no null among them."""
    coded = values.cast(pa.string()).dictionary_encode()
    coded = coded.combine_chunks() if isinstance(coded, pa.ChunkedArray) else coded
    return pa.DictionaryArray.from_arrays(coded.indices.take(pa.array(place)), coded.dictionary)


def _grown(known: pl.DataFrame, parties: Sequence[Party]) -> pl.DataFrame:
    new = parties[known.height :]
    if not new:
        return known
    # Arrow takes lists of structs as they are; Polars would make a series of each
    identifiers = pa.array(
        [[{"type": kind, "number": number, "country": of} for kind, number, of in each.identifiers] for each in new],
        pa.list_(IDENTIFIER),
    )
    rows = pl.DataFrame(
        {
            "party": range(known.height, known.height + len(new)),
            "subject_id": [each.subject_id for each in new],
            "name": [each.name for each in new],
            "address": [each.address for each in new],
            "country": [each.country for each in new],
            "identifiers": pl.from_arrow(identifiers),
            "incorporated_on": [each.incorporated_on for each in new],
            "country_inferred": [each.inferred or None for each in new],
        },
        schema=_PARTY,
    )
    return pl.concat([known, rows], rechunk=True)  # of many pieces, gathering would be slow


def _subjects(parties: pl.DataFrame, met: pl.DataFrame) -> pa.Table:
    return _finished(parties.join(met, on="party", how="left", maintain_order="left"))


def _schemas(rows: pl.DataFrame) -> pl.DataFrame:
    """``name, schema`` of the names of rows, each read once, many by all processors."""
    names = rows.get_column("name").unique().to_list()
    kinds = share_out(names, _kinds_of, loads=True)
    return pl.DataFrame({"name": names, "schema": kinds}, schema={"name": pl.String, "schema": pl.String})


def _kinds_of(names: Sequence[str]) -> list[str]:
    """The schema of each name. Polars must not be used here: see `share_out`."""
    return [told_schema(name) for name in names]


def _typed(rows: pl.DataFrame, kinds: pl.DataFrame) -> pl.DataFrame:
    """Parties with their ``schema``: that of their names, but for ships."""
    ship = pl.col("subject_id").str.starts_with(SHIP_ID)
    return rows.join(kinds, on="name", how="left", maintain_order="left").with_columns(
        schema=pl.when(ship).then(pl.lit("Vessel")).otherwise("schema")
    )


def _finished(rows: pl.DataFrame) -> pa.Table:
    """Rows with what is known of them in the columns of `model.SUBJECTS`."""
    if "schema" not in rows.columns:
        rows = _typed(rows, _schemas(rows))
    rows = rows.with_columns(
        country=pl.when(pl.col("country").is_null()).then(pl.lit([], pl.List(pl.String))).otherwise(
            pl.concat_list("country")
        ),
        found_by=pl.lit("column"),
        **{name: pl.col(name).fill_null("") if name in rows.columns else pl.lit("") for name in ("source", "place")},
    )  # fmt: skip
    missing = [name for name in SUBJECTS.names if name not in rows.columns]
    rows = rows.with_columns(pl.lit(None).alias(name) for name in missing)
    return rows.select(SUBJECTS.names).to_arrow().cast(SUBJECTS)
