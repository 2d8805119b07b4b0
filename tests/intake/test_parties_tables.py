"""Party tables in every format and encoding: all cells as text, rows in = rows out + rejected."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook

from screening.errors import InputError
from screening.intake.parties import PartyReader, read_parties
from screening.intake.tables import open_tables
from tests.intake.workbooks import workbook

ROWS = [
    ["id", "name", "country"],
    ["0101", "NA", "NA"],
    ["0102", "Nan None", "Россия"],
    ["0103", "Güçlü İş", "TR"],
]


def names(path: Path, *mapping: str) -> list[str]:
    return read_parties([path], mapping).subjects.column("name").to_pylist()


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~"])
def test_any_delimiter_is_told_and_cells_stay_text(tmp_path: Path, delimiter: str) -> None:
    path = written(tmp_path / "p.csv", "\n".join(delimiter.join(row) for row in ROWS))
    read = read_parties([path]).subjects
    assert read.column("subject_id").to_pylist() == ["0101", "0102", "0103"]
    assert read.column("name").to_pylist() == ["NA", "Nan None", "Güçlü İş"]
    assert read.column("country").to_pylist() == [["NA"], ["RU"], ["TR"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path / "p.csv", "\n".join(";".join(row) for row in ROWS), encoding)
    assert names(path) == ["NA", "Nan None", "Güçlü İş"]


CYRILLIC = "Наименование;Страна;Адрес\nООО «Ромашка»;Россия;Москва, улица Ленина\nЗавод «Прибор»;Узбекистан;Ташкент\n"
TURKISH = "Unvan;Ülke;Adres\nGÜÇLÜ İŞ MAKİNALARI ŞİRKETİ;Türkiye;İstanbul, Kadıköy\nIşık Dış Ticaret;Türkiye;Ağrı\n"


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (CYRILLIC, "cp1251", ["ООО «Ромашка»", "Завод «Прибор»"]),
        (TURKISH, "cp1254", ["GÜÇLÜ İŞ MAKİNALARI ŞİRKETİ", "Işık Dış Ticaret"]),
    ],
)
def test_windows_encodings_are_told_from_the_bytes(
    tmp_path: Path, text: str, encoding: str, expected: list[str]
) -> None:
    assert names(written(tmp_path / "p.csv", text, encoding)) == expected


def test_mixed_line_ends_are_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes(b"name,country\r\nA Firm,UZ\nB Firm,KZ\rC Firm,TR\r\n\x1a")
    assert names(path) == ["A Firm", "B Firm", "C Firm"]


def test_titles_above_the_header_are_passed_over_and_row_numbers_are_the_files(tmp_path: Path) -> None:
    path = written(tmp_path / "p.csv", "Customers\nPrinted 2026-01-01\n\nName,Country\nA Firm,UZ\n")
    assert read_parties([path]).subjects.column("place").to_pylist() == ["row 5"]


def test_a_row_that_is_too_long_is_rejected_by_number_and_the_rest_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "p.csv", "name,country\nA,UZ\nC,KZ,extra\nD,TR,\n,RU\nE,UZ\n")
    read = read_parties([path])
    assert read.subjects.column("name").to_pylist() == ["A", "D", "E"]
    assert read.rejects.column("line").to_pylist() == [3, 5]
    account = read.inputs[0]
    assert (account.rows_in, account.rows_out, account.rejected) == (5, 3, 2)


def test_cells_left_out_at_the_end_of_rows_are_empty_and_said_once(tmp_path: Path) -> None:
    path = written(tmp_path / "p.csv", "Name,Country,Remarks\nGazprom,RU\nA Firm,UZ,good\nB Firm\n")
    read = read_parties([path])
    assert read.subjects.column("name").to_pylist() == ["Gazprom", "A Firm", "B Firm"]
    assert read.subjects.column("country").to_pylist() == [["RU"], ["UZ"], []]
    assert not len(read.rejects)
    said = [note for note in read.notes if "fewer cells" in note]
    assert said == [
        f"{path}: 2 rows have fewer cells than the header, first row 2: the "
        "cells missing at the end are taken for empty"
    ]


def test_a_short_row_without_a_name_is_still_rejected(tmp_path: Path) -> None:
    path = written(tmp_path / "p.csv", "id,name,country\n1,A Firm,UZ\n2\n")
    assert read_parties([path]).rejects.column("line").to_pylist() == [3]


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "the file is empty"), (b"%PDF-1.7 \n", "is a PDF document"), (b"colour,weight\nred,3\n", "no name column"),
     (b"name,country\n", "no rows below the header")],
)  # fmt: skip
def test_of_several_files_one_that_is_unusable_is_a_reject_and_the_others_are_read(
    tmp_path: Path, content: bytes, says: str
) -> None:
    good = [written(tmp_path / name, "name,country\nA Firm,UZ\n") for name in ("a.csv", "c.csv")]
    bad = tmp_path / "b.csv"
    bad.write_bytes(content)
    read = read_parties([good[0], bad, good[1]])
    assert read.subjects.column("source").to_pylist() == [str(path) for path in good]
    (reject,) = read.rejects.to_pylist()
    assert reject["file"] == str(bad)
    assert says in reject["reason"]
    assert [each.format for each in read.inputs] == ["text", "unreadable", "text"]
    assert all(each.rows_in == each.rows_out + each.rejected for each in read.inputs)
    assert any(note.startswith(f"not screened: {bad}") for note in read.notes)


def test_where_none_of_several_files_is_usable_the_first_reason_is_the_error(tmp_path: Path) -> None:
    empty, pdf = tmp_path / "a.csv", tmp_path / "b.csv"
    empty.write_bytes(b"")
    pdf.write_bytes(b"%PDF-1.7 \n")
    with pytest.raises(InputError, match=r"a\.csv: the file is empty"):
        read_parties([empty, pdf])


def test_of_several_files_one_that_is_not_there_stops_before_anything_is_read(tmp_path: Path) -> None:
    good = written(tmp_path / "a.csv", "name,country\nA Firm,UZ\n")
    with pytest.raises(InputError, match="no such file"):
        next(PartyReader([good, tmp_path / "none.csv"]).batches())


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_file(tmp_path: Path) -> None:
    rows = "".join(f"Firm {number},UZ\n" for number in range(100))
    path = written(tmp_path / "p.csv", 'name,country\n"Broken,UZ\n' + rows)
    read = read_parties([path])
    assert len(read.subjects) == 100
    assert read.rejects.column("line").to_pylist() == [2]


def test_a_quoted_cell_may_run_over_lines(tmp_path: Path) -> None:
    path = written(tmp_path / "p.csv", 'name,address\n"A ""B"" Firm","Line 1\nLine 2"\nC,D\n')
    read = read_parties([path]).subjects
    assert read.column("name").to_pylist() == ['A "B" Firm', "C"]
    assert read.column("place").to_pylist() == ["row 2", "row 4"]


def test_gzip_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "p.csv.gz"
    path.write_bytes(gzip.compress(b"name,country\nA Firm,UZ\n"))
    assert names(path) == ["A Firm"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO("name;country\nУзстанекс;UZ\n".encode("cp1251"))

    monkeypatch.setattr(sys, "stdin", Stdin())
    read = read_parties(["-"])
    assert read.subjects.column("name").to_pylist() == ["Узстанекс"]
    assert read.inputs[0].path == "standard input"


def test_workbook_sheets_with_names_are_read_and_the_others_noted(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "p.xlsx",
        {
            "Kunden": [["Kundenliste"], [], ["Name", "Land", "Geburtsdatum"], ["A", "DE", date(1970, 5, 3)]],
            "Notes": [["nothing", "of use"], ["x", 1]],
            "Lieferanten": [["Firma", "Land"], ["B GmbH", "AT"]],
            "Empty": [],
        },
    )
    read = read_parties([path])
    assert read.subjects.column("name").to_pylist() == ["A", "B GmbH"]
    assert read.subjects.column("place").to_pylist() == ["Kunden, row 4", "Lieferanten, row 2"]
    assert read.subjects.column("birth_date").to_pylist() == ["1970-05-03", None]
    assert any("Notes" in note for note in read.notes)


def test_workbook_numbers_are_the_text_they_show(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    book = Workbook()
    sheet = book.active
    sheet.append(["Customer ID", "Name", "Tax number"])
    sheet.append([101, "A", 7707083893])
    sheet["A2"].number_format = "0000"
    book.save(path)
    row = read_parties([path]).subjects.to_pylist()[0]
    assert row["subject_id"] == "0101"
    assert row["identifiers"][0]["number"] == "7707083893"


def test_parquet_and_json_lines(tmp_path: Path) -> None:
    table = pa.table({"id": ["0101", "7"], "name": ["Nan None", "B"], "aliases": [["X", "Y"], None], "n": [1, 2]})
    pq.write_table(table, tmp_path / "p.parquet")
    lines = [{"id": "0101", "name": "Nan None", "aliases": ["X", "Y"]}, {"name": "B", "id": 7}]
    text = "\n".join(json.dumps(line) for line in lines) + "\n{broken\n[1]\n"
    path = written(tmp_path / "p.jsonl", text)
    assert names(tmp_path / "p.parquet") == ["Nan None", "X", "Y", "B"]
    read = read_parties([path])
    assert read.subjects.column("name").to_pylist() == ["Nan None", "X", "Y", "B"]
    assert read.subjects.column("subject_id").to_pylist() == ["0101"] * 3 + ["7"]
    assert read.rejects.column("line").to_pylist() == [3, 4]


def _zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(60):
                part.write(b"\0" * (1 << 20))


def _encrypted(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "EncryptedPackage".encode("utf-16-le"))


def _entities(path: Path) -> None:
    workbook(path, {"S": [["name"], ["A"]]})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    parts["xl/worksheets/sheet1.xml"] = bomb + parts["xl/worksheets/sheet1.xml"].partition(b"?>")[2]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"name,country\n", "no rows"),
        (b"\0\x01\x02" * 500, "not text"),
        (b"%PDF-1.7 \n", "PDF"),
        (b"PK\x03\x04 not really", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not a workbook"),
        (b"PAR1 not really", "damaged"),
        (b"\x1f\x8b\x08\x00 cut", "gzip"),
        (b"{broken\n", "JSON"),
        (b"colour,weight\nred,3\n", "no name column"),
        (_zip_bomb, "unreasonable size"),
        (_encrypted, "encrypted"),
        (_entities, "damaged"),
    ],
)
def test_unusable_files_give_one_clear_line(tmp_path: Path, content: object, says: str) -> None:
    path = tmp_path / "bad.xlsx"
    if callable(content):
        content(path)
    else:
        path.write_bytes(content)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=says) as caught:
        read_parties([path])
    assert "bad.xlsx" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_parties([tmp_path / "none.csv"])
    with pytest.raises(InputError, match="folder"):
        read_parties([tmp_path])
    with pytest.raises(InputError, match="no party table"):
        read_parties([])


@pytest.mark.parametrize("name", ["x" * 10_000, "GRОUP​ UZ‍STANEX", "a\u0301\u0300 \u0302"])
def test_strange_names_are_read_as_they_stand(tmp_path: Path, name: str) -> None:
    assert names(written(tmp_path / "p.csv", f"name,country\n{name},UZ\n")) == [name]


@pytest.mark.parametrize("name", ["\u0301\u0302\u0303", "!!! ---", "…"])
def test_names_without_a_letter_are_rejected_with_the_reason(tmp_path: Path, name: str) -> None:
    read = read_parties([written(tmp_path / "p.csv", f"name,country\n{name},UZ\nA,UZ\n")])
    assert read.subjects.column("name").to_pylist() == ["A"]
    assert "no letter" in read.rejects.column("reason")[0].as_py()


def test_batches_of_any_size_give_the_same(tmp_path: Path) -> None:
    rows = "".join(f"{number},Firm {number},UZ\n" for number in range(25))
    path = written(tmp_path / "p.csv", "id,name,country\n" + rows)
    whole = read_parties([path]).subjects
    batched = pa.concat_tables(batch.subjects for batch in PartyReader([path]).batches(rows=7))
    assert whole.equals(batched.combine_chunks()) or whole.to_pylist() == batched.to_pylist()


def test_the_encoding_of_delimited_text_stands_in_its_account(tmp_path: Path) -> None:
    path = tmp_path / "cp1251.csv"
    path.write_bytes("наименование;страна\nОАО Тихий Луг;Россия\nООО Зелёный Луг;Россия\n".encode("cp1251"))
    (account,) = read_parties([path]).inputs
    assert account.encoding == "cp1251"


def test_half_a_surrogate_pair_in_json_is_a_letter_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "half.jsonl"
    path.write_text('{"name": "\\ud800Quiet \\ud83d\\ude00 Meadow", "\\udc00key": "x"}\n', encoding="utf-8")
    with open_tables(path) as opened:
        rows = [row.cells for row in opened.tables[0].lines()]
    assert rows == [["name", "\ufffdkey"], ["\ufffdQuiet \U0001f600 Meadow", "x"]]
