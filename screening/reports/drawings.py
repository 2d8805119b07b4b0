"""The sheet Chain: pictures of boxes and arrows as the spreadsheet's own shapes.

Shapes stay sharp, print, can be moved, and show every script in the reader's own fonts, which a bitmap made here could
not: no font of all the world's letters is shipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.writer.excel import ExcelWriter

from screening.reports.cells import Cleaner
from screening.reports.sheets import Workbook
from screening.trade.picture import BOX_SIZE, Picture, Placed, laid_out, shortened

TITLE: Final = "Chain"
_EMU: Final = 9525  # English metric units in a pixel
_ROW: Final = 20  # pixels of a row of the sheet
_COLUMNS: Final = 20
_NAME: Final = 31  # characters of a name in a box
_LINE: Final = 46  # characters of a line below the name
_MOST: Final = 40  # pictures; the tables have all
_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
)
_FILLS: Final = {"": ("F4F6F8", "98A2B3"), "strong": ("1F2937", "1F2937")}
_MARKED: Final = ("F6DAD4", "8A1B1B")
_ABOUT: Final = (
    "Left: from whom the party bought; right: to whom it sold; dashed: where the goods may have gone on, a question "
    "and no finding. Red boxes are listed, our own, or have alerts. The sheet Goods followed has the figures."
)


class _Shapes:
    """Drawn things of one sheet, in the place where openpyxl keeps images."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def box(self, placed: Placed, top: float) -> None:
        """A box with its name and line."""
        box = placed.box
        fill, edge = _FILLS["strong"] if placed.strong else _MARKED if box.mark else _FILLS[""]
        ink = "FFFFFF" if placed.strong else "1F2937"
        number = len(self.parts) + 2
        name = _clean(box.name)
        texts = _paragraph(shortened(name, _NAME), 1000, ink, bold=placed.strong or bool(box.mark))
        texts += "".join(
            _paragraph(shortened(_clean(line), _LINE), 800, ink, bold=False) for line in (box.line, box.mark) if line
        )
        self._anchor(
            placed.x, placed.y + top, *BOX_SIZE,
            f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Box {number}" '
            f'descr="{escape(name, {chr(34): "&quot;"})}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
            f"<xdr:spPr>{_frame(placed.x, placed.y + top, *BOX_SIZE)}"
            '<a:prstGeom prst="roundRect"><a:avLst/></a:prstGeom>'
            f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>'
            f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{edge}"/></a:solidFill></a:ln></xdr:spPr>'
            '<xdr:txBody><a:bodyPr wrap="square" lIns="54000" tIns="18000" rIns="54000" bIns="18000" anchor="ctr"/>'
            f"<a:lstStyle/>{texts}</xdr:txBody></xdr:sp>",
        )  # fmt: skip

    def arrow(self, x1: float, y1: float, x2: float, y2: float, *, maybe: bool) -> None:
        """An arrow; dashed where it is only possible."""
        number = len(self.parts) + 2
        x, y, width, height = x1, min(y1, y2), x2 - x1, abs(y2 - y1)
        flip = ' flipV="1"' if y2 < y1 else ""
        dash = '<a:prstDash val="dash"/>' if maybe else ""
        self._anchor(
            x, y, width, height,
            f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Arrow {number}"/><xdr:cNvCxnSpPr/>'
            f"</xdr:nvCxnSpPr><xdr:spPr>{_frame(x, y, width, height, flip)}"
            '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'
            f'<a:ln w="12700"><a:solidFill><a:srgbClr val="475467"/></a:solidFill>{dash}'
            '<a:tailEnd type="triangle"/></a:ln></xdr:spPr></xdr:cxnSp>',
        )  # fmt: skip

    def _anchor(self, x: float, y: float, width: float, height: float, shape: str) -> None:
        self.parts.append(
            f'<xdr:absoluteAnchor><xdr:pos x="{_emu(x)}" y="{_emu(y)}"/>'
            f'<xdr:ext cx="{_emu(width)}" cy="{_emu(height)}"/>{shape}<xdr:clientData/></xdr:absoluteAnchor>'
        )

    def xml(self) -> str:
        """The drawing part of the workbook."""
        return f"{_HEAD}{''.join(self.parts)}</xdr:wsDr>"


