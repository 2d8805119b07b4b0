"""Chinese and Japanese names as Korean writes them by sound."""

from __future__ import annotations

import pytest

from screening.names.neighbours_in_korean import JAPANESE, LABELS, LONGEST, chinese_syllables, keys
from screening.names.pinyin import syllables
from screening.reference import table


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("더룬", "derun"),
        ("톈화", "tianhua"),
        ("진하이", "jinhai"),
        ("화룽", "hualong"),
        ("시진핑", "xijinping"),
        ("다카하시", "takahashi"),
        ("타카하시", "takahashi"),
        ("고바야시", "kobayashi"),
        ("삿포로", "sapporo"),
        ("정공", "seiko"),
        ("상사", "shoji"),
    ],
)
def test_a_word_is_read_in_the_other_language(word: str, reading: str) -> None:
    assert reading in {each.text for each in keys(word)}


@pytest.mark.parametrize("word", ["동우", "삼성전자", "현대", "LG전자", "", "가" * (LONGEST + 1)])
def test_words_with_syllables_of_neither_language_are_not_read(word: str) -> None:
    assert not {each.scheme for each in keys(word)} & {*LABELS.values()}


def test_short_words_are_no_japanese_names() -> None:
    assert all(each.scheme != LABELS[JAPANESE] for each in keys("가나"))


def test_chinese_syllables_are_counted() -> None:
    assert chinese_syllables("진하이") == 2
    assert chinese_syllables("더룬") == 2
    assert not chinese_syllables("동우")


def test_every_chinese_syllable_of_the_table_is_pinyin() -> None:
    rows = table("scripts/neighbours_in_korean.tsv").rows
    told = [row["latin"].split() for row in rows if row["language"] == "zh"]
    assert {each for latin in told for each in latin} <= syllables()
    assert {row["language"] for row in rows} == LABELS.keys()
