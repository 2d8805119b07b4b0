"""Persons' names that are written together."""

from __future__ import annotations

import pytest

from screening.names.persons_together import names_apart
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("ABRAMOVICHROMAN", "Roman Abramovich"),
        ("ivanovpetr", "Petr Ivanov"),
        ("IvanovPetr", "Petr Ivanov"),
        ("ИВАНОВПЕТР", "Пётр Иванов"),
        ("YILMAZMEHMET", "Mehmet Yılmaz"),
        ("MOHAMMADREZAKARIMI", "Mohammad Reza Karimi"),
        ("MAULVIJALALUDDINHAQQANI", "Jalaluddin Haqqani"),
        ("PETROVAOLGA", "Olga Petrova"),
    ],
)
def test_names_people_bear_are_read_apart_in_any_order(told: str, name: str) -> None:
    assert is_match(told, name, "Person")
    assert is_found(told, name, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("IVANOVPETR", "Pavel Ivanov"),
        ("ABRAMOVICHROMAN", "Roman Abramov"),
        ("Abdulrahman", "Abdul Rahim"),
        ("Petrovanna", "Ivan Petrov"),
    ],
)
def test_other_names_in_such_a_word_are_other_people(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    "name",
    [
        "Alexandrov",
        "Ivanovich",
        "Jalaluddin",
        "Mehmetoğlu",
        "Mohammadzadeh",
        "Annamaria",
        "Ivanov Petr",
        "Velgorsorn",
        "",
    ],
)
def test_one_name_is_left_whole(name: str) -> None:
    assert names_apart(name) is None
