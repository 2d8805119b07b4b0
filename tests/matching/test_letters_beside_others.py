"""Letters in brackets that two firms have in common make no one party of them where the names beside them differ."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening import DEFAULT_THRESHOLD, Screener, compare_names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Novatek Systems (NTX)", "Neftex Trading (NTX)"),
        ("Завод Прогресс (ЗПР)", "Зеленый Проект (ЗПР)"),
        ("Consejo Nacional Electoral (CNE)", "Comisión Nacional de Energía (CNE)"),
    ],
)
def test_three_letters_in_common_are_no_match(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").score < DEFAULT_THRESHOLD
    found = Screener([pa.table({"name": [right], "schema": ["Company"]})]).screen(pa.table({"name": [left]}))
    assert "same_party" not in found.column("relation").to_pylist()


def test_more_letters_count_as_initials_and_it_is_said() -> None:
    found = compare_names("Khatam Engineering Group (KEGCO)", "Karun Energy Gas Company (KEGCO)", schema="Company")
    assert DEFAULT_THRESHOLD <= found.score < 0.9
    assert "letters beside names that differ" in found.explanation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Novatek Systems (NTX)", "Novatek System Ltd (NTX)"),
        ("NTX", "Novatek Systems (NTX)"),
        ("Уральский оптический завод (УОМЗ)", "Уральский оптико-механический завод (УОМЗ)"),
        ("Ural Optical Plant (УОМЗ)", "Уральский завод оптики (УОМЗ)"),
    ],
)
def test_letters_beside_names_that_agree_or_beside_none_count_in_full(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").score == pytest.approx(1.0, abs=0.01)
