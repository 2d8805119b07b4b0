"""Vietnamese vowels and tones tell names apart where both names are written with their marks."""

from __future__ import annotations

import unicodedata

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names
from screening.names.written import as_written


def score(left: str, right: str) -> float:
    return compare_names(left, right, schema="Person").score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"),
        ("Trần Thị Hà", "Trần Thị Hạ"),
        ("Hùng Nguyễn", "Hưng Nguyễn"),
        ("Lê Quang Tuấn", "Lê Quang Tuân"),
    ],
)
def test_another_vowel_or_tone_is_another_name(left: str, right: str) -> None:
    assert score(left, right) < DEFAULT_THRESHOLD
    assert score(right, left) == score(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nguyễn Văn Hùng", "Nguyen Van Hung"),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hung"),  # it may have lost its mark
        ("Nguyễn Văn Hùng", "NGUYỄN VĂN HÙNG"),
        ("Nguyễn Văn Hùng", unicodedata.normalize("NFD", "Nguyễn Văn Hùng")),
        ("Lê Thị Hoà", "Lê Thị Hòa"),  # the tone put on either vowel
        ("José Nuñez", "José Núñez"),  # no Vietnamese
    ],
)
def test_marks_that_only_one_name_has_say_nothing(left: str, right: str) -> None:
    assert score(left, right) == 1.0


def test_how_words_are_written_is_told_by_their_folded_form() -> None:
    assert as_written("Nguyễn Văn Vân") == {"nguyen": ("nguyễn",), "van": ("vân", "văn")}
    assert as_written("Nguyen Van Van") == {}
