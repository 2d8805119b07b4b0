"""Korean words as they are spoken: the end of a syllable and the beginning of the next change each other."""

from __future__ import annotations

import pytest

from screening.names.korean import keys, romanise
from screening.reference import table
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("hangul", "revised", "mccune"),
    [
        ("신라", "silla", "silla"),
        ("독립", "dongnip", "tongnip"),
        ("백마", "baengma", "paengma"),
        ("압록", "amnok", "amnok"),
        ("종로", "jongno", "chongno"),
        ("왕십리", "wangsimni", "wangsimni"),
        ("천리마", "cheollima", "chollima"),
        ("칠보", "chilbo", "chilbo"),
    ],
)
def test_words_are_read_as_both_romanisations_write_them(hangul: str, revised: str, mccune: str) -> None:
    assert romanise(hangul, "revised", as_spoken=True) == revised
    assert romanise(hangul, "mccune", as_spoken=True) == mccune
    assert {revised, mccune} <= {key.text for key in keys(hangul)}


def test_given_names_are_read_syllable_by_syllable_as_well() -> None:
    assert "sinra" in {key.text for key in keys("신라")}
    assert romanise("신라", "revised") == "sinra"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("조선천리마무역회사", "Korea Chollima Trading Company"),
        ("압록강개발은행", "Amnokgang Development Bank"),
        ("진달래무역회사", "CHINDALLAE TRADING CORP"),
    ],
)
def test_firms_are_found_by_them(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


def test_no_final_meets_an_initial_twice() -> None:
    rows = table("scripts/korean_assimilation.tsv").rows
    pairs = [(final, row["initial"]) for row in rows for final in row["finals"].split()]
    assert len(set(pairs)) == len(pairs)
