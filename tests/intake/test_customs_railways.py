"""Registers of waybills, and headings with the number of a box, cut short, or of two words a stroke joins."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake import customs_wording as wording
from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand
from screening.intake.customs_parties import names_in
from screening.intake.customs_ports import passed
from screening.intake.customs_remarks import passed_in
from screening.intake.customs_roles import heading_roles

WAYBILLS = {
    "№ накладной СМГС": "declaration",
    "Дата отправки": "date",
    "Вид сообщения": "direction",
    "Дор. отпр.": None,
    "Ст. отправления": "loading_place",
    "Отправитель (графа 1)": "exporter_name",
    "Получатель (графа 4)": "importer_name",
    "Дор. назн.": None,
    "Ст. назначения": "delivery_place",
    "Пограничные станции": "via",
    "Код ГНГ": "hs_code",
    "Наименование груза": "description",
    "Масса нетто, т": "net_kg",
    "Масса брутто, т": "gross_kg",
    "Объявл. ценность": "value",
    "Вал.": "currency",
    "Плательщик провозной платы": "freight_payer_name",
}


def test_the_columns_of_a_register_of_waybills_are_told() -> None:
    found = heading_roles(list(WAYBILLS))
    assert {heading: found.get(at) for at, heading in enumerate(WAYBILLS)} == WAYBILLS


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Alıcı (hücre 8)", "importer_name"),
        ("Consignee (box 8)", "importer_name"),
        ("Versender (Feld 2)", "exporter_name"),
        ("Жүк жөнелтуші (1-баған)", "exporter_name"),
        ("发货人(第2栏)", "exporter_name"),
        ("Получатель гр. 8", "importer_name"),
    ],
)
def test_the_number_of_a_box_makes_no_second_party(heading: str, role: str) -> None:
    guess = understand(heading)
    assert guess is not None
    assert (guess.role, guess.rank) == (role, 1)


def test_another_number_does() -> None:
    guess = understand("Importer 2")
    assert guess is not None
    assert guess.rank > 1


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Eigengew. kg", "net_kg"),
        ("Rohgew. kg", "gross_kg"),
        ("Bruttogew.", "gross_kg"),
        ("Nettomasse", "net_kg"),
        ("Empf. Steuernr.", "importer_tax_id"),
        ("Versender Steuernr.", "exporter_tax_id"),
        ("Alıcı Vergi/Kayıt No", "importer_tax_id"),
        ("Gönderici Kayıt No", "exporter_tax_id"),
        ("رقم تسجيل المستورد", "importer_tax_id"),
        ("Madde Tanımı", "description"),
        ("Laufweg", "via"),
        ("Declared value", "value"),
    ],
)
def test_headings_cut_short_or_joined_are_told(heading: str, role: str) -> None:
    guess = understand(heading)
    assert guess is not None
    assert guess.role == role


@pytest.mark.parametrize(
    "heading", ["Stückgew.", "Вес единицы", "Unit/Price", "Price/Unit", "Вес т/с", "Дорога назначения", "Versandbahn"]
)
def test_what_only_looks_so_is_left_alone(heading: str) -> None:
    assert understand(heading) is None


def test_a_number_between_a_name_and_its_address_is_of_that_party() -> None:
    header = ["Datum", "Versender", "EORI / Steuernr.", "Versender Ort/Anschrift", "Empfänger", "Empf. Steuernr."]
    assert heading_roles(header)[2] == "exporter_tax_id"


def test_a_value_by_a_term_of_delivery_is_in_the_currency_beside_it() -> None:
    assert heading_roles(["GTİP", "FOB Tutar", "Döviz"])[1] == "value"
    assert heading_roles(["GTİP", "FOB Tutar"])[1] == "value_usd"
    assert heading_roles(["HS", "FOB Value USD", "Currency"])[1] == "value_usd"
    assert heading_roles(["HS", "FOB Value", "Invoice value", "Currency"])[1] == "value_usd"
    assert heading_roles(["HS", "Statistical value", "Currency"])[1] == "value_usd"


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("Забайкальск / Озинки / Сарыагаш", "RU"),
        ("Алтынколь / Сарыагаш", "KZ"),
        ("Małaszewicze", "PL"),
        ("Hamburg - Małaszewicze - Chengdu", "PL"),
        ("Москва - Брест - Лодзь", "BY"),
        ("Samara Street", None),
    ],
)
def test_stations_at_borders_tell_what_goods_pass(cell: str, country: str | None) -> None:
    assert passed("")(cell) == country


def test_a_remark_that_is_a_chain_of_places_is_a_route() -> None:
    assert passed_in("Klaipėda – Kaliningrad – St. Petersburg – Wladikawkas") == "RU"
    assert passed_in("Hamburg – Teil 2 – Moskau") is None
    assert passed_in("Moskau – Riga") is None


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Durchfuhr (T1)", "transit"),
        ("Versand T2", "transit"),
        ("vorüberg. Ausfuhr", "temporary export"),
        ("Zollager", "warehouse"),
        ("temporanea importazione", "temporary import"),
        ("Ausfuhr", "export"),
        ("Versand", None),
    ],
)
def test_procedures_are_told_as_forwarders_write_them(cell: str, name: str | None) -> None:
    assert wording.procedure(cell)[0] == name


def test_a_party_on_behalf_of_another_is_two_also_where_that_is_cut_short() -> None:
    assert names_in("ООО «Велес» по поруч. ООО «Орион Трейд»")[0] == ["ООО «Велес»", "ООО «Орион Трейд»"]
    assert names_in("Alfa GmbH im Auftr. von Beta AG")[0] == ["Alfa GmbH", "Beta AG"]
    assert names_in("АО Поручик")[0] == ["АО Поручик"]


def test_who_pays_the_carriage_is_a_party_and_nobody_who_pays_for_the_goods(tmp_path: Path) -> None:
    path = tmp_path / "bills.csv"
    path.write_text(
        "Date;Exporter;Importer;Freight payer;HS code;Origin;Destination\n"
        "2024-03-01;Velgor Ltd;OOO Sornim;Unit Forwarding Ltd;848210;CN;KG"
    )
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    assert ("contract_holder", 2) in batch.links.select("role", "party").rows()
    assert not any(note.startswith("paid by") for note in batch.records.item(0, "notes"))


def test_special_marks_are_read_as_remarks_and_as_status(tmp_path: Path) -> None:
    path = tmp_path / "waybills.csv"
    marks = ["", "АННУЛИРОВАНА", "ПЕРЕАДРЕСОВКА в пути: новая ст. назн. Омск", ""]
    rows = [f"{n};0{n}.05.2023;ООО Альфа;ООО Бета;848210;CN;KZ;{mark}" for n, mark in enumerate(marks, 1)]
    path.write_text(
        "\n".join(["№ накладной;Дата;Отправитель;Получатель;Код ТН ВЭД;Страна происхождения;Страна назначения;"
                   "Особые отметки", *rows])
    )  # fmt: skip
    (batch,) = CustomsReader([path]).batches()
    assert batch.records.get_column("status").to_list()[1] == "cancelled"
    assert any("ПЕРЕАДРЕСОВКА" in note for note in batch.records.item(2, "notes"))
