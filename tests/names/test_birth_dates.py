"""Dates and years of birth behind persons' names."""

from __future__ import annotations

import pytest

from screening.names.birth_dates import birth_year, without_birth_date
from screening.reference import table
from tests.matching.one_pair import is_found, is_match

LABELS = table("words/birth_labels.tsv").rows


@pytest.mark.parametrize("row", LABELS, ids=lambda row: f"{row['phrase']} {row['place']} {row['language']}")
def test_every_phrase_is_taken_away_with_its_date(row: dict[str, str]) -> None:
    for date in ("1946", "12.03.1946"):
        told = f"{row['phrase']} {date}" if row["place"] == "before" else f"{date} {row['phrase']}"
        assert without_birth_date(f"Alban Vodrin, {told}") == "Alban Vodrin"
        assert without_birth_date(f"Alban Vodrin ({told})") == "Alban Vodrin"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Kim Yong-chol (DOB 1946)", "KIM, Yong Chol"),
        ("KIM YONG CHOL (1946)", "KIM, Yong Chol"),
        ("Водрин Пётр Сергеевич 12.03.1965 г.р.", "Водрин Пётр Сергеевич"),
        ("Водрин Пётр 1965 года рождения", "Petr Vodrin"),
        ("VODRIN PETR DOB: 12 Mar 1970", "Petr Vodrin"),
        ("VODRIN PETR, born March 12, 1970", "Petr Vodrin"),
        ("VODRIN PETR (1936-2010)", "Petr Vodrin"),
        ("VODRIN PETR (1970-03-12)", "Petr Vodrin"),
        ("YILMAZ MEHMET doğum tarihi 12.03.1970", "Mehmet Yılmaz"),
        ("Əliyev Rəşad 1970-ci il təvəllüdlü", "Rashad Aliyev"),
        ("محمد رضا متولد 1345", "محمد رضا"),
        ("王伟（1970年生）", "王伟"),
    ],
)
def test_a_person_is_found_with_the_date_of_birth_behind_the_name(told: str, name: str) -> None:
    assert is_match(told, name, "Person")
    assert is_found(told, name, "Person")


@pytest.mark.parametrize(
    "name",
    [
        "17 November 2004",
        "Vodrin 1970",  # one word is left: no person's name
        "Alban Vodrin 12",
        "Alban Vodrin, 12 Sornstreet 2004",
        "1970",
        "",
    ],
)
def test_other_figures_are_left(name: str) -> None:
    assert without_birth_date(name) == name
    assert birth_year(name) is None


def test_years_of_birth_tell_two_people_where_papers_of_one_would_not_differ_so() -> None:
    assert not is_match("Kim Yong Chol (1946)", "Kim Yong Chol (1962)", "Person")
    assert is_match("Kim Yong Chol (1946)", "Kim Yong Chol (1947)", "Person")
    assert is_match("Yılmaz Mehmet d. 1970", "Yılmaz Mehmet (2010)", "Person"), "he may have died then"


def test_one_date_of_birth_makes_no_one_person() -> None:
    assert not is_match("Kim Yong Chol (DOB 1946)", "Kim Yong Nam (DOB 1946)", "Person")
    assert not is_match("Водрин Пётр Сергеевич 12.03.1965 г.р.", "Водрин Пётр Семёнович 12.03.1965 г.р.", "Person")
