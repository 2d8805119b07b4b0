"""Telescoped names, the beginnings of several words written as one, beside the words they are made of."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening import DEFAULT_THRESHOLD, Screener, compare_names
from screening.names.telescoped import are_of_other_words, taken_apart
from screening.names.tokens import words
from screening.names.vocabulary import meanings
from screening.reference import table
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Казаньгазмонтаж", "Kazan Gas Installation LLC"),
        ("Belovopromtrans", "Беловский промышленный транспорт"),
        ("Tojikalyuminiy", "Tajik Aluminium Company"),
        ("Бухоронефтегаз", "Bukhara Oil and Gas"),
        ("Azərkimya", "Azerbaijan Chemical Company"),
        ("Ташкенткабель", "Tashkent Cable"),
        ("Уралспецстроймонтаж", "Ural Special Construction Installation"),
    ],
)
def test_a_telescoped_name_is_the_words_it_is_made_of(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        found = compare_names(one, other, schema="Company")
        assert found.relation == "same_party", found.explanation
        assert found.score >= DEFAULT_THRESHOLD, found.explanation
        assert "taken apart" in found.explanation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Казаньгазмонтаж", "Kazan Helicopter Plant"),
        ("Belovopromtrans", "Беловский промышленный банк"),
        ("Tojikalyuminiy", "Tajik Cement Company"),
        ("Уралхиммаш", "Ural Machinery Plant"),
        ("Уралхиммаш", "Уралмаш"),
        ("Бухоронефтегаз", "Bukhara Cement"),
    ],
)
def test_another_trade_makes_another_firm(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.score < DEFAULT_THRESHOLD, found.explanation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ТОВ «Дніпроспецбуд»", "ООО «Днепроспецстрой»"),
        ("ПрАТ «Запоріжвогнетрив»", "ЧАО «Запорожогнеупор»"),
        ("ТОВ «Львівенергозв'язок»", "ООО «Львовэнергосвязь»"),
        ("ТОВ «Харківміськбуд»", "ООО «Харьковгорстрой»"),
        ("ТАА «Гомельпрамбуд»", "ООО «Гомельпромстрой»"),
        ("ТОВ «Мегабуд»", "ООО «Мегастрой»"),
    ],
)
def test_what_is_cut_short_in_ukrainian_or_belarusian_is_what_is_in_russian(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("АО «Севзапгидромеханизация»", "SEVERO-ZAPADNAYA GIDROMEKHANIZATSIYA, AO"),
        ("Samqishmash AJ", "Samarqand qishloq xoʻjaligi mashinasozligi aksiyadorlik jamiyati"),
        ("Samqishmash AJ", "АО «Самсельмаш»"),
        ("Toshqishmash AJ", "Tashkent Agricultural Machinery JSC"),
        ("ОАО «Азнефтехиммаш»", "Azneftkimyamaş ASC"),
        ("Azəristilik ASC", "Azerbaijan Heat OJSC"),
        ("Харківобленерго", "Kharkiv Regional Energy Company"),
        ("Türkmendemirýol", "Turkmen Railway"),
        ("Xorazmsuvqurilish", "Хорезмское водное строительство"),
        ("Уралтяжмаш", "Ural Heavy Machinery"),
    ],
)
def test_the_beginnings_of_words_in_one_language_are_the_words_in_another(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Samqishmash AJ", "АО «Ташсельмаш»"),
        ("ОАО «Азнефтехиммаш»", "Azərneftmaş ASC"),
        ("АО «Узсельмаш»", "АО «Узхиммаш»"),
        ("АО «Севзапгидромеханизация»", "АО «Юггидромеханизация»"),
        ("АО «Севзапгидромеханизация»", "АО «Севзаптранс»"),
        ("Харківобленерго", "Харківгоренерго"),
        ("ООО «Лентрансгаз»", "ООО «Ленинградский транспорт»"),
        ("Andromash LLC", "Andijan Machinery LLC"),
    ],
)
def test_beginnings_of_other_words_make_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ТОВ «Дніпроспецбуд»", "ООО «Запорожспецстрой»"),
        ("ПрАТ «Дніпровогнетрив»", "ЧАО «Запорожогнеупор»"),
        ("ПрАТ «Запоріжвогнетрив»", "ЧАО «Запорожкокс»"),
        ("ТОВ «Дніпрозв'язок»", "ООО «Днепроснаб»"),
        ("ТОВ «Мегабуд»", "ООО «Мегаторг»"),
        ("ТОВ «Мегабуд»", "ООО «Альфастрой»"),
        ("Garabogazkarbamid zawody", "Garabogazsulfat"),
        ("ООО «Уралнитрат»", "ООО «Уралсульфат»"),
        ("Rosebud LLC", "Rose Construction LLC"),
    ],
)
def test_another_town_or_trade_in_the_other_language_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
    assert not is_found(left, right, "Company")


def test_persons_names_are_not_taken_apart() -> None:
    found = compare_names("Yaroslava Kucherenchuk", "Ярослав Кучеренчук", schema="Person")
    assert found.relation is None
    assert "taken apart" not in found.explanation


def test_a_telescoped_name_is_found_either_way_round() -> None:
    entries = pa.table(
        {"entry_id": ["1", "2"], "schema": ["Company"] * 2, "name": ["KAZANGAZMONTAZH", "Kazan Gas Installation"]}
    )
    subjects = pa.table({"name": ["Kazan Gas Installation LLC", "Казаньгазмонтаж"], "schema": ["Company"] * 2})
    hits = Screener([entries]).screen(subjects)
    found = set(zip(hits.column("subject_name").to_pylist(), hits.column("entry_id").to_pylist(), strict=True))
    assert found == {(name, entry) for name in subjects.column("name").to_pylist() for entry in ("1", "2")}


def test_the_scores_found_are_those_of_compare_names() -> None:
    entries = pa.table({"entry_id": ["1"], "schema": ["Company"], "name": ["KAZANGAZMONTAZH"]})
    subjects = pa.table({"name": ["Kazan Gas Installation LLC"], "schema": ["Company"]})
    hit = Screener([entries]).screen(subjects).to_pylist()[0]
    told = compare_names(hit["subject_name"], hit["matched_name"], schema="Company")
    assert hit["score"] == pytest.approx(told.score, abs=1e-6)


def test_what_forms_stand_for_is_known_to_the_tables_of_words() -> None:
    assert [row["word"] for row in table("words/telescoped.tsv").rows if not meanings(*words(row["word"]))] == []


def test_a_form_stands_for_one_word() -> None:
    rows = table("words/telescoped.tsv").rows
    for kind in ("place", "trade"):
        forms = [form for row in rows if row["kind"] == kind for form in row["forms"].split()]
        assert sorted(set(forms)) == sorted(forms)


@given(st.text(max_size=30))
def test_any_text_is_taken_apart_into_words_or_left(text: str) -> None:
    apart = taken_apart(text)
    assert apart is None or len(apart.split()) > len(words(text))


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        ("белтехмашэкспорт", "beltekhlesexport", True),
        ("белтехмашэкспорт", "beltekhmashexport", False),
        ("kazmunaygas", "kazmunaigaz", False),
        ("vodrin", "vodran", False),
    ],
)
def test_telescoped_words_of_other_words_are_two_names(left: str, right: str, two: bool) -> None:
    assert are_of_other_words(left, right) == two
    assert are_of_other_words(right, left) == two
