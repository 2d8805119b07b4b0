"""Any table a user may hand in, as rows of text: delimited text, workbooks, Parquet, JSON Lines, standard
input.

The format is told by content, never by name. Every cell is text exactly as it stands (``0101``, ``NA``, a
person
called ``None``), rows are streamed, and nothing is dropped in silence: a row that cannot be read comes back
as a
`BadRow` with its number.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from screening.encoding import Encoding
from screening.errors import InputError
from screening.file_hash import file_sha256
from screening.named_paths import trouble_with

_SAMPLE = 1 << 20
"""Bytes of a file from which its rows are estimated."""
_START = 4096
"""Bytes from which the format is told."""

STDIN = "-"
STANDARD_INPUT = "standard input"
"""How people know it."""
MAX_UNPACKED = 4 * 1024**3
"""Bytes a compressed input may grow to; a file beyond it is a mistake or a bomb."""

_SIGNATURES = {
    b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an old or encrypted Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"MZ\x90\x00": "a program",
    b"SQLite format 3": "a database",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as an editor or a spreadsheet counts it, its cells, how many were filled in as empty, and
    over how many lines of text it runs.
    """

    number: int
    cells: list[str]
    filled: int = 0
    lines: int = 1


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that could not be read, and why."""

    number: int
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Delimited:
    """A delimited text file, as its lines are cut into cells."""

    path: Path
    name: str
    encoding: Encoding
    delimiter: str

    @property
    def codec(self) -> str:
        """The Python codec name of most of it."""
        return self.encoding.codec


@dataclass(slots=True)
class TextTable:
    """One table of a file: its sheet (empty when a file holds one table) and a way to walk its raw rows.

    ``lines`` starts again from the top at each call, so that a header can be looked for before the rows are
    read.
    ``named`` says that the first row is a header beyond doubt (Parquet, JSON Lines); ``ragged`` that the
    format
    itself leaves out empty cells at the end of a row, so that a short row is not a broken one.
    """

    sheet: str
    lines: Callable[[], Iterator[Row | BadRow]]
    named: bool = False
    ragged: bool = False
    notes: list[str] = field(default_factory=list)
    origin: Delimited | Path | None = None
    """Where a reader of whole columns finds the same rows: delimited text, or a Parquet file."""

    def place(self, number: int) -> str:
        """How a row of this table is named to people."""
        return f"{self.sheet}, row {number}" if self.sheet else f"row {number}"

    def rows(self, header_row: int, width: int, *, fill: bool = False) -> Iterator[Row | BadRow]:
        """The rows below the header with exactly ``width`` cells; wholly empty ones are passed over, but for records
        that name their own columns: with ``fill`` one of those that says nothing is a `BadRow`.

        A row with another number of cells comes back as a `BadRow`; empty cells too many are cut off. With ``fill`` a
        row with too few is given empty ones at its end, as many exports leave them out, and says how many.
        """
        for row in self.lines():
            if row.number <= header_row:
                continue
            if isinstance(row, BadRow):
                yield row
                continue
            cells = row.cells
            if not any(cell and not cell.isspace() for cell in cells):
                if fill and self.named:
                    yield BadRow(row.number, "", "the record is empty")
                continue
            if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
                cells = cells[:width]
            if len(cells) < width and self.ragged:
                cells = cells + [""] * (width - len(cells))
            missing = width - len(cells) if fill else 0
            if missing > 0:
                yield Row(row.number, cells + [""] * missing, missing)
            elif len(cells) == width:
                yield Row(row.number, cells)
            else:
                reason = f"the row has {_cells(len(cells))}, the header has {width}"
                if row.lines > 1:
                    reason += f"; lines {row.number} to {row.number + row.lines - 1} are one row by a quotation mark"
                yield BadRow(row.number, " | ".join(cells)[:500], reason)


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"


@dataclass(slots=True)
class OpenedFile:
    """A file of tables: the name people know it by, the SHA-256 of its bytes, its tables, and notes on what is none."""

    name: str
    sha256: str
    format: str
    tables: list[TextTable]
    notes: list[str] = field(default_factory=list)

    @property
    def encoding(self) -> str | None:
        """What its text is encoded in, where it is delimited text."""
        return next((each.origin.codec for each in self.tables if isinstance(each.origin, Delimited)), None)


@contextmanager
def open_tables(path: str | Path) -> Iterator[OpenedFile]:
    """Open a file of tables, or standard input for ``-``.

    Raises:
        InputError: The file is missing, empty, unreadable, or not a table in any known format.
    """
    with tempfile.TemporaryDirectory(prefix="screening-", ignore_cleanup_errors=True) as scratch:
        if str(path) == STDIN:
            name, local = STANDARD_INPUT, _input_in(Path(scratch))
        else:
            name, local = str(path), Path(path)
            check_named(local)
            _check_readable(local)
        with ThreadPoolExecutor(max_workers=1) as thread:  # hashed while its encoding is told: both read all of it
            digest = thread.submit(_sha256, local, name)
            local, start = _unpacked(local, Path(scratch) / "unpacked", name)
            if not start.strip():
                raise InputError("the file is empty", where=name, remedy="look whether it was saved whole")
            kind, tables, notes = _read(local, name, start)
        yield OpenedFile(name, digest.result(), kind, tables, notes)


@contextmanager
def standard_input() -> Iterator[Path]:
    """Standard input as a file that is there until the end of the block."""
    with tempfile.TemporaryDirectory(prefix="screening-", ignore_cleanup_errors=True) as scratch:
        yield _input_in(Path(scratch))


def _input_in(folder: Path) -> Path:
    path = folder / "stdin"
    with path.open("wb") as out:
        shutil.copyfileobj(sys.stdin.buffer, out)
    return path


def rows_of_all(paths: Iterable[str | Path]) -> int | None:
    """About how many rows files have together; None where that is not known of each without reading it."""
    counts = [rows_of(path) for path in paths]
    return sum(count for count in counts if count) if all(counts) else None


def rows_of(path: str | Path) -> int | None:
    """About how many rows a plain text or Parquet file has, told from its beginning; None where that does not show."""
    try:
        with Path(path).open("rb") as file:
            start = file.read(4)
            if start == b"PAR1":
                import pyarrow.parquet as pq

                return int(pq.read_metadata(path).num_rows)
            if str(path) == STDIN or start[:2] in (b"PK", b"\x1f\x8b", b"\xd0\xcf"):
                return None
            sample = start + file.read(_SAMPLE)
            size, lines = os.fstat(file.fileno()).st_size, sample.count(b"\n")
            return lines * size // len(sample) if lines else None
    except (OSError, ValueError):
        return None


def _read(path: Path, name: str, start: bytes) -> tuple[str, list[TextTable], list[str]]:
    from screening.intake import delimited, html_tables, json_stat, records, workbooks

    if start[:4] == b"PK\x03\x04" or start[:4] == b"\xd0\xcf\x11\xe0":
        return "workbook", *workbooks.tables(path, name)
    if start[:4] == b"PAR1":
        return "Parquet", [records.parquet_table(path, name)], []
    for signature, meaning in _SIGNATURES.items():
        if start.startswith(signature):
            raise InputError(
                f"is {meaning}, not a table", where=name, remedy="save it as XLSX, CSV, Parquet or JSON Lines"
            )
    if html_tables.looks_like_html(start):
        return "HTML", html_tables.html_tables(path, name), []
    if json_stat.looks_like_json_stat(start):
        return "JSON-stat", [json_stat.json_stat_table(path, name)], []
    if records.looks_like_json(start):
        return "JSON Lines", [records.json_table(path, name)], []
    return "text", [delimited.table(path, name)], []


def check_named(path: Path) -> None:
    """Look whether a file that was named is there.

    Raises:
        InputError: It is not, is a folder, or cannot be used by that name.
    """
    if trouble := trouble_with(path):
        raise InputError(trouble.what, where=path, remedy=trouble.remedy)
    if not path.exists():
        raise InputError("there is no such file", where=path, remedy="check the path")
    if path.is_dir():
        raise InputError("is a folder, not a table", where=path, remedy="name the files in it")


def _check_readable(path: Path) -> None:
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        raise InputError(f"cannot be opened: {error.strerror}", where=path, remedy="look who may read it") from error


def _sha256(path: Path, name: str) -> str:
    try:
        return file_sha256(path)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=name, remedy="look who may read it") from error


def _unpacked(path: Path, target: Path, name: str) -> tuple[Path, bytes]:
    """The file as it is to be read, and its first bytes."""
    with path.open("rb") as file:
        start = file.read(_START)
    if start[:2] != b"\x1f\x8b":
        return path, start
    unpacked = _unpack(path, target, name)
    with unpacked.open("rb") as file:
        return unpacked, file.read(_START)


def _unpack(path: Path, target: Path, name: str) -> Path:
    size = 0
    try:
        with gzip.open(path, "rb") as packed, target.open("wb") as out:
            while chunk := packed.read(1 << 20):
                size += len(chunk)
                if size > MAX_UNPACKED:
                    raise InputError(
                        f"unpacks to more than {MAX_UNPACKED // 1024**3} GB", where=name, remedy="split it"
                    )
                out.write(chunk)
    except (EOFError, OSError) as error:
        raise InputError("the gzip file is damaged or cut short", where=name, remedy="fetch it again") from error
    return target
