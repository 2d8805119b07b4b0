"""Turkish, Azerbaijani and Turkmen words of business that Russian records write by ear mean what they mean."""

from __future__ import annotations

import pytest

from screening.names.folding import fold
from screening.names.turkic_in_cyrillic import turkic
from screening.names.vocabulary import meanings
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("written", "concept"),
    [
        ("Гурлушык", "construction"),
        ("Хидмятляри", "services"),
        ("Хидматлари", "services"),
        ("Денизджилик", "marine"),
        ("Ташымаджылык", "transport"),
        ("Тохуджулуг", "textile"),
    ],
)
def test_a_word_of_business_is_read_back_however_its_vowels_are_written(written: str, concept: str) -> None:
    assert concept in {each.concept for each in meanings(fold(written))}


@pytest.mark.parametrize("word", ["колонна", "стади", "севда", "мадяр", "чалык", "эрдал", "тарасов"])
def test_short_words_names_and_words_of_other_consonants_are_none(word: str) -> None:
    assert turkic(word) == ""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("«Ak Ýol Gurluşyk» HJ", 'ХО "Ак Ёл Гурлушык"'),
        ("«Göygöl Üzümçülük» MMC", "ООО «Гёйгёль Узюмчюлюк»"),
        ("«Xəzər Nəqliyyat Xidmətləri» MMC", "ООО «Хазар Наглият Хидматлари»"),
        ("«Şəki İpək Toxuculuq» MMC", "ООО «Шеки Ипек Тохуджулуг»"),
    ],
)
def test_a_turkic_firm_is_the_same_by_ear_in_russian(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("«Göygöl Üzümçülük» MMC", "ООО «Гёйгёль Денизджилик»"),
        ("«Ak Ýol Gurluşyk» HJ", 'ХО "Ак Ёл Ташымаджылык"'),
        ("«Xəzər Nəqliyyat Xidmətləri» MMC", "ООО «Хазар Нефт Хидматлари»"),
    ],
)
def test_another_trade_by_ear_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
