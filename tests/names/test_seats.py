"""A firm's name told without the address behind it."""

import pytest

from screening import DEFAULT_THRESHOLD, compare_names
from screening.names.seats import before_seat


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("ООО Велмар, г. Ташкент, ул. Навои, 5", "ООО Велмар"),
        ("ОсОО Велмар, Бишкек", "ОсОО Велмар"),
        ('OSOO "VELMAR LOGISTIK", G. BISHKEK', 'OSOO "VELMAR LOGISTIK"'),
        ("Velmar Company, Inc., Tehran, Iran", "Velmar Company, Inc."),
        ("VELMAR MANUFACTURING CO.,LTD NO.88 BINHAI ROAD, CIXI, ZHEJIANG, CHINA", "VELMAR MANUFACTURING CO.,LTD"),
        ("VELMAR SHIPMANAGEMENT S.A., 85 AKTI MIAOULI, PIRAEUS, GREECE", "VELMAR SHIPMANAGEMENT S.A."),
        ("VELMAR TEKHNO SNAB, TAJIKISTAN, SUGHD REGION, KHUJAND, I. SOMONI STR. 213", "VELMAR TEKHNO SNAB"),
        ("شرکت ابزار دقیق سپاهان، اصفهان، شهرک صنعتی جی، خیابان سوم", "شرکت ابزار دقیق سپاهان"),
        ('OOO "VELMAR SAVDO 2015" DUSHANBE, TAJIKISTAN', 'OOO "VELMAR SAVDO 2015"'),
        ("GUANGZHOU VELMAR TRADING CO LTD RM 1203 NO 88 TIANHE RD", "GUANGZHOU VELMAR TRADING CO LTD"),
        ("VELMAR SYSTEM CO LTD SEOUL GANGNAM-GU TEHERAN-RO 114", "VELMAR SYSTEM CO LTD"),
        ("TOO VELMARSNAB AKTAU 130000 MKR 12 D 5", "TOO VELMARSNAB"),
        ("OOO VELMAR 101000 MOSCOW TVERSKAYA 5", "OOO VELMAR"),
        ("VELMAR HARDWARE PRODUCTS FACTORY, CHANGAN TOWN, DONGGUAN", "VELMAR HARDWARE PRODUCTS FACTORY"),
        ("مكتب ولمار للصرافة - دمشق، شارع بغداد", "مكتب ولمار للصرافة"),
        ("ТОО «Велмар Дән» КАЗАХСТАН Г АЛМАТЫ УЛ АБАЯ 10", "ТОО «Велмар Дән»"),
        ("ТОО «ВЕЛМАРСНАБ» Г АЛМАТЫ", "ТОО «ВЕЛМАРСНАБ»"),
        ("ЧП «Велмар» УЗБЕКИСТАН ТАШКЕНТ УЛ НАВОИ 12", "ЧП «Велмар»"),
        ("ООО ВЕЛМАР Г ТАШКЕНТ УЛ НАВОИ Д 5", "ООО ВЕЛМАР"),
        ("ООО ВЕЛМАР 100011 УЗБЕКИСТАН Г ТАШКЕНТ УЛ НАВОИ 5", "ООО ВЕЛМАР"),
        ("ОсОО Велмар Транс Кыргызская Республика г Бишкек ул Киевская 95", "ОсОО Велмар Транс"),
        ("VELMAR TRADING FZE OFFICE 1204 AL REEM TOWER DEIRA DUBAI UAE", "VELMAR TRADING FZE"),
        ("GREEN VELMAR SHIPPING OFFICE 1204 AL REEM TOWER DEIRA DUBAI UAE", "GREEN VELMAR SHIPPING"),
        ("VELMAR SHIPPING LLC P O BOX 12345 DUBAI UAE", "VELMAR SHIPPING LLC"),
        ("VELMAR MAKINA SAN VE TIC LTD STI ISTANBUL TURKIYE", "VELMAR MAKINA SAN VE TIC LTD STI"),
        ("VELMAR ELECTRONICS CO LTD SHENZHEN GUANGDONG CHINA", "VELMAR ELECTRONICS CO LTD"),
        ("VELMAR TRADING ISTANBUL TURKIYE", "VELMAR TRADING"),
        ("OOO VELMAR TRANS DUSHANBE TJ", "OOO VELMAR TRANS"),
        ("OOO VELMAR TRANS TASHKENT UZB", "OOO VELMAR TRANS"),
        ("VELMAR GMBH HAUPTSTR 12 10115 BERLIN", "VELMAR GMBH"),
        ('"VELMAR TRADE" LLC ARMENIA YEREVAN KOMITAS STR 12', '"VELMAR TRADE" LLC'),
        ("VELMAR SPEDITION GMBH, ALZEY", "VELMAR SPEDITION GMBH"),
        ("ООО «Велмар», Лысьва", "ООО «Велмар»"),
        ("VELMAR LIMITED SIRKETI, IKITELLI OSB, BASAKSEHIR, ISTANBUL, TURKEY", "VELMAR LIMITED SIRKETI"),
    ],
)
def test_what_stands_behind_the_name_and_names_a_place_is_the_seat(name: str, bare: str) -> None:
    assert before_seat(name) == bare


