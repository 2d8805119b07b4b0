"""Tables whose rows name their own columns: Parquet and JSON Lines."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from screening.arrow_values import plain_values
from screening.encoding import Encoding
from screening.errors import InputError
from screening.file_encoding import told
from screening.intake.foreign_lines import remarks
from screening.intake.tables import BadRow, Row, TextTable
from screening.stray_lines import by_lines, text_of

JOIN = "; "
"""Between the values of a cell that holds a list."""
_MAX_COLUMNS = 2_000
_HALF_PAIR = re.compile(r"\\u[dD][89a-fA-F]")
_ANSWERS = ("data", "dataset", "results", "records", "rows")
"""Members in which an API's answer has its rows."""
_MAX_LINE = 20_000_000


def looks_like_json(start: bytes) -> bool:
    """Whether a file's first bytes begin a JSON object or array, in any Unicode encoding."""
    text = start.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()
    return text[:1] == b"{" or (text[:1] == b"[" and text[1:].lstrip()[:1] in (b"{", b"["))


def json_table(path: Path, name: str) -> TextTable:
    """The table in a JSON Lines file (one object a line), in one JSON array of objects (or of arrays, the
    first of which names the columns), or in an API's answer: one
    object with an array of objects among its members.

    The header is every key of any row, in order of first appearance; a key that is absent is an empty cell.

    Raises:
        InputError: No line is a JSON object, or there are too many different keys.
    """
    encoding = told(path, name)
    header: dict[str, int] = {}
    for number, record in _objects(path, encoding, name):
        for key in record if isinstance(record, dict) else ():
            header.setdefault(key, len(header))
        if len(header) > _MAX_COLUMNS:
            raise InputError(
                f"more than {_MAX_COLUMNS} different keys by line {number}",
                where=name,
                remedy="write one object a row, with the same keys",
            )
    if not header:
        raise InputError("no line is a JSON object", where=name, remedy="write one object a line")

    def lines() -> Iterator[Row | BadRow]:
        yield Row(0, list(header))
        for number, record in _objects(path, encoding, name):
            if isinstance(record, BadRow):
                yield record
                continue
            yield _row(number, record, header)

    notes = [f"{name}: {remark}" for remark in remarks(path, encoding)]
    return TextTable("", lines, named=True, notes=notes)


class _Twice(dict[str, Any]):
    """An object with two values of one key."""

    key = ""


def _row(number: int, record: dict[str, Any], header: dict[str, int]) -> Row | BadRow:
    if isinstance(record, _Twice):
        shown = str(dict(record))[:500]
        return BadRow(
            number, shown, f"the key {record.key!r} stands twice, with two values: which is meant is not told"
        )
    cells = [""] * len(header)
    try:
        for key, value in record.items():
            cells[header[key]] = cell_text(value)
    except RecursionError:
        return BadRow(number, "", "a value is nested too deep for a cell")
    return Row(number, cells)


def _opened(path: Path, encoding: Encoding) -> IO[str]:
    """The text of the file; in memory where lines of it are in another encoding."""
    if by_lines(encoding):
        return io.StringIO(text_of(path.read_bytes(), encoding))
    return path.open(encoding=encoding.codec, errors="replace")


def _objects(path: Path, encoding: Encoding, name: str) -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
    with _opened(path, encoding) as file:
        first = file.read(1)
        while first and (first.isspace() or first == "\ufeff"):
            first = file.read(1)
        file.seek(0)
        if first == "[":
            yield from _array(file.read(), name)
            return
        answer = _answer(file, name)
        if answer is not None:
            yield from enumerate(answer, start=1)
            return
        file.seek(0)
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, _object(line, number)


