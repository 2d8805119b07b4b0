"""What real lists' names taught: initials as other alphabets have them, foundations, states, lines of messages."""

from __future__ import annotations

import pytest

from screening.matching import compare_names
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Qasımov X.R.", "Qasimov Khayyam Rauf oglu"),
        ("Qosimov X.A.", "Qosimov Khurshid Ahmadovich"),
        ("Abdullayev C.N.", "Abdullayev Javid Nazim oglu"),
        ("Utepov Қ.", "Utepov Kanat"),
        ("Sultanov Q.B.", "Sultanov Kanat Bolatovich"),
    ],
)
def test_an_initial_is_what_english_spells_with_other_letters(short: str, full: str) -> None:
    assert is_match(short, full, "Person")
    assert is_found(short, full, "Person")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Qasımov X.R.", "Qasimov Kamran Rauf oglu"),
        ("Qasımov X.R.", "Qasimov Gunduz Rauf oglu"),
        ("Abdullayev C.N.", "Abdullayev Samir Nazim oglu"),
    ],
)
def test_and_no_other(short: str, full: str) -> None:
    assert not is_match(short, full, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Өтеміс Қанат", "Utemis Kanat"),
        ("Өскембаев Нұржан", "Uskembayev Nurzhan"),
        ("Өмірбеков Ерлан", "Umirbekov Yerlan"),
    ],
)
def test_russian_writes_a_first_kazakh_vowel_as_u(left: str, right: str) -> None:
    assert is_match(left, right, "Person")
    assert is_found(left, right, "Person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mammadov, Elnur Nizami", "Məmmədov Elnur Zahid oğlu"),
        ("Aliyev Tural Rashid", "Алиев Турал Вагифович"),
    ],
)
def test_a_fathers_name_without_the_word_for_a_son_is_one(left: str, right: str) -> None:
    assert not is_match(left, right, "Person")


def test_vowels_of_an_arab_fathers_name_make_no_other_father() -> None:
    assert is_match("Salim bin Nasser bin Hamad al-Ghafri", "Salem Nasser Hamed Al Ghafri", "Person")


@pytest.mark.parametrize(
    ("firm", "foundation"),
    [
        ("Velmar GmbH", "Velmar Stiftung"),
        ("ООО «Велмар»", "Фонд «Велмар»"),
        ("Velmar A.Ş.", "Velmar Vakfı"),
        ("Cementos Huasteco S.A.", "Fundación Cementos Huasteco"),
    ],
)
def test_a_firms_foundation_is_a_possible_affiliate(firm: str, foundation: str) -> None:
    assert not is_match(firm, foundation, "Organization")
    assert compare_names(foundation, firm, schema="Organization").relation == "possible_affiliate"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("مؤسسة الشهيد", "Martyrs Foundation"),
        ("Ίδρυμα Στρατιωτικής Στέγασης", "Military Housing Establishment"),
    ],
)
def test_an_establishment_may_be_a_foundation(left: str, right: str) -> None:
    told = compare_names(left, right, schema="Organization")
    assert "one is a foundation" not in told.explanation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Velmar Kazakhstan LLP", "Velmar Uzbekistan LLC"),
        ("Tierra Alta Chile SpA", "Tierra Alta Perú S.A.C."),
        ("Велмар Казахстан", "Velmar Georgia"),
    ],
)
def test_two_states_are_two_daughters(left: str, right: str) -> None:
    told = compare_names(left, right, schema="Company")
    assert (told.relation, told.score < 0.8) == ("possible_affiliate", True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ОсОО «Күмүш Булак»", "KUMUSH BULAK OSOO//BISHKEK KG"),
        ("ҶДММ «Истаравшан-Нур» РМА//", "ISTARAVSHAN NUR LLC"),
    ],
)
def test_two_strokes_end_a_name(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
    assert is_found(left, right, "Company")


def test_a_field_of_a_message_cuts_the_longest_name() -> None:
    whole = "VELTAS GUMRUKLEME ITHALAT IHRACAT SINIR TICARETI TEKSTIL GIDA VE SANAYI TICARET LIMITED SIRKETI"
    cut = "VELTAŞ GÜMRÜKLEME İTHALAT İHRACAT SINIR TİCARETİ TEKS"
    assert is_match(whole, cut, "Company")
    assert not is_match(whole, cut.replace("VELTAŞ", "VELKAŞ"), "Company")


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("BCEAO", "Banque Centrale des États de l'Afrique de l'Ouest"),
        ("ENAC", "Ente Nazionale per l'Aviazione Civile"),
    ],
)
def test_an_elided_article_is_no_letter_of_an_acronym(short: str, whole: str) -> None:
    assert is_match(short, whole, "Organization")


