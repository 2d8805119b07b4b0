"""Native charts of the first flows: the hub's month by month over the baseline's band, the direct flow beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from openpyxl.chart import AreaChart, BarChart, LineChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.worksheet.pagebreak import Break

from screening.reports.flow_columns import SERIES

HEIGHT: Final = 9.0
WIDTH: Final = 20.5
ROWS_HIGH: Final = 19
"""Rows of the sheet a chart covers."""
A_PAGE: Final = 4
"""Charts on a printed page."""
COLOURS: Final = {"value": "8B1A1A", "direct": "1D4E89", "band": "D0D5DD", "mark": "98A2B3", "onward": "D9722B"}


def column_of(key: str) -> int:
    """The number of a column of the sheet Series."""
    return next(number for number, column in enumerate(SERIES.columns, start=1) if column.key == key)


def add_charts(sheet: Any, series: Any, blocks: Sequence[tuple[str, int, int, bool, bool, str]]) -> None:
    """Add one chart for each block of rows, two beside each other.

    Args:
        sheet: Where they go.
        series: The sheet Series.
        blocks: For each its title, first and last row, whether a direct flow is known, and an onward one, the
            name of the period that is marked.
    """
    for number, block in enumerate(blocks):
        row = 3 + (number // 2) * ROWS_HIGH
        if number and number % A_PAGE == 0:
            sheet.row_breaks.append(Break(id=row - 2))  # or a page ends in the middle of a chart
        sheet.add_chart(_chart(series, *block), f"{'AL'[number % 2]}{row}")


def _chart(sheet: Any, title: str, first: int, last: int, has_direct: bool, has_onward: bool, marked: str) -> AreaChart:
    periods = Reference(sheet, min_col=column_of("label"), min_row=first, max_row=last)

    def data(key: str) -> Reference:
        return Reference(sheet, min_col=column_of(key), min_row=first, max_row=last)

    band = AreaChart()
    band.grouping = "stacked"
    for key, colour in (("low", None), ("band", COLOURS["band"])):
        band.add_data(data(key))
        band.series[-1].graphicalProperties = _fill(colour)
    _named(band.series[0], " ")
    _named(band.series[1], "baseline, eight periods in ten")
    band.set_categories(periods)

    mark = BarChart()
    mark.add_data(data("mark"))
    _named(mark.series[0], marked)
    mark.series[0].graphicalProperties = _fill(COLOURS["mark"])
    mark.gapWidth = 250
    mark.set_categories(periods)

    line = LineChart()
    lines = [("value", "to the hub (left)"), *([("onward", "onward (left)")] if has_onward else [])]
    for key, name in lines:
        line.add_data(data(key))
        _stroke(line.series[-1], COLOURS[key], name)
    line.set_categories(periods)

    band.title = title
    band.title.tx.rich.p[0].pPr = ParagraphProperties(defRPr=CharacterProperties(sz=1100, b=True))
    for run in band.title.tx.rich.p[0].r or ():
        run.rPr = CharacterProperties(sz=1100, b=True)
    band.width, band.height = WIDTH, HEIGHT
    band.legend.position = "b"
    band.y_axis.majorGridlines = None
    band.y_axis.numFmt = '#,##0.0,,"\u00a0m"'
    band.y_axis.scaling.min = 0
    band.x_axis.delete = band.y_axis.delete = False
    band.x_axis.auto = False
    band.x_axis.tickLblSkip = band.x_axis.tickMarkSkip = max(1, (last - first + 1) // 9)
    band.visible_cells_only = False  # the columns the band is drawn from are folded away
    band.x_axis.txPr = _small()
    band += mark
    band += line
    if has_direct:
        other = LineChart()
        other.add_data(data("direct"))
        _stroke(other.series[0], COLOURS["direct"], "direct (right)", dashed=True)
        other.set_categories(periods)
        other.y_axis.axId = 200
        other.y_axis.numFmt = band.y_axis.numFmt
        other.y_axis.crosses = "max"
        other.y_axis.majorGridlines = None
        other.y_axis.scaling.min = 0
        other.y_axis.delete = False
        other.x_axis.axId, other.y_axis.crossAx = 300, 300  # an axis of its own, or its labels stand over the other's
        other.x_axis.crossAx = 200
        other.x_axis.delete = True
        band += other
    return band


def _fill(colour: str | None) -> GraphicalProperties:
    shape = GraphicalProperties(noFill=True) if colour is None else GraphicalProperties(solidFill=colour)
    shape.line.noFill = True
    return shape


def _stroke(series: Any, colour: str, name: str, *, dashed: bool = False) -> None:
    series.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=colour, w=24_000))
    if dashed:
        series.graphicalProperties.line.dashStyle = "dash"
    series.smooth = False
    series.marker.symbol = "none"
    _named(series, name)


def _named(series: Any, name: str) -> None:
    from openpyxl.chart.series import SeriesLabel

    series.tx = SeriesLabel(v=name)


def _small() -> RichText:
    return RichText(
        p=[
            Paragraph(
                pPr=ParagraphProperties(defRPr=CharacterProperties(sz=800)), endParaRPr=CharacterProperties(sz=800)
            )
        ]
    )
