"""The Arabic "and" is written to the word behind it."""

from screening import DEFAULT_THRESHOLD, compare_names
from screening.names.vocabulary import meanings


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
