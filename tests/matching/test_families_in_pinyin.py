"""One given name in pinyin beside two family names in pinyin is two persons', however Cantonese writes the one."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names


def score(left: str, right: str) -> float:
    return compare_names(left, right, schema="Person").score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Wu Dongsheng", "HU Dongsheng"),
        ("Cai Xiaodong", "Chai Xiaodong"),
        ("Wu Dong Sheng", "HU Dongsheng"),
        ("Fang Haitao", "Feng Haitao"),
    ],
)
def test_two_family_names_in_pinyin_are_two(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD
    assert score(right, left) == score(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lü Jianjun", "LYU Jianjun"),  # one name in pinyin
        ("Woo Ka Wai", "WU Ka Wai"),  # Cantonese
        ("Chang Wei-ming", "Zhang Weiming"),  # Wade-Giles
        ("Lee Xiaoming", "Li Xiaoming"),  # Lee is no pinyin
    ],
)
def test_one_family_name_in_two_systems_is_one(left: str, right: str) -> None:
    assert score(left, right) >= DEFAULT_THRESHOLD
