"""Dates of birth that are none: placeholders, days to come, and years of other calendars; with real files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from screening.intake.base import Intake
from screening.intake.other_calendars import calendars, in_common
from screening.intake.parties import read_parties
from screening.intake.party_dates import partial_date
from screening.intake.told_dates import DateColumn, told_date
from screening.reference import table

TODAY = date(2026, 11, 30)


def read(tmp_path: Path, text: str) -> Intake:
    path = tmp_path / "p.csv"
    path.write_text(text, encoding="utf-8")
    return read_parties([path])


def born(tmp_path: Path, day: str, country: str = "") -> tuple[str | None, str]:
    found = read(tmp_path, f"name;date of birth;nationality\nA;{day};{country}\n")
    return found.subjects.to_pylist()[0]["birth_date"], " ".join(found.notes)


@pytest.mark.parametrize(
    "day",
    [
        "01.01.1900",
        "1900-01-01",
        "31.12.1899",
        "1899-12-30",
        "1900-01-00",
        "1900",
        "11.11.1111",
        "31.12.9999",
        "9999-12-31",
    ],
)
def test_what_is_written_where_no_date_is_known_is_left_out_and_said(tmp_path: Path, day: str) -> None:
    found, notes = born(tmp_path, day)
    assert found is None
    assert f"1 date in column 'date of birth' left out as what is written where none is known, first {day!r}" in notes


def test_each_placeholder_is_a_date_as_dates_are_read() -> None:
    rows = table("words/placeholder_dates.tsv").rows
    assert [row["date"] for row in rows if partial_date(row["date"]) != row["date"]] == []
    assert {row["taken"] for row in rows} == {"always", "of_births", "repeated"}


def test_a_day_that_some_are_born_on_is_a_placeholder_only_where_it_comes_again(tmp_path: Path) -> None:
    once = read(tmp_path, "name,dob\nA,1970-01-01\nB,1980-02-02\nC,1970-01-01\n")
    assert [each["birth_date"] for each in once.subjects.to_pylist()] == ["1970-01-01", "1980-02-02", "1970-01-01"]
    assert once.notes == []
    again = read(tmp_path, "name,dob\nA,1970-01-01\nB,1980-02-02\nC,01.01.1970\nD,1970-01-01\n")
    assert [each["birth_date"] for each in again.subjects.to_pylist()] == [None, "1980-02-02", None, None]
    assert "3 dates in column 'dob' left out as what is written" in " ".join(again.notes)


def test_a_firm_may_be_of_1900(tmp_path: Path) -> None:
    found = read(tmp_path, "name,founded\nA,1900\nB,1897-05-01\nC,1899-12-31\n").subjects.to_pylist()
    assert [each["incorporated_on"] for each in found] == ["1900", "1897-05-01", None]


@pytest.mark.parametrize("day", ["2057-09-01", "01.09.2057", "2057", "Sept 2057"])
def test_a_day_to_come_is_left_out_and_said(tmp_path: Path, day: str) -> None:
    found, notes = born(tmp_path, day)
    assert found is None
    assert "left out as lying in the future" in notes


def test_today_and_this_year_are_not_to_come() -> None:
    for text in ("2026-11-30", "2026", "2026-11", "circa 2026"):
        assert told_date(text, "birth_date", DateColumn(), (), TODAY).date == text
    assert told_date("2026-12-02", "birth_date", DateColumn(), (), TODAY) == (None, "future")


@pytest.mark.parametrize(
    ("day", "country", "expected"),
    [
        ("1336/06/10", "Iran", "1957-09-01"),
        ("1336-06-10", "IR", "1957-09-01"),
        ("10/06/1336", "IR", "1957-09-01"),
        ("10.06.1336", "Афганистан", "1957-09-01"),
        ("۱۳۳۶/۰۶/۱۰", "ایران", "1957-09-01"),
        ("1336/02/31", "AF", "1957-05-21"),  # no day of the common calendar
        ("1336/06", "IR", "1957-08-23/1957-09-22"),
        ("1336", "IR", "1957-03-21/1958-03-20"),
        ("2500-09-01", "Thailand", "1957-09-01"),
        ("01.09.2500", "TH", "1957-09-01"),
        ("2480", "TH", "1937-04-01/1938-03-31"),
        ("1377/02/06", "Saudi Arabia", "1957-08-31/1957-09-04"),
    ],
)
def test_a_date_of_a_countrys_own_calendar_is_read_in_it_and_said(
    tmp_path: Path, day: str, country: str, expected: str
) -> None:
    found, notes = born(tmp_path, day, country)
    assert found == expected
    assert "1 date in column 'date of birth' read in the" in notes


@pytest.mark.parametrize(
    ("day", "country"),
    [("1336/06/10", ""), ("1336/06/10", "Germany"), ("2500-09-01", "RU"), ("1377/02/06", "TR"), ("5717-01-01", "IL")],
)
def test_a_year_of_no_calendar_of_the_row_is_left_out_and_said(tmp_path: Path, day: str, country: str) -> None:
    found, notes = born(tmp_path, day, country)
    assert found is None
    assert "left out as lying" in notes


@pytest.mark.parametrize(("day", "country"), [("1957-09-01", "IR"), ("01.09.1957", "TH"), ("1957", "Saudi Arabia")])
def test_years_of_the_common_calendar_stay_in_those_countries(tmp_path: Path, day: str, country: str) -> None:
    assert born(tmp_path, day, country) == (partial_date(day), "")


def test_a_director_is_born_in_the_calendar_of_the_firms_country_where_none_is_said_of_him(tmp_path: Path) -> None:
    text = "name,country,founded,director,director dob,director nationality\n"
    rows = read(tmp_path, f"{text}A,Iran,1380/05/10,Jo,1336/06/10,\nB,Iran,,Bo,1336/06/10,DE\n").subjects.to_pylist()
    assert {each["name"]: each["birth_date"] or each["incorporated_on"] for each in rows} == {
        "A": "2001-08-01", "Jo": "1957-09-01", "B": None, "Bo": None,
    }  # fmt: skip


def test_a_date_cut_to_its_year_is_said(tmp_path: Path) -> None:
    found, notes = born(tmp_path, "03/04/1970")
    assert found == "1970"
    assert "1 date in column 'date of birth' with day and month not to be told apart: the year alone is used" in notes
    assert born(tmp_path, "03/04/70")[1] != ""
    for day in ("03.04.1970", "04/04/1970", "13/04/1970"):
        assert born(tmp_path, day)[1] == ""


def test_calendars_are_reckoned_as_they_are_published() -> None:
    solar, lunar, _ = calendars()
    days = {
        (1357, 11, 22): "1979-02-11",
        (1403, 12, 30): "2025-03-20",
        (1404, 1, 1): "2025-03-21",
        (1300, 1, 1): "1921-03-21",
    }
    assert {day: in_common(solar, *day) for day in days} == days
    assert in_common(solar, 1404, 12, 30) is None
    assert in_common(solar, 1336, 13, 1) is None
    first, last = (date.fromisoformat(end) for end in (in_common(lunar, 1445, 9, 1) or "").split("/"))
    assert first < date(2024, 3, 11) < last
