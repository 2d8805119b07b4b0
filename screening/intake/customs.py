"""Customs records: tables of any system → records and the parties on them, a hundred thousand rows at a time.

Rows in = records + rejected. Nothing is dropped in silence: a value that is left out is noted on its record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from screening.errors import InputError
from screening.intake import columnar
from screening.intake import customs_values as values
from screening.intake.ahead import ahead
from screening.intake.base import InputFile, Reject, rejects_table, shorten
from screening.intake.customs_clean import Cleaner, Style
from screening.intake.customs_headings import known_headings
from screening.intake.customs_layout import CustomsLayout, layout, parse_mapping
from screening.intake.customs_links import Linker
from screening.intake.customs_parties import PartyBook
from screening.intake.rates import Rates
from screening.intake.tables import OpenedFile, Row, TextTable, open_tables, rows_of
from screening.names.tokens import words

if TYPE_CHECKING:
    import pyarrow as pa

HEADER_WITHIN: Final = 40
SAMPLE: Final = 2_000
FEWEST_ROLES: Final = 3
"""Headings of different roles a row must have to be a header."""
_NUMBERS: Final = ("value", "value_usd", "value_local", "gross_kg", "net_kg", "quantity")
_ODD_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class CustomsBatch:
    """Some records.

    Args:
        records: Columns of `model.RECORDS` and helpers beginning with ``_``.
        links: ``record_id``, ``at`` (the record's place among those of the batch), ``role``, ``party`` (its number in
            the reader's book).
        rejects: What could not be read, of schema `model.REJECTS`.
        rows: Rows this was.
    """

    records: pl.DataFrame
    links: pl.DataFrame
    rejects: pa.Table
    rows: int


@dataclass(slots=True)
class Found:
    """A table of a file with its header and what its columns hold."""

    table: TextTable
    number: int
    header: Row
    layout: CustomsLayout
    style: Style
    notes: list[str] = field(default_factory=list)


class CustomsReader:
    """Reads customs tables batch by batch; ``inputs``, ``notes`` and ``mappings`` are whole when the last is out.

    Args:
        paths: Files, or ``-`` for standard input.
        mapping: What the headings do not say: ``importer=COLUMN``, ``currency==EUR``.
        rates: What converts money to dollars.
        book: Where the parties are kept; None: a new one.

    Raises:
        InputError: The mapping is not understood, or no file was named.
    """

    def __init__(
        self,
        paths: Sequence[str | Path],
        mapping: Iterable[str] = (),
        rates: Rates | None = None,
        book: PartyBook | None = None,
    ) -> None:
        self.paths = list(dict.fromkeys(str(path) for path in paths))
        self.mapping = parse_mapping(mapping)
        self.rates = rates or Rates(package=False)
        self.book = book if book is not None else PartyBook()
        self._linker = Linker(self.book)
        self.inputs: list[InputFile] = []
        self.notes: list[str] = []
        self.mappings: dict[str, dict[str, list[str]]] = {}
        self.mended: Counter[str] = Counter()
        if not self.paths:
            raise InputError("no customs table was given", remedy="name a file, or - for standard input")

    def expected(self) -> int | None:
        """About how many rows there are, where that is known without reading them; for a progress bar."""
        counts = [rows_of(path) for path in self.paths]
        return sum(count for count in counts if count) if all(counts) else None

    def shown(self) -> Iterator[tuple[str, TextTable, Row, CustomsLayout, list[list[str]]]]:
        """What the columns of each table hold, with some of its rows; for ``--show-mapping``.

        Raises:
            InputError: As `batches`.
        """
        for path in self.paths:
            with open_tables(path) as opened:
                for found in self._tables(opened):
                    rows = _sample(found.table, found.header, 50)
                    yield opened.name, found.table, found.header, found.layout, rows

    def batches(self, rows: int = columnar.ROWS) -> Iterator[CustomsBatch]:
        """The records, about ``rows`` at a time, in the order of files, sheets and rows.

        Raises:
            InputError: A file cannot be read, or holds no customs table.
        """
        for path in self.paths:
            yield from self.read(path, rows)

    def read(self, path: str, rows: int = columnar.ROWS) -> Iterator[CustomsBatch]:
        """The records of one file, as `batches` gives them."""
        with open_tables(path) as opened:
            size = 0 if path == "-" else Path(path).stat().st_size
            account = InputFile(opened.name, opened.sha256, size, opened.format)
            for found in self._tables(opened):
                for batch in self._table(opened, found, rows):
                    account = replace(
                        account,
                        rows_in=account.rows_in + batch.rows,
                        rows_out=account.rows_out + batch.records.height,
                        rejected=account.rejected + len(batch.rejects),
                    )
                    yield batch
            if not account.rows_in:
                raise InputError("there are no rows below the header", where=opened.name, remedy="nothing was screened")
            self.inputs.append(account)

    def _table(self, opened: OpenedFile, found: Found, rows: int) -> Iterator[CustomsBatch]:
        where = f"{opened.name}, sheet {found.table.sheet}" if found.table.sheet else opened.name
        self.mappings[where] = found.layout.record()
        self.notes += [*found.table.notes, *(f"{where}: {note}" for note in (*found.notes, *found.layout.notes))]
        cleaner = Cleaner(found.layout, found.style)
        prefix = f"{opened.sha256[:8]}-{found.number}-"
        width = len(found.header.cells)
        chunks = columnar.chunks(found.table, found.header.number, width, found.layout.indices, rows)
        for chunk in ahead(chunks):
            yield self._batch(opened, found, cleaner, chunk, prefix)
        self.notes += _remarks(where, found, cleaner)
        self.mended.update(cleaner.counts)

    def _batch(
        self, opened: OpenedFile, found: Found, cleaner: Cleaner, chunk: columnar.Chunk, prefix: str
    ) -> CustomsBatch:
        sheet = found.table.sheet
        rejects = [Reject(opened.name, bad.reason, bad.number, sheet or None, bad.value) for bad in chunk.bad]
        height = len(chunk.numbers)
        cleaner.begin(chunk.columns, height)
        linked = self._linker.links(chunk.columns, height, found.layout, cleaner)
        records = cleaner.records()
        numbers = chunk.numbers.cast(pl.String)
        records = records.with_columns(
            (prefix + numbers).alias("record_id"),
            pl.lit(opened.name).alias("source"),
            ((f"{sheet}, row " if sheet else "row ") + numbers).alias("place"),
            chunk.numbers.cast(pl.Int64).alias("row"),
        )
        named = np.zeros(records.height, dtype=bool)
        named[linked["row"].to_numpy()] = True
        kept = pl.Series(named) | records["hs_code"].is_not_null()
        if not kept.all():
            for row in records.filter(~kept).select("row", "description").iter_rows():
                reason = "the row names no party and no HS code: a total, or not a record"
                rejects.append(Reject(opened.name, reason, row[0], sheet or None, row[1]))
        records = self._dollars(records)
        ids = records["record_id"]
        places = pl.Series(np.cumsum(kept.to_numpy()) - 1, dtype=pl.UInt32)
        at = linked["row"]
        linked = linked.select(ids.gather(at).alias("record_id"), places.gather(at).alias("at"), "role", "party")
        if not kept.all():
            records = records.filter(kept)
        rejects.sort(key=lambda each: each.line or 0)
        return CustomsBatch(records, linked, rejects_table(rejects), chunk.rows)

    def _dollars(self, records: pl.DataFrame) -> pl.DataFrame:
        """Convert what the record itself does not state in dollars, each currency and day once."""
        needed = records.filter(pl.col("value_usd").is_null() & pl.col("value").is_not_null())
        pairs = needed.select("currency", "date").unique()
        if not pairs.height:
            return records
        known = pairs.with_columns(
            pl.Series("_rate", [self.rates.usd(code, day) for code, day in pairs.iter_rows()], dtype=pl.Float64)
        )
        joined = records.join(known, on=["currency", "date"], how="left", maintain_order="left", nulls_equal=True)
        return joined.with_columns(pl.coalesce("value_usd", pl.col("value") * pl.col("_rate")).alias("value_usd")).drop(
            "_rate"
        )

    def _tables(self, opened: OpenedFile) -> list[Found]:
        """The tables of a file that are customs tables; the others are noted, unless there is none."""
        found, problems = [], []
        for number, table in enumerate(opened.tables, start=1):
            where = f"{opened.name}, sheet {table.sheet}" if table.sheet else opened.name
            try:
                header, titles = self._header(table, where)
            except InputError as error:
                problems.append(error)
                continue
            if header is None:
                continue
            rows = _sample(table, header, SAMPLE)
            way, told = _direction(opened.name, table.sheet, titles)
            try:
                shape = layout(header.cells, rows, self.mapping, where, way)
                _check(shape, header, where)
            except InputError as error:
                problems.append(error)
                continue
            style, notes = _style(shape, header, rows)
            if way and "direction" not in shape.columns:
                style.direction = way
                notes.append(f"no column says import or export: {way} is read from {told}")
            found.append(Found(table, number, header, shape, style, notes))
        if not found:
            raise (
                problems[0]
                if problems
                else InputError("the file is empty", where=opened.name, remedy="nothing was screened")
            )
        self.notes.extend(f"passed over: {problem}" for problem in problems)
        return found

    def _header(self, table: TextTable, where: str) -> tuple[Row | None, list[str]]:
        rows = (row for row in table.lines() if isinstance(row, Row))
        if table.named:
            header = next(rows, None)
            return header, []
        candidates = list(islice((row for row in rows if any(row.cells)), HEADER_WITHIN))
        if not candidates:
            return None, []
        wanted = {column.casefold() for _, column in self.mapping if not column.startswith("=")}

        def likeness(row: Row) -> tuple[int, int]:
            cells = {cell.strip().casefold() for cell in row.cells}
            return len(wanted & cells), known_headings(row.cells)

        best = max(candidates, key=likeness)
        asked, known = likeness(best)
        if not asked and known < FEWEST_ROLES:
            single = all(sum(bool(cell) for cell in row.cells) <= 1 for row in candidates)
            raise InputError(
                "there are title rows only, and no table below them"
                if single
                else f"no header found in the first {len(candidates)} rows",
                where=where,
                remedy="a customs table needs a row of headings; where they are unusual, name them with "
                "--map ROLE=COLUMN",
            )
        cells = list(best.cells)
        while cells and not cells[-1].strip() and table.ragged:
            cells.pop()
        titles = [" ".join(row.cells) for row in candidates if row.number < best.number]
        return Row(best.number, cells), titles


def _sample(table: TextTable, header: Row, count: int) -> list[list[str]]:
    rows = table.rows(header.number, len(header.cells))
    return [row.cells for row in islice(rows, count) if isinstance(row, Row)]


def _check(shape: CustomsLayout, header: Row, where: str) -> None:
    party = any(role.endswith("_name") for role in shape.columns)
    good = "hs_code" in shape.columns or "description" in shape.columns
    if not party and not good:
        headings = ", ".join(repr(cell) for cell in header.cells if cell.strip())
        raise InputError(
            f"no column names a party or a good among the headings {headings[:600]}",
            where=where,
            remedy="say which one it is with --map importer=COLUMN, --map hs_code=COLUMN …",
        )


def _direction(name: str, sheet: str, titles: Iterable[str]) -> tuple[str | None, str]:
    """Import or export, where the title, the sheet's name or the file's says one of the two and not both."""
    known = values.vocabulary("direction")
    stem = Path(name).stem
    for text, told in ((" ".join(titles), "the title"), (sheet, "the sheet's name"), (stem, "the file's name")):
        ways = {
            known[token]
            for token in words(text.replace("_", " "))
            if len(token) > 4 and known.get(token) in ("import", "export")
        }
        if len(ways) == 1:
            return ways.pop(), told
    return None, ""


def _style(shape: CustomsLayout, header: Row, rows: Sequence[Sequence[str]]) -> tuple[Style, list[str]]:
    style, notes = Style(), []
    marks = {}
    for role in _NUMBERS:
        for source in shape.columns.get(role, ()):
            if source.index >= 0:
                marks[source.index] = values.decimal_mark(row[source.index] for row in rows)
    common = Counter(mark for mark in marks.values() if mark).most_common(1)
    usual = common[0][0] if common else "."
    style.decimal = {index: mark or usual for index, mark in marks.items()}
    for source in shape.columns.get("date", ()):
        if source.index < 0:
            continue
        styles = Counter(values.record_date(row[source.index])[1] for row in rows)
        days, months = styles["day first"], styles["month first"]
        style.day_first[source.index] = None if not days and not months else days >= months
        if days and months:
            notes.append(
                f"column {source.heading!r} writes dates both day first and month first: "
                "a date that could be either is left out"
            )
            style.day_first[source.index] = None
        elif not days and not months and styles["either"] > 1:
            notes.append(
                f"column {source.heading!r}: nothing shows whether day or month comes first; such dates are left out"
            )
    for source in shape.columns.get("hs_code", ())[:1]:
        lengths = Counter(
            sum(char.isdigit() for char in row[source.index]) for row in rows if values.said(row[source.index])
        )
        if lengths:
            length, number = lengths.most_common(1)[0]
            if length % 2 and length >= 9 and number >= _ODD_SHARE * lengths.total():
                style.odd_hs = length
                notes.append(f"HS codes have {length} digits throughout: no leading zero was added")
    return style, notes


def _remarks(where: str, found: Found, cleaner: Cleaner) -> list[str]:
    remarks = [
        f"{where}: {count:,} × {kind}, first: {cleaner.examples[kind]}"
        for kind, count in sorted(cleaner.counts.items())
    ]
    styles = {each: count for each, count in cleaner.date_styles.items() if each not in ("unread", "either")}
    if len(styles) > 1:
        said = ", ".join(f"{each} ({count:,})" for each, count in sorted(styles.items(), key=lambda item: -item[1]))
        remarks.append(f"{where}: dates of {len(styles)} styles in one column: {said}")
    if found.layout.unused:
        headings = ", ".join(repr(shorten(heading, 40)) for heading in found.layout.unused[:30])
        remarks.append(f"{where}: columns not used: {headings}")
    return remarks
