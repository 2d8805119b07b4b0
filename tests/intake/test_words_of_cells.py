"""Words within cells of customs tables and statistics that the tables of words hold: "and", voyages, endings."""

from __future__ import annotations

import pytest

from screening.intake.customs_beside import further_hs, incoterm_in
from screening.intake.customs_ships import ship
from screening.intake.customs_wording import any_written
from screening.intake.statistics_phrases import currency_in
from screening.intake.statistics_places import trader
from screening.intake.statistics_words import without_ending, word


@pytest.mark.parametrize("word", ["and", "и", "ve", "və", "և", "და"])
def test_an_and_of_any_language_stands_between_two_codes(word: str) -> None:
    assert further_hs(f"850440 {word} 854231") == ("854231",)


@pytest.mark.parametrize("name", ["DELTA STAR V.012E", "DELTA STAR VOY 12", "DELTA STAR рейс 7", "DELTA STAR / 12W"])
def test_a_voyage_is_no_part_of_a_ships_name(name: str) -> None:
    found = ship(name, "")
    assert found is not None
    assert found[1] == "DELTA STAR"


def test_the_edition_of_the_terms_is_no_place() -> None:
    assert incoterm_in("DAP Almaty (Инкотермс 2020)") == ("DAP", "Almaty")


@pytest.mark.parametrize(("heading", "code"), [("in tenges", "KZT"), ("драмах", "AMD")])
def test_a_currency_in_a_case_or_the_plural_is_known(heading: str, code: str) -> None:
    assert currency_in(heading) == code


def test_a_currency_of_a_name_that_several_states_have_is_left_open() -> None:
    assert currency_in("в манатов") is None


def test_words_are_read_as_they_are_written_the_longest_first() -> None:
    found = any_written("and").split("|")
    assert "и" in found
    assert [len(each) for each in found] == sorted(map(len, found), reverse=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [("Moldova, Republic of", "MD"), ("Iran, Islamic Republic of", "IR"), ("Moldova, retail", None)],
)
def test_words_of_a_states_name_may_stand_behind_its_comma(text: str, code: str | None) -> None:
    found = trader(text)
    assert (found.id if found else None) == code


@pytest.mark.parametrize("heading", ["code", "КОД", "kod"])
def test_a_heading_of_codes_need_not_say_of_what(heading: str) -> None:
    assert word("code_heading", heading)


@pytest.mark.parametrize(
    ("kind", "name", "bare"), [("ending", "манатов", "манат"), ("title_ending", "dollars", "dollar")]
)
def test_a_currency_loses_the_ending_it_takes(kind: str, name: str, bare: str) -> None:
    assert without_ending(name, kind) == bare
    assert without_ending("yen", kind) == "yen"
