"""Initials that stand for words: of the whole name, with its legal form or without, and of a part of it."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import Screener, compare_names
from tests.matching.one_pair import is_found


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
        assert is_found(one, other, "Company")
    assert compare_names("OAO KZMD", full, schema="Company").relation is None


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("PVLQ JSC", "Joint Stock Company Pelvar Vinyl Lime-Quarrying"),
        ("AO PVSK", "Aktsionernoe Obshchestvo Pelvarskaya Vinilovaya Spetsialnaya Kompaniya"),
        ("PVLC LLC", "Pelvar Vinyl Lime Company LLC"),
        ("PVLC", "Pelvar Vinyl Lime Company (U.K.) Limited"),
    ],
)
def test_acronyms_spell_a_company_but_not_the_second_half_of_a_word_nor_the_country_behind(
    short: str, full: str
) -> None:
    for one, other in ((short, full), (full, short)):
        result = compare_names(one, other, schema="Company")
        assert "acronym" in result.explanation
        assert is_found(one, other, "Company", threshold=0.4)


@pytest.mark.parametrize(
    ("short", "full"),
    [("T.D.G.", "Textile Dyeing Group Ltd"), ("PCC (UK)", "Pelvar Cement Company (U.K.) Limited"),
     ("PCC UK LTD", "Pelvar Cement Company (U.K.) Limited")],
)  # fmt: skip
def test_a_short_word_of_business_that_is_all_a_firm_is_called_may_be_its_initials(short: str, full: str) -> None:
    assert "acronym" in compare_names(short, full, schema="Company").explanation
    assert compare_names(short, full, schema="Company").score < 0.8
    assert is_found(short, full, "Company", threshold=0.3)


def test_two_letters_for_a_state_before_an_english_legal_form_are_the_state() -> None:
    assert compare_names("Vodrin UK Ltd", "Vodrin United Kingdom Limited", schema="Company").score > 0.9
    assert "united kingdom" not in compare_names("UK Vodrin OOO", "Vodrin", schema="Company").explanation
