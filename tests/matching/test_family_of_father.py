"""Family names made of fathers' names, and whose child somebody is called with instead."""

from __future__ import annotations

import pytest

from screening.matching import compare_names
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Асан Бакыт уулу", "Асан Бакытов"),
        ("Бакыт уулу Асан", "BAKYTOV, Asan"),
        ("Azamat Toktogul uulu", "Токтогулов Азамат"),
        ("Айгерим Токтосун кызы", "Aigerim Toktosunova"),
        ("Айгерим Токтосун кызы", "Айгерим Токтосуновна"),
        ("Elçin Həsən oğlu", "Elchin Hasanov"),
    ],
)
def test_whose_child_somebody_is_called_stands_for_the_family_name(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Айгерим Токтосун кызы", "Айгерим Токтогулова"),  # another father
        ("Бакыт уулу Асан", "Асан Бакиров"),
        ("Elçin Həsən oğlu Quliyev", "Elchin Hasanov"),  # who has a family name besides
        ("Асан Бакыт уулу", "Улан Бакытов"),  # a brother
    ],
)
def test_it_stands_for_no_other_family_name_and_beside_none(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_the_explanation_says_that_a_family_name_is_made_of_the_fathers() -> None:
    told = compare_names("Асан Бакыт уулу", "Асан Бакытов", schema="Person")
    assert "family name made of the father's" in str(told.explanation)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Gulbahor Sharifjonova", "Гулбаҳор Шарофҷонова"),
        ("Anvar Sharifjonov", "Anvar Sharofjonov"),
    ],
)
def test_family_names_of_two_given_names_with_one_word_of_respect_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Tursunmatov Azizbek Gʻulomjon oʻgʻli", "Azizbek Gulyamdzhanovich Tursunmatov"),
        ("Меҳриддин Ҷӯраев", "Mehriddin Juraev"),
        ("Həsənquliyev Cəmil Sabir oğlu", "Джамиль Сабирович Гасангулиев"),
    ],
)
def test_spellings_of_one_fathers_name_make_one_family_name(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Orhan Bozkurtoğlu", "Orhan Boztürkoğlu", False),
        ("Hossein Karimzadeh", "Hossein Karimizadeh", True),
        ("Orhan Kazancıoğlu", "Orhan Kazancioglu", True),
        ("Orhan Kazancıoğlu", "Orhan Kazncıoğlu", True),
    ],
)
def test_a_long_ending_in_common_makes_two_family_names_no_more_alike(left: str, right: str, same: bool) -> None:
    assert is_match(left, right, "Person") == same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("YOQUBZODA, Parviz Saidmurod", "Yakubov Parviz Saidmurodovich", True),
        ("ҒАФФОРИЁН, Шералӣ Усмонӣ", "Gafforov Sherali Usmonovich", True),
        ("YOQUBZODA, Parviz Saidmurod", "Yakubov Parviz Karimovich", False),
        ("Karimov Saidmurod", "Yakubov Parviz Saidmurodovich", False),
    ],
)
def test_a_fathers_name_by_itself_answers_the_patronymic_made_of_it(left: str, right: str, same: bool) -> None:
    assert is_match(left, right, "Person") == same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Cəfərbəyov Vüqar Elçin oğlu", "Джафарбеков Вугар Эльчинович", True),
        ("Қанат Маратұлы Ибраш", "IBRASH Kanat Muratovich", False),
        ("Отабек Каримов", "Otabek Karimjonov", False),
    ],
)
def test_given_names_behind_endings_tell_whether_they_are_one(left: str, right: str, same: bool) -> None:
    assert is_match(left, right, "Person") == same


@pytest.mark.parametrize(
    ("family", "given", "pavlovich", "petrovich"),
    [
        ("Դյոմին", "Սերգեյ", "Պավլովիչ", "Պետրովիչ"),
        ("დიომინი", "სერგეი", "პავლოვიჩ", "პეტროვიჩ"),
        ("Ντιόμιν", "Σεργκέι", "Πάβλοβιτς", "Πέτροβιτς"),
        ("دیومین", "سرگئی", "پاولوویچ", "پتروویچ"),
        ("ديومين", "سيرغي", "بافلوفيتش", "بيتروفيتش"),
        ("דיומין", "סרגיי", "פבלוביץ'", "פטרוביץ'"),
    ],
)
def test_patronymics_in_other_alphabets_tell_two_fathers_apart(family, given, pavlovich, petrovich) -> None:
    assert is_match(f"{given} {petrovich} {family}", "Sergei Petrovich Dyomin", "Person")
    assert not is_match(f"{given} {pavlovich} {family}", "Sergei Petrovich Dyomin", "Person")
    assert not is_match(f"{given} {pavlovich} {family}", "Дёмин Сергей Петрович", "Person")