@pytest.mark.parametrize(
    "name",
    [
        "KIM, Jong Un",
        "Velmar Co., Ltd.",
        "Velmar Trading, Import and Export Ltd",
        "Velmar LLC, Kazan Branch",
        "Velmar LLC, Consulting",
        "Velmar LLC, Ivan",
        "Velmar LLC, Zarvon LLC",
        "Velmar LLC",
        "JSC Bank of Moscow",
        "Gemini Marine Ltd-MAI",
        "Velmar, Tashkent",  # no legal form: it may be anything
        "Tashkent, Samarkand",
        "Velmar Istanbul Turkey Ltd",
        "OOO VELMAR TRANS DUSHANBE UZ",  # that town is elsewhere
        "OOO VELMAR TRANS TJ",
        "OOO DUSHANBE TJ",
        "Velmar LLC Turkey",  # a state alone may tell a daughter
        "ООО Велмар Ташкент",
        "ТОО «Велмар» Дән КАЗАХСТАН",
        "Bank of Moscow Russia",
        "Bank of China Istanbul Turkey",
        "OFFICE 365 CONSULTING LLC",
        "VELMAR SHIPPING OFFICE EQUIPMENT 12 DUBAI UAE",
        "ООО Хлебозавод Г ТАШКЕНТ УЛ НАВОИ 5",  # nothing but what it is and where
        "VELMAR LLC BRANCH ISTANBUL TURKEY",
        "Velmar Trading . .",
        ",",
        "",
    ],
)
def test_other_words_are_part_of_the_name(name: str) -> None:
    assert before_seat(name) is None


def test_a_firm_is_found_with_its_address_behind_it() -> None:
    left, right = "ОсОО «Велмар Логистик»", 'OSOO "VELMAR LOGISTIK", G. BISHKEK, UL. NAVOI 5'
    assert compare_names(left, right, schema="Company").score >= DEFAULT_THRESHOLD
    assert compare_names(left, 'OSOO "BELGAR LOGISTIK", G. BISHKEK', schema="Company").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "name", ["ООО «Велмонт» (Челябинск)", "г. Челябинск, ООО «Велмонт»", "VELMONT LLC (Chelyabinsk)"]
)
def test_a_town_beside_a_firms_name_is_no_part_of_it(name: str) -> None:
    found = compare_names(name, "Velmont LLC", schema="Company")
    assert found.relation == "same_party", found.explanation


def test_two_towns_tell_two_firms_apart() -> None:
    found = compare_names("ООО «Велмонт» (Челябинск)", "ООО «Велмонт» (Казань)", schema="Company")
    assert found.relation != "same_party", found.explanation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("VELMONT ELECTRONICS CO LTD SHENZHEN CHINA", "Velmont Electronics Co Ltd Beijing China"),
        ("ТОО «Велмонт» КАЗАХСТАН Г АЛМАТЫ УЛ АБАЯ 10", "ТОО «Велмонт» КАЗАХСТАН Г АСТАНА УЛ АБАЯ 10"),
        ("ТОО «Алтын Велмонт» КАЗАХСТАН Г АЛМАТЫ УЛ АБАЯ 10", "ТОО «Алтын Тас» КАЗАХСТАН Г АЛМАТЫ УЛ АБАЯ 10"),
        ("ООО Велмонт Г ТАШКЕНТ УЛ НАВОИ 5", "ООО Белгар Г ТАШКЕНТ УЛ НАВОИ 5"),
        ("VELMONT TRADING FZE OFFICE 1204 AL REEM TOWER DUBAI UAE", "Al Reem Trading FZE"),
    ],
)
def test_firms_with_addresses_without_commas_are_told_apart(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.relation != "same_party", found.explanation


@pytest.mark.parametrize(
    ("told", "bare"),
    [
        ("VODRIN Alban Mr., Rm 1203 Wan Chai HK", "VODRIN Alban Mr."),
        ("Velmar Trading, Office 12 Dubai", "Velmar Trading"),
        ("Водрин Пётр, кв. 5 Ташкент", "Водрин Пётр"),
        ("Vodrin, Room 5", None),  # no place
        ("Kim, No 5 Seoul", None),  # one word is no name
    ],
)
def test_a_numbered_room_behind_a_comma_begins_an_address_of_anybody(told: str, bare: str | None) -> None:
    assert before_seat(told) == bare
