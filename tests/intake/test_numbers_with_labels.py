"""Numbers that say in their cell, or in their heading, what they are and whose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from screening import Screener, Snapshot
from screening.intake.check_digits import check, kinds_headed, labelled
from screening.intake.customs_parties import PartyBook
from screening.intake.parties import read_parties
from screening.intake.party_headings import understand
from screening.matching.identifier_kinds import countries

LIST = """\
entry_id,schema,name,country,id_type,id_number,id_country
1,Company,Zvezda Morya Trading,RU,OGRN,1037700000123,RU
2,Company,Severny Veter,RU,Tax ID No.,7701234567,RU
3,Company,Anadolu Parca,TR,VKN,1234567890,TR
4,Company,Altyn Dala,KZ,BIN,123456789012,KZ
"""


@pytest.fixture(scope="module")
def screener(own_list: Callable[[str], Snapshot]) -> Screener:
    return Screener([own_list(LIST)])


@pytest.mark.parametrize(
    ("table", "entries"),
    [
        ("name,identifier\nA,ОГРН 1037700000123", {"1"}),
        ("name,identifier\nA,ИНН: 7701234567", {"2"}),
        ("name,country,tax number\nA,TR,VKN 1234567890", {"3"}),
        ("name,registration number\nA,BIN 123456789012", {"4"}),
        ("name,country,identifier\nA,RU,ИНН 7701234567 / КПП 770101001", {"2"}),
        ("name,id number\nA,ОГРН 1037700000123 ИНН 7701234567", {"1", "2"}),
        ("name,ОГРН\nA,1037700000123", {"1"}),
        ("name,ИНН\nA,7701234567", {"2"}),
        ("name,ИНН/КПП\nA,7701234567/770101001", {"2"}),
        ("name,VKN,BIN\nA,1234567890,123456789012", {"3", "4"}),
        ("name,Registration number (Russia)\nA,1037700000123", {"1"}),
        ("name,Russian tax number\nA,7701234567", {"2"}),
        ("name,Tax ID (TR)\nA,1234567890", {"3"}),
        ("name,Tax ID\nA,1234567890", {"3"}),  # long, of one kind, and nothing says another country
        ("name,country,Tax ID\nA,DE,1234567890", {"3"}),  # Turkish by its check digit, whatever its party's country
        ("name,country,Tax ID\nA,DE,7701234567", set()),  # its check digit is wrong
        ("name,country,Tax ID\nA,DE,123456789012", set()),
    ],
)
def test_a_number_of_a_party_table_meets_the_listed_one_by_what_its_cell_or_heading_says(
    tmp_path: Path, screener: Screener, table: str, entries: set[str]
) -> None:
    path = tmp_path / "p.csv"
    path.write_text(table.replace("\nA,", "\nQuiet Meadow,") + "\n", encoding="utf-8")
    hits = screener.screen(read_parties([path]).subjects)
    assert {(row["entry_id"], row["matched_on"]) for row in hits.to_pylist()} == {(e, "identifier") for e in entries}


@pytest.mark.parametrize("country", ["RU", ""])
@pytest.mark.parametrize("label", ["ОГРН ", "ОГРН: ", "OGRN No. ", "ОГРН"])
def test_the_label_of_a_number_in_a_customs_record_is_no_part_of_it(label: str, country: str) -> None:
    book = PartyBook()
    book.read("importer", ["Quiet Meadow", "", "", country, f"{label}1037700000123", "", "", ""])
    ((kind, number, of),) = book.parties[0].identifiers
    assert (number, of) == ("1037700000123", "RU")  # the label tells whose number it is
    assert countries({"type": kind, "number": number, "country": of}) == {"RU"}


@pytest.mark.parametrize(
    ("label", "number", "of"),
    [
        ("ИНН", "7701234567", {"RU", "UA"}),
        ("ИНН", "305636913", {"UZ", "TJ"}),
        ("ОКПО", "12345678", {"RU", "UA", "KG"}),
        ("Vergi No.", "1234567890", {"TR"}),
        ("MERSIS", "0123456789012345", {"TR"}),
        ("RUC", "20123456789", {"PE"}),
        ("NIT", "900123456", {"CO"}),
        ("IČO", "12345678", {"CZ", "SK"}),
        ("Tax ID", "7701234567", set()),
        ("ОГРН", "7701234567", set()),  # no number of that kind
    ],
)
def test_a_label_and_a_shape_tell_where_a_number_may_be_from(label: str, number: str, of: set[str]) -> None:
    assert countries({"type": label, "number": number}) == of


def test_what_only_a_label_tells_checks_no_number() -> None:
    """A Ukrainian's ten digits are not checked here, which makes no Russian INN of a wrong check digit a right one."""
    assert check("7701234567", headed=kinds_headed("ИНН")).note == "check digit of INN 7701234567 is wrong"
    assert check("7701234567", "UA").kind == "Tax ID"
    assert kinds_headed("Vergi Dairesi") == kinds_headed("ОКПО") == frozenset()  # a tax office; a code of statistics


def test_the_labels_of_a_cell_are_the_types_of_its_numbers(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("name,country,Tax number\nA firm,RU,ИНН 7701234567 КПП 770101001\n", encoding="utf-8")
    assert read_parties([path]).subjects.column("identifiers").to_pylist() == [
        [
            {"type": "ИНН", "number": "7701234567", "country": "RU"},
            {"type": "КПП", "number": "770101001", "country": "RU"},
        ]
    ]
    assert labelled("BIN 123456789012") == [("BIN", "123456789012")]


@pytest.mark.parametrize(
    ("heading", "country"),
    [
        ("Tax ID", ""),
        ("Tax ID No", ""),
        ("VAT ID (EU)", ""),
        ("Passport (Iran)", "IR"),
        ("Turkish tax number", "TR"),
        ("registration number of Kazakhstan", "KZ"),
        ("ИНН (Узбекистан)", "UZ"),
        ("EIN (foreign)", "US"),
    ],
)
def test_whose_numbers_a_heading_says(heading: str, country: str) -> None:
    meaning = understand(heading)
    assert meaning is not None
    assert meaning.attribute.startswith("identifier:")
    assert meaning.country == country
