"""Dates as party tables write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.intake.party_dates import day_first, partial_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1970-05-03", "1970-05-03"),
        ("1970-05-03T00:00:00Z", "1970-05-03"),
        ("1970-05-03 00:00:00", "1970-05-03"),
        ("03.05.1970", "1970-05-03"),
        ("25/12/1970", "1970-12-25"),
        ("12/25/1970", "1970-12-25"),
        ("03/04/1970", "1970"),
        ("04/04/1970", "1970-04-04"),
        ("19700503", "1970-05-03"),
        ("1970", "1970"),
        ("05/1970", "1970-05"),
        ("May 1970", "1970-05"),
        ("3 May 1970", "1970-05-03"),
        ("3rd May, 1970", "1970-05-03"),
        ("May 3, 1970", "1970-05-03"),
        ("3. Mai 1970", "1970-05-03"),
        ("3 мая 1970 г.", "1970-05-03"),
        ("03.05.1970 й.", "1970-05-03"),
        ("03.05.1970 ж.", "1970-05-03"),
        ("03.05.1970 թ.", "1970-05-03"),
        ("3 may 1970 yil", "1970-05-03"),
        ("03.05.1970 god.", "1970-05-03"),
        ("3 травня 1970 року", "1970-05-03"),
        ("3 Mayıs 1970", "1970-05-03"),
        ("14 сәуір 1970", "1970-04-14"),
        ("1 août 1970", "1970-08-01"),
        ("1970年5月3日", "1970-05-03"),
        ("٠٣.٠٥.١٩٧٠", "1970-05-03"),
        ("03.05.70", "1970-05-03"),
        ("circa 1970", "circa 1970"),
        ("03.05.15", None),
        ("31.02.1970", None),
        ("", None),
        ("unknown", None),
        ("5 apples", None),
    ],
)
def test_many_styles(text: str, expected: str | None) -> None:
    assert partial_date(text) == expected


def test_a_columns_own_days_tell_its_order() -> None:
    assert day_first(["03/04/1970", "25/04/1970"]) is True
    assert day_first(["03/04/1970", "04/25/1970"]) is False
    assert day_first(["03/04/1970", "x", "03.04.1970"]) is None
    assert partial_date("03/04/1970", day_first=True) == "1970-04-03"
    assert partial_date("03/04/1970", day_first=False) == "1970-03-04"


@given(st.text(max_size=40))
def test_no_text_makes_it_raise(text: str) -> None:
    partial_date(text)


@given(st.dates())
def test_iso_dates_are_themselves(day) -> None:
    assert partial_date(day.isoformat()) == day.isoformat()
