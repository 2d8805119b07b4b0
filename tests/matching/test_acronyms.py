"""Initials that stand for words: of the whole name, with its legal form or without, and of a part of it."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import Screener, compare_names


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("VLBR", "Vodrin League for the Brindle of Rhenland"),
        ("PVGC", "Pelvar Vinyl and Gas Company"),
        ("VLMCT", "Vodrin Lumber, Mining and Coal Trust"),
    ],
)
def test_an_acronym_is_found_under_the_full_name(short: str, full: str) -> None:
    listed = pa.table({"entry_id": ["1", "2"], "name": [full, "Quite Another Firm"], "schema": ["Organization"] * 2})
    found = Screener([listed], threshold=0.4).screen(pa.table({"name": [short], "schema": ["Organization"]}))
    assert found.column("entry_id").to_pylist()[:1] == ["1"]
    assert found.column("score")[0].as_py() == compare_names(short, full, schema="Organization").score


def test_initials_answer_some_words_beside_a_distinctive_one() -> None:
    assert compare_names("Vodrin DTO", "Vodrin Drug Trafficking Organization", schema="Organization").score > 0.8
    assert compare_names("Vodrin QXO", "Vodrin Drug Trafficking Organization", schema="Organization").score < 0.8


def test_a_lone_initial_is_no_answer_to_the_only_word_of_a_firm() -> None:
    assert compare_names("Kontrelles", "K Technologies JSC", schema="Company").score < 0.3


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("OAO KZMB", "Казанский завод мостовых балок ОАО"),
        ("ОАО «КЗМБ»", "Kazanskiy zavod mostovykh balok OAO"),
    ],
)
def test_initials_agree_across_scripts(short: str, full: str) -> None:
    for one, other in ((short, full), (full, short)):
        assert compare_names(one, other, schema="Company").relation == "same_party"
        entry = pa.table({"entry_id": ["1"], "schema": ["Company"], "name": [other]})
        hits = Screener([entry]).screen(pa.table({"name": [one], "schema": ["Company"]}))
        assert hits.column("entry_id").to_pylist() == ["1"]
    assert compare_names("OAO KZMD", full, schema="Company").relation is None
