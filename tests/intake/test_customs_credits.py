"""Registers of banks: credits and collections, who is who in them; and what licences and schemes say of a record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand

HEADINGS = [
    ("Begünstigter", "exporter_name"),
    ("Bénéficiaire", "exporter_name"),
    ("Lehtar", "exporter_name"),
    ("Beneficjent", "exporter_name"),
    ("Einreicher", "exporter_name"),
    ("Bezogener", "importer_name"),
    ("Ordenante", "importer_name"),
    ("Donneur d'ordre", "importer_name"),
    ("Zleceniodawca", "importer_name"),
    ("Muhatap", "importer_name"),
    ("Eröffnende Bank", "bank_name"),
    ("Inkassobank", "bank_name"),
    ("Avisierende Bank", "advising_bank_name"),
    ("Banque notificatrice", "advising_bank_name"),
    ("Inkassobetrag", "value"),
    ("Eröffnung", "date"),
    ("Abgangsort", "loading_place"),
    ("Bestimmungsort", "delivery_place"),
    ("Konnossement ausgestellt an", "ship_to_name"),
    ("B/L consigned to", "ship_to_name"),
    ("Licensee Est. Date", "domestic_incorporated"),
    ("IEC_ISSUE_DATE", "domestic_incorporated"),
]


@pytest.mark.parametrize(("heading", "role"), HEADINGS)
def test_headings_of_credits_collections_and_licences(heading: str, role: str) -> None:
    guess = understand(heading)
    assert guess is not None
    assert guess.role == role


@pytest.mark.parametrize(("heading", "role"), [("Est. date", "date"), ("Issue date", "date"), ("Item no", "item")])
def test_dates_and_numbers_that_say_no_more_are_what_they_were(heading: str, role: str) -> None:
    guess = understand(heading)
    assert guess is None or guess.role == role


def read(tmp_path: Path, text: str, name: str = "register.csv") -> tuple[Any, list[list[tuple[str, str, str | None]]]]:
    """The records, and of each the role, name and founding of its parties."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    parties: list[list[tuple[str, str, str | None]]] = [[] for _ in range(batch.records.height)]
    for at, role, party in batch.links.select("at", "role", "party").iter_rows():
        known = reader.book.parties[party]
        parties[at].append((role, known.name, known.incorporated_on))
    return batch.records, parties


def test_parties_of_a_credit_are_told_and_a_word_for_one_of_them_names_it_again(tmp_path: Path) -> None:
    head = "Eröffnung;Begünstigter;Auftraggeber;Eröffnende Bank;Betrag;Währung;Ware;Notify;Konnossement an\n"
    rows = [
        "2022-01-03;Pumpenbau Muster GmbH;Alfa SAE;Beta Bank;100;EUR;Pumpen;Auftraggeber;an Order",
        "2022-01-04;Pumpenbau Muster GmbH;Alfa SAE;Beta Bank;100;EUR;Pumpen;Begünstigter;Beta Bank, Kairo",
    ]
    records, parties = read(tmp_path, head + "".join(f"{row}\n" for row in rows))
    assert records["date"].cast(str).to_list() == ["2022-01-03", "2022-01-04"]
    named = [{(role, name) for role, name, _ in each} for each in parties]
    both = {("exporter", "Pumpenbau Muster GmbH"), ("importer", "Alfa SAE"), ("bank", "Beta Bank")}
    assert named[0] == both | {("notify", "Alfa SAE")}
    assert named[1] >= both | {("notify", "Pumpenbau Muster GmbH")}
    assert any(role == "importer" and name.startswith("Beta Bank") for role, name in named[1])


def test_a_licensee_s_founding_is_that_of_the_party_of_its_own_side(tmp_path: Path) -> None:
    head = "Bill date,Bill type,Exporter,Licensee est. date,Consignee,HS code,Goods\n"
    came = "2022-05-03,Import,Alfa KK,2022-03-28,Beta FZE,820411,spanners\n"
    went = "2022-05-04,Re-export,Beta FZE,2022-03-28,Gamma OOO,820411,spanners\n"
    _, parties = read(tmp_path, head + came + went)
    assert {(name, on) for each in parties for _, name, on in each} == {
        ("Alfa KK", None),
        ("Beta FZE", "2022-03-28"),
        ("Gamma OOO", None),
    }


def test_a_refund_of_duties_says_nothing_of_import_or_export(tmp_path: Path) -> None:
    head = "SB_NO,SB_DATE,EXPORTER_NAME,BUYER_NAME,RITC_CODE,ITEM_DESC,SCHEME\n"
    records, _ = read(tmp_path, head + "1,2022-05-03,Alfa Ltd,Beta LLC,84137010,pumps,19 DRAWBACK\n")
    assert records["direction"].to_list() == ["export"]
    assert records["procedure"].to_list() == ["drawback"]


def test_what_becomes_of_collections_is_told_under_any_heading_and_no_declared_value_is_none(tmp_path: Path) -> None:
    head = "Datum;Einreicher;Bezogener;Ware;Inkassobetrag;Stand\n"
    rows = [("abgewickelt", "100"), ("storniert", "100"), ("eingelöst", "NCV"), ("abgewickelt", "100")]
    text = "".join(
        f"2022-01-0{n + 1};Alfa GmbH;Beta SA;Papier;{value};{said}\n" for n, (said, value) in enumerate(rows)
    )
    records, _ = read(tmp_path, head + text)
    assert records["status"].to_list() == [None, "cancelled", None, None]
    assert records["value"].to_list() == [100.0, 100.0, None, 100.0]
    assert not any("NCV" in note for notes in records["notes"].to_list() for note in notes)
