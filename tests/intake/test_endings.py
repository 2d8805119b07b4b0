"""Endings by which words of running text are told, from ``words/mention_endings.tsv``."""

from __future__ import annotations

from collections import Counter

import pytest

from screening.intake.endings import endings_of, ends_as, inflections, without_ending
from screening.intake.lexicon import is_ordinary, nominatives
from screening.reference import table

ROWS = table("words/mention_endings.tsv").rows


def test_every_ending_is_one_lower_case_word_and_stands_once_in_its_row() -> None:
    assert all(count == 1 for count in Counter((row["kind"], row["language"]) for row in ROWS).values())
    for row in ROWS:
        said = row["endings"].split()
        assert said
        assert all(each == each.lower() for each in said)
        assert len(said) == len(set(said)), row["kind"]


@pytest.mark.parametrize(
    ("word", "kind", "language", "told"),
    [
        ("ферганский", "office_adjective", None, True),
        ("завод", "office_adjective", None, False),
        ("обороны", "office_genitive", None, True),
        ("сообщил", "verb", None, True),
        ("тайваньская", "run_adjective", None, True),
        ("ödemelerin", "case", "tr", True),
        ("ödemelerin", "case", "ru", False),
        ("каримова", "family", None, True),
        ("yazıcıoğlu", "family", None, True),
        ("რუსთაველი", "family", None, False),
    ],
)
def test_a_word_is_told_by_its_ending(word: str, kind: str, language: str | None, told: bool) -> None:
    assert ends_as(word, kind, language) is told


def test_the_longest_ending_is_taken_off() -> None:
    assert without_ending("узбекского", "case", "ru") == "узбекск"
    assert without_ending("банк", "case", "ru") == "банк"
    lengths = [len(each) for each in endings_of("case", "ru")]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("захаровой", ("захаровой", "захаров", "захарова", "захаровя")),
        ("путина", ("путина", "путин")),
        ("завод", ("завод",)),
    ],
)
def test_a_russian_word_is_traced_to_its_likely_nominatives(word: str, forms: tuple[str, ...]) -> None:
    assert nominatives(word) == forms


@pytest.mark.parametrize("word", ["companies", "planned", "making", "sanctions"])
def test_a_regular_form_of_an_ordinary_word_is_ordinary(word: str) -> None:
    assert is_ordinary(word)


def test_longer_endings_are_tried_before_shorter_ones_that_end_them() -> None:
    endings = [ending for ending, _ in inflections("ru")]
    for at, ending in enumerate(endings):
        assert not any(later.endswith(ending) for later in endings[at + 1 :])
