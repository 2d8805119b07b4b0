"""Tables of all scripts made before a word asks for them."""

from __future__ import annotations

import pytest

from screening.names import english_by_ear, english_names_by_ear, national_bodies
from screening.names.made_ahead import make_tables


@pytest.mark.parametrize("word", ["გრეიპ", "найс"])
def test_no_word_makes_a_table_when_they_were_made(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = english_by_ear.heard_as(word)
    body = national_bodies.body_of("საქართველოს ეროვნული ბანკი")
    make_tables()
    english_by_ear.heard_as.cache_clear()
    for module in (english_by_ear, english_names_by_ear, national_bodies):
        monkeypatch.setattr(module, "_read", lambda script: pytest.fail(f"a table of {script} was made anew"))
    assert english_by_ear.heard_as(word) == heard != ()
    assert national_bodies.body_of("საქართველოს ეროვნული ბანკი") == body
