"""The federal holidays follow from rules: compared with those another library knows, year by year."""

from __future__ import annotations

from datetime import date

import pytest

from screening.alerts.federal_holidays import federal_holidays, report_due


@pytest.mark.parametrize("year", range(2022, 2042))
def test_the_days_are_those_pandas_knows(year: int) -> None:
    from pandas.tseries.holiday import USFederalHolidayCalendar

    known = USFederalHolidayCalendar().holidays(f"{year}-01-01", f"{year}-12-31")
    assert federal_holidays(year) == {each.date() for each in known}


def test_a_holiday_on_a_weekend_is_kept_beside_it() -> None:
    assert date(2026, 7, 3) in federal_holidays(2026)  # the fourth is a Saturday
    assert date(2027, 7, 5) in federal_holidays(2027)  # a Sunday
    assert date(2027, 12, 31) in federal_holidays(2027)  # New Year 2028 is a Saturday


@pytest.mark.parametrize(
    ("done", "due"),
    [
        ("2026-11-02", "2026-11-17"),  # Veterans Day lies between
        ("2026-11-16", "2026-12-01"),  # Thanksgiving
        ("2026-12-21", "2027-01-06"),  # Christmas and New Year
        ("2026-08-08", "2026-08-21"),  # done on a Saturday: Monday is the first day
        ("2026-08-07", "2026-08-21"),  # the Friday before
    ],
)
def test_ten_business_days(done: str, due: str) -> None:
    assert report_due(date.fromisoformat(done), 10) == date.fromisoformat(due)
