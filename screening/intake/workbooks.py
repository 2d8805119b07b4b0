"""Workbooks: XLSX, streamed row by row; strict XLSX, old XLS and OpenDocument whole. Cells become what they show."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import time, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screening.errors import InputError
from screening.intake.records import cell_text
from screening.intake.tables import BadRow, Row, TextTable

if TYPE_CHECKING:
    from screening.intake.xlsx_reader import CellReader

MAX_SHEETS_BYTES = 2 * 1024**3
"""Bytes all parts of a workbook may unpack to."""
MAX_RATIO = 300
"""Times a part may grow when unpacked, beyond `_SMALL`; XML written by a spreadsheet seldom passes 30."""
_SMALL = 50 * 1024**2
_SAVE_AS = "open it in a spreadsheet and save it as XLSX or CSV"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOUBLED = "the workbook has two cells of the row in one column"
_CHART = "is a chart and has no cells"
_NOWHERE = "is listed in the workbook and nowhere else"
_BOOK = "xl/workbook.xml"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_HEAD = 4096
"""Bytes within which the first element of a part stands."""
_LONGEST_TAG = 400
_FAR_ROW = re.compile(rb"""<(?:\w+:)?row\s[^<>]{0,300}?\br\s*=\s*["'](\d{7,})""")
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^<>]{0,300}?\bref\s*=\s*["'](\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7})["']"""
)
_MOST_DIGITS = 20
_MAX_ROWS = 1_048_576
"""Rows a sheet of any spreadsheet can have."""
_MAX_COLUMNS = 16_384
"""Columns it can have."""


def tables(path: Path, name: str) -> tuple[list[TextTable], list[str]]:
    """One table a sheet, and notes on what in the workbook is none.

    Raises:
        InputError: The workbook is damaged, encrypted, no workbook, or unpacks to an unreasonable size.
    """
    with path.open("rb") as file:
        is_zip = file.read(2) == b"PK"
    if not is_zip:
        if _holds(path, _ENCRYPTED):
            raise InputError("the workbook is encrypted", where=name, remedy="save it without a password")
        return _whole(path, name)
    parts = check_archive(path, name)
    if _BOOK not in parts:
        if "content.xml" in parts or "xl/workbook.bin" in parts:
            return _whole(path, name)
        raise InputError("is a ZIP archive, not a workbook", where=name, remedy="unpack it first")
    if _is_strict(path):
        return _whole(path, name)
    return _streamed(path, name)


def _holds(path: Path, needle: bytes) -> bool:
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            if needle in tail + chunk:
                return True
            tail = chunk[-len(needle) :]
    return False


def _is_strict(path: Path) -> bool:
    """Whether it was saved as "Strict Open XML Spreadsheet", whose elements openpyxl does not know."""
    with zipfile.ZipFile(path) as archive, archive.open(_BOOK) as part:
        return _STRICT in part.read(_HEAD)


def check_archive(path: Path, name: str) -> set[str]:
    """Unpack every part once, counting: what a ZIP says about its own sizes cannot be trusted."""
    total = 0
    try:
        with zipfile.ZipFile(path) as archive:
            for part in archive.infolist():
                if part.flag_bits & 1:
                    raise InputError("the workbook is encrypted", where=name, remedy="save it without a password")
                declared, packed = part.file_size, max(part.compress_size, 1)
                if total + declared > MAX_SHEETS_BYTES or (declared > _SMALL and declared / packed > MAX_RATIO):
                    raise InputError(
                        f"unpacks to an unreasonable size ({part.filename}: {declared:,} from {packed:,})",
                        where=name,
                        remedy=_SAVE_AS,
                    )
                total += declared
                tail = b""
                with archive.open(part) as file:
                    while chunk := file.read(1 << 20):  # reading to the end checks the size and the checksum
                        if part.filename.startswith("xl/worksheets/"):
                            _check_rows(tail + chunk, name)
                            tail = chunk[-_LONGEST_TAG:]
            return set(archive.namelist())
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise InputError(
            "the workbook is damaged: it is not a whole ZIP archive", where=name, remedy=_SAVE_AS
        ) from error


