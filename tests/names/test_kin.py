"""Relations shortened with a stroke between a person and the father or husband (``kin_abbreviations.tsv``)."""

from __future__ import annotations

import pytest

from screening.names.parsing import words_of
from screening.reference import table


@pytest.mark.parametrize("row", table("words/kin_abbreviations.tsv").rows, ids=lambda row: row["short"])
def test_a_shortened_relation_is_written_out(row: dict[str, str]) -> None:
    letter = row["short"].split("/")[0]
    for short in (row["short"], row["short"].upper(), f"{letter} / o", f"{row['short']}."):
        assert words_of(f"Alban Vodrin {short} Pelvar", "person") == words_of(
            f"Alban Vodrin {row['written']} Pelvar", "person"
        )


@pytest.mark.parametrize("name", ["Vodrin c/o Pelvar", "Vodrin ſ/o Pelvar", "Bass/Orlov"])
def test_another_stroke_is_no_relation_and_no_name_fails(name: str) -> None:
    assert "son" not in words_of(name, "person")
