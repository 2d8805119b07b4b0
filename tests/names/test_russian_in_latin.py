"""Russian words of business, and English ones as Russian writes them, are known however Latin letters write them."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.matching import DEFAULT_THRESHOLD
from screening.names.russian_in_latin import heard, key_of_cyrillic, key_of_latin, letters_named, written
from screening.names.transliteration import token_keys
from screening.names.vocabulary import meanings
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("predpriyatie", "предприятие"),
        ("predpriiatie", "предприятие"),
        ("predprijatie", "предприятие"),
        ("spetsialnogo", "специального"),
        ("specialnogo", "специального"),
        ("mashinostroeniia", "машиностроения"),
        ("obyedinenie", "объединение"),
        ("sovetskii", "советский"),
        ("materialy", "материалы"),
        ("yuzhnyi", "южный"),
    ],
)
def test_all_schemes_of_a_word_have_one_key(latin: str, cyrillic: str) -> None:
    assert key_of_latin(latin) == key_of_cyrillic(cyrillic)


@pytest.mark.parametrize(
    ("latin", "concept"),
    [
        ("mashinostroeniia", "machine_building"),
        ("risorses", "resources"),
        ("raduga", "rainbow"),
        ("gorizont", "horizon"),
    ],
)
def test_a_word_of_business_in_latin_letters_means_what_it_means_in_russian(latin: str, concept: str) -> None:
    assert concept in {each.concept for each in meanings(latin)}


@pytest.mark.parametrize("latin", ["sberbank", "medal", "patient", "salyut", "bering", "sierra", "maining"])
def test_names_and_words_of_english_are_no_russian_words_of_business(latin: str) -> None:
    assert not written(latin) or not meanings(latin)


@pytest.mark.parametrize(("latin", "english"), [("trast", "trust"), ("lajf", "life"), ("yunistrim", "unistream")])
def test_an_english_word_by_way_of_russian_is_read_as_it_is(latin: str, english: str) -> None:
    assert heard(latin) == english
    assert english in {key.text for key in token_keys(latin)}


@pytest.mark.parametrize("name", ["tim", "braun", "trust", "martin", "laila", "yunyi"])
def test_names_of_people_and_english_words_are_not_heard_otherwise(name: str) -> None:
    assert heard(name) == ""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("TRUST LOGISTICS GROUP LLC", "OOO TRAST LODZHISTIKS GRUPP"),
        ("Vodrin Resources JSC", "AO VODRIN RISORSES"),
        ("AO YUNISTRIM", "UNISTREAM JSC"),
        ("RENDZHVIZHN OOO", "RANGEVISION LLC"),
        ("GORIZONT AERO", "HORIZON AERO LLC"),
    ],
)
def test_firms_told_by_way_of_russian_are_found(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.relation == "same_party"
    assert found.score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("OOO TRAST", "OOO TREST"),
        ("OOO RADUGA MEBEL", "RAINBOW SHIPPING LLC"),
    ],
)
def test_other_firms_stay_apart(left: str, right: str) -> None:
    assert compare_names(left, right, schema="Company").score < DEFAULT_THRESHOLD


@pytest.mark.parametrize(("written", "other"), [("gerbarium", "herbarium"), ("galogen", "halogen")])
def test_a_g_at_the_beginning_may_be_the_h_of_other_languages(written: str, other: str) -> None:
    assert "g as h (by way of Russian)" in {key.scheme for key in token_keys(written) if key.text == other}


@pytest.mark.parametrize("word", ["general", "golodov", "gerasimenko", "golden", "gruppa"])
def test_english_words_and_family_names_keep_their_g(word: str) -> None:
    assert "g as h (by way of Russian)" not in {key.scheme for key in token_keys(word)}


@pytest.mark.parametrize(("word", "letters"), [("yuesem", "usm"), ("aitisi", "itc"), ("elesar", "lsr")])
def test_letters_are_read_by_their_names_as_russian_writes_them(word: str, letters: str) -> None:
    assert letters in {key.text for key in token_keys(word)}


@pytest.mark.parametrize("word", ["elena", "general", "ooo", "tender"])
def test_other_words_name_no_letters(word: str) -> None:
    assert letters_named(word) == ""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("YUESEM METALLOINVEST OOO", "USM METALLOINVEST LLC"),
        ("AI TI SI OOO", "I T C LLC"),
        ("VODRIN CIS LLC", "OOO VODRIN SNG"),
        ("NOVOKUIBYSHEVSK REFINERY", "OJSC NOVOKUYBYSHEV REFINERY"),
        ("EXPERTS PARTNERS", "EXPERT PARTNERS"),
        ("CENTRE D'ETUDES ET RECHERCHES", "SCIENTIFIC STUDIES AND RESEARCH CENTER"),
    ],
)
def test_letters_plurals_and_words_of_region_are_found(left: str, right: str) -> None:
    found = compare_names(left, right, schema="Company")
    assert found.relation == "same_party"
    assert found.score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("latin", "english"),
    [
        ("qrinlayt", "greenlight"),
        ("skaybric", "skybridge"),
        ("fayn", "fine"),
        ("oyl", "oil"),
        ("oto", "auto"),
        ("tek", "tech"),
    ],
)
def test_an_english_word_by_ear_in_a_turkic_language_is_read_as_it_is(latin: str, english: str) -> None:
    assert heard(latin) == english


@pytest.mark.parametrize("name", ["seyhan", "aydin", "kayseri", "teymur", "zeyd", "ceyhun", "leyla", "kaynak", "beyaz"])
def test_turkic_names_and_words_are_not_heard_as_english(name: str) -> None:
    assert heard(name) == ""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("«Qrinlayt Enerci» MMC", "Greenlight Energy LLC"),
        ("«Oýl Tek Serwis» HJ", "Oiltech Service ES"),
        ("«Frendşip Treyd» MMC", "Friendship Trade LLC"),
        ("«Qreyt Steyt Loqistiks» MMC", "Great State Logistics LLC"),
        ("«Faýn Foods» HJ", "Fine Foods ES"),
        ("«Uayt Foks» MMC", "White Fox LLC"),
    ],
)
def test_an_english_name_by_ear_in_a_turkic_language_is_the_firm(left: str, right: str) -> None:
    assert is_match(left, right, "Company")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("«Qrinlayt Enerci» MMC", "Grandlight Energy LLC"),
        ("«Qrinlayt Enerci» MMC", "Greenline Energy LLC"),
        ("«Oýl Tek Serwis» HJ", "Oilfield Service ES"),
        ("«Blek Qold» HJ", "Black Gate ES"),
        ("«Skaybric» MMC", "Skybird LLC"),
    ],
)
def test_another_english_word_by_ear_is_another_firm(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