def _check_rows(xml: bytes, name: str) -> None:
    """Look whether a piece of a sheet numbers a row as no sheet can: all rows before it would be made up."""
    for found in _FAR_ROW.finditer(xml):
        if (number := int(found[1][:_MOST_DIGITS])) > _MAX_ROWS:
            raise _damaged(f"it has a row {number:,}, and sheets end at row {_MAX_ROWS:,}", name)


def _streamed(path: Path, name: str) -> tuple[list[TextTable], list[str]]:
    with _opened(path, name) as book:
        titles = {sheet.title: sheet.sheet_state != "visible" for sheet in book.wb.worksheets}
        _check_sheets(book.listed, {*titles, *book.charts}, name)
        notes = [_passed_over(name, title, _CHART) for title in book.charts]
        notes += [_passed_over(name, title, _NOWHERE) for title in book.without_part]
    _check_cells(bool(titles), name)
    found = [
        TextTable(
            title,
            _Sheet(path, name, title),
            ragged=True,
            notes=_hidden(name, title) if hidden else [],
        )
        for title, hidden in titles.items()
    ]
    return found, notes


def _passed_over(name: str, title: str, why: str) -> str:
    return f"{name}, sheet {title}: {why}: passed over"


def _hidden(name: str, title: str) -> list[str]:
    return [f"{name}, sheet {title}: the sheet is hidden, and was read like the others"]


def _check_cells(there: bool, name: str) -> None:
    if not there:
        raise InputError("no sheet of the workbook has cells", where=name, remedy="look whether it was saved whole")


def _check_sheets(listed: list[str], there: set[str], name: str) -> None:
    """Look whether each sheet the workbook lists can be read by its title: one that cannot would be lost unseen."""
    for title, count in Counter(listed).items():
        if title not in there:
            raise _damaged(f"its sheet {title!r} is not in the file", name)
        if count > 1:
            raise _damaged(f"{count} of its sheets are called {title!r}", name)


def unkept_formulas(table: TextTable, indices: Collection[int], first: int, count: int) -> dict[int, int]:
    """Those of some columns that hold formulas without results in ``count`` rows from number ``first``, with how many:
    such cells read as empty where the file was written by a program that does not reckon and keeps no results.
    """
    sheet = table.lines
    if not indices or not isinstance(sheet, _Sheet):
        return {}
    found: Counter[int] = Counter()
    with _opened(sheet.path, sheet.name, results=False) as book, _opened(sheet.path, sheet.name) as reckoned:
        pages = [each.wb[sheet.title] for each in (book, reckoned)]
        for page in pages:
            page.reset_dimensions()
        rows = zip(*(page.iter_rows(min_row=first) for page in pages), strict=True)
        for cells, results in islice(rows, count):
            found.update(
                index
                for index in indices
                if index < len(cells) and cells[index].data_type == "f" and results[index].value is None
            )
    return dict(sorted(found.items()))


@contextmanager
def _opened(path: Path, name: str, *, results: bool = True) -> Iterator[CellReader]:
    """The workbook, streamed; its file is closed whatever happens, which openpyxl forgets on errors."""
    from screening.intake.xlsx_reader import CellReader

    with path.open("rb") as file:
        try:
            with _unwarned():
                book = CellReader(file, results=results)
                book.read()
            yield book
            book.wb.close()
        except InputError:
            raise
        except Exception as error:  # openpyxl raises whatever its XML made of a broken part
            raise _damaged(error, name) from error


def merged_ranges(table: TextTable) -> list[tuple[int, int, int, int]]:
    """The merged cells of a sheet, each as (left, top, right, bottom); none of any other table.

    They stand behind the rows, which are passed over as bytes.

    Raises:
        InputError: The workbook is damaged.
    """
    from openpyxl.utils import range_boundaries

    sheet = table.lines
    if not isinstance(sheet, _Sheet):
        return []
    found: dict[str, None] = {}
    with _opened(sheet.path, sheet.name) as book, book.wb[sheet.title]._get_source() as source:
        tail = b""
        while chunk := source.read(1 << 20):
            found |= {each.decode("ascii"): None for each in _MERGED.findall(tail + chunk)}
            tail = chunk[-_LONGEST_TAG:]
    return [range_boundaries(each) for each in found]


