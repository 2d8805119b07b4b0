"""Party tables (customers, suppliers …): each row a subject, the people and firms named beside it subjects too.

Tables are read in batches, so that a hundred thousand rows take no more memory than ten thousand. Every row that is not
wholly empty is either read or rejected by its number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screening.errors import InputError
from screening.intake import columns
from screening.intake.base import InputFile, Intake, Reject, rejects_table, shorten
from screening.intake.form_blocks import counting, lines_of_forms, said_above
from screening.intake.other_command import CUSTOMS_HINT, hinted, looks_like_customs
from screening.intake.party_rows import RowReader, Seen
from screening.intake.refused import Refused, each_file, look_at_each
from screening.intake.tables import BadRow, Row, TextTable, open_tables, rows_of_all
from screening.intake.told_dates import column_of
from screening.intake.unread_names import hold_names
from screening.model import SUBJECTS

if TYPE_CHECKING:
    import pyarrow as pa

BATCH_ROWS = 5_000
"""Rows read, screened and written at a time: enough to keep the matcher busy, few enough to stay small."""
_HEADER_WITHIN = 30
"""Rows from the top in which a header is looked for; above it stand titles and dates of printing."""
_SHOWN = 6
"""Lines of a form above a table that are named in a note."""
_SAMPLE = 2_000
"""Rows from which the order of day and month in a date column is told, and what columns hold that nobody knows."""


class Batch(NamedTuple):
    """Some rows of a party table: their subjects and what was rejected."""

    subjects: pa.Table
    rejects: pa.Table
    rows: int


class PartyReader:
    """Reads party tables batch by batch; ``inputs`` and ``notes`` are whole when the last batch is out.

    Args:
        paths: Files, or ``-`` for standard input.
        mapping: What the headings do not say: ``name=COLUMN``, ``name=FIRST+LAST``, ``director=COLUMN``.

    Raises:
        InputError: The mapping is not understood.
    """

    def __init__(self, paths: Sequence[str | Path], mapping: Iterable[str] = ()) -> None:
        self.paths = list(dict.fromkeys(str(path) for path in paths))
        self.mapping = columns.parse_mapping(mapping)
        self.inputs: list[InputFile] = []
        self.notes: list[str] = []
        if not self.paths:
            raise InputError("no party table was given", remedy="name a file, or - for standard input")

    def expected(self) -> int | None:
        """About how many rows there are, where that is known without reading them; for a progress bar."""
        return rows_of_all(self.paths)

    def look(self) -> None:
        """Look, before anything that takes time, whether there is something to read; see `refused.look_at_each`.

        Raises:
            InputError: A file is not there, none can be read, or the mapping names no column of theirs.
        """

        def look_at(path: str) -> None:
            with open_tables(path) as opened:
                self._named_tables(opened.tables, opened.name)

        try:
            look_at_each(self.paths, look_at)
        finally:
            self.notes.clear()  # they are made again when it is read

    def batches(self, rows: int = BATCH_ROWS) -> Iterator[Batch]:
        """The tables' rows, at most ``rows`` of them at a time, in the order of files, sheets and rows.

        Of several files one that cannot be read, or holds no table with names, is a reject; the others go on.

        Raises:
            InputError: A file is not there, or none of them can be read.
        """
        yield from each_file(self.paths, lambda path: self._file(path, rows), self._refuse)

    def _refuse(self, file: Refused) -> tuple[Batch]:
        self.inputs.append(file.account)
        self.notes.append(file.note)
        return (Batch(SUBJECTS.empty_table(), rejects_table([file.reject]), 1),)

    def _file(self, path: str, size: int) -> Iterator[Batch]:
        with open_tables(path) as opened:
            size_of = 0 if path == "-" else Path(path).stat().st_size
            account = InputFile(opened.name, opened.sha256, size_of, opened.format, opened.encoding)
            self.notes.extend(opened.notes)
            found = self._named_tables(opened.tables, opened.name)
            for table, header, shape in found:
                self.notes.extend(table.notes)
                if (block := self._of_block(table, header, opened.name)) is not None:
                    account = replace(account, rows_in=account.rows_in + 1, rows_out=account.rows_out + 1)
                    yield block
                seen = self._seen(table, header, shape)
                reader = RowReader(opened.name, table, header, shape, seen)
                for batch in self._table(table, header, reader, opened.name, size):
                    account = replace(
                        account,
                        rows_in=account.rows_in + batch.rows,
                        rows_out=account.rows_out + batch.rows - len(batch.rejects),
                        rejected=account.rejected + len(batch.rejects),
                    )
                    yield batch
                self.notes.extend(reader.notes())
            if not account.rows_in:
                raise InputError(
                    "there are no rows below the header", where=opened.name, remedy="look whether it was saved whole"
                )
            self.inputs.append(account)

    def _table(self, table: TextTable, header: Row, reader: RowReader, name: str, size: int) -> Iterator[Batch]:
        rows = table.rows(header.number, len(header.cells), fill=True)
        while some := list(islice(rows, size)):
            rejects: list[Reject] = []
            for row in some:
                if isinstance(row, BadRow):
                    rejects.append(Reject(name, row.reason, row.number, table.sheet or None, row.value))
                elif reason := reader.read(row):
                    rejects.append(Reject(name, reason, row.number, table.sheet or None, " | ".join(row.cells)))
            yield Batch(reader.take(), rejects_table(rejects), len(some))

    def _named_tables(self, tables: list[TextTable], name: str) -> list[tuple[TextTable, Row, columns.Layout]]:
        """The tables of a file that hold names, with headers; the others are noted, unless there is none."""
        found, problems = [], []
        for table in tables:
            where = f"{name}, sheet {table.sheet}" if table.sheet else name
            header = self._header(table)
            if header is None:
                continue
            try:
                found.append((table, header, self._layout(table, header, where)))
            except InputError as error:
                problems.append(_of_customs(error, header.cells))
        if not found:
            raise (
                problems[0]
                if problems
                else InputError("the file is empty", where=name, remedy="look whether it was saved whole")
            )
        self.notes.extend(f"passed over: {problem}" for problem in problems)
        return found

    def _layout(self, table: TextTable, header: Row, where: str) -> columns.Layout:
        """What the columns hold; nothing where there is a form alone."""
        if not header.cells:
            return columns.Layout(columns.Party(""), [], [])
        return columns.layout(header.cells, self.mapping, where, self._counting(table, header))

    def _counting(self, table: TextTable, header: Row) -> set[int]:
        """The columns that only count the rows."""
        width = len(header.cells)
        rows = islice(table.rows(header.number, width, fill=True), _SAMPLE)
        first = [row.cells for row in islice(rows, 1) if isinstance(row, Row)]
        if not counting(first, width):
            return set()
        return counting([*first, *(row.cells for row in rows if isinstance(row, Row))], width)

    def _header(self, table: TextTable) -> Row | None:
        rows = (row for row in table.lines() if isinstance(row, Row))
        if table.named:
            return next(rows, None)
        candidates = list(islice((row for row in rows if any(row.cells)), _HEADER_WITHIN))
        if not candidates:
            return None
        wanted = {
            part.strip().casefold() for _, expression in self.mapping for part in (expression, *expression.split("+"))
        }

        def likeness(row: Row) -> tuple[int, float]:
            cells = {cell.strip().casefold() for cell in row.cells}
            return len(wanted & cells), columns.known_headings(row.cells)

        forms = lines_of_forms(candidates)
        others = [row for row in candidates if row.number not in forms]
        if forms and not any(likeness(row) > (0, 0.0) or row.number > max(forms) for row in others):
            return Row(max(forms) + 1, [])  # a form and no table: all of it stands above the rows
        best = max(others, key=likeness)
        if likeness(best) == (0, 0.0):
            best = max(others, key=lambda row: sum(1 for cell in row.cells if cell))
        cells = list(best.cells)
        while cells and not cells[-1].strip() and table.ragged:
            cells.pop()
        return Row(best.number, cells)

    def _of_block(self, table: TextTable, header: Row, name: str) -> Batch | None:
        """Who the lines of a form above the heading are about; None where they name nobody."""
        if table.named:
            return None
        above = (row for row in table.lines() if isinstance(row, Row))
        said = said_above(takewhile(lambda row: row.number < header.number, above), header)
        if not said:
            return None
        labels, values = [each.label for each in said], [each.value for each in said]
        where = f"{name}, sheet {table.sheet}" if table.sheet else name
        try:
            shape = columns.layout(labels, (), where)
        except InputError:
            told = ", ".join(f"{each.label}: {shorten(each.value, 40)}" for each in said[:_SHOWN])
            self.notes.append(f"{where}: what stands above the heading is not screened: {told}")
            return None
        reader = RowReader(name, table, Row(said[0].row, labels), shape, Seen())
        if reason := reader.read(Row(said[0].row, values)):
            self.notes.append(f"{where}: what stands above the heading is not screened: {reason}")
        self.notes.extend(f"above the heading of {note}" for note in reader.notes())
        return Batch(reader.take(), rejects_table([]), 1)

    def _seen(self, table: TextTable, header: Row, shape: columns.Layout) -> Seen:
        """What the first rows tell of the columns: how dates are written, and which others hold names."""
        dated = {
            index
            for party in (shape.main, *shape.related)
            for attribute in ("birth_date", "incorporated_on")
            for column in party.columns.get(attribute, ())
            for index in column.indices
        }
        if not dated and not shape.unread:
            return Seen()
        rows = islice(table.rows(header.number, len(header.cells), fill=True), _SAMPLE)
        sample = [row.cells for row in rows if isinstance(row, Row)]
        return Seen(
            {index: column_of(cells[index] for cells in sample) for index in dated},
            [index for index in shape.unread if hold_names(cells[index] for cells in sample)],
        )


def _of_customs(error: InputError, headings: Sequence[str]) -> InputError:
    """The error, with the command to use where the headings are those of customs records."""
    return hinted(error, CUSTOMS_HINT) if looks_like_customs(headings) else error


def read_parties(paths: Sequence[str | Path], mapping: Iterable[str] = ()) -> Intake:
    """Read party tables whole; see `PartyReader` for reading them in batches.

    Returns:
        Subjects (schema `model.SUBJECTS`, in the order of the rows), rejects, the files and notes.

    Raises:
        InputError: A file cannot be read, holds no names, or the mapping is wrong.
    """
    import pyarrow as pa

    reader = PartyReader(paths, mapping)
    batches = list(reader.batches())
    return Intake(
        subjects=pa.concat_tables([SUBJECTS.empty_table(), *(batch.subjects for batch in batches)]),
        rejects=pa.concat_tables([rejects_table([]), *(batch.rejects for batch in batches)]),
        inputs=reader.inputs,
        notes=list(Counter(reader.notes)),
    )
