"""Tables damaged or made to do harm: one clear line, or a reject with its row; nothing lost, no endless run."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook

from screening.arrow_values import plain_values
from screening.errors import InputError, Place
from screening.intake import columnar
from screening.intake.articles import read_articles
from screening.intake.customs import CustomsReader
from screening.intake.rates import Rates
from screening.intake.statistics_periods import month
from screening.intake.statistics_stacked import is_counted
from screening.intake.tables import BadRow, Row, open_tables
from screening.names.closed_compounds import halves
from screening.names.telescoped import taken_apart

SHEET = "xl/worksheets/sheet1.xml"


def _workbook(folder: Path, change: Callable[[bytes], bytes], rows: int = 5) -> Path:
    """A workbook with so many rows of three cells below its headings, its sheet changed as it is stored."""
    book = Workbook()
    book.active.append(["Importer", "Country", "HS code"])
    for number in range(1, rows + 1):
        book.active.append([f"Firm {number}", "RU", "854231"])
    book.save(folder / "whole.xlsx")
    path = folder / "changed.xlsx"
    with zipfile.ZipFile(folder / "whole.xlsx") as whole, zipfile.ZipFile(path, "w") as changed:
        for part in whole.infolist():
            data = whole.read(part)
            changed.writestr(part.filename, change(data) if part.filename == SHEET else data)
    return path


def _rows(path: Path) -> list[Row | BadRow]:
    with open_tables(path) as opened:
        return list(opened.tables[0].lines())


@pytest.mark.parametrize("wrong", ["0", "2", "3"])
def test_a_row_of_a_workbook_that_stands_out_of_order_is_a_reject(tmp_path: Path, wrong: str) -> None:
    path = _workbook(tmp_path, lambda xml: xml.replace(b'<row r="4"', f'<row r="{wrong}"'.encode()))
    bad = [row for row in _rows(path) if isinstance(row, BadRow)]
    assert [(row.number, row.value.split(" | ")[0]) for row in bad] == [(3, "Firm 3")]
    assert f"a row {wrong} behind its row 3" in bad[0].reason


def test_two_cells_in_one_place_of_a_workbook_reject_their_row(tmp_path: Path) -> None:
    path = _workbook(tmp_path, lambda xml: xml.replace(b'r="B4"', b'r="A4"'))
    assert [row.number for row in _rows(path) if isinstance(row, BadRow)] == [4]


def test_cells_of_a_workbook_in_any_order_stand_in_their_columns(tmp_path: Path) -> None:
    def turned(xml: bytes) -> bytes:
        start, end = xml.index(b'<c r="A4"'), xml.index(b'<c r="B4"')
        stop = xml.index(b"</row>", end)
        return xml[:start] + xml[end:stop] + xml[start:end] + xml[stop:]

    assert _rows(_workbook(tmp_path, turned))[3] == Row(4, ["Firm 3", "RU", "854231"])


def test_a_row_beyond_the_last_of_any_sheet_is_damage_and_not_waited_for(tmp_path: Path) -> None:
    path = _workbook(tmp_path, lambda xml: xml.replace(b'<row r="4"', b'<row r="99999999999"'))
    with pytest.raises(InputError, match=r"a row 99,999,999,999, and sheets end at row 1,048,576"):
        _rows(path)


def test_damage_of_a_workbook_is_told_with_the_row_before_it(tmp_path: Path) -> None:
    path = _workbook(tmp_path, lambda xml: xml[: xml.index(b'<c r="B4"')])
    with pytest.raises(InputError, match=r"damaged \(sheet Sheet, after row 3\): ParseError"):
        _rows(path)


def test_values_python_has_no_days_for_become_text_and_bytes_the_text_they_are() -> None:
    beyond = pa.array([2**62, None], pa.timestamp("us"))
    assert plain_values(beyond) == ["<value out of range: 4611686018427387904>", None]
    assert plain_values(pa.array([253402300800], pa.timestamp("s"))) == ["10000-01-01 00:00:00"]
    assert plain_values(pa.array(["ООО".encode(), b"\xff"])) == ["ООО", "\ufffd"]
    assert plain_values(pa.array([date(2023, 1, 1)])) == [date(2023, 1, 1)]


def test_parquet_with_impossible_days_and_names_as_bytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    table = {
        "Importer": pa.array([b"Firm"] * 3),
        "Date": pa.array([2**31 - 1] * 3, pa.date32()),
        "HS code": ["854231"] * 3,
    }
    pq.write_table(pa.table(table), path)
    reader = CustomsReader([path])
    batches = list(reader.batches())
    assert sum(batch.rows for batch in batches) == reader.inputs[0].rows_out == 3
    assert {party.name for party in reader.book.parties} == {"Firm"}


def test_parquet_columns_of_one_name_are_told_apart_by_their_places(tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    columns = [pa.array(["a", None]), pa.array(["b", None]), pa.array(["c", "a note"])]
    pq.write_table(pa.Table.from_arrays(columns, names=["", "", ""]), path, row_group_size=1)
    with open_tables(path) as opened:
        (chunk,) = columnar.chunks(opened.tables[0], 0, 3, [0, 1], pass_notes=False)
    assert chunk.frame.rows() == [("a", "b")]
    assert [(bad.number, bad.value) for bad in chunk.bad] == [(2, "a note")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_is_no_text_is_refused_by_name_and_rejected_in_a_folder(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("Importer,HS code\nFirm,854231\n", encoding="utf-8")
    (tmp_path / "story.txt").write_text("Firm LLC was listed on Monday, officials said.", encoding="utf-8")
    with pytest.raises(InputError, match=r"caf\?\.txt: its name is not text in UTF-8\. Rename it"):
        list(CustomsReader([path]).batches())
    read = read_articles(tmp_path)
    assert len(read.stories) == 1
    assert [row["file"].rpartition("/")[2] for row in read.rejects.to_pylist()] == ["caf?.txt"]


def test_a_path_too_long_for_the_system_is_one_clear_line() -> None:
    with pytest.raises(InputError, match="cannot be used: "):
        list(CustomsReader(["x" * 5000]).batches())


def test_a_name_that_a_customs_table_cuts_short_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = [f"2023-01-0{day},Firm Trading LLC,854231" for day in range(1, 10)]
    rows.append(f"2023-01-10,{' '.join(['Firm'] * 400)},854231")
    path.write_text("\n".join(("Date,Importer,HS code", *rows)), encoding="utf-8")
    reader = CustomsReader([path])
    notes = [note for batch in reader.batches() for row in batch.records["notes"].to_list() for note in row or ()]
    assert "of a name of 1,999 characters only the first 1,000 are read" in notes


def test_words_longer_than_any_are_not_tried_at_every_letter() -> None:
    assert taken_apart("промышленность" * 100) is None
    assert halves("schiff" * 100) is None


def test_figures_of_any_length_number_no_columns_and_no_months() -> None:
    assert is_counted(Row(1, ["1", "02", "3"]))
    assert not is_counted(Row(1, ["1", "2", "9" * 10_000]))
    assert month("9" * 10_000) is None


def test_two_rates_of_one_currency_on_one_day_are_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_text("date,currency,usd\n2023-01-01,EUR,1.1\n2023-01-01,EUR,1.1\n2023-01-01,EUR,5\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"two rates of EUR on 2023-01-01, 1\.1 and 5") as raised:
        Rates(path, package=False)
    assert raised.value.where == Place(str(path), 4, "rate")
