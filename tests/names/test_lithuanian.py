"""Persons whom Lithuanian calls by its own endings, and other spellings of Russians, Koreans and Kazakhs abroad."""

from __future__ import annotations

import pytest

from screening.names.lithuanian import without_endings
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Viktoras Chreninas", "Виктор Хренин"),
        ("Vladimiras Putinas", "Vladimir Putin"),
        ("Ramzanas Kadyrovas", "Ramzan Kadyrov"),
        ("Michailas Mišustinas", "Mikhail Mishustin"),
        ("Romanas Abramovičius", "Roman Abramovich"),
    ],
)
def test_a_name_of_lithuanian_endings_is_one_without(written: str, name: str) -> None:
    assert is_match(written, name, "Person")
    assert is_found(written, name, "Person")


@pytest.mark.parametrize("name", ["Carlos Salinas", "Petras", "Juan Arenas", "Маркас Петрас", "Abbas Qassems Vodrin"])
def test_other_names_in_s_are_left(name: str) -> None:
    assert without_endings(name) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Viktoras Petrauskas", "Viktor Petrov"),
        ("Viktoras Chreninas", "Viktor Chernin"),
        ("Jonas Kazlauskas", "Jon Kazlov"),
    ],
)
def test_a_lithuanian_is_no_russian_of_a_similar_name(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Igor Iwanowitsch Setschin", "Igor Sechin"),
        ("Anna Iwanowna Petrowa", "Anna Petrova"),
        ("Szergej Viktorovics Lavrov", "Sergey Lavrov"),
        ("Kim Dzsongun", "김정은"),
        ("Kim Dschong Un", "Kim Jong Un"),
        ("Ri Szongcsol", "Ri Song Chol"),
        ("Jaqsylyq Nūrpeiısov", "Zhaksylyk Nurpeisov"),
        ("Ержан Жұмабаев", "Ержан Жумабаев"),
    ],
)
def test_spellings_of_papers_abroad_are_read_back(written: str, name: str) -> None:
    assert is_match(written, name, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Igor Iwanowitsch Setschin", "Igor Petrovich Sechin"),
        ("Kim Dzsongun", "Kim Yong Il"),
        ("Kim Dzsongun", "Kim Jong Il"),
        ("Jaqsylyq Nūrpeiısov", "Zhaksybek Nurpeisov"),
    ],
)
def test_others_stay_others(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")
