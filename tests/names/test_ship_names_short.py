"""Words of ships' names that registers shorten."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.names.ship_names_short import written_out


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("NTRA. SRA. DEL ROSARIO II", "Nuestra Señora del Rosario II"),
        ("N.S. DEL CARMEN", "Nuestra Señora del Carmen"),
        ("N. Sra. da Boa Viagem", "Nossa Senhora da Boa Viagem"),
        ("STA. MARTINA", "Santa Martina"),
        ("STO. TORIBIO 3", "Santo Toribio 3"),
    ],
)
def test_a_shortened_word_is_the_whole_one(short: str, whole: str) -> None:
    found = compare_names(short, whole, schema="Vessel")
    assert found.relation == "same_party"
    assert compare_names(whole, short, schema="Vessel").score == found.score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("NTRA. SRA. DEL ROSARIO II", "Nuestra Señora del Carmen II"),
        ("STA. MARTINA", "Santa Rosalia"),
        ("STO. TORIBIO 3", "Santo Toribio 4"),
    ],
)
def test_another_saint_or_number_is_another_ship(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Vessel").relation != "same_party"


@pytest.mark.parametrize("tokens", [["sta"], ["sta", "1"], ["ns", "1"], ["ntra"], ["sea", "star"]])
def test_what_stands_for_no_longer_word_is_left(tokens: list[str]) -> None:
    assert written_out(tokens) == tokens
