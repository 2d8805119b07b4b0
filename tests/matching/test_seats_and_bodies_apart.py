"""Firms of two towns and two bodies stay apart; what ends in an address or a letter is read as that."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.matching import DEFAULT_THRESHOLD
from screening.names.parsing import parse
from screening.names.seats import before_seat, town_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vodrin Tekstil Ltd. Şti. (Denizli)", "VODRIN TEXTILE LTD - BURSA"),
        ("Vodrin SARL, Casablanca", "VODRIN SARL, TRIPOLI"),
        ('Türkmenistanyň "Halkbank" döwlet täjirçilik banky', "TURKIYE HALK BANKASI A.S."),
        ("中国航天科技集团公司", "China Aerospace Science and Industry Corporation"),
    ],
)
def test_firms_of_two_towns_and_two_bodies_are_two(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").score < DEFAULT_THRESHOLD
    assert compare_names(right, left, schema="Company").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vodrin Tekstil Ltd. Şti. (Denizli)", "VODRIN TEXTILE LTD - DENIZLI"),
        ("Vodrin Tekstil Ltd. Şti. (Denizli)", "VODRIN TEXTILE LTD"),
        ("Vodrin Trading LLC, Jebel Ali", "VODRIN TRADING LLC, DUBAI"),
        ("ООО Водрин, г. Зеленоград", "OOO VODRIN, MOSCOW"),
        ("Rosoboronexport JSC, Saint Petersburg", "Rosoboronexport JSC, Moscow"),
        ("VODRIN PLANT, YEREVAN, BAGRATUNYATS STR.", "Vodrin Plant CJSC"),
        ("VODRIN CORPORATION DOO, BEOGRAD STARI GRAD", "VODRIN CORPORATION DOO BEOGRAD"),
        ('ООО «Беспилотные технологии "Водрин-К"»', "VODRIN-K UNMANNED TECHNOLOGIES"),
        ("VODRIN AL BAHR SHIPPING & CLEARING FZE", "فودرين البحر للشحن والتخليص م.م.ح"),
    ],
)
def test_one_town_an_address_and_a_letter_say_nothing_against_a_firm(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.relation == "same_party"
    assert found.score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Vodrin Ltd (Denizli)", "denizli"),
        ("VODRIN LTD - BURSA", "bursa"),
        ("VODRIN LTD", None),
        ("Bursa Vodrin Ltd", None),
        ("Vodrin Ltd, Istanbul branch", None),
    ],
)
def test_the_town_a_firm_is_in_stands_behind_its_form_or_in_brackets(name: str, town: str | None) -> None:
    assert town_of(name) == town


def test_a_town_and_a_street_are_an_address_without_a_number() -> None:
    assert before_seat("VODRIN PLANT, YEREVAN, BAGRATUNYATS STR.") == "VODRIN PLANT"
    assert before_seat("VODRIN PLANT, YEREVAN, GYUMRI") is None


def test_bodies_of_two_states_are_no_affiliates() -> None:
    found = compare_names(
        "Ukraine's Security Service", "Federal Security Service of the Russian Federation", schema="Organization"
    )
    assert found.relation is None


def test_a_branch_of_the_forces_is_not_the_army() -> None:
    assert compare_names("Russian Army", "Russian Airborne Forces", schema="Organization").score < DEFAULT_THRESHOLD
    assert compare_names("Russian Army", "Russian Ground Forces", schema="Organization").score > DEFAULT_THRESHOLD


def test_a_parent_stays_a_possible_affiliate_of_its_daughter() -> None:
    found = compare_names("Gazprom Neft", "Gazprom", schema="Company")
    assert found.relation == "possible_affiliate"
    assert found.score > 0.6


@pytest.mark.parametrize("flag", ["BZE", "MAI", "LIB", "HKG"])
def test_the_flag_behind_a_ship_owners_legal_form_is_a_country(flag: str) -> None:
    assert parse(f"VODRIN SHIP MANAGEMENT LTD-{flag}", "organisation").parts[-1].kind == "country"
    assert compare_names(f"VODRIN MARINE LTD-{flag}", "VODRIN MARINE LIMITED", schema="Company").score > 0.75
