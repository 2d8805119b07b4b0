"""Legal forms of which a field was too short to hold the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.names.cut_forms import completed
from screening.names.parsing import name_words
from screening.names.vocabulary import segment


def forms_at_the_end(name: str) -> set[str]:
    return {each.concept for each in segment(name_words(name))[-1].meanings if each.kind == "legal_form"}


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("BEISPIEL GENERAL TRADING CORPORAT", "corporation"),
        ("MUSTER HEAVY MACHINERY LIMITED LIABI", "limited liability company"),
        ("MUSTER MADENCILIK SANAYI VE TICARET LIMITED SIR", "limited sirketi"),
        ("ПРИМЕР ТРЕЙДИНГ ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТ", "общество с ограниченной ответственностью"),
        ("PRIMER TREIDING OBSHCHESTVO S OGRANICHENNOI", "obshchestvo s ogranichennoi otvetstvennostyu"),
        ("Pipelines & Terminals of Muster Compan", "company"),
    ],
)
def test_a_form_cut_at_the_end_of_a_long_name_is_whole(name: str, form: str) -> None:
    assert forms_at_the_end(name) & forms_at_the_end(form)


@pytest.mark.parametrize(
    "name",
    [
        "Muster Corporat",  # no field is as short as that
        "Maximilian Alexander Gesell",  # half a word is no form by itself
        "Beispiel Heavy Industries Co Li",  # a family name
        "Ahmad Husayn Muhammad al Shar",  # an article begins no form
        "Beispiel Joint Stock Bank Group",
    ],
)
def test_what_may_be_a_word_of_its_own_stays(name: str) -> None:
    words = tuple(name.lower().split())
    assert completed(words) == words


@given(
    st.lists(st.sampled_from(["beispiel", "limited", "co", "s", "obshchestvo", "li", "corporat", "sir"]), max_size=9)
)
def test_completing_twice_is_completing_once(words: list[str]) -> None:
    once = completed(tuple(words))
    assert completed(once) == once
