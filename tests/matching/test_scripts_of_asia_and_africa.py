"""Names in scripts and languages of Asia and Africa meet those in Latin letters, and others stay apart."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match, pairs_of_schemas


@pytest.mark.parametrize(("left", "right", "schema"), pairs_of_schemas("asia_africa_same.tsv"))
def test_one_party_in_two_scripts_or_languages_is_a_match(left: str, right: str, schema: str) -> None:
    assert is_match(left, right, schema)


@pytest.mark.parametrize(("left", "right", "schema"), pairs_of_schemas("asia_africa_apart.tsv"))
def test_another_name_word_of_business_or_state_is_another_party(left: str, right: str, schema: str) -> None:
    assert not is_match(left, right, schema)


@pytest.mark.parametrize("title", ["ဦး", "ဗိုလ်ချုပ်ကြီး", "ဒေါက်တာ"])
def test_a_burmese_title_written_together_with_the_name_is_left_out(title: str) -> None:
    assert is_match(f"{title}သိန်းထွန်း", "Thein Tun", "Person")


def test_what_is_a_title_before_a_burmese_name_is_a_name_behind_it() -> None:
    assert is_match("ထွန်းထွန်းဦး", "Tun Tun Oo", "Person")
    assert not is_match("ထွန်းထွန်းဦး", "Tun Tun Win", "Person")
