"""Pictures of chains in the workbook: shapes a spreadsheet opens, whatever the names hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring

from screening.reports import RunResult, write_run
from screening.trade.picture import Box, Picture

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
HOSTILE = [
    '<a:t>"x"</a:t>',
    "A\x00B\x0b",
    "\u202eevil",
    "&amp;",
    "Фарғона кимё заводи",
    "样本电子贸易有限公司",
    "x" * 500,
    "=1+1",
]


def _pictures(name: str) -> list[Picture]:
    left = [Box("Seller Ltd", "391220: USD 1")]
    right = [Box(name, "391220: USD 2", "listed"), Box("Buyer Two", "")]
    return [Picture(Box(name), left, right, [(0, Box("Next Ltd", "same lot"), "same_lot")])]


def _drawing(path: Path) -> bytes:
    with ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/drawings/drawing")]
        (found,) = [text for text in map(archive.read, sheets) if b"<xdr:sp " in text]
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_the_sheet_chain_shows_boxes_and_arrows(tmp_path: Path, make_run: Callable[..., RunResult], name: str) -> None:
    folder = write_run(tmp_path, make_run(pictures=_pictures(name)))
    drawing = fromstring(_drawing(folder / "report.xlsx"))
    texts = [each.text for each in drawing.iter(f"{_A}t")]
    assert {"Seller Ltd", "Buyer Two", "Next Ltd", "listed"} <= set(texts)
    assert sum(1 for each in drawing.iter() if each.tag.endswith("}cxnSp")) == 4
    book = openpyxl.load_workbook(folder / "report.xlsx")
    assert "Chain" in book.sheetnames
    assert book["Summary"]._charts  # the chart is still there beside the shapes


def test_without_pictures_there_is_no_sheet(tmp_path: Path, make_run: Callable[..., RunResult]) -> None:
    folder = write_run(tmp_path, make_run())
    assert "Chain" not in openpyxl.load_workbook(folder / "report.xlsx").sheetnames


def test_too_many_pictures_are_counted(tmp_path: Path, make_run: Callable[..., RunResult]) -> None:
    folder = write_run(tmp_path, make_run(pictures=_pictures("A") * 50))
    book = openpyxl.load_workbook(folder / "report.xlsx")
    shown = [row[0] for row in book["Chain"].iter_rows(values_only=True) if row and row[0]]
    assert any("10 more" in str(text) for text in shown)
