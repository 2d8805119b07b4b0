"""Greek given names that a stroke shortens (Κων/νος) are the name, and no other."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Κων/νος Αυγερινός", "Constantine Avgerinos"),
        ("ΚΩΝ/ΝΟΣ ΑΥΓΕΡΙΝΟΣ", "Avgerinos Konstantinos"),
        ("Αυγερινός Δημ/τριος", "Dimitrios Avgerinos"),
        ("Αθαν/σιος Αυγερινός", "Athanasios Avgerinos"),
    ],
)
def test_a_greek_given_name_with_a_stroke_is_the_whole_name(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


def test_a_greek_given_name_with_a_stroke_is_no_other_name() -> None:
    assert not is_match("Κων/νος Αυγερινός", "Dimitrios Avgerinos", "Person")
    assert not is_match("Αθαν/σιος Αυγερινός", "Anastasios Avgerinos", "Person")
