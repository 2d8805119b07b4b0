"""Delimited text: any delimiter, any encoding, mixed line ends, stray quotation marks."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from screening.encoding import MEND, Encoding
from screening.errors import InputError
from screening.file_encoding import told
from screening.intake.foreign_lines import remarks
from screening.intake.tables import BadRow, Delimited, Row, TextTable
from screening.longest_cell import MAX_CELL
from screening.stray_lines import by_lines, decoded

DELIMITERS = (",", ";", "\t", "|", "^", "~", "\x1f")
_MAX_JOINED = 50
"""Lines one quoted cell may run over; more, and its opening quotation mark is taken for a stray one."""
_SAMPLE_LINES = 200
MAX_LINE = MAX_CELL
"""Characters; a longer line is no row of a table, whatever the file's name says."""

csv.field_size_limit(MAX_CELL)


def table(path: Path, name: str) -> TextTable:
    """The table in a delimited text file.

    Raises:
        InputError: The file is not text, or a line is too long for a table.
    """
    encoding = told(path, name)
    codec = encoding.codec
    sample = [line for _, line in islice(_physical(path, encoding, name), _SAMPLE_LINES)]
    delimiter = sniff(sample)
    notes = [] if codec.startswith("utf") else [f"{name}: read as {codec}"]
    notes += [f"{name}: {remark}" for remark in remarks(path, encoding)]

    def lines() -> Iterator[Row | BadRow]:
        return split_lines(_physical(path, encoding, name), delimiter)

    return TextTable("", lines, notes=notes, origin=Delimited(path, name, encoding, delimiter))


def sniff(lines: list[str]) -> str:
    """The delimiter of some lines: the one that cuts most of them into the same number of cells, two or more.

    Where none does, the text is one column wide and a tab, which then stands nowhere, is as good as any.
    """
    best = (0.0, 0, "\t")
    for rank, delimiter in enumerate(DELIMITERS):
        widths = Counter(
            len(row.cells)
            for row in split_lines(enumerate(lines, start=1), delimiter)
            if isinstance(row, Row) and any(row.cells)
        )
        if not widths:
            continue
        total = sum(widths.values())
        # The width that explains most lines; the wider wins a draw, as a title row above the header has one
        # cell.
        width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
        if width < 2:
            continue
        agreement = count / total
        if agreement > best[0] + 0.05 or (agreement > best[0] - 0.05 and width > best[1]):
            best = (agreement, width, DELIMITERS[rank])
    return best[2] if best[0] >= 0.3 else "\t"


def split_lines(lines: Iterator[tuple[int, str]] | enumerate[str], delimiter: str) -> Iterator[Row | BadRow]:
    """Rows of numbered physical lines; a row that runs over several lines has the number of its first.

    A quotation mark that is never closed does not swallow the rest of the file: its line is reported and reading goes
    on with the next.
    """
    pending: list[tuple[int, str]] = []
    source = iter(lines)
    while True:
        item = pending.pop(0) if pending else next(source, None)
        if item is None:
            return
        number, line = item
        body = line.rstrip("\r\n")
        if body.strip() == "\x1a":  # the end-of-file mark of old systems
            continue
        if '"' not in body:
            yield Row(number, [cell.strip() for cell in body.split(delimiter)] if body else [])
            continue
        taken = [item]
        reason = "a quotation mark is opened and never closed"
        try:
            cells = _parse([line], delimiter)
            while cells is None and len(taken) <= _MAX_JOINED:
                more = pending.pop(0) if pending else next(source, None)
                if more is None:
                    break
                taken.append(more)
                cells = _parse([text for _, text in taken], delimiter)
        except csv.Error as error:  # a cell beyond the limit
            cells, reason = None, f"cannot be cut into cells: {error}"
        if cells is not None:
            yield Row(number, [cell.strip() for cell in cells], lines=len(taken))
        else:
            yield BadRow(number, body[:500], reason)
            pending = taken[1:] + pending


def _parse(lines: list[str], delimiter: str) -> list[str] | None:
    """The cells of one record, or None when a quotation mark is still open at its end.

    Raises:
        csv.Error: A cell is too long.
    """
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            return None
        # A mark inside a cell ("abc"def): read it as it stands.
        rows = list(csv.reader(lines, delimiter=delimiter))
    return [cell for row in rows for cell in row]


def _physical(path: Path, encoding: Encoding, name: str) -> Iterator[tuple[int, str]]:
    line_by_line = by_lines(encoding)
    try:
        codec = "latin-1" if line_by_line else encoding.codec
        with path.open("r", encoding=codec, errors=MEND, newline="") as file:
            number = 0
            while line := file.readline(MAX_LINE):
                number += 1
                if line_by_line and not line.isascii():
                    line = decoded(line.encode("latin-1"), encoding)
                if len(line) >= MAX_LINE:
                    raise InputError(
                        f"line {number} is longer than {MAX_LINE:,} characters: this is not a table",
                        where=name,
                        remedy="look whether its lines end, and save it as CSV again",
                    )
                yield number, line
    except UnicodeError as error:
        raise InputError(
            f"cannot be read as {encoding.codec}: {error}", where=name, remedy="save it as UTF-8"
        ) from error
