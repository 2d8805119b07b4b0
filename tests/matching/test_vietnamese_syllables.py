"""Vietnamese names without their marks: one syllable more of another sound is another name."""

from __future__ import annotations

import pytest

from tests.matching.one_pair import is_match

SAME = [
    ("Nguyễn Văn Hải", "NGUYEN VAN HAI"),
    ("Tran Quoc Tuan", "TUAN, Tran Quoc"),
    ("Trần Thị Thúy", "Tran Thi Thuy"),
    ("Nguyen Van Quy", "Nguyen Van Qui"),
    ("Nguyen Van Thanh", "Nguyen Vna Thanh"),
]
OTHERS = [
    ("Trần Quốc Tuấn", "Tran Quoc Toan"),
    ("Nguyen Van Thanh", "Nguyen Van Thang"),
    ("Le Van Hung", "Le Van Hong"),
    ("Nguyen Van Hai", "Nguyen Van Hoi"),
    ("Pham Thi Lan", "Pham Thi Loan"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_vietnamese_name_is_found_in_other_spellings_and_orders(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(("left", "right"), OTHERS)
def test_another_syllable_is_another_name(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")
