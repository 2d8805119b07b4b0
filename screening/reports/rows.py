"""The rows of a long table, written as text straight into its sheet.

openpyxl makes an object and a tree of every cell, which takes ten times as long as its text; a report of a large file
has a million cells. Everything else on a sheet (widths, heads, drop-downs, links, print) is openpyxl's own.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, Final, Self
from xml.sax.saxutils import escape

from openpyxl.cell import WriteOnlyCell
from openpyxl.compat import safe_string
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.hyperlink import Hyperlink

from screening.reports.cells import Cleaner, is_formula_like, is_web_address
from screening.reports.columns import Column
from screening.reports.styles import Styles

_END: Final = b"</sheetData>"
_ESCAPED: Final = re.compile("[&<>]")
_TEXT: Final = ' t="inlineStr"'
_AT_ONCE: Final = 1 << 20  # characters gathered before they are written
_FIRST_YEAR: Final = 1900  # spreadsheets know no earlier day


class Rows:
    """Rows below what openpyxl has written of a sheet; a context manager, at whose end the sheet is closed.

    Args:
        sheet: A sheet of a workbook that is only written, with at least one row.
        columns: The columns of the rows.
        styles, cleaner: Those of the workbook.
    """

    def __init__(self, sheet: Any, columns: Sequence[Column], styles: Styles, cleaner: Cleaner) -> None:
        self._sheet, self._columns, self._styles, self._cleaner = sheet, columns, styles, cleaner
        self._letters = [get_column_letter(number) for number in range(1, len(columns) + 1)]
        self._numbers: dict[Any, str] = {}
        self._spool = TemporaryFile()  # noqa: SIM115
        self._pieces: list[str] = []
        self._size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._spool:
            self._sheet.close()  # after an error too, or openpyxl complains when it is thrown away
            if kind is None:
                self._flush()
                self._put_in(Path(self._sheet._writer.out))

    def add(self, number: int, height: float, values: Sequence[Any], links: dict[int, str]) -> int:
        """Write a row.

        Args:
            number: Its number on the sheet, one more than that of the row before.
            height: Its height in points.
            values: A value for each column.
            links: Where cells lead, by the place of their column: a web address, or ``#Sheet!A1``.

        Returns:
            How many links there came to be; what is no address becomes none.
        """
        made = 0
        cells = [f'<row r="{number}" ht="{safe_string(height)}" customHeight="1">']
        for at, (column, letters, value) in enumerate(zip(self._columns, self._letters, values, strict=True)):
            target = links.get(at)
            if target and (link := self._link(f"{letters}{number}", target)) is not None:
                made += 1
                style = self._styles.body("text", wrap=column.wrap, link=True)
                value = value if value not in (None, "") else link.target or link.location
                cells.append(self._cell(f"{letters}{number}", column, value, self._number(style)))
            else:
                cells.append(self._cell(f"{letters}{number}", column, value, None))
        cells.append("</row>")
        text = "".join(cells)
        self._pieces.append(text)
        self._size += len(text)
        if self._size >= _AT_ONCE:
            self._flush()
        return made

    def _link(self, where: str, target: str) -> Hyperlink | None:
        if target.startswith("#"):
            link = Hyperlink(ref=where, location=target[1:])
        elif is_web_address(target):
            link = Hyperlink(ref=where, target=target)
        else:
            return None
        self._sheet._hyperlinks.append(link)
        return link

    def _cell(self, where: str, column: Column, value: Any, style: str | None) -> str:
        if column.kind in ("level", "agreement"):
            level = "" if value is None else str(value)  # in a row that comes back anything may stand there
            return self._text(where, level, style or self._styled(self._styles.level, level))
        if value is None or value == "":
            return f'<c r="{where}" s="{style or self._body(column.kind, column.wrap)}" t="n" />'
        if isinstance(value, str):
            return self._text(where, value, style, column)
        if isinstance(value, (date, datetime)):
            if value.year < _FIRST_YEAR:
                day = value.replace(tzinfo=None) if isinstance(value, datetime) else value
                return self._text(where, day.isoformat(), style)
            value = to_excel(value.replace(tzinfo=None) if isinstance(value, datetime) else value)
        return self._other(where, value, style or self._body(column.kind, column.wrap))

    def _other(self, where: str, value: Any, style: str) -> str:
        kind = "n"
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            cell = WriteOnlyCell(self._sheet, value)  # says what it cannot hold
            value, kind = cell._value, cell.data_type
            if kind == "d":  # a time of day, a span
                value, kind = to_excel(value), "n"
        said = safe_string(value)
        return f'<c r="{where}" s="{style}" t="{kind}">{f"<v>{said}</v>" if said else "<v />"}</c>'

    def _text(self, where: str, value: str, style: str | None, column: Column | None = None) -> str:
        """A cell of text that stays text, whatever it begins with."""
        text = self._cleaner.clean(value)
        if style is None:
            kind, wrap = (column.kind, column.wrap) if column else ("text", False)
            style = self._body(kind, wrap, quoted=is_formula_like(text))
        if not text:
            return f'<c r="{where}" s="{style}"{_TEXT} />'
        stripped = text.strip()
        space = ' xml:space="preserve"' if stripped and stripped != text else ""
        told = escape(text) if _ESCAPED.search(text) else text
        return f'<c r="{where}" s="{style}"{_TEXT}><is><t{space}>{told}</t></is></c>'

    def _body(self, kind: str, wrap: bool, *, quoted: bool = False) -> str:
        key = (kind, wrap, quoted)
        if key not in self._numbers:
            self._numbers[key] = self._number(self._styles.body(kind, wrap=wrap, quoted=quoted))
        return self._numbers[key]

    def _styled(self, make: Any, word: str) -> str:
        if word not in self._numbers:
            self._numbers[word] = self._number(make(word))
        return self._numbers[word]

    def _number(self, style: Any) -> str:
        """The number of a style in the workbook."""
        return str(self._sheet.parent._cell_styles.add(style))

    def _flush(self) -> None:
        self._spool.write("".join(self._pieces).encode("utf-8", "xmlcharrefreplace"))
        self._pieces.clear()
        self._size = 0

    def _put_in(self, written: Path) -> None:
        """Put the rows into what openpyxl wrote of the sheet, below its own."""
        head, end, tail = written.read_bytes().rpartition(_END)
        if not end:
            msg = "a table needs a row of headings above its rows"
            raise ValueError(msg)
        self._spool.seek(0)
        with written.open("wb") as whole:
            whole.write(head)
            shutil.copyfileobj(self._spool, whole)
            whole.write(end + tail)
