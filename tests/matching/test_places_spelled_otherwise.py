"""Ships called after a place under another of its names, adjectives of towns, and words of plants translated."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(("left", "right"), [("ПАНҶАКЕНТ", "PENDZHIKENT"), ("QARABAĞ", "КАРАБАХ")])
def test_a_ship_named_after_a_place_keeps_its_name_in_other_spellings(left: str, right: str) -> None:
    assert is_match(left, right, "Vessel")
    assert is_found(left, right, "Vessel")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("LENINGRAD", "PETERSBURG"),  # two names of one town, and two ships
        ("ARTSAKH", "KARABAKH"),
        ("KARABAKH", "KARABASH"),
        ("PENDZHIKENT", "TASHKENT"),
        ("SAMARA", "SAMARKAND"),
        ("BAKU", "BATU"),
    ],
)
def test_ships_of_two_names_stay_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Vessel")


@pytest.mark.parametrize(
    ("adjective", "town"),
    [
        ("Державне підприємство «Вилківська верф»", "Vylkove Shipyard State Enterprise"),
        ("Василівський машинобудівний завод", "Vasylivka Machine Building Plant"),
        ("Славутицька верф", "Slavutych Shipyard"),
    ],
)
def test_an_adjective_of_a_town_that_no_table_has_is_the_town(adjective: str, town: str) -> None:
    assert is_match(adjective, town, "Company")


@pytest.mark.parametrize(
    ("adjective", "town"),
    [
        ("Василівський машинобудівний завод", "Vasylkiv Machine Building Plant"),
        ("Державне підприємство «Вилківська верф»", "Vylokska Shipyard State Enterprise"),
        ("Славутицька верф", "Slavuta Shipyard"),
    ],
)
def test_an_adjective_of_another_town_is_another(adjective: str, town: str) -> None:
    assert not is_match(adjective, town, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("شرکت مهندسی و ساخت توربوکمپرسور البرز", "Alborz Turbo Compressor Engineering & Manufacturing Co"),
        ("«Գյումրու միկրոշարժիչների գործարան» ՓԲԸ", "Gyumri Micromotor Plant CJSC"),
        ("함흥정밀화학연구소", "Hamhung Fine Chemistry Research Institute"),
        ("ҶДММ «Роҳи Абрешими Тоҷик»", "Tajik Silk Road LLC"),
        ("شركة أبناء سالم بامعروف للتجارة", "Salem Bamaroof & Sons Trading Co."),
    ],
)
def test_words_of_plants_and_kin_translate(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


def test_the_sons_of_another_are_others() -> None:
    assert not is_match("شركة أبناء سالم بامعروف للتجارة", "Salem Bahamid & Sons Trading Co.", "Company")


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("სს „ალფა ბანკი ჯორჯია“", "ALFA BANK GEORGIA JOINT STOCK COMPANY"),
        ("ООО «Новая Альфа Джорджия»", "New Alfa Georgia LLC"),
        ("ООО «Альфа Джорджия»", "ООО «Альфа Грузия»"),
    ],
)
def test_georgia_by_its_english_sound_is_the_country(heard: str, written: str) -> None:
    assert is_match(heard, written, "Company")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ООО «Альфа Джорджия»", "Alfa Germany LLC"),
        ("ООО «Альфа Джорджия»", "Alfa Georgiy LLC"),
        ("ООО «Джорджия Трейд»", "ООО «Георгий Трейд»"),
    ],
)
def test_georgia_is_no_other_country_and_no_george(one: str, other: str) -> None:
    assert not is_match(one, other, "Company")
