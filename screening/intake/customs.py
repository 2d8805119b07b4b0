"""Customs records: tables of any system → records and the parties on them, a hundred thousand rows at a time.

Rows in = records + rejected. Nothing is dropped in silence: a value that is left out is noted on its record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from screening.ahead import ahead
from screening.errors import InputError
from screening.intake import columnar
from screening.intake.base import NO_RECORD, InputFile, Reject, rejects_table
from screening.intake.customs_clean import Cleaner
from screening.intake.customs_header import sample
from screening.intake.customs_layout import CustomsLayout, parse_mapping
from screening.intake.customs_links import Linker
from screening.intake.customs_parties import PartyBook
from screening.intake.customs_reversals import with_buyers
from screening.intake.customs_signs import note_signs
from screening.intake.customs_tables import (
    Found,
    headings_again,
    nobody_named,
    only_errors,
    remarks,
    tables_of,
)
from screening.intake.customs_totals import are_records, labels_of_totals
from screening.intake.rates import Rates
from screening.intake.refused import Refused, each_file, look_at_each
from screening.intake.tables import Delimited, OpenedFile, Row, TextTable, open_tables, rows_of_all

if TYPE_CHECKING:
    import pyarrow as pa

_OF_LINKS: Final = ("role", "party", "part")
_AGAIN = "the same file, byte for byte, was read already"


@dataclass(frozen=True, slots=True)
class CustomsBatch:
    """Some records.

    Args:
        records: Columns of `model.RECORDS` and helpers beginning with ``_``.
        links: ``record_id``, ``at`` (the record's place among those of the batch), ``role``, ``party`` (its number in
            the reader's book), ``part`` (what it is within the role, or null).
        rejects: What could not be read, of schema `model.REJECTS`.
        rows: Rows this was.
    """

    records: pl.DataFrame
    links: pl.DataFrame
    rejects: pa.Table
    rows: int


class CustomsReader:
    """Reads customs tables batch by batch; ``inputs``, ``notes`` and ``mappings`` are whole when the last is out.

    Files that could not be read at all are then in ``refused``.

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
        self._seen: Counter[str] = Counter()
        self.refused: list[Reject] = []
        if not self.paths:
            raise InputError("no customs table was given", remedy="name a file, or - for standard input")

    def expected(self) -> int | None:
        """About how many rows there are, where that is known without reading them; for a progress bar."""
        return rows_of_all(self.paths)

    def shown(self) -> Iterator[tuple[str, TextTable, Row, CustomsLayout, list[list[str]]]]:
        """What the columns of each table hold, with some of its rows; for ``--show-mapping``.

        Raises:
            InputError: As `batches`.
        """
        for path in self.paths:
            with open_tables(path) as opened:
                for found in self._tables(opened):
                    rows = sample(found.table, found.header, 50)
                    yield opened.name, found.table, found.header, found.layout, rows

    def look(self) -> None:
        """Look, before anything that takes time, whether there is something to read; see `refused.look_at_each`.

        Raises:
            InputError: A file is not there, none can be read, or the mapping names no column of theirs.
        """

        def look_at(path: str) -> None:
            with open_tables(path) as opened:
                tables_of(opened, self.mapping, join=False)

        look_at_each(self.paths, look_at)

    def batches(self, rows: int = columnar.ROWS) -> Iterator[CustomsBatch]:
        """The records, about ``rows`` at a time, in the order of files, sheets and rows.

        Of several files one that cannot be read, or holds no customs table, is a reject; the others go on.

        Raises:
            InputError: A file is not there, or none of them can be read.
        """
        self._seen.clear()
        yield from each_file(self.paths, lambda path: self.read(path, rows), self._refuse)

    def _refuse(self, file: Refused) -> tuple[()]:
        self.inputs.append(file.account)
        self.notes.append(file.note)
        self.refused.append(file.reject)
        return ()

    def read(self, path: str, rows: int = columnar.ROWS) -> Iterator[CustomsBatch]:
        """The records of one file, as `batches` gives them."""
        with open_tables(path) as opened:
            size = 0 if path == "-" else Path(path).stat().st_size
            account = InputFile(opened.name, opened.sha256, size, opened.format)
            self.notes += opened.notes
            self._seen[opened.sha256] += 1
            if self._seen[opened.sha256] > 1:
                self.notes.append(f"{opened.name}: {_AGAIN}: its rows are not added up again")
            for found in self._tables(opened):
                if isinstance(found.table.origin, Delimited):
                    account = replace(account, encoding=found.table.origin.codec)
                for batch in self._table(opened, found, rows):
                    account = replace(
                        account,
                        rows_in=account.rows_in + batch.rows,
                        rows_out=account.rows_out + batch.records.height,
                        rejected=account.rejected + len(batch.rejects),
                    )
                    yield batch
            if not account.rows_in:
                raise InputError(
                    "there are no rows below the header", where=opened.name, remedy="look whether it was saved whole"
                )
            self.inputs.append(account)

    def _table(self, opened: OpenedFile, found: Found, rows: int) -> Iterator[CustomsBatch]:
        where = f"{opened.name}, sheet {found.table.sheet}" if found.table.sheet else opened.name
        self.mappings[where] = found.layout.record()
        self.notes += [*found.table.notes, *(f"{where}: {note}" for note in (*found.notes, *found.layout.notes))]
        cleaner = Cleaner(found.layout, found.style)
        time = self._seen[opened.sha256]
        # one id, one record, also where a file is given twice
        prefix = f"{opened.sha256[:8]}{f'.{time}' if time > 1 else ''}-{found.number}-"
        width = len(found.header.cells)
        chunks = columnar.chunks(found.table, found.header.number, width, found.layout.indices, rows, pass_notes=False)
        named = False
        for chunk in ahead(chunks):
            batch = self._batch(opened, found, cleaner, chunk, prefix)
            named = named or batch.links.height > 0
            yield batch
        if not named:
            self.notes.append(f"{where}: {nobody_named(found)}")
        self.notes += remarks(where, found, cleaner)
        self.mended.update(cleaner.counts)

    def _batch(
        self, opened: OpenedFile, found: Found, cleaner: Cleaner, chunk: columnar.Chunk, prefix: str
    ) -> CustomsBatch:
        sheet = found.table.sheet
        rejects = [Reject(opened.name, bad.reason, bad.number, sheet or None, bad.value) for bad in chunk.bad]
        rows = chunk.rows
        if (again := headings_again(chunk, found)) is not None:
            rejects += [
                Reject(opened.name, f"the headings again{NO_RECORD}", row, sheet or None)
                for row in chunk.numbers.filter(again).to_list()
            ]
            chunk = chunk.without(again)
        if (wrong := only_errors(chunk)) is not None:
            rejects += [
                Reject(opened.name, "every cell holds an error of a spreadsheet, such as #REF!", row, sheet or None)
                for row in chunk.numbers.filter(wrong).to_list()
            ]
            chunk = chunk.without(wrong)
        height = len(chunk.numbers)
        cleaner.begin(chunk.columns, height)
        linked = self._linker.links(chunk.columns, height, found.layout, cleaner, found.registered)
        note_signs(cleaner)
        records = cleaner.records()
        numbers = chunk.numbers.cast(pl.String)
        records = records.with_columns(
            (prefix + numbers).alias("record_id"),
            pl.lit(opened.name).alias("source"),
            ((f"{sheet}, row " if sheet else "row ") + numbers).alias("place"),
            chunk.numbers.cast(pl.Int64).alias("row"),
        )
        if "reverses" in records.columns or "document_kind" in found.layout.columns:
            records = with_buyers(records, linked)
        kept = are_records(chunk, records, linked, found.layout, self.book)
        if not kept.all():
            labels = labels_of_totals(chunk, ~kept)
            for row, said, label in records.filter(~kept).select("row", "description").with_columns(labels).iter_rows():
                what = f"a total{NO_RECORD}" if label else "a total, or not a record"
                reason = f"the row names no party and no HS code: {what}"
                rejects.append(Reject(opened.name, reason, row, sheet or None, label or said))
        records = self._dollars(records)
        ids = records["record_id"]
        places = pl.Series((np.cumsum(kept.to_numpy()) - 1).clip(0), dtype=pl.UInt32)
        at = linked["row"]
        linked = linked.select(ids.gather(at).alias("record_id"), places.gather(at).alias("at"), *_OF_LINKS)
        if not kept.all():
            linked = linked.filter(kept.gather(at))
            records = records.filter(kept)
        if self._seen[opened.sha256] > 1:
            records = self._repeated(records)
        rejects.sort(key=lambda each: each.line or 0)
        return CustomsBatch(records, linked, rejects_table(rejects), rows)

    def _repeated(self, records: pl.DataFrame) -> pl.DataFrame:
        """The records of a file that was read already: kept, not added up again."""
        self.mended["repeated"] += records.get_column("status").null_count()
        return records.with_columns(
            status=pl.coalesce("status", pl.lit("repeated")),
            notes=pl.concat_list("notes", pl.lit(_AGAIN)),
        )

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
        found, notes = tables_of(opened, self.mapping)
        self.notes += notes
        return found
