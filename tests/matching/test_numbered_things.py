"""Names that share nothing but a number, and what is numbered: firms, plants, schools, units, prison colonies."""

from __future__ import annotations

import pytest

from screening.matching import compare_names
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО КОМПАНИЯ 39", "Division 39"),
        ("ООО КОМПАНИЯ 3", "ФКУ ИК-3"),
        ("ООО ИК 3", "ФКУ ИК-3"),
        ("ООО ЗАВОД 3", "ФКУ ИК-3"),
        ("ООО КОМПАНИЯ 99", "LLC GROUP 99"),
        ("ООО КОМПАНИЯ 1", "ONE GROUP"),
        ("ООО КОМПАНИЯ 12", "Military Unit 12"),
        ("ООО КОМПАНИЯ 5", "Школа № 5"),
        ("Институт № 5", "Школа № 5"),
        ("Plant No. 7", "ООО ГРУППА 7"),
        ("ООО 26", "ФГУП 26"),
    ],
)
def test_a_number_of_another_kind_of_thing_is_no_name(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert not is_match(left, right, "Company")
    assert found.relation is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("GROUP 77", "ООО ГРУППА 77"),
        ("Plant No. 7", "Завод № 7"),
        ("Combine 7", "Завод № 7"),
        ("ООО КОМПАНИЯ 39", "COMPANY 39 LLC"),
        ("КОМПАНИЯ 39", "Firma 39"),
        ("ООО Завод 26", "АО Завод № 26"),
        ("Завод 26", "ФГУП Завод № 26"),
        ("ФКУ ИК-3", "Исправительная колония № 3"),
        ("ТОО 777", "777 LLP"),
    ],
)
def test_a_number_of_one_kind_of_thing_is(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


def test_the_explanation_says_so() -> None:
    said = compare_names("ООО КОМПАНИЯ 39", "Division 39", schema="Company").explanation
    assert "only a number in common, of another kind of thing" in said
