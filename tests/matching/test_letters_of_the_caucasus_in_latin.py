"""Georgian and Armenian words of business and places in Latin letters, Arabic dhal as th, Persian families."""

from __future__ import annotations

import pytest

from screening.names.parsing import parse
from tests.matching.one_pair import is_match


def test_georgian_place_in_the_genitive_is_known_in_latin_letters() -> None:
    assert is_match("შპს „ალაზნის ველი ექსპორტი“", "ALAZNIS VELI EXPORT LLC", "Company")
    assert not is_match("Kakhetis Veli LLC", "Alaznis Veli LLC", "Company")


def test_georgian_and_armenian_words_of_business_are_known_in_latin_letters() -> None:
    assert {"bank"} < {each for part in parse("Zrahabachkonneri Bank", "organisation").parts for each in part.concepts}
    assert is_match("Tsvima LLC", "Rain LLC", "Company")


def test_place_abroad_is_no_word_of_the_caucasus_in_latin_letters() -> None:
    assert is_match("Тракия Хидравлик ООД", "Trakia Hydraulic OOD", "Company")


def test_arabic_dhal_is_written_as_th_too() -> None:
    assert is_match(
        "شركة النخيل الذهبية للتجارة العامة ذ.م.م", "AL NAKHEEL AL THAHABIYA GENERAL TRADING LLC", "Company"
    )
    assert is_match("معاذ الحسن", "Muath Al Hasan", "Person")
    assert not is_match("شركة الثعلبية للتجارة", "AL THAHABIYA TRADING", "Company")


@pytest.mark.parametrize("family", ["Ghasemi", "Qasemi", "Qasimi"])
def test_persian_family_is_one_in_its_spellings(family: str) -> None:
    assert is_match("حمیدرضا قاسمی", f"Hamidreza {family}", "Person")


@pytest.mark.parametrize("family", ["Ghaemi", "Qaemi"])
def test_persian_family_a_consonant_apart_is_another(family: str) -> None:
    assert not is_match("حمیدرضا قاسمی", f"Hamidreza {family}", "Person")
    assert is_match("حمیدرضا قائمی", f"Hamidreza {family}", "Person")


def test_word_cut_in_a_compound_is_that_word() -> None:
    cut = "SIBIRSKAYA TRANSPORTNO-EKSPEDITSION"
    assert is_match("ООО «Сибирская Транспортно-Экспедиционная Компания»", cut, "Company")
    assert not is_match("ООО «Сибирская Транспортно-Строительная Компания»", cut, "Company")


@pytest.mark.parametrize("family", ["Sahakyan", "Sahakian", "Սահակյան"])
def test_armenian_family_is_known_without_the_h_that_russian_leaves_out(family: str) -> None:
    assert is_match("Саакян Рубен", f"Ruben {family}" if family.isascii() else f"Ռուբեն {family}", "Person")
    assert not is_match("Саргсян Рубен", f"Ruben {family}" if family.isascii() else f"Ռուբեն {family}", "Person")
