"""Persons of Iran and the Arab world in Turkish and Azerbaijani letters are put in English spelling."""

from __future__ import annotations

import pytest

from screening.names.turkic_persons import has_turkic_letters, in_arabic_vowels, in_english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Muhammed Cevad Şükri", "muhammed jevad shukri"),
        ("Beşşar el-Hatib", "beshar el-hatib"),
        ("Mehdi Xəlil", "mehdi khalil"),
        ("Qulamrza Nəcəf", "gulamrza najaf"),
    ],
)
def test_letters_are_put_as_english_has_them(name: str, english: str) -> None:
    assert in_english(name) == english


@pytest.mark.parametrize("name", ["Elçin Nazim oğlu Şıxəliyev", "Sevim Akyazıcı", "Cevad Zarif", "Əli Əliyev"])
def test_people_of_the_country_and_names_without_such_letters_stand(name: str) -> None:
    assert in_english(name) == name


def test_letters_tell_which_names_are_so_written() -> None:
    assert has_turkic_letters("Şükri")
    assert not has_turkic_letters("Çelik Müller")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Neşvan el-Vehhac", "nashvan el-vahhaj"),
        ("Velgem ez-Zernegi", "valgam ez-zarnagi"),
        ("Zernegi, Hüseyin", "zarnagi, huseyin"),
    ],
)
def test_turkish_spelling_is_put_into_the_vowels_of_arabic_where_a_sign_tells_it(name: str, english: str) -> None:
    assert in_arabic_vowels(name) == english


@pytest.mark.parametrize(
    "name",
    ["Mehmet Demir", "Françoise Hassan", "Muhammed Vertuç", "Hüseyin Kerimoğlu", "Kerim Berdiýewiç", "Ez Nedeli"],
)
def test_names_without_such_a_sign_or_of_people_of_these_countries_keep_their_vowels(name: str) -> None:
    assert in_arabic_vowels(name) == name
