"""The tables of letters and of what is written together: what each says, read where names are read."""

from __future__ import annotations

import pytest

from screening.matching.unvowelled import vowels_apart
from screening.names.arabic_phrases import without_articles
from screening.names.arabic_prefixes import Kind, prefixes
from screening.names.family_endings import feminine_endings
from screening.names.folding import fold
from screening.names.given import fathers_names
from screening.names.korean import romanise
from screening.names.korean_latin import hangul_readings
from screening.names.latin import keys
from screening.names.letter_groups import letter_groups
from screening.names.letters import russian_letters, vowels
from screening.names.numbers import number_in_han, number_words, ordinal_endings, roman_figures
from screening.names.parsing import name_words, spaced_initials
from screening.reference import rules, table


def test_russian_letters_are_folded_and_hold_its_vowels() -> None:
    assert fold(russian_letters()) == russian_letters()
    assert {char for char in vowels() if not char.isascii()} <= set(russian_letters())


def test_vowels_and_signs_of_a_language_are_among_its_letters() -> None:
    for row in table("scripts/cyrillic_languages.tsv").rows:
        assert set(row["vowels"] + row["signs"]) <= set(row["letters"]), row["language"]
        assert not set(row["vowels"]) & set(row["signs"]), row["language"]


@pytest.mark.parametrize("counts", ["acronym", "initial", "consonant"])
def test_groups_of_letters_are_folded_and_the_longest_come_first(counts: str) -> None:
    groups = letter_groups(counts)  # type: ignore[arg-type]
    assert groups
    assert all(fold(each) == each and len(each) > 1 for each in groups)
    assert [len(each) for each in groups] == sorted((len(each) for each in groups), reverse=True)


def test_every_group_of_letters_counts_somewhere_known() -> None:
    said = {each for row in table("scripts/letter_groups.tsv").rows for each in row["counts"].split()}
    assert said == {"acronym", "initial", "consonant"}


def test_an_initial_of_two_letters_is_one() -> None:
    assert spaced_initials("Ts.Yu. Petrov") == "T. Y. Petrov"


@pytest.mark.parametrize("kind", ["word", "name", "servant", "article", "article_sound", "sun_letter"])
def test_arabic_prefixes_are_folded(kind: Kind) -> None:
    assert prefixes(kind)
    assert all(fold(written) == written and fold(instead) == instead for written, instead in prefixes(kind).items())


def test_longer_arabic_prefixes_are_tried_before_what_they_begin_with() -> None:
    tried = list(prefixes("word"))
    for at, written in enumerate(tried):
        assert not any(written.startswith(before) for before in tried[:at]), written


def test_what_is_written_together_with_an_arabic_word_is_taken_off() -> None:
    assert ("تجاره",) in set(without_articles(("والتجاره",)))


def test_unwritten_vowels_are_told_by_letters_that_fold_within_the_table() -> None:
    found = rules("scripts/unwritten_vowels.toml")
    ends = set(found["end"]["vowel"])
    assert set(found["end"]["either"]) <= ends
    assert all(set(each["letters"]) <= ends for each in found["never"])
    for each in found["long"].values():
        assert set(fold(each["letters"])) <= set(each["letters"]) | {"ا", "و", "ي"}
        assert set(each["between"]) <= set(each["heard"])


def test_an_end_that_is_never_heard_so_is_another_name() -> None:
    assert vowels_apart("زهرا", "zohreh")
    assert not vowels_apart("زهرا", "zahra")


@pytest.mark.parametrize(
    ("patronymic", "father"), [("алексеевич", "алексей"), ("sergeyevich", "sergey"), ("игоревна", "игорь")]
)
def test_fathers_names_get_back_the_letters_they_lost(patronymic: str, father: str) -> None:
    assert father in fathers_names(patronymic)


def test_feminine_endings_are_endings_of_family_names() -> None:
    known = {ending for row in table("words/family_endings.tsv").rows for ending in row["endings"].split()}
    assert set(feminine_endings()) <= known


def test_korean_letters_heard_alike_are_letters_of_the_same_place() -> None:
    rows = table("scripts/korean_letters.tsv").rows
    known = {(row["place"], row["letter"]) for row in rows if not row["one_of"]}
    assert all((row["place"], row["one_of"]) in known for row in rows if row["one_of"])
    assert hangul_readings("kkum") & hangul_readings("gum")


def test_initials_are_voiced_between_voiced_sounds() -> None:
    assert romanise("부산부", "mccune") == "pusanbu"
    assert romanise("부산부", "dprk") == "pusanpu"


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("第五十四", "54"), ("五一二", "512"), ("第一百零两", "102"), ("三", None), ("东方红", None)],
)
def test_chinese_numerals(numeral: str, number: str | None) -> None:
    assert number_in_han(numeral) == number


def test_number_words_and_roman_figures_are_folded_words_of_several_letters() -> None:
    for found in (number_words(), roman_figures()):
        assert found["vii" if found is roman_figures() else "seven"] == "7"
        assert all(fold(word) == word and len(word) > 1 for word in found)


def test_ordinals_in_figures_are_numbers() -> None:
    assert all(fold(each) == each for of in ("names", "addresses") for each in ordinal_endings(of))  # type: ignore[arg-type]
    assert name_words("929th Test Center")[0] == "929"


def test_uzbek_spelling_is_told_by_its_letters() -> None:
    scheme = "Uzbek and Tajik o as a (by way of Russian)"
    assert "baxrom" not in {key.text for key in keys("boxrom")}
    assert "bakhram" in {key.text for key in keys("boxrom") if key.scheme == scheme}
    assert scheme not in {key.scheme for key in keys("woodford")}
