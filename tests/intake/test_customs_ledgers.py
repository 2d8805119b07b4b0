"""Ledgers of exporters: partners by their roles and letters, where goods go, whose ledger it is, and rows of totals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from screening.errors import InputError
from screening.intake.customs import CustomsBatch, CustomsReader
from screening.intake.customs_roles import heading_roles

OWN = "Velgor Antriebe GmbH, 73430 Aalen"
HEADINGS = "Faktura;Datum;Name Auftraggeber;Land AG;Warenempfänger;Land WE;Warennummer;Bezeichnung;Nettowert;Währg"
ROWS = (
    "901;10.01.2023;Sornim TOO;KZ;Sornim TOO;KZ;84821090;Kugellager;100;EUR",
    "902;11.01.2023;Lakmar OsOO;KG;Lakmar OsOO;KG;84821090;Kugellager;200;EUR",
    "903;12.01.2023;Sornim TOO;KZ;Dalvik LLC;AM;84821090;Kugellager;300;EUR",
    "904;13.01.2023;Dalvik LLC;UZ;Sornim TOO;UZ;84821090;Kugellager;400;EUR",
)


def read(
    tmp_path: Path, lines: list[str], *mapping: str, title: str = "Fakturajournal Export"
) -> tuple[CustomsReader, CustomsBatch]:
    path = tmp_path / "journal.csv"
    path.write_text("\n".join([OWN, title, "", *lines]), encoding="utf-8")
    reader = CustomsReader([str(path)], mapping=mapping)
    (batch,) = reader.batches()
    return reader, batch


def parties(reader: CustomsReader, batch: CustomsBatch, role: str) -> set[str]:
    of_role = batch.links.filter(pl.col("role") == role).get_column("party")
    return {reader.book.parties[number].name for number in of_role}


def said(header: list[str]) -> list[Any]:
    roles = heading_roles(header)
    return [roles.get(index) for index in range(len(header))]


PARTNERS = [
    ["Name Auftraggeber", "Warenempfänger", "Rechnungsempfänger", "Regulierer", "Endverwender"],
    ["Sold-to Party", "Ship-to Party", "Bill-to Party", "Payer", "End User"],
    ["Zleceniodawca", "Odbiorca materiałów", "Odbiorca faktury", "Płatnik", "Użytkownik końcowy"],
    ["Committente", "Destinatario merci", "Destinatario fattura", "Pagatore", "Utente finale"],
    ["Objednatel", "Příjemce zboží", "Příjemce faktury", "Plátce", "Konečný uživatel"],
    ["Donneur d'ordre", "Réceptionnaire de marchandises", "Destinataire de la facture", "Payeur", "Utilisateur final"],
    ["Solicitante", "Destinatario de mercancías", "Destinatario de factura", "Responsable de pago", "Usuario final"],
    ["Opdrachtgever", "Goederenontvanger", "Factuurontvanger", "Betaler", "Eindgebruiker"],
    ["Name AG", "Name WE", "Name RE", "Name RG", "Name EV"],
    ["SP Name", "SH Name", "BP Name", "PY Name", "End Customer"],
]


@pytest.mark.parametrize("header", PARTNERS)
def test_each_partner_of_a_ledger_is_what_its_role_says(header: list[str]) -> None:
    assert said(header) == ["importer_name", "ship_to_name", "contract_holder_name", "payer_name", "end_user_name"]


def test_who_pays_is_no_importer_beside_one_to_whom_goods_are_sent() -> None:
    assert said(["Warenempfänger", "Regulierer"]) == ["ship_to_name", "payer_name"]
    assert said(["Name Regulierer", "Rechnungsempfänger"]) == ["payer_name", "importer_name"]
    assert said(["Regulierer", "Warennummer"]) == ["importer_name", "hs_code"]  # alone it is all there is of a buyer


def test_letters_of_partners_tell_whose_country_street_and_telephone_it_is() -> None:
    header = ["Auftraggeber", "Land AG", "Warenempfänger", "Straße WE", "Land WE", "Regulierer", "Land RG", "Land RE"]
    assert [each for each in said(header) if each and not each.endswith("_name")] == [
        "importer_country",
        "ship_to_address",
        "ship_to_country",
        "payer_country",
        "contract_holder_country",
    ]
    assert said(["Sold-to", "Country SP", "Ship-to", "SH Country"])[1::2] == ["importer_country", "ship_to_country"]
    assert said(["Regulierer", "Empfänger", "Land des Zahlers"])[2] == "payer_country"


@pytest.mark.parametrize("header", [["Alıcı", "Ev adresi"], ["Buyer", "Name AG"], ["Importer", "RE value", "WE date"]])
def test_the_same_letters_alone_or_beside_other_words_say_nothing(header: list[str]) -> None:
    assert not {"end_user_address", "contract_holder_name", "ship_to_name"} & set(said(header))
    assert said(header)[0] == "importer_name"


def test_goods_go_to_the_country_of_whom_they_are_sent_to(tmp_path: Path) -> None:
    reader, batch = read(tmp_path, [HEADINGS, *ROWS])
    assert batch.records["destination"].to_list() == ["KZ", "KG", "AM", "UZ"]
    assert any("'Land WE' says where the goods are sent" in note for note in reader.notes)
    reader, batch = read(tmp_path, [HEADINGS.replace("Land AG", "Bestimmungsland"), *ROWS])
    assert batch.records["destination"].to_list() == ["KZ", "KG", "KZ", "UZ"]  # a column of its own goes before


def test_columns_of_countries_that_are_not_read_are_named_where_nothing_says_where_goods_go(tmp_path: Path) -> None:
    unread = HEADINGS.replace("Land AG", "XQ 1").replace("Land WE", "XQ 2")
    reader, _ = read(tmp_path, [unread, *ROWS])
    (note,) = [note for note in reader.notes if "where the goods go" in note]
    assert "'XQ 1', 'XQ 2', which hold countries, are not used" in note
    assert "--map destination=COLUMN" in note
    for lines in ([HEADINGS, *ROWS], [unread.replace("XQ 1", "Bestimmungsland"), *ROWS]):
        reader, _ = read(tmp_path, lines)
        assert not any("where the goods go" in note for note in reader.notes)
    reader, _ = read(tmp_path, [unread, *ROWS], title="Register Import")
    assert not any("where the goods go" in note for note in reader.notes)


def test_a_column_of_units_is_none_of_countries(tmp_path: Path) -> None:
    units = [row.replace(";KZ;", ";KG;").replace(";AM;", ";ST;").replace(";UZ;", ";ST;") for row in ROWS]
    reader, _ = read(tmp_path, [HEADINGS.replace("Land AG", "XQ 1").replace("Land WE", "XQ 2"), *units])
    assert not any("where the goods go" in note for note in reader.notes)


def test_the_firm_of_the_title_is_the_exporter_whatever_else_is_mapped(tmp_path: Path) -> None:
    reader, batch = read(tmp_path, [HEADINGS, *ROWS], "declaration=Faktura")
    assert parties(reader, batch, "exporter") == {"Velgor Antriebe GmbH"}
    reader, batch = read(tmp_path, [HEADINGS, *ROWS], "exporter==Dalvik LLC")
    assert parties(reader, batch, "exporter") == {"Dalvik LLC"}


@pytest.mark.parametrize("label", ["Summe", "Total", "ИТОГО", "Razem", "Totale", "Celkem"])
@pytest.mark.parametrize("mapping", [(), ("declaration=Faktura",), ("declaration=Faktura", "exporter==Dalvik LLC")])
def test_a_total_is_no_record_though_the_exporter_is_told_for_all_rows(
    tmp_path: Path, label: str, mapping: tuple[str, ...]
) -> None:
    lines = [HEADINGS, *ROWS, f"{label};;;;;;;;1000;EUR", "G2;;;;;;;;;", f"{label};;;;;;84821090;;1000;EUR"]
    _, batch = read(tmp_path, lines[: len(lines) if "declaration=Faktura" in mapping else -1], *mapping)
    assert batch.records["value"].sum() == 1000
    assert batch.records.height == len(ROWS)


def test_a_row_with_a_party_or_a_good_of_its_own_is_a_record_beside_an_exporter_for_all(tmp_path: Path) -> None:
    lines = [HEADINGS, *ROWS, "Total;14.01.2023;Sornim TOO;KZ;;;;;5;EUR", "905;14.01.2023;;;;;84821090;Lager;6;EUR"]
    _, batch = read(tmp_path, lines, "declaration=Faktura", "exporter==Dalvik LLC")
    assert batch.records["value"].to_list()[-2:] == [5, 6]


def test_goods_described_are_records_of_the_one_exporter_where_no_column_names_parties(tmp_path: Path) -> None:
    _, batch = read(tmp_path, ["Datum;Bezeichnung;Nettowert", "01.02.2023;Kugellager;5", ";;5"], "exporter==Dalvik LLC")
    assert batch.records["value"].to_list() == [5]


def test_a_sheet_of_which_only_the_mapping_names_a_party_is_no_table_of_records(tmp_path: Path) -> None:
    path = tmp_path / "legend.csv"
    path.write_text("Faktura;Bedeutung\nG2;Gutschrift\nS1;Storno\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column names a party or a good"):
        list(CustomsReader([str(path)], mapping=["declaration=Faktura", "exporter==Dalvik LLC"]).batches())


def test_the_firm_of_the_title_exports_from_where_its_form_is_and_its_goods_are_made(tmp_path: Path) -> None:
    made = [HEADINGS + ";Ursprung", *(f"{row};DE" for row in ROWS)]
    _, batch = read(tmp_path, made)
    assert batch.records["dispatch"].to_list() == ["DE"] * len(ROWS)
    for lines, mapping in (
        ([HEADINGS + ";Ursprung", *(f"{row};CN" for row in ROWS)], ()),  # a form of no country that makes them
        (made, ("exporter==Velgor Ltd",)),  # a firm that the title does not name
    ):
        _, batch = read(tmp_path, lines, *mapping)
        assert batch.records["dispatch"].null_count() == len(ROWS)
    _, batch = read(tmp_path, made, title="Register Import")
    assert batch.records["dispatch"].null_count() == len(ROWS)


def test_who_a_forwarder_stands_for_behind_a_stroke_is_a_party(tmp_path: Path) -> None:
    row = ROWS[0].replace("Sornim TOO;KZ;8482", "c/o Alfa Clearing – für Sornim Water TOO;KZ;8482")
    reader, batch = read(tmp_path, [HEADINGS, row, *ROWS[1:], ROWS[3].replace("Dalvik LLC", "Verein für Beta LLC")])
    found = parties(reader, batch, "importer")
    assert {"Alfa Clearing", "Sornim Water TOO", "Verein für Beta LLC"} <= found


@pytest.mark.parametrize(("unit", "weight"), [("KG", 1500), ("G", 1.5), ("T", 1500000)])
def test_a_column_headed_ge_is_of_units_of_weight_where_its_cells_are(tmp_path: Path, unit: str, weight: float) -> None:
    _, batch = read(tmp_path, [HEADINGS + ";Nettogewicht;GE", *(f"{row};1500;{unit}" for row in ROWS)])
    assert set(batch.records["net_kg"]) == {weight}
    _, batch = read(tmp_path, [HEADINGS + ";Nettogewicht;GE", *(f"{row};1500;X{unit}" for row in ROWS)])
    assert set(batch.records["net_kg"]) == {1500}


def test_what_open_account_needs_to_count_is_said_where_it_is_counted(tmp_path: Path) -> None:
    reader, _ = read(tmp_path, [HEADINGS + ";Zahlungsbedingung", *(f"{row};30 Tage netto" for row in ROWS)])
    (note,) = [note for note in reader.notes if "open account" in note]
    assert "4 × payment on open account (counts only where a point of transshipment is on the way)" in note
