"""Words of business in Japanese readings, which are often a letter apart."""

from __future__ import annotations

from itertools import combinations

import pytest

from screening.names.japanese import are_two_words
from screening.reference import table
from tests.matching.one_pair import is_match

SAME_TRADE = {"boeki", "koeki"}
READINGS = sorted({row["reading"] for row in table("scripts/japanese_business_words.tsv").rows})
NEAR = [
    (one, other)
    for one, other in combinations(READINGS, 2)
    if not {one, other} <= SAME_TRADE
    and len(one) == len(other)
    and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    and are_two_words(one, other)
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_two_words_a_letter_apart_tell_two_firms(one: str, other: str) -> None:
    assert not is_match(f"Toyo {one.title()}", f"Toyo {other.title()}", "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Toyo Seiko", "Toyo Seikoh"),
        ("Nihon Seiki", "Nippon Seiki"),
        ("Toyo Seiki Kogyo", "Toyo Seiky Kogyo"),
        ("Toyo Denki K.K.", "東洋電機株式会社"),
        ("Toyo Kenkyujo", "Toyo Kenkyusho"),
        ("Nippon Seiko KK", "日本精工株式会社"),
        ("Sumitomo Denko", "住友電工"),
    ],
)
def test_spellings_and_readings_of_one_word_are_one(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [("Toyo Seiko KK", "東洋精機株式会社"), ("Sumitomo Denso", "住友電工")],
)
def test_words_in_characters_are_other_words_than_readings_of_others(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


def test_two_family_names_tell_two_firms() -> None:
    assert not is_match("Sato Kogyo KK", "Sano Kogyo KK", "Company")
    assert not are_two_words("nihon", "nippon")
    assert not are_two_words("seiko", "velgor")
