"""Firms named after months and storms, and trades of works, by their words in Russian and in English."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.matching import DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("OOO OKTYABR", "October LLC"),
        ("SENTYABR OOO", "SEPTEMBER LLC"),
        ("AO TSNII TSIKLON", "CENTRAL RESEARCH INSTITUTE CYCLONE JSC"),
        ("LLC ARKTICHESKAYA PEREVALKA", "ARCTIC TRANSSHIPMENT LLC"),
        ("VOLZHSKI ABRAZIVNY ZAVOD PAO", "VOLZHSKY ABRASIVE WORKS OJSC"),
        ("LLC CHISTIE GAZY PLYUS", "CLEAN GASES PLUS LLC"),
        ("DUBNENSKII ZAVOD KOMMUTATSIONNOI TEKHNIKI AO", "DUBNA SWITCHING EQUIPMENT PLANT"),
        ("FREZERNYE STANKI", "MILLING MACHINES LLC"),
        (
            "VSEROSSIYSKY INSTITUTE FOR SCIENTIFIC RESEARCH RADIOTEKHNIKI",
            "ALL RUSSIAN RESEARCH INSTITUTE OF RADIO ENGINEERING",
        ),
        ("UE VODRIN OIL TRADE HOUSE", "VODRIN OIL TRADE HOUSE"),
        ("NPO IZMERITELNOY TEKHNIKI AO", "SCIENTIFIC AND PRODUCTION ASSOCIATION OF MEASURING EQUIPMENT JSC"),
        ("PREDUZECE ZA PROIZVODNJU, PROMET I USLUGE VODRIN DOO BEOGRAD", "VODRIN DOO BEOGRAD"),
    ],
)
def test_a_translation_is_the_same_firm(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.relation == "same_party"
    assert found.score >= DEFAULT_THRESHOLD


def test_a_word_translated_is_worth_less_than_the_word_itself() -> None:
    translated = compare_names("OOO TSIKLON", "CYCLONE LLC", schema="Company").score
    assert translated < compare_names("OOO TSIKLON", "TSIKLON LLC", schema="Company").score - 0.05


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("OOO TSIKLON MEBEL", "CYCLONE SHIPPING LLC"),
        ("OOO OKTYABR", "November LLC"),
        ("VSEROSSIYSKY INSTITUTE FOR SCIENTIFIC RESEARCH RADIOTEKHNIKI", "ALL-RUSSIAN RESEARCH INSTITUTE SIGNAL"),
        ("UE VODRIN OIL", "MARNET OIL"),
    ],
)
def test_other_words_keep_two_firms_apart(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").score < DEFAULT_THRESHOLD
