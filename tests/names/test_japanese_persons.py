"""Japanese family and given names in characters, as they are read there."""

from __future__ import annotations

import pytest

from screening.names.japanese import family_and_given
from screening.reference import table
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("大野 修一", "Shuichi Ohno"),
        ("鈴木一郎", "Ichiro Suzuki"),
        ("長谷川裕子", "Yuko Hasegawa"),
        ("中島 達也", "NAKAJIMA Tatsuya"),
        ("渡辺啓介", "Keisuke Watanabe"),
    ],
)
def test_a_name_in_characters_is_its_usual_reading(left: str, right: str) -> None:
    assert is_match(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"), [("鈴木一郎", "Jiro Suzuki"), ("田中健一", "Kenji Tanaka"), ("中島 達也", "Shinya Nakajima")]
)
def test_another_name_is_another_persons(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_a_chinese_name_is_cut_as_before() -> None:
    assert family_and_given("王健") is None
    assert family_and_given("欧阳修") is None
    assert is_match("王健", "Wang Jian", "Person")


def test_every_name_has_a_part_and_a_reading() -> None:
    rows = table("scripts/japanese_names.tsv").rows
    assert len(rows) > 400
    parts = {"family", "given", "beginning", "end"}
    assert all(row["part"] in parts and row["readings"].isascii() for row in rows)
