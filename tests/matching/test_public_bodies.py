"""Public bodies in their own language beside their usual English name, and what is near it."""

from __future__ import annotations

import pytest

from screening import Screener
from screening.names.parsing import parse
from tests.matching.one_pair import is_match, pairs


@pytest.mark.parametrize(("left", "right"), pairs("public_bodies_translated.tsv"))
def test_a_public_body_and_its_english_name_are_one(left: str, right: str) -> None:
    assert is_match(left, right, "Organization")


def test_a_body_listed_with_its_state_is_found_without_it() -> None:
    listed = ["Ministry of National Defence of Turkey", "Ministry of Defence of Ukraine", "Central Bank of Iran"]
    entries = {"entry_id": list("abc"), "name": listed, "schema": ["Organization"] * 3}
    found = Screener([entries]).screen({"name": ["Millî Savunma Bakanlığı", "Міністерство оборони", "بانک مرکزی"]})
    assert found.column("entry_id").to_pylist() == ["a", "b", "c"]


@pytest.mark.parametrize(("left", "right"), pairs("public_bodies_apart.tsv"))
def test_another_field_or_another_state_is_another_body(left: str, right: str) -> None:
    assert not is_match(left, right, "Organization")


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Economy and Finance",
        "Iqtisodiyot va moliya vazirligi",
        "Maliýe we ykdysadyýet ministrligi",
        "Экономика жана финансы министрлиги",
        "وزارة الاقتصاد والمالية",
    ],
)
def test_fields_of_a_ministry_are_told_one_by_one_whichever_stands_beside_the_word(name: str) -> None:
    concepts = {concept for part in parse(name, "organisation").parts for concept in part.concepts}
    assert {"ministry", "economic", "finance"} <= concepts


@pytest.mark.parametrize("name", ["Ministry of Finance", "Moliya vazirligi", "财政部", "وزارة المالية"])
def test_a_ministry_of_one_field_is_a_phrase(name: str) -> None:
    assert [part.concepts for part in parse(name, "organisation").parts] == [{"finance_ministry"}]


def test_a_ministry_written_together_with_its_field_is_cut_beside_another_one() -> None:
    parts = parse("教育和财政部", "organisation").parts
    assert "ministry" in parts[-1].concepts
