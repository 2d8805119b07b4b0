"""Whose numbers, days of foundation and countries are, of tables whose headings leave it open."""

from __future__ import annotations

import polars as pl
import pytest

from screening.intake.check_digits import of_another_country
from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand
from screening.intake.customs_roles import heading_roles


def read(tmp_path, text):
    """The records, and the parties by name."""
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    reader = CustomsReader([str(path)])
    records = pl.concat([batch.records for batch in reader.batches()])
    return records, {party.name: party for party in reader.book.parties}


@pytest.mark.parametrize(
    ("headings", "role"),
    [
        (["日期", "进出口", "发货人(委托方)", "统一社会信用代码", "收货人"], "exporter_tax_id"),
        (["Дата", "Грузоотправитель", "ИНН", "Грузополучатель"], "exporter_tax_id"),
        (["Tarih", "Alıcı", "Vergi No", "Gönderici"], "importer_tax_id"),
        (["日期", "统一社会信用代码", "发货人", "收货人"], "exporter_tax_id"),
        (["Дата", "ИНН", "Грузополучатель", "Грузоотправитель"], "importer_tax_id"),
    ],
)
def test_a_number_between_two_names_is_the_firsts_and_one_before_all_names_the_nexts(headings, role):
    assert role in heading_roles(headings).values()


def test_numbers_that_each_stand_before_a_name_are_the_names_behind_them():
    found = heading_roles(["Дата", "ИНН", "Грузополучатель", "ИНН", "Грузоотправитель"])
    assert (found[1], found[3]) == ("importer_tax_id", "exporter_tax_id")


@pytest.mark.parametrize(
    ("headings", "role"),
    [
        (["日期", "发货人", "收货人", "客户成立日期"], "importer_incorporated"),
        (["Date", "Shipper", "Consignee", "Customer founded"], "importer_incorporated"),
        (["Date", "Shipper", "Consignee", "Seller founded"], "exporter_incorporated"),
        (["Date", "Shipper", "Consignee", "Buyer", "Buyer founded"], "contract_holder_incorporated"),
        (["Date", "Shipper", "Consignee", "Contract holder", "Buyer founded"], "contract_holder_incorporated"),
    ],
)
def test_a_customers_founding_is_the_consignees_where_no_column_names_a_customer(headings, role):
    assert heading_roles(headings)[len(headings) - 1] == role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Контрагент (отправитель / продавец)", "exporter_name"),
        ("Контрагент-отправитель", "exporter_name"),
        ("Контрагент (поставщик)", "seller_name"),
        ("Kontrahent (odbiorca)", "importer_name"),
        ("Trading partner (supplier)", "seller_name"),
        ("Geschäftspartner (Lieferant)", "seller_name"),
        ("交易对手(卖方)", "seller_name"),
        ("거래처(수출자)", "exporter_name"),
        ("الطرف المقابل (المورد)", "seller_name"),
        ("Контрагент (отправитель/получатель)", "foreign_name"),
        ("Counterparty", "trading_party_name"),
        ("Контрагент", "trading_party_name"),
        ("Посредник (продавец)", "trading_party_name"),
        ("Intermediary (seller)", "trading_party_name"),
    ],
)
def test_a_counterparty_is_what_its_heading_says_beside_it_and_an_intermediary_stays_one(heading, role):
    assert understand(heading).role == role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Елі отправления", "dispatch"),
        ("Өлкөсү назначения", "destination"),
        ("Мамлакати происхождения", "origin"),
        ("Sof og'irlik, kg", "net_kg"),
        ("Соф оғирлик", "net_kg"),
        ("Ялпи оғирлик", "gross_kg"),
        ("Safi ağırlık", "net_kg"),
    ],
)
def test_headings_half_in_russian_and_weights_of_central_asia_are_read(heading, role):
    assert understand(heading).role == role


@pytest.mark.parametrize("nothing", ["NULL", "-", "нет", "б/н", "DE304518892", "LT100877431"])
def test_a_party_with_no_number_of_the_country_in_the_heading_is_not_of_it(tmp_path, nothing):
    text = f"Сана;Жўнатувчи;Жўнатувчи СТИР;Қабул қилувчи;ТИФ ТН код\n12.03.2023;Alphawick;{nothing};Betaford;690721\n"
    _, parties = read(tmp_path, text)
    assert parties["Alphawick"].country is None


def test_a_party_with_a_number_is_of_the_country_in_the_heading(tmp_path):
    text = "Сана;Жўнатувчи;Жўнатувчи СТИР;Қабул қилувчи;ТИФ ТН код\n12.03.2023;Alphawick;303004981;Betaford;690721\n"
    _, parties = read(tmp_path, text)
    assert parties["Alphawick"].country == "UZ"


def test_letters_of_a_value_added_tax_number_tell_another_country_whatever_its_check_digit():
    assert of_another_country("DE304518892", frozenset(), "UZ")
    assert not of_another_country("DE304518892", frozenset(), "DE")
    assert not of_another_country("AB304518892", frozenset(), "UZ")


FIRMS = [(f"Betaford {n}", f"0{n}.02.20{10 + n}") for n in range(1, 7)]
REGISTERED = "Дата ДТ;Отправитель;Получатель;Адрес получателя;Дата регистрации;ТН ВЭД\n"


def _registered(day):
    rows = [
        f"{10 + turn}.0{n % 9 + 1}.2023;Alphawick;{name};Ош;{day(on, turn)};690721\n"
        for turn in range(3)
        for n, (name, on) in enumerate(FIRMS)
    ]
    return REGISTERED + "".join(rows)


def test_a_day_of_registration_that_each_consignee_has_one_of_is_its_founding(tmp_path):
    records, parties = read(tmp_path, _registered(lambda on, _: on))
    assert {name: parties[name].incorporated_on for name, _ in FIRMS} == {
        name: f"20{10 + n}-02-0{n}" for n, (name, _) in enumerate(FIRMS, start=1)
    }
    assert records["date"].dt.year().unique().to_list() == [2023]


def test_a_day_of_registration_of_each_row_is_the_records(tmp_path):
    _, parties = read(tmp_path, _registered(lambda on, turn: f"1{turn}{on[2:6]}2023"))
    assert all(party.incorporated_on is None for party in parties.values())


@pytest.mark.parametrize(
    ("heading", "cell", "via"),
    [
        ("Йўналиш", "LT–BY–KZ–UZ", "BY"),
        ("Направление", "Рига - Минск - Москва", "BY"),
        ("Направление", "импорт", None),
    ],
)
def test_a_column_of_directions_that_holds_routes_tells_what_goods_pass(tmp_path, heading, cell, via):
    text = f"Дата;Режим;{heading};Отправитель;Получатель;ТН ВЭД\n12.03.2023;ИМ40;{cell};Alphawick;Betaford;690721\n"
    records, _ = read(tmp_path, text)
    assert records["via"].to_list() == [via]
    assert records["direction"].to_list() == ["import"]
