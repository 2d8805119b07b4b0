"""Letters of legal forms that are Turkic words, read as words where they are: Ак-Суу, Ak Bulut."""

from __future__ import annotations

import pytest

from screening.names.forms_as_words import as_word
from screening.names.parsing import parse
from screening.names.vocabulary import TRADES
from screening.names.word_tables import lexicon
from tests.matching.one_pair import is_match

ONE = [
    ("«Ак-Суу Транс» ЖЧК", "ОсОО Ак-Суу Транс"),
    ("“Ak Bulut Söwda” hojalyk jemgyýeti", "ХО «Ак Булут Сёвда»"),
    ("«Ak Altyn» hojalyk jemgyýeti", "ХО «Ак Алтын»"),
    ("Ak İnşaat A.Ş.", "AK INSAAT AS"),
    ("«Ak Gujurly» hususy kärhanasy", "Individual Enterprise Ak Gujurly"),
    ("«Ала-Тоо Суу Курулуш» ЖЧК", "ОсОО Алатоо Суукурулуш"),
    ("ОсОО Ала-Тоо", "Ala Too LLC"),
    ("«Кара-Балта тоо-кен комбинаты» ААК", "Kara-Balta Mining Combine OJSC"),
    ("ОсОО «Төө Буурчак Экспорт»", "TOO BUURCHAK EXPORT OsOO"),
    ("КАРА-БАЛТА ТОО-КЕН КОМБИНАТЫ ААК", "Kara-Balta Mining Combine OJSC"),
]
FORMS = [
    ("АК «АЛРОСА» (ПАО)", "ПАО АЛРОСА"),
    ("АК Узтрансгаз", "АО Узтрансгаз"),
    ("АК «Узбекнефтегаз»", "Uzbekneftegaz JSC"),
    ("ТОО-Ромашка", "Ромашка ЖШС"),
    ("ТОО «Кен Жабдық Сервис»", "KENZHABDYK SERVICE LLP"),
    ("ТОО КЕН ЖАБДЫК СЕРВИС", "KENZHABDYK SERVICE LLP"),
    ("ТОО «Кен Групп»", "Ken Group LLP"),
    ("«Темірқазық Тау-кен компаниясы» АҚ", "Temirkazyk Mining Company JSC"),
]
TWO = [
    ("Ак-Тилек", "Тилек"),
    ("Ак Тилек ОсОО", "Tilek OsOO"),
    ("ОсОО Ала-Тоо", "ТОО Алатау"),
    ("Ала-Тоо Банк", "Ак-Тоо Банк"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_form_joined_to_a_word_or_beside_another_form_is_a_word_of_the_name(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(("left", "right"), FORMS)
def test_form_in_capitals_before_another_word_stays_a_form(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(("left", "right"), TWO)
def test_word_that_may_be_a_form_tells_two_firms_apart(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [("ООО «ОК»", "OK LLC"), ("ООО «ПК»", "PK LLC"), ("ООО «ТК»", "TK LLC"), ("AB LLC", "ООО «АБ»")],
)
def test_of_two_forms_the_one_that_is_seldom_one_or_stands_at_the_wrong_end_is_the_name(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(("left", "right"), [("ООО «ОК»", "ПК LLC"), ("ООО «ПК»", "TK LLC"), ("AB LLC", "AS LLC")])
def test_another_form_borne_as_the_name_is_another_name(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize("written", ["{}", "«{}»", "Velgor {}", "{} Velgor"])
def test_no_word_is_lost_of_a_phrase_of_business_that_begins_with_such_letters(written: str) -> None:
    phrases = [
        phrase
        for phrase, known in lexicon().phrases.items()
        if len(phrase) > 1 and as_word(phrase[0]) is not None and any(each.kind in TRADES for each in known)
    ]
    assert phrases
    for phrase in phrases:
        for name in (written.format(" ".join(phrase)), written.format(" ".join(phrase)).upper()):
            kept = {word.text for part in parse(name, "organisation").parts for word in part.words}
            assert kept >= set(phrase), name


def test_a_powder_plant_in_capitals_is_one() -> None:
    assert is_match("ОК ДАРЫ ЗАВОДУ ВЕЛГОР", "Велгор ок дары заводу", "Company")
