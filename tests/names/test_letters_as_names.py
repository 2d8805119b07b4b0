"""A letter before words of business is a name where there is no other."""

import pytest

from screening import DEFAULT_THRESHOLD, compare_names


@pytest.mark.parametrize(("left", "right"), [("Q-Bank", "JSC Q-BANK"), ("A Bank", "A Bank LLC"), ("Т-Банк", "T-Bank")])
def test_the_letter_is_the_name(left, right):
    assert compare_names(left, right, schema="Company").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(("left", "right"), [("T-Bank", "MB Bank"), ("T-Bank", "Bank"), ("T-Bank", "A Bank")])
def test_another_letter_or_none_is_another_name(left, right):
    assert compare_names(left, right, schema="Company").score < DEFAULT_THRESHOLD
