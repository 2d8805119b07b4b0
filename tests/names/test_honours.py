"""Letters beside a person's name that are no part of it, and what stands before it."""

from __future__ import annotations

import pytest

from screening.names.honours import without_honours
from screening.reference import table
from tests.matching.one_pair import is_found, is_match

TEXTS = {"behind": "Alban Vodrin, {}", "brackets": "Gen. ({}) Alban Vodrin", "dotted": "{} Alban Vodrin"}


@pytest.mark.parametrize("row", table("words/honours.tsv").rows, ids=lambda row: row["letters"])
def test_each_is_taken_away_where_it_stands(row: dict[str, str]) -> None:
    bare = without_honours(TEXTS[row["place"]].format(row["letters"]))
    assert bare.removeprefix("Gen.").strip() == "Alban Vodrin"


@pytest.mark.parametrize(
    "name",
    [
        "VODRIN, SAN",  # a family name and a given name
        "Alban Mon Vodrin",
        "VODRIN ALBAN SAN",
        "OBE Vodrin",
        "A. D. Vodrin",
        "Vodrin (Retd)",
        "Vodrin И.П.",
        "Alban K.M. Vodrin",
    ],
)
def test_initials_and_names_of_the_same_letters_are_left(name: str) -> None:
    assert without_honours(name) == name


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Hon. Justice Emmanuel K. Mwangi (Rtd)", "Emmanuel Kipkoech Mwangi"),
        ("Gen. (ret.) Salah Abdullah Gosh", "Salah Abdallah Mohamed Gosh"),
        ("Alhaji (Dr) Ibrahim M. Danjuma, OFR", "Ibrahim Musa Danjuma"),
        ("Peter Hollingworth OBE PhD MBA", "Peter Hollingworth"),
        ("Prof. Ibrahim Danjuma, Ph.D., SAN", "Ibrahim Danjuma"),
        ("Соколов И.П., к.ю.н.", "Соколов Иван Петрович"),
        ("генерал-майор в отставке Соколов Иван Петрович", "Соколов Иван Петрович"),
        ("Герой Российской Федерации Иван Соколов", "Иван Соколов"),
        ("Капітан 2-го рангу Петро Сорока", "Петро Сорока"),
        ("gen. bryg. rez. Jan Kowalski", "Jan Kowalski"),
        ("Dr hab. inż. Jan Kowalski", "Jan Kowalski"),
        ("Vice-Senior General Soe Win", "Soe Win"),
        ("Fariq Awal Rukn Abdel Fattah al-Burhan", "Abdel Fattah al-Burhan"),
        ("العميد (م) سالم الحربي", "سالم الحربي"),
        ("Cap. Frag. José Ramón Peña", "José Ramón Peña"),
    ],
)
def test_ranks_honours_and_retirement_say_nothing_of_who_it_is(told: str, name: str) -> None:
    assert is_match(told, name, "Person")
    assert is_found(told, name, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hon. Justice Emmanuel K. Mwangi (Rtd)", "Emmanuel Peter Mwangi"),
        ("General Soe Win", "General Soe Naing"),
        ("Alhaji Ibrahim Danjuma", "Alhaji Musa Danjuma"),
        ("Hon Wai Chan", "Wai Chan Ming"),  # a name, where no title follows
        ("أبو مهدي المهندس", "Abu Mahdi al-Basri"),  # an engineer, and a family name
        ("Gen. (ret.) Salah Gosh", "Salah Ret"),
    ],
)
def test_they_make_nobody_another(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")
