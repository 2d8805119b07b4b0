"""Registers of transit and of both ways in one table: who answers for the goods, who made or uses them, what stands."""

from __future__ import annotations

import pytest

from screening.intake import customs_wording as wording
from screening.intake.check_digits import check, of_another_country
from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand
from screening.intake.customs_parties import names_in
from screening.intake.customs_roles import heading_roles


def read(tmp_path, *rows):
    """For each record its roles and names; and the records, reader and parties; rows are lists of cells."""
    path = tmp_path / "table.csv"
    path.write_text("\n".join(";".join(row) for row in rows) + "\n", encoding="utf-8")
    reader = CustomsReader([str(path)])
    (batch,) = list(reader.batches())
    places = {record: place for place, record in enumerate(batch.records["record_id"])}
    named = [set() for _ in places]
    for record, role, party in batch.links.select("record_id", "role", "party").iter_rows():
        named[places[record]].add((role, reader.book.parties[party].name))
    return named, batch.records, reader


@pytest.mark.parametrize(
    ("heading", "role"),
    [("MRN / TIR karnetes Nr.", "declaration"), ("Principāls (procedūras izmantotājs)", "principal_name"),
     ("Principāla PVN / reģ. Nr.", "principal_tax_id"), ("Holder of the transit procedure", "principal_name"),
     ("Główny zobowiązany", "principal_name"), ("Держатель процедуры транзита", "principal_name"),
     ("Statuss", "status"), ("Būsena", "status"), ("Белгиланган мамлакат", "destination"),
     ("Kalem", "item"), ("код Условия поставки (гр. 20)", "incoterm"), ("Код валюты", "currency"),
     ("Код и наименование товара", "hs_code"), ("пункт Условия поставки (гр. 20)", "delivery_place"),
     ("生产销售/消费使用单位", "maker_or_user_name"), ("生产销售单位", "manufacturer_name")],
)  # fmt: skip
def test_headings(heading, role):
    assert understand(heading).role == role


@pytest.mark.parametrize("heading", ["Nosūtīšanas muitas iestāde", "Robežas muitas punkts", "Piezīmes"])
def test_offices_and_remarks_are_no_parties_and_no_countries(heading):
    assert understand(heading) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("Anulēts", "cancelled"), ("Labots (vecā versija)", "amended"), ("Labots", "changed"),
     ("Pabeigts (labots)", None), ("O'zgartirilgan (eski)", "amended"), ("Изменена (старая)", "amended"),
     ("КДТ (прежняя редакция)", "amended"), ("выпущено, КДТ", None), ("Registered / void", "cancelled"),
     ("переоформлена (прежняя)", "amended"), ("отозвано", "cancelled")],
)  # fmt: skip
def test_statuses_with_what_became_of_the_version(text, found):
    assert wording.status(text) == found


@pytest.mark.parametrize(
    ("cell", "said"),
    [("İmalatçı ihracatçıdır", "exporter"), ("tas pats, kas nosūtītājs", "exporter"), ("sk. principālu", "principal"),
     ("см. графу 14 ДТ", "declarant"), ("грузоотправитель", "exporter"), ("PO NAREDBI", ""), ("ПО ДОВЕРЕННОСТИ", ""),
     ("同境内收发货人", "*"), ("pēc ordera", ""), ("AS PER INVOICE", ""), ("NO", "")],
)  # fmt: skip
def test_cells_that_point_to_another_party_or_nobody(cell, said):
    assert names_in(cell) == ([], said)


def test_the_holder_of_the_procedure_is_a_declarant_with_a_number_and_the_carrier_may_be_the_same(tmp_path):
    heads = ["MRN", "Nosūtītājs", "Saņēmējs", "Principāls", "Principāla PVN / reģ. Nr.", "Pārvadātājs", "KN kods"]
    rows = [
        ["1", "SIA Zilā Liepa", "TOO Aq Bulaq", "OÜ Põhjakivi Veod", "EE101234563", "sk. principālu", "690721"],
        ["2", "SIA Zilā Liepa", "TOO Aq Bulaq", "tas pats, kas nosūtītājs", "", "UAB Rudenė", "690721"],
    ]
    named, _, reader = read(tmp_path, heads, *rows)
    assert {("declarant", "OÜ Põhjakivi Veod"), ("carrier", "OÜ Põhjakivi Veod")} <= named[0]
    assert ("declarant", "SIA Zilā Liepa") in named[1]
    (holder,) = [party for party in reader.book.parties if party.name == "OÜ Põhjakivi Veod"]
    assert [number for _, number, _ in holder.identifiers] == ["EE101234563"]


