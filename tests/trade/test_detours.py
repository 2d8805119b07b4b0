"""How much longer a way round is, and what the table of where countries lie must hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.names.places import country_code
from screening.trade.detours import are_neighbours, countries, is_landlocked, way_through

CODES = st.sampled_from(sorted(countries()))


def test_a_way_through_the_next_country_is_hardly_longer_and_one_around_the_world_is() -> None:
    near, far = way_through("DE", "KZ", "UZ"), way_through("KR", "UZ", "CN")
    assert near is not None
    assert far is not None
    assert near.times < 1.3 < 5 < far.times


@given(CODES, CODES, CODES)
def test_no_way_is_shorter_than_the_straight_one_and_there_is_as_long_as_back(one: str, by: str, other: str) -> None:
    way, back = way_through(one, by, other), way_through(other, by, one)
    if one == other:
        assert way is None
        return
    assert way is not None
    assert back is not None
    assert way.times >= 1 - 1e-6
    assert way[:2] == pytest.approx(back[:2])


def test_a_country_that_is_not_known_gives_no_figure() -> None:
    assert way_through("DE", "ZZ", "UZ") is None
    assert not is_landlocked("ZZ")
    assert not are_neighbours("ZZ", "DE")


@given(CODES, CODES)
def test_neighbours_are_neighbours_of_each_other(one: str, other: str) -> None:
    assert are_neighbours(one, other) == are_neighbours(other, one)


def test_the_table_names_countries_only() -> None:
    assert all(country_code(code) == code or code == "XK" for code in countries())


def test_countries_without_a_sea_are_told() -> None:
    assert [code for code in ("KZ", "KG", "UZ", "CH", "RU", "GE", "TR") if is_landlocked(code)] == [
        "KZ",
        "KG",
        "UZ",
        "CH",
    ]
