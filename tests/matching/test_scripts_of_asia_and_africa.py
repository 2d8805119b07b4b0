"""Names in scripts and languages of Asia and Africa meet those in Latin letters, and others stay apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening import DEFAULT_THRESHOLD, compare_names
from screening.reference import read_table

HERE = Path(__file__).parent


def pairs(name: str) -> list[tuple[str, str, str]]:
    return [(row["schema"], row["left"], row["right"]) for row in read_table(HERE / f"{name}.tsv").rows]


def is_match(schema: str, left: str, right: str) -> bool:
    found = compare_names(left, right, schema=schema)
    return found.relation == "same_party" and found.score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(("schema", "left", "right"), pairs("asia_africa_same"))
def test_one_party_in_two_scripts_or_languages_is_a_match(schema: str, left: str, right: str) -> None:
    assert is_match(schema, left, right)


@pytest.mark.parametrize(("schema", "left", "right"), pairs("asia_africa_apart"))
def test_another_name_word_of_business_or_state_is_another_party(schema: str, left: str, right: str) -> None:
    assert not is_match(schema, left, right)


@pytest.mark.parametrize(
    ("schema", "left", "right"), [*pairs("asia_africa_same")[::5], *pairs("asia_africa_apart")[::5]]
)
def test_it_is_the_same_whichever_comes_first(schema: str, left: str, right: str) -> None:
    one, other = compare_names(left, right, schema=schema), compare_names(right, left, schema=schema)
    assert one.score == pytest.approx(other.score)


@pytest.mark.parametrize("title", ["ဦး", "ဗိုလ်ချုပ်ကြီး", "ဒေါက်တာ"])
def test_a_burmese_title_written_together_with_the_name_is_left_out(title: str) -> None:
    assert is_match("Person", f"{title}သိန်းထွန်း", "Thein Tun")


def test_what_is_a_title_before_a_burmese_name_is_a_name_behind_it() -> None:
    assert is_match("Person", "ထွန်းထွန်းဦး", "Tun Tun Oo")
    assert not is_match("Person", "ထွန်းထွန်းဦး", "Tun Tun Win")
