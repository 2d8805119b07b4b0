"""What a reviewer sees of trade: listed parties, and watched goods with an anomaly; never a destination alone."""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from screening.alerts.flag_alerts import party_alerts
from screening.trade.flags import raise_flags
from screening.trade.rules import load

CHIP = "8542310000"
KG = {"country": "KG"}
LISTED = {
    "subject_id": "s:A",
    "list_id": "l",
    "entry_id": "1",
    "entry_name": "Listed Party",
    "relation": "same_party",
    "match_strength": "strong",
    "listed_on": date(2023, 1, 1),
}


def _alerts(
    desk: Any,
    rows: list[dict[str, Any]],
    people: dict[str, Any] | None = None,
    listings: Any = (),
    **more: Any,
):
    book = desk.book(rows, people, list(listings))
    records, parties = desk.tables(rows, people)
    alerts, evidence = party_alerts(raise_flags(book), parties, records, load(), **more)
    return alerts.to_pylist(), evidence.to_pylist()


ROUTE = {"destination": "RU", "dispatch": "TR", "origin": "DE"}
SEEN = [
    ("a listed party", [{"importer": "A"}], None, [LISTED], {"A"}),
    ("who sells to it", [{"importer": "A", "exporter": "B"}], None, [LISTED], {"A", "B"}),
    ("a watched good of a new firm", [{"importer": "A", "hs_code": CHIP}], {"A": KG | {"incorporated_on": "2023"}}, [], {"A"}),
    ("a watched good on an odd way", [{"importer": "A", "exporter": "B", "hs_code": CHIP, "origin": "DE", "dispatch": "KZ", "destination": "DE"}], None, [], {"A", "B"}),
    ("an innocent good of a party in Crimea", [{"importer": "A", "exporter": "B"}], {"A": {"address": "Sevastopol, ul. Lenina 1", "country": "RU"}}, [], {"A"}),
    ("an innocent good delivered in Crimea", [{"importer": "A", "exporter": "B", "delivery_place": "DAP Kerch"}], None, [], {"A", "B"}),
    ("the new seller of a watched good to Russia", [*({"importer": "Z", "direction": "export", "date": date(2021, month, 1)} for month in range(1, 13)), *[{"exporter": "A", "importer": "B", "hs_code": CHIP, "destination": "RU", "direction": "export"}] * 3], {"B": {"country": "DE"}}, [], {"A"}),
    ("who sold a watched good to Russia twice since", [*({"importer": "Z", "direction": "export", "date": date(2021, month, 1)} for month in range(1, 13)), *[{"exporter": "A", "importer": "B", "hs_code": CHIP, "destination": "RU", "direction": "export"}] * 2], {"B": {"country": "DE"}}, [], set()),
    ("an innocent good delivered where two towns bear the name", [{"importer": "A", "exporter": "B", "delivery_place": "DAP ДОНЕЦК"}], None, [], set()),
    ("an innocent good of a party in a region partly under embargo, delivered in Crimea", [{"importer": "A", "delivery_place": "DAP Kerch"}], {"A": {"address": "Запорізька обл., м. Запоріжжя", "country": "UA"}}, [], {"A"}),
    ("a watched good delivered where two towns bear the name", [{"importer": "A", "exporter": "B", "hs_code": CHIP, "delivery_place": "DAP ДОНЕЦК"}], None, [], {"A", "B"}),
    ("an innocent good of a party in a region partly under embargo", [{"importer": "A", "exporter": "B"}], {"A": {"address": "Запорізька обл., смт Михайлівка", "country": "UA"}}, [], set()),
    ("a watched good of a party in the held town of such a region", [{"importer": "A", "exporter": "B", "hs_code": CHIP}], {"A": {"address": "69000, Запорізька обл., м. Запоріжжя", "country": "UA"}}, [], set()),
    ("a watched good of a party in a region partly under embargo", [{"importer": "A", "exporter": "B", "hs_code": CHIP}], {"A": {"address": "Запорізька обл., смт Михайлівка", "country": "UA"}}, [], {"A"}),
    ("an innocent good before the embargo", [{"importer": "A", "date": date(2021, 5, 1)}], {"A": {"address": "г. Луганск", "country": "RU"}}, [], set()),
    ("an innocent good without a day", [{"importer": "A", "date": None}], {"A": {"address": "г. Луганск", "country": "RU"}}, [], {"A"}),
    ("a watched good alone", [{"importer": "A", "hs_code": CHIP}], {"A": KG}, [], set()),
    ("a watched good to Russia through a hub", [{"importer": "A", "hs_code": CHIP, **ROUTE}], {"A": {"country": "RU"}}, [], set()),
    ("a watched good to Russia that a party of a third country buys", [{"importer": "A", "hs_code": CHIP, **ROUTE}], {"A": KG}, [], {"A"}),
    ("an innocent good to Russia through a hub", [{"importer": "A", **ROUTE}], None, [], set()),
    ("an innocent good of a new firm", [{"importer": "A"}], {"A": KG | {"incorporated_on": "2023"}}, [], set()),
    ("an odd way of an innocent good", [{"importer": "A", "origin": "DE", "dispatch": "KZ", "destination": "DE"}], None, [], set()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "people", "listings", "who"), [case[1:] for case in SEEN], ids=[case[0] for case in SEEN]
)
def test_who_is_seen(desk: Any, rows: Any, people: Any, listings: Any, who: set[str]) -> None:
    alerts, evidence = _alerts(desk, rows, people, listings)
    assert {row["subject_id"][2:] for row in alerts} == who
    assert {row["subject_id"][2:] for row in evidence} == who


