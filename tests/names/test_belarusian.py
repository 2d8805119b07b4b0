"""What Belarusian spells as it is spoken is what Russian spells by its roots; two Russian words stay two."""

from __future__ import annotations

import pytest

from screening.names.belarusian import are_one, is_belarusian, key
from screening.names.folding import fold


@pytest.mark.parametrize(
    ("belarusian", "russian"),
    [
        ("Палессе", "Полесье"),
        ("Берасцеэкспа", "Берестьеэкспо"),
        ("Сямёнаў", "Семёнов"),
        ("Віцебскія", "Витебские"),
        ("Paulouski", "Павловский"),
        ("Kastsiuchenka", "Костюченко"),
        ("Kavalionak", "Ковалёнок"),
        ("Kavalionak", "Kovalenok"),
        ("Sciapanaŭ", "Степанов"),
        ("Rahozau", "Рогозов"),
        ("Marozau", "Morozov"),
        ("Halouchanka", "Golovchenko"),
        ("Лявонцьева", "Leontieva"),
        ("Liavontsyeva", "Leontieva"),
        ("Радзівонаў", "Rodionov"),
        ("Мікалаеў", "Николаев"),
        ("Уласенка", "Vlasenko"),
        ("Дзмітрыеў", "Dmitriev"),
    ],
)
def test_a_belarusian_spelling_and_a_russian_one_are_one_word(belarusian: str, russian: str) -> None:
    assert is_belarusian(fold(belarusian))
    assert not is_belarusian(fold(russian))
    assert are_one(fold(belarusian), fold(russian))
    assert are_one(fold(russian), fold(belarusian))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Малахов", "Молохов"),
        ("Палагин", "Полагин"),
        ("Полесье", "Залесье"),
        ("Палессе", "Полевое"),
        ("Paulouski", "Поливский"),
        ("Marozau", "Мерзов"),
        ("Петренко", "Петрунька"),
        ("Лявонцьева", "Левантова"),
        ("Мікалаеў", "Николин"),
    ],
)
def test_other_words_are_not_one_for_their_vowels(left: str, right: str) -> None:
    assert not are_one(fold(left), fold(right))


@pytest.mark.parametrize("text", ["Каров", "Smith", "Washington", "北京", "12345678", ""])
def test_short_words_and_other_languages_have_no_key(text: str) -> None:
    assert key(fold(text)) == ""
