"""Names that a field was too narrow for: compared, and found on a list."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening import DEFAULT_THRESHOLD, compare_names
from screening.matching import Screener
from screening.matching.cut_names import is_cut

WHOLE = "Zorbatron Communications Technology Solutions Limited"
CUT = "Zorbatron Communications Technology So"


@pytest.mark.parametrize(
    ("whole", "cut"),
    [
        (WHOLE, CUT),
        ("Quandrel Shipping and Forwarding Services Company", "Quandrel Shipping and Forwarding Serv"),
        ("Ведронский завод металлоконструкций «Сатурнит»", "Ведронский завод металлоконструк"),
        ("Public Joint Stock Company Vedronefte", "Public Joint Stock Company Vedroneft"),
    ],
)
def test_a_name_cut_within_a_word_is_that_of_the_same_party(whole: str, cut: str) -> None:
    found = compare_names(cut, whole, schema="Company")
    assert found.relation == "same_party"
    assert found.score < 1.0
    assert compare_names(whole, cut, schema="Company").score == found.score
    assert sum(part.points for part in found.parts) == pytest.approx(found.score)


@pytest.mark.parametrize(
    ("listed", "cut"),
    [
        ("Limited Liability Company Uniquent Laboratories", "Limited Liability Company Uniq"),
        ("Federal Research and Production Center Zorbat", "Federal Research and Production Cen"),
        ("Zorbatron Communications Technology Solutions", "Zorbatron Communications Technology Metals"),
        ("Scientific Production Enterprise Quandrel Measuring", "Scientific Production Enterpri"),
        ("Zorbatron Heavy Machinery Plant No. 12", "Zorbatron Heavy Machinery Plant No. 1"),
    ],
)
def test_what_is_left_says_too_little_or_something_else(listed: str, cut: str) -> None:
    assert compare_names(cut, listed, schema="Company").relation != "same_party"


@pytest.mark.parametrize(
    ("whole", "cut"),
    [
        ("Andrés Barrios Quevedano", "Andrés Barrios Queve"),
        ("Zorbatronova, Oksana Igorevna", "ZORBATRONOVA, Oksan"),
        ("Palacios Herrera Juan Pablo Luis", "Palacios Herrera Juan Pab"),
        ("Шавкат Зорбатович Мирсулейманов", "Шавкат Зорбатович Ми"),
    ],
)
def test_a_persons_name_cut_within_a_word_is_that_of_the_same_person(whole: str, cut: str) -> None:
    assert compare_names(cut, whole, schema="Person").relation == "same_party"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammad Zorbat Ali", "Mohammad Zorbat Alizadeh"),
        ("Mehmet Zorbatan Kara", "Mehmet Zorbatan Karaca"),
        ("Aleksandra Zorb", "Aleksandra Zorbatovich"),
    ],
)
def test_a_name_in_use_or_the_half_of_one_is_another_persons(one: str, other: str) -> None:
    assert compare_names(one, other, schema="Person").relation != "same_party"


def test_names_cut_are_found_on_a_list_and_cut_listed_names_by_whole_ones() -> None:
    filler = [f"Fillerfirm {number} General Trading and Contracting Company" for number in range(50)]
    names = [*filler, WHOLE]
    table = pa.table(
        {"entry_id": [str(n) for n in range(len(names))], "name": names, "schema": ["Company"] * len(names)}
    )
    found = Screener([table]).screen(pa.table({"name": [CUT], "schema": ["Company"]}))
    assert [names[int(entry)] for entry in found["entry_id"].to_pylist()] == [WHOLE]
    assert found["score"][0].as_py() >= DEFAULT_THRESHOLD
    persons = pa.table({"entry_id": ["1", "2"], "name": ["Palacios Herrera Juan Pablo Luis", "Herrera Juan"]})
    persons = persons.append_column("schema", pa.array(["Person", "Person"]))
    found = Screener([persons]).screen(pa.table({"name": ["Palacios Herrera Jua"], "schema": ["Person"]}))
    assert found["entry_id"].to_pylist() == ["1"]
    cut_list = table.set_column(1, "name", pa.array([*filler, CUT]))
    found = Screener([cut_list]).screen(pa.table({"name": [WHOLE], "schema": ["Company"]}))
    assert [int(entry) for entry in found["entry_id"].to_pylist()] == [len(filler)]


@given(st.text(alphabet="abc й1.&-", max_size=60), st.text(alphabet="abc й1.&-", max_size=60))
def test_which_of_two_names_is_cut_does_not_depend_on_their_order(left: str, right: str) -> None:
    assert is_cut(left, right, "organisation") == is_cut(right, left, "organisation")
    assert not is_cut(left, left, "organisation")
    assert compare_names(left, right, schema="Company").score == compare_names(right, left, schema="Company").score
