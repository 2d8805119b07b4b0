"""Which listed names tell a house, so that a longer name that holds them is reported as a possible affiliate."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.matching.affiliates import tells_a_house


@pytest.mark.parametrize(
    "name",
    [
        "Winsun Trading Co Ltd",
        "JSC Uralmash",
        "Almaz Antey",
        "OAO Concern PVO Almaz-Antey",
        "Hengtai Ruiyuan Shipping",
    ],
)
def test_a_rare_word_or_two_tell(name: str) -> None:
    assert tells_a_house(name)


@pytest.mark.parametrize("name", ["Hengtai Shipping Limited", "Golden Dragon Ltd", "Ahmed Trading", "Antey LLC", ""])
def test_a_pair_of_chinese_syllables_a_given_name_and_everyday_words_do_not(name: str) -> None:
    assert not tells_a_house(name)


def test_a_word_of_business_that_is_often_a_name_tells_beside_a_name_only() -> None:
    assert tells_a_house("Almaz-Antey Corp")
    assert not tells_a_house("Petro Almaz Trading LLC")
    assert not tells_a_house("Antey Steel LLC")  # a word that is a trade and nothing else


@pytest.mark.parametrize(
    ("subject", "listed"),
    [
        ("وكالة المنار للسيارات", "ЛАЗУРИТ"),  # a trade whose consonants are a name's
        ("شركة النفط الهاشمية", "INFOTEC"),
        ("Почта России", "BANK ROSSI"),  # a state that sounds like a name
    ],
)
def test_a_word_of_business_or_a_state_that_sounds_like_a_listed_name_is_no_sign_of_its_house(
    subject: str, listed: str
) -> None:
    assert compare_names(subject, listed, schema="Company").relation is None
