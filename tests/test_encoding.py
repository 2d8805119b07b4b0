"""Which encoding a file is in where its bytes do not agree on one."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from screening import Screener, Snapshot
from screening.encoding import likely_encoding, stray_bytes_only
from screening.file_encoding import told
from screening.intake.decoding import decode
from screening.intake.parties import read_parties


def test_a_stray_byte_does_not_make_other_letters_of_the_names_in_utf8(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    names = [f"Müller {number} GmbH" for number in range(20)]
    path.write_bytes("\n".join(["name", *names]).encode() + b"\nCaf\xe9 Imaginaire\n")
    assert read_parties([path]).subjects.column("name").to_pylist() == [*names, "Café Imaginaire"]


def test_lines_of_a_story_may_be_in_two_encodings(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(
        "Фирма «Выдумка» продала товар.\n".encode() + "Иван Вымышленный подписал договор.\n".encode("cp1251")
    )
    assert decode(path).text == "Фирма «Выдумка» продала товар.\nИван Вымышленный подписал договор.\n"


def test_a_stray_byte_in_a_story_of_one_line_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes("Фирма «Выдумка» продала товар в Caf#.".encode().replace(b"#", b"\xe9"))
    assert decode(path).text == "Фирма «Выдумка» продала товар в Café."


@pytest.mark.parametrize("codec", ["cp1251", "koi8_r", "cp1256", "gb18030", "shift_jis", "euc_kr"])
def test_text_in_other_encodings_is_not_utf8_with_strays(codec: str) -> None:
    text = {
        "cp1256": "شركة خيالية للتجارة",
        "gb18030": "虚构贸易有限公司",
        "shift_jis": "架空商事株式会社",
        "euc_kr": "가상 무역 회사",
    }
    assert not stray_bytes_only(text.get(codec, "Выдуманный завод, всё").encode(codec))


def test_letters_far_down_a_long_table_count(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    with path.open("wb") as file:
        file.write(b"name,country\n" + b"Plain Trading,RU\n" * 300_000)
        file.write("Выдуманный завод,RU\n".encode("cp1251") * 3 + b"Plain Trading,RU\n" * 10)
    assert told(path, "long.csv").codec == "cp1251"


@pytest.mark.parametrize(
    ("codec", "names"),
    [
        ("cp1254", ["Güçlü Lojistik Limited Şirketi", "Uğur Doğan", "Ayşe Kılıç"]),
        ("cp1252", ["Hélène Lefèvre", "Façade Bâtiment à Paris", "Société Générale"]),
        ("cp1252", ["Società Agricola", "Nicolò Università"]),
        ("cp1252", ["Señor Muñoz", "Compañía José García"]),
        ("cp1252", ["São João", "Importação Conceição"]),
        ("cp1252", ["Göteborg Hälsa", "Åke Sjöström", "Bjørn Kjær"]),
        ("cp1250", ["Spółka Łódź", "Święty Wacław"]),
        ("cp1250", ["Dvořák Jiří", "Růžička Plzeň", "Státní podnik"]),
        ("cp1250", ["Kovács Ágnes", "Részvénytársaság Győr"]),
        ("cp1257", ["Jānis Bērziņš", "Sabiedrība ar atbildību"]),
    ],
)
@pytest.mark.parametrize("times", [1, 40])
def test_latin_letters_tell_the_encoding_by_their_language(codec: str, names: list[str], times: int) -> None:
    """Encodings that have other letters in the same places decode each other's files without an error."""
    lines = [f"{row};{name};X\n".encode(codec) for row, name in enumerate(names * times)]
    read = b"".join(lines).decode(likely_encoding(lines))
    assert read == b"".join(lines).decode(codec)


@pytest.mark.parametrize(
    ("codec", "names"),
    [
        ("cp1251", ["Узстанекс"]),
        ("cp1251", ["Uzstanex LLC", "Казанский порох", "Alpha Trading"]),
        ("koi8_r", ["Раиса Петровна Божко"]),
        ("cp866", ["Казанский пороховой завод"]),
        ("mac_cyrillic", ["Узстанекс", "Роснефть"]),
        ("cp1256", ["بنك صادرات ايران"]),
        ("iso8859_6", ["بنك صادرات ايران", "شركة الانوار"]),
        ("cp1253", ["Συριακή Δημοκρατική Φρουρά"]),
        ("cp1255", ["נועם פדרמן"]),
        ("cp1252", ["“KOMID”", "Închisoarea Rajaee"]),
        ("cp1252", ["Göteborg", "Músquiz"]),
    ],
)
def test_a_name_or_two_tell_the_encoding_by_the_letters_of_their_language(codec: str, names: list[str]) -> None:
    lines = [name.encode(codec) + b"\n" for name in names]
    read = likely_encoding(lines)
    assert [line.decode(read).strip() for line in lines] == names


def test_a_list_of_ones_own_with_one_name_beyond_ascii_is_read_in_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    rows = "entry_id,schema,name,name_type\n1,Company,Uzstanex LLC,primary\n1,Company,Узстанекс,alias\n"
    path.write_bytes(rows.encode("cp1251"))
    found = Screener([Snapshot.read(path)]).screen(pa.table({"name": ["Узстанекс"], "schema": ["Company"]}))
    assert found["matched_name"].to_pylist() == ["Узстанекс"]


@pytest.mark.parametrize(
    ("codec", "lines"),
    [
        ("cp949", ["수출자,구매자,신고인", "(주)강동기계무역,가상 무역 회사,서울", "쀍똠방각하 식품(주),부산"]),
        ("cp932", ["輸出者,輸入者,品名", "㈱架空商事,東京都,ボールベアリング", "髙橋商店①,大阪府,部品"]),
    ],
)
def test_signs_that_windows_adds_to_korean_and_japanese_encodings_are_read(codec: str, lines: list[str]) -> None:
    written = [f"{line}\n".encode(codec) for line in lines]
    assert b"".join(written).decode(likely_encoding(written)).splitlines() == lines
