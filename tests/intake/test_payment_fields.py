"""Fields 50 and 59 of payment messages in cells, and the flat headings of MT103 and pacs.008."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from screening.intake.parties import read_parties
from screening.intake.payment_fields import Field, field_of


def subjects(tmp_path: Path, text: str) -> tuple[list[dict[str, Any]], list[str]]:
    path = tmp_path / "p.csv"
    path.write_text(text, encoding="utf-8")
    found = read_parties([path])
    return found.subjects.to_pylist(), found.notes


@pytest.mark.parametrize(
    ("cell", "name", "country"),
    [
        ("/40817810099910004312 LILIYA ROTENBERG 12 LENINA STR MOSCOW RU", "LILIYA ROTENBERG", "RU"),
        ("/KG123456\n1/LILIYA ROTENBERG\n2/STREET 5\n3/KG/BISHKEK", "LILIYA ROTENBERG", "KG"),
        ("1/LILIYA ROTENBERG 2/LENINA 5 3/KG/BISHKEK", "LILIYA ROTENBERG", "KG"),
        ("1/LILIYA ARKADYEVNA 1/ROTENBERG 3/AE/DUBAI", "LILIYA ARKADYEVNA ROTENBERG", "AE"),
        ("CUST/DE/ABC BANK/123456789 1/JOHN SMITH", "JOHN SMITH", "DE"),
        ("DE89370400440532013000 LILIYA ROTENBERG BERLIN", "LILIYA ROTENBERG", ""),
        ("DE89 3704 0044 0532 0130 00\nLILIYA ROTENBERG\nBERLIN, DE", "LILIYA ROTENBERG", "DE"),
        ("DEUTDEFFXXX\nLILIYA ROTENBERG", "LILIYA ROTENBERG", ""),
        ("LILIYA ROTENBERG\nLENINA STR 12\nMOSCOW\nRU", "LILIYA ROTENBERG", "RU"),
        (":50K:/12345678\nLILIYA ROTENBERG\nMOSCOW", "LILIYA ROTENBERG", ""),
        ("/123456 ALPHA TRADING LLC 15 KING STREET LONDON GB", "ALPHA TRADING LLC", "GB"),
        ("/AE070331234567890123456 OOO ROMASHKA UL LENINA 5 BISHKEK", "OOO ROMASHKA", ""),
        ("/12345 LILIYA ROTENBERG", "LILIYA ROTENBERG", ""),
        ("LILIYA ROTENBERG 12 LENINA STR MOSCOW", "LILIYA ROTENBERG", ""),
    ],
)
def test_a_field_is_read_as_name_address_and_country(cell: str, name: str, country: str) -> None:
    field = field_of(cell)
    assert field is not None
    assert (field.name, field.country) == (name, country)


def test_a_field_with_its_lines_numbered_tells_the_date_of_birth() -> None:
    assert field_of("1/LILIYA ROTENBERG\n2/LENINA 5\n3/KG/BISHKEK\n4/19830402") == Field(
        "LILIYA ROTENBERG", address="LENINA 5, BISHKEK", country="KG", birth_date="1983-04-02"
    )


def test_a_street_before_its_word_is_perhaps_of_the_name() -> None:
    field = field_of("/40817810099910004312 LILIYA ROTENBERG LENINA STR 12 MOSCOW")
    assert field is not None
    assert (field.name, field.reading) == ("LILIYA ROTENBERG LENINA", "LILIYA ROTENBERG")


@pytest.mark.parametrize(
    "cell",
    [
        "LILIYA ROTENBERG", "VLADIMIR PUTIN", "VLADIMIR ROTENBERG", "Alpha LLC\nBeta GmbH", "A/S NORDEN", "3M COMPANY",
        "Müller & Söhne GmbH, Berlin", "Rotenberg Liliya, Moscow", "Fabrika No. 7", "24/7 Logistics LLC", "",
        "АО «Завод № 15»", "Street 5 Fashion",
    ],
)  # fmt: skip
def test_a_name_as_any_other_is_no_field(cell: str) -> None:
    assert field_of(cell) is None


@pytest.mark.parametrize(
    ("payer", "payee"),
    [
        (":50K:", ":59:"), ("50K", "59"), ("50F", "59F"), ("50A", "59A"), ("Field 50", "Field 59"),
        ("Ordering customer (50)", "Beneficiary customer (59)"), ("50K: Ordering Customer", "59: Beneficiary Customer"),
        ("F50K", "F59"), ("Tag 50K", "Tag 59"), ("MT103_50", "MT103_59"),
    ],
)  # fmt: skip
def test_the_numbers_of_fields_are_headings_of_their_parties(tmp_path: Path, payer: str, payee: str) -> None:
    text = f'{payer};{payee};32A\n/123456 LILIYA ROTENBERG 12 LENINA STR MOSCOW;"1/JO DOE 2/X 5 3/KG/OSH";5\n'
    found, notes = subjects(tmp_path, text)
    assert [(each["role"], each["name"], each["country"]) for each in found] == [
        ("payer", "LILIYA ROTENBERG", []),
        ("payee", "JO DOE", ["KG"]),
    ]
    assert found[0]["address"] == "12 LENINA STR MOSCOW"
    assert any("2 cells of a payment message's fields" in note for note in notes)


def test_fifty_is_no_party_where_nothing_is_paid(tmp_path: Path) -> None:
    found, _ = subjects(tmp_path, "name;50;59\nAlpha LLC;3;4\n")
    assert [each["name"] for each in found] == ["Alpha LLC"]


@pytest.mark.parametrize(
    "header",
    [
        "Dbtr_Nm;Dbtr_PstlAdr_Ctry;Cdtr_Nm;Cdtr_PstlAdr_Ctry;Amount",
        "Dbtr/Nm;Dbtr/PstlAdr/Ctry;Cdtr/Nm;Cdtr/PstlAdr/Ctry;Amount",
        "DbtrNm;DbtrPstlAdrCtry;CdtrNm;CdtrPstlAdrCtry;Amount",
        "dbtr_nm;dbtr_ctry_of_res;cdtr_nm;cdtr_ctry_of_res;Amount",
    ],
)
def test_the_flat_headings_of_pacs_give_the_country_of_each_party(tmp_path: Path, header: str) -> None:
    found, _ = subjects(tmp_path, f"{header}\nAlpha LLC;KG;Beta LLC;RU;5\n")
    assert [(each["role"], each["country"]) for each in found] == [("payer", ["KG"]), ("payee", ["RU"])]


def test_a_field_in_a_file_of_customers_is_left_as_it_is(tmp_path: Path) -> None:
    found, _ = subjects(tmp_path, "id;name\n1;LILIYA ROTENBERG 12 LENINA STR MOSCOW\n")
    assert [each["name"] for each in found] == ["LILIYA ROTENBERG 12 LENINA STR MOSCOW"]
