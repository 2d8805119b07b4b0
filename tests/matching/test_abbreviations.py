"""Words cut short, alone, in a phrase or in another script; names whose words are written together."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zərif Neft Məhsulları İstehsalat MMC", "Zərif Neft Məh. İst. MMC"),
        ("ООО «Лазурь Строительная компания»", "OOO Lazur Stroit. Komp."),  # in another script
        ("ОсОО «Ак Тоо Транс»", "OsOO Aktootrans"),  # Ак alone is a legal form
        ("Qızılgül Daşıma MMC", "Gizilgul Dashima LLC"),
        ("Arya Turbine Engg. & Equipt. Mftg. Co.", "Arya Turbine Engineering and Equipment Manufacturing Co."),
        ("شرکت مهندسی و ساخت تجهیزات پارس توربین", "Pars Turbine Eng. & Equipment Mfg. Co."),
        ("Lazur Petrochems. Prodn. Ltd", "Lazur Petrochemicals Production Ltd"),
        ("Καλυψώ Κατασκ. ΑΕ", "Kalypso Construction SA"),
        ("BCO REGIONAL DE FOMENTO S.A.", "Banco Regional de Fomento, S.A."),  # all its words are of business
    ],
)
def test_names_are_found_though_their_words_are_cut_short_or_written_together(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [("Marat Asanov", "Marat Usenov"), ("Bakyt Asenov", "Bakyt Usunov")],
)
def test_family_names_that_begin_in_a_and_in_u_are_two(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Person").score < DEFAULT_THRESHOLD


def test_what_is_known_to_be_translated_is_no_abbreviation() -> None:
    one = compare_names("Altay Gıda San. ve Tic. A.Ş.", "Altay Gıda Sanayi ve Ticaret A.Ş.", schema="Company")
    assert one.score > 0.985


def test_a_bank_cut_short_is_no_other_bank() -> None:
    assert compare_names("Bco. Regional de Fomento", "Banco Nacional de Fomento", schema="Company").relation is None
    assert compare_names("Bco. de Fomento", "Banco de Comercio", schema="Company").relation is None


def test_a_name_of_one_word_is_no_word_of_business_cut_short() -> None:
    assert compare_names("Meta", "OOO METALLOOBRABOTKA", schema="Company").score < DEFAULT_THRESHOLD
