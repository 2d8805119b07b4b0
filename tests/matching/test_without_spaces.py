"""Long names that a message has without spaces, perhaps cut."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import Screener, compare_names
from tests.matching.one_pair import is_match

LISTED = "Vodrinnyy Bereg Sudoremontnyy Zavod LLC"


@pytest.mark.parametrize(
    "name",
    [
        "VODRINNYYBEREGSUDOREMONTNYYZAVODLLC",
        "VODRINNYYBEREGSUDOREMONTNYYZAVOD",
        "VODRINNYYBEREGSUDOREMONTN",
    ],
)
def test_a_name_without_spaces_is_found_whole_or_cut(name: str) -> None:
    assert is_match(name, LISTED, "Company")
    listed = pa.table({"entry_id": ["1", "2"], "schema": ["Company"] * 2, "name": [LISTED, "Belmar Zavod LLC"]})
    asked = pa.table({"subject_id": ["a"], "name": [name], "schema": ["Company"]})
    found = Screener([listed]).screen(asked)
    assert found.column("entry_id").to_pylist() == ["1"]
    assert found.column("relation").to_pylist() == ["same_party"]


@pytest.mark.parametrize(
    "name",
    [
        "VODRINNYYMYSSUDOREMONTNYYZAVODLLC",  # another name
        "VODRINNYYBEREG",  # too short to say how it went on
        "BELMARBEREGSUDOREMONTNYYZAVODLLC",
    ],
)
def test_another_name_without_spaces_is_another(name: str) -> None:
    assert not is_match(name, LISTED, "Company")


def test_the_explanation_says_so() -> None:
    told = compare_names("VODRINNYYBEREGSUDOREMONTNYYZAVODLLC", LISTED, schema="Company")
    assert "written without spaces" in str(told.explanation)
