"""Two fathers' given names a letter apart are two in every form of a patronymic; spellings of one are one."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Сағындықов Дәурен Маратұлы", "Sagyndykov Dauren Muratuly"),
        ("Иванов Дамир Маратович", "Ivanov Damir Muratovich"),
        ("Ахметова Айгуль Маратовна", "Akhmetova Aigul Muratovna"),
        ("Алиев Тимур Асанович", "Aliyev Timur Esenovich"),
    ],
)
def test_fathers_of_two_given_names_a_vowel_apart_are_two(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_a_word_for_daughter_apart_hides_no_other_father() -> None:
    assert not is_match("Ахметова Айгуль Маратқызы", "Akhmetova Aigul Murat kyzy", "Person")
    assert is_match("Ахметова Айгуль Мұратқызы", "Akhmetova Aigul Murat kyzy", "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Иванов Петр Адреевич", "Ivanov Pyotr Andreyevich"),
        ("Иванов Сергей Данилович", "Ivanov Sergei Daniilovich"),
        ("Алиев Тимур Хасанович", "Aliyev Timur Gasanovich"),
        ("Алиев Тимур Магомедович", "Aliyev Timur Mukhamedovich"),
    ],
)
def test_spellings_of_one_fathers_name_and_slips_in_it_are_one(left: str, right: str) -> None:
    assert is_match(left, right, "Person")
