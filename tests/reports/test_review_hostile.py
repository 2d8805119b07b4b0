"""Workbooks that come back as nobody would send them: each is taken, refused row by row, or refused in one line."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from screening.errors import InputError
from screening.reports.review_sheet import read_review


def _repacked(path: Path, change) -> Path:
    """The workbook with its parts changed: ``change(name, content)`` gives the new content."""
    target = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def _with(path: Path, **parts: bytes) -> Path:
    target = path.with_name("more.xlsx")
    shutil.copy(path, target)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return target


def _edit(path: Path, work) -> None:
    book = openpyxl.load_workbook(path)
    work(book)
    book.save(path)


@pytest.mark.parametrize("formula", ["=1+1", '=HYPERLINK("http://example.org","False positive")', "='[1]Other'!A1"])
def test_a_formula_in_a_decision_cell_is_no_answer(reviewed, formula: str) -> None:
    reviewed.set(3, "Decision", formula)
    row = read_review(reviewed.path).rows[0]
    assert row.problems == ["Decision holds a formula or an error: type the answer itself"]
    assert row.cell("decision") == ""


def test_an_array_formula_or_an_error_is_no_answer(reviewed) -> None:
    reviewed.set(3, "Reason", ArrayFormula("AA3:AA3", "=A1"))
    reviewed.fill({"Reviewer": "#REF!"}, range(4, 5))
    assert [len(row.problems) for row in read_review(reviewed.path).rows] == [1, 1]


def test_text_that_looks_like_a_formula_is_an_answer(reviewed) -> None:
    def work(book) -> None:
        cell = book["Alerts"].cell(3, reviewed.heads.index("Reason") + 1)
        cell.value = "=SUM(A1)"
        cell.data_type = "s"

    _edit(reviewed.path, work)
    assert read_review(reviewed.path).rows[0].cell("reason") == "=SUM(A1)"


def test_a_formula_in_a_cell_of_evidence_breaks_the_seal(reviewed, sealer) -> None:
    reviewed.fill({"Decision": "Escalate"})
    reviewed.set(3, "Name as found", "=A1")
    row = read_review(reviewed.path).rows[0]
    assert sealer.opened(row.seal, row.alert_id, row.evidence)[1] == ["Name as found"]


def test_a_renamed_sheet_is_found_and_said(reviewed) -> None:
    reviewed.set(3, "Decision", "Escalate")
    _edit(reviewed.path, lambda book: setattr(book["Alerts"], "title", "Done by Ada"))
    got = read_review(reviewed.path)
    assert len(got.rows) == 1
    assert got.notes == ["the sheet Alerts is now called 'Done by Ada'"]


def test_a_missing_sheet_is_one_clear_line(reviewed) -> None:
    _edit(reviewed.path, lambda book: book.remove(book["Alerts"]))
    with pytest.raises(InputError, match="has no sheet with the columns Alert ID, Decision, Seal"):
        read_review(reviewed.path)


def test_a_copy_of_the_sheet_does_not_count_twice(reviewed) -> None:
    reviewed.set(3, "Decision", "Escalate")
    _edit(reviewed.path, lambda book: book.copy_worksheet(book["Alerts"]))
    assert len(read_review(reviewed.path).rows) == 1


def test_two_sheets_of_other_names_are_refused(reviewed) -> None:
    def work(book) -> None:
        book.copy_worksheet(book["Alerts"]).title = "One"
        book["Alerts"].title = "Two"

    _edit(reviewed.path, work)
    with pytest.raises(InputError, match="several sheets"):
        read_review(reviewed.path)


def test_two_columns_of_one_heading_are_refused(reviewed) -> None:
    _edit(reviewed.path, lambda book: setattr(book["Alerts"].cell(2, len(reviewed.heads) + 1), "value", "Reason"))
    with pytest.raises(InputError, match="headed 'Reason'"):
        read_review(reviewed.path)


def test_merged_decision_cells_are_refused_in_every_row_they_cover(reviewed) -> None:
    reviewed.fill({"Decision": "False positive"}, range(3, 4))
    at = reviewed.heads.index("Decision") + 1
    _edit(
        reviewed.path,
        lambda book: book["Alerts"].merge_cells(start_row=3, end_row=5, start_column=at, end_column=at),
    )
    rows = read_review(reviewed.path).rows
    assert [row.number for row in rows] == [3, 4, 5]
    assert all("merged" in row.problems[0] for row in rows)


def test_a_merge_over_the_whole_sheet_is_refused(reviewed) -> None:
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'

    def change(name: str, content: bytes) -> bytes:
        return content.replace(b"</sheetData>", merged) if name == "xl/worksheets/sheet2.xml" else content

    with pytest.raises(InputError, match="merged over rows"):
        read_review(_repacked(reviewed.path, change))


def test_two_hundred_thousand_empty_rows_change_nothing(reviewed) -> None:
    reviewed.set(3, "Decision", "Escalate")

    def change(name: str, content: bytes) -> bytes:
        if name != "xl/worksheets/sheet2.xml":
            return content
        empty = b"".join(b'<row r="%d" ht="15"/>' % number for number in range(7, 200_000))
        return content.replace(b"</sheetData>", empty + b"</sheetData>")

    got = read_review(_repacked(reviewed.path, change))
    assert (len(got.rows), got.blank) == (1, 3)


def test_a_bomb_is_refused(reviewed) -> None:
    path = _with(reviewed.path, xl__media__a_DOT_bin=b"\0" * (60 * 1024**2))
    with pytest.raises(InputError, match="unreasonable size"):
        read_review(path)


def test_macros_are_refused(reviewed) -> None:
    with pytest.raises(InputError, match="holds macros"):
        read_review(_with(reviewed.path, xl__vbaProject_DOT_bin=b"\xd0\xcf\x11\xe0"))


def test_external_links_are_not_followed_and_said(reviewed) -> None:
    reviewed.set(3, "Decision", "Escalate")
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    got = read_review(_with(reviewed.path, xl__externalLinks__externalLink1_DOT_xml=link))
    assert got.notes == ["the workbook refers to other files: they were not opened"]
    assert len(got.rows) == 1


@pytest.mark.parametrize("content", [b"", b"PK", b"not a workbook", b"PK\x03\x04 broken"])
def test_what_is_no_workbook_is_one_clear_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError):
        read_review(path)


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_review(tmp_path / "none.xlsx")


def test_broken_xml_is_one_clear_line(reviewed) -> None:
    path = _repacked(reviewed.path, lambda name, text: text[: len(text) // 2] if "sheet2" in name else text)
    with pytest.raises(InputError, match="damaged"):
        read_review(path)


def test_entities_are_not_expanded(reviewed) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d "&b;&b;">]>'

    def change(name: str, text: bytes) -> bytes:
        return text.replace(b"?>", b"?>" + bomb, 1) if name == "xl/worksheets/sheet2.xml" else text

    path = _repacked(reviewed.path, change)
    with zipfile.ZipFile(path) as archive:
        declared = bomb in archive.read("xl/worksheets/sheet2.xml")
    if declared:
        with pytest.raises(InputError, match="damaged"):
            read_review(path)


def test_control_characters_and_endless_text_are_cut(reviewed) -> None:
    reviewed.set(3, "Reason", "x" * 30_000)
    assert len(read_review(reviewed.path).rows[0].cell("reason")) == 4_000


def test_answers_below_the_table_without_an_alert_are_kept_to_be_refused(reviewed) -> None:
    reviewed.fill({"Decision": "Escalate"}, range(9, 10))
    assert [(row.number, row.alert_id) for row in read_review(reviewed.path).rows] == [(9, "")]
