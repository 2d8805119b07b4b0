"""What remarks and descriptions say beyond the columns: where goods go on to and pass, when a party was founded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_founded import founded_in_remark
from screening.intake.customs_remarks import countries_along, is_headed_as_remarks, may_go_on, onward_in, passed_in
from screening.intake.customs_wording import listed

ONWARD = [
    ("FINAL DEST. YEKATERINBURG VIA OSH", "YEKATERINBURG"),
    ("T/S FRU ONWARD TRUCK TO OMSK RU", "OMSK"),
    ("MEMORY IC - IN TRANSIT TO CHELYABINSK RUSSIA", "CHELYABINSK"),
    ("Eriwan via Poti, Weiterversand Rostow/RU", "Rostow"),
    ("nihai varış: Moskova", "Moskova"),
    ("NİHAİ VARIŞ YERİ MOSKOVA", "MOSKOVA"),
    ("с последующей отправкой в Москву", "Москва"),
    ("транзитом в Россию", "Россия"),
    ("далее на РФ", "РФ"),
    ("საბოლოო დანიშნულება: რუსეთი, ქ. როსტოვი", "რუსეთი"),
    ("货物经比什凯克转运俄罗斯新西伯利亚", "俄罗斯"),
    ("最终目的地：莫斯科", "莫斯科"),
    ("NOT FOR ONWARD TRANSIT TO RUSSIA", None),
    ("Goods in transit to Russia prohibited", None),
    ("Weiterversand nach Russland untersagt", None),
    ("не для отправки транзитом в Россию", None),
    ("货物不得转运俄罗斯", None),
    ("Final destination charges prepaid", None),
    ("FORD TRANSIT TO ORDER", None),
    ("Onward flight AND PER invoice", None),
    ("Moscow exhibition", None),
]


@pytest.mark.parametrize(("text", "place"), ONWARD)
def test_a_place_behind_words_of_going_on_is_where_goods_go_on_to_unless_it_is_forbidden(
    text: str, place: str | None
) -> None:
    assert onward_in(text) == place


BY_WAY_OF = [
    ("经海参崴港转运", "RU"),
    ("via Vladivostok", "RU"),
    ("goods shipped VIA VLADIVOSTOK port; fragile", "RU"),
    ("Transshipment at Jebel Ali", "AE"),
    ("транзитом через Владивосток", "RU"),
    ("через порт Новороссийск", "RU"),
    ("quá cảnh Vladivostok", "RU"),
    ("payment via Moscow bank", None),
    ("paid via Dubai", None),
    ("via DHL", None),
    ("via Roma 12, fragile", None),
    ("sent via Almaty Logistics LLC", None),
    ("not via Russia", None),
    ("不经海参崴", None),
    ("经济型", None),
    ("経理", None),
]


@pytest.mark.parametrize(("text", "country"), BY_WAY_OF)
def test_one_place_by_which_goods_go_is_passed_unless_it_is_denied_or_money_goes_there(
    text: str, country: str | None
) -> None:
    assert passed_in(text) == country
    assert countries_along(text) == ()


PASSED = [
    ("ROUTING: JEBEL ALI - NOVOROSSIYSK - MOMBASA", "RU"),
    ("Route Bremerhaven - Ust-Luga - Singapur", "RU"),
    ("მარშრუტი: ჰამბურგი - ვლადივოსტოკი - ფოთი", "RU"),
    ("маршрут следования: Стамбул - Новороссийск - Алматы", "RU"),
    ("Route: Hamburg - Almaty", None),
    ("Bosch - Moscow - drill set", None),
    ("Route 66 - tour - bus", None),
]


@pytest.mark.parametrize(("text", "country"), PASSED)
def test_a_route_that_is_headed_as_one_tells_what_goods_pass_between_its_ends(text: str, country: str | None) -> None:
    assert passed_in(text) == country


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("маршрут: Осака - Джебель-Али - Бишкек - Алматы - Екатеринбург", ("JP", "AE", "KG", "KZ", "RU")),
        ("Leitweg Hamburg - Dubai - Bandar Abbas - Astrachan - Jerewan", ("DE", "AE", "IR", "RU", "AM")),
        ("Yo'nalish: Hamburg - Dubay - Bandar Abbos - Boku - Moskva", ("DE", "AE", "IR", "AZ", "RU")),
        ("经 迪拜 → 梅尔辛 → 波季 → 巴库 → 阿克套 转运", ("AE", "TR", "GE", "AZ")),
        ("via Osh", ()),
        ("经济 - 发展 - 区", ()),
        ("Направление: импорт", ()),
    ],
)
def test_a_route_tells_the_countries_of_its_stops_in_their_order(text: str, countries: tuple[str, ...]) -> None:
    assert countries_along(text) == countries


FOUNDED = [
    ("CNEE EST MAY2022", ("importer", "2022-05")),
    ("Neukunde, gegr. 05/2022", ("importer", "2022-05")),
    ("客户2022年5月新注册", ("importer", "2022-05")),
    ("收货人成立于2022年6月", ("importer", "2022-06")),
    ("покупатель зарегистрирован в 2022 г.", ("importer", "2022")),
    ("shipper est. 1998", ("exporter", "1998")),
    ("importer established in May 2022", ("importer", "2022-05")),
    ("Consignee registered for VAT 05/2022", None),
    ("Declaration registered 05.05.2022", None),
    ("since 2022 consignee changed", None),
    ("consignee and shipper est. 2022", None),
    ("gegr. 05/2022", None),
    ("Neukunde", None),
]


@pytest.mark.parametrize(("remark", "told"), FOUNDED)
def test_a_remark_says_when_the_one_party_it_names_was_founded(remark: str, told: tuple[str, str] | None) -> None:
    assert founded_in_remark(remark) == told


@pytest.mark.parametrize(
    "heading",
    ["Remarks", "OSI / REMARKS", "Remarks\nملاحظات", "Vermerk", "备注", "Remarks ملاحظات", "備註2", "备注 | Note"],
)
def test_remarks_are_told_by_their_heading_in_one_of_its_languages(heading: str) -> None:
    assert is_headed_as_remarks(heading)


def test_a_heading_of_something_else_is_none_of_remarks() -> None:
    assert not is_headed_as_remarks("Remarks code / HS")
    assert not is_headed_as_remarks("Remarks of origin")
    assert not is_headed_as_remarks("2")


HEAD = "Date;Exporter;Importer;Founded importer;HS code;Goods;Destination;Delivery place;Remarks\n"


def read(tmp_path: Path, *rows: str) -> tuple[Any, dict[str, str | None]]:
    path = tmp_path / "t.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    return batch.records, {party.name: party.incorporated_on for party in reader.book.parties}


def test_where_goods_go_on_to_is_the_end_of_their_way(tmp_path: Path) -> None:
    records, _ = read(
        tmp_path,
        "2023-01-02;Alfa Ltd;Beta LLC;;854231;chips;Kyrgyzstan;;FINAL DEST. OMSK",
        "2023-01-02;Alfa Ltd;Beta LLC;;854231;chips;Kyrgyzstan;Osh;onward to Omsk",
        "2023-01-02;Alfa Ltd;Beta LLC;;854231;chips in transit to Omsk;Kyrgyzstan;Osh;fragile",
        "2023-01-02;Alfa Ltd;Beta LLC;;854231;chips;Kyrgyzstan;Osh;route: Poti - Baku - Osh",
    )
    assert records["delivery_place"].to_list() == ["OMSK", "Osh → Omsk", "Osh → Omsk", "Osh"]
    assert records["via"].to_list() == [None, None, None, "AZ"]


def test_a_remark_tells_the_founding_that_no_column_does_or_only_by_its_year(tmp_path: Path) -> None:
    rows = [
        "2023-01-02;Alfa Ltd;Beta LLC;;854231;chips;Kyrgyzstan;;consignee est. May 2022",
        "2023-01-02;Alfa Ltd;Gamma LLC;2022;854231;chips;Kyrgyzstan;;consignee est. May 2022",
        "2023-01-02;Alfa Ltd;Delta LLC;2015-03-01;854231;chips;Kyrgyzstan;;consignee est. May 2022",
    ]
    _, founded = read(tmp_path, *rows)
    assert founded == {"Alfa Ltd": None, "Beta LLC": "2022-05", "Gamma LLC": "2022-05", "Delta LLC": "2015-03-01"}


@pytest.mark.parametrize("kind", ["onward", "onward_unspaced"])
@pytest.mark.parametrize("write", [str, str.lower, str.upper, str.capitalize])
def test_every_phrase_of_going_on_is_looked_at_however_it_is_written(kind: str, write: Any) -> None:
    texts = pl.Series([f"box 4 {write(phrase)} somewhere" for phrase in listed(kind)])
    assert may_go_on(texts).all()
    assert not may_go_on(pl.Series(["COTTON T-SHIRTS", None])).any()


def test_documents_are_read_for_what_they_say_besides_and_their_numbers_tell_nothing(tmp_path):
    path = tmp_path / "records.csv"
    path.write_text(
        "Дата,Отправитель,Получатель,Код ТН ВЭД,G44 (Представленные документы),Решение по ДТ\n"
        "2023-01-02,Alfa GmbH,Velgor Ltd,848210,03011 КОНТРАКТ № 36/21 ОТ 13.08.2020; 04021 ИНВОЙС 28369,ВЫПУСК\n"
        "2023-01-03,Alfa GmbH,Velgor Ltd,848210,"
        "04021 ИНВОЙС 28369; КОНЕЧНЫЙ ПОЛУЧАТЕЛЬ НЕ УКАЗАН,ОТКАЗ В ВЫПУСКЕ\n",
        encoding="utf-8",
    )
    (batch,) = CustomsReader([path]).batches()
    assert batch.records["notes"].to_list() == [
        [],
        ["no end user, use or owner given: КОНЕЧНЫЙ ПОЛУЧАТЕЛЬ НЕ УКАЗАН"],
    ]
    assert batch.records["status"].to_list() == [None, "cancelled"]
