"""When a firm was founded, told by its numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screening.trade.founding import Founded, told_by

BIN, OGRN = "220440999997", "1237799999997"
CHIP = "8542319010"

TOLD = [
    ("a BIN", BIN, "KZ", "2022-04"),
    ("a BIN of a branch", "220441999992", "KZ", None),
    ("a BIN whose check digit is wrong", "220440999998", "KZ", None),
    ("a BIN of a firm elsewhere", BIN, "KG", None),
    ("a BIN of a firm of no country", BIN, None, None),
    ("an OGRN", OGRN, None, "2023"),
    ("an OGRN whose check digit is wrong", "1237799999998", "RU", None),
    ("an OGRN of the year of re-registration", "1027799999996", "RU", None),
    ("an OGRN of a region entered anew", "1239399999992", "RU", None),
    ("an OGRN of a sole trader", "323779999999994", "RU", "2023"),
    ("a CIN", "U51909DL2023PTC000001", None, "2023"),
    ("a CIN of another form", "U51909DL2023PTC00001", "IN", None),
    ("an INN of a Kyrgyz firm", "01404202310001", None, "2023-04-14"),
    ("an INN of a Kyrgyz firm on a day there is not", "03102202310001", "KG", None),
    ("an INN of a Kyrgyz woman", "11404199910001", "KG", None),
]


@pytest.mark.parametrize(("number", "country", "on"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD])
def test_a_number_tells_when_a_firm_was_founded(number: str, country: str | None, on: str | None) -> None:
    found = told_by([(number, None)], country)
    assert (found and found.on) == on


def test_a_number_of_another_country_than_the_firms_tells_nothing() -> None:
    assert told_by([(BIN, "KZ")], "AM") == Founded("2022-04", "BIN", BIN, "KZ")
    assert told_by([(OGRN, None)], "AM") is None


RAISED, NOT_RAISED, NOT_TESTABLE = "raised", "not_raised", "not_testable"
FLAGS = [
    ("by a BIN", {"country": "KZ", "numbers": [BIN]}, {}, RAISED, f"Founded 2022-04 by its BIN {BIN}; 1 records"),
    ("by a BIN, years before", {"country": "KZ", "numbers": ["210440999995"]}, {}, NOT_RAISED, "Founded 2021-04 by"),
    ("a date goes before", {"country": "KZ", "numbers": [BIN], "on": "2019"}, {}, NOT_RAISED, "Founded 2019."),
    ("an innocent good", {"country": "KZ", "numbers": [BIN]}, {"hs_code": "39201000"}, NOT_RAISED, "no watched good"),
    ("met before that day", {"country": "KZ", "numbers": [BIN]}, {"date": date(2022, 3, 1)}, NOT_TESTABLE, "not given"),
    ("by an OGRN, no country", {"numbers": [OGRN]}, {}, RAISED, "Founded 2023 by its OGRN"),
    ("the year of the day", {"country": "RU", "numbers": ["1227799999998"]}, {}, NOT_TESTABLE, "perhaps after"),
    ("its year and its number", {"country": "KZ", "on": "2022", "numbers": [BIN]}, {}, RAISED, "by its BIN"),
    ("another year than its number's", {"country": "KZ", "on": "2021", "numbers": [BIN]}, {}, NOT_RAISED, "2021."),
    ("a number of no kind", {"country": "KZ", "numbers": ["220440999998"]}, {}, NOT_TESTABLE, "not given"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("firm", "row", "expected", "words"), [case[1:] for case in FLAGS], ids=[case[0] for case in FLAGS]
)
def test_a_firm_founded_after_the_day_is_told_by_its_number(
    desk: Any, firm: dict[str, Any], row: dict[str, Any], expected: str, words: str
) -> None:
    numbers = [{"type": "Tax ID", "number": number, "country": firm.get("country")} for number in firm["numbers"]]
    people = {"A": {"country": firm.get("country"), "incorporated_on": firm.get("on"), "identifiers": numbers}}
    rows = [{"importer": "A", "hs_code": CHIP, **row}]
    outcome, reason = desk.outcome(desk.book(rows, people=people), "incorporated_after")
    assert outcome == expected
    assert words in reason


@pytest.mark.parametrize(
    ("founded", "ends", "expected", "words"),
    [
        ("2022-08", ["GE"], RAISED, "Its country is not given: all its goods go to or come from GE"),
        ("2022", ["GE"], NOT_TESTABLE, "founded in 2022, perhaps after 24 February"),
        ("2022-08", ["GE", "AM"], NOT_TESTABLE, "its country is not known"),
        ("2022-08", ["DE"], NOT_TESTABLE, "its country is not known"),
        ("2022-08", [None], NOT_TESTABLE, "its country is not known"),
        ("2019", ["GE"], NOT_RAISED, "Founded 2019."),
    ],
)
def test_a_party_of_no_country_is_of_the_only_one_its_goods_go_to(
    desk: Any, founded: str, ends: list[str | None], expected: str, words: str
) -> None:
    rows = [{"importer": "A", "hs_code": CHIP, "destination": end} for end in ends]
    book = desk.book(rows, people={"A": {"country": None, "incorporated_on": founded}})
    outcome, reason = desk.outcome(book, "incorporated_after")
    assert outcome == expected
    assert words in reason
