"""Words of business without one of their vowels, or without several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.names.lost_vowels import with_vowels
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tozlash", "tozalash"),
        ("texnolgiyalar", "texnologiyalar"),
        ("gemiclik", "gemicilik"),
        ("logistcs", "logistics"),
        ("precison", "precision"),
        ("forwrdng", "forwarding"),  # two
    ],
)
def test_a_word_of_business_gets_its_vowels_back(written: str, meant: str) -> None:
    assert with_vowels(written) == meant


@pytest.mark.parametrize(
    "word",
    [
        "tozalash",  # as it should be
        "tzlsh",  # too little is left
        "trding",  # too short
        "tozlashi",  # another last letter
        "kamashi",
        "stansiasy",  # a word of phrases: jel elektr stansiasy
        "mirzaev",  # a family name
        "nardys",
        "forward",
    ],
)
def test_other_words_stay(word: str) -> None:
    assert with_vowels(word) == word


@given(st.text(alphabet="abdefgilnorstuwtozlash", min_size=1, max_size=14))
def test_mending_twice_is_mending_once(word: str) -> None:
    assert with_vowels(with_vowels(word)) == with_vowels(word)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ('"Nardys Paxta Tozalash" AJ', 'AO "Nardys Pahta Tozlash"'),
        ("青岛泰丰国际货运代理有限公司", "QINGDAO TAIFENG INTL FREIGHT FORWRDNG CO LTD"),
    ],
)
def test_a_firm_is_one_without_a_vowel_of_its_trade(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


def test_a_name_without_a_vowel_is_not_taken_for_a_trade() -> None:
    assert not is_match("Nardys Tozlash AJ", "Nardys Paxta AJ", "Company")
