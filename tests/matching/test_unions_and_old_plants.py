"""Unions, drives, mines and the names of old plants, in the languages of the region and in English."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Uzagromashservice Association", "«Oʻzagromashservis» uyushmasi"),
        ("Ассоциация «Водрин»", "«Vodrin» uyushmasi"),
        ("Vodrin Association", "«Водрин» уюшмаси"),
        ("Союз «Водрин»", "«Vodrin» uyushmasi"),
        ("Ассоциация «Водрин»", "«Vodrin» birliyi"),
        ("Vodrin Association", "«Водрин» бірлестігі"),
        ("Vodrin Union", "«Водрин» бирикмеси"),
        ("Vodrin Production Association", "«Водрин» өндірістік бірлестігі"),
    ],
)
def test_a_union_is_one_whatever_the_language_calls_it(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО «Водрин»", "«Vodrin» uyushmasi"),
        ("Vodrin Bank", "«Vodrin» uyushmasi"),
        ("Vodran Association", "«Vodrin» uyushmasi"),
        ("Vodrin LLC", "«Vodrin» birliyi"),
        ("ТОО «Водрин»", "«Водрин» бірлестігі"),
    ],
)
def test_a_union_is_no_firm_of_its_name(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("АО «Псковский завод механических приводов»", "Pskov Mechanical Drives Plant JSC"),
        ("Дніпровський завод приводів", "Dnipro Drives Plant"),
        ("ТОВ «Хай-Тек Солюшнз Україна»", "Hi-Tech Solutions Ukraine LLC"),
        ("«Haýtek Söwda» HJ", "Hi-Tech Trade ES"),
        ("Кара-Балта тоо-кен комбинаты", "Kara-Balta Mining Combine"),
        ("«Bakı fəhləsi» maşınqayırma zavodu", "Машиностроительный завод «Бакинский рабочий»"),
        ("Завод «Серп и молот»", "Hammer and Sickle Plant"),
        ("«Qırmızı bayraq» fabriki", "Фабрика «Красное знамя»"),
    ],
)
def test_the_name_of_a_plant_is_known_by_its_words(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("АО «Псковский завод механических приводов»", "Pskov Mechanical Pumps Plant JSC"),
        ("«Bakı fəhləsi» maşınqayırma zavodu", "Бакинский машиностроительный завод"),
        ("«Bakı fəhləsi» maşınqayırma zavodu", "Gəncə fəhləsi maşınqayırma zavodu"),
        ("Фабрика «Красное знамя»", "Red Star Factory"),
        ("Завод «Серп и молот»", "Завод «Молот»"),
    ],
)
def test_another_word_makes_another_plant(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
