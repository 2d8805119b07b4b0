"""Who pays for goods, where a column names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand

HEADING = "Date;Exporter;Importer;{};HS code;Description;Origin;Destination;Value USD"


def read(tmp_path: Path, heading: str, *payers: str) -> list[tuple[list[tuple[str, str]], list[str]]]:
    """The parties of each row and its notes."""
    rows = [
        f"0{at}.03.2024;Velgor Ltd;OOO Sornim;{payer};8542310000;chips;CN;KG;100" for at, payer in enumerate(payers, 1)
    ]
    path = tmp_path / "table.csv"
    path.write_text("\n".join([HEADING.format(heading), *rows]), encoding="utf-8")
    reader = CustomsReader([str(path)])
    (batch,) = reader.batches()
    named = {number: party.name for number, party in enumerate(reader.book.parties)}
    found = []
    for record in batch.records.iter_rows(named=True):
        mine = batch.links.filter(batch.links["record_id"] == record["record_id"])
        found.append(
            ([(role, named[party]) for role, party in mine.select("role", "party").iter_rows()], record["notes"])
        )
    return found


@pytest.mark.parametrize(
    "heading",
    [
        "Payer",
        "Плательщик",
        "Zahlung durch",
        "Ödemeyi yapan",
        "Ödəyici",
        "Payeur",
        "付款人",
        "الدافع",
        "Pagador",
    ],
)
def test_who_pays_is_a_party_and_told_whether_one_of_the_row(tmp_path: Path, heading: str) -> None:
    own, other = read(tmp_path, heading, "OOO Sornim", "Lakmar FZE")
    assert ("contract_holder", "Lakmar FZE") in other[0]
    assert "paid by the importer" in own[1]
    assert "paid by another: Lakmar FZE" in other[1]


def test_a_payer_called_without_its_legal_form_is_the_party(tmp_path: Path) -> None:
    ((_, notes),) = read(tmp_path, "Payer", "Sornim")
    assert "paid by the importer" in notes


def test_a_payer_of_no_row_is_told_by_name(tmp_path: Path) -> None:
    ((_, notes),) = read(tmp_path, "Payer", "Lakmar FZE")
    assert "paid by another: Lakmar FZE" in notes


def test_no_payer_is_told_of_a_row_that_names_none(tmp_path: Path) -> None:
    ((_, notes), _) = read(tmp_path, "Payer", "", "OOO Sornim")
    assert not [note for note in notes if note.startswith("paid by")]


def test_beside_no_buyer_who_pays_is_the_importer() -> None:
    guess = understand("Payer")
    assert guess is not None
    assert guess.role == "payer_name"


@pytest.mark.parametrize(
    "heading", ["Activité du client", "Вид деятельности получателя", "Line of business", "Fəaliyyət sahəsi"]
)
def test_a_column_of_trades_names_nobody(heading: str) -> None:
    assert understand(heading) is None
