"""A man's name and a woman's that are spelled or sound alike are two persons'."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names
from screening.names.gender_pairs import are_man_and_woman


def score(left: str, right: str) -> float:
    return compare_names(left, right, schema="Person").score


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("Andreas Kesselmann", "Andrea Kesselmann"),
        ("KESSELMANN, Christian", "Christiane Kesselmann"),
        ("Marcel Lacombe", "Marcelle Lacombe"),
        ("René Lacombe", "Renee Lacombe"),
        ("Jean-Michel Lacombe", "Jean-Michèle Lacombe"),
        ("Gabriele Fontanelli", "Gabriella Fontanelli"),
        ("Paolo Fontanelli", "Paola Fontanelli"),
        ("Simon Kesselmann", "Simone Kesselmann"),
        ("Emin Yazgan", "Emine Yazgan"),
        ("György Varjas", "Györgyi Varjas"),
    ],
)
def test_a_mans_name_is_no_womans(man: str, woman: str) -> None:
    assert score(man, woman) < DEFAULT_THRESHOLD
    assert score(woman, man) == score(man, woman)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Amin Bensalem", "Amine Bensalem"),  # French spelling of the same man's name
        ("Daniel Fontanelli", "Daniele Fontanelli"),  # Italian, where no mark tells a French woman
        ("Michel Fontanelli", "Michele Fontanelli"),
        ("Michele Lacombe", "Michelle Lacombe"),  # either may be the French woman's name
        ("Gabriele Kesselmann", "Gabrielle Kesselmann"),
        ("Dominique Lacombe", "Dominic Lacombe"),
        ("Ilya Volkov", "Ilia Volkov"),
        ("Fatima Haddad", "Fatimah Haddad"),
    ],
)
def test_a_letter_that_transliteration_adds_makes_no_other_name(left: str, right: str) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD


def test_the_mark_tells_the_woman_where_a_man_is_called_so_elsewhere() -> None:
    assert are_man_and_woman("michel", "michele", ("michèle",))
    assert not are_man_and_woman("michel", "michele", ())
    assert are_man_and_woman("marcelle", "marcel", ())


def test_the_explanation_says_so() -> None:
    said = compare_names("Marcel Lacombe", "Marcelle Lacombe", schema="Person").explanation
    assert "a man's name and a woman's" in said


@pytest.mark.parametrize(
    ("left", "right"),
    [("Асанова Бакыт", "ASANOV Bakyt"), ("Петрова Бакыт", "PETROV Bakyt"), ("KERIMOVA Nur", "Керимов Нур")],
)
def test_a_womans_family_name_in_one_alphabet_is_no_mans_in_the_other(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"), [("Асанова Бакыт", "ASANOVA Bakyt"), ("KERIMOVA Nur", "Керимова Нур"), ("Петров", "PETROFF")]
)
def test_family_names_of_one_gender_meet_in_two_alphabets(left: str, right: str) -> None:
    assert score(left, right) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("woman", "man"),
    [
        ("Գրիգորյան Տիգրանուհի", "GRIGORYAN, Tigran"),
        ("Grigoryan Tigranuhi", "GRIGORYAN, Tigran"),
        ("Григорян Тигрануи", "GRIGORYAN, Tigran"),
        ("Գրիգորյան Արմենուհի", "GRIGORYAN, Armen"),
    ],
)
def test_an_armenian_woman_is_not_the_man_her_name_is_made_of(woman: str, man: str) -> None:
    assert score(woman, man) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"), [("Գրիգորյան Տիգրանուհի", "GRIGORYAN, Tigranuhi"), ("Գրիգորյան Տիգրան", "GRIGORYAN, Tigran")]
)
def test_her_name_and_his_meet_themselves(left: str, right: str) -> None:
    assert score(left, right) >= DEFAULT_THRESHOLD
