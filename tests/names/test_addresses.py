"""Addresses: taken apart, compared across scripts and orders; territories under sanctions in them."""

# ruff: noqa: E501 - one pair a line
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.names.addresses import parse
from screening.names.same_place import GRADES, compare
from screening.names.territories import in_words, share, territories_in
from screening.reference import table

PAIRS = [
    ("Ataturk Cad. 5, Mersin, Turkey", "Atatürk Cad. No: 5, Mersin, Türkiye", "same_place"),
    ("PR-KT Volgogradskii, D. 42, K. 5, Floor 2, Pom. I, Moscow 109316, Russia", "109316, г. Москва, Волгоградский проспект, д. 42, корп. 5, этаж 7", "same_place"),
    ("PR-KT Volgogradskii, D. 42, K. 5, Moscow", "Москва, Волгоградский пр-кт, д. 42, к. 7", "same_street"),
    ("12, proyezd Mashinostroiteley, Severodvinsk", "г. Северодвинск, проезд Машиностроителей, 12", "same_place"),
    ("Unit 2105, 21/F Yue Sample Plaza, Kowloon, Hong Kong", "21/F, Room 2105, Yue Sample Plaza, Kowloon", "same_place"),
    ("Unit 2105, 21/F Yue Sample Plaza, Kowloon, Hong Kong", "Room 1704, Yue Sample Plaza, Kowloon", "same_street"),
    ("Unit 21, Yue Sample Plaza, Kowloon, Hong Kong", "21/F Yue Sample Plaza, Kowloon", "same_street"),
    ("12, proyezd Mashinostroiteley, Severodvinsk", "г. Северодвинск, проезд Машиностроителей, 14", "same_street"),
    ("No. 58, Nanjing Road, Shanghai, China", "上海市南京路58号", "same_place"),
    ("上海市南京路100号5楼", "上海市南京路100号8楼", "same_place"),
    ("Hauptstraße 12a, 10115 Berlin", "Hauptstr. 12 a, Berlin, Germany", "same_place"),
    ("Hauptstraße 12b, 10115 Berlin", "Hauptstr. 12 a, Berlin, Germany", "same_street"),
    ("Unit 9 4/F, Norwegian Sample Bldg 721-725 Invented Rd Hong Kong", "9, 4/F, Norwegian Sample Building, Nos 721-725, Invented Road, Hong Kong", "same_place"),
    ("Unit 9 4/F, Norwegian Sample Bldg 721-725 Invented Rd Hong Kong", "Norwegian Sample Building, Nos 821-825, Invented Road, Hong Kong", "same_street"),
    ("ul. Lenina 5, Kazan", "ул. Ленина, 5, Пермь", "different"),
    ("г. Казань, ул. Баумана (Лесная), д. 5", "Lesnaya ul. 5, Kazan", "same_place"),
    ("г. Казань, ул. Баумана (Лесная), д. 5", "Kazan, ul. Baumana 5", "same_place"),
    ("г. Казань, ул. Баумана (угол ул. Лесной), д. 5", "Kazan, ul. Lesnaya 5", "same_town"),
    ("г. Алматы, ул. Утемисова, 166", "Алматы, Махамбет Өтемісұлы көшесі, 166", "same_place"),
    ("г. Алматы, ул. Утемисова, 166", "Алматы, Махамбет Өтемісұлы көшесі, 165", "same_street"),
    ("Алматы, Үлгі-1 шағынауданы, Мысал к-сі, 166", "166 Mysal, Ulgi-1 Microdistrict, Almaty", "same_place"),
    ("ul. Lenina 5", "ул. Ленина, 5, Пермь", "unknown"),
    ("ул. Ленина 5, Казань", "ул. Баумана 5, Казань", "same_town"),
    ("PO Box 14155, Tehran, Iran", "P.O. Box 14155-6395, Tehran", "same_place"),
    ("PO Box 14155, Tehran, Iran", "P.O. Box 99, Tehran", "same_town"),
    ("5 Calle Obispo, La Habana", "Calle Obispo 5, Havana, Cuba", "same_place"),
    ("Calle Obispo 5, Kuba", "Calle Obispo 5, Spain", "different"),
    ("Mersin, Turkey", "Ataturk Cad. 5, Mersin, Turkey", "same_town"),
    ("Turkey", "Ataturk Cad. 5, Mersin, Turkey", "unknown"),
    ("", "Ataturk Cad. 5, Mersin, Turkey", "unknown"),
    ("Hauptstrasse 1, Wien, Austria", "Ataturk Cad. 5, Mersin, Turkey", "different"),
    ("Симферополь, ул. Киевская 4, Крым, Россия", "4 Kievskaya st., Simferopol, Crimea, Ukraine", "same_place"),
    ("ք. Երևան, Կոմիտասի պող. 25", "25 Komitas Avenue, Yerevan, Armenia", "same_place"),
    ("Office 438, Building 4WB, Invented Free Zone, Dubai, United Arab Emirates", "Office 438, Bldg 4WB, Invented Free Zone, Dubai", "same_place"),
    ("Office 439, Building 4WB, Invented Free Zone, Dubai", "Office 438, Bldg 4WB, Invented Free Zone, Dubai", "same_town"),
    ("Office 2905, 29th Floor, Sample Tower, Sheikh Zayed Road, Al Barsha 1, Dubai, UAE", "Al Barsha 1, Dubai", "same_street"),
    ("Office 434, Sample 14, Dubai, UAE", "Sample 14, Dubai", "same_street"),
    ("Office 434, Sample 14, Dubai, UAE", "Office 434, Sample 14, Dubai", "same_place"),
    ("Tugayyolu Caddesi, No: 67/A, Maltepe/İstanbul", "Tugay Yolu Caddesi No:67, Maltepe, Istanbul, Turkey", "same_place"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "grade"), PAIRS)
