"""Slips in words that are no names: a letter wrong, a space within, letters of another alphabet that look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening import compare_names
from screening.names.misspelt_words import mended
from screening.names.parsing import name_words
from screening.names.scanned import unscanned
from screening.names.scripts import repair_text
from screening.names.split_words import rejoined


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("cmpany", "company"),
        ("compnay", "company"),
        ("traing", "trading"),
        ("corportion", "corporation"),
        ("corporatoin", "corporation"),  # ends as a family name does
        ("cabels", "cables"),
        ("txetile", "textile"),
        ("предпрятие", "предприятие"),
        ("dmitrievnch", "dmitrievich"),
        ("aleksetvich", "alekseevich"),
    ],
)
def test_a_letter_wrong_in_a_common_word_is_mended(written: str, meant: str) -> None:
    assert mended(written) == meant


@pytest.mark.parametrize(
    "word",
    [
        "company",  # as it should be
        "companya",  # another last letter
        "ompany",  # another first letter
        "nosirovich",  # another father
        "leontieva",  # a family name, no patronymic that lacks a letter
        "winsun",
        "camels",
        "elbacs",  # its letters, but not two that stand beside each other
        "corporatov",
        "василівка",  # a village
        "vasylivka",
        "александровка",
        "tradex",
        "kompan",
    ],
)
def test_other_words_stay(word: str) -> None:
    assert mended(word) == word


@given(st.text(alphabet="abcdefgimnoprstuyкомпанияшт", min_size=1, max_size=14))
def test_mending_twice_is_mending_once(word: str) -> None:
    assert mended(mended(word)) == mended(word)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Shomal Cement Cmpany", "Shomal Cement Company"),
        ("Titan Exch ange", "Titan Exchange"),
        ("Uralvagonzovod Corporatoin", "Uralvagonzavod Corporation"),
        ("Bank Saint-Peter sburg", "Bank Saint-Petersburg"),
        ("MАСKА INVЕST СОМРАNY LIMITЕD", "MACKA INVEST COMPANY LIMITED"),
        ("АNBО SHIРРING РТЕ. LTD.", "ANBO SHIPPING PTE. LTD."),
    ],
)
def test_a_firm_is_found_for_all_that(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").relation == "same_party"


def test_a_person_is_found_with_letters_of_another_alphabet_in_every_word() -> None:
    assert compare_names("СHОЕ, Сhоl Min", "CHOE, Chol Min", schema="Person").score == 1.0


def test_a_family_name_without_its_last_vowel_is_a_slip_and_another_ending_another_family() -> None:
    assert compare_names("Kozitsn, Nikolai", "Kozitsyn, Nikolai", schema="Person").relation == "same_party"
    assert compare_names("Aleksei Sokol", "Aleksei Sokolov", schema="Person").relation is None


def test_two_words_that_say_something_by_themselves_stay_apart() -> None:
    assert rejoined(("ship", "building")) == ("ship", "building")
    assert rejoined(("exch", "ange")) == ("exchange",)


def test_letters_of_two_alphabets_stay_where_no_word_mixes_them_or_no_one_script_can_write_all() -> None:
    assert repair_text("ООО Gazprom") == "ООО Gazprom"
    assert repair_text("Bеktor Завод") == "Bеktor Завод"
    assert repair_text("РТЕ Аnbo") == "PTE Anbo"


@given(st.text(alphabet="ABCEHMOPTXАВСЕНМОРТХ ", max_size=20))
def test_words_of_a_name_are_the_same_for_the_name_made_of_them(name: str) -> None:
    once = name_words(name)
    assert name_words(" ".join(once)) == once


@pytest.mark.parametrize(
    ("written", "meant"),
    [("c4spian", "caspian"), ("g0ld3n", "golden"), ("m3ridi4n", "meridian"), ("tr4d1ng", "trading"), ("st4r", "star")],
)
def test_figures_drawn_like_letters_make_words_in_use(written: str, meant: str) -> None:
    assert unscanned(written) == meant


@pytest.mark.parametrize("word", ["web4all", "car4you", "sector7gulf", "s300m", "team4", "4sea", "x7r"])
def test_figures_that_are_meant_stay(word: str) -> None:
    assert unscanned(word) == word
