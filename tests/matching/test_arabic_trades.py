"""Arabic firms by their trades, and phrases of business with a sign for "and"."""

from __future__ import annotations

import pytest

from screening.names.vocabulary import meanings
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("شركة النورس للشحن والتخليص", "Al-Nawras Shipping & Clearance Co."),
        ("شركة النورس للشحن والتخليص", "Al-Nawras Shipping and Customs Clearance"),
        ("شركة النورس للشحن والتخليص الجمركي", "Al Nawras Freight & Clearing"),
        ("شركة بيت الخبز ذ.م.م", "Bayt Al Khubz LLC"),
        ("بيت الحكمة للطباعة", "House of Wisdom Printing"),
        ("شركة النور المخبرية", "Al Noor Laboratory Company"),
        ("بيت التمويل الكويتي", "Kuwait Finance House"),
    ],
)
def test_arabic_trades_are_known_in_english(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("شركة النورس للشحن والتخليص", "Al-Nawras Construction"),
        ("شركة بيت الخبز ذ.م.م", "Bayt Al Hikma LLC"),
        ("شركة النور المخبرية", "Al Noor Bakery Company"),
    ],
)
def test_another_trade_or_name_is_another(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("phrase", "concept"),
    [("shipping clearance", "freight"), ("start up adjustment", "commissioning"), ("αθληση ευεξια", "sport")],
)
def test_a_phrase_is_known_with_a_sign_for_its_and(phrase: str, concept: str) -> None:
    tokens = phrase.split()
    with_and = {each.concept for word in ("and", "και") for each in meanings(*tokens[:-1], word, tokens[-1])}
    assert {each.concept for each in meanings(*tokens)} & with_and, (concept, with_and)
