"""Foreign firms written by ear in the scripts of the region and of East Asia meet their names in Latin letters."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_found, is_match, pairs_of_schemas


@pytest.mark.parametrize(("left", "right", "schema"), pairs_of_schemas("foreign_firms_same.tsv"))
def test_a_name_trade_and_form_by_ear_are_those_of_the_firm(left: str, right: str, schema: str) -> None:
    assert is_match(left, right, schema)


@pytest.mark.parametrize(("left", "right", "schema"), pairs_of_schemas("foreign_firms_apart.tsv"))
def test_another_name_trade_or_town_is_another_firm(left: str, right: str, schema: str) -> None:
    assert not is_match(left, right, schema)


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("施密特精密机械(太仓)有限公司", "Schmidt Precision Machinery (Taicang) Co., Ltd."),
        ("다카하시정공 주식회사", "Takahashi Seiko Co., Ltd."),
        ("칭다오 더룬 무역 유한공사", "Qingdao Derun Trading Co., Ltd."),
        ("Вальтер Крамер ГмбХ унд Ко. КГ", "Walter Kramer GmbH & Co. KG"),
        ("گوانگژو لیدا پامپ کو. ال‌تی‌دی", "Guangzhou Lida Pump Co., Ltd."),
    ],
)
def test_a_firm_by_ear_is_found(query: str, listed: str) -> None:
    assert is_found(query, listed, "Company")
    assert is_found(listed, query, "Company")
