"""Names people bear: two of one language are two, however alike, and one where only the writing differs."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names
from screening.names.in_use import are_two_names


@pytest.mark.parametrize(
    ("left", "right"),
    [("nowak", "nowakowski"), ("keller", "kellner"), ("keller", "kessler"), ("rossini", "rossi")],
)
def test_two_family_names_of_one_language_are_two(left: str, right: str) -> None:
    assert are_two_names([left], [right])
    assert are_two_names([right], [left])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("meier", "meyer"),
        ("schmidt", "schmitt"),
        ("gonzalez", "gonzales"),
        ("lindquist", "lindqvist"),
        ("hofmann", "hoffmann"),
        ("nowak", "nowakk"),  # nobody's name
    ],
)
def test_spellings_of_one_sound_and_names_of_other_languages_are_not_two_by_the_lists(left: str, right: str) -> None:
    assert not are_two_names([left], [right])


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("Grzegorz Nowakowski", "Grzegorz Nowak", False),
        ("Martin Keller", "Martin Kellner", False),
        ("Martin Keller", "Martin Keler", True),
        ("Grzegorz Nowakowski", "Grzegorz Nowakowsk", True),
        ("Jürgen Meier", "Juergen Meyer", True),
    ],
)
def test_persons_of_two_family_names_in_use_are_two(left: str, right: str, one: bool) -> None:
    found = compare_names(left, right, schema="Person")
    assert (found.relation == "same_party" and found.score >= DEFAULT_THRESHOLD) is one
