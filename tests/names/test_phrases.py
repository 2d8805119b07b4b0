"""Phrases of the tables as folded tokens."""

from __future__ import annotations

from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from screening.names import phrases
from screening.names.letters import russian_letters
from screening.names.tokens import words


@given(text=st.text(alphabet=ascii_lowercase + russian_letters() + "ё- 'AЖ1", max_size=12))
def test_a_phrase_is_folded_as_a_name_is(text: str) -> None:
    found = words(text)
    assert phrases.forms(text) == ([tuple(found)] if found else [])
