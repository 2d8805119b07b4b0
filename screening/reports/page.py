"""A sheet that is a page and no table: titles, headings, and rows of text and numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl.cell import WriteOnlyCell

from screening.errors import OutputError
from screening.reports.sheets import Workbook


def make_folder(path: Path) -> None:
    """Make the folder a file is to be written into.

    Raises:
        OutputError: It cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", where=path, remedy="name another file") from error


class Page:
    """Rows of a sheet that is a page and no table."""

    def __init__(self, workbook: Workbook, sheet: Any) -> None:
        assert workbook.styles is not None  # noqa: S101
        self.workbook, self.sheet, self.styles, self.row = workbook, sheet, workbook.styles, 0

    def add(self, *cells: Any, height: float | None = None) -> int:
        """Append a row; text is made safe. Returns its number."""
        self.row += 1
        if height:
            self.sheet.row_dimensions[self.row].height = height
        self.sheet.append([self._cell(cell) for cell in cells])
        return self.row

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
