"""A state that one of two firms' names adds, and numbers in words beside figures."""

from __future__ import annotations

import pytest

from screening.matching import compare_names
from tests.matching.one_pair import is_found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vodrin Petrol S.R.L.", "Vodrin Petrol Moldova S.R.L."),
        ("Vodrin Antriebstechnik GmbH", "Vodrin Antriebstechnik Polska Sp. z o.o."),
        ("Vodrin Mining Group PLC", "ООО «Водрин Майнинг Груп Таджикистан»"),
        ("Zakłady Mięsne Vodrin S.A.", "Zakłady Mięsne Vodrin Ukraina"),
    ],
)
def test_a_firm_with_a_state_in_its_name_is_a_daughter_of_the_one_without(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert compare_names(one, other, schema="Company").relation == "possible_affiliate"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("HK Vodrin Logistics Ltd", "Hong Kong Vodrin Logistics Limited"),
        ("Vodrin Makine San. A.Ş.", "VODRIN MAKINE SAN. A.S. TURKEY"),
        ("Vodrin Marine Limited", "Vodrin Marine Ltd-MHL"),
        ("Vodrin Tekstil A.Ş.", "VODRIN TEKSTIL TURKEY LTD"),
    ],
)
def test_a_state_that_stands_first_or_behind_the_form_or_is_the_forms_is_the_seat(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation == "same_party"


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Agropecuaria Los Tres Vodrines S.A.S.", "AGROPECUARIA LOS 3 VODRINES SAS", "Company"),
        ("Daiichi Vodrin Maru", "VODRIN MARU NO. 1", "Vessel"),
        ("Vodrin Dört Ticaret Ltd. Şti.", "Vodrin 4 Ticaret Ltd. Sti.", "Company"),
    ],
)
def test_numbers_in_words_of_any_language_are_those_in_figures(left: str, right: str, schema: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert compare_names(one, other, schema=schema).relation == "same_party"
        assert is_found(one, other, schema)


def test_other_numbers_in_words_still_contradict_figures() -> None:
    assert compare_names("Los Tres Vodrines S.A.S.", "LOS 4 VODRINES SAS", schema="Company").relation != "same_party"
    assert compare_names("Daini Vodrin Maru", "VODRIN MARU NO. 1", schema="Vessel").relation != "same_party"


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Kirk Trading LLC", "Forty Trading LLC", "Company"),
        ("Otto Energy Ltd", "Eight Energy Ltd", "Company"),
        ("Try Energy", "3 Energy", "Company"),
        ("John Galloway", "John Halloway", "Person"),
        ("Khaled Dhaman", "Khaled Zaman", "Person"),
        ("RPA Consulting Ltd", "Consulting Ltd", "Company"),
        ("Vodrin Abrasive Works JSC", "Vodrin Tool Works JSC", "Company"),
        ("Mohammed Ahmad Ali Omari", "Mohammed Ahmad Ali Amiri", "Person"),
        ("Mohammed Ahmad Ali Hasani", "Mohammed Ahmad Ali Husseini", "Person"),
    ],
)
def test_words_that_may_be_read_so_are_two_where_nothing_says_it(left: str, right: str, schema: str) -> None:
    assert compare_names(left, right, schema=schema).relation != "same_party"


def test_a_firm_in_two_towns_is_still_shown_as_a_possible_affiliate() -> None:
    found = compare_names("Vodrinneftegaz LLC, Khimki", "Vodrinneftegaz LLC, Moscow", schema="Company")
    assert found.relation == "possible_affiliate"


def test_measuring_equipment_is_instruments() -> None:
    assert compare_names("Водрин Приборы ООО", "Vodrin Measuring Equipment LLC").relation == "same_party"