def test_how_a_name_was_read_is_said() -> None:
    told = compare_names("野村 悟", "NOMURA, Satoru", schema="Person")
    assert "the subject's 野村 悟 read as nomura satoru" in told.explanation


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("AGIOS MINAS", "ΑΓ. ΜΗΝΑΣ Ν.Π. 412", True),
        ("VOLGA STAR", "Волга Стар, регистровый номер 123456", True),
        ("SEA LOTUS", "SEA LOTUS O.N. 734512", True),
        ("SEA LOTUS 7", "SEA LOTUS 9", False),
    ],
)
def test_a_number_in_a_register_is_no_part_of_a_ships_name(left: str, right: str, same: bool) -> None:
    assert is_match(left, right, "Vessel") is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("野村 悟", "NOMURA, Satoru", True),
        ("野村悟", "Satoru Nomura", True),
        ("佐々木 健太郎", "Kentaro Sasaki", True),
        ("佐佐木健太郎", "Kentaro Sasaki", True),
        ("田中 誠", "Tanaka Manabu", False),
        ("王博", "Wang Hiroshi", False),
    ],
)
def test_japanese_given_names_of_one_character_and_repeated_characters(left: str, right: str, same: bool) -> None:
    assert is_match(left, right, "Person") is same


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("ПАО Банк Велмир (БВ)", "Банк Велмир"),
        ("Велмирфлот (ВМФ)", "Velmirflot"),
        ("山东裕海石化有限公司（裕海石化）", "SHANDONG YUHAI PETROCHEMICAL CO LTD"),
        ("شرکت بازرگانی نفت آرمان (ولمار)", "شرکت بازرگانی نفت آرمان"),
        ("Bank Velmir (BV)", "Bank Velmir"),
    ],
)
def test_a_short_name_in_brackets_is_no_part_of_the_name(text: str, listed: str) -> None:
    assert is_match(text, listed, "Company")
    assert is_found(text, listed, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ромашка (Москва)", "Ромашка (Тула)"),
        ("شركة النور للتجارة (الاردن)", "شركة النور للتجارة (سوريا)"),
        ("Velmar (UAE)", "Velmar (KSA)"),
    ],
)
def test_a_place_in_brackets_is(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("GÜÇLÜ KARDEŞLER NAKLİYAT", "GUCLU GLOBAL LOJISTIK LIMITED SIRKETI"),
        ("Bank of China", "BANK SINA"),
        ("Türk Hava Yolları", "WINGS PRIVATE JSC"),
        ("Koç Holding", "KOEC"),
        ("Blue Harbour Shipping Ltd", "SINA PORT AND MARITIME"),
        ("Precision Tools GmbH", "SUPERCONDUCTING NANOTECHNOLOGY"),
        ("Национальный банк Велмарии", "Народный банк Велмарии"),
    ],
)
def test_words_that_say_something_else_make_no_match(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Öz Rulman", "OZ RULMAN TICARET VE SANAYI LIMITED SIRKETI"),
        ("Yılmaz Kardeşler Ltd Şti", "Yilmaz Brothers Co"),
        ("شركة حسن وإخوانه", "Hassan & Brothers Co"),
        ("Gebrüder Weissmann GmbH", "Gebr. Weissmann"),
        ("O‘zbekiston Xalq banki", "Народный банк Республики Узбекистан"),
    ],
)
def test_words_that_say_the_same_do(left: str, right: str) -> None:
    assert is_match(left, right, "Company")
