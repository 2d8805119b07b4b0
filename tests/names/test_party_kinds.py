"""What sort of party a name says it is: initials are no legal form, a sole trader is a person, a ship has its mark."""

from __future__ import annotations

import pytest

from screening.names.party_kinds import bears_legal_form, bears_ships_mark, may_be_person, told_schema


@pytest.mark.parametrize(
    "name",
    [
        "Beispielov I.I.",
        "Beispielov, I. I.",
        "И.И. Бейспелов",
        "И.И.Бейспелов",
        "Mammadov S.A.",
        "Иванов А.О.",
        "Ivanov A.O",
        "BEISPIELOV I I",
        "ИП Бейспелов И.И.",
        "YTT Karimov Anvar",
        "Karimov A. S. o'g'li",
    ],
)
def test_initials_and_marks_of_sole_traders_make_nobody_a_company(name: str) -> None:
    assert told_schema(name) == "LegalEntity"
    assert may_be_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Uzstanex LLC",
        "ООО Ромашка",
        "Koç Holding A.Ş.",
        "Sechin Trading S.A.",
        "S.R.L. Dupont",
        "Jabbarov D.O.O.",
        "Иванов ТОО А.О.",
        "Иванов и К",
        "B.V.",
    ],
)
def test_a_legal_form_makes_a_company_where_it_is_more_than_initials_beside_a_name(name: str) -> None:
    assert told_schema(name) == "Company"
    assert not may_be_person(name)


@pytest.mark.parametrize(("name", "expected"), [("Ivanov A.O.", False), ("ИП Иванов А.О.", True), ("АО Иванов", True)])
def test_a_form_beside_initials_is_told_from_them(name: str, expected: bool) -> None:
    assert bears_legal_form(name) is expected


@pytest.mark.parametrize(
    "name", ["Uzstanex", "Blue Meadow Trading", "Ali Trading", "Kaya Holding", "上海贸易有限公司", "", "Завод"]
)
def test_one_word_that_is_no_given_name_and_words_of_business_are_no_person(name: str) -> None:
    assert not may_be_person(name)


@pytest.mark.parametrize(
    "name", ["Karimov Anvar", "Anvar", "李明", "Beispielov Trumklin", "Luis Flores", "Ali Kaya", "Pak Han Se"]
)
def test_two_words_without_business_a_given_name_and_words_that_persons_bear_may_be_a_person(name: str) -> None:
    assert may_be_person(name)


def test_a_small_word_within_a_name_is_no_legal_form() -> None:
    assert may_be_person("FERREIRA DA COSTA, Beatriz")
    assert not may_be_person("Equinor AS")


@pytest.mark.parametrize("name", ["M/V Golden Argo", "MT Adalyn", "т/х Капитан Данилкин", "Tanker Adalyn", "育明轮"])
def test_a_ships_mark_is_seen(name: str) -> None:
    assert bears_ships_mark(name)


@pytest.mark.parametrize("name", ["Golden Argo", "MV Werften GmbH", "Tanker", "", "Uzstanex"])
def test_a_name_without_a_mark_or_with_a_legal_form_is_no_ships(name: str) -> None:
    assert not bears_ships_mark(name)
