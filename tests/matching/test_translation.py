"""A word no table knows beside words of business that nothing answers."""

from __future__ import annotations

from screening import DEFAULT_THRESHOLD, compare_names


def test_an_unknown_word_may_be_the_translation_of_what_is_left() -> None:
    found = compare_names("Тамбовский фьюзелпарский завод", "Tambov Spinning Plant", schema="Company")
    assert found.score >= DEFAULT_THRESHOLD
    assert "perhaps a translation" in found.explanation


def test_an_unknown_word_of_a_latin_name_is_a_name() -> None:
    found = compare_names("Tambov Fyuzelpar Plant", "Tambov Spinning Plant", schema="Company")
    assert found.score < DEFAULT_THRESHOLD


def test_a_known_word_is_no_translation_of_another() -> None:
    found = compare_names("Тамбовский пороховой завод", "Tambov Spinning Plant", schema="Company")
    assert found.score < DEFAULT_THRESHOLD
