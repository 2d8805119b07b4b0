"""Names of the other sex that differ by an ending, and branches in towns that no table knows."""

from __future__ import annotations

import pytest

from screening import compare_names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nail Velgoroğlu", "NAILE VELGOROGLU"),
        ("Adil Velgoroğlu", "Adile Velgoroglu"),
        ("فرید گل‌محمدی", "Farideh Golmohammadi"),
        ("سعید گل‌محمدی", "Saeideh Golmohammadi"),
        ("جميل الحسناوي", "Jamila Al Hasnawi"),
    ],
)
def test_a_name_of_the_other_sex_is_another_persons(left: str, right: str) -> None:
    """Arabic letters leave short vowels out, but never the one a name ends in."""
    assert compare_names(left, right, schema="Person").relation != "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("فریده گل‌محمدی", "Farideh Golmohammadi"),
        ("صباح الحسناوي", "Sabah Al Hasnawi"),
        ("طه الحسناوي", "Taha Al Hasnawi"),
    ],
)
def test_an_h_at_the_end_may_be_a_vowels_or_a_letter(left: str, right: str) -> None:
    """The same person in both letters."""
    assert compare_names(left, right, schema="Person").relation == "same_party"


def test_what_follows_a_branch_behind_a_whole_name_is_its_town() -> None:
    """Whether a table knows the town or not; in front of the legal form it is the name."""
    house = "Velgor Anlagenbau GmbH & Co KG"
    assert compare_names(f"{house}, Niederlassung Sornimfelde", house, schema="Company").relation == "same_party"
    assert compare_names("Niederlassung Sornimfelde GmbH", house, schema="Company").relation is None
