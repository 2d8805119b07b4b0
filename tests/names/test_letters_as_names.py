"""A letter before words of business is a name where there is no other."""

import pytest

from screening import DEFAULT_THRESHOLD, compare_names


@pytest.mark.parametrize(("left", "right"), [("Q-Bank", "JSC Q-BANK"), ("A Bank", "A Bank LLC"), ("Т-Банк", "T-Bank")])
def test_the_letter_is_the_name(left, right):
    assert compare_names(left, right, schema="Company").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"), [("T-Bank", "MB Bank"), ("T-Bank", "Bank"), ("T-Bank", "A Bank"), ("Bank A JSC", "MB Bank")]
)
def test_another_letter_or_none_is_another_name(left, right):
    assert compare_names(left, right, schema="Company").score < DEFAULT_THRESHOLD


def test_two_letters_behind_one_name_tell_two_firms_apart() -> None:
    assert compare_names("Invented A Ltd", "Invented C Ltd", schema="Company").score < DEFAULT_THRESHOLD
    assert compare_names("Invented A Ltd", "Invented A LLC", schema="Company").score > DEFAULT_THRESHOLD


def test_initials_before_words_of_business_are_no_word_for_a_sole_trader() -> None:
    assert compare_names("Winsun Industries Pvt Ltd", "T.A. Industries Pvt. Ltd.", schema="Company").score < 0.5
