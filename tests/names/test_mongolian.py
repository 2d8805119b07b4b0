"""Mongolians' fathers' names, which stand in the genitive before their own."""

from __future__ import annotations

import pytest

from screening.names.mongolian import fathers_in_nominative
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Батбаярын Ганболд", "батбаяр ганболд"),
        ("Доржийн Тэмүүлэн", "дорж тэмүүлэн"),
        ("Эрдэнийн Бат-Үүл", "эрдэнэ бат-үүл"),
        ("Цэцэгмаагийн Оюунчимэг", "цэцэгмаа оюунчимэг"),
        ("Batbayaryn Ganbold", "batbayar ganbold"),
    ],
)
def test_a_fathers_name_is_put_into_the_nominative(name: str, read: str) -> None:
    assert read in fathers_in_nominative(name)


@pytest.mark.parametrize(
    "name", ["Голицын Андрей", "Батурын Сергей", "Бородин Сергей", "Jocelyn Bates", "Батбаярын", "Ганболд Батбаяр", ""]
)
def test_names_of_others_are_left(name: str) -> None:
    assert fathers_in_nominative(name) == ()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Батбаярын Ганболд", "GANBOLD, Batbayar"),
        ("Дорждэрэмийн Бат-Эрдэнэ", "BAT-ERDENE, Dorjderem"),
        ("Батболдын Сүхбаатар", "Sukhbaatar Batbold"),
        ("Батбаярын Ганболд", "Батбаяр Ганболд"),
    ],
)
def test_a_person_is_one_with_and_without_the_ending(name: str, other: str) -> None:
    assert is_match(name, other, "Person")
    assert is_found(name, other, "Person")


@pytest.mark.parametrize(
    ("name", "other"), [("Батбаярын Ганболд", "GANBOLD, Batbold"), ("Батбаярын Ганболд", "GANTULGA, Batbayar")]
)
def test_another_father_or_another_name_is_another_person(name: str, other: str) -> None:
    assert not is_match(name, other, "Person")
