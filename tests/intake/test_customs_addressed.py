"""Names and addresses in one cell are taken apart."""

from __future__ import annotations

import polars as pl
import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_addressed import apart, are_addressed, surely_apart
from screening.intake.customs_headings import understand


@pytest.mark.parametrize(
    ("cell", "name", "address"),
    [
        ("Alphawick LLC\n5 Quay Street, Oban, UK", "Alphawick LLC", "5 Quay Street, Oban, UK"),
        ("Alphawick Co., Ltd, 5 Quay Street, Oban", "Alphawick Co., Ltd", "5 Quay Street, Oban"),
        ("ALPHAWICK, S.A. DE C.V., Av. 5, Puebla", "ALPHAWICK, S.A. DE C.V.", "Av. 5, Puebla"),
        ("Alphawick OJSC 25 Invented St., Minsk", "Alphawick OJSC", "25 Invented St., Minsk"),
        ("ALPHAWICK (HK) LIMITED UNIT 5 12/F KOWLOON", "ALPHAWICK (HK) LIMITED", "UNIT 5 12/F KOWLOON"),
        ("Alphawick UE\nobo Betaford OJSC\n25 Quay, Minsk", "Alphawick UE obo Betaford OJSC", "25 Quay, Minsk"),
        ("Alphawick FZE, c/o Betaford L.L.C., Dubai, UAE", "Alphawick FZE, c/o Betaford L.L.C.", "Dubai, UAE"),
        ("ООО «Рога, копыта», 109316, Москва", "ООО «Рога, копыта»", "109316, Москва"),
        ("„ALFA, BETA” S.R.L., str. Morii 4", "„ALFA, BETA” S.R.L.", "str. Morii 4"),
        ("TO THE ORDER OF\nGAMMA BANK JSC\nTASHKENT, UZ", "TO THE ORDER OF GAMMA BANK JSC", "TASHKENT, UZ"),
        ("ALPHAWICK LLC C/O\nBETAFORD OOO\nMOSCOW", "ALPHAWICK LLC C/O BETAFORD OOO", "MOSCOW"),
        ("Alpha, Beta and Partners LLC, 5 Quay St, Oban", "Alpha, Beta and Partners LLC", "5 Quay St, Oban"),
        ("Import, Export and Trading LLC, 12 Quay St, Oban", "Import, Export and Trading LLC", "12 Quay St, Oban"),
        ("Alphawick, Tashkent, care of Betaford LLC", "Alphawick", "Tashkent, care of Betaford LLC"),
        ("Alphawick LLC PO Box 5, Dubai, UAE", "Alphawick LLC", "PO Box 5, Dubai, UAE"),
        ("Alphawick LLC", "Alphawick LLC", ""),
        ("Alphawick LLC 3", "Alphawick LLC 3", ""),
        ("TO ORDER OF SHIPPER", "TO ORDER OF SHIPPER", ""),
        ("12, 14", "12, 14", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_cell_is_cut_where_the_name_ends(cell, name, address):
    assert apart(cell) == (name, address)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("ALPHAWICK L.L.C, 47TH FLOOR THE ONE TOWER BARSHA HEIGHTS", "ALPHAWICK L.L.C"),
        ("ALPHAWICK LLC, ABU HAIL ROAD, DUBAI", "ALPHAWICK LLC"),
        ("ALPHAWICK LLC, SHARJAH", "ALPHAWICK LLC"),
        ("Alphawick LLC, P.O. Box 45", "Alphawick LLC"),
        ("OOO ALPHAWICK, RYAZANSKY PR 24, MOSCOW", "OOO ALPHAWICK"),
        ("OOO ALPHAWICK, ST PETERSBURG", "OOO ALPHAWICK"),
        ("OOO ALPHAWICK, Sewastopol (Krim)", "OOO ALPHAWICK"),
        ("Alphawick LLC, Jebel Ali/UAE", "Alphawick LLC"),
    ],
)
def test_among_names_what_is_an_address_behind_a_legal_form_is_cut_off(cell, name):
    assert surely_apart(cell) == (name, cell.removeprefix(f"{name}, "))


@pytest.mark.parametrize(
    "cell",
    [
        "Alphawick Co., Ltd.",
        "Alphawick LLC, Betaford LLC",
        "Alphawick Inc., Subsidiary of Betaford",
        "Alphawick Inc., Subsidiary of Betaford 2",
        "Alphawick Ltd, Dubai Branch",
        "Alphawick Ltd, Dubai (Branch)",
        "Alphawick LLC, Plant No. 3",
        "Alphawick LLC, Hamriyah Steel",
        "Smith, Jones LLP",
        "OOO Alphawick, Beta 5",
        "Alphawick, Moscow",
    ],
)
def test_among_names_what_may_be_part_of_one_stays(cell):
    assert surely_apart(cell) == (cell, "")


def test_a_heading_says_that_both_are_in_the_cell():
    assert understand("Shipper (name & address)").addressed
    assert not understand("Shipper name").addressed
    assert not understand("Shipper address").addressed


def read(tmp_path, heads, *rows):
    path = tmp_path / "register.csv"
    whole = [[*heads, "Date"], *([*row, "2023-05-04"] for row in rows)]
    lines = [";".join(f'"{cell}"' for cell in row) for row in whole]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    reader = CustomsReader([str(path)])
    links = pl.concat([batch.links for batch in reader.batches()])
    return reader, [reader.book.parties[number] for number in links["party"]]


def test_one_party_is_one_however_its_cell_is_written(tmp_path):
    rows = [["Alphawick LLC\n5 Arshakunyats Ave, Yerevan, Armenia", "848210"],
            ["Alphawick LLC, 5 Arshakunyats Ave, Yerevan, Armenia", "848210"]]  # fmt: skip
    _, parties = read(tmp_path, ["Consignee (name & address)", "HS"], *rows)
    assert len({each.subject_id for each in parties}) == 1
    assert (parties[0].name, parties[0].country) == ("Alphawick LLC", "AM")
    assert parties[0].address == "5 Arshakunyats Ave, Yerevan, Armenia"


def test_cells_that_end_in_countries_tell_of_addresses_themselves(tmp_path):
    rows = [[f"{letter}lphawick LLC, {n} Quay Street, Yerevan, Armenia", "848210"] for n, letter in enumerate("ABCD")]
    reader, parties = read(tmp_path, ["Consignee", "HS"], *rows)
    assert [each.name for each in parties] == ["Alphawick LLC", "Blphawick LLC", "Clphawick LLC", "Dlphawick LLC"]
    assert any("holds names with addresses" in note for note in reader.notes)


def test_names_beside_a_column_of_addresses_stand_as_they_are(tmp_path):
    rows = [[f"Alphawick {n}, Quay, Yerevan, Armenia", "Oban", "848210"] for n in range(5)]
    _, parties = read(tmp_path, ["Consignee", "Consignee address", "HS"], *rows)
    assert {each.address for each in parties} == {"Oban"}


def test_commas_in_names_alone_tell_of_no_address():
    assert not are_addressed(["Alfa, Beta & Co", "Gamma Co., Ltd", "Delta, Inc.", "Smith, Jones, Brown LLP"])


def test_cells_of_several_lines_that_end_in_a_country_tell_it_in_any_number():
    assert are_addressed(
        ["ALPHAWICK LLC\n5 NAVOI ST\nTASHKENT, UZBEKISTAN", "OOO BETAFORD\nMOSCOW, RUSSIA", "TO ORDER"]
    )
    assert are_addressed(["OOO BETAFORD\nMOSCOW, RUSSIA", "TO ORDER", "SAME AS CONSIGNEE"])
    assert not are_addressed(["ALPHAWICK LLC, TASHKENT, UZBEKISTAN", "OOO BETAFORD, MOSCOW, RUSSIA"])
    assert not are_addressed(["ALPHAWICK\nTRADING LLC", "BETAFORD\nGROUP OOO"])


def test_a_name_given_once_more_with_its_address_behind_it_is_no_other_name(tmp_path):
    names = [f"{letter}lphawick Trading LLC" for letter in "ABCDE"]
    rows = [[name, f"{n} Quay Road, Ajman", f"{name.upper()}, BARRIO {n}, AJMAN, UAE"] for n, name in enumerate(names)]
    reader, parties = read(tmp_path, ["Shipper", "Shipper Address", "Shipper (Original Format)"], *rows)
    assert [each.name for each in parties] == names
    assert {each.address for each in parties} == {f"{n} Quay Road, Ajman" for n in range(5)}
    assert any("holds names with addresses" in note for note in reader.notes)


def test_what_stands_behind_the_very_name_of_the_row_is_its_address_whatever_the_others_hold(tmp_path):
    rows = [["Alphawick Trading", "ALPHAWICK TRADING, BARRIO AZITAIN 3, EIBAR", "848210"],
            ["Betaford", "BETAFORD, SONS AND PARTNERS LTD", "848210"],
            ["Gammaton", "GAMMATON", "848210"], ["Deltaway", "ДЕЛЬТАВЕЙ", "848210"]]  # fmt: skip
    _, parties = read(tmp_path, ["Shipper", "Shipper (Original Format)", "HS"], *rows)
    assert [(each.name, each.address) for each in parties] == [
        ("Alphawick Trading", "BARRIO AZITAIN 3, EIBAR"), ("Betaford", None),
        ("BETAFORD, SONS AND PARTNERS LTD", None), ("Gammaton", None), ("Deltaway", None), ("ДЕЛЬТАВЕЙ", None),
    ]  # fmt: skip
