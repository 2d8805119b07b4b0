"""A branch is its house: the place of it neither tells two names apart nor hides one from the index."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import Screener, compare_names


@pytest.mark.parametrize(
    "branch",
    ["Vodrin Machinery Co., Ltd. Nanchang Branch", "Vodrin Machinery, Representative Office in Moscow"],
)
def test_a_branch_is_found_as_its_house(branch: str) -> None:
    assert compare_names(branch, "Vodrin Machinery", schema="Company").score > 0.9
    listed = pa.table({"entry_id": ["1"], "name": ["Vodrin Machinery"], "schema": ["Company"]})
    found = Screener([listed]).screen(pa.table({"name": [branch], "schema": ["Company"]}))
    assert found.column("relation").to_pylist() == ["same_party"]


def test_the_place_a_house_is_named_after_still_counts() -> None:
    assert compare_names("Moscow Bank Branch", "Kazan Bank", schema="Company").score < 0.5