def test_pairs(one: str, other: str, grade: str) -> None:
    found = compare(parse(one), parse(other))
    assert found.grade == grade, (found, parse(one), parse(other))


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("720000, Бишкек ш., Токтоналиев көчөсү, 7", "ul. Toktonalieva 7, Bishkek, Kyrgyzstan", "same_place"),
        ("Бишкек шаары, Токтоналиев көч. 7", "Str. Toktonalieva 7, Bishkek", "same_place"),
        ("Бишкек ш., Токтоналиев көчөсү, 17", "Str. Toktonalieva 7, Bishkek", "same_street"),
        ("Алматы қ., Пушкин көшесі, 5", "ул. Пушкина, 5, Алматы", "same_place"),
        ("ш. Душанбе, кӯчаи Айнӣ 4", "Ayni Street 4, Dushanbe", "same_place"),
        ("Семей қ., Қазақстан Бірлігі к-сі, 8", "ul. Birligi Kazakhstana d. 8, Semey, Kazakhstan", "same_place"),
        ("Семей қ., Қазақстан Бірлігі к-сі, 8", "ul. Birligi Uzbekistana d. 8, Semey, Kazakhstan", "same_town"),
        ("Самарқанд ш., Сиёб т., А. Дониш кўч. 20А", "20 A. Ahmad Donish str., Samarkand", "same_place"),
        ("Самарқанд ш., Сиёб т., А. Дониш кўч. 20Б", "20 A. Ahmad Donish str., Samarkand", "same_street"),
        ("Москва, Варшавское ш., 12", "Moscow, Warszawskie highway 80", "same_town"),
    ],
)
def test_streets_and_towns_in_the_languages_of_central_asia(one: str, other: str, grade: str) -> None:
    assert compare(parse(one), parse(other)).grade == grade


def test_a_building_named_after_a_country_is_in_no_country_for_that() -> None:
    assert parse("14/F Norwegian Sample Bldg 721-725 Invented Rd Hong Kong").country is None
    assert parse("14/F Sample Bldg, 721 Invented Rd, Oslo Norway").country == "NO"