@pytest.mark.parametrize(
    ("address", "weight", "priority"),
    [("ДНР, г. Макеевка", 3.0, "critical"), ("Донецкая область, г. Краматорск", 2.0, "high")],
)
def test_an_embargo_weighs_half_where_only_part_of_a_region_is_under_it(
    desk: Any, address: str, weight: float, priority: str
) -> None:
    rows = [{"importer": "A", "hs_code": CHIP}] * 3
    alerts, evidence = _alerts(desk, rows, {"A": {"address": address, "country": "UA"}})
    assert [(row["weight"], row["priority"], row["records"]) for row in alerts] == [(weight, priority, 3)]
    assert all("sanctioned_territory" in row["flags"] for row in evidence)


def test_an_address_tells_which_town_of_a_name_goods_are_delivered_to(desk: Any) -> None:
    rows = [{"importer": "A", "exporter": "B", "hs_code": CHIP, "delivery_place": "ДОНЕЦК"}]
    found = {}
    for address in ("ДНР, г. Донецк, ул. Артёма 1", "г. Москва, ул. Мира 1", "346330, г. Донецк, ул. Мира 1"):
        alerts, _ = _alerts(desk, rows, {"A": {"address": address, "country": "RU"}, "B": {"country": "BY"}})
        found[address[:3]] = {row["subject_id"][2:]: (row["weight"], "same name" in row["why"]) for row in alerts}
    assert found == {
        "ДНР": {"A": (3.3, False), "B": (3.3, False)},
        "г. ": {"A": (2.3, True), "B": (2.3, True)},
        "346": {},
    }


def test_evidence_says_whether_the_embargo_was_in_force_on_the_day(desk: Any) -> None:
    rows = [{"importer": "A", "date": date(2021, 5, 1)}, {"importer": "A", "date": date(2023, 5, 1)}]
    book = desk.book(rows, {"A": {"address": "г. Луганск"}})
    told = [row["reason"] for row in raise_flags(book, ["sanctioned_territory"]).to_pylist() if row["record_id"]]
    assert told == [
        "On 2021-05-01 it was not yet under sanctions: since 2022-02-21.",
        "Under sanctions since 2022-02-21.",
    ]


def test_the_same_record_must_bear_good_and_anomaly(desk: Any) -> None:
    odd = {"origin": "DE", "dispatch": "KZ", "destination": "DE"}
    alerts, _ = _alerts(desk, [{"importer": "A", "hs_code": CHIP}, {"importer": "A", **odd}])
    assert alerts == []


def test_records_are_evidence(desk: Any) -> None:
    rows = [{"importer": "A", "hs_code": CHIP, "value_usd": 10.0}, {"importer": "A", "value_usd": 99.0}]
    alerts, evidence = _alerts(desk, rows, {"A": KG | {"incorporated_on": "2023"}})
    assert (alerts[0]["records"], alerts[0]["value_usd"]) == (1, 10.0)
    assert [row["record_id"] for row in evidence] == ["r00000"]
    assert "FIN-2022-RUSSIABIS" in alerts[0]["sar_terms"]
    assert "listed_address" in alerts[0]["not_testable"]


def test_an_alert_keeps_its_id_until_its_flags_change(desk: Any) -> None:
    people = {"A": {"country": "RU", "incorporated_on": "2023"}}
    row = {"importer": "A", "hs_code": CHIP}
    first, _ = _alerts(desk, [row], people)
    again, _ = _alerts(desk, [row, row, row | ROUTE], people)
    other, _ = _alerts(desk, [row | {"origin": "DE", "dispatch": "KZ", "destination": "DE"}], people)
    assert first[0]["alert_id"] == again[0]["alert_id"] != other[0]["alert_id"]


