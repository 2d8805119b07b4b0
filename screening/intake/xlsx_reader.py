"""openpyxl's reader for cells alone: chart sheets and names of ranges are left out, and what is left out is told."""

from __future__ import annotations

from typing import IO, Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.workbook.defined_name import DefinedNameList


class CellReader(ExcelReader):
    """Reads a workbook's sheets of cells.

    openpyxl refuses the whole of a workbook for a chart sheet without a drawing or a name of a range it cannot read,
    and passes over a sheet that is listed and not there without a word.

    Args:
        file: The workbook, opened.
        streamed: Whether rows are read one by one, when they are asked for.
        results: Whether formulas read as the results kept beside them.

    Attributes:
        charts: Titles of sheets that are charts.
        listed: Titles of all sheets the workbook says it has.
        without_part: Titles of those it lists without saying where they are, as some programs leave them.
    """

    def __init__(self, file: IO[bytes], *, streamed: bool, results: bool) -> None:
        super().__init__(file, read_only=streamed, data_only=results, keep_links=False)
        self.charts: list[str] = []
        self.listed: list[str] = []
        self.without_part: list[str] = []

    def read_workbook(self) -> None:
        """Read what the workbook says of its sheets."""
        super().read_workbook()
        self.parser.defined_names = DefinedNameList()
        self.listed = [sheet.name for sheet in self.parser.sheets if sheet.id]
        self.without_part = [sheet.name for sheet in self.parser.sheets if not sheet.id]

    def read_chartsheet(self, sheet: Any, rel: Any) -> None:
        """Pass over a sheet that is a chart."""
        self.charts.append(sheet.name)
