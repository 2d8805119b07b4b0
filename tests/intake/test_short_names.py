"""Short names beside full ones: what is only cut is no further name, what says something else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.parties import read_parties
from screening.intake.short_names import completed


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("MOHAMMAD A", "MOHAMMAD ALI"),
        ("ALI M.", "Mohammad Ali"),
        ("Ivanov I.P.", "Иванов Иван Петрович"),
        ("ИВАНОВ ИП", "Иванов Иван Петрович"),
        ("Каримов А.", "KARIMOV ALISHER"),
        ("Юсупов Ю.", "Юсупов Юсуф"),
        ("VOSTOK TRADING HOU", "Vostok Trading House LLC"),
    ],
)
def test_a_full_name_cut_is_no_further_name(short: str, full: str) -> None:
    assert completed(short, full) == ""


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("MOHAMMAD A KHAN", "MOHAMMAD ALI", "MOHAMMAD ALI KHAN"),
        ("IVANOV I P", "IVANOV IVAN", "IVANOV IVAN P"),
        ("Vostok", "Vostok Trading House LLC", "Vostok"),
        ("VTH", "Vostok Trading House LLC", "VTH"),
        ("Abu Ali", "Mohammad Ali", "Abu Ali"),
        ("KARIMOV B", "KARIMOV ALISHER", "KARIMOV B"),
        ("PETROV I", "IVANOV IVAN", "PETROV I"),
        ("A B Trading", "A B Trading LLC", "A B Trading"),
        ("3M", "Minnesota Mining", "3M"),
    ],
)
def test_what_says_something_else_stays(short: str, full: str, expected: str) -> None:
    assert completed(short, full) == expected


@pytest.mark.parametrize("heading", ["SHORT.NAME", "Kurzname", "краткое имя", "ABBREV_NAME", "Nombre corto", "简称"])
def test_of_a_column_of_short_names_only_what_is_more_is_screened(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "customers.csv"
    path.write_text(f"ID,{heading},Full name\n1,MOHAMMAD A,MOHAMMAD ALI\n2,ABU SAYYAF,OMAR HASSAN\n", encoding="utf-8")
    names = read_parties([path]).subjects.column("name").to_pylist()
    assert names == ["MOHAMMAD ALI", "OMAR HASSAN", "ABU SAYYAF"]
