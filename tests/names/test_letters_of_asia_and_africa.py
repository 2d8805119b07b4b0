"""Burmese, Indic and Ethiopic letters, and Japanese names of firms, are read as the press spells them."""

from __future__ import annotations

import pytest

from screening.names.burmese import names_apart, syllables
from screening.names.folding import fold
from screening.names.letter_names import key
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.transliteration import romanise, token_keys
from screening.names.unspaced import starts
from screening.names.vocabulary import split_glued
from screening.reference import table


def readings(word: str) -> set[str]:
    return {key.text for key in token_keys(fold(word))}


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("အောင်", "aung"),
        ("လှိုင်", "hlaing"),
        ("ကျော်", "kyaw"),
        ("ထွန်း", "htun"),
        ("ထွန်း", "tun"),
        ("ညွန့်", "nyunt"),
        ("မြင့်", "myint"),
        ("ရွှေ", "shwe"),
        ("စိုး", "soe"),
        ("ကြည်", "kyi"),
        ("သိန်း", "thein"),
        ("ခိုင်", "khine"),
        ("အေး", "aye"),
        ("ဦး", "oo"),
        ("သီဟ", "thiha"),
        ("နန္ဒာ", "nandar"),
        ("ကမ္ဘောဇ", "kanbawza"),
        ("သင်္ကြန်", "thingyan"),
    ],
)
def test_a_burmese_syllable_is_read_by_ear(written: str, latin: str) -> None:
    assert latin in readings(written)


def test_a_final_with_the_creaky_tone_ends_in_t_first() -> None:
    assert token_keys(fold("ဝင့်"))[0].text == "wint"
    assert token_keys(fold("ဝင်း"))[0].text == "win"


def test_burmese_words_are_cut_at_their_syllables() -> None:
    assert syllables("မင်းအောင်လှိုင်") == ["မင်း", "အောင်", "လှိုင်"]
    assert syllables("သန္တာ") == ["သန္တာ"]  # stacked letters stay together


def test_a_burmese_name_is_parted_and_its_titles_set_before() -> None:
    titles = {"ဦး", "ဗိုလ်ချုပ်မှူးကြီး"}
    assert names_apart(fold("ဗိုလ်ချုပ်မှူးကြီးမင်းအောင်လှိုင်"), titles.__contains__)[1:] == ("မင်း", "အောင်", "လှိုင်")
    assert names_apart("ဦးသိန်းစိန်", titles.__contains__) == ("ဦး", "သိန်း", "စိန်")


def test_a_letter_without_a_vowel_belongs_to_what_stands_before_it() -> None:
    assert names_apart("ဝီရသူ", frozenset().__contains__) == ("ဝီရ", "သူ")


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("सुरेश", "suresh"),
        ("बलबीर", "balbir"),
        ("चन्द्र", "chandra"),
        ("महेंद्र", "mahendra"),
        ("राजेश्वर", "rajeshwar"),
        ("अग्रवाल", "agarwal"),
        ("सिंह", "singh"),
        ("বসুন্ধরা", "basundhara"),
        ("স্বাধীন", "swadhin"),
        ("ব্যাংক", "bank"),
        ("যমুনা", "jamuna"),
        ("ਗੁਰਪ੍ਰੀਤ", "gurpreet"),
        ("ਸੱਜਣ", "sajjan"),
        ("નરેન્દ્ર", "narendra"),
        ("முருகன்", "murugan"),
        ("రెడ్డి", "reddi"),
        ("ಕುಮಾರಸ್ವಾಮಿ", "kumaraswami"),
        ("കുമാർ", "kumar"),
        ("ගෝඨාභය", "gotabaya"),
    ],
)
def test_an_indic_word_is_read_with_the_vowels_that_are_spoken(written: str, latin: str) -> None:
    assert latin in readings(written)


def test_the_a_at_the_end_is_spoken_behind_stacked_letters_only() -> None:
    assert token_keys("राजेन्द्र")[0].text == "rajendra"
    assert token_keys("सुरेश")[0].text == "suresh"


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("ብርሃኑ", "birhanu"),
        ("መንግስቱ", "mengistu"),
        ("ደሳለኝ", "desalegn"),
        ("ቴዎድሮስ", "tewodros"),
        ("ኃይለማርያም", "hailemaryam"),
        ("ወርቅነህ", "workineh"),
        ("እዮብ", "eyob"),
        ("አቢይ", "abiy"),
    ],
)
def test_an_ethiopic_word_is_read_as_its_name_is_spelled(written: str, latin: str) -> None:
    assert latin in readings(written)


@pytest.mark.parametrize(("written", "latin"), [("東海", "tokai"), ("三菱", "mitsubishi"), ("大日本", "dainippon")])
def test_characters_that_japanese_firms_are_called_by_have_their_japanese_reading(written: str, latin: str) -> None:
    assert latin in readings(written)


def test_other_characters_have_no_japanese_reading() -> None:
    assert {each.scheme for each in token_keys("张伟")} & {"Japanese reading"} == set()


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        ("บริษัทศรีสุวรรณขนส่งจำกัด", ["บริษัท", "ศรีสุวรรณ", "ขนส่ง", "จำกัด"]),
        ("မြန်မာ့သစ်လုပ်ငန်း", ["မြန်မာ့", "သစ်လုပ်ငန်း"]),
        ("ធនាគារជាតិ", ["ធនាគារជាតិ"]),
    ],
)
def test_words_without_spaces_are_cut_at_known_ones(written: str, pieces: list[str]) -> None:
    assert split_glued(fold(written)) == [fold(piece) for piece in pieces]


def test_a_word_is_cut_where_syllables_begin_only() -> None:
    assert 1 not in starts(fold("เมนซ์"))
    assert split_glued("พงษ์") == ["พงษ์"]


@pytest.mark.parametrize(
    ("written", "letters"), [("ทีเอบี", "tab"), ("एसबीआई", "sbi"), ("পিএলসি", "plc"), ("ทีอีซีจีอาร์", "tecgr")]
)
def test_letters_by_their_names_are_read_in_thai_hindi_and_bengali(written: str, letters: str) -> None:
    (token,) = words(written)
    found = key(token, script_of(token))
    assert found is not None
    assert found.text == letters


def test_a_report_shows_these_letters_as_they_are_spoken() -> None:
    assert romanise("सुरेश चन्द्र") == "Suresh Chandra"
    assert romanise("မင်းအောင်လှိုင်") == "Min Aung Hlaing"
    assert romanise("ጌታቸው").lower() == "getachew"


@pytest.mark.parametrize(
    "name",
    [
        "burmese_letters",
        "burmese_rhymes",
        "burmese_names",
        "indic_letters",
        "indic_scripts",
        "indic_names",
        "ethiopic_letters",
        "japanese_business_words",
        "japanese_readings",
    ],
)
def test_every_table_of_letters_says_its_source(name: str) -> None:
    about = table(f"scripts/{name}.tsv").about
    assert about["source"]
    assert about["licence"]


@pytest.mark.parametrize(
    "text", ["\u1039", "\u103a\u1039\u1000", "\u094d\u0915", "\u0e4c", "\u17d2\u1780", "\u137c", "ꩠ"]
)
def test_stray_signs_are_read_without_error(text: str) -> None:
    token_keys(text)
    split_glued(text)
