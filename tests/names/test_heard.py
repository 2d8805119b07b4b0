"""English words that other scripts write by ear are read as those words, and mean what they mean."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.names.folding import fold
from screening.names.heard import english, joined
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.transliteration import token_keys
from screening.names.vocabulary import segment
from screening.reference import table


@pytest.mark.parametrize(
    ("written", "word"), [("ბლექ", "black"), ("скай", "sky"), ("بريدج", "bridge"), ("լայթ", "light")]
)
def test_a_word_heard_is_read_as_the_english_one(written: str, word: str) -> None:
    assert word in english(fold(written))
    assert word in {key.text for key in token_keys(fold(written))}


@pytest.mark.parametrize("written", ["ბლექ სი", "Блэк Си", "بلاك سي"])
def test_words_heard_make_up_a_known_phrase(written: str) -> None:
    (found,) = segment(words(written))
    assert "black-sea" in {meaning.concept for meaning in found.meanings}


@pytest.mark.parametrize("written", ["си", "ван", "марк", "سيف"])
def test_short_words_and_given_names_mean_no_english_word(written: str) -> None:
    (found,) = segment(words(written))
    assert not {meaning.concept for meaning in found.meanings} & {"sea", "safe", "mark"}


def test_every_form_is_one_folded_word_of_another_script() -> None:
    for row in table("scripts/english_heard.tsv").rows:
        assert row["english"].isascii()
        for written in row["written"].split():
            assert len(words(written)) == 1
            assert script_of(words(written)[0]) not in {"Latin", "Mixed", "None"}


def test_an_english_word_is_not_mended_into_another() -> None:
    found = compare_names("Юникорн Трейд", "Unicorn Trade", schema="Company")
    assert found.relation == "same_party", found.explanation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО Скайбридж", "Skybridge LLC"),
        ("ТОО «Найтлайт»", "Nightlight LLP"),
        ("ТОВ «Блэкстоун»", "Black Stone LLC"),
        ("ООО Датавайс", "Datavice MChJ"),
        ("ՍՔԱՅԲՐԻՋ ՍՊԸ", "Skybridge LLC"),
    ],
)
def test_two_words_written_as_one_are_the_english_compound(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation == "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО Скайбридж", "Skyline LLC"),
        ("ТОО «Найтлайт»", "Daylight LLP"),
        ("ТОВ «Блэкберд»", "Blackboard LLC"),
        ("ООО Скайлэнд", "Skyline LLC"),
    ],
)
def test_another_compound_is_another_firm(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation != "same_party"


@pytest.mark.parametrize("word", ["александров", "абдурахман", "промснаб", "стройсервис", "скай", "skybridge"])
def test_names_of_people_and_words_of_other_languages_are_no_english_compounds(word: str) -> None:
    assert joined(word) == ()
