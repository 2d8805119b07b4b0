"""Slavic names and firms as Ukrainians, Belarusians and Russians spell them in Latin letters."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Hryshchenko, Olha", "GRISHCHENKO, Olga", "Person"),
        ("HUBAREVICH, Ihar", "Gubarevich Igor", "Person"),
        ("AO Yumirs", "JSC Umirs", "Company"),
        ("CHKPZ", "PAO Chelyabinskiy kuznechno pressovyy zavod", "Company"),
        ("Galika TSTS", "Galika Tsentr Tekhnologii i Servis", "Company"),
    ],
)
def test_one_name_in_two_habits_of_spelling(left: str, right: str, schema: str) -> None:
    assert compare_names(left, right, schema=schema).score >= DEFAULT_THRESHOLD


def test_an_iranian_called_pour_is_not_called_for() -> None:
    assert compare_names("POUR FARZANEH, Hossein", "POURFARZANEH, Hossein", schema="Person").score > 0.9
