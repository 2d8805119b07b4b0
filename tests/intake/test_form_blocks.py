"""Forms above tables: the heading stands below them, and whom they are about is screened too."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from screening.errors import InputError
from screening.intake.base import Intake
from screening.intake.form_blocks import counting, lines_of_forms
from screening.intake.parties import read_parties
from screening.intake.party_headings import understand
from screening.intake.tables import Row

CREW = [
    ["CREW LIST"],
    ["", "Arrival", "", "Departure"],
    ["1.1 Name of ship", "DOK CHON", "1.2 IMO number", "8888888"],
    ["1.3 Call sign", "HMYX7", "1.4 Voyage number", "12"],
    ["2. Port of arrival/departure", "Nampo", "3. Date of arrival/departure", "2026-02-01"],
    [],
    ["No.", "Family name, given names", "Rank or rating", "Nationality", "Date and place of birth",
     "Nature and number of identity document"],
    ["1", "KIM, Yong Chol", "Master", "DPRK", "10.04.1971, Nampo", "Passport 654321234"],
    ["2", "RI, Song Ho", "Chief officer", "DPRK", "1980-02-03 Wonsan", "Seaman's book 12345678"],
    ["3", "PAK, Chol", "Bosun", "DPRK", "1985", "PP 108220555"],
]  # fmt: skip


def saved(tmp_path: Path, rows: list[list[str]], kind: str) -> Path:
    path = tmp_path / f"form.{kind}"
    if kind == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([int(cell) if cell.isdigit() and len(cell) < 4 else cell for cell in row])
    book.save(path)
    return path


def read(tmp_path: Path, rows: list[list[str]], kind: str = "xlsx") -> Intake:
    return read_parties([saved(tmp_path, rows, kind)])


def names(intake: Intake) -> list[str]:
    return intake.subjects.column("name").to_pylist()


def numbers(subject: dict[str, Any]) -> list[str]:
    return [each["number"] for each in subject["identifiers"]]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_crew_list_is_read_below_the_particulars_of_its_ship(tmp_path: Path, kind: str) -> None:
    found = read(tmp_path, CREW, kind).subjects.to_pylist()
    ship, *crew = found
    assert (ship["name"], ship["schema"], numbers(ship)) == ("DOK CHON", "Vessel", ["8888888"])
    assert [each["name"] for each in crew] == ["KIM, Yong Chol", "RI, Song Ho", "PAK, Chol"]
    assert [each["country"] for each in crew] == [["KP"]] * 3
    assert [each["birth_date"] for each in crew] == ["1971-04-10", "1980-02-03", "1985"]
    assert [each[0] for each in map(numbers, crew)] == ["654321234", "12345678", "PP 108220555"]
    assert {each["schema"] for each in crew} == {"Person"}


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ([["Supplier", "Beispiel GmbH", "Country", "DE"]], ["Beispiel GmbH"]),
        ([["Supplier:", "Beispiel GmbH"], ["Tax number:", "123456789"]], ["Beispiel GmbH"]),
        ([["Supplier: Beispiel GmbH"]], ["Beispiel GmbH"]),
        ([["Поставщик:", "ООО Пример"], ["ИНН:", "6230119259"]], ["ООО Пример"]),
        ([["List of drivers"], ["as of", "2026-01-01"]], []),
        ([["CUSTOMER", "", ""], ["Name:", "Beispiel GmbH"], ["Prepared by:", "the branch"]], ["Beispiel GmbH"]),
        ([["Report no. 17"], ["Printed", "by hand"]], []),
    ],
)
def test_whom_a_block_is_about_is_screened_too(tmp_path: Path, block: list[list[str]], expected: list[str]) -> None:
    table = [["No.", "Name", "Country"], ["1", "Ivan Petrov", "RU"], ["2", "Petr Ivanov", "RU"]]
    assert names(read(tmp_path, [*block, [], *table])) == [*expected, "Ivan Petrov", "Petr Ivanov"]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_form_alone_is_one_party(tmp_path: Path, kind: str) -> None:
    rows = [["Customer form", ""], ["Name", "Vesna LLC"], ["Country", "RU"], ["INN", "6230119259"],
            ["Director", "Ivan Petrov"]]  # fmt: skip
    found = read(tmp_path, rows, kind)
    assert [(each["name"], each["role"]) for each in found.subjects.to_pylist()] == [
        ("Vesna LLC", "party"), ("Ivan Petrov", "director"),
    ]  # fmt: skip
    assert numbers(found.subjects.to_pylist()[0]) == ["6230119259"]
    assert len(found.rejects) == 0
    assert [each.rows_in for each in found.inputs] == [1]


def test_two_columns_of_names_and_notes_are_a_table(tmp_path: Path) -> None:
    rows = [["Name", "Seen at"], ["Director", "the fair"], ["Vesna LLC", "the port"]]
    assert "Vesna LLC" in names(read(tmp_path, rows))


def test_a_block_that_names_nobody_is_said_not_to_be_screened(tmp_path: Path) -> None:
    rows = [["1.2 IMO number", "8888888"], [], ["Name", "Country"], ["Kim Yong Chol", "KP"], ["Ri Song Ho", "KP"]]
    found = read(tmp_path, rows)
    assert names(found) == ["Kim Yong Chol", "Ri Song Ho"]
    assert any("not screened: IMO number: 8888888" in note for note in found.notes)


@pytest.mark.parametrize(
    "header",
    [
        ["Name", "Remarks", "Country", "Score"],
        ["Supplier", "Amount 2024", "Country", "Amount 2025"],
        ["1. Name", "2. Country", "3. Remarks"],
        ["1. Name", "Country", "2. Address", "Director"],
        ["Name:", "Address:", "Remarks"],
        ["No.", "8. Family name, given names", "9. Rank or rating", "10. Nationality"],
        ["Name", "Type", "Country"],
    ],
)
def test_headings_beside_others_are_no_form(header: list[str]) -> None:
    rows = [Row(1, header), Row(2, ["Vesna LLC", "good", "RU", "5"][: len(header)])]
    assert lines_of_forms(rows) == set()


def test_what_only_counts_is_nobodys_name(tmp_path: Path) -> None:
    assert counting([["1", "1"], ["2", "3"], ["3", "4"]], 2) == {0}
    with pytest.raises(InputError, match="no name column"):
        read(tmp_path, [["Name", "Colour"], ["1", "red"], ["2", "blue"]])
    numbered = [["Name", "Supplier"], ["1", "Vesna LLC"], ["2", "Zima LLC"]]
    assert names(read(tmp_path, numbered)) == ["Vesna LLC", "Zima LLC"]
    assert names(read(tmp_path, [["Name"], ["1"], ["7"], ["Vesna"]])) == ["1", "7", "Vesna"]


@pytest.mark.parametrize(
    "heading",
    [
        "Family name, given names", "8. Family name, given names", "Surname, forenames", "Фамилия, имя",
        "Familienname, Vornamen", "Soyadı, adı", "姓名", "Nom de famille, prénoms", "Apellidos, nombres",
        "Cognome, nome", "Прізвище, ім'я", "Příjmení, jméno", "Nazwisko, imiona",
        "Sukunimi, etunimet", "Фамилияси, исми",
    ],
)  # fmt: skip
def test_a_family_name_and_given_names_are_one_name(heading: str) -> None:
    meaning = understand(heading)
    assert meaning is not None
    assert (meaning.attribute, meaning.party) == ("name", "")


@pytest.mark.parametrize(
    ("heading", "attribute"),
    [
        ("Date and place of birth", "birth_date"), ("Дата и место рождения", "birth_date"),
        ("Geburtsdatum und -ort", "birth_date"),
        ("Doğum tarihi ve yeri", "birth_date"), ("出生日期和地点", "birth_date"),
        ("Nature and number of identity document", "identifier:passport"),
        ("Вид и номер удостоверения личности", "identifier:passport"),
        ("Nature et numéro de la pièce d'identité", "identifier:passport"),
        ("身份证件的种类和号码", "identifier:passport"),
    ],
)  # fmt: skip
def test_headings_of_crew_lists_are_known(heading: str, attribute: str) -> None:
    meaning = understand(heading)
    assert meaning is not None
    assert meaning.attribute == attribute
    assert understand("Place of birth") is None or understand("Place of birth").attribute != "birth_date"
