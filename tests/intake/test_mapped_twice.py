"""A role given several columns with ``--map``, and a column given several roles: put together, or refused; never one
of them in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from screening.errors import InputError
from screening.intake.customs import CustomsReader
from screening.intake.parties import PartyReader, read_parties
from screening.intake.statistics import StatisticsReader


def _customs(folder: Path, text: str, mapping: list[str]) -> tuple[pl.DataFrame, CustomsReader]:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    reader = CustomsReader([path], mapping)
    return pl.concat([batch.records for batch in reader.batches()]), reader


def _parties(folder: Path, text: str, mapping: list[str]) -> list[dict[str, Any]]:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    found: list[dict[str, Any]] = read_parties([path], mapping).subjects.to_pylist()
    return found


@pytest.mark.parametrize(
    ("reader", "first", "second", "remedy"),
    [
        (CustomsReader, "importer=A", "importer=B", "name whom the goods are sent to, add --map ship_to_name='B'"),
        (CustomsReader, "exporter=A", "shipper=B", "name who sends the goods, add --map ship_from_name='B'"),
        (CustomsReader, "hs_code=A", "hs=B", "Name one of them"),
        (PartyReader, "name=A", "name=B", "where each holds a part of it: --map name=A+B"),
        (PartyReader, "birth_date=A", "birth_date=B", "Name one of them"),
        (StatisticsReader, "value=A", "value=B", "Name one of them"),
        (StatisticsReader, "partner=A", "partner=B", "Name one of them"),
    ],
)
def test_two_columns_for_a_role_that_is_read_from_one_are_refused_before_anything_is_read(
    reader: Callable[[list[str], list[str]], object], first: str, second: str, remedy: str
) -> None:
    with pytest.raises(InputError, match=r"--map \w+=A and --map \w+=B are 2 columns for the role") as refused:
        reader(["not-there.csv"], [first, second])
    assert remedy.removeprefix("name ") in str(refused.value)


@pytest.mark.parametrize("reader", [CustomsReader, StatisticsReader])
def test_two_values_for_all_rows_are_refused(reader: Callable[[list[str], list[str]], object]) -> None:
    with pytest.raises(InputError, match="--map currency==EUR and --map currency==USD are two values for all rows"):
        reader(["not-there.csv"], ["currency==EUR", "currency==USD"])


@pytest.mark.parametrize(
    ("reader", "mapping"),
    [
        (CustomsReader, ["importer=A", "consignee=A"]),
        (PartyReader, ["name=A", " name = A "]),
        (StatisticsReader, ["value=A", "value=A", "currency==EUR", "currency==EUR"]),
    ],
)
def test_the_same_said_twice_is_said_once(reader: Callable[[list[str], list[str]], object], mapping: list[str]) -> None:
    assert reader(["not-there.csv"], mapping)


def test_several_columns_of_a_role_are_asked_one_after_the_other_and_a_value_for_all_rows_last(tmp_path: Path) -> None:
    text = "Importer,HS code,X,Y\nFirm 1,854231,DE,FR\nFirm 2,854231,,FR\nFirm 3,854231,,\n"
    records, _ = _customs(tmp_path, text, ["origin==CN", "origin=X", "origin=Y", "hs_code==1"])
    assert records["origin"].to_list() == ["DE", "FR", "CN"]


def test_a_value_for_all_rows_fills_in_where_the_column_of_the_role_says_nothing(tmp_path: Path) -> None:
    text = "Importer,X\nFirm 1,854231\nFirm 2,\n"
    records, _ = _customs(tmp_path, text, ["hs_code==847989", "hs_code=X"])
    assert records["hs_code"].to_list() == ["854231", "847989"]


def test_numbers_and_addresses_of_a_party_are_put_together(tmp_path: Path) -> None:
    text = "Importer,HS code,X,Y\nFirm LLC,854231,7707083893,1027700132195\n"
    _, reader = _customs(tmp_path, text, ["importer_tax_id=X", "importer_tax_id=Y"])
    (party,) = reader.book.parties
    assert [number for _, number, _ in party.identifiers] == ["7707083893", "1027700132195"]


def test_each_column_of_directors_names_one_and_countries_add_up(tmp_path: Path) -> None:
    text = "Name,P,Q,X,Y\nFirm LLC,Ivan Petrov,Anna Sidorova,DE,FR\n"
    subjects = _parties(tmp_path, text, ["director=P", "director=Q", "country=X", "country=Y"])
    assert [each["name"] for each in subjects] == ["Firm LLC", "Ivan Petrov", "Anna Sidorova"]
    assert subjects[0]["country"] == ["DE", "FR"]


def test_a_column_of_two_roles_is_read_for_each(tmp_path: Path) -> None:
    subjects = _parties(tmp_path, "Firm,Boss\nFirm LLC,Ivan Petrov\n", ["name=Firm", "director=Boss", "owner=Boss"])
    assert sorted((each["name"], each["role"]) for each in subjects[1:]) == [
        ("Ivan Petrov", "director"),
        ("Ivan Petrov", "owner"),
    ]
    text = "Importer,HS code,Land\nFirm 1,854231,DE\n"
    records, reader = _customs(tmp_path, text, ["origin=Land", "dispatch=Land"])
    assert records.select("origin", "dispatch").row(0) == ("DE", "DE")
    assert records.height == reader.inputs[0].rows_in == 1


def test_one_column_cannot_name_the_seller_and_the_buyer() -> None:
    with pytest.raises(
        InputError, match=r"--map exporter=FIRM and --map importer=FIRM make one firm .*domestic=COLUMN"
    ):
        CustomsReader(["not-there.csv"], ["exporter=FIRM", "importer=FIRM"])


def test_a_column_of_trade_statistics_has_one_role() -> None:
    with pytest.raises(InputError, match="--map reporter=Land and --map partner=land name one column for two roles"):
        StatisticsReader(["not-there.csv"], ["reporter=Land", "partner=land"])


def test_a_value_for_all_rows_of_statistics_may_stand_beside_a_column(tmp_path: Path) -> None:
    path = tmp_path / "flows.csv"
    path.write_text("Land,Partner,Flow,Period,Code,Value USD\nTurkey,Russia,Export,2023-01,854231,10\n", "utf-8")
    read = StatisticsReader([path], ["reporter==KZ", "reporter=Land"]).read()
    assert read.rows["reporter"].to_list() == ["TR"]
