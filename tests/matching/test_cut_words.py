"""Names cut off by a field's width."""

from __future__ import annotations

import pytest

from screening import DEFAULT_THRESHOLD, compare_names
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("cut", "whole"),
    [("Dilip Kumar Balasubr", "Dilip Kumar Balasubramanian"), ("Ekaterina Ovsyanniko", "Ekaterina Ovsyannikova")],
)
def test_a_name_cut_off_answers_the_whole(cut: str, whole: str) -> None:
    assert compare_names(cut, whole, schema="Person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"), [("Kemal Kara", "Kemal Karaca"), ("Selma Uzun", "Selma Uzunoğlu"), ("Li Na", "Li Nan")]
)
def test_a_shorter_name_in_use_is_not_cut_off(one: str, other: str) -> None:
    assert compare_names(one, other, schema="Person").score < DEFAULT_THRESHOLD


def test_two_words_written_together_are_not_one_cut_off() -> None:
    assert compare_names("ООО Метеор", "ООО Метеоринвест", schema="Company").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("VELTTAU MINERAL FERTILIZER PLANT JO", "«Велттау минералды тыңайтқыштар зауыты» АҚ"),
        ("VELMENTSAVAN MACHINE TOOL PLANT OPE", "«Վելմենցավան հաստոցաշինական գործարան» ԲԲԸ"),
    ],
)
def test_a_form_cut_off_answers_it_in_another_language(cut: str, whole: str) -> None:
    assert compare_names(cut, whole, schema="Company").score > 0.9


def test_another_word_behind_a_name_is_no_form_cut_off() -> None:
    assert compare_names("Vodrin Machine Building Plant Velm", "Vodrin Machine Building Plant JSC").score < 0.8


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("شرکت سیمان کرمان", "شرکت سیمان کرمانشاه"),
        ("Kerman Petrochemical Co.", "Kermanshah Petrochemical Co."),
        ("Керман Цемент", "Керманшах Цемент"),
        ("Hama Cement Company", "Hamadan Cement Company"),
        ("Astra Shipyard", "Astrakhan Shipyard"),
        ("ООО «Киров Лес»", "ООО «Кировоград Лес»"),
        ("Balkh Cotton", "Balkhash Cotton"),
        ("Gori Wine LLC", "Goris Wine LLC"),
    ],
)
def test_a_place_that_another_begins_with_is_no_place_cut_off(shorter: str, longer: str) -> None:
    for one, other in ((shorter, longer), (longer, shorter)):
        assert not is_match(one, other, "Company")
        assert not is_found(one, other, "Company")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [("Novosib Metal", "Novosibirsk Metal"), ("Ekaterinb. Metal Works", "Ekaterinburg Metal Works")],
)
def test_a_place_cut_off_is_the_place(cut: str, whole: str) -> None:
    assert is_match(cut, whole, "Company")
