"""Broken and hostile lists: each is refused with one line that says what, where and what to do."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from screening import Snapshot
from screening.errors import ListError
from screening.watchlists import source

SDN_ROW = '{uid},"{name}","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1960; Gender Male."\r\n'
SDN_CSV = "".join(SDN_ROW.format(uid=uid, name=f"DOE, John {uid}") for uid in (36, 173, 306))
SDN_XML = """<?xml version="1.0"?>
<sdnList xmlns="http://tempuri.org/sdnList.xsd">
 <publshInformation><Publish_Date>01/08/2026</Publish_Date><Record_Count>2</Record_Count></publshInformation>
 <sdnEntry><uid>1</uid><lastName>DOE</lastName><sdnType>Individual</sdnType></sdnEntry>
 <sdnEntry><uid>2</uid><lastName>ROE</lastName><sdnType>Entity</sdnType></sdnEntry>
</sdnList>
"""
BOMB = """<?xml version="1.0"?>
<!DOCTYPE sdnList [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<sdnList><sdnEntry><uid>1</uid><lastName>&b;</lastName></sdnEntry></sdnList>
"""
OUTSIDE = """<?xml version="1.0"?>
<!DOCTYPE sdnList [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
<sdnList><sdnEntry><uid>1</uid><lastName>&secret;</lastName></sdnEntry></sdnList>
"""
DPL = '"Name"\t"Country"\t"Effective_Date"\t"Expiration_Date"\t"Standard_Order"\t"FR_Citation"\n"DOE"\t"US"\n'
CASES = [
    # name, content, what the message must hold
    ("empty.csv", b"", "the file is empty"),
    ("only_eof.csv", b"\x1a\r\n", "the file is empty"),
    ("binary.txt", bytes(range(256)) * 40, "no known list format.*OFAC legacy CSV"),
    ("prose.txt", b"Once upon a time there was no list.\n", "no known list format"),
    ("page.html", b"<!DOCTYPE html><html><body>Service unavailable</body></html>", "no known list format"),
    ("cut_row.csv", SDN_CSV.encode() + b'400,"ROE, Jane","indiv\r\n', "row 4.*cut short"),
    ("short_row.csv", SDN_CSV.encode() + b'400,"ROE, Jane"\r\n', "row 4: the row has 2 cells, not 12"),
    (
        "twice.csv",
        (SDN_CSV + SDN_ROW.format(uid=36, name="X")).encode(),
        "row 4: entry id '36' stands there twice",
    ),
    ("nameless.csv", SDN_ROW.format(uid=36, name="").encode(), "entry 36 has no name"),
    ("cut.xml", SDN_XML[:-60].encode(), "row 5: the XML is malformed or cut short"),
    ("malformed.xml", SDN_XML.replace("</uid>", "</oops>", 1).encode(), "row 4: the XML is malformed"),
    ("bomb.xml", BOMB.encode(), "row 2: the XML declares a document type"),
    ("outside.xml", OUTSIDE.encode(), "row 2: the XML declares a document type"),
    ("late.xml", SDN_XML.replace("<sdnEntry>", "<!DOCTYPE x><sdnEntry>", 1).encode(), "malformed"),
    ("twice.xml", SDN_XML.replace("<uid>2<", "<uid>1<").encode(), "row 5: entry id '1' stands there twice"),
    ("no_id.xml", SDN_XML.replace("<uid>2<", "<uid> <").encode(), "row 5: an entry has no id"),
    ("half.xml", SDN_XML.replace("Count>2<", "Count>900<").encode(), "says it holds 900 entries and holds 2"),
    ("none.xml", b"<CONSOLIDATED_LIST></CONSOLIDATED_LIST>", "holds no entries"),
    ("header_only.csv", b"entry_id,schema,name\n", "holds no entries"),
    ("no_column.csv", b"entry_id,schema,country\n1,Person,UZ\n", "row 1: column name missing"),
    ("two_columns.csv", b"entry_id,schema,name,Name\n1,Person,A,B\n", "row 1, column name: 2 columns are headed so"),
    ("cut_row.tsv", DPL.encode(), "row 2: the row has 2 cells, the header has 6"),
    (
        "two_schemas.csv",
        b"entry_id,schema,name\n1,Person,A\n1,Vessel,B\n",
        "row 3, column schema.*Person above",
    ),
    ("bad_schema.csv", b"entry_id,schema,name\n1,Ship,A\n", "row 2, column schema.*use one of Person"),
    (
        "bad_measure.csv",
        b"entry_id,name,measure\n1,A,freeze\n",
        "row 2, column measure: 'freeze' is no measure",
    ),
    ("bad_type.csv", b"entry_id,name,name_type\n1,A,nickname\n", "row 2, column name_type"),
    ("bad_date.csv", b"entry_id,name,listed_on\n1,A,soon\n", "row 2, column listed_on: 'soon' is no date"),
    ("no_name.csv", b"entry_id,name,country\n1,,UZ\n", "row 2, column name"),
    (
        "cut.json",
        b'{"results": [{"source": "x", "alt_names": [], "federal_register_notice": ""',
        "row 1: the JSON is",
    ),
    (
        "cut.ftm.json",
        b'{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}\n{"id":\n',
        "row 2: the JSON is",
    ),
]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(("name", "content", "message"), CASES, ids=[case[0] for case in CASES])
def test_a_broken_list_is_refused_in_one_line(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ListError, match=f"(?i){message}") as caught:
        Snapshot.read(path)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)
    assert caught.value.remedy


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(ListError, match="no such file or folder"):
        Snapshot.read(tmp_path / "sdn.csv")


def test_an_empty_folder_and_one_without_lists_are_refused(tmp_path):
    with pytest.raises(ListError, match="holds no files"):
        Snapshot.read(tmp_path)
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "b.txt").write_text("b", encoding="utf-8")
    with pytest.raises(ListError, match="none of its 2 files is a list in a known format"):
        Snapshot.read(tmp_path)


def test_deep_nesting_is_refused(tmp_path):
    path = tmp_path / "deep.xml"
    path.write_text("<sdnList>" + "<a>" * 200_000, encoding="utf-8")
    with pytest.raises(ListError, match="nests deeper"):
        Snapshot.read(path)


def test_json_nested_absurdly_deep_is_refused(tmp_path):
    path = tmp_path / "deep.json"
    head = '{"results": 1, "source": 2, "alt_names": 3, "federal_register_notice": '
    path.write_text(head + "[" * 200_000, encoding="utf-8")
    with pytest.raises(ListError, match="the JSON is malformed"):
        Snapshot.read(path)


def test_truncated_gzip_is_refused(tmp_path):
    path = tmp_path / "sdn.csv.gz"
    path.write_bytes(gzip.compress(SDN_CSV.encode() * 1)[:-20])
    with pytest.raises(ListError, match="cannot be unpacked"):
        Snapshot.read(path)


def test_gzip_bomb_is_refused_before_it_fills_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "SMALL", 1024 * 1024)
    path = tmp_path / "sdn.csv.gz"
    path.write_bytes(gzip.compress(SDN_CSV.encode() + b" " * 20_000_000, 9))
    with pytest.raises(ListError, match="archive bomb"):
        Snapshot.read(path)


def _zip(path: Path, *members: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_a_list_in_a_zip_is_read(tmp_path):
    path = _zip(tmp_path / "SDN_XML.ZIP", ("SDN.XML", SDN_XML.encode()))
    assert len(Snapshot.read(path)) == 2


def test_zip_bomb_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "SMALL", 1024 * 1024)
    path = _zip(tmp_path / "bomb.zip", ("sdn.csv", SDN_CSV.encode() + b" " * 20_000_000))
    with pytest.raises(ListError, match="archive bomb"):
        Snapshot.read(path)


def test_zip_bomb_that_lies_about_its_size_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "SMALL", 1024 * 1024)
    path = _zip(tmp_path / "liar.zip", ("sdn.csv", SDN_CSV.encode() + b" " * 20_000_000))
    data = bytearray(path.read_bytes())
    size = 20_000_000 + len(SDN_CSV)
    packed = struct.pack("<I", size)
    while (at := data.find(packed)) >= 0:  # in the local and in the central header
        data[at : at + 4] = struct.pack("<I", 1000)
    path.write_bytes(data)
    with pytest.raises(ListError, match=r"cannot be unpacked|archive bomb|cut short"):
        Snapshot.read(path)


@pytest.mark.parametrize("name", ["../../sdn.csv", "/etc/sdn.csv", "a/../../sdn.csv", "..\\sdn.csv", "C:\\sdn.csv"])
def test_zip_that_names_paths_outside_itself_is_refused(tmp_path, name):
    path = _zip(tmp_path / "escape.zip", (name, SDN_CSV.encode()))
    with pytest.raises(ListError, match="a path outside itself"):
        Snapshot.read(path)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["escape.zip"]


def test_zip_of_too_many_files_is_refused(tmp_path):
    path = _zip(tmp_path / "many.zip", *((f"{number}.csv", b"x") for number in range(100)))
    with pytest.raises(ListError, match="holds 100 files"):
        Snapshot.read(path)


def test_zip_that_is_cut_short_is_refused(tmp_path):
    path = _zip(tmp_path / "cut.zip", ("sdn.csv", SDN_CSV.encode()))
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(ListError, match="not a whole zip"):
        Snapshot.read(path)


def test_spreadsheet_bomb_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "SMALL", 1024 * 1024)
    path = _zip(tmp_path / "list.xlsx", ("[Content_Types].xml", b"<x/>"), ("xl/sheet.xml", b" " * 20_000_000))
    with pytest.raises(ListError, match=r"archive bomb|no known list format"):
        Snapshot.read(path)


def test_a_cell_at_the_far_end_of_a_spreadsheet_is_refused_before_room_is_made_for_all(tmp_path):
    """The reader takes room for the whole area the cells span: 500 GB here, of which the process would die."""
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        b'<c r="A1" t="inlineStr"><is><t>entry_id</t></is></c></row><row r="1048576">'
        b'<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
    )
    book = openpyxl.Workbook()
    book.active.append(["entry_id", "name"])
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts["xl/worksheets/sheet1.xml"] = sheet
    path = _zip(tmp_path / "far.xlsx", *parts.items())
    with pytest.raises(ListError, match="16,384 columns and 1,048,576 rows"):
        Snapshot.read(path)


def test_file_called_xlsx_that_is_none_is_refused(tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))  # an encrypted workbook begins like this
    with pytest.raises(ListError, match="no known list format"):
        Snapshot.read(path)


def test_damaged_parquet_is_refused(tmp_path):
    path = tmp_path / "list.parquet"
    path.write_bytes(b"PAR1" + bytes(100) + b"PAR1")
    with pytest.raises(ListError, match="damaged Parquet"):
        Snapshot.read(path)


def test_the_end_of_file_mark_of_dos_is_no_row(tmp_path):
    path = tmp_path / "sdn.csv"
    path.write_bytes(SDN_CSV.encode() + b"\x1a\r\n")
    assert len(Snapshot.read(path)) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp1251"])
def test_own_lists_are_read_in_any_encoding(tmp_path, encoding):
    name = "Société Générale française" if encoding == "cp1252" else "Общество с ограниченной ответственностью Пример"
    rows = "".join(f"{number},{name} {number}\n" for number in range(1, 30))
    path = tmp_path / "ours.csv"
    path.write_bytes(f"entry_id,name\n{rows}".encode(encoding))
    assert Snapshot.read(path).entry("1")["name"] == f"{name} 1"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_mixed_line_ends_are_read(tmp_path, newline):
    path = tmp_path / "ours.csv"
    path.write_bytes(f"entry_id,name{newline}1,A{newline}2,B\n3,C\r\n".encode())
    assert len(Snapshot.read(path)) == 3


def test_invisible_characters_in_names_go(tmp_path):
    path = tmp_path / "ours.csv"
    path.write_text('entry_id,name\n1,"A\u200bC\u202eME\x07\n\t LLC"\n', encoding="utf-8")
    assert Snapshot.read(path).entry("1")["name"] == "ACME LLC"


def test_reading_a_zip_from_memory_needs_no_folder(tmp_path):
    """Nothing is unpacked to disk."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("sdn.csv", SDN_CSV)
        archive.writestr("alt.csv", '36,1,"aka","ALIAS ONE",-0- \r\n')
    path = tmp_path / "set.zip"
    path.write_bytes(buffer.getvalue())
    snapshot = Snapshot.read(path)
    assert snapshot.counts["alias"] == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["set.zip"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "koi8_r"])
def test_a_list_of_ones_own_is_read_in_the_encodings_of_the_region(tmp_path, encoding):
    path = tmp_path / "own.csv"
    path.write_bytes("entry_id,schema,name\n1,Company,Выдуманный машиностроительный завод\n".encode(encoding))
    assert Snapshot.read(path).names.column("name").to_pylist() == ["Выдуманный машиностроительный завод"]


def test_a_stray_byte_does_not_spoil_the_other_names(tmp_path):
    path = tmp_path / "own.csv"
    text = "entry_id,schema,name\n1,Company,Выдуманный завод\n2,Company,Caf# Imaginaire\n"
    path.write_bytes(text.encode().replace(b"#", b"\xe9"))
    assert Snapshot.read(path).names.column("name").to_pylist() == ["Выдуманный завод", "Café Imaginaire"]
