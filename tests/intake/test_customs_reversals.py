"""Storno and credit notes of ledgers: they and what they take back are no trade."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_folds import Folds, applied
from screening.intake.customs_headings import understand

HEAD = "Faktura;{};Datum;Versender;Auftraggeber;Warennummer;Bezeichnung;Menge;Nettowert;Währg;Bemerkung"
SALE = "901;F2;07.08.2021;Velgor GmbH;Sornim AG;84821090;Kugellager;232;100,50;EUR;"


def read(tmp_path: Path, *lines: str, kind: str = "FkArt") -> pl.DataFrame:
    """The records, folded, with the last note of each."""
    path = tmp_path / "ledger.csv"
    path.write_text("\n".join([HEAD.format(kind), *lines]), encoding="utf-8")
    folds = Folds()
    (batch,) = CustomsReader([str(path)]).batches()
    folds.add(batch.records)
    return applied(batch.records, 0, folds.updates()).with_columns(last=pl.col("notes").list.last())


def storno(
    kind: str = "S1", *, number: str = "907", buyer: str = "Sornim AG", said: str = "", amounts: str = ""
) -> str:
    amounts = amounts or "-232;-100,50"
    return f"{number};{kind};10.08.2021;Velgor GmbH;{buyer};84821090;Kugellager;{amounts};EUR;{said}"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("FkArt", "S1"), ("Fakturaart", "Storno"), ("Belegart", "Gutschrift"), ("Billing type", "G2"),
        ("Document type", "Credit note"), ("Rodzaj dokumentu", "Faktura korygująca"), ("Typ dokladu", "Dobropis"),
        ("Type de document", "Avoir"), ("Tipo di documento", "Nota di credito"), ("Fatura türü", "İptal faturası"),
    ],
)  # fmt: skip
def test_a_storno_takes_back_the_sale_with_the_same_amounts_of_the_same_buyer(
    tmp_path: Path, heading: str, kind: str
) -> None:
    out = read(tmp_path, SALE, storno(kind), SALE.replace("901", "910").replace("232", "7"), kind=heading)
    guess = understand(heading)
    assert guess
    assert guess.role == "document_kind"
    assert out["status"].to_list() == ["cancelled", "cancelled", None]
    assert "takes it back" in out["last"][0]
    assert "takes back an earlier record" in out["last"][1]


def test_amounts_with_the_sign_turned_are_enough_where_no_column_tells_the_kind(tmp_path: Path) -> None:
    out = read(tmp_path, SALE, storno(), kind="XQ")
    assert out["status"].to_list() == ["cancelled", "cancelled"]
    out = read(tmp_path, SALE, storno(amounts="-231;-100,50"), kind="XQ")
    assert out["status"].to_list() == [None, None]


@pytest.mark.parametrize(
    "other",
    [storno(buyer="Lakmar AG"), storno(amounts="-231;-100,50"), storno().replace("10.08.2021", "01.08.2021")],
    ids=["another buyer", "another quantity", "before the sale"],
)
def test_a_storno_of_something_else_leaves_the_sale_and_says_so(tmp_path: Path, other: str) -> None:
    out = read(tmp_path, SALE, other)
    assert out["status"].to_list() == [None, "cancelled"]
    assert "was not found" in out["last"][1]


def test_a_storno_takes_back_one_sale_of_several_alike(tmp_path: Path) -> None:
    out = read(tmp_path, SALE, SALE.replace("901", "905"), storno(), SALE.replace("901", "909"))
    assert out["status"].null_count() == 2
    assert out["status"][2] == "cancelled"


def test_the_number_that_a_storno_says_goes_before_the_nearest_sale(tmp_path: Path) -> None:
    out = read(tmp_path, SALE, SALE.replace("901", "905"), storno(said="Storno zu 901"))
    assert out["status"].to_list() == ["cancelled", None, "cancelled"]


def test_a_storno_under_the_number_of_its_sale_needs_no_amounts_and_a_part_credited_leaves_it(tmp_path: Path) -> None:
    out = read(tmp_path, SALE, storno(number="901", amounts=";"))
    assert out["status"].to_list() == ["cancelled", "cancelled"]
    out = read(tmp_path, SALE, storno("G2", number="901", amounts="-2;-1,00"))
    assert out["status"].to_list() == [None, "cancelled"]


def test_a_ledger_without_stornos_stands(tmp_path: Path) -> None:
    out = read(tmp_path, SALE, SALE.replace("901", "902").replace("F2", "F1"))
    assert out["status"].to_list() == [None, None]
    assert out["declaration"].to_list() == ["901", "902"]


def test_the_letters_mean_nothing_in_a_column_of_other_things(tmp_path: Path) -> None:
    out = read(tmp_path, SALE.replace("F2", "G2"), storno("S1", amounts="5;9,00"), kind="Lager")
    assert out["status"].to_list() == [None, None]
    guess = understand("Documents")
    assert guess is None or guess.role != "document_kind"


def test_a_document_cancelled_under_its_own_number_is_cancelled_as_a_whole(tmp_path: Path) -> None:
    other = SALE.replace("Kugellager", "Rollenlager")
    out = read(tmp_path, SALE, other, storno("Cancelled", number="901"), kind="Document type")
    assert out["status"].to_list() == ["cancelled"] * 3