def _answer(file: IO[str], name: str) -> list[dict[str, Any] | BadRow] | None:
    """The rows in an API's answer; None where the file is JSON Lines."""
    start = file.readline(_MAX_LINE)
    try:
        whole = _loads(start.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        if file.readline(_MAX_LINE).lstrip()[:1] == "{":
            return None  # lines of objects, the first of them broken
        file.seek(0)
        try:
            whole = _loads(file.read().lstrip("\ufeff"))
        except (ValueError, RecursionError):
            return None
    if not isinstance(whole, dict):
        return None
    inner = [whole[name] for name in _ANSWERS if isinstance(whole.get(name), list)]
    if len(inner) != 1:
        return None
    if file.read(_MAX_LINE).strip():
        return None  # further lines: one object a line, each with a list of its own
    return [
        row if isinstance(row, dict) else BadRow(number, str(row)[:500], "not a JSON object")
        for number, row in enumerate(inner[0], start=1)
    ]


def _object(line: str, number: int) -> dict[str, Any] | BadRow:
    try:
        record = _loads(line.strip().lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        return BadRow(number, line[:500], _not_json(error))
    return record if isinstance(record, dict) else BadRow(number, line[:500], "not a JSON object")


def _not_json(error: Exception) -> str:
    return f"not valid JSON: {'it is nested too deep' if isinstance(error, RecursionError) else error}"


def _loads(text: str) -> Any:
    """What JSON says, numbers as they are written; half a surrogate pair, which is no character, as U+FFFD."""
    value = json.loads(text, parse_int=str, parse_float=str, object_pairs_hook=_object_of)
    if _HALF_PAIR.search(text) is None or isinstance(value, _Twice):
        return value
    whole = json.dumps(value, ensure_ascii=False).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return json.loads(whole, parse_int=str, parse_float=str)


def _object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs) or all(found[key] == value for key, value in pairs):
        return found
    twice = _Twice(found)
    twice.key = next(key for key, value in pairs if found[key] != value)
    return twice


def _array(text: str, name: str) -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
    try:
        records = _loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InputError(_not_json(error), where=name, remedy="write one object a line") from error
    # an array of arrays, the first of which names the columns of the others: the US Census Bureau's answers
    names = records[0] if records and isinstance(records[0], list) else None
    if names is not None and not all(isinstance(each, str) and each for each in names):
        raise InputError("the first array names no columns", where=name, remedy="write one object a line")
    for number, record in enumerate(records, start=1):
        if names is not None and isinstance(record, list):
            if number == 1:
                continue
            if len(record) == len(names):
                yield number, dict(zip(names, record, strict=True))
            else:
                reason = f"the row has {len(record)} cells, the header has {len(names)}"
                yield number, BadRow(number, str(record)[:500], reason)
        elif isinstance(record, dict):
            yield number, record
        else:
            yield number, BadRow(number, str(record)[:500], "not a JSON object")


def parquet_table(path: Path, name: str) -> TextTable:
    """The table in a Parquet file; lists become one cell, dates ISO text, nulls empty.

    Raises:
        InputError: The file is damaged.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    def opened() -> pq.ParquetFile:
        try:
            return pq.ParquetFile(path)
        except (pa.ArrowException, OSError, ValueError) as error:  # the last where a name of a column is no text
            raise InputError(f"the Parquet file is damaged: {error}", where=name, remedy="fetch it again") from error

    with opened() as first:
        names = list(first.schema_arrow.names)

    def lines() -> Iterator[Row | BadRow]:
        with opened() as file:
            yield Row(0, names)
            number = 0
            try:
                for batch in file.iter_batches(batch_size=8192):
                    columns = [[cell_text(value) for value in plain_values(column)] for column in batch.columns]
                    for cells in zip(*columns, strict=True):
                        number += 1
                        yield Row(number, list(cells))
            except (pa.ArrowException, OSError, ValueError) as error:
                raise InputError(
                    f"the Parquet file is damaged: {error}", where=name, remedy="fetch it again"
                ) from error

    return TextTable("", lines, named=True, origin=path)


def cell_text(value: Any) -> str:
    """One value as a person would have typed it: whole floats without a point, midnight without a time."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.time().min else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return JOIN.join(text for item in value if (text := cell_text(item)))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
