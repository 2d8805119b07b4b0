from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.alerts.clearances import months_later
from screening.alerts.service_levels import ServiceLevels

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 30)
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@pytest.mark.parametrize(
    ("day", "business_days", "due"),
    [(FRIDAY, 0, FRIDAY), (SATURDAY, 0, MONDAY), (FRIDAY, 1, MONDAY), (FRIDAY, 10, date(2026, 12, 11))],
)
def test_days_are_business_days(day, business_days, due) -> None:
    assert ServiceLevels.of().after(day, business_days) == due


def test_holidays_are_no_business_days() -> None:
    assert ServiceLevels.of(holidays=[MONDAY]).after(FRIDAY, 1) == date(2026, 12, 1)


@given(DAYS, st.integers(0, 40))
def test_between_undoes_after(day, number) -> None:
    levels = ServiceLevels.of()
    start = levels.after(day, 0)
    assert levels.between(start, levels.after(start, number)) == number


def test_what_came_back_is_due_from_the_day_it_did() -> None:
    alert = {"state": "review_required", "priority": "medium", "data": {}, "first_raised": "2020-01-01T00:00:00Z"}
    assert ServiceLevels.of().due(alert | {"changed_at": "2026-11-27T10:00:00Z"}) == date(2026, 12, 2)


def test_the_settings_say_otherwise_and_the_rest_stands() -> None:
    levels = ServiceLevels.of({"critical": 2})
    assert (levels.days["critical"], levels.days["low"]) == (2, 10)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_later_is_never_a_day_that_is_not(day, months, later) -> None:
    assert months_later(day, months) == later


@given(DAYS)
def test_a_clearance_never_holds_longer_than_a_year(day) -> None:
    assert (months_later(day, 12) - day).days <= 366
