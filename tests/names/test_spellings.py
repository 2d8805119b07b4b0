"""Names as other languages spell them: their own, and Slavic ones in their newspapers."""

from __future__ import annotations

import re

import pytest

from screening import compare_names
from screening.names import spellings
from screening.names.keys import Key
from screening.names.transliteration import token_keys
from screening.names.word import weak_schemes
from screening.reference import table
from tests.matching.one_pair import is_found, is_match

ENGLISH = "Vyacheslav Zhuravchenkov"
SPELLED = {
    "German": "Wjatscheslaw Schurawtschenkow",
    "Dutch": "Vjatsjeslav Zjoeravtsjenkov",
    "Swedish": "Vjatjeslav Zjuravtjenkov",
    "Norwegian": "Vjatsjeslav Zjuravtsjenkov",
    "Finnish": "Vjatšeslav Žuravtšenkov",
    "Latvian": "Vjačeslavs Žuravčenkovs",
    "Lithuanian": "Viačeslavas Žuravčenkovas",
    "Polish": "Wiaczesław Żurawczenkow",
    "Czech": "Vjačeslav Žuravčenkov",
    "Hungarian": "Vjacseszlav Zsuravcsenkov",
    "Spanish": "Viacheslav Zhuravchenkov",
    "French": "Viatcheslav Jouravtchenkov",
    "Romanian": "Viaceslav Juravcenkov",
    "Turkish": "Vyaçeslav Juravçenkov",
}


@pytest.mark.parametrize("language", SPELLED)
def test_a_name_is_found_as_newspapers_of_a_language_spell_it(language: str) -> None:
    """The name is invented."""
    result = compare_names(SPELLED[language], ENGLISH, schema="Person")
    assert result.relation == "same_party", result.explanation


@pytest.mark.parametrize("language", SPELLED)
def test_another_family_name_is_not(language: str) -> None:
    """Of the same shape, two consonants apart."""
    result = compare_names(SPELLED[language], "Vyacheslav Zhuravlenkin", schema="Person")
    assert result.relation is None


@pytest.mark.parametrize(
    ("left", "right"), [("Pavel Marinytjev", "Pavel Marinychev"), ("Amir Jatatov", "Amir Khatatov")]
)
def test_a_reading_counts_once_and_not_with_a_letter_apart(left: str, right: str) -> None:
    """A guess at the language and a slip of the pen together would make one of many names."""
    assert compare_names(left, right, schema="Person").relation == "same_party"
    bent = right.replace("atov", "arov").replace("chev", "kev")
    assert compare_names(left, bent, schema="Person").relation is None


def test_every_spelling_counts_for_less_and_leaves_only_letters() -> None:
    """The table is sound: schemes are known as guesses, steps are patterns, no code letter is left in a reading."""
    for row in table("scripts/latin_spellings.tsv").rows:
        assert row["names"] in ("own", "slavic", "heard", "turkic")
        assert row["names"] in ("own", "turkic") or row["scheme"] in weak_schemes("Latin")
        for step in row["steps"].split(" "):
            re.compile(step.rpartition("=")[0])
    for spelled in SPELLED.values():
        for word in spelled.split():
            for key in token_keys(token_keys(word)[0].text):
                assert re.fullmatch("[a-z]+", key.text), key


def test_words_of_other_shapes_have_no_such_readings() -> None:
    """So that their comparison costs and risks nothing."""
    assert not [key for word in ("mohammad", "shanghai", "trading", "nguyen") for key in spellings.keys(word, "slavic")]


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("faarax", Key("farah", "Somali as Arabic names are spelled")),
        ("huzisaki", Key("fujisaki", "Kunrei as Hepburn (Japanese)")),
        ("soetomo", Key("sutomo", "Indonesian spelling of 1972")),
        ("soerjo", Key("suryo", "Indonesian spelling of 1972, j as y")),
        ("soedjono", Key("sujono", "Indonesian spelling of 1972")),
    ],
)
def test_a_language_spells_its_own_names_by_the_same_table(word: str, reading: Key) -> None:
    assert reading in spellings.keys(word, "own")
    assert reading in token_keys(word)


@pytest.mark.parametrize(
    ("name", "by_way_of_russian"),
    [
        ("HÜSEYNZADƏ CAVİD", "GUSEYNZADE, Dzhavid"),
        ("Hüseynzadə Cavid", "GUSEINZADE, Dzhavid"),
        ("Həsənzadə Aqil", "GASANZADE, Agil"),
        ("Hidayətzadə Cəmil", "GIDAYATZADE, Dzhamil"),
    ],
)
def test_azerbaijani_names_in_zada_begin_with_a_g_by_way_of_russian(name: str, by_way_of_russian: str) -> None:
    assert is_match(name, by_way_of_russian, "Person")
    assert is_found(name, by_way_of_russian, "Person")


@pytest.mark.parametrize("other", ["GASANZADE, Dzhavid", "GUSEYNZADE, Dzhavad"])
def test_and_are_others_where_a_vowel_tells(other: str) -> None:
    assert not is_match("HÜSEYNZADƏ CAVİD", other, "Person")
