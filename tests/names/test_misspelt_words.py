"""Common words of names with one letter wrong are read as they were meant."""

from __future__ import annotations

import pytest

from screening.names.misspelt_words import mended


@pytest.mark.parametrize(
    ("word", "meant"),
    [("fowarding", "forwarding"), ("contrating", "contracting"), ("constrruction", "construction")],
)
def test_a_long_word_of_business_may_have_lost_a_letter_or_one_too_many(word: str, meant: str) -> None:
    assert mended(word) == meant


@pytest.mark.parametrize("word", ["forwarding", "contactor", "farmaceut", "konstantin", "vorwarding", "forwardink"])
def test_a_known_word_a_short_one_and_one_with_another_letter_stay_as_they_are(word: str) -> None:
    assert mended(word) == word
