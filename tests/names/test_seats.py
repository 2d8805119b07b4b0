"""A firm's name told without the address behind it."""

import pytest

from screening import DEFAULT_THRESHOLD, compare_names
from screening.names.seats import before_seat


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("ООО Велмар, г. Ташкент, ул. Навои, 5", "ООО Велмар"),
        ("ОсОО Велмар, Бишкек", "ОсОО Велмар"),
        ('OSOO "VELMAR LOGISTIK", G. BISHKEK', 'OSOO "VELMAR LOGISTIK"'),
        ("Velmar Company, Inc., Tehran, Iran", "Velmar Company, Inc."),
    ],
)
def test_what_stands_behind_a_comma_and_names_a_place_is_the_seat(name: str, bare: str) -> None:
    assert before_seat(name) == bare


@pytest.mark.parametrize(
    "name",
    [
        "KIM, Jong Un",
        "Velmar Co., Ltd.",
        "Velmar Trading, Import and Export Ltd",
        "Velmar LLC, Kazan Branch",
        "Velmar, Tashkent",  # no legal form: it may be anything
        "Tashkent, Samarkand",
        ",",
        "",
    ],
)
def test_other_words_behind_a_comma_are_part_of_the_name(name: str) -> None:
    assert before_seat(name) is None


def test_a_firm_is_found_with_its_address_behind_it() -> None:
    left, right = "ОсОО «Велмар Логистик»", 'OSOO "VELMAR LOGISTIK", G. BISHKEK, UL. NAVOI 5'
    assert compare_names(left, right, schema="Company").score >= DEFAULT_THRESHOLD
    assert compare_names(left, 'OSOO "BELGAR LOGISTIK", G. BISHKEK', schema="Company").score < DEFAULT_THRESHOLD
