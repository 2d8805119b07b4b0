"""What was not read as it is written is said in the explanation, and counts for nothing."""

from __future__ import annotations

import math

import pytest

from screening import DEFAULT_THRESHOLD, compare_names


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


@pytest.mark.parametrize(
    ("written", "meant", "schema"),
    [
        ("SANAT AFR1N TEHR4N CO", "SANAT AFRIN TEHRAN COMPANY", "Company"),
        ("MOHSEN GHAREHB4GHI", "GHAREHBAGHI, Mohsen", "Person"),
        ("GL0RY 0F TR1P0LI", "GLORY OF TRIPOLI", "Vessel"),
        ("G a l i n a  V o d r i n a", "VODRINA, Galina", "Person"),
        ("Г а л и н а В о д р и н а", "VODRINA, Galina", "Person"),
        ("Ðorðe Vodrièiæ", "Đorđe Vodričić", "Person"),
        ("Paweł Wiœnicki", "Pawel Wisnicki", "Person"),
    ],
)
def test_figures_for_letters_and_letters_apart_or_of_another_table_are_read(
    written: str, meant: str, schema: str
) -> None:
    assert compare_names(written, meant, schema=schema).score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("written", "other"),
    [("Web4all", "Weball"), ("STAR4YOU LTD", "STARAYOU LTD"), ("G4S plc", "GAS plc"), ("R4 Trading", "RA Trading")],
)
def test_a_figure_that_says_for_or_a_number_is_no_letter(written: str, other: str) -> None:
    assert compare_names(written, other, schema="Company").score < DEFAULT_THRESHOLD


def test_a_nought_by_itself_is_a_word_like_any_other() -> None:
    assert compare_names("0", "0").score == 1.0
    assert compare_names("Plant 0", "Plant 7").score < 1.0
