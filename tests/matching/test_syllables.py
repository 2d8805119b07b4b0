"""Whether two names may share a Chinese or Korean given name, syllable by syllable."""

import pytest

from screening.matching import compare_names
from screening.matching.syllables import may_share_given_name

MEET = [
    (["王", "小明"], ["wong", "siu", "ming"]),
    (["wang", "xiaoming"], ["wong", "siu", "ming"]),
    (["tseng", "chih", "chiang"], ["zeng", "zhiqiang"]),
    (["kim", "seokyeol"], ["kim", "suk", "yeol"]),
    (["park", "jeonghui"], ["pak", "chong", "hui"]),
]
APART = [
    (["王", "小明"], ["wong", "siu", "fai"]),
    (["wang", "xiaoming"], ["li", "siu", "ming"]),
    (["静宜", "李"], ["li", "yi"]),
    (["kim", "seokyeol"], ["kim", "suk", "hyon"]),
    (["john", "miller"], ["jon", "miller"]),
    ([], ["kim", "suk"]),
]


@pytest.mark.parametrize(("left", "right"), MEET)
def test_a_given_name_under_one_family_name_meets_in_another_system_of_spelling(left, right):
    assert may_share_given_name(left, right)
    assert may_share_given_name(right, left)


@pytest.mark.parametrize(("left", "right"), APART)
def test_one_syllable_or_another_family_name_is_not_enough(left, right):
    assert not may_share_given_name(left, right)
    assert not may_share_given_name(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zhang Qiang", "Zhang Qing"),
        ("Wang Wei", "Wang Wen"),
        ("СЮЙ ЦЯН", "Xu Qing"),
        ("Han Sang-min", "Han Sung-min"),
        ("Kim Song Il", "Kim Song Chol"),
        ("Kim Yong Il", "Kim Yong Un"),
    ],
)
def test_another_syllable_is_another_given_name(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation != "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("СЮЙ ЦЯН", "Xu Qiang"),
        ("Chao Ming", "Zhao Ming"),
        ("Ri Song Hyon", "Lee Sung-hyun"),
        ("Yoon Suk Yoel", "Yoon Suk Yeol"),
        ("KIM, Song Il", "Kim Song-il"),
        ("朴正浩", "Park Jeong-ho"),
    ],
)
def test_other_spellings_of_the_same_syllables_are_the_same_name(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").relation == "same_party"