def test_one_column_names_who_made_exports_and_who_uses_imports(tmp_path):
    heads = ["报关单号", "进出口", "境内收发货人", "生产销售/消费使用单位", "境外收发货人", "商品编码"]
    rows = [
        ["1", "出口", "宁波青芦贸易有限公司", "金华石榴泵业有限公司", "Oakmere Ltd", "841370"],
        ["2", "进口", "宁波青芦贸易有限公司", "金华石榴泵业有限公司", "Oakmere Ltd", "841370"],
        ["3", "出口", "宁波青芦贸易有限公司", "同境内收发货人", "Oakmere Ltd", "841370"],
    ]
    named, _, _ = read(tmp_path, heads, *rows)
    assert named[0] == {
        ("exporter", "宁波青芦贸易有限公司"), ("importer", "Oakmere Ltd"), ("manufacturer", "金华石榴泵业有限公司"),
    }  # fmt: skip
    assert named[1] == {
        ("exporter", "Oakmere Ltd"), ("importer", "宁波青芦贸易有限公司"), ("importer", "金华石榴泵业有限公司"),
    }  # fmt: skip
    assert ("manufacturer", "宁波青芦贸易有限公司") in named[2]


def test_a_quantity_in_kilograms_beside_another_quantity_is_the_weight():
    assert heading_roles(["Quantity", "UQC", "Std Qty (KGS)"])[2] == "net_kg"
    assert heading_roles(["Std Qty (KGS)", "HS Code"])[0] == "quantity"
    assert heading_roles(["Quantity", "Std Qty (KGS)", "Net weight (kg)"]).get(1) != "net_kg"


def test_a_column_that_counts_rows_is_told_beside_totals_and_a_row_that_stands_twice(tmp_path):
    heads = ["T/r", "Deklaratsiya raqami", "Товар №", "Import qiluvchi", "TIF TN kodi", "Brutto, kg"]
    rows = [[str(n), f"D{n // 2}", str(1 + n % 2), "«Тошлоқ Гул» МЧЖ", "690721", "5"] for n in range(1, 60)]
    rows.insert(30, rows[29])
    for place in (50, 20, 10):
        rows.insert(place, ["", "Jami", "", "", "", "100"])
    _, records, _ = read(tmp_path, heads, *rows)
    assert records["item"].unique().sort().to_list() == ["1", "2"]


def test_a_number_in_the_shape_of_another_country_is_not_of_the_one_its_heading_tells_of(tmp_path):
    heads = ["№ ДТ", "Отправитель", "БИН/ИНН отправителя", "Получатель", "БИН/ИНН получателя", "Код ТН ВЭД"]
    rows = [["1", "ТОО «Ак Тас»", "021140009876", "ООО «Ладогатара»", "7812345670", "690721"]]
    _, _, reader = read(tmp_path, heads, *rows)
    assert {party.name: party.country for party in reader.book.parties} == {
        "ТОО «Ак Тас»": "KZ",
        "ООО «Ладогатара»": None,
    }


def test_numbers_of_a_heading_of_one_country_are_of_it_however_they_are_written():
    assert not of_another_country("123", frozenset({"VKN"}), "TR")
    assert not of_another_country("21140009876", frozenset({"BIN/IIN", "INN"}), "KZ")  # its zero lost
    assert not of_another_country("405210773", frozenset({"TIN"}), "GE")


def test_a_number_of_no_shape_of_its_headings_country_is_of_the_one_its_check_digit_tells():
    assert of_another_country("7707083893", frozenset({"TIN"}), "GE")
    assert not of_another_country("1234567891", frozenset({"TIN"}), "GE")


@pytest.mark.parametrize(
    ("number", "country"),
    [("EE101234563", None), ("DE136695976", "DE"), ("NL004495445B01", "NL"), ("PL5260001246", "PL")],
)
def test_the_letters_of_a_value_added_tax_number_tell_its_country_where_its_check_digit_is_right(number, country):
    assert check(number).country == country


def test_a_number_in_the_words_of_an_address_is_the_partys(tmp_path):
    heads = ["Broj", "Datum", "Pošiljalac", "Primalac", "Adresa primaoca", "Tarifni broj"]
    rows = [
        [str(n), f"0{n}.02.2022.", "SAMPLE SRL", f"PRIMER {n} d.o.o.", f"Beograd, MB 2010057{n}", "690721"]
        for n in (1, 2)
    ]
    _, records, reader = read(tmp_path, heads, *rows)
    numbers = {party.name: [number for _, number, _ in party.identifiers] for party in reader.book.parties}
    assert numbers["PRIMER 1 d.o.o."] == ["20100571"]
    assert [str(day) for day in records["date"]] == ["2022-02-01", "2022-02-02"]
