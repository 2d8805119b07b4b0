"""What stands for "nothing" in cells: one table for customs records, party tables and trade statistics."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from screening.intake import customs_values
from screening.intake.nothing import Where, phrases, says_nothing, without_nothing
from screening.intake.parties import read_parties
from screening.intake.statistics_titles import is_nothing

EVERYWHERE: tuple[Where, ...] = ("cell", "party", "table", "figure")


@pytest.mark.parametrize("where", EVERYWHERE)
@pytest.mark.parametrize("text", ["NULL", "None", "nan", "#N/A", "нет данных", " - ", "—", "…"])
def test_what_says_nothing_says_so_everywhere(text: str, where: Where) -> None:
    assert says_nothing(text, where)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("NA", ("cell", "party", "figure")),  # Namibia in a party table
        ("unknown", ("cell", "party", "table")),  # one of the modes of transport in trade statistics
        ("to order", ("party",)),
        ("c", ("figure",)),
        ("Nile", ()),
        ("0", ()),
        ("$", ()),
    ],
)
def test_some_words_say_nothing_in_some_places(text: str, where: tuple[Where, ...]) -> None:
    assert tuple(each for each in EVERYWHERE if says_nothing(text, each)) == where


@pytest.mark.parametrize("where", EVERYWHERE)
def test_many_cells_are_read_as_one(where: Where) -> None:
    words = sorted(phrases(where))
    texts = [*words, *map(str.upper, words), *(f"- {word}." for word in words), "-" * 500, "a" * 500, "Nile", "NA", ""]
    left = without_nothing(pl.Series(texts), where).to_list()
    assert left == [None if says_nothing(text, where) else text for text in texts]


def test_readers_of_records_and_statistics_heed_the_table() -> None:
    assert not customs_values.said("неизвестно")
    assert is_nothing(":c")
    assert not is_nothing("unknown")


def test_a_row_of_place_holders_makes_no_alias_and_no_number(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("name,alias,tax number,country,passport\nIvan Petrov,None,нет,None,nan\n", encoding="utf-8")
    read = read_parties([path])
    subjects = read.subjects.to_pylist()
    assert [each["name"] for each in subjects] == ["Ivan Petrov"]
    assert (subjects[0]["identifiers"], subjects[0]["country"]) == ([], [])
    assert not any("not understood" in note for note in read.notes)


def test_a_name_is_taken_as_it_stands_but_for_its_middle(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("first name,middle name,last name\nNan,None,None\nИван,отсутствует,Петров\n", encoding="utf-8")
    assert read_parties([path]).subjects.column("name").to_pylist() == ["Nan None", "Иван Петров"]


def test_an_id_that_says_nothing_is_no_id(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("id,name\nNULL,Zorvex Ltd\nNULL,Ivan Petrov\n", encoding="utf-8")
    assert len(set(read_parties([path]).subjects.column("subject_id").to_pylist())) == 2
