"""From a named party: what it bought and sold, its share by month, and where the goods may have gone on."""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screening.trade.chain import follow

NITRO = "3912200000"
BUY = {
    "exporter": "S",
    "importer": "A",
    "hs_code": NITRO,
    "date": date(2023, 5, 1),
    "net_kg": 100.0,
    "value_usd": 1000.0,
}
SELL = {
    "exporter": "A",
    "importer": "C",
    "hs_code": NITRO,
    "date": date(2023, 6, 1),
    "net_kg": 98.0,
    "value_usd": 3000.0,
}
OTHER = {
    "exporter": "T",
    "importer": "D",
    "hs_code": NITRO,
    "date": date(2023, 6, 5),
    "net_kg": 100.0,
    "value_usd": 1000.0,
}


def test_what_was_bought_and_sold(desk: Any) -> None:
    chain = follow(desk.book([BUY, SELL, OTHER]), ["s:A"])
    rows = chain.trades.to_dicts()
    assert [(row["side"], row["other"], row["value_usd"], row["record_ids"]) for row in rows] == [
        ("bought", "S", 1000.0, ["r00000"]),
        ("sold", "C", 3000.0, ["r00001"]),
    ]
    assert rows[0]["good"] == "Cellulose nitrates (including collodions), in primary forms"


def test_its_share_of_the_good_by_month_and_in_all(desk: Any) -> None:
    shares = follow(desk.book([BUY, SELL, OTHER]), ["s:A"]).shares.to_dicts()
    sold = {row["month"]: row["of_value"] for row in shares if row["side"] == "sold"}
    assert sold == {None: 0.6, date(2023, 6, 1): 0.75}


LEGS = [
    ("one container", {"container": "MSKU1234567"}, {"container": "MSKU1234567", "net_kg": 5.0}, "same_document"),
    ("one serial number", {"serial_numbers": ["SN-00001", "SN-00002"]}, {"serial_numbers": ["SN-00002"]}, "same_document"),
    ("one declaration", {"declaration": "10702/010523/1"}, {"declaration": "10702/010523/1"}, "same_document"),
    ("the same code and quantity", {}, {}, "same_lot"),
    ("another quantity", {}, {"net_kg": 5.0}, "same_good"),
    ("eight digits, as the table has them", {"hs_code": "39122011"}, {"hs_code": "39122011"}, "same_lot"),
    ("eight digits in one country, ten in the other", {"hs_code": "39122011"}, {"hs_code": "3912201100"}, "same_lot"),
    ("eight digits that differ in the last", {"hs_code": "39122011"}, {"hs_code": "39122019"}, "same_good"),
    ("ten digits that differ in the last", {"hs_code": "3912201101"}, {"hs_code": "3912201109"}, "same_good"),
    ("six digits alone", {"hs_code": "391220"}, {"hs_code": "391220"}, "same_good"),
    ("another good", {}, {"hs_code": "8542310000"}, None),
    ("much later", {}, {"date": date(2024, 6, 1)}, None),
    ("before it came", {}, {"date": date(2023, 4, 1)}, None),
    ("by somebody else", {}, {"exporter": "Q"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("first", "then", "grade"), [case[1:] for case in LEGS], ids=[case[0] for case in LEGS])
def test_onward_legs_are_graded(desk: Any, first: dict[str, Any], then: dict[str, Any], grade: str | None) -> None:
    legs = follow(desk.book([BUY | first, SELL | then]), ["s:A"]).legs.to_dicts()
    assert [row["grade"] for row in legs] == ([grade] if grade else [])
    if grade:
        assert (legs[0]["first_from"], legs[0]["next_to"]) == ("S", "C")


def test_equal_lots_that_come_and_go_again_and_again_are_paired_by_their_days(desk: Any) -> None:
    came = [BUY | {"date": date(2023, month, 1)} for month in range(1, 5)]
    went = [SELL | {"date": date(2023, month, 11)} for month in range(1, 5)]
    legs = follow(desk.book([*came, *went]), ["s:A"]).legs.to_dicts()
    assert [(row["first_record"], row["next_record"]) for row in legs] == [
        (f"r{n:05d}", f"r{n + 4:05d}") for n in range(4)
    ]
    # two that come and one that goes: which of them is not known
    legs = follow(desk.book([came[0], came[1], went[1]]), ["s:A"]).legs.to_dicts()
    assert [(row["first_record"], row["next_record"]) for row in legs] == [("r00000", "r00002"), ("r00001", "r00002")]


@pytest.mark.parametrize(
    ("first", "then", "why"),
    [
        ({}, {"net_kg": 5.0}, "HS6 391220 again after 31 days, the same code 3912200000"),
        ({"hs_code": "391220"}, {"hs_code": "391220"}, "HS6 391220 again after 31 days, 100 and 98 kg"),
        ({"hs_code": "391220"}, {"hs_code": "391220", "net_kg": 5.0}, "HS6 391220 again after 31 days"),
        ({"hs_code": "39122011"}, {"hs_code": "3912201100"}, "code 39122011, 100 and 98 kg within 31 days"),
    ],
)
def test_a_leg_says_what_is_equal(desk: Any, first: dict[str, Any], then: dict[str, Any], why: str) -> None:
    (leg,) = follow(desk.book([BUY | first, SELL | then]), ["s:A"]).legs.to_dicts()
    assert leg["why"] == why


def test_the_goods_a_seller_sent_are_followed_through_its_customer(desk: Any) -> None:
    legs = follow(desk.book([BUY, SELL]), ["s:S"]).legs.to_dicts()
    assert [(row["via"], row["grade"]) for row in legs] == [("A", "same_lot")]


def test_a_party_the_records_do_not_know(desk: Any) -> None:
    chain = follow(desk.book([BUY]), ["s:nobody"])
    assert (chain.trades.height, chain.shares.height, chain.legs.height) == (0, 0, 0)


def test_the_order_of_rows_has_no_bearing(desk: Any) -> None:
    rows = [row | {"record_id": f"x{n}"} for n, row in enumerate([BUY, SELL, OTHER, BUY, SELL])]
    there, back = (follow(desk.book(each), ["s:A"]) for each in (rows, rows[::-1]))
    assert there.trades.equals(back.trades)
    assert there.shares.equals(back.shares)
    assert there.legs.filter(there.legs["grade"] != "same_good").equals(
        back.legs.filter(back.legs["grade"] != "same_good")
    )
