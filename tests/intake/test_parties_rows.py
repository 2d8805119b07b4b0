"""Rows of party tables that are not one party: two in one cell, and totals."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.base import Intake
from screening.intake.parties import read_parties


def read(tmp_path: Path, text: str) -> Intake:
    path = tmp_path / "p.csv"
    path.write_text(text, encoding="utf-8")
    found = read_parties([path])
    (account,) = found.inputs
    assert account.rows_in == account.rows_out + account.rejected
    assert account.rejected == len(found.rejects)
    return found


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Alpha LLC c/o Beta GmbH", ["Alpha LLC", "Beta GmbH"]),
        ("Alpha LLC on behalf of Beta GmbH", ["Alpha LLC", "Beta GmbH"]),
        ("ООО Альфа по поручению ООО Бета", ["ООО Альфа", "ООО Бета"]),
        ("Alpha A.Ş. adına Beta Ltd", ["Alpha A.Ş.", "Beta Ltd"]),
        ("Care Of Ltd", ["Care Of Ltd"]),
        ("«Alpha»", ["«Alpha»"]),
        ("Alpha c/o N/A", ["Alpha c/o N/A"]),
    ],
)
def test_a_cell_that_names_two_parties_is_two_subjects(tmp_path: Path, cell: str, names: list[str]) -> None:
    header = "id,name,country,address,tax id,incorporated on"
    found = read(tmp_path, f"{header}\nC-1,{cell},RU,Main St 1,7701234567,2022-03-01\n")
    subjects = found.subjects.to_pylist()
    assert [each["name"] for each in subjects] == names
    assert len({each["subject_id"] for each in subjects}) == len(names)
    assert subjects[0]["subject_id"] == "C-1"
    assert [len(each["identifiers"]) for each in subjects] == [1, *(0 for _ in names[1:])]
    facts = [(each["country"], each["address"], each["incorporated_on"]) for each in subjects]
    # the columns tell of the party named first; of one behind nothing is known but the name
    assert facts == [(["RU"], "Main St 1", "2022-03-01"), *(([], None, None) for _ in names[1:])]
    assert any("names several parties" in note for note in found.notes) is (len(names) > 1)


def test_a_director_who_acts_for_another_is_two_subjects(tmp_path: Path) -> None:
    found = read(tmp_path, "name,director\nAlpha LLC,Ivan Petrov on behalf of Beta GmbH\n")
    assert [(each["name"], each["role"], each["schema"]) for each in found.subjects.to_pylist()[1:]] == [
        ("Ivan Petrov", "director", "Person"),
        ("Beta GmbH", "director", "Company"),
    ]


@pytest.mark.parametrize(
    "row", ["Total,,4", "ИТОГО,,", "Toplam,,1.200", "Grand total,,12", "Total:,,4 500.00", ",Итого,4", "Total,4,"]
)
def test_a_row_of_totals_is_no_party_but_rejected_by_number(tmp_path: Path, row: str) -> None:
    found = read(tmp_path, f"name,country,orders\nAlpha LLC,RU,4\n{row}\n")
    assert found.subjects.column("name").to_pylist() == ["Alpha LLC"]
    (reject,) = found.rejects.to_pylist()
    assert reject["line"] == 3
    assert "a row of totals" in reject["reason"]


@pytest.mark.parametrize("row", ["Total,FR,4", "Total Energies,,4", "7,Total,4", "Total,,see below"])
def test_a_firm_called_total_is_a_party(tmp_path: Path, row: str) -> None:
    header = "id,name,orders" if row.startswith("7") else "name,country,orders"
    found = read(tmp_path, f"{header}\n{row}\n")
    assert len(found.subjects) == 1


def test_in_a_table_of_one_column_a_word_for_totals_may_be_a_name(tmp_path: Path) -> None:
    assert read(tmp_path, "name\nTotal\n").subjects.column("name").to_pylist() == ["Total"]


def test_another_name_of_a_party_says_its_main_name(tmp_path: Path) -> None:
    head = "name;former name;director;director former name\n"
    rows = read(tmp_path, f"{head}Spring Meadow;Old Meadow;Ada Lux;Ada Nox\nLone Meadow;;;\n").subjects.to_pylist()
    told = {row["name"]: row["main_name"] for row in rows}
    assert told == {
        "Spring Meadow": None,
        "Old Meadow": "Spring Meadow",
        "Ada Lux": None,
        "Ada Nox": "Ada Lux",
        "Lone Meadow": None,
    }


@pytest.mark.parametrize(
    "name", ["n/a", "N/A", "#N/A", "TEST", "unknown", "None", "null", "Test customer", "нет", "тест"]
)
def test_a_place_holder_is_no_party_but_rejected_by_number(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, f"name;country\n{name};\nAnna Braun;DE\n")
    assert found.subjects.column("name").to_pylist() == ["Anna Braun"]
    (reject,) = found.rejects.to_pylist()
    assert reject["line"] == 2
    assert "stands for none" in reject["reason"]


@pytest.mark.parametrize("name", ["Test GmbH", "Unknown Pleasures Ltd", "Jane None", "Nil Yalter", "Nadia Null"])
def test_a_word_for_none_beside_others_is_part_of_a_name(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, f"name;country\n{name};\n").subjects.column("name").to_pylist() == [name]


def test_a_place_holder_beside_a_number_or_a_director_leaves_those_to_be_looked_up(tmp_path: Path) -> None:
    found = read(tmp_path, "name;ИНН;director\nn/a;7704274402;\nTEST;;Ivan Petrov\n")
    assert found.subjects.column("name").to_pylist() == ["7704274402", "Ivan Petrov"]
    assert len(found.rejects) == 0


@pytest.mark.parametrize(
    ("header", "again"),
    [
        ("name;country", "name;country"),
        ("name;country", "Name;Country"),
        ("name;country", "Firma;Land"),
        ("Customer ID;First name;Surname;Firma;Country", "Customer ID;First name;Surname;Firma;Country"),
        ("id;name", "ID;Name"),
    ],
)
def test_headings_that_come_again_are_rejected_by_number(tmp_path: Path, header: str, again: str) -> None:
    width = header.count(";") + 1
    found = read(tmp_path, f"{header}\n{';'.join(['Acme Ltd'] * width)}\n{again}\n")
    assert len(found.subjects) >= 1
    assert not {"name", "firma", "surname"} & {each.casefold() for each in found.subjects.column("name").to_pylist()}
    (reject,) = found.rejects.to_pylist()
    assert reject["line"] == 3
    assert "headings again" in reject["reason"]


@pytest.mark.parametrize("row", ["Firma;DE", "Company;", "Director Ltd;GB", "Land;Germany"])
def test_a_party_called_as_a_heading_is_one(tmp_path: Path, row: str) -> None:
    assert len(read(tmp_path, f"name;country\n{row}\n").subjects) == 1


def test_records_that_say_nothing_are_counted_and_rejected(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"name": "Acme Ltd"}\n{"name": ""}\n{"name": null}\n{"name": "  "}\n\n{}\n', encoding="utf-8")
    found = read_parties([path])
    (account,) = found.inputs
    assert (account.rows_in, account.rows_out, account.rejected) == (5, 1, 4)
    assert found.rejects.column("line").to_pylist() == [2, 3, 4, 6]
    assert {"the record is empty"} == set(found.rejects.column("reason").to_pylist())


@pytest.mark.parametrize(
    ("written", "numbers", "told"),
    [
        ("7704274402.0", ["7704274402"], False),
        ("7.704274402E9", ["7704274402"], False),
        ('"7,704274402E+09"', ["7704274402"], False),
        ("№ 7704274402", ["7704274402"], False),
        ('"7,70427E+09"', [], True),
        ("12E4", ["12E4"], False),
        ("94.580.730/0001-52", ["94.580.730/0001-52"], False),
    ],
)
def test_numbers_are_read_as_they_were_before_a_spreadsheet(
    tmp_path: Path, written: str, numbers: list[str], told: bool
) -> None:
    found = read(tmp_path, f"name,tax number\nHarmless Hall,{written}\n")
    assert [each["number"] for each in found.subjects.to_pylist()[0]["identifiers"]] == numbers
    assert any("lost digits in a spreadsheet" in note for note in found.notes) is told


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("England", "GB"),
        ("Шотландия", "GB"),
        ("Northern Ireland", "GB"),
        ("Dubai", "AE"),
        ("Zanzibar", "TZ"),
        ("Georgia", "GE"),
        ("Jersey", "JE"),
        ("New England", None),
        ("South Wales", None),
        ("Crimea", None),
    ],
)
def test_a_part_of_a_state_in_a_column_of_countries_is_of_that_state(
    tmp_path: Path, said: str, code: str | None
) -> None:
    found = read(tmp_path, f"name,country\nAcme Ltd,{said}\n")
    assert found.subjects.column("country").to_pylist() == [[code] if code else []]
