"""Slavic names and firms as Ukrainians, Belarusians and Russians spell them in Latin letters."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Hryshchenko, Olha", "GRISHCHENKO, Olga", "Person"),
        ("HUBAREVICH, Ihar", "Gubarevich Igor", "Person"),
        ("AO Yumirs", "JSC Umirs", "Company"),
        ("CHKPZ", "PAO Chelyabinskiy kuznechno pressovyy zavod", "Company"),
        ("Dzmitry Paulouski", "Дмитрий Павловский", "Person"),
        ("Siarhei Kastsiuchenka", "Сергей Костюченко", "Person"),
        ("УП «Палессеаграснаб»", "Унитарное предприятие «Полесьеагроснаб»", "Company"),
        ("ТАА «Азёрнае»", "ООО «Озёрное»", "Company"),
        ("ААТ «Віцебскія дываны»", "ОАО «Витебские ковры»", "Company"),
        ("Зміцер Жыгаловіч", "Dmitry Zhigalovich", "Person"),
        ("Кацярына Радзівонава", "Ekaterina Rodionova", "Person"),
        ("Дзяніс Апанасевіч", "Denis Apanasevich", "Person"),
        ("Валянціна Ігнацьева", "Valentina Ignatieva", "Person"),
        ("Ягор Дзямідаў", "Egor Demidov", "Person"),
        ("ААТ «Пінскі завод металаапрацоўчых станкоў»", "Pinsk Metalworking Machine Plant OJSC", "Company"),
        ("ААТ «Слуцкі мэблевы камбінат»", "Slutsk Furniture Combine OJSC", "Company"),
        ("ТАА «Полацкія будаўнічыя канструкцыі»", "Polotsk Building Structures LLC", "Company"),
        ("Galika TSTS", "Galika Tsentr Tekhnologii i Servis", "Company"),
    ],
)
def test_one_name_in_two_habits_of_spelling(left: str, right: str, schema: str) -> None:
    assert compare_names(left, right, schema=schema).score >= DEFAULT_THRESHOLD


def test_an_iranian_called_pour_is_not_called_for() -> None:
    assert compare_names("POUR FARZANEH, Hossein", "POURFARZANEH, Hossein", schema="Person").score > 0.9


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Dzmitry Paulouski", "Дмитрий Поливский", "Person"),
        ("Siarhei Kastsiuchenka", "Сергей Косточкин", "Person"),
        ("УП «Палессеаграснаб»", "УП «Полесьеагротранс»", "Company"),
        ("ААТ «Палессе»", "ОАО «Залесье»", "Company"),
    ],
)
def test_belarusian_spelling_makes_no_two_names_one(left: str, right: str, schema: str) -> None:
    assert compare_names(left, right, schema=schema).relation != "same_party"