NUMBERS = [
    ("Unit 9039, 9/F, 15-17 Hing Yip St, Hong Kong", "15"),
    ("4th Floor, 189 Marsh Wall, London E14 9SH", "189"),
    ("87 Lombard Street, Suite 1209, Toronto M5C 2V3", "87"),
    ("No. 114, 10th Street, Tehran", "114"),
    ("Туркистон кўчаси 15-уй, Фарғона шаҳри", "15"),
    ("上海市浦东新区南京路100号5楼", "100"),
    ("Room 1204 Sample Tower 88 Invented Road, Wan Chai", "88"),
    ("Moscow 109316", ""),
    ("Sample Street, Yerevan 0026", ""),
    ("N264 Invented Street, Tbilisi", "264"),
    ("თბილისი, გამოგონილის ქ. N26", "26"),
    ("12 High Road, London N1 7GU", "12"),
    ("High Road, London N22 7AB", ""),
]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_the_number_of_the_house(text: str, number: str) -> None:
    assert parse(text).number == number


TERRITORIES = [
    ("Simferopol, Republic of Crimea", None, ["simferopol", "crimea"]),
    ("г. Симферополь, Крым, ул. Ленина 1", None, ["simferopol", "crimea"]),
    ("298600 Ялта, ул. Мира 5", "RU", ["yalta"]),
    ("Yalta str 5, Moscow", "RU", []),
    ("Mariupol", "UA", ["mariupol"]),
    ("ул. Ленина 5, Севастополь", "RU", ["sevastopol"]),
    ("Krim", "UA", ["crimea"]),
    ("Kherson Street 5, Moscow", "RU", []),
    ("ул. Крымская, 4, Москва", "RU", []),
    ("Sevastopol Hotel, Istanbul", None, []),
    ("Crimea Road 1", "GB", []),
    ("Donetsk, Rostov Region, Russia", "RU", []),
    ("346330, г. Донецк, ул. Ленина 3", "RU", []),
    ("Ростовская обл., г. Донецк", None, []),
    ("ДНР, г. Донецк, ул. Артёма 5", "RU", ["donetsk-republic", "donetsk"]),
    ("ДНР, Ростовское шоссе 1", "RU", ["donetsk-republic"]),
    ("г. Москва, Крымский Вал, 9", "RU", []),
    ("Krymskiy Val 9, Moscow", None, []),
    ("Краснодарский край, Крымский район", "RU", []),
    ("Крымский полуостров", "RU", ["crimea"]),
    ("298500, г. Алушта, ул. Ленина 1", "RU", ["alushta"]),
    ("Aluşta, Kırım", None, ["alushta", "crimea"]),
    ("Respublika Krym, g. Saki", "RU", ["crimea"]),
    ("Dzhankoy, Lenina 5", None, ["dzhankoi"]),
    ("м. Джанкой, вул. Леніна", "UA", ["dzhankoi"]),
    ("Canköy", None, ["dzhankoi"]),
    ("г. Енакиево", "RU", ["yenakiieve"]),
    ("Єнакієве", "UA", ["yenakiieve"]),
    ("Yenakiyevo", None, ["yenakiieve"]),
    ("г. Стаханов", "RU", ["kadiivka"]),
    ("м. Запоріжжя, пр. Соборний 1", "UA", ["zaporizhzhia"]),
    ("г. Ярославль, Красноперекопский район, ул. Мира 1", "RU", []),
    ("Popasna", "UA", ["popasna"]),
    ("298500, Республика Крым, г. Алушта, ул. Ленина 1", "BY", ["crimea", "alushta"]),
    ("Simferopol, Kerch Road 1", "KZ", []),
    ("Simferopol Trading House 5", "TR", []),
    ("Запорізька область", "UA", ["zaporizhzhia"]),
    ("г. Запорожье, ул. Победы 3", "RU", ["zaporizhzhia"]),
    ("г. Херсон, ул. Ушакова 30", None, ["kherson"]),
    ("", None, []),
]


@pytest.mark.parametrize(("text", "country", "places"), TERRITORIES)
def test_territories_under_sanctions(text: str, country: str | None, places: list[str]) -> None:
    assert [each.place for each in territories_in(text, country)] == places


