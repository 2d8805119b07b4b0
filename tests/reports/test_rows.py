"""Rows written as text are read back as those that openpyxl writes cell by cell."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.reports.cells import Cleaner
from screening.reports.columns import Column, Sheet
from screening.reports.sheets import Workbook, write_table

COLUMNS = (Column("one", "One", 20), Column("two", "Two", 20, wrap=True), Column("when", "When", 12, kind="date"))
SHEET = Sheet("Table", COLUMNS)


def _written(path: Path, rows: list[dict[str, object]], **more: int):
    book = openpyxl.Workbook(write_only=True)
    workbook = Workbook(book, banner="", footer="f", **more)
    first = write_table(workbook, SHEET, rows, len(rows))
    book.save(path)
    return openpyxl.load_workbook(path)["Table"], first, workbook


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_is_read_back_as_the_cleaner_leaves_it_and_is_no_formula(tmp_path: Path, text: str) -> None:
    sheet, first, _ = _written(tmp_path / "b.xlsx", [{"one": text, "two": "=1+1&<a>"}])
    clean = Cleaner().clean(text).replace("\r", "\n")  # XML knows no other end of a line
    assert (sheet.cell(first, 1).value or "") == clean
    assert all(cell.data_type != "f" for cell in sheet[first])
    assert sheet.cell(first, 2).value == "=1+1&<a>"
    assert sheet.cell(first, 2).quotePrefix


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (None, None),
        (7, 7),
        (0.1 + 0.2, 0.3),
        (float("nan"), None),
        (Decimal("2.50"), 2.5),
        (True, True),
        (time(6, 0), 0.25),
        (date(2024, 2, 29), datetime(2024, 2, 29)),
        (datetime(2024, 2, 29, 12, tzinfo=UTC), datetime(2024, 2, 29, 12)),
        (date(1899, 1, 1), "1899-01-01"),
    ],
)
def test_numbers_and_days_are_read_back(tmp_path: Path, value: object, read: object) -> None:
    sheet, first, _ = _written(tmp_path / "b.xlsx", [{"one": value, "when": value}])
    found = sheet.cell(first, 3 if isinstance(value, date) else 1).value
    assert found == pytest.approx(read) if isinstance(read, float) else found == read


def test_what_no_cell_can_hold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Cannot convert"):
        _written(tmp_path / "b.xlsx", [{"one": ["a", "list"]}])


def test_links_lead_where_they_should_and_other_addresses_nowhere(tmp_path: Path) -> None:
    links = {"one": "#Table!A1", "two": "javascript:alert(1)", "when": "https://example.org/?a=1&b=2"}
    sheet, first, _ = _written(tmp_path / "b.xlsx", [{"one": "here", "two": "there", "_links": links}])
    assert sheet.cell(first, 1).hyperlink.location == "Table!A1"
    assert sheet.cell(first, 2).hyperlink is None
    assert sheet.cell(first, 3).hyperlink.target == "https://example.org/?a=1&b=2"
    assert sheet.cell(first, 3).value == "https://example.org/?a=1&b=2"


def test_rows_past_what_a_sheet_holds_are_counted(tmp_path: Path) -> None:
    sheet, first, workbook = _written(tmp_path / "b.xlsx", [{"one": f"n{n}"} for n in range(9)], max_rows=6)
    assert sheet.max_row == 6
    assert workbook.left_out == {"Table": 9 - (6 - first + 1)}
    assert sheet.row_dimensions[first].height > 10
