"""Identifiers and countries of subjects, however a caller's table has them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pyarrow as pa
import pytest

from screening import Screener, Snapshot
from screening.errors import SettingsError

LIST = """\
entry_id,schema,name,country,id_type,id_number,id_country
1,Company,OOO UZSTANEX,UZ,Registration Number,305636913,UZ
2,Vessel,SEA ROSE,PA,IMO,9074729,
"""


@pytest.fixture(scope="module")
def screener(own_list: Callable[[str], Snapshot]) -> Screener:
    return Screener([own_list(LIST)])


@pytest.mark.parametrize(
    "column", ["tax_number", "tax_id", "inn", "INN", "ИНН", "reg_no", "registration_number", "STIR"]
)
@pytest.mark.parametrize("country", ["UZ", "uz", "Uzbekistan", "UZB"])
def test_a_column_called_what_party_tables_call_a_number_is_an_identifier(
    screener: Screener, column: str, country: str
) -> None:
    hits = screener.screen(pa.table({"name": ["Quiet Meadow"], "country": [country], column: ["305636913"]}))
    assert hits.select(["entry_id", "matched_on"]).to_pylist() == [{"entry_id": "1", "matched_on": "identifier"}]


def test_numbers_that_pandas_made_floating_point_are_the_same_numbers(screener: Screener) -> None:
    table = pd.DataFrame({"name": ["A", "B"], "country": ["UZ", "UZ"], "tax_number": [305636913, None]})
    assert str(table["tax_number"].dtype) == "float64"
    assert screener.screen(table).column("entry_id").to_pylist() == ["1"]


@pytest.mark.parametrize(
    "identifiers",
    [
        "9074729",
        ["9074729"],
        "INN 123; IMO No. 9074729",
        [{"type": "imo", "number": "IMO 9074729", "country": None}],
        [{"type": "imo", "number": "9074729"}],
    ],
)
def test_identifiers_are_texts_or_structs(screener: Screener, identifiers: object) -> None:
    # a number without a label is not known to be unique the world over: the name must agree
    hits = screener.screen(pa.table({"name": ["Sea Rose"], "identifiers": [identifiers]}))
    assert {"entry_id": "2", "matched_on": "identifier"} in hits.select(["entry_id", "matched_on"]).to_pylist()


@pytest.mark.parametrize("schema", ["Vessel", "LegalEntity"])
def test_a_ships_number_in_its_name_is_an_identifier(screener: Screener, schema: str) -> None:
    hits = screener.screen(pa.table({"name": ["LADY KORAL / IMO 9074729"], "schema": [schema]}))
    assert hits.select(["entry_id", "matched_on"]).to_pylist() == [{"entry_id": "2", "matched_on": "identifier"}]


def test_id_number_goes_with_its_type_and_country(screener: Screener) -> None:
    columns = {"name": ["Quiet Meadow"], "id_type": ["tax"], "id_number": ["305636913"]}
    assert len(screener.screen(pa.table(columns | {"id_country": ["Uzbekistan"]}))) == 1
    assert len(screener.screen(pa.table(columns | {"id_country": ["RU"]}))) == 0


@pytest.mark.parametrize("limit", [0, -1, "5", 2.5, True])
def test_a_limit_that_would_hide_every_hit_is_refused(screener: Screener, limit: object) -> None:
    with pytest.raises(SettingsError, match="limit"):
        screener.screen(pa.table({"name": ["Uzstanex"]}), limit=limit)  # type: ignore[arg-type]


@pytest.mark.parametrize("threshold", [1.5, "0.8", None, True, float("nan")])
def test_a_threshold_that_is_none_is_refused(threshold: object) -> None:
    with pytest.raises(SettingsError, match="threshold"):
        Screener([pa.table({"name": ["Uzstanex"]})], threshold=threshold)  # type: ignore[arg-type]


def test_one_list_need_not_stand_in_a_list() -> None:
    for one in (pa.table({"name": ["Uzstanex"]}), pd.DataFrame({"name": ["Uzstanex"]})):
        assert len(Screener(one).screen(pa.table({"name": ["UZSTANEX"]}))) == 1


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("M/V Sea Rose", {}),
        ("т/х Си Роуз", {}),
        ("Sea Rose", {"imo": ["9187629"]}),
        ("Sea Rose", {"identifiers": [[{"type": "IMO number", "number": "9187629", "country": None}]]}),
    ],
)
def test_what_a_ships_mark_or_number_stands_beside_meets_listed_ships(
    screener: Screener, name: str, columns: dict[str, list[object]]
) -> None:
    hits = screener.screen(pa.table({"name": [name], "schema": ["LegalEntity"], **columns}))
    assert hits.select(["entry_id", "matched_on"]).to_pylist() == [{"entry_id": "2", "matched_on": "name"}]


@pytest.mark.parametrize(("name", "schema"), [("Sea Rose", "LegalEntity"), ("M/V Sea Rose", "Company")])
def test_a_name_without_either_or_of_a_firm_meets_no_ship(screener: Screener, name: str, schema: str) -> None:
    assert len(screener.screen(pa.table({"name": [name], "schema": [schema]}))) == 0
