"""The Arabic "and" is written to the word behind it."""

import pytest

from screening import DEFAULT_THRESHOLD, compare_names
from screening.names.tokens import words
from screening.names.vocabulary import meanings, segment


def test_a_word_of_business_is_known_with_and_written_to_it():
    concepts = {each.concept for each in meanings("والصناعه")}
    assert "industry" in concepts
    assert concepts == {each.concept for each in meanings("الصناعه")}


def test_a_name_of_that_form_meets_its_translation():
    found = compare_names(
        "مؤسسة اليرموك للتجارة والصناعة", "Yarmouk Establishment for Trade and Industry", schema="Company"
    )
    assert found.score >= DEFAULT_THRESHOLD


def test_a_word_no_table_knows_is_no_translation_of_a_trade():
    found = compare_names("Тамбовский фьюзелпарский завод", "Tambov Spinning Plant", schema="Company")
    assert found.score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("للمعدات الطبية", "medical"),
        ("لتجارة المواد الغذائية", "trade"),
        ("وتجارة", "trade"),
        ("المواد الغذائية", "food"),
        ("لصناعة", "industry"),
    ],
)
def test_words_of_business_are_known_with_what_is_written_to_them(text: str, concept: str) -> None:
    assert concept in {meaning.concept for each in segment(words(text)) for meaning in each.meanings}


@pytest.mark.parametrize("text", ["ولاء", "والي", "لبان", "وهاب"])
def test_names_that_begin_with_such_letters_stay_names(text: str) -> None:
    assert not any(meaning.kind == "descriptor" for meaning in meanings(*words(text)))
