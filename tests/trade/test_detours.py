"""How much longer a way round is, and what the table of where countries lie must hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.names.places import country_code
from screening.trade.detours import are_neighbours, countries, is_landlocked, times_as_long

CODES = st.sampled_from(sorted(countries()))


def test_a_way_through_the_next_country_is_hardly_longer_and_one_around_the_world_is() -> None:
    near, far = times_as_long("DE", "KZ", "UZ"), times_as_long("KR", "UZ", "CN")
    assert near is not None
    assert far is not None
    assert near < 1.3 < 5 < far


@given(CODES, CODES, CODES)
def test_no_way_is_shorter_than_the_straight_one_and_there_is_as_long_as_back(one: str, by: str, other: str) -> None:
    times = times_as_long(one, by, other)
    if one == other:
        assert times is None
        return
    assert times is not None
    assert times >= 1 - 1e-6
    assert times == pytest.approx(times_as_long(other, by, one))


def test_a_country_that_is_not_known_gives_no_figure() -> None:
    assert times_as_long("DE", "ZZ", "UZ") is None
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
