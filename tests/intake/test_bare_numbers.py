"""Numbers in place of names: a bank's BIC, a ship's IMO number, a taxpayer's number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from screening.intake.bare_numbers import known_number, looked_up
from screening.intake.parties import read_parties


def subjects(tmp_path: Path, text: str) -> list[dict[str, Any]]:
    path = tmp_path / "parties.csv"
    path.write_text(text, encoding="utf-8")
    return read_parties([path]).subjects.to_pylist()


def numbers(subject: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [(each["type"], each["number"], each["country"]) for each in subject["identifiers"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RINBKG22", ("BIC", "RINBKG22", None)),
        ("RINB KG 22 XXX", ("BIC", "RINBKG22XXX", None)),
        ("9331153", ("IMO", "9331153", None)),
        ("5493001KJTIIGC8Y1R12", ("LEI", "5493001KJTIIGC8Y1R12", None)),
        ("6230119259", ("INN", "6230119259", "RU")),
        ("ИНН 305636913", ("ИНН", "305636913", None)),
        ("305 636 913", ("number", "305636913", None)),
    ],
)
def test_a_number_tells_what_it_is(text: str, expected: tuple[str, str, str | None]) -> None:
    assert known_number(text) == expected


@pytest.mark.parametrize(
    "text",
    ["1", "1234568", "20230506", "GIORGIOS", "AMERICAN", "Unit 61398", "Vesna 2000", "929 AOC", "RINBQQ22", "3M", "7Я"],
)
def test_a_name_or_a_short_number_is_none(text: str) -> None:
    assert known_number(text) is None


def test_eight_letters_are_a_banks_code_only_where_a_bank_is_named() -> None:
    assert known_number("DEUTDEFF") is None
    assert known_number("DEUTDEFF", of_a_bank=True) == ("BIC", "DEUTDEFF", None)
    assert known_number("ALFABANK", of_a_bank=True) is None
    assert known_number("CITIBANK", of_a_bank=True) is None


@pytest.mark.parametrize("text", ["AB 1234567", "0x7F367cC41522cE07553e823bf3be79A889DEbe1B", "7712345678"])
def test_any_number_can_be_looked_up(text: str) -> None:
    assert looked_up(text) is not None


@pytest.mark.parametrize("text", ["12345", "Unit 61398", "Uzstanex", "Завод 1234567890", "CITIBANK"])
def test_names_and_short_numbers_are_looked_up_as_they_stand(text: str) -> None:
    assert looked_up(text) is None


def test_a_bic_as_the_beneficiarys_bank_is_that_banks(tmp_path: Path) -> None:
    found = subjects(tmp_path, "Name,Beneficiary bank\nAkmaral Bakiyeva,RINBKG22\nIvan Petrov,Alfa-Bank\n")
    banks = {each["name"]: numbers(each) for each in found if each["role"] != "party" and "bank" in each["role"]}
    assert banks == {"RINBKG22": [("BIC", "RINBKG22", None)], "Alfa-Bank": []}


def test_a_number_of_digits_as_a_bank_or_a_director_is_screened(tmp_path: Path) -> None:
    found = subjects(tmp_path, "Name,Country,Director\nVesna LLC,RU,6230119259\nZima LLC,RU,17\n")
    assert [(each["name"], numbers(each)) for each in found if each["role"] == "director"] == [
        ("6230119259", [("INN", "6230119259", "RU")])
    ]


def test_a_number_as_the_name_of_a_row_is_of_the_rows_country(tmp_path: Path) -> None:
    (found,) = subjects(tmp_path, "Name,Country\n305636913,UZ\n")
    assert numbers(found) == [("INN", "305636913", "UZ")]


def test_a_number_that_its_own_column_has_too_stands_once(tmp_path: Path) -> None:
    (found,) = subjects(tmp_path, "Name,Country,INN\n6230119259,RU,6230119259\n")
    assert [number for _, number, _ in numbers(found)] == ["6230119259"]
