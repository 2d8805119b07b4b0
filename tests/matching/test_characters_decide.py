"""Names with characters or Hangul beside their Latin spelling."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import Screener
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("LAI Ka Ho", "Jason Lai Ka-ho 黎家豪"),
        ("黎家豪", "Jason Lai Ka-ho 黎家豪"),
        ("PAK Myong-hak", "박명학 Park Myeong-hak"),
    ],
)
def test_each_of_the_two_spellings_is_a_name(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("김성일", "KIM Sung-il (김승일)", "Person"),
        ("김성일 Kim Sung-il", "KIM Sung-il 김승일", "Person"),
        ("海丰祥 HAI FENG XIANG", "HAI FENG XIANG 海丰星", "Vessel"),
    ],
)
def test_where_both_say_how_they_are_written_that_decides(left: str, right: str, schema: str) -> None:
    assert not is_match(left, right, schema)
    listed = pa.table({"entry_id": ["1"], "schema": [schema], "name": [right]})
    asked = pa.table({"subject_id": ["a"], "name": [left], "schema": [schema]})
    found = Screener([listed]).screen(asked)
    assert "same_party" not in found.column("relation").to_pylist()


def test_letters_in_front_of_a_trade_are_no_name_of_their_own() -> None:
    assert is_match("ABC 科技有限公司", "ABC Technology Ltd", "Company")
