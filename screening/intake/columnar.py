"""The rows of a table as columns of text, some hundred thousand at a time: for files too long to walk row by row.

What `tables` reads cell by cell is read here in blocks, and gives the same rows: a block that is not wholly
regular (a row too long, a quotation mark left open, a cell over several lines) is handed to the reader of rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from screening.arrow_values import plain_values
from screening.encoding import MEND, Encoding
from screening.errors import InputError
from screening.intake.blocks import occurrences, parsed
from screening.intake.coded import Coded, empty_rows, says
from screening.intake.delimited import MAX_LINE, split_lines
from screening.intake.records import cell_text
from screening.intake.tables import BadRow, Delimited, Row, TextTable
from screening.stray_lines import by_lines, decoded

ROWS: Final = 200_000
_BLOCK: Final = 8 * 1024 * 1024
"""Bytes read at once: greater pieces of memory are given back to the system each time, and fetched anew."""
_UTF8: Final = frozenset({"utf-8", "utf-8-sig", "utf_8", "utf_8_sig", "ascii"})
_PIECE: Final = 500
"""Lines tried together when a block is not regular."""
_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows: their columns by index (``"0"``, ``"1"`` …), their numbers, and the rows rejected."""

    columns: dict[str, Coded]
    numbers: pl.Series
    bad: list[BadRow]

    @property
    def rows(self) -> int:
        """Rows read and rejected."""
        return len(self.numbers) + len(self.bad)

    def without(self, mask: pl.Series) -> Chunk:
        """The chunk without the rows of the mask."""
        columns = {name: Coded(column.raw.filter(~mask)) for name, column in self.columns.items()}
        return Chunk(columns, self.numbers.filter(~mask), self.bad)

    @property
    def frame(self) -> pl.DataFrame:
        """The columns as text."""
        return pl.DataFrame({name: column.text() for name, column in self.columns.items()})


class _Part(NamedTuple):
    """Some rows as they are read: texts as they stand, numbers, the rows rejected, and how to have all columns."""

    frame: pl.DataFrame
    numbers: pl.Series
    bad: list[BadRow]
    whole: Callable[[], pl.DataFrame | None] | None


def chunks(
    table: TextTable,
    header_row: int,
    width: int,
    wanted: Sequence[int],
    rows: int = ROWS,
    *,
    pass_notes: bool = True,
) -> Generator[Chunk, None, None]:
    """The rows below the header, in their order; rows in which no wanted column says anything are passed over.

    Args:
        table: The table.
        header_row: Number of the header row.
        width: Cells of the header.
        wanted: Indices of the columns to give.
        rows: About how many rows at a time.
        pass_notes: Whether rows that say something in other columns only (a note below the table) are passed over,
            too; else they are rejected.

    Raises:
        InputError: The file cannot be read.
    """
    if isinstance(table.origin, Delimited):
        parts = _of_text(table.origin, header_row, width, wanted)
    elif isinstance(table.origin, Path):
        parts = _of_parquet(table.origin, wanted, rows)
    else:
        parts = _of_walk(table.rows(header_row, width), wanted, rows)
    held: list[_Part] = []
    for part in parts:
        held.append(_filled(part, pass_notes=pass_notes))
        if sum(len(each.numbers) + len(each.bad) for each in held) >= rows:
            yield _chunk(held)
            held = []
    if held:
        yield _chunk(held)


def _chunk(held: list[_Part]) -> Chunk:
    numbers = pl.concat([each.numbers for each in held], rechunk=True)
    bad = [bad for each in held for bad in each.bad]
    frame = pl.concat([each.frame for each in held], rechunk=True)
    return Chunk(_coded(frame), numbers, bad)


def _coded(frame: pl.DataFrame) -> dict[str, Coded]:
    return {name: Coded(frame.get_column(name)) for name in frame.columns}


def _of_walk(walk: Iterator[Row | BadRow], wanted: Sequence[int], rows: int) -> Iterator[_Part]:
    while some := list(islice(walk, rows)):
        yield _of_rows(some, wanted)


def _of_rows(some: Sequence[Row | BadRow], wanted: Sequence[int]) -> _Part:
    good = [row for row in some if isinstance(row, Row)]
    frame = _columns(good, wanted)
    numbers = pl.Series("row", [row.number for row in good], pl.Int64)
    bad = [row for row in some if isinstance(row, BadRow)]
    return _Part(frame, numbers, bad, lambda: _columns(good, range(len(good[0].cells) if good else 0)))


def _columns(rows: Sequence[Row], wanted: Sequence[int]) -> pl.DataFrame:
    columns = {str(index): [row.cells[index] for row in rows] for index in wanted}
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))


