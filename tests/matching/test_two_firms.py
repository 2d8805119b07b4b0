"""What tells two firms apart whose names share most of what is written."""

from __future__ import annotations

from screening.matching import DEFAULT_THRESHOLD, compare_names


def score(left: str, right: str) -> float:
    return compare_names(left, right, schema="Company").score


def test_a_number_in_words_of_business_counts_what_it_stands_behind() -> None:
    assert score("Channel One Asia", "Television Station Asia-1") < DEFAULT_THRESHOLD
    assert score("Moscow School 5", "School Moscow 5") > DEFAULT_THRESHOLD


def test_few_consonants_are_not_a_word_without_its_vowels() -> None:
    assert score("Masma Trading", "MSM Enterprises") < DEFAULT_THRESHOLD
    assert score("Prchn Trading", "Parchin Trading") > DEFAULT_THRESHOLD


def test_x_is_written_ks() -> None:
    assert score("Tekhnopromexport", "Tekhnopromeksport") > 0.97


def test_more_than_a_number_makes_an_affiliate_of_a_firm_with_a_trade() -> None:
    assert compare_names("Zvezdolet Aviation Trading", "Zvezdolet Aviation", schema="Company").holds_right
    assert not compare_names("Zvezdolet-136", "Zvezdolet Aviation", schema="Company").holds_right
