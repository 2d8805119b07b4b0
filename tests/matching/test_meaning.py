"""Companies under names that translators put otherwise; persons whose names are those of others in use."""

from __future__ import annotations

import pytest

from screening import DEFAULT_THRESHOLD, compare_names
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Павлодарский комбинат цветных металлов", "Pavlodar Non-Ferrous Metals Plant"),
        ("معهد الرواد للأبحاث", "Al Ruwad Research Institute"),
        ("贵州化肥厂", "Guizhou Fertilizer Factory"),
        ("თბილისის საავიაციო ქარხანა", "Tbilisi Aviation Plant"),
        ("ООО «Красная звезда Снаб»", "Red Star Snab LLC"),
        ("第五十四研究所", "54th Research Institute"),
    ],
)
def test_a_company_is_met_under_its_translated_name(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation == "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [("Toshkent savdo uyi", "Toshkent sanoat uyi"), ("Golden Eagle Trading", "Golden Lion Trading")],
)
def test_another_trade_or_emblem_is_another_company(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation != "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Islomov Baxtiyor Anvar oʻgʻli", "Исламов Бахтиёр Анварович"),
        ("Leung Chun-ying", "梁振英"),
        ("Ким Чен Ын", "Kim Jong Un"),
        ("Оганесян Гагик", "Gagik Hovhannisyan"),
        ("Ou Yang Jian Guo", "Ouyang Jianguo"),
    ],
)
def test_a_person_is_met_as_another_country_writes_the_name(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation == "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ерлан Сағадиев", "Ержан Сағадиев"),
        ("Mehmet Demirci", "Mehmet Demirel"),
        ("Khaled bin Walid al-Jasim", "Walid al-Jasim"),
        ("Osman oğlu Kemal Baran", "Kemal oğlu Osman Baran"),
    ],
)
def test_two_names_in_use_and_father_and_son_are_two_persons(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation != "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [("Обуховский завод", "Obukhov Plant"), ("五一二厂", "Factory 512"), ("Şamaxı Şərab Zavodu", "Shamakhi Winery")],
)
def test_adjectives_numerals_and_towns_are_read(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation == "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [("Петров Иван", "Петровский Иван"), ("Selma Uzun", "Selma Uzunoğlu"), ("Игорь Быков", "Игорь Бычков")],
)
def test_two_endings_of_one_stem_are_two_families(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation != "same_party"


@pytest.mark.parametrize(("left", "right"), [("Ural Steel", "South Ural Steel"), ("Asia Metal", "Central Asia Metal")])
def test_a_place_is_not_the_larger_name_of_another_place_that_holds_it(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").score < 0.5


def test_a_word_said_twice_answers_for_the_name_that_the_other_side_spells() -> None:
    found = compare_names("Озод Дарё Шиппинг Лайнс", "Ozod Daryo Shipping Lines", schema="Company")
    assert found.relation == "same_party"
    assert compare_names("Хафез Дарья Шиппинг Лайнс", "Hafez Darya Shipping Lines", schema="Company").score > 0.95


def test_a_bank_is_not_the_finance_house_of_its_name() -> None:
    assert compare_names("Zarqa Bank JSC", "АО «Зарка Финанс»", schema="Company").relation != "same_party"


def test_firms_of_hong_kong_under_their_cantonese_names() -> None:
    assert compare_names("永昌貿易有限公司", "Wing Cheong Trading Limited", schema="Company").relation == "same_party"
    assert compare_names("联昌", "Luen Cheong", schema="Company").relation == "same_party"


def test_builders_of_two_kinds_are_two_firms() -> None:
    left, right = "ТОО «Костанай Стройсервис»", "LLP Kostanay Stroykomplekt"
    assert compare_names(left, right, schema="Company").relation is None
    assert compare_names(left, "Kostanay Stroyservis LLP", schema="Company").relation == "same_party"


def test_a_g_before_e_in_georgian_letters() -> None:
    assert compare_names("შპს ჯეო აგრო", "Geo Agro Ltd", schema="Company").relation == "same_party"


def test_a_name_told_in_two_languages_of_nobodys_trade_is_two_names() -> None:
    assert compare_names("ОсОО Кара Куш", "NERO UCCELLO SRL", schema="Company").score < DEFAULT_THRESHOLD
    assert compare_names("Белый Камень", "White Stone LLC", schema="Company").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [("ТОВ Агросвіт", "ТОВ Агроцвіт"), ("ООО Агролес", "ООО Агролёд")],
)
def test_words_of_one_first_half_and_two_things_behind_it_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(("left", "right"), [("ООО Агротрейд", "Agrotrade LLC"), ("ООО Агроцвет", "ТОВ Агроцвіт")])
def test_of_one_thing_they_are_one(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Кыргыз Республикасынын Министрлер Кабинетине караштуу Мамлекеттик бажы кызматы",
            "State Customs Service under the Cabinet of Ministers of the Kyrgyz Republic",
        ),
        (
            "Ўзбекистон Республикаси Вазирлар Маҳкамаси ҳузуридаги Давлат божхона қўмитаси",
            "State Customs Committee under the Cabinet of Ministers of Uzbekistan",
        ),
        ("Хадамоти гумруки назди Ҳукумати Тоҷикистон", "Таможенная служба при Правительстве Таджикистана"),
    ],
)
def test_under_whom_a_body_is_says_the_same_in_every_language(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")
