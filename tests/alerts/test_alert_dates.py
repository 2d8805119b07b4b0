from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.alerts.dates import compare, parse

PAIRS = [
    # ours, theirs, date, year, day
    (["1970-05-03"], ["1970-05-03"], "agrees", "agrees", "agrees"),
    (["1970"], ["1970-05-03"], "agrees", "agrees", "absent"),
    (["1970"], ["1970"], "agrees", "agrees", "absent"),
    (["1970-05"], ["1970-05-03"], "agrees", "agrees", "absent"),
    (["1970-06"], ["1970-05-03"], "contradicts", "agrees", "contradicts"),
    (["1970-05-04"], ["1970-05-03"], "contradicts", "agrees", "contradicts"),
    (["1970-03-05"], ["1970-05-03"], "agrees", "agrees", "absent"),  # day and month the other way round
    (["1971-05-03"], ["1970-05-03"], "contradicts", "contradicts", "contradicts"),
    (["1971"], ["circa 1970"], "agrees", "agrees", "absent"),
    (["1973"], ["circa 1970"], "contradicts", "contradicts", "contradicts"),
    (["1974"], ["1970/1975"], "agrees", "agrees", "absent"),
    (["1976"], ["1970/1975"], "contradicts", "contradicts", "contradicts"),
    (["1971-01-01"], ["1980", "1971-01-01"], "agrees", "agrees", "agrees"),
    ([], ["1970"], "absent", "absent", "absent"),
    (["soon"], ["1970"], "absent", "absent", "absent"),
    (["1970-13-45"], ["1970"], "absent", "absent", "absent"),
]


@pytest.mark.parametrize(("ours", "theirs", "date", "year", "day"), PAIRS)
def test_dates_are_compared_in_the_detail_both_have(
    ours: list[str], theirs: list[str], date: str, year: str, day: str
) -> None:
    found = compare(ours, theirs)
    assert (found.date, found.year, found.day) == (date, year, day)


@pytest.mark.parametrize(("ours", "theirs", "date", "year", "day"), PAIRS)
def test_comparing_the_other_way_round_says_the_same(
    ours: list[str], theirs: list[str], date: str, year: str, day: str
) -> None:
    assert compare(ours, theirs) == compare(theirs, ours)


def test_a_swap_of_day_and_month_is_said() -> None:
    assert "other way round" in compare(["1970-03-05"], ["1970-05-03"]).note


@given(st.text(max_size=30))
def test_no_text_makes_the_parser_raise(text: str) -> None:
    parse(text)


@given(st.dates())
def test_a_whole_date_is_one_day(day) -> None:
    span = parse(day.isoformat())
    assert span is not None
    assert span.is_day
    assert span.first == day
