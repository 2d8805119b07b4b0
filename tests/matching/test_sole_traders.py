"""Sole traders are persons, whatever form stands beside their names: they meet listed persons, and persons them."""

from __future__ import annotations

import pyarrow as pa
import pytest

from screening.matching import Screener, compare_names
from screening.names.parsing import is_sole_trader
from tests.matching.one_pair import is_match

LISTED = pa.table(
    {
        "entry_id": ["p1", "p2", "t1", "c1"],
        "schema": ["Person", "Person", "Company", "Company"],
        "name": ["BEISPELOV, Igor Ivanovich", "KARIMOV, Anvar", "ИП Петренко Олег Иванович", "Uzstanex"],
    }
)


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener([LISTED])


def found(screener: Screener, name: str, schema: str) -> list[str]:
    hits = screener.screen(pa.table({"name": [name], "schema": [schema]})).to_pylist()
    for hit in hits:
        assert hit["score"] == compare_names(name, hit["matched_name"], schema=hit["schema"]).score
    return [hit["entry_id"] for hit in hits]


@pytest.mark.parametrize("schema", ["Company", "Organization", "LegalEntity", "Person"])
@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("ИП Бейспелов Игорь Иванович", "p1"),
        ("ИП Бейспелов И.И.", "p1"),
        ("FOP Beispelov Ihor", "p1"),
        ("YTT Karimov Anvar", "p2"),
        ("ЖК Каримов Анвар", "p2"),
        ("Anvar Karimov şahıs şirketi", "p2"),
    ],
)
def test_a_sole_trader_meets_the_listed_person(screener: Screener, name: str, entry: str, schema: str) -> None:
    assert found(screener, name, schema) == [entry]


@pytest.mark.parametrize("name", ["Олег Петренко", "Petrenko Oleg Ivanovich"])
def test_a_person_meets_the_listed_sole_trader(screener: Screener, name: str) -> None:
    assert found(screener, name, "Person") == ["t1"]


def test_a_firm_meets_no_listed_person_and_a_person_no_listed_firm(screener: Screener) -> None:
    assert found(screener, "Karimov Anvar", "Company") == []
    assert found(screener, "Uzstanex", "Person") == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("СИ Назаров Комрон", "IE Nazarov Komron"),
        ("СИ Назаров Комрон", "ИП Назаров Комрон"),
        ("ი/მ გიორგი ხარჩილავა", "Ind. Entr. Giorgi Kharchilava"),
        ("PE Kovalenko Olena", "ФОП Коваленко Олена"),
    ],
)
def test_letters_that_may_be_short_for_a_sole_trader_are_beside_a_given_name(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    "name",
    [
        "IE Trading House",
        "SI Almaz",
        "AD Petar Drapsin",
        "IE Nazarov",
        "FS Ali Group",
        "PE Maria Logistics",
        "PE Olena Ltd",
    ],
)
def test_without_a_given_name_they_are_part_of_a_firms(name: str) -> None:
    assert not is_sole_trader(name)


@pytest.mark.parametrize(
    ("trader", "other", "same"),
    [
        ("ИП Бейспелов И.И.", "BEISPELOV GROUP LLC", False),
        ("ФОП Бейспелов І.І.", "ТОВ «Бейспелов»", False),
        ("ИП Бейспел И.И.", "AL-BEISPEL ORGANIZATION", False),
        ("ИП Бейспелов И.И.", "YTT Beyspelov I.I.", True),
        ("ИП Бейспелов И.И.", "Beispelov I.I.", True),
        ("ИП Звезда", "ООО Звезда", True),
    ],
)
def test_a_trader_by_the_family_name_is_no_firm_called_so(trader: str, other: str, same: bool) -> None:
    assert is_match(trader, other, "Company") is same
    assert is_match(other, trader, "Company") is same
