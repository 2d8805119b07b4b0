"""What two names score and why: matches, near misses, relations, and the properties every pair must have."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening import DEFAULT_THRESHOLD, compare_names
from screening.errors import InputError
from screening.model import SCHEMAS

NAMES = st.text(max_size=60) | st.from_regex(r"[A-ZА-Яa-zа-я'’.\- ]{1,40}", fullmatch=True)


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Nordwind Trade d.o.o.", "NORDWIND TRADE DOO", "Company"),
        ("Harborline Imp and Exp Co Ltd", "HARBORLINE IMPORT AND EXPORT CO LTD", "Company"),
        ("Тестанекс", "TESTANEX LLC", "Company"),
        ("Güneşli Global", "GUNESLI GLOBAL DIS TICARET", "Company"),
        ("Самаркандский химический завод", "Samarkand Chemical Plant", "Company"),
        ("Щербаков Юрий", "Yuri Scherbakov", "Person"),
        ("Шавкат Мирзиёев", "Shavkat Mirziyoyev", "Person"),
        ("İbrahim Çağrı", "IBRAHIM CAGRI", "Person"),
        ("Kim Jong Un", "김정은", "Person"),
        ("SMITH, John William", "John William Smith", "Person"),
        ("محمد عبد الرحمن", "Muhammad Abd al-Rahman", "Person"),
    ],
)
def test_spellings_of_one_party_reach_the_threshold(left: str, right: str, schema: str) -> None:
    found = compare_names(left, right, schema=schema)
    assert found.score >= DEFAULT_THRESHOLD, found.explanation
    assert found.relation == "same_party"


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Li Wu", "Lu Wu", "Person"),
        ("Artem Petrenko", "PETRENKO, Aleksandr", "Person"),
        ("Ivan Petrovich Sidorov", "Ivan Nikolaevich Sidorov", "Person"),
        ("Harbor Trading Co Ltd", "Harbor Winterfell Trading Co Ltd", "Company"),
        ("GS Group", "GS Engineering Group", "Company"),
        ("Kazan Gunpowder Plant", "Tambov Gunpowder Plant", "Company"),
        ("Kazan Gunpowder Plant", "Kazan Helicopter Plant", "Company"),
        ("Plant No. 7 Sever", "Plant No. 8 Sever", "Company"),
        ("International Flour & Fragments", "International Trading & Finance", "Company"),
        ("SEA STAR 5", "SEA STAR 6", "Vessel"),
        ("1", "AN SAN 1", "Vessel"),  # a number by itself
        ("Daniel", "HE, Daniel Y.", "Person"),
    ],
)
def test_near_misses_stay_below_the_threshold(left: str, right: str, schema: str) -> None:
    found = compare_names(left, right, schema=schema)
    assert found.score < DEFAULT_THRESHOLD, found.explanation
    assert found.relation != "same_party"


def test_a_longer_name_with_all_distinctive_words_is_a_possible_affiliate() -> None:
    found = compare_names("Zarnitsa Antey Telecommunications", "JSC Zarnitsa-Antey", schema="Company")
    assert found.relation == "possible_affiliate"
    assert found.score < DEFAULT_THRESHOLD


def test_the_sum_of_the_parts_is_the_score() -> None:
    found = compare_names("Shanghai Harborline", "SHANGHAI HARBORLAIN IMP AND EXP CO LTD", schema="Company")
    assert math.isclose(sum(part.points for part in found.parts), found.score, abs_tol=1e-5)
    assert f"= {found.score:.2f}" in found.explanation


def test_the_explanation_names_the_scheme_that_made_the_match() -> None:
    found = compare_names("Щербаков", "Shcherbakov", schema="Company")
    assert any("Russian" in part.scheme for part in found.parts)


@given(NAMES, NAMES, st.sampled_from(SCHEMAS))
@settings(max_examples=150, deadline=None)
def test_swapping_the_names_changes_nothing_in_the_score(left: str, right: str, schema: str) -> None:
    one, other = compare_names(left, right, schema=schema), compare_names(right, left, schema=schema)
    assert one.score == other.score
    assert one.relation == other.relation
    assert 0.0 <= one.score <= 1.0


LABELLED = Path(__file__).parents[2] / "bench" / "labelled" / "region_pairs.csv"


def test_labelled_pairs_score_alike_both_ways() -> None:
    if not LABELLED.is_file():
        pytest.skip("the labelled pairs are not beside the tests")
    rows = list(csv.DictReader(LABELLED.read_text(encoding="utf-8").splitlines()))[::5]
    unequal = [
        row["pair_id"]
        for row in rows
        if compare_names(row["left"], row["right"], schema=row["schema"]).score
        != compare_names(row["right"], row["left"], schema=row["schema"]).score
    ]
    assert unequal == []


@given(st.text(max_size=300), st.sampled_from(SCHEMAS))
@settings(max_examples=100, deadline=None)
def test_a_name_with_a_letter_in_it_scores_1_against_itself(text: str, schema: str) -> None:
    found = compare_names(text, text, schema=schema)
    assert found.score == (1.0 if found.parts else 0.0)


@pytest.mark.parametrize("name", ["", " ", "...", "\u0301\u0302", "\u200b\u200d", "A" * 10_000, "?" * 10_000])
def test_odd_names_neither_raise_nor_match(name: str) -> None:
    assert compare_names(name, "Harborline Trading", schema="Company").score < DEFAULT_THRESHOLD


def test_a_schema_is_known_whatever_its_capitals_and_no_other_is_taken_for_one() -> None:
    assert compare_names("Ivan Petrov", "Petrov Ivan", schema="person").relation == "same_party"
    with pytest.raises(InputError, match="unknown schema 'Robot'"):
        compare_names("A", "B", schema="Robot")