@pytest.mark.parametrize(
    ("text", "country", "held", "weight"),
    [
        ("69000, м. Запоріжжя, пр. Соборний 1", "UA", True, 0.1),
        ("м. Запоріжжя, пр. Соборний 1", "UA", True, 0.1),
        ("69000, Запорізька обл., м. Запоріжжя", "UA", True, 0.1),
        ("Kherson, Ukraine", None, True, 0.1),
        ("73000 Kherson, Ushakova 5", "UA", True, 0.1),
        ("Запорізька область", "UA", False, 0.5),
        ("72300, м. Запоріжжя", "UA", False, 0.5),
        ("г. Херсон, ул. Ушакова 30", "RU", False, 0.5),
        ("273000, г. Херсон", None, False, 0.5),
        ("м. Мелітополь", "UA", False, 1.0),
        ("Донецька область", "UA", False, 0.5),
    ],
)
def test_a_town_under_its_governments_control_is_milder_than_its_region(
    text: str, country: str | None, held: bool, weight: float
) -> None:
    found = territories_in(text, country)
    assert [each.held for each in found] == [held]
    assert share(found, part=0.5, held=0.1) == weight
    assert ("under its government's control" in in_words(found)) is held


def test_a_held_town_beside_a_lost_one_counts_as_the_lost_one() -> None:
    found = territories_in("Запорізька обл., м. Мелітополь; склад: м. Запоріжжя", "UA")
    assert share(found, part=0.5, held=0.1) == 1.0


@pytest.mark.parametrize(
    ("text", "country", "whole", "twin"),
    [
        ("ДНР", "RU", True, False),
        ("г. Луганск, ул. Советская 1", "RU", True, False),
        ("Луганская область", "UA", False, False),
        ("Донецька обл., м. Краматорськ", "UA", False, False),
        ("Donetsk Oblast", None, False, False),
        ("Севастополь", "RU", True, False),
        ("ДОНЕЦК", None, True, True),
        ("Donetsk", "UA", True, False),
        ("283001, г. Донецк, ул. Артёма 5", "RU", True, False),
        ("Donetsk 83050, Artyoma 5", None, True, False),
    ],
)
def test_only_of_a_region_part_may_be_under_sanctions(text: str, country: str | None, whole: bool, twin: bool) -> None:
    (found,) = territories_in(text, country)
    assert (found.whole, found.twin, found.sure) == (whole, twin, whole and not twin)
    assert ("Only part" in in_words([found]), "same name" in in_words([found])) == (not whole, twin)


def test_every_name_of_a_territory_is_read_as_its_own() -> None:
    rows = table("places/sanctioned_territories.tsv").rows
    wrong = [
        (name, row["place"])
        for row in rows
        for name in filter(None, (each.strip() for each in row["names"].split(";")))
        if [each.place for each in territories_in(name, "UA")] != [row["place"]]
    ]
    assert wrong == []
    assert all(row["whole"] in ("yes", "part") and row["region"] in ("", "part") for row in rows)
    assert {row["from"] for row in rows if row["measure"].startswith("in Crimea")} == {"2014-12-19"}
    assert all(row["from"] >= "2022-02-21" for row in rows if "EO 13685" not in row["measure"])


ANY = st.text(max_size=60) | st.sampled_from([text for pair in PAIRS for text in pair[:2]])


@settings(max_examples=150, deadline=None)
@given(ANY, ANY)
def test_the_order_of_two_addresses_does_not_matter(one: str, other: str) -> None:
    assert compare(parse(one), parse(other)).grade == compare(parse(other), parse(one)).grade


@settings(max_examples=100, deadline=None)
@given(ANY)
def test_any_text_is_taken_apart_and_never_different_from_itself(text: str) -> None:
    assert compare(parse(text), parse(text)).grade in GRADES[:-1]


def test_a_town_before_the_countrys_code_is_kept() -> None:
    found = parse("Office 434, Sample 14, Dubai, UAE")
    assert (found.country, found.towns) == ("AE", frozenset({"dubai"}))
    assert parse("Pyongyang, Korea, North").country == "KP"


