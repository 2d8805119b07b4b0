"""Routes that go on beyond the destination, stores' ways in and out, cloth by area, and firms that titles name."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_addressed import surely_apart
from screening.intake.customs_beside import unit_of_heading
from screening.intake.customs_remarks import countries_along
from screening.intake.customs_titles import own_firm
from screening.intake.customs_wording import direction


def read(tmp_path: Path, text: str) -> tuple[list[dict[str, object]], list[list[tuple[str, str]]], list[str]]:
    """The records, the parties of each, and the notes of the reader."""
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    reader = CustomsReader([str(path)])
    (batch,) = reader.batches()
    records = batch.records.to_dicts()
    named = [
        [
            (role, reader.book.parties[party].name)
            for identity, role, party in batch.links.select("record_id", "role", "party").iter_rows()
            if identity == record["record_id"]
        ]
        for record in records
    ]
    return records, named, reader.notes


ROUTES = """\
Date;Exporter;Importer;HS code;Description;Destination;Routing
01.03.2024;Velgor Ltd;Sornim LLC;590320;coated cloth;AE;Fos - Suez - Sharjah - Bandar Abbas - Baku - Moscow
02.03.2024;Velgor Ltd;Lakmar LLC;590320;coated cloth;AZ;Shanghai - Mersin - Poti - Baku
03.03.2024;Velgor Ltd;Dorvik LLC;590320;coated cloth;AM;Shanghai - Mersin - Poti
"""


def test_a_route_that_passes_the_destination_tells_where_goods_go_on_to(tmp_path: Path) -> None:
    records, _, _ = read(tmp_path, ROUTES)
    assert [record["delivery_place"] for record in records] == ["Moscow", None, None]


@pytest.mark.parametrize(
    ("route", "countries"),
    [
        ("宁波—新加坡—汉堡", ("CN", "SG", "DE")),
        ("深圳-杰贝阿里-波季-第比利斯-明斯克", ("CN", "AE", "GE", "BY")),
        ("부산-블라디보스토크-모스크바", ("KR", "RU")),
        ("Санкт-Петербург—Минск", ("RU", "BY")),
        ("Ростов-на-Дону", ("RU",)),
    ],
)
def test_a_long_stroke_parts_stops_and_a_short_one_between_characters(route: str, countries: tuple[str, ...]) -> None:
    assert countries_along(route, headed=False) == countries


STORE = """\
Entry;Date;Movement;Owner;Supplier;Consignee;HS code;Goods;Origin;Destination
1;01.03.2024;IN / دخول;Velgor FZE;Lakmar Ltd;;854231;processors;TW;AE
2;05.03.2024;OUT / خروج;Velgor FZE;;Sornim LLC;854231;processors;TW;KZ
"""


def test_the_owner_of_goods_brings_them_into_a_store_and_sends_them_out(tmp_path: Path) -> None:
    records, named, _ = read(tmp_path, STORE)
    assert [record["direction"] for record in records] == ["import", "export"]
    assert set(named[0]) == {("exporter", "Lakmar Ltd"), ("importer", "Velgor FZE")}
    assert set(named[1]) == {("exporter", "Velgor FZE"), ("importer", "Sornim LLC")}


@pytest.mark.parametrize(
    ("cell", "way"), [("IN", "import"), ("расход", "export"), ("入库", "import"), ("IN USD", None)]
)
def test_ways_in_and_out_are_whole_cells(cell: str, way: str | None) -> None:
    assert direction(cell) == way


CLOTH = """\
Date;Exporter;Importer;HS code;Description;Surface (m²);Number (pieces);Net weight kg
01.03.2024;Velgor Ltd;Sornim LLC;58013700;velvet;640;;243
02.03.2024;Velgor Ltd;Sornim LLC;84821090;bearings;;40;15,7
"""


def test_quantities_in_two_units_are_read_each_in_its_own(tmp_path: Path) -> None:
    records, _, _ = read(tmp_path, CLOTH)
    assert [(record["quantity"], record["unit"]) for record in records] == [(640.0, "m2"), (40.0, "pieces")]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Surface (m²)", "m2"),
        ("Площадь, кв.м", "m2"),
        ("面积(平方米)", "m2"),
        ("Длина, пог. м", "m"),
        ("Quantity (kg)", "kg"),
        ("Area", None),
    ],
)
def test_units_of_cloth_are_known_in_headings(heading: str, unit: str | None) -> None:
    assert unit_of_heading(heading) == unit


LEDGER = """\
TISSAGES DU VELGOR SAS - 43000 Le Puy - SIREN 552 018 447
Export ledger 2023

