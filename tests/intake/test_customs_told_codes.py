"""Codes of goods that descriptions state."""

from __future__ import annotations

import polars as pl
import pytest

from screening.intake.customs import CustomsReader
from screening.intake.customs_told_codes import codes_stated, stated


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("INTEGRATED CIRCUITS (HS 8542.31)", ["854231"]),
        ("641 PCS NETWORK ROUTERS HS CODE 851762", ["851762"]),
        ("NETWORK ROUTERS / 171 PCS / HS:8517.62", ["851762"]),
        ("REFINED SUNFLOWER OIL, 28742 LITRES H.S. NO. 1512.19", ["151219"]),
        ("hscode 8482.10 40 PCS", ["848210"]),
        ("BEARINGS HS CODES 8482.10, 8482.20 and 848240", ["848210", "848220", "848240"]),
        ("Подшипники шариковые, код ТН ВЭД ЕАЭС 8482 10 900 8", ["8482109008"]),
        ("Підшипники кулькові УКТЗЕД 8482109000", ["8482109000"]),
        ("轴承，HS编码：8482102000", ["8482102000"]),
        ("RODAMIENTOS NCM 8482.10.10 MARCA X", ["84821010"]),
        ("TV BOOTHS 8517 PCS", []),
        ("HS 2008 MODEL", []),
        ("HS CODE 9912.31", []),
        ("ORDER 848210", []),
        ("HSBC 8482.10", []),
        ("HS 84821012345678901", []),
    ],
)
def test_a_code_stands_behind_its_label_only(text: str, codes: list[str]) -> None:
    assert list(codes_stated(text)) == codes


def test_texts_that_state_nothing_are_null_and_the_others_keep_their_rows() -> None:
    found = stated(pl.Series(["bearings", None, "HS 8482.10", "a (HS 8542.31, 8517.62)"]))
    assert found.to_list() == [None, None, ["848210"], ["854231", "851762"]]


def test_the_column_of_codes_goes_before_what_the_description_states(tmp_path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "Date,Exporter,Importer,HS code,Description\n"
        "2023-01-01,A LTD,B LTD,848220,BEARINGS HS 8482.10\n"
        "2023-01-02,A LTD,B LTD,,BEARINGS (HS CODE 8482.10 AND 8517.62)\n"
        "2023-01-03,A LTD,B LTD,,BEARINGS\n",
        encoding="utf-8",
    )
    (batch,) = CustomsReader([path]).batches()
    assert batch.records["hs_code"].to_list() == ["848220", "848210", None]
    assert batch.records["hs_digits"].to_list() == [6, 6, None]
    assert batch.records["further_hs_codes"].to_list() == [None, ["851762"], None]
    assert batch.records["notes"][1].to_list() == ["HS code 848210 read in the description"]
