"""Two given names drawn together in one: the same person as in full, another than one of another second name."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.names.folding import fold
from screening.reference import table


@pytest.mark.parametrize(
    ("one", "full"),
    [
        ("Maricarmen Quirós Bustillo", "María del Carmen Quirós Bustillo"),
        ("Giambattista Scarmella", "Giovanni Battista Scarmella"),
        ("Pierluigi Banfetti", "Pietro Luigi Banfetti"),
        ("Hajo Wüllenkamp", "Hans-Joachim Wüllenkamp"),
        ("Juanjo Salzedo Morán", "Juan José Salzedo Morán"),
        ("Wüllenkamp, Hajo", "Hansjoachim Wüllenkamp"),
    ],
)
def test_names_drawn_together_are_the_two_in_full(one: str, full: str) -> None:
    assert compare_names(one, full, schema="Person").relation == "same_party"
    assert compare_names(full, one, schema="Person").relation == "same_party"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pierluigi Banfetti", "Pietro Paolo Banfetti"),
        ("Giancarlo Rotolo", "Gianluca Rotolo"),
        ("Giancarlo Rotolo", "Giovanni Luca Rotolo"),
        ("Hajo Kernbach", "Hans-Jürgen Kernbach"),
        ("Maricarmen Quirós Bustillo", "Maricruz Quirós Bustillo"),
    ],
)
def test_names_drawn_together_are_not_those_with_another_second_name(one: str, other: str) -> None:
    assert compare_names(one, other, schema="Person").relation != "same_party"


def test_the_table_holds_folded_names_once_each() -> None:
    rows = table("words/given_names_in_one.tsv").rows
    assert len({row["name"] for row in rows}) == len(rows)
    assert all(fold(each) == each for row in rows for each in (row["name"], *row["full"].split()))
    assert all(row["name"] not in row["full"].split() for row in rows)
