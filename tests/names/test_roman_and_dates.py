"""Roman figures beside numbers, and dates in names in any language and order."""

from __future__ import annotations

import pytest

from screening.names.numbers import roman_figures
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("roman", "number"),
    [
        ("II Army Corps of the Luhansk People's Republic", "2nd Army Corps (Luhansk People's Republic)"),
        ("XXI Century Trading House LLC", "Trading House 21st Century OOO"),
        ("ООО «ХХI век Логистик»", "OOO 21st Century Logistic"),
        ("XXI əsr MMC", "21-й век ООО"),
        ("III Vodrin Bank", "3 Vodrin Bank"),
        ("XIV Armoured Brigade", "14th Armoured Brigade"),
    ],
)
def test_roman_figures_are_numbers(roman: str, number: str) -> None:
    assert is_match(roman, number, "Company")
    assert is_found(roman, number, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("II Army Corps", "3rd Army Corps"),
        ("XXI Century Trading House LLC", "XXII Century Trading House"),
        ("XXI Century Trading House LLC", "Trading House 20th Century"),
        ("MIX Trading LLC", "1009 Trading LLC"),
        ("CIV Engineering", "104 Engineering"),
        ("DIM Logistics", "Dam Logistics"),
        ("New Century Shipping", "New Star Shipping"),
    ],
)
def test_other_numbers_and_words_of_the_same_letters_are_others(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


def test_figures_of_ships_are_numbers_and_those_of_kings_stay_names() -> None:
    assert is_match("SEA STAR XIV", "SEA STAR 14", "Vessel")
    assert not is_match("SEA STAR XIV", "SEA STAR 15", "Vessel")
    assert not is_match("Charles XXI Gustaf Vodrin", "Charles Gustaf Pelvar", "Person")


def test_no_figure_has_letters_that_words_are_made_of() -> None:
    assert all(set(figure) <= set("ivxιχіх") for figure in roman_figures())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mouvement du 23 Mars (M23)", "March 23 Movement"),
        ("Movimiento 26 de Julio", "26th of July Movement"),
        ("Фабрика имени 8 марта", "8 March Factory"),
        ("Фонд «9 мая»", "9. Mai Stiftung"),
    ],
)
def test_a_date_is_one_in_any_language_and_order(one: str, other: str) -> None:
    assert is_match(one, other, "Organization")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mouvement du 23 Mars", "March 22 Movement"),
        ("Mouvement du 23 Mars", "May 23 Movement"),
        ("Mars Vodrin Trading", "March Vodrin Trading"),  # without a day it is a name
    ],
)
def test_other_days_and_names_are_others(one: str, other: str) -> None:
    assert not is_match(one, other, "Organization")
