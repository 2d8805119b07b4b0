"""Firms that are called by an ordinary word: its translation is the name, another word for the same thing is not."""

from __future__ import annotations

import pytest

from screening import DEFAULT_THRESHOLD, compare_names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Falcon Trading LLC", "Eagle Trading LLC"),
        ("Falcon Trading LLC", "Hawk Trading LLC"),
        ("Doğan Otomotiv A.Ş.", "Şahin Otomotiv A.Ş."),
        ("Şahin Dış Ticaret Limited Şirketi", "KARTAL DIS TICARET"),
        ("ООО Заря", "ООО Рассвет"),
        ("ООО Мечта", "ООО Надежда"),
        ("شركة النسر للتجارة", "شركة الصقر للتجارة"),
    ],
)
def test_two_words_of_one_language_are_two_names(left: str, right: str) -> None:
    """However near they are in meaning."""
    assert compare_names(left, right, schema="Company").relation != "same_party"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО «Сокол»", "Falcon LLC"),
        ("Altın Yıldız Tekstil Ltd. Şti.", "Golden Star Textile LLC"),
        ("شركة بوابة النيل للاستيراد والتصدير", "Nile Gate Import & Export Co."),
        ("ООО «Звезды Востока»", "ООО «Звезда Востока»"),
        ("شركة الجسر الأخضر للنقل البحري", "Green Bridge Maritime Transport Co."),
    ],
)
def test_a_translation_is_found_and_is_weaker_than_the_word_itself(left: str, right: str) -> None:
    """Many firms are called so: it never says as much as the word written in other letters."""
    result = compare_names(left, right, schema="Company")
    assert result.relation == "same_party"
    assert DEFAULT_THRESHOLD <= result.score < 1.0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Azərbaycan Respublikasının Fövqəladə Hallar Nazirliyi", "Ministry of Emergency Situations of Azerbaijan"),
        ("وزارة الصناعة والمعادن العراقية", "Iraqi Ministry of Industry and Minerals"),
        ("Velgor Parrandachilik Inkubatoriyasi MChJ", "Velgor Poultry Hatchery LLC"),
        ("ҶСП «Корхонаи кабелсозии Велгор»", "Velgor Cable Works CJSC"),
        ("Empresa Velgor de Dragagens", "Velgor Dredging Company"),
    ],
)
def test_offices_and_trades_are_told_in_the_languages_of_the_region(left: str, right: str) -> None:
    """By words that had no translation before."""
    assert compare_names(left, right, schema="Company").relation == "same_party"
