"""Words of business in the forms their languages give them."""

from __future__ import annotations

import pytest

from screening.names.tokens import words
from screening.names.vocabulary import meanings


@pytest.mark.parametrize(
    ("forms", "concept"),
    [
        ("ekmek ekmeği", "bakery"),
        ("dericilik dericiliği", "leather"),
        ("chorvachilik chorvachiligi", "livestock"),
        ("балық балығы балықтар", "fish"),
        ("балык балыгы", "fish"),
        ("хлебозавод хлебозавода", "bakery"),
        ("цукор цукру", "sugar"),
        ("ماشین ماشینها ماشین‌های", "machinery"),
    ],
)
def test_a_word_means_the_same_in_all_its_forms(forms: str, concept: str) -> None:
    for form in forms.split():
        assert concept in {meaning.concept for meaning in meanings(*words(form))}, form


def test_russian_family_names_are_no_genitive_plurals() -> None:
    assert not meanings("пекарев")
    assert not meanings("заводчиков")
