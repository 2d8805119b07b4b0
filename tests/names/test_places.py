"""Countries and places by any of their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening import DEFAULT_THRESHOLD, compare_names
from screening.names.places import country_code, is_former, place, place_concept
from screening.reference import table

COUNTRIES = {
    "RU": "Russia; RUSSIAN FEDERATION; Россия; РФ; Российская Федерация; Rossiya; Rusya Federasyonu; "
    "俄罗斯; روسيا; روسیه; RUS; 643; "
    "ru; Russland; Russie; Ресей; Орусия; რუსეთი; Ռուսաստան; 러시아; Ρωσία; российский; Russian; "
    "Russia (RU); RU - Russia",
    "UZ": "O'zbekiston; Oʻzbekiston; O‘zbekiston; Ўзбекистон; Узбекистан; Özbekistan; Ouzbékistan; "
    "乌兹别克斯坦; أوزبكستان; ازبکستان; "
    "UZB; 860; უზბეკეთი; Republic of Uzbekistan; Республика Узбекистан",
    "KZ": "Казахстан; Қазақстан; Kazakistan; Kazakhstan; Qozog'iston; 哈萨克斯坦; KAZ; 398; РК",
    "KG": "Кыргызстан; Киргизия; Kyrgyz Republic; Kırgızistan; Kirghizstan; 吉尔吉斯斯坦; KGZ; Qirgʻiziston",
    "TJ": "Тоҷикистон; Таджикистан; Tajikistan; Tacikistan; 塔吉克斯坦",
    "TM": "Türkmenistan; Туркмения; Туркменистан; Turkmenistan; 土库曼斯坦",
    "AZ": "Azərbaycan; Азербайджан; Azerbaijan; Azerbaycan; 阿塞拜疆",
    "AM": "Հայաստան; Армения; Armenia; Ermenistan; 亚美尼亚",
    "GE": "საქართველო; Грузия; Georgia; Gürcistan; 格鲁吉亚",
    "BY": "Беларусь; Белоруссия; Republic of Belarus; Weißrussland; 白俄罗斯; РБ",
    "UA": "Україна; Украина; Ukraine; Ukrayna; 乌克兰",
    "TR": "Türkiye; TÜRKİYE; Turkey; Турция; Turkiya; Туркия; 土耳其; تركيا; TUR; 792; T.C.",
    "CN": "China; P.R. China; PRC; 中国; 中华人民共和国; Китай; КНР; Xitoy; Хитой; Çin; چین; الصين; "
    "156; China, People's Republic of",
    "HK": "Hong Kong; HONGKONG; 香港; Гонконг; Hong Kong SAR; China, Hong Kong SAR; HKG",
    "TW": "Taiwan; Taiwan, Province of China; 台湾; Тайвань; 490; Other Asia, nes; Chinese Taipei",
    "KP": "DPRK; Korea (DPRK); North Korea; "
    "КНДР; Korea, Democratic People's Republic of; 조선민주주의인민공화국; D.P.R. Korea; 朝鲜",
    "KR": "South Korea; Republic of Korea; Korea, Rep. of; Южная Корея; 대한민국; 韩国; Güney Kore",
    "IR": "Iran; Iran, Islamic Republic of; Iran (Islamic Republic of); ایران; Иран; Eron; İran",
    "IQ": "العراق; Irak; Ирак; Iraq",
    "SY": "Syrian Arab Republic; سوريا; Сирия; Suriye",
    "AE": "UAE; U.A.E.; United Arab Emirates; ОАЭ; الإمارات العربية المتحدة; 阿联酋; Birleşik Arap Emirlikleri; BAA",
    "CU": "Kuba; Cuba; Куба; 古巴",
    "SD": "Soudan; Sudan; السودان; Судан",
    "SS": "South Sudan; Южный Судан",
    "US": "USA; U.S.A.; U S A; United States; 842; 840; США; AQSh; ABD; 美国; Estados Unidos",
    "GB": "UK; U.K.; United Kingdom; Great Britain; Великобритания; İngiltere; 英国",
    "CH": "Switzerland; 757; Schweiz; Швейцария; İsviçre",
    "IN": "India; 699; Hindistan; Индия; भारत",
    "FR": "France; 251; Франция; Fransa",
    "NO": "Norway; 579; Норвегия",
    "NA": "Namibia; NA; NAM; 516; Намибия",
    "GR": "Greece; EL; Ελλάδα; Yunanistan",
    "CZ": "Czech Republic; Czechia; Česká republika; Чехия",
    "CD": "Congo, Dem. Rep.; DR Congo; Zaire; Democratic Republic of the Congo",
    "CG": "Congo; Republic of the Congo",
    "CI": "Côte d'Ivoire; Ivory Coast; Cote dIvoire",
    "MM": "Burma; Myanmar",
    "MK": "FYROM; North Macedonia",
    "XK": "Kosovo; XKX",
    "VG": "British Virgin Islands; BVI",
    "SZ": "Swaziland; Eswatini",
    "BA": "Republika Srpska; Република Српска",
    "MD": "Republica Moldova",
    "SU": "USSR; Soviet Union; СССР",
    "CS": "Czechoslovakia",
    "YU": "Yugoslavia",
}
CASES = [(text, code) for code, texts in COUNTRIES.items() for text in texts.split("; ")]


def test_enough_spellings_are_tried() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize(("text", "code"), CASES)
def test_country_by_any_spelling(text: str, code: str) -> None:
    assert country_code(text) == code


def test_republics_are_known_by_their_full_names_in_armenian() -> None:
    assert country_code("Կորեայի Հանրապետություն") == "KR"
    assert country_code("Կորեայի Ժողովրդադեմոկրատական Հանրապետություն") == "KP"
    assert country_code("Հանրապետություն") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Koreya Resp.", "KR"),
        ("КОРЕЯ РЕСП.", "KR"),
        ("Респ. Беларусь", "BY"),
        ("Чешская Респ.", "CZ"),
        ("Кыргыз Респ.", "KG"),
        ("Kırgız Cum.", "KG"),
        ("Rusya Fed.", "RU"),
        ("Rep. Moldova", "MD"),
        ("КОРЕЙСКАЯ НАРОДНО-ДЕМОКРАТИЧЕСКАЯ РЕСП.", "KP"),
        ("Congo, Dem. Rep.", "CD"),
        ("Rep. China", "TW"),
        ("Респ. Татарстан", None),
        ("Конго Дем. Респ.", None),
        ("Респ.", None),
    ],
)
def test_a_republic_cut_short_is_read_beside_its_country(text: str, code: str | None) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize("text", ["", " ", "-", "Atlantis", "Winsun", "12345", "various", "ZZ", "Unknown"])
def test_what_is_no_country(text: str) -> None:
    assert country_code(text) is None


def test_former_countries_keep_their_code() -> None:
    assert is_former("SU")
    assert not is_former("RU")


@given(st.text(max_size=30))
def test_no_text_makes_a_country_lookup_fail(text: str) -> None:
    assert country_code(text) is None or len(country_code(text) or "") == 2


@pytest.mark.parametrize(
    ("concept", "spellings"),
    [
        ("fergana", "Fergana; Farg'ona; Фарғона; Фергана; ферганский; 费尔干纳"),
        ("tashkent", "Tashkent; Toshkent; Ташкент; Тошкент; Taşkent; 塔什干"),
        ("almaty", "Almaty; Alma-Ata; Алма-Ата; 阿拉木图"),
        ("saint-petersburg", "Saint Petersburg; St. Petersburg; Leningrad; СПб; Санкт-Петербург; санкт-петербургский"),
        ("crimea", "Crimea; Krym; Krimea; Крым; Kırım; Крим; крымская"),
        ("donetsk", "Donetsk; Донецк; Донецьк; ДНР"),
        ("luhansk", "Luhansk; Lugansk; Луганск; ЛНР"),
        ("havana", "Havana; La Habana; Habana; Гавана"),
        ("shanghai", "Shanghai; 上海; Шанхай; شنغهاي"),
        ("guangzhou", "Guangzhou; Canton; 广州; 廣州"),
        ("kyiv", "Kyiv; Kiev; Киев; Київ"),
        ("istanbul", "Istanbul; İstanbul; Стамбул; 伊斯坦布尔"),
        ("dubai", "Dubai; Дубай; دبي; 迪拜"),
        ("bishkek", "Bishkek; Бишкек; Frunze"),
    ],
)
def test_a_place_by_any_of_its_names(concept: str, spellings: str) -> None:
    assert {text: place_concept(text) for text in spellings.split("; ")} == dict.fromkeys(
        spellings.split("; "), concept
    )


def test_places_know_their_country_and_kind() -> None:
    found = place("crimea")
    assert found is not None
    assert (found.country, found.kind) == ("UA", "territory")
    assert place("atlantis") is None


@pytest.mark.parametrize(
    ("one", "other"), [("Kazan", "Tambov"), ("Lyon", "Toulouse"), ("Perm", "Penza"), ("Basel", "Lugano")]
)
def test_different_towns_are_different_places(one: str, other: str) -> None:
    assert place_concept(one) != place_concept(other)


def test_every_code_is_read_as_its_own_country_whatever_word_it_looks_like() -> None:
    for row in table("places/countries.tsv").rows:
        for code in (row["code"], row["alpha3"]):
            if code:
                assert country_code(code) == row["code"], code


def test_a_word_for_a_town_beside_one_says_nothing_more_where_a_firm_has_a_name() -> None:
    same = compare_names("义乌市朵蜜进出口有限公司", "YIWU CITY DUOMI IMP. & EXP. CO., LTD", schema="Company")
    assert same.score >= DEFAULT_THRESHOLD, same.explanation
    assert compare_names("Moscow City Bank", "Moscow Bank", schema="Company").score < DEFAULT_THRESHOLD
