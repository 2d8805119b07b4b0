"""The months by their names, from ``words/months.tsv``."""

from __future__ import annotations

import pytest

from screening.intake.party_dates import partial_date
from screening.intake.statistics_periods import month
from screening.names.months import english_forms, english_months, month_named
from screening.reference import table


def test_twelve_months_have_names_and_none_is_two_months() -> None:
    rows = table("words/months.tsv").rows
    assert [row["month"] for row in rows] == [str(number) for number in range(1, 13)]
    for row in rows:
        assert {month_named(name.strip()) for name in row["names"].split(";")} == {int(row["month"])}


def test_english_months_are_known_in_full_and_short() -> None:
    for number, name in enumerate(english_months(), start=1):
        assert english_forms()[name.lower()] == english_forms()[name.lower()[:3]] == month_named(name) == number


@pytest.mark.parametrize(
    ("text", "number"), [("Фев", 2), ("kasım", 11), ("ju", None), ("mar", 3), ("ma", None), ("xyz", None), ("", None)]
)
def test_a_month_is_named_by_a_beginning_that_is_no_other_months(text: str, number: int | None) -> None:
    assert month_named(text) == month(text) == number


def test_dates_of_parties_and_periods_of_statistics_know_the_same_months() -> None:
    for row in table("words/months.tsv").rows:
        for name in row["names"].split(";"):
            if len(name.split()) == 1:
                assert month(name) == int(row["month"])
                assert partial_date(f"5 {name.strip()} 2020") == f"2020-{int(row['month']):02}-05", name
