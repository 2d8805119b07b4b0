"""How cells look. Levels differ in lightness as in colour, and carry their word, so that grey prints read."""

from __future__ import annotations

from typing import Any, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

FONT: Final = "Calibri"
SIZE: Final = 10
_LINE: Final = Side(style="thin", color="D0D5DD")
_BORDER: Final = Border(bottom=_LINE, right=_LINE)
_STRONG_LINE: Final = Border(bottom=Side(style="medium", color="1F2937"), right=_LINE)

BANDS: Final = {
    "Alert": "1F2937",
    "Subject: what was screened": "1D4E89",
    "Entry: who is listed, or the red flags": "5B3A8C",
    "Comparison": "2F5D50",
    "Decision: for the reviewer": "8A4B08",
    "Second look: for the approver": "6B3E1E",
}
_PLAIN_HEAD: Final = "1F2937"
_FILLS: Final = {
    # darkest is gravest
    "critical": ("8B1A1A", "FFFFFF"),
    "high": ("D9722B", "FFFFFF"),
    "medium": ("F7D774", "1F2937"),
    "low": ("EEF1F4", "475467"),
    "exact": ("12355B", "FFFFFF"),
    "strong": ("3F78B5", "FFFFFF"),
    "moderate": ("BFD7EE", "1F2937"),
    "weak": ("EEF3F8", "475467"),
    "agrees": ("A9D3B5", "0F3D22"),
    "contradicts": ("F6DAD4", "7A1F12"),
    "absent": ("", "98A2B3"),
    "not screened": ("D9722B", "FFFFFF"),
    "screened": ("A9D3B5", "0F3D22"),
    "warning": ("F7D774", "1F2937"),
    "decision": ("FFF9E8", "1F2937"),
    "banner": ("FFD400", "000000"),
}
FORMATS: Final = {
    "date": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm",
    "score": "0.00",
    "share": "0.0%",
    "number": "#,##0",
    "choice_date": "yyyy-mm-dd",
}


class Styles:
    """Cell styles of one workbook, each worked out once: a style costs more than the cell that bears it."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._known: dict[tuple[Any, ...], Any] = {}

    def body(self, kind: str, *, wrap: bool = False, quoted: bool = False, link: bool = False) -> Any:
        """Of an ordinary cell. ``quoted`` marks what looks like a formula as text, as a leading ' does."""
        key = ("body", kind, wrap, quoted, link)
        if key not in self._known:
            cell = self._cell()
            cell.font = Font(FONT, SIZE, color="1D4E89" if link else "1F2937", underline="single" if link else None)
            side = "right" if kind == "number" else "center" if kind in FORMATS else "left"
            cell.alignment = Alignment(side, "top", wrap_text=wrap, indent=1 if kind == "number" else 0)
            cell.border = _BORDER
            if kind in FORMATS:
                cell.number_format = FORMATS[kind]
            if kind in ("choice", "choice_date"):
                cell.fill = _fill(_FILLS["decision"][0])
            cell.quotePrefix = quoted
            self._known[key] = cell._style
        return self._known[key]

    def level(self, word: str) -> Any:
        """Of a priority, a strength, an agreement or a warning."""
        key = ("level", word)
        if key not in self._known:
            back, ink = _FILLS.get(word, ("", "1F2937"))
            cell = self._cell()
            cell.font = Font(FONT, SIZE, bold=word not in ("absent", "low", "weak", "screened"), color=ink)
            if back:
                cell.fill = _fill(back)
            cell.alignment = Alignment("left" if word == "warning" else "center", "top", wrap_text=word == "warning")
            cell.border = _BORDER
            self._known[key] = cell._style
        return self._known[key]

    def plain(self, kind: str = "text", *, bold: bool = False) -> Any:
        """Of text that may run on over the cells to its right."""
        key = ("plain", kind, bold)
        if key not in self._known:
            cell = self._cell()
            cell.font = Font(FONT, SIZE, bold=bold, color="1F2937")
            cell.alignment = Alignment("left", "top")
            cell.number_format = FORMATS.get(kind, "General")
            self._known[key] = cell._style
        return self._known[key]

    def paragraph(self) -> Any:
        """Of a sentence that runs over the width of a page."""
        key = ("paragraph",)
        if key not in self._known:
            cell = self._cell()
            cell.font = Font(FONT, SIZE, color="1F2937")
            cell.alignment = Alignment("left", "top", wrap_text=True)
            self._known[key] = cell._style
        return self._known[key]

    def heading(self, band: str = "") -> Any:
        """Of a column heading."""
        return self._made(("heading", band), BANDS.get(band, _PLAIN_HEAD), "FFFFFF", SIZE, wrap=True)

    def band(self, band: str) -> Any:
        """Of the name of a band of columns."""
        return self._made(("band", band), BANDS.get(band, _PLAIN_HEAD), "FFFFFF", SIZE + 1)

    def banner(self) -> Any:
        """Of the line that says a workbook is an example."""
        return self._made(("banner",), *_FILLS["banner"], SIZE + 2)

    def title(self, size: int) -> Any:
        """Of a title on a page that is no table."""
        return self._made(("title", size), "", "1F2937", size)

    def _made(self, key: tuple[Any, ...], back: str, ink: str, size: int, *, wrap: bool = False) -> Any:
        if key not in self._known:
            cell = self._cell()
            cell.font = Font(FONT, size, bold=True, color=ink)
            cell.alignment = Alignment("left", "center", wrap_text=wrap)
            if back:
                cell.fill = _fill(back)
            if key[0] == "heading":
                cell.border = _STRONG_LINE
            self._known[key] = cell._style
        return self._known[key]

    def _cell(self) -> Any:
        return WriteOnlyCell(self._sheet)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)
