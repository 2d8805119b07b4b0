"""Two words of business that a letter tells apart are two trades, unless they are forms of one word."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("CV Kapas Velgor Timur", "CV Kapal Velgor Timur"),
        ("Velgorli Metal Ticarət MMC", "Velgorli Metan Ticarət MMC"),
        ("ТОВ «Велгор Фарба»", "TOV Velgor Farma"),
    ],
)
def test_a_consonant_that_makes_another_trade_makes_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
    assert not is_match(right, left, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Velgor Conveyor Ltd", "Velgor Conveyors Ltd"),
        ("ООО Велгор Окуляр", "ТОВ Велгор Окуляри"),
        ("Velgor Metiz", "Velgor Metizy"),
    ],
)
def test_an_ending_does_not(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
