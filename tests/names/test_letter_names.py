"""Latin letters written by their names in another script."""

import pytest

from screening import DEFAULT_THRESHOLD, compare_names
from screening.names.letter_names import form, key
from screening.names.scripts import script_of
from screening.reference import table


@pytest.mark.parametrize(
    ("word", "letters"), [("엘지", "lg"), ("에이치디", "hd"), ("თიბისი", "tbc"), ("эмтиэс", "mts"), ("씨제이", "cj")]
)
def test_letters_are_read_by_their_names(word: str, letters: str) -> None:
    found = key(word, script_of(word))
    assert found is not None
    assert found.text == letters


@pytest.mark.parametrize("word", ["сити", "삼성", "ბანკი", "завод", "tbc", ""])
def test_words_that_are_no_names_of_letters_and_short_ones_of_cyrillic_are_not(word: str) -> None:
    assert key(word, script_of(word)) is None


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("الالسي", "llc"),
        ("التيدي", "ltd"),
        ("جيامبياتش", "gmbh"),
        ("ელელსი", "llc"),
        ("էլէլսի", "llc"),
        ("эфзэти", "fze"),
    ],
)
def test_a_legal_form_is_read_by_its_letters(word: str, letters: str) -> None:
    assert form(word) == letters


@pytest.mark.parametrize("word", ["თიბისი", "오에스케이", "эмтиэс", "llc", "завод"])
def test_letters_that_firms_are_called_by_are_no_legal_form(word: str) -> None:
    assert not form(word)


def test_a_long_word_of_letters_is_told_in_little_time() -> None:
    assert key("이" * 10_000, "Hangul") is None


def test_every_name_names_one_letter() -> None:
    assert all(len(row["letter"]) == 1 and row["letter"].isascii() for row in table("scripts/letter_names.tsv").rows)


def test_a_firm_is_found_under_its_letters() -> None:
    assert compare_names("에스케이 텔레콤", "SK Telecom", schema="Company").score >= DEFAULT_THRESHOLD
    assert compare_names("에스케이 텔레콤", "KT Telecom", schema="Company").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("شرکت پارس ام سی اس", "PARS MCS"),
        ("شركة ال بي سي", "LBC COMPANY"),
        ("ООО Эй Би Си", "ABC LLC"),
    ],
)
def test_names_of_letters_that_stand_apart_are_one_word_of_letters(name: str, listed: str) -> None:
    assert compare_names(name, listed, schema="Company").relation == "same_party"
