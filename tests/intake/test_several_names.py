"""Cells that name several persons or firms, and those that name one though they look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.base import Intake
from screening.intake.estates import person_of_estate
from screening.intake.joining_words import folded_phrases, phrases_of
from screening.intake.parties import read_parties
from screening.intake.several_names import names_told


def read(tmp_path: Path, text: str) -> Intake:
    path = tmp_path / "p.csv"
    path.write_text(text, encoding="utf-8")
    return read_parties([path])


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Suleiman KERIMOV (60%), Said Kerimov (40%)", ["Suleiman KERIMOV", "Said Kerimov"]),
        ("60% Suleiman Kerimov, 40% Jane Roe", ["Suleiman Kerimov", "Jane Roe"]),
        ("Suleiman Kerimov - 60%, Jane Roe - 40%", ["Suleiman Kerimov", "Jane Roe"]),
        ("Petrov Ivan 60% Sidorov Andrey 40%", ["Petrov Ivan", "Sidorov Andrey"]),
        ("Иван Петров (доля 60%), ООО Ромашка (доля 40%)", ["Иван Петров", "ООО Ромашка"]),
        ("Suleiman Kerimov 60 Prozent, Jane Roe 40 Prozent", ["Suleiman Kerimov", "Jane Roe"]),
        ("Иван Петров 60 процентов, ООО Ромашка 40 процентов", ["Иван Петров", "ООО Ромашка"]),
        ("张三60%，陈明国40%", ["张三", "陈明国"]),
        ("股东：张三（60%）、陈明国（40%）", ["张三", "陈明国"]),
        ("Chairman: Suleiman Kerimov, Secretary: Jane Roe", ["Suleiman Kerimov", "Jane Roe"]),
        ("Председатель: Керимов Сулейман, секретарь - Петров Иван", ["Керимов Сулейман", "Петров Иван"]),
        ("Ivan Petrov (Director), Jane Roe (Secretary)", ["Ivan Petrov", "Jane Roe"]),
        ("1. Suleiman Kerimov 2. Jane Roe", ["Suleiman Kerimov", "Jane Roe"]),
        ("1- Ahmet Yılmaz 2- Liliya Rotenberg", ["Ahmet Yılmaz", "Liliya Rotenberg"]),
        ("① 张三 ② 陈明国", ["张三", "陈明国"]),
        ("KERIMOV Suleiman, ROE Jane", ["KERIMOV Suleiman", "ROE Jane"]),
        ("Kerimov, Suleiman and Roe, Jane", ["Kerimov, Suleiman", "Roe, Jane"]),
        ("Петров И.И., Сидоров А.Б.", ["Петров И.И.", "Сидоров А.Б."]),
        ("Rotenberg L. and Kerimov S.", ["Rotenberg L.", "Kerimov S."]),
        ("suleiman kerimov and jane roe", ["suleiman kerimov", "jane roe"]),
        ("ПАО Сбербанк, ООО Ромашка", ["ПАО Сбербанк", "ООО Ромашка"]),
        ("张三、陈明国", ["张三", "陈明国"]),
        ("김철수, 이영희", ["김철수", "이영희"]),
        ("Zarvon LLC, Uzlab LLC", ["Zarvon LLC", "Uzlab LLC"]),
        ("ООО «Ромашка» и ООО «Лютик»", ["ООО «Ромашка»", "ООО «Лютик»"]),
        ("Müller Hans / Rotenberg Liliya", ["Müller Hans", "Rotenberg Liliya"]),
        ("Suleiman Kerimov + Jane Roe", ["Suleiman Kerimov", "Jane Roe"]),
    ],
)
def test_a_cell_of_owners_or_directors_is_read_as_each_of_its_names(
    tmp_path: Path, cell: str, names: list[str]
) -> None:
    found = read(tmp_path, f'name;Shareholders\nAlpha LLC;"{cell}"\n')
    owners = [each for each in found.subjects.to_pylist() if each["role"] == "owner"]
    assert [each["name"] for each in owners] == names
    assert len({each["subject_id"] for each in owners}) == len(names)
    assert any("1 cell names several parties" in note for note in found.notes)


@pytest.mark.parametrize(
    ("one", "word", "other"),
    [
        ("John Smith", "and", "Liliya Rotenberg"), ("Hans Müller", "und", "Liliya Rotenberg"),
        ("Jean Dupont", "et", "Liliya Rotenberg"), ("Juan Pérez", "y", "Liliya Rotenberg"),
        ("João Silva", "e", "Liliya Rotenberg"), ("Иван Петров", "и", "Лилия Ротенберг"),
        ("Іван Петренко", "та", "Марія Коваленко"), ("Ali Veli", "ve", "Liliya Rotenberg"),
        ("Əli Vəliyev", "və", "Liliya Rotenberg"), ("Ali Valiyev", "va", "Liliya Rotenberg"),
        ("Jan Kowalski", "oraz", "Liliya Rotenberg"), ("Ерлан Ахметов", "және", "Лилия Ротенберг"),
        ("علی محمدی", "و", "حسین رضایی"), ("Jan Novák", "a", "Liliya Rotenberg"),
        ("ნინო ბარათაშვილი", "და", "გიორგი ბერიძე"), ("Արամ Պետրոսյան", "և", "Նարեկ Պետրոսյան"),
        ("John Smith", "or", "Liliya Rotenberg"), ("JOHN SMITH", "AND", "LILIYA ROTENBERG"),
    ],
)  # fmt: skip
def test_two_customers_of_a_joint_account_are_two_subjects(tmp_path: Path, one: str, word: str, other: str) -> None:
    found = read(tmp_path, f"id;name;country\nC-1;{one} {word} {other};GB\n")
    subjects = found.subjects.to_pylist()
    assert [(each["name"], each["role"]) for each in subjects] == [(one, "party"), (other, "party")]
    assert subjects[0]["subject_id"] == "C-1" != subjects[1]["subject_id"]


def test_an_and_written_together_with_the_name_behind_it_parts_two_names() -> None:
    for cell, names in (
        ("سليمان كريموف وأحمد علي", ("سليمان كريموف", "أحمد علي")),
        ("דוד לוי ואברהם כהן", ("דוד לוי", "אברהם כהן")),
    ):
        told = names_told(cell, many=True)
        assert told is not None
        assert told.names == names
    assert names_told("محمد خالد وليد الحسن", many=True) is None


@pytest.mark.parametrize(
    "name",
    [
        "Dolce & Gabbana", "Marks and Spencer", "Hewlett-Packard und Söhne", "Müller, Hans", "Petrov, Ivan Ivanovich",
        "Simon & Schuster, Inc.", "Kaya Demir ve Ortakları", "Kaya Demir ve Ortakları Ltd. Şti.", "Smith, Jones & Co",
        "Ivan Petrov & Sons Ltd", "Ivan Petrov, Saint Petersburg", "Ivan Petrov, General Director",
        "Ivan Petrov, New York", "Schmidt GmbH & Co. KG", "Zarya Trading Co., Ltd.", "José Ortega y Gasset",
        "Bosch und Siemens Hausgeräte GmbH", "Acme Trading LLC, Moscow, Lenina 5", "Bank for Trade and Development",
        "Ministry of Finance and Economy of Russia", "Иванов Иван / Ivanov Ivan", "Van der Berg, Jan Pieter",
        "Goldman Sachs & Co. LLC", "A.P. Møller - Mærsk A/S", "李和平", "MORENO LOPEZ, Fidel Damian",
        "JSC LEMZ R&P Corporation", "Uzlab LLC,", "Research and Development Centre Kvant", "Trinidad and Tobago",
        "Bosnia and Herzegovina Trading Company LLC", "Amon Kimya ve Makine San. Tic. Ltd. Şti.",
        "Al Assad, Bashar Hafez", "Ghazoua Bent Zine Ben Haj Hamda Ben Ali", "Hassan & Hussein",
        "Alpha Import & Trading House LLC", "Mehmet Demir İnşaat ve Ticaret Ltd. Şti.",
        "JSC Research and Production Corporation Uralvagonzavod", "Advanced Targeting Systems Company, LLC (ATS)",
        "Mashinostroitelnyi Zavod im. M.I. Kalinina, G. Yekaterinburg OAO",
    ],
)  # fmt: skip
def test_one_name_is_one_in_any_column(name: str) -> None:
    assert names_told(name, many=True) is None
    assert names_told(name, many=False) is None


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("García Márquez, Gabriel José", ["García Márquez", "Gabriel José"]),
        ("Suleiman Kerimov & Jane Roe", ["Suleiman Kerimov", "Jane Roe"]),
        ("张三和陈明国", ["张三", "陈明国"]),
        ("김철수와 이영희", ["김철수", "이영희"]),
        ("Arkadi and Boris Rotenberg", ["Arkadi Rotenberg", "Boris Rotenberg"]),
        ("Rotenberg Arkadi und Boris", ["Rotenberg Arkadi", "Rotenberg Boris"]),
    ],
)
def test_a_cell_that_may_be_one_name_or_several_is_screened_as_both(
    tmp_path: Path, cell: str, names: list[str]
) -> None:
    found = read(tmp_path, f'name;Directors\nAlpha LLC;"{cell}"\n')
    directors = [each for each in found.subjects.to_pylist() if each["role"] == "director"]
    assert [each["name"] for each in directors] == [cell, *names]
    assert {each["schema"] for each in directors} == {"Person"}
    assert any("1 cell may name several parties" in note for note in found.notes)


def test_a_customer_is_not_taken_apart_where_that_is_not_sure() -> None:
    for name in ("García Márquez, Gabriel José", "Price Waterhouse and Coopers Lybrand", "VERA LAZ, Jhonny Francisco"):
        assert names_told(name, many=False) is None


def test_a_firm_with_an_and_behind_its_legal_form_stays_whole() -> None:
    for name in (
        "JSC Rotor Vega and Turbine Works Corporation",
        "JSC Ganichev Scientific and Production Association Splav",
    ):
        assert names_told(name, many=False) is None
        told = names_told(name, many=True)
        assert told is None or told.names[0] == name


def test_a_single_owner_is_told_without_the_share(tmp_path: Path) -> None:
    found = read(tmp_path, "name;UBO\nAlpha LLC;Ali Veli (%40)\nBeta LLC;1) Jane Roe\n")
    assert [each["name"] for each in found.subjects.to_pylist() if each["role"] == "owner"] == ["Ali Veli", "Jane Roe"]
    assert found.notes == []


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Estate of Liliya Rotenberg", "Liliya Rotenberg"),
        ("The Estate of the late Liliya Rotenberg", "Liliya Rotenberg"),
        ("Liliya Rotenberg Family Trust", "Liliya Rotenberg"),
        ("The 2012 Liliya Rotenberg Irrevocable Trust", "Liliya Rotenberg"),
        ("Liliya Rotenberg Revocable Living Trust dated 12/03/2012", "Liliya Rotenberg"),
        ("Наследники Лилии Ротенберг", "Лилии Ротенберг"),
        ("Erbengemeinschaft nach Hans Müller", "Hans Müller"),
        ("Hoirie Jean Dupont", "Jean Dupont"),
        ("Ali Yılmaz mirasçıları", "Ali Yılmaz"),
        ("ورثة سليمان كريموف", "سليمان كريموف"),
        ("张三家族信托", "张三"),
        ("Northern Rock Trust", None),
        ("Real Estate Development LLC", None),
        ("Estate Agents Ltd", None),
        ("Rotenberg Family Trust", None),
        ("National Trust", None),
        ("Deutsche Bank Trust", None),
        ("Liliya Rotenberg", None),
    ],
)
def test_the_person_of_an_estate_or_trust_is_told(name: str, person: str | None) -> None:
    assert person_of_estate(name) == person


def test_the_person_of_an_estate_is_a_subject_beside_it(tmp_path: Path) -> None:
    found = read(tmp_path, "id;name\nC-1;Estate of Liliya Rotenberg\n")
    assert [(each["name"], each["role"]) for each in found.subjects.to_pylist()] == [
        ("Estate of Liliya Rotenberg", "party"),
        ("Liliya Rotenberg", "person_of_estate"),
    ]
    assert any("1 name is of a person's estate" in note for note in found.notes)


@pytest.mark.parametrize(
    "heading", ["Authorised signatories", "Joint holder", "Mitkontoinhaber", "授权签字人", "Подписанты"]
)
def test_signatories_and_joint_holders_are_read(tmp_path: Path, heading: str) -> None:
    found = read(tmp_path, f"name;{heading}\nAlpha LLC;Jane Roe and Ivan Petrov\n")
    assert [each["name"] for each in found.subjects.to_pylist()] == ["Alpha LLC", "Jane Roe", "Ivan Petrov"]


def test_each_word_of_the_table_has_letters_and_one_meaning_of_joining() -> None:
    assert not folded_phrases("and") & folded_phrases("goes_on")
    assert all(
        phrase.strip() for kind in ("and", "share", "office", "estate", "estate_of") for phrase in phrases_of(kind)
    )