def test_a_room_of_a_marked_building_says_more_than_a_town() -> None:
    assert parse("Office 438, Building 4WB, Invented Free Zone, Dubai").is_precise
    assert not parse("Building 4WB, Invented Free Zone, Dubai").is_precise


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("تهران، خیابان فرجام، پلاک ۶۹۹", "No. 699 Farjam St., Tehran, Iran", "same_place"),
        ("تهران، خیابان فرجام، پلاک ۱۶۹", "No. 699 Farjam St., Tehran, Iran", "same_street"),
        ("تهران، خیابان وفامنش، پلاک ۱", "No 1 Vafamanesh Ave, Tehran", "same_place"),
        ("תל אביב, הרצל 5", "5 Herzl St, Tel Aviv, Israel", "same_place"),
        ("Bakı ş., Səməd Vurğun küç. 60", "60, Samed Vurgun str, Baku 1022, Azerbaijan", "same_place"),
        ("Bakı ş., Səməd Vurğun küç. 106", "60, Samed Vurgun str, Baku 1022, Azerbaijan", "same_street"),
        ("Москва, ул. Марата, 5", "Moscow, Murat str., 5", "same_town"),  # both write their vowels
    ],
)
def test_words_without_all_their_vowels_are_told_by_their_consonants(one: str, other: str, grade: str) -> None:
    assert compare(parse(one), parse(other)).grade == grade
    assert compare(parse(other), parse(one)).grade == grade


@pytest.mark.parametrize(
    "text",
    ["720001, Bishkek sh., Bo‘konboyev ko‘ch. 204", "Бишкек ш., Боконбоев кўч. 204"],
)
def test_uzbek_streets_are_told_by_their_abbreviation(text: str) -> None:
    assert compare(parse(text), parse("Str. Bokonbaeva 204, Bishkek 720001, Kyrgyzstan")).grade == "same_place"


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("Sh. Varshavskoe D. 7, Str. 2, Moscow", "г. Москва, Варшавское шоссе, 7", "same_place"),
        ("B-r Zagrebskii D. 9, Saint Petersburg", "Санкт-Петербург, Загребский бульвар, 9", "same_place"),
        ("7k/1, ul. Lva Tolstogo, Bishkek", "Бишкек ш., Лев Толстой көч. 7К/1", "same_place"),
        ("7k/1, ul. Lva Tolstogo, Bishkek", "Бишкек ш., Лев Толстой көч. 63", "same_street"),
        ("Երևան, Րաֆֆու 111", "Raffi Str. 111, Yerevan, Armenia", "same_place"),
        ("Երևան, Րաֆֆու 12", "Raffi Str. 111, Yerevan, Armenia", "same_street"),
        ("Երևան, Խորենացու 24", "24 Khorenatsi St, Yerevan", "same_place"),
        ("ul. Karla Marksa 5, Minsk", "Мінск, вул. Карл Маркс, 5", "same_place"),
        ("No: 5, St. Romencka, Kharkiv", "м. Харків, вул. Роменська, 5", "same_place"),
        ("Office 12, Al Sample Building, Airport Road, Sharjah", "الشارقة، شارع المطار، مبنى السامبل، مكتب 12", "same_town"),
        ("ul. Lermontova 5, Minsk", "Минск, ул. Лермонтовская, 5", "same_town"),
        ("Toshkent sh., Amir Temur ko'chasi 4", "ул. Амира Темура, 4, Ташкент", "same_place"),
        ("Postfach 406, Basel", "P.O. Box 406, Basel", "same_place"),
        ("Office 12, 36B Prospekt A. Navoi, Tashkent", "г. Ташкент, пр-т А. Навои, 36Б, офис 12", "same_place"),
        ("36B Prospekt A. Navoi, Tashkent", "г. Навои, ул. Ташкентская, 36Б", "different"),
        ("Justus-von-Liebig-Str. 31, Alzey 55232", "JUSTUS-VON-LIEBIG-STRASSE 31, 55232 ALZEY", "same_place"),
        ("Justus-von-Liebig-Str. 31, Alzey 55232", "JUSTUS-VON-LIEBIG-STRASSE 13, 55232 ALZEY", "same_street"),
        ("Str. Gogolya 143, Liter A, Bishkek", "г. Бишкек, ул. Гоголя, 143 лит. А", "same_place"),
        ("Str. Gogolya 143, Liter A, Bishkek", "г. Бишкек, ул. Гоголя, 143 лит. Б", "same_street"),
        ("13/1 Satpaev Avenue, block 3V, Almaty", "г. Алматы, пр. Сатпаева, 13/1, блок 3В", "same_place"),
        ("13/1 Satpaev Avenue, block 3V, Almaty", "г. Алматы, пр. Сатпаева, 13/1, блок 4В", "same_street"),
        ("თბილისი, ქავთარაძის ქ. 21", "21 Kavtaradze St, Tbilisi, Georgia", "same_place"),
        ("თბილისი, ქავთარაძის ქ. 21", "21 Kavtaradze St, Batumi, Georgia", "different"),
        ("თბილისი, კოსტავას ქ. 5", "Kostava Street 5, Tbilisi", "same_place"),
        ("თბილისი, კოსტავას ქ. 5", "Kosheva Street 5, Tbilisi", "same_town"),
        ("თბილისი, ჭავჭავაძის გამზ. N37", "No. 37, Chavchavadze Ave., Tbilisi", "same_place"),
        ("Str. Sample Name 17, Yerevan", "Sample Name Str., Unit 17, Yerevan 0026", "same_place"),
        ("Str. Sample Name 26, Yerevan", "Sample Name Str., Unit 17, Yerevan 0026", "same_street"),
    ],
)  # fmt: skip
def test_streets_are_one_by_their_marks_their_cases_and_but_for_a_letter(one: str, other: str, grade: str) -> None:
    assert compare(parse(one), parse(other)).grade == grade


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("دبي، البرشاء، مكتب 412، الطابق 4", {"412", "4"}),
        ("تهران، خیابان فرضی، پلاک 7، واحد 12، طبقه 3", {"12", "3"}),
        ("ქ. თბილისი, გამოგონილის ქ. 5, ბინა 17", {"17"}),
        ("Երևան, Հորինված փող. 5, բնակարան 17", {"17"}),
        ("Λεωφόρος Δοκιμής 5, γραφείο 17, Αθήνα", {"17"}),
        ("Bakı şəhəri, Uydurma küç. 5, mənzil 17", {"17"}),
    ],
)
def test_rooms_and_flats_are_no_numbers_of_houses_in_the_languages_of_the_region(text: str, units: set[str]) -> None:
    assert parse(text).units == units


