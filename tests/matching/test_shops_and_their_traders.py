"""Persons called by their shops are compared as firms; sole traders of China, Korea and Japan as persons."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("مؤسسة فهد العتيبي التجارية", "FAHAD AL OTAIBI TRADING EST."),
        ("فروشگاه ابزار و یراق داوود صادق‌پور", "Davoud Sadeghpour Hardware Store"),
        ("HAMID TAVAKOLIAN TRADING", "بازرگانی حمید توکلیان"),
        ("Daesung Sanghoe (Yoo Man-sik)", "대성상회 (대표 유만식)"),
        ("Магазин Мирзоев Парвиз", "Дӯкони Мирзоев Парвиз"),
        ("张建国五金商行", "Zhang Jianguo Hardware Store"),
        ("محلات علي الحلبي التجارية", "ALI AL HALABI TRADING STORES"),
        ("Kaya Ticaret - Mehmet Kaya", "MEHMET KAYA (KAYA TICARET)"),
    ],
)
def test_persons_called_by_one_shop_are_one(left: str, right: str) -> None:
    assert is_match(left, right, "Person")
    assert is_found(left, right, "Person")
    assert is_found(right, left, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("SULTAN AL SHAMMARI CONTRACTING EST.", "مؤسسة سالم الشمري للمقاولات"),
        ("HAMID TAVAKOLIAN TRADING", "بازرگانی مجید توکلیان"),
        ("Youngjin Electronics (Rep. Koo Bon-hyuk)", "영진상사 (대표 구본철)"),
        ("مؤسسة فهد العتيبي للمقاولات", "FAHAD AL OTAIBI TRADING EST."),
        ("Daesung Sanghoe (Yoo Man-su)", "대성상회 (대표 유만식)"),
    ],
)
def test_shops_of_another_owner_or_trade_are_others(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_a_person_with_a_word_of_business_for_a_name_is_compared_as_a_person() -> None:
    assert is_match("Trader, Marina", "Marina Trader", "Person")
    assert not is_match("علي الحلبي", "ALI AL HALABI TRADING STORES", "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ZHOU DAYONG (INDIVIDUAL BUSINESS)", "周大勇(个体工商户)"),
        ("ZHOU DAYONG", "个体工商户周大勇"),
        ("ZHOU DAYONG (SELF-EMPLOYED)", "周大勇(個體工商戶)"),
        ("ZHOU DAYONG (INDIVIDUALLY-OWNED BUSINESS)", "周大勇个体户"),
        ("YOO MAN-SIK", "개인사업자 유만식"),
        ("TANAKA ICHIRO", "田中一郎(個人事業主)"),
    ],
)
def test_what_marks_a_sole_trader_is_no_part_of_the_name(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


def test_sole_traders_of_other_given_names_are_two() -> None:
    assert not is_match("ZHOU DAYONG (INDIVIDUAL BUSINESS)", "周大伟(个体工商户)", "Person")
    assert not is_match("YOO MAN-SIK", "유만수(개인사업자)", "Person")
