"""Bodies and works as registers in Cyrillic and lists in English name them."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names
from screening.names.glued_beginnings import apart
from screening.names.other_names import names_within


def score(left: str, right: str, schema: str = "Company") -> float:
    return compare_names(left, right, schema=schema).score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Русское географическое общество", "Russian Geographical Society"),
        ("Министерство науки и высшего образования Дагестана", "Ministry of Science and Higher Education of Dagestan"),
        ("Министерство культуры Херсонской области", "Ministry of Culture of Kherson Region"),
        ("Зорбатронский совет по международным делам", "Zorbatron International Affairs Council"),
        ("Научноисследовательский институт «Зорбатрон»", "Zorbatron Research Institute"),
        ("Научно-технический центр «Зорбатрон»", "Zorbatron Research Center JSC"),
        ("Группа компаний «Зорбатрон»", "Zorbatron Group"),
        ("ООО Управляющая компания «Зорбатрон»", "Zorbatron Managing Company LLC"),
        ("Завод имени В.В. Зорбаева", "Plant named after V.V. Zorbaev"),
        ("Пермский завод им. Горького", "Perm Plant named after Gorky JSC"),
        ("Физический институт имени Зорбаева Российской академии наук", "Zorbaev Physical Institute"),
        ("Уральский банк реконструкции и развития (УБРиР)", "Ural Bank for Reconstruction and Development"),
        ('Открытое акционерное общество "Зорбатрон"/ ОАО "Зорбатрон"', "Zorbatron OJSC"),
        ("АО КБ Зорба or Судостроительный завод Зорба", "Shipyard Zorba JSC"),
        ("Малмыжский химический завод", "Malmyzh Chemical Plant"),
        ("«Զորբայի կաթնամթերք» ՓԲԸ", "Zorba Dairy Products CJSC"),
        ("Αφοί Λαμπράκη Ο.Ε.", "Lambrakis Bros G.P."),
        ("沈阳第三机床厂", "Shenyang No. 3 Machine Tool Works"),
        ("海宁宏泰经编有限公司", "Haining Hongtai Warp Knitting Co., Ltd."),
    ],
)
def test_a_body_under_its_name_in_two_languages_is_one(left: str, right: str) -> None:
    assert score(left, right) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Министерство культуры Херсонской области", "Ministry of Culture of Kharkiv Region"),
        ("Министерство науки Дагестана", "Ministry of Culture of Dagestan"),
        ("Завод имени Зорбаева", "Plant named after Tirmonov"),
        ("Физический институт имени Зорбаева Российской академии наук", "Tirmonov Physical Institute"),
        ("Зорбатрон/Тирмон", "Tirmon LLC"),
        ("IP SB RAS", "IHCE SB RAS"),  # no sole traders
    ],
)
def test_another_body_place_or_person_is_another(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Завод «Зорба» or АО «Зорба»", 2),
        ("Black or White LLC", 0),
        ("Зорба (УБРиР)", 0),  # one word has no short name
        ("Импорт/Экспорт", 0),
        ("ОАО «Зорба» / ООО «Тирмон»", 2),
        ("Виктор Петрович Зорба, Віктор Петрович Зорба", 2),
        ("Виктор Петрович Зорба, Иван Петрович Тирмон", 0),
        ("Зорба, Виктор Петрович", 0),
    ],
)
def test_names_within_a_text_are_parted_only_where_it_says_so(name: str, several: int) -> None:
    assert len(names_within(name)) - 1 == several


def test_an_adjective_that_lost_its_hyphen_is_two_words_once_and_for_all() -> None:
    once = apart(("научноисследовательский", "институт", "военнослужащий"))
    assert once == ("научно", "исследовательский", "институт", "военнослужащий")
    assert apart(once) == once


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("ZORBA ASSEMBLY OF THE EAST - BORNO PROVINCE", ()),
        ("ZORB - Khorasan Province", ()),
        ("ZORB - Zorbatron Research Board", ("ZORB", "Zorbatron Research Board")),
        ("ZORBATRON RESEARCH AND OIL BOARD - ZORB", ("ZORBATRON RESEARCH AND OIL BOARD", "ZORB")),
    ],
)
def test_a_province_behind_a_dash_is_a_part_of_the_name_and_letters_there_are_a_name(
    name: str, within: tuple[str, ...]
) -> None:
    assert names_within(name) == (name, *within)
