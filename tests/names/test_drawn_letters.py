"""Cyrillic names typed in Latin capitals."""

from __future__ import annotations

import pytest

from screening.names.drawn_letters import in_cyrillic
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("OOO BEKTOP-HCK", "ООО ВЕКТОР-НСК"),
        ("MEJIbHNKOB", "МЕЛЬНИКОВ"),
        ("TOB METAJI", "ТОВ МЕТАЛ"),
        ("OOO KAMA3", "ООО КАМАЗ"),
        ("MOCKBA", "МОСКВА"),
    ],
)
def test_capitals_that_draw_a_cyrillic_name_are_read_as_it(drawn: str, meant: str) -> None:
    assert in_cyrillic(drawn) == meant


@pytest.mark.parametrize(
    "name", ["PETCO", "COMET", "BMW X3", "HYATT", "TOTAL", "3M", "B2B", "A3 CO", "HOME 4 YOU", "MTN", ""]
)
def test_latin_words_and_what_makes_no_word_stay(name: str) -> None:
    assert in_cyrillic(name) is None


def test_the_party_is_found_by_it() -> None:
    assert is_found("MEJIbHNKOB NBAH", "Melnikov Ivan", "Person")
    assert is_found("OOO BEKTOP-HCK", "Vektor-NSK LLC", "Company")
    assert not is_match("OOO BEKTOP-HCK", "Vektor-MSK LLC", "Company")
