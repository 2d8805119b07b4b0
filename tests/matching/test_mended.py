"""What was not read as it is written is said in the explanation, and counts for nothing."""

from __future__ import annotations

import math

import pytest

from screening import compare_names


@pytest.mark.parametrize(
    ("written", "whole", "says"),
    [
        ("Trad1ng House Vostok", "Trading House Vostok", "trad1ng read as trading"),
        ("Uralrnash Plant", "Uralmash Plant", "uralrnash read as uralmash"),
        ("Vostok cmpany", "Vostok company", "cmpany read as company"),
        ("Bank exch ange", "Bank exchange", "exch ange read as exchange"),
        ("A0 Vostok", "AO Vostok", "a0 read as ao"),
        ("000 Ромашка", "ООО Ромашка", "000 read as ooo"),
        ("АNВО Marine", "ANBO Marine", "АNВО read as anbo, in letters of two alphabets"),
        ("Vostok Trading Limited Liability Com", "Vostok Trading LLC", "com read as comp"),
    ],
)
def test_a_word_that_was_mended_is_told_of_on_its_side(written: str, whole: str, says: str) -> None:
    found = compare_names(written, whole, schema="Company")
    assert f"the subject's {says}" in found.explanation
    assert f"the entry's {says}" in compare_names(whole, written, schema="Company").explanation
    assert math.isclose(sum(part.points for part in found.parts), found.score, abs_tol=1e-5)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vostok M6", "VOSTOK M6 LTD"),
        ("Vostok Trading", "VOSTOK TRADING LLC"),
        ("Ромашка", "Romashka"),
        ("X & Y Trading", "X and Y Trading"),
    ],
)
def test_nothing_is_told_where_nothing_was_mended(left: str, right: str) -> None:
    assert "read as" not in compare_names(left, right, schema="Company").explanation


def test_a_mended_name_that_is_the_same_otherwise_still_scores_one() -> None:
    assert compare_names("Trad1ng House Vostok", "Trading House Vostok", schema="Company").score == 1.0
