"""A text in which a line or a letter is in another encoding than the rest: the rest stays as it is, the line is read by
its number in its own.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from screening.encoding import likely_encoding
from screening.intake.customs import CustomsReader
from screening.intake.decoding import decode
from screening.intake.parties import read_parties
from screening.watchlists.snapshot import Snapshot

MIXED = [
    ("cp1251", ["Завод Прибор", "Ромашка"], "ООО Выдуманный порох"),
    ("cp1251", ["Українські Технології", "Приватна фірма Крамниця"], "Приватне підприємство Промінь"),
    ("cp1254", ["Güçlü Şti", "Öz Çelik İnşaat"], "Uğur Doğan A.Ş."),
    ("cp1254", ["Su Şti", "Ak Şti"], "Işık Güneş"),
    ("gb18030", ["深圳市虚构贸易有限公司", "上海电子"], "北京航空科技有限公司"),
    ("cp932", ["架空商事株式会社", "髙橋商店"], "東京電子株式会社"),
    ("cp949", ["가상 무역 회사", "부산 상사"], "서울 전자 회사"),
    ("big5", ["虛構貿易有限公司", "高雄電子"], "臺北電子有限公司"),
]


def _written(path: Path, header: str, lines: list[tuple[str, str]], end: str) -> Path:
    path.write_bytes(header.encode() + b"".join(f"{text}{end}\n".encode(codec) for text, codec in lines))
    return path


@pytest.mark.parametrize(("codec", "names", "stray"), MIXED)
@pytest.mark.parametrize("at", [0, 1, 4])
def test_one_line_of_another_encoding_in_a_file_of_utf8_is_read_in_its_own(
    tmp_path: Path, codec: str, names: list[str], stray: str, at: int
) -> None:
    lines = [(name, "utf-8") for name in names * 2]
    lines.insert(at, (stray, codec))
    table = _written(tmp_path / "p.csv", "Name,Country\n", lines, ",UZ")
    read = read_parties([table])
    assert read.subjects["name"].to_pylist() == [name for name, _ in lines]
    assert f"1 line that is no UTF-8, read as {codec}: {at + 2}" in "".join(read.notes)
    assert read.inputs[0].encoding == "utf-8"
    story = _written(tmp_path / "s.txt", "", lines, ".")
    assert decode(story).text == "".join(f"{name}.\n" for name, _ in lines)


@pytest.mark.parametrize(("codec", "names", "stray"), MIXED)
@pytest.mark.parametrize("end", ["\n", '\n"Quoted ""firm""",854231,2023-01-01\n'])
def test_so_it_is_in_a_customs_table(tmp_path: Path, codec: str, names: list[str], stray: str, end: str) -> None:
    lines = [(f"{name} {number}", "utf-8") for number in range(2) for name in names]
    lines.insert(2, (stray, codec))
    path = _written(tmp_path / "c.csv", "Importer,HS code,Date\n", lines, ",854231,2023-01-01")
    path.write_bytes(path.read_bytes().removesuffix(b"\n") + end.encode())
    reader = CustomsReader([path])
    batches = list(reader.batches())
    assert {name for name, _ in lines} <= {party.name for party in reader.book.parties}
    assert sum(batch.rows for batch in batches) == reader.inputs[0].rows_out == 5 + end.count("Quoted")
    assert f"1 line that is no UTF-8, read as {codec}: 4" in "".join(reader.notes)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_line_of_another_encoding_in_json_lines_and_under_a_byte_order_mark_is_read(
    tmp_path: Path, mark: str
) -> None:
    rows = [(json.dumps({"name": name}, ensure_ascii=False), "utf-8") for name in ("Завод Прибор", "Ромашка")]
    rows.append((json.dumps({"name": "ООО Порох"}, ensure_ascii=False), "cp1251"))
    read = read_parties([_written(tmp_path / "p.jsonl", mark, rows, "")])
    assert read.subjects["name"].to_pylist() == ["Завод Прибор", "Ромашка", "ООО Порох"]
    assert "1 line that is no UTF-8, read as cp1251: 3" in "".join(read.notes)
    table = _written(tmp_path / "p.csv", f"{mark}Name,Country\n", [("Прибор", "utf-8"), ("Порох", "cp1251")], ",RU")
    assert read_parties([table]).subjects["name"].to_pylist() == ["Прибор", "Порох"]


def test_a_line_of_another_encoding_in_a_list_of_ones_own_is_read(tmp_path: Path) -> None:
    lines = [("1,Завод Прибор", "utf-8"), ("2,Ромашка", "utf-8"), ("3,ООО Порох", "cp1251")]
    found = Snapshot.read(_written(tmp_path / "own.csv", "entry_id,name,schema\n", lines, ",Company"))
    assert "ООО Порох" in found.names["name"].to_pylist()


@pytest.mark.parametrize("end", ["", "\n", ",RU\n"])
@pytest.mark.parametrize(("name", "cut"), [("Ромашка", 1), ("Прибор", 1), ("有限公司", 1), ("有限公司", 2)])
def test_a_letter_cut_in_two_is_no_letter_of_another_encoding(tmp_path: Path, name: str, cut: int, end: str) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes("Name,Country\nЗавод Прибор,RU\n深圳电子,CN\n".encode() + name.encode()[:-cut] + end.encode())
    read = read_parties([path])
    assert read.subjects["name"].to_pylist() == ["Завод Прибор", "深圳电子", f"{name[:-1]}\ufffd"]
    assert "1 line with a letter cut in two, lost: 4" in "".join(read.notes)
    assert (read.inputs[0].rows_in, read.inputs[0].rows_out) == (3, 3)


def test_a_letter_of_windows_1252_behind_a_plain_one_is_that_letter(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes(
        "Name,Country\nМюллер и сыновья,RU\n".encode() + "Завод Café#,RU\n".encode().replace("é#".encode(), b"\xe9")
    )
    assert read_parties([path]).subjects["name"].to_pylist() == ["Мюллер и сыновья", "Завод Café"]


@pytest.mark.parametrize("codec", ["cp1251", "koi8_r", "cp866"])
@pytest.mark.parametrize("names", [["Иванов"], ["Иванов", "Петров", "Сидорова"], ["прибор", "Завод"]])
def test_a_few_words_in_cyrillic_are_no_chinese_or_korean(codec: str, names: list[str]) -> None:
    assert likely_encoding([f"{name},UZ\n".encode(codec) for name in names]) == codec


@pytest.mark.parametrize(
    ("codec", "names"),
    [
        ("gb18030", ["北京航空科技有限公司"]),
        ("gb18030", ["北京", "上海", "王伟"]),
        ("cp949", ["김정은", "서울"]),
        ("cp949", ["서울 전자 회사"]),
        ("cp932", ["東京電子株式会社"]),
        ("big5", ["臺北電子有限公司"]),
    ],
)
def test_a_few_words_in_chinese_japanese_or_korean_are_no_cyrillic(codec: str, names: list[str]) -> None:
    lines = [f"{name},UZ\n".encode(codec) for name in names]
    assert b"".join(lines).decode(likely_encoding(lines)) == "".join(f"{name},UZ\n" for name in names)
