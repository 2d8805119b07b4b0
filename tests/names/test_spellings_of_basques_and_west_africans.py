"""Basque, Maghreb and West African names as their own countries spell them and as their neighbours do."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names


def score(left: str, right: str) -> float:
    return compare_names(left, right, schema="Person").score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Carlos Etxeberria", "Carlos Echeverria"),
        ("Jon Etxebarria", "Jon Echevarría"),
        ("Mikel Goikoetxea", "Miguel Goicoechea"),
        ("Iñaki Zabaleta Otxoa", "Ignacio Zabaleta Ochoa"),
        ("Xabier Aranburu", "Javier Aramburu"),
        ("Kepa Bizkarra", "Pedro Vizcarra"),
        ("Ander Etxegarai", "Andrés Echegaray"),
        ("Koldo Izagirre", "Luis Izaguirre"),
        ("Xosé Outeiro", "José Outeiro"),
    ],
)
def test_basque_and_galician_names_beside_castilian_ones(left: str, right: str) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Abdelkader Bouchareb", "Abd al-Qadir Bu Sharib"),
        ("Mokhtar Ould Sidi Ahmed", "Moctar Sidi Ahmed"),
        ("Mamadou Diallo", "Mamadou Jallow"),
        ("Ibrahima Diakhaté", "Ibrahima Jakhate"),
        ("Alassane Ouattara", "Alasane Watara"),
    ],
)
def test_french_spellings_beside_english_and_scholarly_ones(left: str, right: str) -> None:
    assert score(left, right) > DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Jon Etxeberria", "Jon Etxebeste"),
        ("Iker Irigarai", "Iker Irigoien"),
        ("Hans Schmitz", "Hans Schmidt"),
        ("Rachid Boukhari", "Rachid Bouchareb"),
        ("Mamadou Diallo", "Mamadou Diarra"),
        ("Lamine Diack", "Lamine Jack"),
    ],
)
def test_two_families_stay_two(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD
