"""Words and names of Azerbaijan, Georgia, Central Asia and Hong Kong as other letters have them, and near misses."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        # Azerbaijani q is heard as g before consonants as well, c as the dzh of Russian
        ('"Nəqşicahan Tikinti" MMC', "ООО «НАГШИДЖАХАН ТИКИНТИ»", "Company"),
        ('"Qızılağac Tikinti" MMC', "ООО «ГЫЗЫЛАГАДЖ ТИКИНТИ»", "Company"),
        ('"Qarabucaq" MMC', "ООО «ГАРАБУДЖАГ»", "Company"),
        ("Tural Kərimov", "Турал Керимов", "Person"),
        ("Azər Əliyev", "Азер Алиев", "Person"),
        ("Cəmil Məmmədov", "Джемиль Мамедов", "Person"),
        # ё at the end, which Russian writes as е
        ("Зардиё", "Zardiyo", "Company"),
        ("Нурдунё", "Nurdunyo", "Company"),
        # Georgian genitives without the last vowel of the stem
        ("MUKUZANI WINE CELLAR LLC", "შპს „მუკუზნის მარანი“", "Company"),
        ("Tsinandali Winery JSC", "სს „წინანდლის მარანი“", "Company"),
        ("Akhasheni Winery LLC", "შპს „ახაშნის მარანი“", "Company"),
        ("Ikalto Winery", "იყალთოს მარანი", "Company"),
        # Hong Kong's spellings of family names
        ("黎志强", "LAI, Chi-keung", "Person"),
        ("康伟明", "Hong Wai Ming", "Person"),
        ("翁国强", "Yung Kwok Keung", "Person"),
        # a field of twenty letters
        ("Mehmet Şükrü Kızılağaç", "KIZILAGAC MEHMET SUK", "Person"),
        ("«Кара-Балта тоо-кен комбинаты» ААК", "Kara-Balta Mining Combine OJSC", "Company"),
        ("«Кумтөр тоо-кен компаниясы» ЖЧК", "Kumtor Mining Company LLC", "Company"),
        ("CASPIAN PIPELINES SERVICE LLC", '"Xəzər Boru Kəmərləri Servis" MMC', "Company"),
        ("Georgian Pipelines Co", "საქართველოს მილსადენები", "Company"),
        ("YIWU CHENYUE DAILY NECESSITES FIRM", "义乌市晨悦日用百货商行", "Company"),
        # what a form is short for, the other name says
        ("ПП «Агротехцентр Явір»", "PE AGROTEHCENTR YAVIR", "Company"),
        ("ПП «Вектор»", "PE VECTOR", "Company"),
        ("PELAGIA SHIPPING COMPANY, AKTI MIAOULI, PIRAEUS", "Πελαγία Ναυτιλιακή Εταιρεία", "Company"),
        ("ROMARA LTD, CORNICHE, BEIRUT", "Romara LLC", "Company"),
        ("KYZ JIBEK", "«Кыз-Жибек» теплоходу", "Vessel"),
        ("AMU DARYO", "«Amudaryo» teploxodi", "Vessel"),
        ("KYZ JIBEK", "«Қыз Жібек» баржасы", "Vessel"),
    ],
)
def test_one_name_in_other_letters(left: str, right: str, schema: str) -> None:
    assert is_match(left, right, schema)


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ('"Nəqşicahan" MMC', "ООО «НАГШИРАВАН»", "Company"),
        ('"Qocaqışlaq" MMC', "ООО «ГАРАГЫШЛАГ»", "Company"),
        ("Зардиё", "Zardila", "Company"),
        ("Ситораё", "Sitora", "Company"),
        ("Mukuzani Winery LLC", "შპს „მუკუხნის მარანი“", "Company"),
        ("Akhasheni Winery LLC", "შპს „ახმეტის მარანი“", "Company"),
        ("黎志强", "Lam Chi Keung", "Person"),
        ("黎志强", "Lai Chi Ming", "Person"),
        ("翁国强", "Wong Kwok Keung", "Person"),
        ("Mehmet Şükrü Kızılağaç", "KIZILAGAC MEHMET SUL", "Person"),
        ("«Кара-Балта тоо-кен комбинаты» ААК", "Kara-Balta Meat Combine OJSC", "Company"),
        ("Каспийские нефтепроводы", "Xəzər Qaz Kəməri MMC", "Company"),
        ("YIWU CHENYUE TOYS FIRM", "义乌市晨悦日用品商行", "Company"),
        ("ПП «Агротехцентр Явориця»", "PE AGROTEHCENTR YAVIR", "Company"),
        ("PELAGIA SHIPPING COMPANY, THALASSA SHIPPING, PIRAEUS", "Πελαγία Ναυτιλιακή Εταιρεία", "Company"),
        ("KYZ JIBEK", "«Ак-Жибек» теплоходу", "Vessel"),
        # family names made of two given names, or with two endings
        ("Вугар Насиров", "Vüqar Nəsibov", "Person"),
        ("Рустам Назимов", "Rustam Nazifov", "Person"),
        ("Эмиль Рафигов", "Emil Faiqov", "Person"),
        ("Jamal Hasanov", "Джамиль Гасанов", "Person"),
        ("Δημήτρης Κουρτίδης", "DIMITRIS KOURTESIS", "Person"),
        ("Νίκος Μαυρέλης", "Nikos Mavridis", "Person"),
        ("Νίκος Παναγιωτίδης", "Nikos Panagiotis", "Person"),
    ],
)
def test_near_misses_stay_apart(left: str, right: str, schema: str) -> None:
    assert not is_match(left, right, schema)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Δημήτρης Κουρτέσης", "Dimitrios Kourtessis"),
        ("Νίκος Μαυρέλης", "Nikolaos Mavrelis"),
        ("Вугар Насибов", "Vüqar Nəsibov"),
        ("Эмиль Фаигов", "Emil Faiqov"),
    ],
)
def test_families_told_apart_keep_their_spellings(left: str, right: str) -> None:
    assert is_match(left, right, "Person")
