"""A rank and the force or the branch of service it is of are no part of a person's name, in any language."""

from __future__ import annotations

import pytest

from screening.matching import compare_names
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Генерал-майори милитсия Шарифов Ҳабибулло", "Maj. Gen. Khabibullo Sharifov"),
        ("육군 대령 한동수", "Col. Han Dong-soo (ROK Army)"),
        ("해군 준장 김철수", "Kim Chul-soo, Rear Adm. (ROK Navy)"),
        ("генерал поліції третього рангу Коваль Андрій", "Andriy Koval"),
        ("Полиция полковнигі Сериков Нұрлан", "Colonel of Police Nurlan Serikov"),
        ("polis polkovniki Əliyev Rauf", "Rauf Aliyev"),
        ("Coronel de la Guardia Civil Juan Pérez", "Juan Pérez"),
        ("სანდრო ბერიძე", "პოლიციის პოლკოვნიკი სანდრო ბერიძე"),
        ("سرهنگ نیروی انتظامی رضا احمدی", "Reza Ahmadi"),
        ("陆军 上校 王小明", "Col. Wang Xiaoming"),
        ("Oberst a.D. Klaus Berger", "Klaus Berger"),
    ],
)
def test_a_rank_with_its_force_is_left_out(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("육군 대령 한동수", "육군 대령 한동철"),
        ("Генерал-майори милитсия Шарифов Ҳабибулло", "Генерал-майори милитсия Каримов Ҳабибулло"),
        ("Oberst a.D. Klaus Berger", "Oberst a.D. Jürgen Berger"),
        ("Petrov A.D.", "Petrov V.K."),
    ],
)
def test_a_rank_and_force_in_common_make_two_persons_no_one(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"), [("Russian Army", "Russian Ground Forces"), ("Military Police", "Military Police Command")]
)
def test_a_force_is_a_word_of_the_names_of_public_bodies(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Organization").score > 0.3
