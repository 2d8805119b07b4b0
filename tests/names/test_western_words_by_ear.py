"""Readings of Western words as they sound, and of foreign names with what a language puts to them."""

from __future__ import annotations

import re

import pytest

from screening.names import spellings
from screening.names.transliteration import token_keys
from screening.names.word import as_spelled, weak_schemes, word

HEARD = {
    "dubois": "dubua",
    "charles": "sharl",
    "tremblay": "tramble",
    "beauchamp": "boshan",
    "giuseppe": "juzeppe",
    "bresciani": "breshani",
    "krzysztof": "kshyshtof",
    "skrzypczak": "skshypchak",
    "schwarz": "shvarts",
    "neumann": "noymann",
    "jimenez": "khimenes",
    "pinheiro": "pinyeiru",
    "dvorak": "dvorzhak",
    "csaba": "chaba",
    "chiriac": "kiriak",
    "dijk": "deyk",
    "sjoberg": "sheberg",
}


@pytest.mark.parametrize("spelled", HEARD)
def test_a_word_is_read_as_it_sounds_in_its_language(spelled: str) -> None:
    assert HEARD[spelled] in word(spelled).heard
    assert HEARD[spelled] not in as_spelled(spelled).latin


@pytest.mark.parametrize(
    "spelled", ["stock", "ballistics", "mohammad", "marzouk", "reza", "putin", "fujian", "gabdulla", "nguyen"]
)
def test_words_without_signs_of_such_spelling_are_not(spelled: str) -> None:
    """English words, and names of elsewhere that hold the same letters."""
    assert not word(spelled).heard


def test_no_capital_is_left_in_a_reading_by_ear_and_all_count_for_less() -> None:
    assert spellings.heard_schemes() <= weak_schemes("Latin")
    for spelled in HEARD:
        for heard in word(spelled).heard:
            assert re.fullmatch("[a-z]+", heard), heard


def test_georgian_names_are_read_without_the_ending_of_the_nominative() -> None:
    assert "shvarts" in {key.text for key in token_keys("შვარცი")}


def test_persian_puts_a_vowel_before_a_cluster_that_is_not_heard() -> None:
    assert any(key.text.startswith("shn") for key in token_keys("اشنایدر"))
    assert not any(key.text.startswith("shr") for key in token_keys("اشرف"))
