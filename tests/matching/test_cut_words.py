"""Names cut off by a field's width."""

from __future__ import annotations

import pytest

from screening import DEFAULT_THRESHOLD, compare_names
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("cut", "whole"),
    [("Dilip Kumar Balasubr", "Dilip Kumar Balasubramanian"), ("Ekaterina Ovsyanniko", "Ekaterina Ovsyannikova")],
)
def test_a_name_cut_off_answers_the_whole(cut: str, whole: str) -> None:
    assert compare_names(cut, whole, schema="Person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"), [("Kemal Kara", "Kemal Karaca"), ("Selma Uzun", "Selma Uzunoğlu"), ("Li Na", "Li Nan")]
)
def test_a_shorter_name_in_use_is_not_cut_off(one: str, other: str) -> None:
    assert compare_names(one, other, schema="Person").score < DEFAULT_THRESHOLD


def test_two_words_written_together_are_not_one_cut_off() -> None:
    assert compare_names("ООО Метеор", "ООО Метеоринвест", schema="Company").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("VELTTAU MINERAL FERTILIZER PLANT JO", "«Велттау минералды тыңайтқыштар зауыты» АҚ"),
        ("VELMENTSAVAN MACHINE TOOL PLANT OPE", "«Վելմենցավան հաստոցաշինական գործարան» ԲԲԸ"),
    ],
)
def test_a_form_cut_off_answers_it_in_another_language(cut: str, whole: str) -> None:
    assert compare_names(cut, whole, schema="Company").score > 0.9


def test_another_word_behind_a_name_is_no_form_cut_off() -> None:
    assert compare_names("Vodrin Machine Building Plant Velm", "Vodrin Machine Building Plant JSC").score < 0.8


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("شرکت سیمان کرمان", "شرکت سیمان کرمانشاه"),
        ("Kerman Petrochemical Co.", "Kermanshah Petrochemical Co."),
        ("ҶДММ «Панҷ Пахта»", "Panjakent Pakhta LLC"),
        ("Керман Цемент", "Керманшах Цемент"),
        ("Hama Cement Company", "Hamadan Cement Company"),
        ("Astra Shipyard", "Astrakhan Shipyard"),
        ("ООО «Киров Лес»", "ООО «Кировоград Лес»"),
        ("Balkh Cotton", "Balkhash Cotton"),
        ("Gori Wine LLC", "Goris Wine LLC"),
    ],
)
def test_a_place_that_another_begins_with_is_no_place_cut_off(shorter: str, longer: str) -> None:
    for one, other in ((shorter, longer), (longer, shorter)):
        assert not is_match(one, other, "Company")
        assert not is_found(one, other, "Company")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [("Novosib Metal", "Novosibirsk Metal"), ("Ekaterinb. Metal Works", "Ekaterinburg Metal Works")],
)
def test_a_place_cut_off_is_the_place(cut: str, whole: str) -> None:
    assert is_match(cut, whole, "Company")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("BAYT AL HIKMA SCIENTIFIC AND LABORA", "شركة بيت الحكمة للأجهزة العلمية والمخبرية"),
        ("KOREA RESEARCH INSTITUTE OF CHEMICA", "한국화학연구원"),
        ("AL NAWRAS TRADING AND GENERAL CONTR", "شركة النورس للتجارة والمقاولات العامة"),
        ("ALBORZ TEHRAN ELECTRONICS INDUSTRIE", "شرکت صنایع الکترونیک البرز تهران"),
        ("BALTATZIS AGRICULTURAL MACHINERY AND", "ΜΠΑΛΤΑΤΖΗΣ ΓΕΩΡΓΙΚΑ ΜΗΧΑΝΗΜΑΤΑ ΚΑΙ ΑΝΤΑΛΛΑΚΤΙΚΑ ΕΠΕ"),
        ("BALTATZIS GEORGIKA MICHANIMATA KAI", "ΜΠΑΛΤΑΤΖΗΣ ΓΕΩΡΓΙΚΑ ΜΗΧΑΝΗΜΑΤΑ ΚΑΙ ΑΝΤΑΛΛΑΚΤΙΚΑ ΕΠΕ"),
        ("VYMPELGRAD MACHINERY AND", "ООО «Вымпелград машины и запасные части»"),
    ],
)
def test_a_trade_cut_off_answers_it_in_another_language(cut: str, whole: str) -> None:
    assert is_match(cut, whole, "Company")
    assert is_found(cut, whole, "Company")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("KOREA RESEARCH INSTITUTE OF CHEMICA", "한국기계연구원"),
        ("QINGDAO YUNSHENG PRECISION INSTRUME", "青岛云盛精密机械有限公司"),
        ("AL NAWRAS TRADING AND GENERAL TRANS", "شركة النورس للتجارة والمقاولات العامة"),
        ("VYMPELGRAD FURNITURE AND", "ООО «Вымпелград машины и запасные части»"),
        ("VYMPELGRAD MACHINERY AND", "ООО «Вымпелград машины и Ромашка»"),  # a name of its own behind it
        ("VYMPELGRAD PRECISION INSTRUME", "青岛云盛精密仪器有限公司"),
    ],
)
def test_the_beginning_of_another_trade_answers_none(cut: str, whole: str) -> None:
    assert not is_match(cut, whole, "Company")


def test_a_phrase_cut_off_answers_it_in_another_language() -> None:
    assert is_match("QINGDAO YUNSHENG PRECISION INSTRUME", "青岛云盛精密仪器有限公司", "Company")