def _says_more(cells: Sequence[str]) -> bool:
    """Whether a row says anything: one that was numbered beforehand and not filled in does not."""
    return any(map(says, cells[1:])) or (bool(cells) and says(cells[0]) and not cells[0].strip().isdigit())


def _elsewhere(number: int, cells: Sequence[str]) -> BadRow:
    """A row that says something in columns only that nobody reads."""
    said = " | ".join(cell.strip() for cell in cells if says(cell))
    return BadRow(
        number, said[:500], "the row says something only in columns that are not used: a note, or not a record"
    )


def _filled(part: _Part, *, pass_notes: bool) -> _Part:
    """The part without rows that say nothing in the wanted columns; those that say something in others may be rejects.

    The block it was read of is not kept.
    """
    empty = empty_rows(_coded(part.frame)) if part.frame.height else None
    if empty is None:
        return part._replace(whole=None)
    blank = pl.Series(empty)
    whole = None if pass_notes or part.whole is None else part.whole()
    rows = [] if whole is None else zip(part.numbers.filter(blank), whole.filter(blank).rows(), strict=True)
    notes = [_elsewhere(number, cells) for number, cells in rows if _says_more(cells)]
    return _Part(part.frame.filter(~blank), part.numbers.filter(~blank), [*part.bad, *notes], None)


def _of_text(origin: Delimited, header_row: int, width: int, wanted: Sequence[int]) -> Iterator[_Part]:
    line_by_line = by_lines(origin.encoding)
    number, at = 0, 0
    if origin.codec in _UTF8:
        for piece in _of_bytes(origin, header_row, width, wanted):
            number, at, chunk = piece
            if chunk is not None:
                yield chunk
    try:
        with origin.path.open(encoding="latin-1" if line_by_line else origin.codec, errors=MEND, newline="") as file:
            if at:
                file.seek(at)
            while number < header_row and file.readline(MAX_LINE):
                number += 1
            while block := _block(file, origin.name):
                if _LONE_RETURN.search(block) or block.count('"') % 2 or "\x1a" in block[-3:]:
                    lines = chain(_lines(block), _rest(file))
                    yield from _row_by_row(origin, lines, number, width, wanted, line_by_line)
                    return
                lines_in = block.count("\n") + (not block.endswith("\n"))
                text = _decoded_block(block, origin.encoding) if line_by_line and not block.isascii() else block
                yield from _of_block(text, number, lines_in, origin.delimiter, width, wanted)
                number += lines_in
    except UnicodeError as error:
        raise InputError(
            f"cannot be read as {origin.codec}: {error}", where=origin.name, remedy="save it as UTF-8"
        ) from error


def _of_bytes(
    origin: Delimited, header_row: int, width: int, wanted: Sequence[int]
) -> Iterator[tuple[int, int, _Part | None]]:
    """The rows of text in UTF-8 without decoding it, as far as its blocks are wholly regular.

    Each comes with the number of lines read so far and the byte at which the rest begins.
    """
    number, at = 0, 0
    with origin.path.open("rb") as file:
        for _ in range(header_row):
            line = file.readline(MAX_LINE)
            if not line.endswith(b"\n") or line.count(b"\r") != line.count(b"\r\n"):
                return
            number, at = number + 1, at + len(line)
        yield number, at, None
        while block := file.read(_BLOCK):
            block += file.readline(MAX_LINE)
            if (
                not block.endswith(b"\n")
                or (b"\r" in block and block.count(b"\r") != block.count(b"\r\n"))
                or (b'"' in block and block.count(b'"') % 2)
                or b"\x1a" in block[-3:]
            ):
                return
            lines = occurrences(block, "\n")
            frame = parsed(block, lines, origin.delimiter, width, wanted)
            if frame is None or frame.height != lines:
                return
            whole = partial(parsed, block, lines, origin.delimiter, width, range(width))
            chunk = _numbered(frame, number, whole)
            number, at = number + lines, at + len(block)
            yield number, at, chunk


def _block(file: IO[str], name: str) -> str:
    block = file.read(_BLOCK)
    if not block:
        return ""
    tail = file.readline(MAX_LINE)
    if len(tail) >= MAX_LINE:
        raise InputError(
            f"a line is longer than {MAX_LINE:,} characters: this is not a table",
            where=name,
            remedy="look whether its lines end, and save it as CSV again",
        )
    return block + tail


def _decoded_block(block: str, encoding: Encoding) -> str:
    """A block at once where no line of it can be a stray, else line by line."""
    raw = block.encode("latin-1")
    if encoding.strays:
        with suppress(UnicodeDecodeError):
            return raw.decode(encoding.codec)
    elif not re.search(rb"[\xc2-\xf4][\x80-\xbf]", raw):
        return raw.decode(encoding.codec, "replace")
    return "".join(_decoded(line, encoding) for line in _lines(block))