def test_what_two_addresses_have_in_common_is_said_in_the_words_of_the_first() -> None:
    mine, listed = parse("390000, Рязань, ул. Забулина, д. 2А"), parse("Ryazan, Zabulina str. 2A, Russia")
    assert compare(mine, listed).why == "Забулина 2a, Ryazan"
    assert compare(listed, mine).why == "Zabulina 2a, Ryazan"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("TARAZ, TOLE BI 61", None),
        ("KAZYBEK BI, ALMATY", None),
        ("Bujumbura, BI", "BI"),
        ("Brussels Belgium", "BE"),
    ],
)
def test_a_word_of_two_letters_among_others_names_no_country(text: str, country: str | None) -> None:
    assert parse(text).country == country


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("RAKEZ Business Zone-FZ", "RAKEZ Business Zone-FZ, United Arab Emirates", "same_street"),
        (
            "Office B42, RAKEZ Business Zone-FZ",
            "Office B42, RAKEZ Business Zone-FZ, United Arab Emirates",
            "same_place",
        ),
        (
            "RAKEZ BUSINESS ZONE-FZ, RAS AL KHAIMAH",
            "Office AB216, RAKEZ Business Zone-FZ, Ras Al Khaimah",
            "same_street",
        ),
        ("Verkhnie Lugi Zarechye, Russia", "Verkhnie Lugi Zarechye", "same_place"),
    ],
)
def test_a_zone_or_building_that_is_named_without_a_number_is_a_district(one: str, other: str, grade: str) -> None:
    assert compare(parse(one), parse(other)).grade == grade
