"""Names are told as well as Russian records and English lists spell them."""

from __future__ import annotations

import pytest

from screening.names.other_names import names_within
from screening.names.plain_letters import by_way_of_russian, from_scholarly


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Buyuk Ipak Yo‘li", "Buyuk Ipak Yuli"),
        ("Mo'min Savdo", "Mumin Savdo"),
        ("SO'G'DIYONA", "SUG'DIYONA"),
        ("O'zbegim Teks", "Uzbegim Teks"),
    ],
)
def test_a_marked_letter_of_uzbek_is_told_as_russian_writes_it(name: str, plain: str) -> None:
    assert by_way_of_russian(name) == plain
    assert names_within(name)[:2] == (name, plain)


@pytest.mark.parametrize("name", ["O'Brien", "O'BRIEN", "D'Angelo", "Angelo's", "Karim Savdo", "Bo'"])
def test_other_apostrophes_change_nothing(name: str) -> None:
    assert by_way_of_russian(name) == name


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Ûgneftʹ", "yugneftʹ"), ("Ŝerbakov Âroslav", "shcherbakov yaroslav"), ("Cûrupinsk", "tsyurupinsk")],
)
def test_letters_of_scholars_are_told_in_english_spelling(name: str, plain: str) -> None:
    assert from_scholarly(name) == plain
    assert plain in names_within(name)


@pytest.mark.parametrize("name", ["Šuvalov", "Ugneft", "Müller", "Юрий", ""])
def test_names_without_such_letters_stay_as_they_are(name: str) -> None:
    assert from_scholarly(name) == name
