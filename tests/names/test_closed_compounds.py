"""Two words of business written as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.matching import DEFAULT_THRESHOLD, compare_names
from screening.names.closed_compounds import SHORTEST_HALF, halves


@pytest.mark.parametrize(
    ("token", "first", "second"),
    [
        ("fischhandel", "fisch", "handel"),
        ("werkzeughandel", "werkzeug", "handel"),
        ("acelkereskedelmi", "acel", "kereskedelmi"),
    ],
)
def test_a_word_of_two_trades_is_cut_between_them(token: str, first: str, second: str) -> None:
    assert halves(token) == (first, second)


@pytest.mark.parametrize("token", ["handel", "vodrinhandel", "goldenberg", "steinhauser", "transport"])
def test_words_of_one_trade_or_of_names_stay_whole(token: str) -> None:
    assert halves(token) is None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Vodrin Fischhandel GmbH", "Vodrin Fish Trading GmbH", True),
        ("Vodrin Acélkereskedelmi Kft", "Vodrin Steel Trading Kft", True),
        ("Vodrin Fischhandel GmbH", "Vodrin Tool Trading GmbH", False),
        ("Fischhandel GmbH", "Fish Trading GmbH", False),  # nothing of its own
        ("Vodrin Fischhandel GmbH", "Belmar Fish Trading GmbH", False),
    ],
)
def test_it_is_compared_with_both_words(left: str, right: str, same: bool) -> None:
    told = compare_names(left, right, schema="Company")
    assert (told.relation == "same_party" and told.score >= DEFAULT_THRESHOLD) == same


@given(st.text(alphabet="abcdefhiklnorstu", min_size=6, max_size=20))
def test_the_halves_begin_and_end_the_word(token: str) -> None:
    found = halves(token)
    if found is not None:
        assert token.startswith(found[0])
        assert token.endswith(found[1])
        assert min(map(len, found)) >= SHORTEST_HALF