@contextmanager
def _unwarned() -> Iterator[None]:
    """Missing styles and the like do not touch the cells."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _damaged(error: Exception | str, name: str, place: str = "") -> InputError:
    if isinstance(error, Exception):
        cause = error.__cause__ or error  # openpyxl's own words send people to its traceback
        error = f"{type(cause).__name__}: {' '.join(str(cause).split())}"[:200]
    where = f" ({place})" if place else ""
    return InputError(f"the workbook is damaged{where}: {error}", where=name, remedy=_SAVE_AS)


class _Sheet:
    """The rows of one sheet of an XLSX file, read again from the top at each call."""

    def __init__(self, path: Path, name: str, title: str) -> None:
        self.path, self.name, self.title = path, name, title

    def __call__(self) -> Iterator[Row | BadRow]:
        from screening.intake.xlsx_reader import CellParser

        with _opened(self.path, self.name) as reader:
            sheet = reader.wb[self.title]
            numbered = CellParser(sheet._get_source, sheet).parse()
            last = 0
            while True:
                try:
                    with _unwarned():
                        found = next(numbered, None)
                except Exception as error:
                    raise _damaged(error, self.name, f"sheet {self.title}, after row {last}") from error
                if found is None:
                    return
                number, cells = found
                if number > _MAX_ROWS:
                    raise _damaged(f"it has a row {number:,}, and sheets end at row {_MAX_ROWS:,}", self.name)
                if any(cell["column"] > _MAX_COLUMNS for cell in cells):
                    raise _damaged(
                        f"its row {number} goes beyond column {_MAX_COLUMNS:,}, the last of any sheet", self.name,
                        f"sheet {self.title}",
                    )  # fmt: skip
                texts, doubled = self._texts(sheet, cells)
                if number > last:
                    yield from (Row(left_out, []) for left_out in range(last + 1, number))
                    last = number
                    yield Row(number, texts) if not doubled else BadRow(number, _together(texts), _DOUBLED)
                elif any(texts):
                    yield BadRow(last, _together(texts), f"the workbook has a row {number} behind its row {last}")

    @staticmethod
    def _texts(sheet: Any, cells: list[dict[str, Any]]) -> tuple[list[str], bool]:
        """The cells of a row as texts, each in its column, whatever order the file has them in; and whether two are
        in one column.
        """
        told = [(cell["column"], _shown(sheet, cell)) for cell in cells]
        said = {column: text for column, text in told if text}
        texts = [said.get(column, "") for column in range(1, max(said, default=0) + 1)]
        return texts, len(said) < sum(1 for _, text in told if text)


def _together(texts: list[str]) -> str:
    return " | ".join(texts)[:500]


_ZEROS = re.compile(r"^(0+)(?:;|$)")


def _shown(sheet: Any, cell: dict[str, Any]) -> str:
    """The cell as it is shown where that matters: 101 in the format ``0000`` is the number ``0101``."""
    value = cell["value"]
    if isinstance(value, int | float) and not isinstance(value, bool):
        from openpyxl.cell.read_only import ReadOnlyCell

        text = cell_text(value)
        if zeros := _ZEROS.match(ReadOnlyCell(sheet, **cell).number_format or ""):
            return text.zfill(len(zeros[1])) if text.isdigit() else text
        return text
    if isinstance(value, time | timedelta):
        return str(value)
    return cell_text(value)


def _whole(path: Path, name: str) -> tuple[list[TextTable], list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    found: list[TextTable] = []
    notes: list[str] = []
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        for number, sheet in enumerate(workbook.sheets_metadata):
            if sheet.typ == SheetTypeEnum.ChartSheet:
                notes.append(_passed_over(name, sheet.name, _CHART))
                continue
            cells = workbook.get_sheet_by_index(number)
            rows = partial(_walk, cells.to_python(), *(cells.start or (0, 0)))
            said = _hidden(name, sheet.name) if sheet.visible != SheetVisibleEnum.Visible else []
            found.append(TextTable(sheet.name, rows, ragged=True, notes=said))
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(f"is not a workbook that can be read: {error}", where=name, remedy=_SAVE_AS) from error
    _check_cells(bool(found), name)
    return found, notes


def _walk(rows: list[list[Any]], above: int, before: int) -> Iterator[Row | BadRow]:
    """Rows with the numbers they have in the workbook, below so many empty ones and behind so many empty columns."""
    for number, cells in enumerate(rows, start=above + 1):
        yield Row(number, [""] * before + [cell_text(value) for value in cells])