Date;Customer;Customer country;HS code;Description;Value EUR
01.03.2023;Sornim LLC;KZ;58013700;velvet;640
02.03.2023;Lakmar LLC;DE;58013700;velvet;640
"""


def test_the_firm_of_the_title_of_a_ledger_of_exports_is_the_exporter(tmp_path: Path) -> None:
    _, named, notes = read(tmp_path, LEDGER)
    assert all(("exporter", "TISSAGES DU VELGOR SAS") in parties for parties in named)
    assert any("is read from the title" in note for note in notes)


@pytest.mark.parametrize(
    ("titles", "firm"),
    [
        (["Реестр экспортных отгрузок ООО «Вельгор» за 2022 год"], "ООО «Вельгор»"),
        (["İhracat listesi: VELGOR TEKSTİL LTD. ŞTİ."], "VELGOR TEKSTİL LTD. ŞTİ."),
        (["JSC Bank Velgor", "Letters of credit, exports"], None),
        (["ООО «Вельгор»", "ООО «Сорним»"], None),
        (["Export register 2022"], None),
    ],
)
def test_a_title_names_one_firm_and_no_bank(titles: list[str], firm: str | None) -> None:
    assert own_firm(titles) == firm


@pytest.mark.parametrize(
    ("cell", "both"),
    [
        (
            "HK VELGOR TRADING LTD, RM 1101 11/F CAPITAL CENTRE 151 GLOUCESTER RD WANCHAI HONG KONG",
            ("HK VELGOR TRADING LTD", "RM 1101 11/F CAPITAL CENTRE 151 GLOUCESTER RD WANCHAI HONG KONG"),
        ),
        ("Velgor, Sornim and Partners LLC", ("Velgor, Sornim and Partners LLC", "")),
        ("Velgor Ltd, Bar 7 LLC", ("Velgor Ltd, Bar 7 LLC", "")),
        ("ООО Вельгор, ИНН 7701234567", ("ООО Вельгор, ИНН 7701234567", "")),
    ],
)
def test_one_address_in_a_column_of_names_is_told_from_the_name(cell: str, both: tuple[str, str]) -> None:
    assert surely_apart(cell) == both


REGISTER = """\
ООО «Вельгор Снаб», ИНН {number}
Реестр импортных поставок 2023
Отбор: Организация Равно "ВС"

Дата;Процедура;Отправитель;Получатель;ТН ВЭД
01.03.2023;ИМ 40;Sornim LLC;ООО «Вельгор Снаб»;5801370000
02.03.2023;ИМ 40;Lakmar LLC;{other};5801370000
03.03.2023;ЭК 10;ООО «Вельгор Снаб»;Lakmar LLC;5801370000
"""


@pytest.mark.parametrize(
    ("number", "other", "country"),
    [
        ("7707083893", "ООО «Вельгор Снаб»", "RU"),
        ("7707083894", "ООО «Вельгор Снаб»", None),  # no such number
        ("7707083893", "ТОО «Образец»", None),  # a broker's, of others' goods
    ],
)
def test_the_number_of_the_firm_of_the_title_tells_its_country(
    tmp_path: Path, number: str, other: str, country: str | None
) -> None:
    path = tmp_path / "register.csv"
    path.write_text(REGISTER.format(number=number, other=other), encoding="utf-8")
    reader = CustomsReader([str(path)])
    records = pl.concat([batch.records for batch in reader.batches()])
    assert {party.name: party.country for party in reader.book.parties}["ООО «Вельгор Снаб»"] == country
    assert records["destination"].to_list()[0] == country
    assert records["dispatch"].to_list()[2] == country
