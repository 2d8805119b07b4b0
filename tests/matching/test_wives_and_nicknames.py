"""A man's wife is not the man; a nickname in quotation marks stands for the given names."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names
from screening.names.nicknames import with_nickname
from screening.names.wives import husband_and_wife, with_husbands_apart


def score(left: str, right: str) -> float:
    return compare_names(left, right, schema="Person").score


@pytest.mark.parametrize(
    ("wife", "man"),
    [
        ("Kocsis Istvánné", "Kocsis István"),
        ("KOCSIS ISTVANNE", "Kocsis Istvan"),
        ("Mrs. John Barrowby", "John Barrowby"),
        ("Kocsis Lászlóné Varga Ilona", "László Kocsis"),
    ],
)
def test_a_mans_wife_is_not_he(wife: str, man: str) -> None:
    assert score(wife, man) < DEFAULT_THRESHOLD
    assert score(man, wife) == score(wife, man)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kocsis Istvánné", "Mrs. István Kocsis"),
        ("Kocsis Lászlóné Varga Ilona", "Ilona Varga"),
        ("Kocsis Lászlóné Varga Ilona", "Ilona Varga, Mrs. László Kocsis"),
        ("Mrs Mary Barrowby", "Mary Barrowby"),
        ("Mme Marianne Lacombe", "Marianne Lacombe"),  # no wife of Marian
        ("Mrs. Harpreet Kaur", "Harpreet Kaur"),  # a name of either; no husband's where wives are not called so
    ],
)
def test_a_wife_is_called_by_her_own_name_too(left: str, right: str) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD


def test_wives_of_two_men_are_two() -> None:
    assert score("Kocsis Lászlóné Varga Ilona", "Sipos Péterné Varga Ilona") < DEFAULT_THRESHOLD


def test_only_mens_names_have_the_ending() -> None:
    assert with_husbands_apart("Kocsis Istvánné") == "Kocsis Mrs istvan"
    assert with_husbands_apart("René Adrienne Simonne") == "René Adrienne Simonne"
    assert husband_and_wife("Kocsis Lászlóné Varga Ilona") == ("Kocsis Lászlóné", "Varga Ilona")
    assert husband_and_wife("Kocsis, László") is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ('Cornelis Adriaan "Kees" Hoogland', "Kees Hoogland"),
        ("Cornelis Adriaan “Kees” Hoogland", "Cornelis Adriaan Hoogland"),
        ("Salvatore 'Totò' Rizzuto", "Totò Rizzuto"),
        ("Salvatore Rizzuto detto Totò", "Totò Rizzuto"),
        ('Luiz Carlos Souza vulgo "Cazuza"', "Cazuza"),
        ('Joaquín "El Zorro" Guzmán Lozano', "El Zorro Guzmán"),
        ('Edson Arantes "Pexé"', "Pexé"),
    ],
)
def test_a_nickname_stands_for_the_given_names(left: str, right: str) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ('Cornelis "Kees" Hoogland', "Kees Janssen"),
        ('Cornelis "Kees" Hoogland', 'Willem "Kees" Hoogland'),  # both say whose it is
        ('William "Bill" Hoogland', 'John "Bill" Hoogland'),
        ("Hasan 'Abd al-Sami' Ali", "Hasan Ali"),  # letters of Arabic, no quotation marks
    ],
)
def test_a_nickname_alone_makes_no_one_person_of_two(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


def test_what_is_no_nickname() -> None:
    assert list(with_nickname("Sean O'Brien")) == []
    assert list(with_nickname("'Abd al-Rahman 'Ali")) == []
    assert list(with_nickname('"Ivan Petrov"')) == []
    assert list(with_nickname('Ivan "A" Petrov')) == []
