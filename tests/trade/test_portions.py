"""Shares where money was not converted, or a value or weight is not stated: of what they are, and what leads."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screening.trade.amounts import not_converted
from screening.trade.chain import follow
from screening.trade.covered import coverage
from screening.trade.picture import as_text
from screening.trade.ranking import leaders

NITRO = {"hs_code": "3912200000", "importer": "X", "date": date(2023, 6, 1)}


def _dollars(name: str, usd: float, kg: float | None = None) -> dict[str, Any]:
    return {"exporter": name, "value": usd, "currency": "USD", "value_usd": usd, "net_kg": kg, **NITRO}


def _euros(name: str, value: float, kg: float | None = None, currency: str | None = "EUR") -> dict[str, Any]:
    return {"exporter": name, "value": value, "currency": currency, "net_kg": kg, **NITRO}


def _sold(desk: Any, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in leaders(desk.book(rows)).to_dicts() if row["side"] == "sold"]


def test_where_much_is_not_converted_the_leaders_are_by_weight(desk: Any) -> None:
    first, second = _sold(desk, [_dollars("D", 100.0, 10.0), *[_euros("E", 500.0, 30.0)] * 3])
    assert (first["name"], first["said"]) == ("E", "90 % of the weight of this good in this file")
    assert (first["of_value"], first["of_weight"], first["in_part"]) == (None, 0.9, "")
    assert (second["of_value"], second["in_part"]) == (None, "100 % of the value converted, 1 of 4 records")


def test_without_weights_the_share_says_of_how_many_records_it_is(desk: Any) -> None:
    first, second = _sold(desk, [_dollars("D", 100.0), *[_euros("E", 500.0)] * 3])
    assert first["said"] == "100 % of the value converted, 1 of 4 records of this good in this file"
    assert (second["name"], second["said"], second["value_usd"]) == ("E", "value not converted", None)


def test_where_nearly_all_is_converted_the_leaders_are_by_value_and_the_share_says_of_which(desk: Any) -> None:
    first = _sold(desk, [*[_dollars("D", 100.0, 1.0)] * 10, _euros("E", 5.0, 90.0)])[0]
    assert (first["name"], first["of_value"]) == ("D", None)
    assert first["said"] == "100 % of the value converted, 10 of 11 records of this good in this file"


def test_a_value_that_is_not_stated_is_not_called_unconverted(desk: Any) -> None:
    rows = [_dollars("D", 100.0), {"exporter": "E", **NITRO}]
    first, second = _sold(desk, rows)
    assert first["said"] == "100 % of the value stated, 1 of 2 records of this good in this file"
    assert second["said"] == "value not stated"


def test_a_weight_that_some_records_lack_is_a_share_of_what_is_stated(desk: Any) -> None:
    first = _sold(desk, [_euros("D", 1.0, 60.0), _euros("E", 1.0, 40.0), _euros("F", 1.0)])[0]
    assert first["said"] == "60 % of the weight stated, 2 of 3 records of this good in this file"
    assert first["of_weight"] is None


def test_what_is_wholly_converted_is_a_share_of_the_value(desk: Any) -> None:
    rows = [_dollars("D", 75.0, 1.0), {**_euros("E", 20.0, 9.0), "value_usd": 25.0}]
    first = _sold(desk, rows)[0]
    assert (first["said"], first["of_value"]) == ("75 % of the value of this good in this file", 0.75)
    assert first["in_part"] == ""


def test_money_of_another_good_that_was_not_converted_says_nothing_of_this_one(desk: Any) -> None:
    rows = [_dollars("D", 75.0), {**_euros("D", 20.0), "hs_code": "8542310000"}]
    found = {row["said"] for row in _sold(desk, rows)}
    assert found == {"100 % of the value of this good in this file", "100 % of the records of this good in this file"}


def test_a_party_part_of_whose_money_was_converted_says_so(desk: Any) -> None:
    (row,) = _sold(desk, [*[_dollars("D", 100.0)] * 19, _euros("D", 5.0)])
    assert row["in_part"].endswith("its USD are of 19 of its 20 records")


def test_shares_by_month_are_whole_where_that_month_is(desk: Any) -> None:
    rows = [
        _dollars("A", 60.0, 1.0),
        _dollars("B", 40.0, 1.0),
        {**_euros("B", 9.0, 2.0), "date": date(2023, 7, 1)},
        {**_dollars("A", 60.0, 2.0), "date": date(2023, 7, 2)},
    ]
    found = {row["month"]: row for row in follow(desk.book(rows), ["s:A"]).shares.to_dicts()}
    assert (found[date(2023, 6, 1)]["of_value"], found[date(2023, 6, 1)]["in_part"]) == (0.6, "")
    july = found[date(2023, 7, 1)]
    assert (july["of_value"], july["of_weight"]) == (None, 0.5)
    assert july["in_part"] == "100 % of the value converted, 1 of 2 records"
    assert found[None]["in_part"] == "75 % of the value converted, 3 of 4 records"


def test_what_was_not_converted_stands_beside_each_trade_and_in_the_picture(desk: Any) -> None:
    rows = [_dollars("A", 60.0), _euros("A", 9.0), {**_euros("A", 7.0, 2.0), "importer": "Y"}]
    chain = follow(desk.book(rows), ["s:A"])
    trades = {row["other"]: (row["value_usd"], row["not_converted"]) for row in chain.trades.to_dicts()}
    assert trades == {"X": (60.0, "EUR 9 on 1 record"), "Y": (None, "EUR 7 on 1 record")}
    assert "USD 60 and more not converted ]--> X" in as_text(chain)


def test_amounts_are_added_up_by_currency(desk: Any) -> None:
    rows = [_euros("A", 1500.0), _euros("A", 500.0), _euros("A", 7.0, currency="KGS"), _euros("A", 3.0, currency=None)]
    lines = desk.book([*rows, _dollars("A", 1.0)]).lines
    (row,) = not_converted(lines, ["source"]).to_dicts()
    assert row["not_converted"] == "EUR 2,000 on 2 records and KGS 7 on 1 record and 3 of unknown currency on 1 record"


COVERED = [
    ("all is converted", [_dollars("A", 5.0)], "100% of the rows, 100% of the value", "100% of the rows"),
    (
        "some is not",
        [_dollars("A", 5.0), {**_euros("A", 900.0), "importer": None}],
        "50% of the rows, 100% of the value converted",
        "50% of the rows; not converted: EUR 900 on 1 record",
    ),
    (
        "some states none",
        [_dollars("A", 5.0), {"exporter": "A", **NITRO}],
        "100% of the rows, 100% of the value",
        "50% of the rows",
    ),
    (
        "none is",
        [_euros("A", 900.0)],
        "100% of the rows",
        "0% of the rows; not converted: EUR 900 on 1 record",
    ),
]


@pytest.mark.parametrize(("rows", "consignee", "value"), [case[1:] for case in COVERED], ids=[c[0] for c in COVERED])
def test_coverage_is_of_the_value_converted(desk: Any, rows: Any, consignee: str, value: str) -> None:
    said = {row["what"]: row["said"] for row in coverage(desk.book(rows)).to_dicts()}
    assert (said["consignee"], said["value in USD"]) == (consignee, value)


def test_coverage_says_where_the_consignees_country_stands_for_a_destination(desk: Any) -> None:
    rows = [{"importer": "R"}, {"importer": "N"}, {"importer": "R", "destination": "KZ"}, {}]
    said = {row["what"]: row["said"] for row in coverage(desk.book(rows, {"R": {"country": "RU"}})).to_dicts()}
    assert said["destination"] == "25% of the rows; for 25% of the rows the consignee's country stands for it"


def test_coverage_says_nothing_of_consignees_where_no_country_is_known(desk: Any) -> None:
    said = {row["what"]: row["said"] for row in coverage(desk.book([{"importer": "N"}])).to_dicts()}
    assert said["destination"] == "0% of the rows"
