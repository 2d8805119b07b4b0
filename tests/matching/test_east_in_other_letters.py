"""Names of Iran, the Arab world, China, Turkey, Vietnam and Korea in the letters of other languages of the region."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_found, is_match, pairs_of_schemas


@pytest.mark.parametrize(("left", "right", "schema"), pairs_of_schemas("east_in_other_letters_same.tsv"))
def test_one_party_in_the_letters_of_another_language_is_a_match(left: str, right: str, schema: str) -> None:
    assert is_match(left, right, schema)


@pytest.mark.parametrize(("left", "right", "schema"), pairs_of_schemas("east_in_other_letters_apart.tsv"))
def test_a_letter_or_a_syllable_more_is_another_party(left: str, right: str, schema: str) -> None:
    assert not is_match(left, right, schema)


@pytest.mark.parametrize(
    ("query", "listed", "schema"),
    [
        ("Muhammed Cevad Şükri", "Mohammad Javad SHOKRI", "Person"),
        ("Муҳаммадризо Зарифпур", "Mohammad Reza ZARIFPOUR", "Person"),
        ("Ширкати «Тавсиаи Саноати Паймон»", "Toseh Sanat Peyman Co.", "Company"),
        ("Şanxay Tszinhay Maşınqayırma Ko., Ltd", "Shanghai Jinhai Machinery Manufacturing Co., Ltd.", "Company"),
        ("სინძიანის სამშენებლო კომპანია „ტიანშენი“", "Xinjiang Tiansheng Construction Company", "Company"),
        ("Чан Ван Хынг", "Tran Van Hung", "Person"),
        ("쩐 반 훙", "Tran Van Hung", "Person"),
        ("Ντμίτρι Τσερνένκο", "CHERNENKO Dmitry", "Person"),
    ],
)
def test_they_are_found_among_listed_names(query: str, listed: str, schema: str) -> None:
    assert is_found(query, listed, schema)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hasan Kılıç", "Hasan Kılınç"),
        ("Mehmet Şakir Bozdoğanlı", "Mehmet Şükrü Bozdoğanlı"),
        ("Aytən Nəbiyeva", "Aytac Nəbiyeva"),
    ],
)
def test_two_names_in_turkic_letters_are_told_apart_by_them(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_people_of_turkey_are_not_read_as_persians() -> None:
    assert not is_match("Sevim Akyazıcı", "Sevim Akyazili", "Person")
    assert not is_match("ŞİXƏLİYEV, Elçin Nazim oğlu", "Shikhaliyev Elshan Nazim oglu", "Person")


def test_a_town_behind_a_name_is_not_another_that_the_other_begins_with() -> None:
    assert not is_match("Ronglian Trade Company, Yiwu", "Yining Ronglian Trade Company", "Company")
    assert is_match("Ronglian Trade Company, Yining", "Yining Ronglian Trade Company", "Company")
    assert is_match("Ronglian Trade Company", "Yining Ronglian Trade Company", "Company")
    assert is_match('ТОО "SARYARQA TRANS", Г. КАРАГАНДА, КАЗАХСТАН', "«Сарыарқа Транс» ЖШС", "Company")


def test_a_name_with_its_town_is_the_same_with_a_branch_elsewhere_beside_it() -> None:
    assert is_match("Saryarka Cargo LLP", "Филиал ТОО «Сарыарка Карго» в г. Актобе", "Company")
