"""Family names whose ending makes them alike: another stem before it is another family, another spelling is none."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Мирзоев Парвиз Каримович", "Mirzoshoev Parviz Karimovich"),
        ("Levan Gelashvili", "ლევან გოგელაშვილი"),
        ("Давид Какабадзе", "David Kakadze"),
    ],
)
def test_a_syllable_more_before_one_ending_is_another_family(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"), [("Виктор Ермолаев", "Viktor Yermolov"), ("Dragana Yermolaeva", "Драгана Ермолова")]
)
def test_ev_behind_a_vowel_and_ov_are_two_families(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_two_other_vowels_of_a_georgian_stem_are_another_family() -> None:
    assert not is_match("დავით კაპანაძე", "Davit Kapianidze", "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Σπυρίδων Μπιμπίκος", "Spyridon Bibakis"),
        ("Παναγιώτα Μαυρίδου", "Panagiota Mavroudi"),
        ("Στέφανος Παπαδάκης", "Stefanos Papadakos"),
    ],
)
def test_greek_endings_of_two_kinds_are_two_families(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Виктор Ермолаев", "Viktor Ermolayev"),
        ("Петр Соловьёв", "Petr Soloviov"),
        ("Levan Gelashvili", "ლევან გელაშვილი"),
        ("Нино Бурджанадзе", "Nino Burjanadze"),
        ("Зураб Чхеидзе", "Zurab Chkhaidze"),
        ("Эдуард Шеварднадзе", "Eduard Shevarnadze"),
        ("Абдрахманов Тимур", "Abdurakhmanov Timur"),
        ("Оганесян Арам", "Hovhannisyan Aram"),
        ("Σπυρίδων Μπιμπίκος", "Spyridon Mpimpikos"),
        ("Παναγιώτα Μαυρίδου", "Panagiota Mavridis"),
    ],
)
def test_spellings_of_one_family_and_single_slips_are_one(left: str, right: str) -> None:
    assert is_match(left, right, "Person")
