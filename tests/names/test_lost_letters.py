"""Names of which programs put a question mark for letters that their encoding lacks."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening import Screener, compare_names
from screening.matching import DEFAULT_THRESHOLD
from screening.names.lost_letters import filled_in, has_lost


@pytest.mark.parametrize(
    ("damaged", "whole", "schema"),
    [
        ("ALFA DI? T?CARET L?M?TED ??RKET?", "ALFA DIS TICARET LIMITED SIRKETI", "Company"),
        ("G?ZEL YILDIZ LOJ?ST?K", "GUZEL YILDIZ LOJISTIK LIMITED SIRKETI", "Company"),
        ("Ahmet Y?ld?z", "Ahmet Yıldız", "Person"),
        ("Н?рлан ??сайынов", "KUSSAINOV Nurlan", "Person"),
        ("M\ufffdller Handels GmbH", "Müller Handels GmbH", "Company"),
        ("Zak?ady Chemiczne Wr?bel S.A.", "Zakłady Chemiczne Wróbel S.A.", "Company"),
    ],
)
def test_lost_letters_are_those_that_make_words_in_use(damaged: str, whole: str, schema: str) -> None:
    for left, right in ((damaged, whole), (whole, damaged)):
        result = compare_names(left, right, schema=schema)
        assert (result.relation, result.score >= DEFAULT_THRESHOLD) == ("same_party", True)


@pytest.mark.parametrize(
    ("damaged", "other", "schema"),
    [
        ("Ahmet Y?ld?z", "Ahmet Yalçın", "Person"),
        ("G?ZEL YILDIZ LOJ?ST?K", "GOZDE YILDIZ LOJISTIK", "Company"),
        ("M?ller Handels GmbH", "Keller Handels GmbH", "Company"),
    ],
)
def test_what_is_left_still_tells_names_apart(damaged: str, other: str, schema: str) -> None:
    result = compare_names(damaged, other, schema=schema)
    assert not (result.relation == "same_party" and result.score >= DEFAULT_THRESHOLD)


@pytest.mark.parametrize("name", ["Who is Ali?", "ALFA DI?", "??? ???", "A? Ltd", "Plain Name", "?x??????"])
def test_a_question_is_a_question(name: str) -> None:
    assert filled_in(name) == ()


def test_marks_at_the_end_count_beside_others() -> None:
    assert not has_lost("Quo vadis?")
    assert has_lost("T?CARET")
    assert "ticaret" in filled_in("T?CARET")[0]


def test_a_listed_firm_is_found_by_what_is_left_of_its_name() -> None:
    listed = [{"entry_id": "1", "name": "GÜZEL YILDIZ LOJİSTİK DIŞ TİCARET LİMİTED ŞİRKETİ", "schema": "Company"}]
    asked = [{"subject_id": "a", "name": "G?ZEL YILDIZ LOJ?ST?K DI? T?C. LTD. ?T?.", "schema": "Company"}]
    found = Screener([pa.Table.from_pylist(listed)]).screen(pa.Table.from_pylist(asked))
    assert found.column("entry_id").to_pylist() == ["1"]
