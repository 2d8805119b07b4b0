"""Spreadsheets and Parquet read safely as rows of text, cells as they stand (``0101``, ``NA`` and ``None``
survive)."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from functools import lru_cache

from screening.errors import ListError
from screening.watchlists.draft import squeeze
from screening.watchlists.source import RawFile, check_members
from screening.watchlists.tables import check_columns, heading


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
    except (zipfile.BadZipFile, NotImplementedError) as error:
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
    """The folded headings in the first row of a spreadsheet; empty where it cannot be read."""
    try:
        return tuple(heading(cell) for cell in next(rows(file), (0, []))[1])
    except ListError:
        return ()


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
        raise ListError(f"is a damaged Parquet file ({error})", where=file.where) from error
    header = [heading(name) for name in table.column_names]
    check_columns(header, required, file.where)
    number = 1
    for batch in table.to_batches(max_chunksize=10_000):
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            number += 1
            texts = ("; ".join(map(text_of, value)) if isinstance(value, list) else text_of(value) for value in values)
            yield number, {name: squeeze(cell) for name, cell in zip(header, texts, strict=True)}
