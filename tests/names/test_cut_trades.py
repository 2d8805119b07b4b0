"""Words of business of which a field was too short to hold the end."""

from __future__ import annotations

import pytest

from screening.names.cut_trades import completed
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("blue euphrates general tradin", "trading"),
        ("blue euphrates general tradi", "trading"),
        ("romara zarvon logisti", "logistics"),
        ("romara zarvon engineeri", "engineering"),
        ("korea research institute of chemica", "chemical"),
    ],
)
def test_the_last_word_of_a_long_name_is_whole(name: str, last: str) -> None:
    assert completed(tuple(name.split()), filled=False)[-1] == last


@pytest.mark.parametrize(
    "name",
    [
        "zarvon tradin",  # no field is as short as that
        "romara zarvon general trade",  # a word as it is
        "romara zarvon beispiel marin",  # a given name
        "romara zarvon beispiel trad",  # too little is left
        "romara zarvon tradinsky",
    ],
)
def test_what_may_be_a_word_of_its_own_stays(name: str) -> None:
    words = tuple(name.split())
    assert completed(words, filled=False) == words


def test_a_cut_word_meets_its_translation_and_no_other_trade() -> None:
    cut = "BLUE EUPHRATES GENERAL TRADIN"
    assert is_match(cut, "شركة الفرات الأزرق للتجارة العامة ذ.م.م", "Company")
    assert not is_match(cut, "شركة الفرات الأزرق للمقاولات العامة ذ.م.م", "Company")
    assert not is_match("ROMARA ZARVON LOGISTI", "ООО «Ромара Зарвон Лизинг»", "Company")