def _decoded(line: str, encoding: Encoding) -> str:
    return line if line.isascii() else decoded(line.encode("latin-1"), encoding)


def _lines(text: str) -> Iterator[str]:
    """Physical lines as a text file gives them: ended by a line feed, a return, or both."""
    return (found[0] for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text))


def _rest(file: IO[str]) -> Iterator[str]:
    while line := file.readline(MAX_LINE):
        yield line


def _row_by_row(
    origin: Delimited, lines: Iterator[str], number: int, width: int, wanted: Sequence[int], line_by_line: bool
) -> Iterator[_Part]:
    readable = (_decoded(line, origin.encoding) if line_by_line else line for line in lines)
    rows = _fitting(split_lines(enumerate(readable, start=number + 1), origin.delimiter), width)
    while some := list(islice(rows, ROWS)):
        yield _of_rows(some, wanted)


def _fitting(rows: Iterator[Row | BadRow], width: int) -> Iterator[Row | BadRow]:
    return TextTable("", lambda: rows).rows(0, width)


def _of_block(text: str, number: int, lines: int, delimiter: str, width: int, wanted: Sequence[int]) -> Iterator[_Part]:
    """The rows of whole lines; in pieces where not all of them have as many cells as the header."""
    block = text.encode("utf-8", "replace")
    frame = parsed(block, lines, delimiter, width, wanted)
    if frame is not None and frame.height == lines:
        whole = partial(parsed, block, lines, delimiter, width, range(width))
        yield _numbered(frame, number, whole)
        return
    listed = list(_lines(text))
    if len(listed) <= _PIECE:
        rows = _fitting(split_lines(enumerate(listed, start=number + 1), delimiter), width)
        yield _of_rows(list(rows), wanted)
        return
    step = _PIECE if len(listed) <= 50 * _PIECE else 20 * _PIECE
    start = 0
    while start < len(listed):
        end = min(start + step, len(listed))
        while end < len(listed) and sum(line.count('"') for line in listed[start:end]) % 2:
            end += 1  # a cell runs over the edge
        piece = listed[start:end]
        yield from _of_block("".join(piece), number + start, len(piece), delimiter, width, wanted)
        start = end


def _numbered(frame: pl.DataFrame, number: int, whole: Callable[[], pl.DataFrame | None]) -> _Part:
    numbers = pl.int_range(number + 1, number + 1 + frame.height, dtype=pl.Int64, eager=True).alias("row")
    return _Part(frame, numbers, [], whole)


def _of_parquet(path: Path, wanted: Sequence[int], rows: int) -> Iterator[_Part]:
    try:
        with pq.ParquetFile(path) as file:
            names = file.schema_arrow.names
            some = [names[index] for index in wanted]
            by_name = len(set(names)) == len(names)  # columns of one name are told apart by their places only
            number = 0
            for batch in file.iter_batches(batch_size=rows, columns=some if by_name else None):
                columns = {str(index): _texts(batch.column(names[index] if by_name else index)) for index in wanted}
                whole = partial(_rows_of_parquet, path, number, batch.num_rows)
                yield _numbered(pl.DataFrame(columns), number, whole)
                number += batch.num_rows
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(f"the Parquet file is damaged: {error}", where=str(path), remedy="fetch it again") from error


def _rows_of_parquet(path: Path, first: int, many: int) -> pl.DataFrame:
    """So many rows from ``first`` on with all their columns as text."""
    with pq.ParquetFile(path) as file:
        groups, before, until = [], 0, 0
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            if until + rows <= first:
                before = until + rows
            elif until < first + many:
                groups.append(group)
            until += rows
        table = file.read_row_groups(groups).slice(first - before, many)
    return pl.DataFrame(
        [_texts(pa.concat_arrays(column.chunks)).alias(str(at)) for at, column in enumerate(table.columns)]
    )


def _texts(column: Any) -> pl.Series:
    """A column as text, as `cell_text` writes each value; nulls are empty."""
    kind = column.type
    if (pa.types.is_string(kind) or pa.types.is_large_string(kind)) and _is_utf8(column):
        series = pl.from_arrow(column)
    elif pa.types.is_integer(kind) or pa.types.is_date32(kind):
        series = pl.from_arrow(column.cast(pa.string()))
    else:
        encoded = column.dictionary_encode() if not pa.types.is_nested(kind) else None
        if encoded is None:
            series = pl.Series([cell_text(value) for value in plain_values(column)], dtype=pl.String)
        else:
            texts = pa.array([cell_text(value) for value in plain_values(encoded.dictionary)], pa.string())
            series = pl.from_arrow(texts.take(encoded.indices))
    assert isinstance(series, pl.Series)  # noqa: S101
    return series.cast(pl.String).fill_null("")


def _is_utf8(column: Any) -> bool:
    """Whether text is what it says it is; a file may hold any bytes."""
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True
