"""Who pays for goods, where a column names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand
from screening.intake.customs_payers_named import payer_in

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


@pytest.mark.parametrize(
    ("remark", "payer"),
    [
        ("BEDELİ HONG KONG'DA YERLEŞİK LAKMAR PARTNERS LTD TARAFINDAN ÖDENMİŞTİR", ("LAKMAR PARTNERS LTD", "")),
        ("ÖDEMEYİ YAPAN: LAKMAR CLEARING LTD", ("LAKMAR CLEARING LTD", "")),
        ("PAID BY LAKMAR CO., LTD, HONG KONG", ("LAKMAR CO., LTD", "HONG KONG")),
        ('Товар новый; плательщик: ООО "Лакмар Трейд"', ('ООО "Лакмар Трейд"', "")),
        ("оплата произведена третьим лицом LAKMAR FZE, ОАЭ", ("LAKMAR FZE", "ОАЭ")),
        ("LAKMAR SAVDO MCHJ tomonidan toʻlangan", ("LAKMAR SAVDO MCHJ", "")),
        ("төлеуші: ТОО Лакмар", ("ТОО Лакмар", "")),
        ("FREIGHT PAID BY LAKMAR LOGISTICS LLC", ("", "")),
        ("KDV LAKMAR LTD tarafından ödenmiştir", ("", "")),
        ("Плательщик пошлин ООО Лакмар", ("", "")),
        ("paid by the buyer", ("", "")),
        ("оплачено полностью", ("", "")),
        ("LAKMAR LTD is the maker", ("", "")),
    ],
)
def test_a_remark_names_who_paid_where_a_name_with_a_legal_form_stands_beside(
    remark: str, payer: tuple[str, str]
) -> None:
    assert payer_in(remark) == payer


def test_who_paid_by_a_remark_is_a_party_and_told(tmp_path: Path) -> None:
    own, other, column = read(tmp_path, "Remarks", "paid by OOO Sornim", "paid by Lakmar FZE, Dubai", "goods are new")
    assert ("contract_holder", "Lakmar FZE") in other[0]
    assert "paid by another: Lakmar FZE" in other[1]
    assert not any(note.startswith("paid by another") for note in (*own[1], *column[1]))
    assert {role for role, _ in column[0]} == {"exporter", "importer"}


@pytest.mark.parametrize(
    "heading",
    [
        "Лицо, ответственное за финансовое урегулирование (гр. 9)",
        "Особа, відповідальна за фінансове врегулювання",
        "Person responsible for financial settlement",
    ],
)
def test_who_settles_a_contract_pays_where_it_is_none_of_the_others(tmp_path: Path, heading: str) -> None:
    buyer, seller, other = read(tmp_path, heading, "OOO Sornim", "Velgor Ltd", "Lakmar FZE")
    assert ("contract_holder", "OOO Sornim") in buyer[0]
    assert "paid by another: Lakmar FZE" in other[1]
    assert not any(note.startswith("paid by") for note in (*buyer[1], *seller[1]))


@pytest.mark.parametrize("heading", ["Contract holder", "Контрактодержатель"])
def test_who_holds_a_contract_is_not_said_to_pay(tmp_path: Path, heading: str) -> None:
    ((parties, notes),) = read(tmp_path, heading, "Lakmar FZE")
    assert ("contract_holder", "Lakmar FZE") in parties
    assert not any(note.startswith("paid by") for note in notes)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Страна лица гр. 9", "contract_holder_country"),
        ("Країна особи (гр. 9)", "contract_holder_country"),
        ("Страна (гр. 17)", "partner"),
        ("Страна лица", "partner"),
        ("Страна контрагента (гр. 11)", "trading_party_country"),
    ],
)
def test_the_country_of_the_person_of_a_box_is_its_own(heading: str, role: str) -> None:
    guess = understand(heading)
    assert guess is not None
    assert guess.role == role
