"""How names stand in the text of a language, from ``words/mention_languages.tsv``."""

from __future__ import annotations

import pytest

from screening.intake.candidates import rule_spans
from screening.intake.manners import endings_of_place, genitive_of, goes_on_small, nouns_are_capitalised
from screening.intake.mapped import MappedText
from screening.intake.mentions import mentions
from screening.intake.story import Draft, finish
from screening.reference import table


def test_every_language_of_the_table_is_known_and_told_one_thing_at_least() -> None:
    known = {row["language"] for row in table("words/languages.tsv").rows}
    for row in table("words/mention_languages.tsv").rows:
        assert row["language"] in known
        assert row["capitals"] in ("", "nouns", "first")
        assert any(row[column] for column in ("capitals", "genitive", "of_place", "cases"))


def test_languages_differ_in_their_manners() -> None:
    assert nouns_are_capitalised("de")
    assert not nouns_are_capitalised("en")
    assert not nouns_are_capitalised(None)
    assert goes_on_small("uz")
    assert not goes_on_small("tr")
    assert genitive_of("uz") is not None
    assert genitive_of("en") is None
    assert list(endings_of_place()) == sorted(endings_of_place(), key=len, reverse=True)


@pytest.mark.parametrize(("language", "found"), [("tr", False), ("en", True)])
def test_a_word_that_opens_a_sentence_is_a_name_by_itself_only_where_ordinary_words_are_known(
    language: str, found: bool
) -> None:
    text = "Kumqatun 2023 yilinda geldi."
    draft = Draft(MappedText.whole(""), [MappedText.whole(text, 0)])
    story = finish(draft, file="a.txt", sha256="0", index=1, language=language)
    assert bool(mentions(story)) is found
    assert list(rule_spans(text, 0, language))  # kept for where the story names the same party elsewhere
