"""Workbooks with sheets that are none, or wider than usual: all others are read, and what is not read is told."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.worksheet._reader import WorkSheetParser

from screening.errors import InputError
from screening.intake.customs import CustomsReader
from screening.intake.parties import read_parties
from screening.intake.statistics import StatisticsReader
from screening.intake.tables import BadRow, open_tables
from screening.intake.workbooks import merged_ranges

CHART = "xl/chartsheets/sheet1.xml"
BOOK = "xl/workbook.xml"
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Firms">{}</table:table></office:spreadsheet></office:body></office:document-content>'
)


def _charted(
    folder: Path, sheets: int = 1, change: Callable[[str, bytes], bytes | None] = lambda _, data: data
) -> Path:
    """A workbook with sheets of records and a chart sheet, its parts changed as they are stored; None: left out."""
    book = Workbook()
    book.remove(book.active)
    for number in range(1, sheets + 1):
        sheet = book.create_sheet(f"Data {number}")
        for row in (["Importer", "Country", "HS code"], [f"Firm {number}", "RU", "854231"]):
            sheet.append(row)
    book.create_chartsheet("Chart").add_chart(BarChart())
    if not sheets:
        book.active = 0
    book.save(folder / "whole.xlsx")
    path = folder / "changed.xlsx"
    with zipfile.ZipFile(folder / "whole.xlsx") as whole, zipfile.ZipFile(path, "w") as changed:
        for part in whole.infolist():
            data = change(part.filename, whole.read(part))
            if data is not None:
                changed.writestr(part.filename, data)
    return path


def _undrawn(part: str, data: bytes) -> bytes | None:
    if "chartsheets/_rels" in part or "/drawings/" in part:
        return None
    return re.sub(rb"<drawing[^>]*/>", b"", data) if part == CHART else data


@pytest.mark.parametrize("change", [_undrawn, lambda _, data: data], ids=["without a drawing", "with one"])
def test_a_chart_sheet_is_passed_over_with_a_note_and_the_others_are_read(
    tmp_path: Path, change: Callable[[str, bytes], bytes | None]
) -> None:
    path = _charted(tmp_path, 2, change)
    note = f"{path}, sheet Chart: is a chart and has no cells: passed over"
    customs = CustomsReader([path])
    assert sum(batch.records.height for batch in customs.batches()) == customs.inputs[0].rows_in == 2
    parties = read_parties([path], ["name=Importer"])
    assert parties.subjects["name"].to_pylist() == ["Firm 1", "Firm 2"]
    assert note in customs.notes
    assert note in parties.notes
    with open_tables(path) as opened:
        assert [table.sheet for table in opened.tables] == ["Data 1", "Data 2"]


def test_a_chart_sheet_in_trade_statistics_is_said_to_be_passed_over(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Reporter", "Partner", "Flow", "Period", "Commodity code", "Value USD"])
    book.active.append(["Turkey", "Russia", "Export", "2023-01", "854231", 1000])
    book.create_chartsheet("Chart").add_chart(BarChart())
    book.save(tmp_path / "flows.xlsx")
    read = StatisticsReader([tmp_path / "flows.xlsx"]).read()
    assert read.rows["value"].to_list() == [1000.0]
    assert any(note.endswith("sheet Chart: is a chart and has no cells: passed over") for note in read.notes)


def test_a_workbook_of_charts_alone_has_no_cells(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no sheet of the workbook has cells"):
        read_parties([_charted(tmp_path, 0)])


def test_a_sheet_that_is_listed_and_not_in_the_file_is_damage_told_by_its_title(tmp_path: Path) -> None:
    path = _charted(tmp_path, 2, lambda part, data: None if part.endswith("worksheets/sheet2.xml") else data)
    with pytest.raises(InputError, match="damaged: its sheet 'Data 2' is not in the file"):
        read_parties([path])


def test_two_sheets_of_one_title_are_damage_as_one_would_hide_the_other(tmp_path: Path) -> None:
    def named_alike(part: str, data: bytes) -> bytes:
        return data.replace(b'"Data 2"', b'"Data 1"') if part == BOOK else data

    with pytest.raises(InputError, match="damaged: 2 of its sheets are called 'Data 1'"):
        read_parties([_charted(tmp_path, 2, named_alike)])


def test_a_name_of_a_range_that_cannot_be_read_does_not_refuse_the_workbook(tmp_path: Path) -> None:
    def named(part: str, data: bytes) -> bytes:
        name = (
            b'<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">#REF!</definedName></definedNames>'
        )
        return re.sub(rb"<definedNames\s*/>|(?=<calcPr)", name, data, count=1) if part == BOOK else data

    assert read_parties([_charted(tmp_path, 1, named)]).subjects.num_rows == 1


def test_columns_of_a_workbook_are_read_however_far_to_the_right(tmp_path: Path) -> None:
    book = Workbook()
    for name, country in (("Importer", "Country"), ("Firm 1", "RU"), ("Firm 2", "RU")):
        row = book.active.max_row + (name != "Importer")
        book.active.cell(row, 1, "x")
        book.active.cell(row, 2_500, name)
        book.active.cell(row, 2_501, country)
    book.active.cell(3, 16_384, "beyond the headings")
    book.save(tmp_path / "wide.xlsx")
    read = read_parties([tmp_path / "wide.xlsx"], ["name=Importer"])
    assert read.subjects["name"].to_pylist() == ["Firm 1"]
    assert [(each["line"], each["reason"]) for each in read.rejects.to_pylist()] == [
        (3, "the row has 16384 cells, the header has 2501")
    ]
    assert (read.inputs[0].rows_in, read.inputs[0].rows_out, read.inputs[0].rejected) == (2, 1, 1)


def test_a_cell_beyond_the_last_column_of_any_sheet_is_damage(tmp_path: Path) -> None:
    def beyond(part: str, data: bytes) -> bytes:
        return data.replace(b'r="C2"', b'r="XFE2"') if part.endswith("worksheets/sheet1.xml") else data

    with pytest.raises(InputError, match=r"\(sheet Data 1\): its row 2 goes beyond column 16,384"):
        read_parties([_charted(tmp_path, 1, beyond)])


def _ods(path: Path, rows: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", _ODS.format(rows))
    return path


def _cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def test_an_opendocument_table_is_read_beyond_two_thousand_columns_and_counts_its_empty_rows(tmp_path: Path) -> None:
    gap = '<table:table-cell table:number-columns-repeated="2999"/>'
    rows = "".join(f"<table:table-row>{gap}{_cell(text)}</table:table-row>" for text in ("Name", "Firm 1"))
    path = _ods(tmp_path / "firms.ods", f"<table:table-row>{gap}</table:table-row>" * 2 + rows)
    read = read_parties([path])
    assert [(each["name"], each["place"]) for each in read.subjects.to_pylist()] == [("Firm 1", "Firms, row 4")]


def test_no_row_of_a_workbook_has_a_bad_row_for_its_width_alone(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append([f"Column {number}" for number in range(3_000)])
    book.save(tmp_path / "wide.xlsx")
    with open_tables(tmp_path / "wide.xlsx") as opened:
        (row,) = opened.tables[0].lines()
    assert not isinstance(row, BadRow)
    assert row.cells[-1] == "Column 2999"


def test_a_workbook_saved_as_strict_open_xml_is_read_like_any_other(tmp_path: Path) -> None:
    def strict(_: str, data: bytes) -> bytes:
        for old, new in (
            (
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            ),
            (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
        ):
            data = data.replace(old, new)
        return data

    path = _charted(tmp_path, 2, strict)
    assert _firms(path) == ["Firm 1", "Firm 2"]


SHEET = "xl/worksheets/sheet1.xml"


def _firms(path: Path) -> list[str]:
    return [str(name) for name in read_parties([path], ["name=Importer"]).subjects["name"].to_pylist()]


def test_a_sheet_that_does_not_state_its_size_is_not_read_through_to_know_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsized(part: str, data: bytes) -> bytes:
        return re.sub(rb"<dimension[^>]*/>", b"", data) if part == SHEET else data

    monkeypatch.setattr(WorkSheetParser, "parse_dimensions", lambda _: pytest.fail("it is read for its size"))
    assert _firms(_charted(tmp_path, 1, unsized)) == ["Firm 1"]


def test_entities_declared_in_a_sheet_are_damage_and_never_unfolded(tmp_path: Path) -> None:
    def bomb(part: str, data: bytes) -> bytes:
        if part != SHEET:
            return data
        declared = b'<!DOCTYPE worksheet [<!ENTITY a "Firm"><!ENTITY b "&a;&a;&a;">]>'
        return re.sub(rb"(?=<worksheet)", declared, data, count=1).replace(b"Firm 1", b"&b;")

    with pytest.raises(InputError, match=r"the workbook is damaged .sheet Data 1.*EntitiesForbidden"):
        _firms(_charted(tmp_path, 1, bomb))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (b"<is><t>Firm &amp; Sons</t></is>", "Firm & Sons"),
        (b'<is><t xml:space="preserve"> Firm  </t></is>', "Firm"),
        (b"<is><r><t>Fi</t></r><r><t>rm</t></r></is>", "Firm"),
        (b"<is><t>Firm</t><rPh sb='0' eb='1'><t>sound</t></rPh></is>", "Firm"),
    ],
)
def test_texts_that_stand_in_their_cells_are_read_in_one_piece_or_several(
    tmp_path: Path, cell: bytes, text: str
) -> None:
    def inline(part: str, data: bytes) -> bytes:
        whole = b'<c r="A2" t="inlineStr">' + cell + b"</c>"
        return re.sub(rb'<c r="A2".*?</c>', whole, data, count=1) if part == SHEET else data

    assert _firms(_charted(tmp_path, 1, inline)) == [text]


def test_merged_cells_are_those_the_sheet_names_behind_its_rows(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Importer", "Country", "HS code"], ["Firm 1", "RU", "854231"], [None, None, "854232"]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("B2:B3")
    book.save(tmp_path / "merged.xlsx")
    with open_tables(tmp_path / "merged.xlsx") as opened:
        assert sorted(merged_ranges(opened.tables[0])) == [(1, 2, 1, 3), (2, 2, 2, 3)]
    (tmp_path / "plain.csv").write_text("Importer,HS code\nFirm,854231\n", encoding="utf-8")
    with open_tables(tmp_path / "plain.csv") as opened:
        assert merged_ranges(opened.tables[0]) == []
