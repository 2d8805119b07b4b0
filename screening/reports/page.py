"""A sheet that is a page and no table: titles, headings, and rows of text and numbers."""

from __future__ import annotations

import math
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from screening.errors import OutputError
from screening.reports.sheets import Workbook

LINE: Final = 13.5
"""Height of a line of text, in points."""
LETTERS_PER_WIDTH: Final = 1.05
"""Letters of the report's font that stand in a unit of a column's width."""


def make_folder(path: Path) -> None:
    """Make the folder a file is to be written into, and see that it can be.

    Raises:
        OutputError: It cannot be made or written into.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=path.parent).close()
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", where=path, remedy="name another file") from error


@contextmanager
def in_peace(book: Any) -> Iterator[None]:
    """Whatever hinders a workbook's writing, its half-written sheets go without a word.

    Each is a stream that would be ended when it is forgotten, and complain once more of the same full disk.
    """
    try:
        yield
    except BaseException:
        for sheet in getattr(book, "worksheets", ()):
            writer = getattr(sheet, "_writer", None)
            for stream in (getattr(sheet, "_rows", None), getattr(writer, "xf", None)):
                with suppress(Exception):
                    stream.close()  # type: ignore[union-attr]
            with suppress(Exception):
                writer.cleanup()  # type: ignore[union-attr]
        raise


def save_whole(book: Any, path: Path, *, remedy: str = "name another file") -> None:
    """Save a workbook under another name and rename it: what was there stays until the new one is whole.

    Raises:
        OutputError: It cannot be written.
    """
    work = path.with_name(f".{path.name}-{uuid.uuid4().hex}")
    try:
        with in_peace(book):
            book.save(work)
        work.replace(path)
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", where=path, remedy=remedy) from error
    finally:
        work.unlink(missing_ok=True)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column."""
    room = width * LETTERS_PER_WIDTH
    return sum(max(1, math.ceil(len(line) / room)) for line in text.splitlines() or [""])


class Page:
    """Rows of a sheet that is a page and no table."""

    def __init__(self, workbook: Workbook, sheet: Any, widths: Sequence[float] = ()) -> None:
        assert workbook.styles is not None  # noqa: S101
        self.workbook, self.sheet, self.styles, self.row = workbook, sheet, workbook.styles, 0
        self.widths = widths
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width

    def add(self, *cells: Any, height: float | None = None) -> int:
        """Append a row; text is made safe. Returns its number."""
        self.row += 1
        if height:
            self.sheet.row_dimensions[self.row].height = height
        self.sheet.append([self._cell(cell) for cell in cells])
        return self.row

    def paragraph(self, *cells: Any) -> int:
        """Append a row whose last cell, a text, goes on over the rest of the page; all texts are broken into lines."""
        *first, text = cells
        lines = _lines(text, sum(self.widths[len(first) :]))
        for at, cell in enumerate(first):
            if isinstance(cell, str):
                first[at] = (cell, self.styles.body("text", wrap=True))
                lines = max(lines, _lines(cell, self.widths[at]))
        number = self.add(*first, (text, self.styles.paragraph()), height=LINE * lines + 3)
        if len(first) + 1 < len(self.widths):
            area = CellRange(min_col=len(first) + 1, max_col=len(self.widths), min_row=number, max_row=number)
            self.sheet.merged_cells.add(area.coord)
        return number

    def title(self, text: str, size: int = 13) -> int:
        """Append an empty row and a title."""
        if self.row:
            self.add()
        return self.add((text, self.styles.title(size)), height=size * 1.7)

    def heads(self, *texts: str) -> int:
        """Append a row of headings."""
        return self.add(*((text, self.styles.heading()) for text in texts), height=18)

    def _cell(self, cell: Any) -> Any:
        value, style = cell if isinstance(cell, tuple) else (cell, None)
        if isinstance(value, str):
            return self.workbook.text(self.sheet, value, style)
        if value is None:
            return None
        made = WriteOnlyCell(self.sheet, value)
        made._style = style or self.styles.body("number" if isinstance(value, int | float) else "date")
        return made
