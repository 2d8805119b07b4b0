"""Persons beside entries of lists that do not say what they name: they are compared as persons."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import Screener, compare_names

LISTED = pa.table(
    {
        "entry_id": ["1", "2", "3", "4"],
        "schema": ["LegalEntity"] * 4,
        "name": [
            "Panini Sampath",
            "Wuxi Beetech Inc.",
            "Ruslan Omarov Trading LLC",
            "Davoud Sadeghpour Hardware Store",
        ],
    }
)


def _found(name: str, schema: str) -> list[tuple[str, float]]:
    subjects = pa.table({"subject_id": ["s"], "name": [name], "schema": [schema]})
    matches = Screener([LISTED]).screen(subjects)
    same = [row for row in matches.to_pylist() if row["relation"] == "same_party"]
    return [(row["entry_id"], row["score"]) for row in same]


def test_a_person_of_whom_no_word_is_known_as_a_given_name_may_have_a_name_more() -> None:
    assert [entry for entry, _ in _found("Panini Nidra Sampath", "Person")] == ["1"]
    assert not _found("Panini Nidra Sampath", "Company")


@pytest.mark.parametrize("name", ["Panini Nidra Sampath", "Sampath, Panini"])
def test_the_score_is_that_of_two_persons(name: str) -> None:
    assert _found(name, "Person")[0][1] == pytest.approx(
        compare_names(name, "Panini Sampath", schema="Person").score, abs=1e-6
    )


def test_a_person_bears_the_name_of_a_shop_as_the_list_does() -> None:
    assert [entry for entry, _ in _found("Davoud Sadeghpour Hardware Shop", "Person")] == ["4"]


def test_a_firm_is_found_though_it_stands_among_persons() -> None:
    assert [entry for entry, _ in _found("Wuxi Beetech", "Person")] == ["2"]


def test_a_person_is_not_another_of_the_same_family() -> None:
    assert not _found("Murat Omarov", "Person")
