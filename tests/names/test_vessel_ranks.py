"""Ranks before the person a ship is named after, in other languages and short."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names
from screening.names.vessel_ranks import rank_at, with_usual_rank


def score(left: str, right: str) -> float:
    return compare_names(left, right, schema="Vessel").score


@pytest.mark.parametrize("written", ["Captain Danilkin", "Kap. Danilkin", "M/V Capt. Danilkin", "Капитан Данилкин"])
def test_a_rank_is_one_however_it_is_written(written: str) -> None:
    assert score(written, "KAPITAN DANILKIN") > 0.95


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kapitan Danilkin", "Kapitan Davydkin"),
        ("General Ushakov", "Admiral Ushakov"),
        ("Kapitan M. Izmaylov", "Kapitan Gennadiy Izmaylov"),
        ("Kapitan M. Izmaylov", "Kapitan M. Gotskiy"),
    ],
)
def test_another_rank_name_or_initial_is_another_ship(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("PROFESSOR BULAKHOV", "Профессор Бутаков"),
        ("KAPITAN DANILKIN", "Капитан Данилин"),
        ("Капітан Гришин", "KAPITAN GRIDIN"),
        ("Marshal Zhukov", "Маршал Жуковский"),
    ],
)
def test_two_family_names_behind_one_rank_are_two_ships_in_two_scripts_too(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("PROFESSOR BOUTAKOV", "Профессор Бутаков"),
        ("Marshal Zukov", "Маршал Жуков"),
        ("ADMIRAL MAKAREV", "Адмирал Макаров"),
    ],
)
def test_a_family_name_spelled_otherwise_behind_a_rank_is_one(left: str, right: str) -> None:
    assert score(left, right) >= DEFAULT_THRESHOLD


def test_an_initial_behind_a_rank_is_the_persons() -> None:
    assert score("Akademik A. Karpinskiy", "AKADEMIK ALEKSANDR KARPINSKIY") >= DEFAULT_THRESHOLD


def test_a_letter_without_a_rank_is_a_word_of_the_ships_name() -> None:
    assert score("M Star", "Mega Star") < DEFAULT_THRESHOLD


@pytest.mark.parametrize("tokens", [("kapitan",), ("sea", "captain"), ("stella", "gen", "star"), ()])
def test_what_stands_last_or_behind_a_name_is_no_rank(tokens: tuple[str, ...]) -> None:
    assert rank_at(tokens) is None
    assert with_usual_rank(tokens) == tokens
