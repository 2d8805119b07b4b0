"""Japanese men's names made of a beginning and an end that many have: read so, and each as what it is."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.names.folding import fold
from screening.names.japanese import keys


@pytest.mark.parametrize(
    ("characters", "reading"),
    [
        ("健一郎", "kenichiro"),
        ("慎太郎", "shintaro"),
        ("龍之介", "ryunosuke"),
        ("純吾", "jungo"),
        ("健太郎", "kentaro"),
    ],
)
def test_a_name_made_of_a_beginning_and_an_end_is_read(characters: str, reading: str) -> None:
    assert next(key.text for key in keys(fold(characters))) == reading


def test_a_beginning_alone_is_no_given_name() -> None:
    assert not keys(fold("惣"))
    assert compare_names("佐藤 惣", "So Sato", schema="Person").relation is None


def test_two_such_names_with_one_end_are_two_names() -> None:
    assert compare_names("佐藤 慎太郎", "Shintaro Sato", schema="Person").relation == "same_party"
    assert compare_names("佐藤 慎太郎", "Kentaro Sato", schema="Person").relation is None
