"""Initials in brackets, former names in brackets, national firms and the firms they founded."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening import compare_names
from screening.matching import Screener

LEFT, RIGHT = "Council of Northern Elders (CNE)", "Company for Novel Engines (CNE)"


def test_initials_that_stand_for_two_things_make_no_match() -> None:
    """Both texts say what the letters stand for."""
    assert compare_names(LEFT, RIGHT, schema="Organization").relation != "same_party"


def test_nor_do_they_on_a_list() -> None:
    """A look-up says what a comparison says; the letters alone find both."""
    listed = pa.table({"entry_id": ["1", "2"], "schema": ["Organization"] * 2, "name": [RIGHT, LEFT]})
    screener = Screener([listed])
    subjects = pa.table({"subject_id": ["a", "b"], "name": [LEFT, "CNE"], "schema": ["Organization"] * 2})
    hits = screener.screen(subjects).to_pylist()
    found = {(hit["subject_id"], hit["entry_id"]) for hit in hits if hit["relation"] == "same_party"}
    assert found == {("a", "2"), ("b", "1"), ("b", "2")}


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Eagle Cove (ex Baltic Velgor)", "M/T EAGLE COVE", "Vessel"),
        ("Eagle Cove (ex Baltic Velgor)", "Baltic Velgor", "Vessel"),
        ("ТОО «Вельгор» (бывш. ТОО «Сорнимекс»)", "Sornimex LLP", "Company"),
        ("Velgor S.A.S. (antes Sornimar Ltda.)", "Sornimar Limitada", "Company"),
        ("Velgor AS (tidligere Sornimar AS)", "Sornimar AS", "Company"),
        ("PT Velgor (dahulu PT Sornimar)", "PT Sornimar", "Company"),
        ("Hezbollah", "Hizballah (Party of God)", "Organization"),
        ("永泰达9", "YONG TAI DA 9", "Vessel"),
        ("자강봉 3호", "JA GANG BONG 3", "Vessel"),
        ("Άγιος Λουκάς ΙΙ", "AGIOS LOUKAS 2", "Vessel"),
        ("Вельгор ІІІ", "Velgor 3", "Vessel"),
    ],
)
def test_names_in_one_text_and_figures_in_other_letters_match(left: str, right: str, schema: str) -> None:
    """Former names in brackets, syllables that are small words elsewhere, Roman figures of other keyboards."""
    assert compare_names(left, right, schema=schema).relation == "same_party"


@pytest.mark.parametrize(
    ("left", "right"), [("SOCAR", "SOCAR Trading SA"), ("АО НК «КазМунайГаз»", "KazMunayGas Trading AG")]
)
def test_a_national_firm_is_not_the_firm_it_founded_for_a_business(left: str, right: str) -> None:
    """They are affiliates; any other firm adds such a word and drops it again."""
    assert compare_names(left, right, schema="Company").relation == "possible_affiliate"
    assert compare_names("Velgor", "Velgor Trading SA", schema="Company").relation == "same_party"


def test_a_hit_scores_what_comparing_the_two_texts_scores() -> None:
    """Also where one of them holds several names, a seat, a number or a former name."""
    texts = [
        "Velgor Optics Holding (VELOPT)",
        "ООО «Вельгор Оптика», ИНН 7801234509",
        "Velgor Opto Electronics (ex Sornim Glass)",
        "VELGOR OPTICS",
        "Sornim Glass LLC",
        LEFT,
        RIGHT,
    ]
    schema = ["Organization"] * len(texts)
    listed = pa.table({"entry_id": [f"e{n}" for n in range(len(texts))], "schema": schema, "name": texts})
    subjects = pa.table({"subject_id": texts, "name": texts, "schema": schema})
    hits = Screener([listed]).screen(subjects, limit=None).to_pylist()
    assert len(hits) > len(texts)
    for hit in hits:
        compared = compare_names(hit["subject_name"], hit["matched_name"], schema="Organization")
        assert hit["score"] == pytest.approx(compared.score), (hit["subject_name"], hit["matched_name"])


@pytest.mark.parametrize("name", ["Ministry of Internal Affairs of Georgia", "საქართველოს შინაგან საქმეთა სამინისტრო"])
def test_initials_beside_more_are_written_out_by_the_brackets_behind(name: str) -> None:
    listed = "MIA OF GEORGIA (MINISTRY OF INTERNAL AFFAIRS)"
    assert compare_names(name, listed, schema="Organization").relation == "same_party"
    other = "MIA OF ARMENIA (MINISTRY OF INTERNAL AFFAIRS)"
    assert compare_names(name, other, schema="Organization").relation is None


def test_the_short_name_itself_is_still_found() -> None:
    assert compare_names("MFA of Velgoria", "MFA of Velgoria (Ministry of Foreign Affairs)").relation == "same_party"
