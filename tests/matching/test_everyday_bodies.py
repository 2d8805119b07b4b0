"""Everyday public bodies and plants in the languages of the region, and those of nearly the same name."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match

ONE = [
    ("Վանաձորի թիվ 8 մանկապարտեզ", "Vanadzor Kindergarten No. 8"),
    ("8 saylı uşaq bağçası Bakı", "Baku Kindergarten No. 8"),
    ("Daşoguz welaýatynyň köpugurly hassahanasy", "Дашогузская велаятская многопрофильная больница"),
    ("Вінницька багатопрофільна лікарня", "Vinnytsia Multiprofile Hospital"),
    ("ΔΕΥΑ Λάρισας", "DEYA Larisas"),
    ("Δημοτική Επιχείρηση Ύδρευσης Αποχέτευσης Βόλου", "DEYA Volou"),
    (
        "ҚР Қаржы министрлігінің Мемлекеттік кірістер комитеті",
        "State Revenue Committee of the Ministry of Finance of the Republic of Kazakhstan",
    ),
    ("სსიპ „შემოსავლების სამსახური“", "LEPL Revenue Service (Georgia)"),
    ("ՀՀ պետական եկամուտների կոմիտե", "State Revenue Committee of the Republic of Armenia"),
    ("საქართველოს ეროვნული არქივი", "National Archives of Georgia"),
    ("Нацыянальны архіў Рэспублікі Беларусь", "National Archives of the Republic of Belarus"),
    ("«Электр станциялары» ААК", "Electric Power Plants OJSC"),
    ("Nurota toshga ishlov berish zavodi", "Nurota Stone Processing Plant"),
    ("«Գյումրու քարամշակման գործարան» ԲԲԸ", "Gyumri Stone Processing Plant OJSC"),
    ("Черкаська Зернова Гільдія", "Cherkasy Grain Guild"),
    ("«Türkmendeňizderýaýollary» agentligi", "Turkmen Sea and River Lines Agency"),
    ("АО «Конструкторское бюро приборостроения им. академика А.Г. Шипунова»", "KBP Instrument Design Bureau JSC"),
    ("哈尔滨理工大学", "Harbin University of Science and Technology"),
    ("北京理工大学", "Beijing Institute of Technology"),
    ("合肥工业大学", "Hefei University of Technology"),
    ("西北工业大学", "Northwestern Polytechnical University"),
    ("دانشگاه صنعتی امیرکبیر", "Amirkabir University of Technology"),
]
TWO = [
    ("Վանաձորի թիվ 8 մանկապարտեզ", "Vanadzor Kindergarten No. 18"),
    ("ΔΕΥΑ Καβάλας", "Δήμος Καβάλας"),
    ("ΔΕΥΑ Καβάλας", "DEYA Dramas"),
    ("ՀՀ պետական եկամուտների կոմիտե", "ҚР Мемлекеттік кірістер комитеті"),
    ("საქართველოს ეროვნული არქივი", "National Library of Georgia"),
    ("Национальная библиотека Беларуси", "National Archives of Belarus"),
    ("哈尔滨工业大学", "Harbin University of Science and Technology"),
    ("Wuhan University of Science and Technology", "Wuhan University of Technology"),
    ("北京理工大学", "北京科技大学"),
    ("天津科技大学", "Tianjin University"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_body_is_one_in_every_language(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")


@pytest.mark.parametrize(("left", "right"), TWO)
def test_bodies_of_nearly_the_same_name_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")


def test_coast_of_a_firms_name_is_told_in_translation() -> None:
    assert is_match("شركة الساحل الغربي لصيد الأسماك ش.م.م", "West Coast Fishing Co. LLC", "Company")
    assert not is_match("شركة الساحل الشرقي لصيد الأسماك", "West Coast Fishing Co", "Company")
