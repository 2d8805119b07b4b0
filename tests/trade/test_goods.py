"""Goods lists, goods told by their description, and the rules: what they hold and how they fail."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from screening.errors import SettingsError
from screening.reference import table
from screening.trade import descriptions, wording
from screening.trade.goods import GoodsList
from screening.trade.rules import load

HEAD = "# source: a test\n# date: 2026-01-01\nregime\tcode\tdepth\ths_edition\tfrom\tto\ttier\tweight\tdescription\n"


def _marks(goods: GoodsList, code: str, edition: str | None, day: date) -> list[tuple[str, bool]]:
    lines = pl.DataFrame(
        [(0, code, edition, day)],
        schema={"line": pl.UInt32, "hs_code": pl.String, "hs_edition": pl.String, "date": pl.Date},
        orient="row",
    )
    return [(row["code"], row["in_force"]) for row in goods.marks(lines).to_dicts()]


def test_the_common_high_priority_list_has_fifty_codes() -> None:
    now = {row["code"]: row["tier"] for row in table("goods/chpl.tsv").rows if "HS2022" in row["hs_edition"]}
    counts = {tier: list(now.values()).count(tier) for tier in sorted(set(now.values()))}
    assert counts == {"1": 4, "2": 5, "3.A": 16, "3.B": 9, "4.A": 11, "4.B": 5}


@pytest.mark.real
def test_the_common_high_priority_list_is_the_published_one(shared: Path) -> None:
    published = pl.read_csv(shared / "trade/goods/chpl_50_hs6.csv", infer_schema=False)
    ours = {(row["code"], row["tier"]) for row in table("goods/chpl.tsv").rows if "HS2022" in row["hs_edition"]}
    assert ours == set(published.select("hs6", "tier").rows())


@pytest.mark.real
def test_headings_of_goods_are_those_of_the_nomenclature(shared: Path) -> None:
    codes = pl.read_csv(shared / "trade/goods/hs2022.csv", infer_schema=False).get_column("hscode")
    ours = {row["chapter"] + each for row in table("goods/headings.tsv").rows for each in row["headings"].split()}
    assert ours == set(codes.filter(codes.str.len_chars() == 4))


@pytest.mark.real
def test_hubs_are_those_of_the_alert_and_two_of_their_own(shared: Path) -> None:
    alert = pl.read_csv(shared / "trade/goods/transshipment_countries.csv", infer_schema=False)
    assert set(load().hubs.until) == {*alert.get_column("iso2"), "HK", "MO"}
    assert len(load().coalition) == 27 + 12


CODES = [
    ("8542310000", "HS2022", date(2024, 5, 1), [("854231", True)]),
    ("854231", "HS2017", date(2022, 5, 1), [("854231", False)]),  # not yet listed: information, no silence
    ("8807300000", "HS2022", date(2024, 5, 1), [("880730", True)]),
    ("8803300000", "HS2017", date(2024, 5, 1), [("880330", True)]),
    ("8803300000", "HS2022", date(2024, 5, 1), []),  # that code means something else, or nothing, by now
    ("8803300000", None, date(2024, 5, 1), [("880330", True)]),
    ("8803300000", None, date(2022, 2, 1), [("880330", False)]),  # between two editions: either's code will do
    ("8542", "HS2022", date(2024, 5, 1), []),
    ("391220", None, date(2024, 6, 1), [("391220", True)]),
]


@pytest.mark.parametrize(("code", "edition", "day", "expected"), CODES)
def test_codes_count_in_their_edition_and_depth(
    code: str, edition: str | None, day: date, expected: list[tuple[str, bool]]
) -> None:
    assert _marks(GoodsList.read(load().goods["lists"]), code, edition, day) == expected


def test_a_list_of_the_users_own(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(HEAD + "ours\t9401.30\t6\tHS2022\t2023-01-01\t2023-12-31\t\t0.5\tSwivel seats\n", encoding="utf-8")
    goods = GoodsList.read([], [own])
    assert _marks(goods, "940130", "HS2022", date(2023, 5, 1)) == [("940130", True)]
    assert _marks(goods, "940130", "HS2022", date(2024, 5, 1)) == []  # its time is over


BROKEN = [
    ("ours\t94x1\t4\tHS2022\t\t\t\t1\tx\n", "no code of digits"),
    ("ours\t9401\t6\tHS2022\t\t\t\t1\tx\n", "depth"),
    ("ours\t940130\t6\tHS2022\t\t\t\t7\tx\n", "between 0 and 1"),
    ("ours\t940130\t6\tHS2022\tyesterday\t\t\t1\tx\n", "entry 1"),
]


@pytest.mark.parametrize(("line", "words"), BROKEN)
def test_a_broken_list_of_the_users_says_where(tmp_path: Path, line: str, words: str) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(HEAD + line, encoding="utf-8")
    with pytest.raises(SettingsError, match=words):
        GoodsList.read([], [own])


TEXTS = [
    ("НИТРОЦЕЛЛЮЛОЗА (КОЛЛОКСИЛИН) ЛАКОВАЯ, АЗОТ 11,8-12,2%", ["nitrocellulose"], "industrial"),
    ("Nitrocellulose, nitrogen content: 13.1 %", ["nitrocellulose"], "energetic"),
    ("硝化纤维素溶液,含氮量12.6%以上", ["nitrocellulose"], "energetic"),
    ("硝化纤维素溶液,含氮量12.6%", ["nitrocellulose"], "industrial"),
    ("硝化棉,含氮量11.5%以上", ["nitrocellulose"], "industrial"),
    ("12.9% N nitrocellulose", ["nitrocellulose"], "energetic"),
    ("Пироксилин №1", ["nitrocellulose"], "energetic"),
    ("Pyroxylin", ["nitrocellulose"], ""),
    ("NİTROSELÜLOZ E 560 %70 IPA", ["nitrocellulose"], ""),
    ("硝化棉 H1/2", ["nitrocellulose"], ""),
    ("cotton linters pulp", ["linters_pulp"], ""),
    ("Cotton linters, 2nd cut", ["cotton_linters"], ""),
    ("пахта линти 2-нав", ["cotton_linters"], ""),
    ("Paxta LINTI", ["cotton_linters"], ""),
    ("целлюлоза хлопковая", ["linters_pulp"], ""),
    ("микросхемы электронные интегральные", ["integrated_circuits"], ""),
    ("Uncooled thermal imaging camera core 640x512 / كاميرا حرارية", ["thermal_imagers"], ""),
    ("Прибор ночного видения ПНВ-1", ["thermal_imagers"], ""),
    ("紅外熱像儀模組", ["thermal_imagers"], ""),
    ("Thermal imaging film for medical printers", [], ""),
    ("集成电路板用清洗剂", [], ""),  # what a thing is for is not the thing
    ("集成电路", ["integrated_circuits"], ""),
    ("entegre devreler için lehim pastası", [], ""),
    ("QİDA BLOKLARI 24V", ["static_converters"], ""),
    ("Schaltnetzteile 24 V, statische Stromrichter", ["static_converters"], ""),
    ("منبع تغذیه سوئیچینگ ۲۴ ولت", ["static_converters"], ""),
    ("FUENTES DE PODER CONMUTADAS 24V", ["static_converters"], ""),
    ("SMPS POWER SUPPLY 24V, STATIC CONVERTER", ["static_converters"], ""),
    ("Манбаи барқи импулсӣ 24 В", ["static_converters"], ""),
    ("импульсный источник питания", ["static_converters"], ""),
    ("зволожувач, джерело живлення для рослин", [], ""),
    ("выпрямитель для волос", [], ""),
    ("开关电源", ["static_converters"], ""),
    ("트랜지스터 BC547", ["semiconductor_devices"], ""),
    ("лента на светодиодах (发光二极管)", [], ""),
    ("tranzystory mocy", ["semiconductor_devices"], ""),
    ("резонаторы кварцевые 16 МГц", ["quartz_crystals"], ""),
    ("TÜRK MALI BASKILI DEVRE KARTI", ["printed_circuits"], ""),
    ("генератор сигналов высокочастотный", ["signal_generators"], ""),
    ("卫星导航接收机", ["navigation_receivers"], ""),
    ("GNSS NAVIGATION RECEIVER MODULES", ["navigation_receivers"], ""),
    ("navigation lights for boats", [], ""),
    ("Kegelrollenlager 30205", ["roller_bearings"], ""),
    ("سیگنال ژنراتور", ["signal_generators"], ""),
    ("прицел оптический 4х32", ["telescopic_sights"], ""),
    ("NİTROSELÜLOZ AZOT %13,1", ["nitrocellulose"], "energetic"),
    ("Плинтус ПВХ", [], ""),
    ("мука пшеничная", [], ""),
    ("", [], ""),
]


@pytest.mark.parametrize(("text", "goods", "grade"), TEXTS)
def test_descriptions_tell_goods_and_grades(text: str, goods: list[str], grade: str) -> None:
    told = descriptions.read(text)
    assert [each.good.good for each in told] == goods
    assert (told[0].grade if told else "") == grade


@pytest.mark.parametrize("text", [text for text, _, _ in TEXTS])
def test_the_first_pass_in_polars_misses_nothing(text: str) -> None:
    plain = pl.DataFrame({"text": [text]}).select(wording.plain_column(pl.col("text"))).item()
    assert plain == wording.plain(text)
    assert bool(descriptions.read(text)) <= any(needle in plain for needle in descriptions.needles())


def test_every_term_tells_its_own_good() -> None:
    for row in table("goods/descriptions.tsv").rows:
        said = row["term"].replace("*", "")
        assert row["good"] in {each.good.good for each in descriptions.read(said)}, row


def test_the_user_replaces_single_values(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[flags.spike_after]\ntimes = 9.0\n[flags.through_hub]\nenabled = false\n", encoding="utf-8")
    book = load(own)
    assert book.flags["spike_after"].settings["times"] == 9.0
    assert "through_hub" not in [rule.id for rule in book.enabled()]
    assert book.flags["spike_after"].weight == load().flags["spike_after"].weight


@pytest.mark.parametrize(
    "text",
    [
        "[flags.no_such]\nweight = 1\n",
        "[flags.spike_after]\nno_such = 1\n",
        "[flags.spike_after]\nkind = 'x'\n",
        "][",
    ],
)
def test_a_wrong_rule_of_the_users_is_one_clear_error(tmp_path: Path, text: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError):
        load(own)


def test_every_flag_cites_its_source() -> None:
    assert all(rule.says.endswith(".") and rule.source for rule in load().flags.values())


ITSELF = [
    "КОЛЛОКСИЛИН, НИТРАТ ЦЕЛЛЮЛОЗЫ, УВЛАЖНЕННЫЙ ИЗОПРОПИЛОВЫМ СПИРТОМ 30%",
    "Нитроцеллюлоза лаковая (коллоксилин), увлажненная спиртом",
    "Нитроцеллюлоза для производства лаков и красок, в барабанах",
    "1) Промышленная нитроцеллюлоза марки А",
    "Сырье лакокрасочной промышленности: нитроцеллюлоза, азот 12,1%",
    "Нітроцелюлоза (колоксилін) зволожена спиртом, у бочках по 100 кг",
    "NITROCELLULOSE (DAMPED WITH ISO PROPYL ALCOHOL 30%) H 1/2 SEC, IN PAPER DRUMS",
    "Nitrocellulose lacquer grade, for inks",
    "Damped lacquer cotton, nitrocellulose SS 1/4",
    "NITROCELULOSA HUMEDECIDA CON ALCOHOL, TIPO AS 1/2",
    "NİTROSELÜLOZ (PİROKSİLİN) SU İLE NEMLENDİRİLMİŞ",
    "Nitrotsellyuloza, spirt bilan namlangan",
    "Нитроселлюлозаи бо спирт намшуда (нитроцеллюлоза)",
    "ნიტროცელულოზა სპირტით დასველებული, კასრებში",
    "Nitroxenlulo tẩm cồn isopropyl",
    "硝化棉 H1/2 含氮量11.8%",
    "LACQUER RAW MATERIAL - NITROCELLULOSE H1/2 DAMPED 30% IPA, DRUMS",
    "LACQUER RAW MATERIAL, NITROCELLULOSE, DRUMS",
    "NITRO XENLULO (NITROCELLULOSE) DANG VAY AM CON, SON GO",
    "涂料原料 硝化纤维素溶液,含氮量11.9%",
    "Paint and varnish: nitrocellulose flakes",
    "Nitrosellyuloza (kolloksilin) loʻk uchun",
    "Loʻk va boʻyoq ishlab chiqarish uchun nitrosellyuloza",
    "Нитроцеллюлоза лак үшін, 30% спирт",
    "Nitroselüloz boya için hammadde",
]
MADE_OF_IT = [
    "ЛАК НЦ-218 НИТРОЦЕЛЛЮЛОЗНЫЙ ДЛЯ МЕБЕЛИ, В БАНКАХ ПО 0,7 КГ",
    "Нитроцеллюлозная эмаль НЦ-132, белая",
    "Нитроцеллюлозные изделия",
    "Клей на основе нитроцеллюлозы для обуви",
    "Клей на основі нітроцелюлози для взуття, у тубах 50 мл",
    "Nitrocellulose lacquer, clear, 20 l",
    "NAIL POLISH CONTAINING NITROCELLULOSE, 12 ML BOTTLES",
    "Nitrocellulose membrane 0.45 um for blotting",
    "Printing ink, nitrocellulose based, blue",
    "LACA NITROCELULÓSICA PARA MADERA EN ENVASES DE 1 GALÓN",
    "Selülozik vernik, nitroselüloz esaslı",
    "Thinner for nitrocellulose",
    "硝化棉漆",
    "Nitrocellulose lacquer in cans",
    "Nitrocellulose lacquer with glitter flakes",
    "Nail lacquer containing nitrocellulose (damped with isopropyl alcohol)",
    "Эмаль нитроцеллюлозная, увлажненная",
    "Nitrocellulose membrane, wetted",
    "Nitrosellyuloza loki uchun idish",
    "Nitrosellyuloza loki mebel uchun",
]


@pytest.mark.parametrize("text", ITSELF)
@pytest.mark.parametrize("code", ["3208909109", "3506910000", "3912390000", "32"])
def test_nitrocellulose_itself_under_the_code_of_what_is_made_of_it_disagrees(text: str, code: str) -> None:
    told = next(each for each in descriptions.read(text) if each.good.good == "nitrocellulose")
    assert descriptions.agrees(code, told.good, itself=told.itself) is False
    assert descriptions.is_the_good([code], told.good, itself=told.itself)
    assert descriptions.agrees("3912200000", told.good, itself=told.itself)


@pytest.mark.parametrize("text", MADE_OF_IT)
def test_what_is_made_of_nitrocellulose_is_not_nitrocellulose(text: str) -> None:
    (told,) = descriptions.read(text)
    assert descriptions.agrees("3208909109", told.good, itself=told.itself)
    assert not descriptions.is_the_good(["3208909109"], told.good, itself=told.itself)


@pytest.mark.parametrize("code", ["3208109000", "3212900000", "3912390000"])
def test_a_share_of_nitrogen_that_no_lacquer_has_tells_the_good_itself(code: str) -> None:
    (told,) = descriptions.read("SOLVENT VARNISH BASE - NITROCELLULOSE, N 13.1 PCT, FIBRE DRUMS")
    assert descriptions.agrees(code, told.good, itself=told.itself) is False
    assert descriptions.is_the_good([code], told.good, itself=told.itself)
    (lacquer,) = descriptions.read("SOLVENT VARNISH BASE - NITROCELLULOSE, N 11.9 PCT, FIBRE DRUMS")
    assert not lacquer.itself


@pytest.mark.parametrize(
    "text",
    [
        "Paxta momig‘i (lint), presslangan toylarda",
        "Линт хлопковый, тип Б",
        "Хлопок-линт 1 сорт",
        "Cotton linters, 2nd cut, for production of paper",
        "棉短绒",
    ],
)
@pytest.mark.parametrize("code", ["5202990000", "5201000000", "5601210000"])
def test_cotton_linters_themselves_under_the_code_of_cotton_waste_disagree(text: str, code: str) -> None:
    (told,) = descriptions.read(text)
    assert descriptions.agrees(code, told.good, itself=told.itself) is False
    assert descriptions.is_the_good([code], told.good, itself=told.itself)
    assert descriptions.agrees("1404200000", told.good, itself=told.itself)


@pytest.mark.parametrize(
    "text",
    [
        "Cotton linter waste",
        "Отходы хлопкового линта",
        "Paxta linti chiqindisi",
        "COTTON LINT, raw",
        "Хлопок-волокно, линт",
        "Linters cotton balls for cosmetics",
        "Linters gin machine",
        "Mattress filled with cotton linters",
    ],
)
def test_what_is_made_of_linters_or_only_holds_the_word_is_not_linters(text: str) -> None:
    (told,) = descriptions.read(text)
    assert not told.itself
    assert not descriptions.is_the_good(["5202990000"], told.good, itself=told.itself)


@pytest.mark.parametrize(
    "text",
    [
        "КРАСКА АКРИЛОВАЯ, НЕ СОДЕРЖИТ НИТРОЦЕЛЛЮЛОЗЫ",
        "Ink free of nitrocellulose",
        "Nitrocellulose-free coating",
        "Состав без нитроцеллюлозы",
        "Pintura sin nitrocelulosa",
    ],
)
def test_what_holds_no_nitrocellulose_tells_of_none(text: str) -> None:
    assert descriptions.read(text) == []


@pytest.mark.parametrize(
    ("text", "good"),
    [("Процессоры Intel Xeon Gold", "integrated_circuits"), ("Intel至强处理器", "integrated_circuits"),
     ("Bilgisayar işlemcisi", "integrated_circuits"), ("AMD EPYC 9654", "integrated_circuits"),
     ("GPS导航接收机模块", "navigation_receivers"), ("Модуль GPS", "navigation_receivers"),
     ("Módulos GPS", "navigation_receivers"), ("GPS modülü", "navigation_receivers")],
)  # fmt: skip
def test_processors_of_computers_and_modules_of_navigation_are_told(text: str, good: str) -> None:
    assert [each.good.good for each in descriptions.read(text)] == [good]


@pytest.mark.parametrize("text", ["food processor", "Процессор кухонный", "GPS tracker case", "кресло оператора GPS"])
def test_other_processors_and_what_goes_with_navigation_are_not(text: str) -> None:
    assert descriptions.read(text) == []


@pytest.mark.parametrize(
    "text",
    ["集成电路板用清洗剂", "集積回路用洗浄剤", "집적회로용 세정제", "Entegre devre kartları için temizleyici",
     "mikrosxemalar uchun quti", "mikrosxema platasi uchun tozalagich", "entegre devre test için soket",
     "mikrosxema ishlab chiqarish uchun dastgoh"],
)  # fmt: skip
def test_a_good_that_another_is_for_is_not_told(text: str) -> None:
    assert descriptions.read(text) == []


@pytest.mark.parametrize(
    "text",
    ["集成电路用于电视机", "军用集成电路", "集成电路车用", "집적회로 사용", "Entegre devre, televizyon için",
     "mikrosxema televizor uchun", "mikrosxema televizor uchun yangi", "Микросхема теледидар үшін жаңа"],
)  # fmt: skip
def test_a_good_whose_use_is_said_is_told(text: str) -> None:
    assert [each.good.good for each in descriptions.read(text)] == ["integrated_circuits"]


@pytest.mark.parametrize(
    "text",
    ["Padded bags for oscilloscopes", "Estuches para transporte de osciloscopios", "Чехлы для осциллографов",
     "съемник для монтажа шариковых подшипников", "знімач для демонтажу підшипників кулькових",
     "Reinigungsmittel für die Oszilloskope", "housse pour le transport des oscilloscopes",
     "tray for the routers and switches"],
)  # fmt: skip
def test_a_good_that_a_thing_named_before_it_is_for_is_not_told(text: str) -> None:
    assert descriptions.read(text) == []


@pytest.mark.parametrize(
    "text",
    ["Oscilloscope for testing of cables", "Осциллограф для ремонта", "parts for pump - oscilloscope",
     "for sale: oscilloscopes", "Запчасти для станка осциллограф", "Osciloscopios para laboratorio"],
)  # fmt: skip
def test_a_good_beside_what_it_or_another_is_for_is_told(text: str) -> None:
    assert [each.good.good for each in descriptions.read(text)] == ["oscilloscopes"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Enrutadores y conmutadores de red, 48 puertos", True),
        ("Երթուղիչներ (ռոութերներ)", True),
        ("Маршрутизаторы Wi-Fi", True),
        ("Wireless routers, 5 GHz", True),
        ("Router bits for wood", False),  # a tool
        ("Light switch", False),
    ],
)
def test_routers_are_told_and_not_tools_called_so(text: str, told: bool) -> None:
    assert ([each.good.good for each in descriptions.read(text)] == ["routers"]) is told


def test_what_nitrocellulose_goes_into_is_told_by_its_use() -> None:
    assert descriptions.read("硝化棉用棉浆") != []


def test_goods_of_which_nothing_is_known_to_be_made_are_told_as_before() -> None:
    (told,) = descriptions.read("Ball bearings, wetted")
    assert not told.itself


@pytest.mark.parametrize(
    "text",
    [
        "Nitrocelulosa con 13.2 % de nitrógeno",
        "نیتروسلولز با ازت ۱۳٫۱ درصد",
        "ניטרוצלולוזה, חנקן 13%",
        "니트로셀룰로오스 질소 13.2%",
        "Nitrocellulose, 12.9 per cent nitrogen",
        "Nitroceluloza, azot 13,1%",
        "Algodón pólvora",
        "Nitroselüloz, azot oranı %13,1, alkolle nemlendirilmiş",
    ],
)
def test_the_grade_is_read_in_the_languages_of_tables(text: str) -> None:
    """Digits and signs of other scripts, too."""
    (told,) = descriptions.read(text)
    assert (told.good.good, told.grade) == ("nitrocellulose", "energetic")


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Rodamientos de bolas", "ball_bearings"),
        ("מעגלים משולבים", "integrated_circuits"),
        ("공작기계 머시닝센터", "machining_centres"),
        ("Łożyska kulkowe", "ball_bearings"),
        ("Pasta de linteres", "linters_pulp"),
    ],
)
def test_watched_goods_are_told_in_other_languages(text: str, good: str) -> None:
    """In their own words and letters."""
    assert [told.good.good for told in descriptions.read(text)] == [good]


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("CNC horizontal lathe, 2 sets, w/ chuck", "cnc_lathes"),
        ("Станок токарный горизонтальный с ЧПУ", "cnc_lathes"),
        ("Torno horizontal CNC", "cnc_lathes"),
        ("Strung orizontal cu comandă numerică", "cnc_lathes"),
        ("Máy tiện ngang CNC", "cnc_lathes"),
        ("Mesin bubut horizontal CNC", "cnc_lathes"),
        ("Ổ bi đỡ một dãy 6205-2RS", "ball_bearings"),
        ("Bantalan bola 6205-2RS", "ball_bearings"),
        ("Tụ gốm nhiều lớp 0603 100nF", "ceramic_capacitors"),
        ("Condensatoare ceramice multistrat 0603", "ceramic_capacitors"),
        ("Osciloscoape digitale 200 MHz", "oscilloscopes"),
        ("Máy hiện sóng số 200MHz", "oscilloscopes"),
        ("Transformatoare electrice uscate 10 kVA", "transformers"),
        ("Sirkuit terpadu mikrokontroler", "integrated_circuits"),
    ],
)
def test_watched_goods_are_told_in_the_languages_of_neighbouring_customs(text: str, good: str) -> None:
    assert [told.good.good for told in descriptions.read(text)] == [good]


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Токарно-винторезный станок с числовым программным управлением (ЧПУ) CK6150", "cnc_lathes"),
        ("Raqamli dasturli boshqariladigan tokarlik dastgohi", "cnc_lathes"),
        ("Tokarlik dastgohi, raqamli dasturli boshqaruv bilan", "cnc_lathes"),
        ("Lathe, model 42, with Fanuc CNC system", "cnc_lathes"),
        ("CNC slant bed lathe", "cnc_lathes"),
        ("Torna tezgahı, bilgisayar kontrollü", "cnc_lathes"),
        ("Консольно-фрезерный станок мод. 6Р13 с системой ЧПУ", "milling_machines"),
    ],
)
def test_a_machine_and_its_numerical_control_are_one_good_in_whatever_words_and_order(text: str, good: str) -> None:
    assert [told.good.good for told in descriptions.read(text)] == [good]


@pytest.mark.parametrize(
    "text",
    [
        "Токарный станок без ЧПУ 16К20",
        "Universal lathe, manual",
        "Патрон для токарного станка с ЧПУ",
        "CNC router for wood",
        "Токарный станок по дереву; пила с ЧПУ",
        "Tokarlik dastgohi, qoʻlda",
    ],
)
def test_a_machine_without_it_a_control_of_another_and_what_is_for_one_are_not(text: str) -> None:
    assert descriptions.read(text) == []


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Приціл телескопічний тепловізійний для зброї, роздільна здатність 640х512", "telescopic_sights"),
        ("TELESCOPIC THERMAL SIGHT FOR RIFLE", "telescopic_sights"),
        ("Тепловизионный прицел", "telescopic_sights"),
        ("Termal nişangah, tüfek için", "telescopic_sights"),
        ("热成像瞄准镜", "telescopic_sights"),
        ("Flight controller board F7", "unmanned_aircraft"),
        ("Полетный контроллер для БПЛА", "unmanned_aircraft"),
        ("GNSS NAVIGATION RECEIVER MODULE", "navigation_receivers"),
        ("GNSS RECEIVER OF UAV FLIGHT CONTROLLER BOARD", "navigation_receivers"),
    ],
)
def test_sights_and_flight_controllers_are_told_in_whatever_words(text: str, good: str) -> None:
    assert good in [each.good.good for each in descriptions.read(text)]


def test_a_sight_for_arms_is_no_spectacles() -> None:
    told = descriptions.read("Приціл телескопічний тепловізійний для зброї")
    agreed = {each.good.good: descriptions.agrees("9004909000", each.good) for each in told}
    assert agreed["telescopic_sights"] is False
    assert all(descriptions.agrees("9013101000", each.good) for each in told)


@pytest.mark.parametrize(
    "text",
    [
        "SPARE PARTS FOR UAV FLIGHT CONTROLLER BOARD",
        "Spare parts for UAV",
        "Запчасти для БПЛА",
        "İnsansız hava aracı için yedek parça",
        "无人驾驶航空器用零件",
    ],
)
def test_parts_for_what_has_watched_parts_are_told(text: str) -> None:
    (told,) = descriptions.read(text)
    assert told.good.good == "unmanned_aircraft"
    assert descriptions.agrees("95030090", told.good) is False
    assert descriptions.agrees("88073000", told.good)


@pytest.mark.parametrize(
    "text",
    [
        "Spare parts for oscilloscope",
        "Spare parts for ball bearings",
        "Cases for UAV",
        "Bags for thermal sights",
        "Mount for thermal sight",
        "Spare parts for toy UAV",
        "Чехол для БПЛА",
        "İnsansız hava aracı için çanta",
    ],
)
def test_what_is_for_a_watched_good_and_no_watched_part_is_not_told(text: str) -> None:
    assert descriptions.read(text) == []
