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
        ("None", ["None"]),
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
