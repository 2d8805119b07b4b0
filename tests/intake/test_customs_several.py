"""Bills of lading with several parties to be notified, and columns of names that are not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.errors import InputError
from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand

ROWS = [
    ("A1", "Velgor Ltd", "OOO Sornim", "Velgor Ltd", "Dalkin Trading LLC", "OOO Promtekh", "Unit Forwarding Ltd"),
    ("A2", "Velgor Ltd", "OOO Sornim", "same as consignee", "Dalkin Trading LLC", "", "Unit Forwarding Ltd"),
    ("A3", "Velgor Ltd", "OOO Sornim", "", "Dalkin Trading LLC", "OOO Promtekh", "Unit Forwarding Ltd"),
    ("A4", "Velgor Ltd", "OOO Sornim", "", "Dalkin Trading LLC", "OOO Promtekh", "Unit Forwarding Ltd"),
]
HEADINGS = (
    "Consignee",
    "Ultimate receiver of goods",
    "Notify party",
    "2nd notify",
    "Also notify",
    "Freight payable by",
)


def read(
    tmp_path: Path, *mapping: str, headings: tuple[str, ...] = HEADINGS, more: tuple[str, list[str]] = ("", [])
) -> tuple[list[set[tuple[str, str]]], list[str]]:
    """The parties of each row with their roles, and what is said of the table."""
    head = ["B/L No", "Date", "Shipper", *headings, "HS Code", "Goods", "Origin", "Country of destination", more[0]]
    lines = [";".join(head)]
    for at, (number, *parties) in enumerate(ROWS):
        said = more[1][at] if more[1] else ""
        lines.append(
            ";".join([number, f"2023-05-0{at + 1}", "Alba GmbH", *parties, "848210", "bearings", "DE", "AE", said])
        )
    path = tmp_path / "bills.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    reader = CustomsReader([path], mapping)
    (batch,) = reader.batches()
    found = []
    for record in batch.records.get_column("record_id"):
        mine = batch.links.filter(batch.links["record_id"] == record)
        found.append({(role, reader.book.parties[party].name) for role, party in mine.select("role", "party").rows()})
    return found, reader.notes


def test_all_parties_to_be_notified_are_read_and_the_receiver_beside_the_consignee(tmp_path: Path) -> None:
    rows, notes = read(tmp_path)
    assert rows[0] == {
        ("exporter", "Alba GmbH"),
        ("importer", "Velgor Ltd"),
        ("importer", "OOO Sornim"),
        ("notify", "Velgor Ltd"),
        ("notify", "Dalkin Trading LLC"),
        ("notify", "OOO Promtekh"),
        ("contract_holder", "Unit Forwarding Ltd"),
    }
    assert ("notify", "Velgor Ltd") in rows[1]
    said = "columns 'Notify party', '2nd notify', 'Also notify' name whom to notify: all are read"
    assert any(note.endswith(said) for note in notes)


@pytest.mark.parametrize(
    "mapping",
    [
        ("notify=Notify party",),
        ("notify=2nd notify",),
        ("notify=Notify party", "notify=2nd notify"),
        ("second_notify=Also notify",),
    ],
)
def test_they_are_also_read_where_the_user_names_one(tmp_path: Path, mapping: tuple[str, ...]) -> None:
    rows, _ = read(tmp_path, *mapping)
    notified = {name for role, name in rows[0] if role == "notify"}
    assert notified == {"Velgor Ltd", "Dalkin Trading LLC", "OOO Promtekh"}


def test_what_is_said_of_a_party_to_be_notified_is_said_of_the_one_of_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "bills.csv"
    path.write_text(
        "B/L No;Date;Shipper;Consignee;Notify party;Second notify party;Notify party address;"
        "Second notify party address;HS code;Origin;Destination\n"
        "A1;2023-05-01;Alba GmbH;Velgor Ltd;Dalkin LLC;OOO Promtekh;"
        "Dubai, 5 Long Street;Moscow, ul. Lenina 4;848210;DE;AE"
    )
    reader = CustomsReader([path])
    list(reader.batches())
    addresses = {each.name: each.address for each in reader.book.parties}
    assert addresses["Dalkin LLC"] == "Dubai, 5 Long Street"
    assert addresses["OOO Promtekh"] == "Moscow, ul. Lenina 4"


def test_two_columns_that_claim_to_be_the_consignee_are_still_asked_about(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="both claim the role"):
        read(tmp_path, headings=("Consignee", "Consignee name", *HEADINGS[2:]))


def test_a_column_that_holds_names_and_is_not_read_is_told(tmp_path: Path) -> None:
    agents = ["Morgan Agents LLC", "Ostrow Agents GmbH", "Lupin Agents LLC", "Bardo Agents LLC"]
    _, notes = read(tmp_path, more=("Handled thru", agents))
    assert any("column 'Handled thru' holds names and is not screened" in note for note in notes)
    _, notes = read(tmp_path, "importer=Consignee", headings=("Consignee", "Consignee name", *HEADINGS[2:]))
    assert any("column 'Consignee name' holds names and is not screened" in note for note in notes)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Contact person", ["Ivan Petrov", "John Miller", "Anna Berg", "Peter Novak"]),
        ("Handled at", ["Hamburg", "Bremen", "Riga", "Tallinn"]),
        ("Kind of box", ["40 HC", "20 DV", "40 HC", "40 HC"]),
    ],
)
def test_columns_of_other_things_are_not_told_as_names(tmp_path: Path, heading: str, cells: list[str]) -> None:
    _, notes = read(tmp_path, more=(heading, cells))
    assert not any("is not screened" in note for note in notes)


@pytest.mark.parametrize(
    "heading",
    ["2nd notify", "Also notify", "2nd party to notify", "Вторая уведомляемая сторона", "Ayrıca ihbar", "第三通知人",
     "Zweite Notify-Adresse", "También notificar", "Partie à notifier", "جهة الإشعار الثانية"],
)  # fmt: skip
def test_whom_else_to_notify_is_a_party(heading: str) -> None:
    guess = understand(heading)
    assert guess is not None
    assert guess.role == "notify_name"


def told(tmp_path: Path, headings: str, *lines: str) -> tuple[list[set[tuple[str, str]]], str]:
    """The parties of each row with their roles, and what is said of the table."""
    path = tmp_path / "declared.csv"
    path.write_text("\n".join((headings, *lines)), encoding="utf-8")
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    found = []
    for record in batch.records.get_column("record_id"):
        mine = batch.links.filter(batch.links["record_id"] == record)
        found.append({(role, reader.book.parties[party].name) for role, party in mine.select("role", "party").rows()})
    return found, " ".join(reader.notes)


DECLARED = "Декларация;Дата;Отправитель;Получатель;{};Код ТН ВЭД;Описание"


@pytest.mark.parametrize(
    "both",
    [
        "Гр.14 Декларант;Гр.54 Там. представитель",
        "Декларант;Представитель декларанта",
        "Beyan Sahibi;Dolaylı Temsilci",
        "Anmelder;Vertreter",
        "Declarant;Customs representative",
        "Мәлімдеуші;Кеден өкілі",
    ],
)
def test_a_customs_representative_beside_the_declarant_is_the_broker(tmp_path: Path, both: str) -> None:
    lines = [f"A{n};0{n}.05.2023;Alba GmbH;ООО Сорним;ООО Сорним;ООО Далкин Брокер;848210;bearings" for n in (1, 2)]
    rows, notes = told(tmp_path, DECLARED.format(both), *lines)
    assert {("declarant", "ООО Сорним"), ("declarant", "ООО Далкин Брокер"), ("importer", "ООО Сорним")} <= rows[0]
    assert "not screened" not in notes


def test_of_two_columns_that_name_the_declarant_both_are_read_each_with_its_number(tmp_path: Path) -> None:
    lines = [f"A{n};0{n}.05.2023;Alba GmbH;ООО Сорним;ООО Сорним;77{n};ООО Далкин;88{n};848210;x" for n in (1, 2)]
    both = "Declarant;Declarant tax ID;Declarant name;Declarant tax ID"
    rows, notes = told(tmp_path, DECLARED.format(both), *lines)
    assert {("declarant", "ООО Сорним"), ("declarant", "ООО Далкин")} <= rows[0]
    assert "columns 'Declarant' and 'Declarant name' both name the declarant: both are read" in notes


def test_of_two_columns_that_name_a_carrier_one_is_read_and_the_other_told(tmp_path: Path) -> None:
    lines = [f"A{n};0{n}.05.2023;Alba GmbH;ООО Сорним;Velgor Ltd;Dalkin Ltd;848210;bearings" for n in (1, 2)]
    rows, notes = told(tmp_path, DECLARED.format("Carrier;Carrier name"), *lines)
    assert ("carrier", "Velgor Ltd") in rows[0]
    assert "columns 'Carrier' and 'Carrier name' both name the carrier: 'Carrier' is read" in notes
    assert "column 'Carrier name' holds names and is not screened" in notes


def test_a_column_headed_like_a_party_that_holds_no_names_is_not_said_to_hold_some(tmp_path: Path) -> None:
    lines = [f"A{n};0{n}.05.2023;Alba GmbH;ООО Сорним;{n}0;848210;bearings" for n in range(1, 7)]
    _, notes = told(tmp_path, DECLARED.format("Exporter name"), *lines)
    assert "column 'Exporter name' is headed like exporter_name, but" in notes
    assert "holds names" not in notes


def test_of_three_columns_that_name_a_declarant_all_are_read(tmp_path: Path) -> None:
    lines = [f"A{n};0{n}.05.2023;Alba GmbH;ООО Сорним;LLC Ena;LLC Dva;LLC Tri;848210;bearings" for n in (1, 2)]
    rows, notes = told(tmp_path, DECLARED.format("Declarant;Representative;Broker"), *lines)
    assert {("declarant", "LLC Ena"), ("declarant", "LLC Dva"), ("declarant", "LLC Tri")} <= rows[0]
    assert "not screened" not in notes


@pytest.mark.parametrize(("codes", "together"), [(("A-1", "B-22", "A-3"), False), (("pumps", "valves", "tyres"), True)])
def test_of_two_columns_of_goods_the_one_with_words_is_read_and_of_words_both(
    tmp_path: Path, codes: tuple[str, ...], together: bool
) -> None:
    lines = [f"A{n};0{n}.05.2023;Alba GmbH;ООО Сорним;{code};848210;bearings {n}" for n, code in enumerate(codes, 1)]
    _, notes = told(tmp_path, DECLARED.format("Описание товара"), *lines)
    assert ("read together" in notes) == together


def test_a_column_whose_cells_are_not_what_its_heading_says_is_told_by_them(tmp_path: Path) -> None:
    lines = [f"A{n};0{n}.05.2023;Alba GmbH;ООО Сорним;1.050,00;EUR;848210;bearings" for n in range(1, 6)]
    path = tmp_path / "declared.csv"
    path.write_text("\n".join((DECLARED.format("Toplam Tutar;PB"), *lines)), encoding="utf-8")
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    assert set(batch.records["currency"]) == {"EUR"}
    told_of = [note for note in reader.notes if "'PB'" in note]
    assert len(told_of) == 1
    assert "'PB' is taken for currency by its contents" in told_of[0]


@pytest.mark.parametrize("heading", ["Müşteri", "Клиент", "Müştəri", "Mijoz"])
def test_a_customer_beside_who_pays_is_the_buyer(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "sales.csv"
    line = "A1;01.05.2023;Alba GmbH;Velgor Ltd;Lakmar FZE;848210;bearings"
    path.write_text(f"Beyanname no;Tarih;Tedarikçi;{heading};Ödeyen;GTİP;Tanım\n{line}", encoding="utf-8")
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    names = {(role, reader.book.parties[party].name) for role, party in batch.links.select("role", "party").rows()}
    assert {("importer", "Velgor Ltd"), ("contract_holder", "Lakmar FZE")} <= names


@pytest.mark.parametrize("heading", ["规格型号", "规格", "Specification", "Технические характеристики"])
def test_a_specification_is_read_behind_the_description_though_it_holds_codes(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "records.csv"
    lines = [f"Date;Exporter;Importer;HS code;商品名称;{heading}"]
    lines += [f"2023-01-0{n};Alfa Ltd;Velgor LLC;854231;集成电路;XC7Z02{n}" for n in range(1, 8)]
    path.write_text("\n".join([*lines, "2023-01-08;Alfa Ltd;Velgor LLC;854231;集成电路;"]), encoding="utf-8")
    (batch,) = CustomsReader([path]).batches()
    assert batch.records["description"].to_list()[0] == "集成电路; XC7Z021"
    assert batch.records["description"].to_list()[-1] == "集成电路"


def test_a_specification_alone_is_the_description_and_that_of_packages_none() -> None:
    guess = understand("规格型号")
    assert guess is not None
    assert guess.role == "description"
    assert understand("包装规格") is None
    assert understand("Packing specification") is None
