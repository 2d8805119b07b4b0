"""Letters that stand apart and figures behind words, in the names of firms and ships."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening import DEFAULT_THRESHOLD, Screener, compare_names
from screening.names.figures import with_figures
from screening.names.parsing import words_of


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("V Q R Metals LLC", "VQR METALS", "Company"),
        ("VEKTA29 Logistics", "Vecta 29 Logistics", "Company"),
        ("Ви Ти Кью Металл", "VTQ Metal", "Company"),
        ("Al Salam 1", "AL-SALAM I", "Vessel"),
        ("Άγιος Σπυρίδων Ι", "AGIOS SPYRIDON 1", "Vessel"),
    ],
)
def test_figures_and_letters_count_however_they_are_written(left: str, right: str, schema: str) -> None:
    found = compare_names(left, right, schema=schema)
    assert found.relation == "same_party", found.explanation
    assert found.score >= DEFAULT_THRESHOLD
    entry = pa.table({"entry_id": ["1"], "schema": [schema], "name": [right]})
    hits = Screener([entry]).screen(pa.table({"name": [left], "schema": [schema]}))
    assert hits.column("entry_id").to_pylist() == ["1"]


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("VEKTA29 Logistics", "VEKTA17 Logistics", "Company"),
        ("V Q R Metals LLC", "VQT METALS", "Company"),
        ("Ви Ти Кью Металл", "VTS Metal", "Company"),
        ("Al Salam 2", "AL-SALAM I", "Vessel"),
    ],
)
def test_other_figures_and_letters_are_other_parties(left: str, right: str, schema: str) -> None:
    assert compare_names(left, right, schema=schema).score < DEFAULT_THRESHOLD


def test_initials_of_persons_stay_apart() -> None:
    assert words_of("A P J Kalam", "person") == ("a", "p", "j", "kalam")


def test_two_letters_may_be_initials() -> None:
    assert with_figures(("a", "b", "trading"), "organisation") == ("a", "b", "trading")
