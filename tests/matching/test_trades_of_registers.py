"""Trades of plants, farms, offices and institutes in the languages of the region, beside their usual English."""

from __future__ import annotations

import pytest

from screening.names.closed_compounds import halves
from screening.names.slavic_kin import meanings_of_kin
from tests.matching.one_pair import is_match, pairs


@pytest.mark.parametrize(("left", "right"), pairs("trades_translated.tsv"))
def test_a_trade_and_its_english_are_one_firms(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(("left", "right"), pairs("trades_apart.tsv"))
def test_another_trade_under_the_same_word_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("word", "concept"),
    [
        ("кіслародны", "oxygen"),
        ("вітаміннага", "vitamin"),
        ("інструментаў", "tools"),
        ("кислородна", "oxygen"),
        ("керамичен", "ceramics"),
        ("професионалните", "professional"),
    ],
)
def test_belarusian_and_bulgarian_words_are_known_by_kindred_ones(word: str, concept: str) -> None:
    assert concept in {each.concept for each in meanings_of_kin(word)}


@pytest.mark.parametrize("word", ["сакалова", "малахаў", "гарадзецкая", "багданаў", "тарас"])
def test_names_have_no_meaning_for_being_like_a_word(word: str) -> None:
    assert meanings_of_kin(word) == ()


@pytest.mark.parametrize(
    ("token", "first", "second"),
    [
        ("станкоремонтного", "станко", "ремонтного"),
        ("турбиностроительная", "турбин", "строительная"),
        ("ტყვიასადნობი", "ტყვია", "სადნობი"),
        ("բամբակավերամշակման", "բամբակ", "վերամշակման"),
    ],
)
def test_a_compound_of_other_scripts_is_cut_at_its_link(token: str, first: str, second: str) -> None:
    assert halves(token) == (first, second)


@pytest.mark.parametrize("word", ["бандаренка", "златогоров", "ивановская"])
def test_names_are_no_compounds(word: str) -> None:
    assert halves(word) is None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("המכון לכימיה נרדיס", "Nardis Institute of Chemistry", True),
        ("מכון למתמטיקה נרדיס", "Nardis Institute of Mathematics", True),
        ("המפעל לכבלים נרדיס", "Nardis Cable Plant", True),
        ("המפעל לכבלים נרדיס", "Nardis Tank Plant", False),
        ("מכון למתמטיקה נרדיס", "Nardis Institute of Chemistry", False),
        ("מפעל לביא", "Avi Plant", False),  # a name, and no word for anybody
    ],
)
def test_hebrew_words_of_trade_are_known_behind_what_is_written_before_them(left: str, right: str, same: bool) -> None:
    assert is_match(left, right, "Company") == same
