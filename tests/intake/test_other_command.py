"""Which tables look as if they were handed to the wrong command."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.other_command import looks_like_customs, looks_like_parties, looks_like_statistics
from screening.intake.tables import open_tables


@pytest.mark.parametrize(
    ("headings", "customs"),
    [
        ("HS code|Importer", True),
        ("ТН ВЭД|Вес нетто|Наименование", True),
        ("GTİP|Net ağırlık (kg)|Alıcı", True),
        ("Shipper|Consignee|Gross weight", True),
        ("Name|Shipper|Consignee", False),
        ("Supplier|HS codes|Address|Country", False),
        ("Name|Former name|Country|Tax ID|Date of birth", False),
        ("", False),
    ],
)
def test_customs_records_are_told_by_codes_or_sides_with_what_a_consignment_has(headings: str, customs: bool) -> None:
    assert looks_like_customs(headings.split("|")) is customs


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Name;Former name;Country\nA;B;UZ\n", True),
        ("Customers of 2026;;\n;;\nFirma;Land;Steuernummer\nA;DE;1\n", True),
        ("Наименование;ИНН;Страна\nА;1;РФ\n", True),
        ("Name;HS code;Country\nA;391220;UZ\n", False),
        ("Name\nA\n", False),
        ("Product;Weight;Date\nA;1;2026-01-01\n", False),
    ],
)
def test_party_tables_are_told_by_a_name_and_what_stands_beside_it(tmp_path: Path, text: str, parties: bool) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    with open_tables(path) as opened:
        assert looks_like_parties(opened.tables[0]) is parties


@pytest.mark.parametrize(
    ("text", "statistics"),
    [
        ("reporter;partner;period;cmd_code;primary_value\nKGZ;RUS;2023-01;854231;100\n", True),
        ("Partner country;2021;2022;2023\nRussia;1;2;3\nChina;4;5;6\n", True),
        ("Country;January-February 2022;January-February 2023\nRussia;1;2\nChina;4;5\n", True),
        ("Name;Country\nA;UZ\n", False),
        ("Declaration;Date;HS code;Net weight\nD1;2023-01-02;854231;5\n", False),
    ],
)
def test_statistics_are_told_by_partners_and_periods(tmp_path: Path, text: str, statistics: bool) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    with open_tables(path) as opened:
        assert looks_like_statistics(opened.tables[0]) is statistics