def test_priority_grows_with_the_flags_and_is_never_below_that_of_the_hit(desk: Any) -> None:
    people = {"A": KG | {"incorporated_on": "2023"}}
    odd = {"origin": "DE", "dispatch": "KZ", "destination": "DE"}
    little, _ = _alerts(desk, [{"importer": "A", "hs_code": CHIP}], {"A": KG | {"incorporated_on": "2023"}})
    much, _ = _alerts(desk, [{"importer": "A", "hs_code": CHIP, **odd}], people)
    assert (little[0]["priority"], much[0]["priority"]) == ("medium", "high")
    raised, _ = _alerts(desk, [{"importer": "A"}], None, [LISTED], priorities={"s:A": "critical"})
    assert raised[0]["priority"] == "critical"


def _money(value: float, currency: str | None, usd: float | None = None) -> dict[str, Any]:
    return {"importer": "A", "value": value, "currency": currency, "value_usd": usd}


def test_money_that_was_not_converted_is_told_with_the_alert(desk: Any) -> None:
    rows = [_money(2090.0, "USD", 2090.0), _money(180_000.0, "KGS")]
    (alert,), _ = _alerts(desk, rows, listings=[LISTED])
    assert (alert["records"], alert["value_usd"]) == (2, 2090.0)
    assert alert["not_converted"] == "KGS 180,000 on 1 record"


def test_an_alert_all_of_whose_money_was_converted_says_nothing_of_it(desk: Any) -> None:
    (alert,), _ = _alerts(desk, [_money(10.0, "EUR", 11.0), {"importer": "A"}], listings=[LISTED])
    assert (alert["value_usd"], alert["not_converted"]) == (11.0, None)


def test_the_figures_of_a_flag_have_no_dollars_where_none_were_made(desk: Any) -> None:
    rows = [
        {**_money(180_000.0, "KGS"), "hs_code": CHIP},
        {**_money(9.0, "USD", 9.0), "hs_code": CHIP, "importer": "B"},
    ]
    flags = raise_flags(desk.book(rows), ["high_priority_good"]).to_pylist()
    found = {row["subject_id"]: json.loads(row["figures"]) for row in flags if row["record_id"] is None}
    assert (found["s:A"]["usd"], found["s:A"]["not_converted"]) == (None, 1)
    assert (found["s:B"]["usd"], found["s:B"]["not_converted"]) == (9.0, 0)


def test_a_flag_cites_what_the_partys_own_records_say(desk: Any) -> None:
    rows = [
        {"importer": "A", "hs_code": "9503000000", "description": "BALL BEARINGS 6205"},
        {"importer": "B", "hs_code": "8482101000", "description": "BALL BEARINGS"},
        {"importer": "C", "hs_code": "8482109000"},
    ]
    book = desk.book(rows)
    assert "the description says “ball bearings”" in desk.outcome(book, "high_priority_good", "A")[1]
    assert "code 8482101000" in desk.outcome(book, "high_priority_good", "B")[1]
    assert "code 8482109000" in desk.outcome(book, "high_priority_good", "C")[1]


@pytest.mark.parametrize(
    ("binds", "seen_as"),
    [
        ([True], ("critical", "high")),
        ([None], ("critical", "high")),
        ([False], ("medium", "medium")),
        ([False, True], ("critical", "high")),
    ],
)
def test_a_list_that_does_not_bind_us_weighs_less_in_the_party_and_whom_it_trades_with(
    desk: Any, binds: list[bool | None], seen_as: tuple[str, str]
) -> None:
    rows = [{"importer": "A", "exporter": "B", "hs_code": CHIP, "destination": "RU", "origin": "DE"}]
    listings = [LISTED | {"list_id": f"l{n}", "binds_us": one, "priority": "medium"} for n, one in enumerate(binds)]
    alerts, _ = _alerts(desk, rows, {}, listings, priorities={"s:A": "medium"})
    found = {row["subject_id"]: row["priority"] for row in alerts}
    assert (found["s:A"], found["s:B"]) == seen_as


def test_a_list_that_binds_us_only_since_after_the_trade_does_not_weigh_in(desk: Any) -> None:
    rows = [{"importer": "A", "hs_code": CHIP, "date": date(2023, 5, 1)}]
    here = LISTED | {"binds_us": False, "listed_by": "date by the list"}
    late = LISTED | {"list_id": "us", "binds_us": True, "listed_on": date(2024, 1, 1), "listed_by": "date by the list"}
    (alert,), _ = _alerts(desk, rows, {}, [here, late])
    assert alert["weight"] == pytest.approx(1.4)
    assert _alerts(desk, rows, {}, [late]) == ([], [])