def _emu(pixels: float) -> int:
    return round(pixels * _EMU)


def _frame(x: float, y: float, width: float, height: float, flip: str = "") -> str:
    return f'<a:xfrm{flip}><a:off x="{_emu(x)}" y="{_emu(y)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>'


def _paragraph(text: str, size: int, ink: str, *, bold: bool) -> str:
    return (
        f'<a:p><a:pPr algn="l"/><a:r><a:rPr lang="en-GB" sz="{size}" b="{int(bold)}">'
        f'<a:solidFill><a:srgbClr val="{ink}"/></a:solidFill><a:latin typeface="Calibri"/></a:rPr>'
        f"<a:t>{escape(text)}</a:t></a:r></a:p>"
    )


def _clean(text: str) -> str:
    return Cleaner().clean(text)


def write_chain(workbook: Workbook, pictures: Sequence[Picture]) -> None:
    """Write the sheet: a title and a picture for each party followed. Without pictures there is no sheet."""
    if not pictures:
        return
    sheet = workbook.add(TITLE)
    assert workbook.styles is not None  # noqa: S101
    shapes = _Shapes()
    sheet.sheet_view.showGridLines = False
    sheet.sheet_format.defaultRowHeight = _ROW * 0.75
    sheet.sheet_format.customHeight = True
    rows = _Rows(workbook, sheet)
    if workbook.banner:
        rows.add(workbook.banner, workbook.styles.banner(), across=_COLUMNS)
    rows.add("The chain: from whom, to whom, and on to whom perhaps", workbook.styles.title(13))
    rows.add(_ABOUT, workbook.styles.plain())
    rows.skip(1)
    for picture in pictures[:_MOST]:
        rows.add(picture.middle.name, workbook.styles.title(11))
        boxes, arrows, height = laid_out(picture)
        top = float(rows.number * _ROW)
        for arrow in arrows:
            *ends, maybe = arrow
            x1, y1, x2, y2 = ends
            shapes.arrow(x1, y1 + top, x2, y2 + top, maybe=maybe)
        for placed in boxes:
            shapes.box(placed, top)
        rows.skip(-(-int(height) // _ROW) + 1)
    if len(pictures) > _MOST:
        rows.add(f"{len(pictures) - _MOST:,} more parties: see the sheet Goods followed.", workbook.styles.plain())
        workbook.left_out[TITLE] = len(pictures) - _MOST
    sheet._images = [shapes]


class _Rows:
    """Rows of one height each, so that shapes stand where they should."""

    def __init__(self, workbook: Workbook, sheet: Any) -> None:
        self.workbook, self.sheet, self.number = workbook, sheet, 0

    def add(self, text: str, style: Any, across: int = 1) -> None:
        """A row with a text; ``across`` repeats its style over so many cells."""
        self._row([self.workbook.text(self.sheet, text if n == 0 else "", style) for n in range(across)])

    def skip(self, rows: int) -> None:
        """Empty rows."""
        for _ in range(rows):
            self._row([])

    def _row(self, cells: Iterable[Any]) -> None:
        self.number += 1
        self.sheet.row_dimensions[self.number].height = _ROW * 0.75
        self.sheet.append(list(cells))


class _Writer(ExcelWriter):
    """openpyxl's writer, which knows charts and images but no shapes."""

    def _write_drawing(self, drawing: SpreadsheetDrawing) -> None:
        shapes = next((each for each in drawing.images if isinstance(each, _Shapes)), None)
        if shapes is None:
            super()._write_drawing(drawing)
            return
        self._drawings.append(drawing)
        drawing._id = len(self._drawings)
        self._archive.writestr(drawing.path[1:], shapes.xml())
        self.manifest.append(drawing)


def save(book: Any, path: Path) -> None:
    """Save a workbook, with the shapes of its sheets."""
    with ZipFile(path, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        _Writer(book, archive).save()
