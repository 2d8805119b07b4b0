"""English persons are one person however other scripts, and the Latin of Turkic languages, write their names by ear."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_found, is_match, pairs


@pytest.mark.parametrize(("left", "right"), pairs("english_persons_by_ear.tsv"))
def test_an_english_person_is_known_by_ear(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(("left", "right"), pairs("english_persons_apart.tsv"))
def test_english_names_alike_are_two_persons(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Джордж Хьюз", "George HUGHES"),
        ("James Hughes", "ჯეიმს ჰიუზი"),
        ("Ceyms Xyuz", "James Hughes"),
        ("Τζέιμς Χιουζ", "James Hughes"),
        ("George White", "乔治·怀特"),
        ("ジェームズ・ヒューズ", "James Hughes"),
        ("제임스 휴스", "James Hughes"),
    ],
)
def test_a_person_none_of_whose_names_is_spelled_alike_is_found(query: str, listed: str) -> None:
    assert is_found(query, listed, "Person")


def test_an_english_name_as_it_stands_is_no_other_by_ear() -> None:
    assert not is_match("Michael Braun", "Michael Brown", "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [("ООО «Хьюз»", "Hughes LLC"), ("შპს ჯონსონი", "Johnson LLC")],
)
def test_a_firm_called_by_an_english_person_is_known_by_ear(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
