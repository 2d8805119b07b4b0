"""openpyxl's reader for cells alone: chart sheets and names of ranges are left out, and what is left out is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Any
from xml.etree.ElementTree import iterparse

from defusedxml.ElementTree import iterparse as safely
from openpyxl.reader.excel import ExcelReader
from openpyxl.workbook.defined_name import DefinedNameList
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import DATA_TAG, INLINE_STRING, ROW_TAG, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

_TEXT = f"{{{SHEET_MAIN_NS}}}t"


class CellReader(ExcelReader):
    """Reads a workbook's sheets of cells, row by row.

    openpyxl refuses the whole of a workbook for a chart sheet without a drawing or a name of a range it cannot read,
    and passes over a sheet that is listed and not there without a word.

    Args:
        file: The workbook, opened.
        results: Whether formulas read as the results kept beside them.

    Attributes:
        charts: Titles of sheets that are charts.
        listed: Titles of all sheets the workbook says it has.
        without_part: Titles of those it lists without saying where they are, as some programs leave them.
    """

    def __init__(self, file: IO[bytes], *, results: bool) -> None:
        super().__init__(file, read_only=True, data_only=results, keep_links=False)
        self.charts: list[str] = []
        self.listed: list[str] = []
        self.without_part: list[str] = []

    def read_workbook(self) -> None:
        """Read what the workbook says of its sheets."""
        super().read_workbook()
        self.parser.defined_names = DefinedNameList()
        self.listed = [sheet.name for sheet in self.parser.sheets if sheet.id]
        self.without_part = [sheet.name for sheet in self.parser.sheets if not sheet.id]

    def read_worksheets(self) -> None:
        """Learn where the sheets stand; their rows are read when they are asked for."""
        for sheet, rel in self.parser.find_sheets():
            if rel.target not in self.valid_files:
                continue
            if "chartsheet" in rel.Type:
                self.read_chartsheet(sheet, rel)
                continue
            page = _Unmeasured(self.wb, sheet.name, rel.target, self.shared_strings)
            page.sheet_state = sheet.state
            self.wb._sheets.append(page)

    def read_chartsheet(self, sheet: Any, rel: Any) -> None:
        """Pass over a sheet that is a chart."""
        self.charts.append(sheet.name)


class _Unmeasured(ReadOnlyWorksheet):
    """A streamed sheet whose size nobody asked for: where a sheet does not state it, openpyxl reads all of it first."""

    def _get_size(self) -> None:
        """Leave the size unknown."""


class CellParser(WorkSheetParser):
    """Reads the rows of a sheet and nothing else of it.

    openpyxl has every element looked at in Python, against declarations of entities, and makes several objects of a
    text that stands in its cell as one piece. Declarations can only stand before the first element: who has got that
    far may read on with the parser of the standard library.

    Args:
        opened: Opens the sheet.
        sheet: Where its cells belong.
    """

    def __init__(self, opened: Callable[[], IO[bytes]], sheet: Any) -> None:
        book = sheet.parent
        super().__init__(
            None, sheet._shared_strings, data_only=book.data_only, epoch=book.epoch,
            date_formats=book._date_formats, timedelta_formats=book._timedelta_formats,
        )  # fmt: skip
        self._opened = opened

    def parse(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        """Each row with its number, its cells as `parse_cell` tells them."""
        with self._opened() as source:
            next(iter(safely(source, events=("start",))), None)
        with self._opened() as source:
            behind = False
            for _, element in iterparse(source):  # noqa: S314 - it declares nothing
                if element.tag == ROW_TAG:
                    row = self.parse_row(element)
                    element.clear()
                    yield row
                elif behind or element.tag == DATA_TAG:
                    behind = True
                    element.clear()

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """A cell, as `WorkSheetParser` tells it."""
        inline = element.find(INLINE_STRING) if element.get("t") == "inlineStr" else None
        if inline is None or len(inline) != 1 or inline[0].tag != _TEXT:
            return dict(super().parse_cell(element))
        element.remove(inline)
        return {**super().parse_cell(element), "value": inline[0].text or "", "data_type": "s"}
