"""Delimited text read safely: encodings, line numbers, rows cut short, missing columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from screening.encoding import Encoding, likely_encoding, utf8_for_the_most_part
from screening.errors import ListError, Place
from screening.longest_cell import MAX_CELL
from screening.stray_lines import text_of, with_strays
from screening.watchlists.source import RawFile

EOF_MARK = "\x1a"
"""DOS's end-of-file character, on a line of its own at the end of OFAC's files."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

csv.field_size_limit(MAX_CELL)


def decode(file: RawFile, *, fallback: str | None = "cp1252") -> str:
    """The file's text: by its byte order mark, else UTF-8, else ``fallback``, else as its letters suggest.

    Stray bytes among more letters that are UTF-8 do not make another encoding of the whole.

    Raises:
        ListError: It is binary.
    """
    data = file.read()
    bom = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    if bom is None and b"\0" in data[:4096]:
        raise ListError("is a binary file, not text", where=file.where, remedy="export it as CSV in UTF-8")
    try:
        return data.decode(bom or "utf-8")
    except UnicodeDecodeError as error:
        if bom:
            raise ListError(f"is damaged text ({error})", where=file.where, remedy="save it as UTF-8") from error
    if utf8_for_the_most_part(data):
        return text_of(data, with_strays(Encoding("utf-8", whole=False), data.split(b"\n")))
    return data.decode(fallback or likely_encoding(data.splitlines()), errors="replace")


def rows(file: RawFile, text: str, *, delimiter: str = ",", quoted: bool = True) -> Iterator[tuple[int, list[str]]]:
    """The rows of a delimited text with the line each ends on; blank lines and the 0x1A line are passed over.

    Raises:
        ListError: A quotation does not end, or a cell is absurdly long.
    """
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True)
    try:
        for cells in reader:
            if any(cell.strip(" \t\xa0" + EOF_MARK) for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise ListError(
            f"the text is cut short or damaged ({error})",
            where=Place(file.where, reader.line_num),
            remedy="download the list again",
        ) from error


def records(
    file: RawFile,
    text: str,
    required: Sequence[str],
    *,
    delimiter: str = ",",
    quoted: bool = True,
    header_after: int = 0,
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a delimited text with a header, as dictionaries by folded heading (`heading`).

    Args:
        required: Folded headings that must be there.
        header_after: Rows before the header, such as a line with the report's date.

    Raises:
        ListError: A required column is missing, or a row is cut short or too long.
    """
    source = rows(file, text, delimiter=delimiter, quoted=quoted)
    for _ in range(header_after):
        next(source, None)
    _, first = next(source, (0, []))
    header = [heading(cell) for cell in first]
    check_columns(header, required, file.where)
    for line, cells in source:
        if len(cells) != len(header):
            if any(cell.strip() for cell in cells[len(header) :]) or len(cells) < len(header):
                raise ListError(
                    f"the row has {len(cells)} cells, the header has {len(header)}: cut short or damaged",
                    where=Place(file.where, line),
                    remedy="download the list again",
                )
            del cells[len(header) :]
        yield line, dict(zip(header, (cell.strip() for cell in cells), strict=True))


def heading(text: str) -> str:
    """A column heading folded: lower case, single spaces, no byte order mark or dots at the end."""
    return " ".join(re.sub(r"[_\s]+", " ", text.replace("\ufeff", "")).lower().split()).rstrip(".:")


def check_columns(header: Sequence[str], required: Sequence[str], where: str) -> None:
    """Raise a `ListError` naming the columns that are missing."""
    missing = [name for name in required if name not in header]
    if missing:
        raise ListError(
            f"column{'s' if len(missing) > 1 else ''} {', '.join(missing)} missing",
            where=Place(where, 1),
            remedy=f"the columns found are: {', '.join(header[:20]) or 'none'}",
        )
