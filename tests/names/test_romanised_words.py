"""Words of business of Central Asia that the tables have in Cyrillic alone, in Latin letters."""

from __future__ import annotations

import pytest

from screening.names.romanised_words import romanised
from screening.names.vocabulary import meanings
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("phrase", "language", "latin"),
    [
        ("құс фабрикасы", "kk", ("qus", "fabrikasy")),  # of 2021 and of 2018
        ("құс фабрикасы", "kk", ("kus", "fabrikasy")),
        ("жылу желілері", "kk", ("jylu", "jelileri")),  # of 2021
        ("жылу желілері", "kk", ("jyly", "jelileri")),  # of 2018
        ("жылу желілері", "kk", ("zhylu", "zhelileri")),  # passports
        ("жылуулук тармактары", "ky", ("jyluuluk", "tarmaktary")),
        ("корхонаи мошинсозӣ", "tg", ("korkhonai", "moshinsozi")),
    ],
)
def test_a_phrase_is_written_by_each_scheme_of_its_language(phrase: str, language: str, latin: tuple[str, ...]) -> None:
    assert latin in romanised(phrase, language)


def test_words_of_other_languages_and_of_few_letters_are_not_written_so() -> None:
    assert romanised("птицефабрика", "ru") == []
    assert romanised("өндеу", "kk") == []


def test_a_word_that_is_a_name_or_an_english_word_anyhow_is_not_taken_for_one_of_business() -> None:
    assert romanised("мадина", "tg") == []
    assert romanised("портал", "kk") == []


def test_a_form_of_a_word_of_another_language_keeps_its_meaning() -> None:
    assert {each.concept for each in meanings("optiki")} == {"optical"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ('"Nardys Qus Fabrikasy" JShS', "ТОО «Нардысская птицефабрика»"),
        ('"Nardys Kus Fabrikasy" ZhShS', "Nardys Poultry Farm LLP"),
        ('"Nardys Jylu Jelileri" JShS', "ТОО «Нардыс тепловые сети»"),
        ('"Nardys Maşina Jasau Zauyty" AQ', "Nardys Machine-Building Plant JSC"),
        ('"Nardys Ken Baıytý Kombınaty" AQ', "АО «Нардысский горно-обогатительный комбинат»"),
        ('"Nardys Jel Elektr Stansiasy" JShS', "Nardys Wind Power Plant LLP"),
        ("«Нардыс» сүт заводу ЖЧК", "Nardys Sut Zavodu OsOO"),
    ],
)
def test_a_firm_in_latin_letters_answers_its_translation(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


def test_a_firm_of_another_trade_in_latin_letters_does_not() -> None:
    assert not is_match('"Nardys Qus Fabrikasy" JShS', "Nardys Dairy Plant LLP", "Company")
    assert not is_match('"Nardys Qus Fabrikasy" JShS', "Nardys Furniture Factory LLP", "Company")


def test_a_korean_word_is_written_by_the_systems_of_both_states_but_by_no_persons_own_spelling() -> None:
    assert {("jeongmil",), ("chongmil",), ("jongmil",)} <= set(romanised("정밀", "ko"))
    assert ("jungsoo",) not in romanised("정수", "ko")  # a given name more often than clean water
