"""Spreadsheets and Parquet read safely as rows of text, cells as they stand (``0101``, ``NA`` and ``None``
survive)."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from screening.arrow_values import plain_values
from screening.errors import ListError
from screening.watchlists.draft import squeeze
from screening.watchlists.source import RawFile, check_members
from screening.watchlists.tables import check_columns, heading

_CELL: Final = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_MOST_CELLS: Final = 50_000_000
"""Area of a sheet that is still read: a few times what the longest list takes, some hundred megabytes in memory."""


def rows(file: RawFile) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet that is not empty, with their numbers; blank rows are passed over.

    Raises:
        ListError: It is no spreadsheet, is encrypted, or unpacks to an absurd size.
    """
    from python_calamine import CalamineWorkbook  # heavy, and few lists are spreadsheets

    data = file.read()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_members(archive.infolist(), file.where)
            for part in archive.namelist():
                if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                    _check_area(archive.read(part), file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        raise _broken(file, error) from error
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        table = next((sheet for sheet in sheets if sheet.height), None)
        values = table.to_python(skip_empty_area=False) if table is not None else []
    except Exception as error:
        raise _broken(file, error) from error
    for number, cells in enumerate(values, start=1):
        texts = [text_of(cell) for cell in cells]
        if any(texts):
            yield number, texts


def _check_area(sheet: bytes, file: RawFile) -> None:
    """Refuse a sheet whose cells span an absurd area: the reader makes room for all of it, and would die of it.

    Raises:
        ListError: It does.
    """
    wide = high = 1
    for match in _CELL.finditer(sheet):
        wide, high = max(wide, len(match[1])), max(high, int(match[2]))
    columns = 26**wide
    if columns * high <= _MOST_CELLS:  # the common case: no column beyond Z or ZZ, so the letters need not be read
        return
    columns = max((_number(letters) for letters in {match[1] for match in _CELL.finditer(sheet)}), default=1)
    if columns * high > _MOST_CELLS:
        raise ListError(
            f"has cells in {columns:,} columns and {high:,} rows, which no list has",
            where=file.where,
            remedy="delete what stands far away and save it again",
        )


def _number(letters: bytes) -> int:
    """The number of a column: A is 1, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _broken(file: RawFile, error: Exception) -> ListError:
    return ListError(f"cannot be read as a spreadsheet ({error})", where=file.where, remedy="save it again as .xlsx")


def text_of(value: object) -> str:
    """One cell as text: whole numbers without ``.0``, dates in ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value).strip()


@lru_cache(maxsize=32)
def first_row(file: RawFile) -> tuple[str, ...]:
    """The folded headings in the first row of a spreadsheet.

    Raises:
        ListError: It cannot be read.
    """
    return tuple(heading(cell) for cell in next(rows(file), (0, []))[1])


def parquet_records(file: RawFile, required: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a Parquet file as dictionaries of text by folded heading; lists are joined by semicolons.

    Raises:
        ListError: It is damaged, or a required column is missing.
    """
    import pyarrow as pa

    from screening.watchlists.snapshot import table_from_bytes

    try:
        table = table_from_bytes(file.read())
    except (pa.ArrowException, OSError) as error:
        raise ListError(f"is a damaged Parquet file ({error})", where=file.where, remedy="fetch it again") from error
    header = [heading(name) for name in table.column_names]
    check_columns(header, required, file.where)
    number = 1
    for batch in table.to_batches(max_chunksize=10_000):
        for values in zip(*(plain_values(column) for column in batch.columns), strict=True):
            number += 1
            texts = ("; ".join(map(text_of, value)) if isinstance(value, list) else text_of(value) for value in values)
            yield number, {name: squeeze(cell) for name, cell in zip(header, texts, strict=True)}
