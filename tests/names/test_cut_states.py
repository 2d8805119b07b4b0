"""Names of states of which a field was too short to hold the end."""

from __future__ import annotations

import pytest

from screening.names.cut_states import completed
from screening.names.parsing import name_words
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("MINISTRY OF ENERGY AND WATER RESOURCES OF THE REPUBLIC OF TAJIK", "tajikistan"),
        ("MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF INDO", "indonesia"),
        ("Министерство здравоохранения и социального развития Республики Казахс", "казахстан"),
    ],
)
def test_a_state_cut_at_the_end_of_a_long_name_is_whole(name: str, last: str) -> None:
    assert name_words(name)[-1] == last


@pytest.mark.parametrize(
    "name",
    [
        "ministry of foreign affairs of the republic of niger",  # a state by itself
        "ministry of foreign affairs of the republic of maur",  # Mauritius or Mauritania
        "ministry of foreign affairs of the republic of vodrin",
        "council of the friends of all the tajik",  # no word for a state before it
        "republic of tajik",  # no field is so narrow
    ],
)
def test_what_may_be_another_word_or_state_stays_as_it_is(name: str) -> None:
    tokens = tuple(name.split())
    assert completed(tokens) == tokens


def test_a_state_cut_at_the_end_answers_its_whole_name_in_another_language() -> None:
    cut = "MINISTRY OF ENERGY AND WATER RESOURCES OF THE REPUBLIC OF TAJIK"
    assert is_match(cut, "Вазорати энергетика ва захираҳои оби Ҷумҳурии Тоҷикистон", "Organization")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Ministry of Foreign Affairs of the Republic of Niger",
            "Ministry of Foreign Affairs of the Republic of Nigeria",
        ),
        ("MINISTRY OF HEALTH OF THE REPUBLIC OF UZBEKIST", "Министерство здравоохранения Республики Казахстан"),
    ],
)
def test_bodies_of_two_states_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")
