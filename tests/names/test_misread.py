"""Names that programs made unreadable are read as they were meant, and others as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening import compare_names
from screening.names.misread import readings
from screening.names.other_names import names_within
from tests.matching.one_pair import is_found

WRITTEN = [
    ("ООО «Пример-Снаб»", "utf-8", "cp1251"),
    ("Примеров Ёлкин Игорь", "utf-8", "cp1252"),
    ("ЗАО Образцовый завод", "utf-8", "cp866"),
    ("Örnek Dış Ticaret Şirketi", "utf-8", "cp1252"),
    ("ООО Примерный Металл", "cp1251", "cp1252"),
    ("Образцов Примерий", "koi8-r", "cp1251"),
    ("ПРИМЕРНЫЙ МЕТАЛЛ", "cp866", "cp1251"),
    ("شركة المثال للتجارة", "cp1256", "cp1252"),
    ("Örnekoğlu İnşaat", "cp1254", "cp1252"),
]


@pytest.mark.parametrize(("name", "written", "read"), WRITTEN)
def test_letters_read_in_another_encoding_are_those_that_were_written(name: str, written: str, read: str) -> None:
    spoiled = "".join(_read(byte, read) for byte in name.encode(written))
    assert name in readings(spoiled)
    assert compare_names(spoiled, name).relation == "same_party"


def _read(byte: int, encoding: str) -> str:
    """A byte as a program shows it that keeps the number of a byte without a sign."""
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize(
    ("spoiled", "name"),
    [
        ("&quot;Пример-Снаб&quot; ООО", '"Пример-Снаб" ООО'),
        ("Smith &amp;amp; Sample Ltd", "Smith & Sample Ltd"),
        ("O&#39;Sample &amp; Sons", "O'Sample & Sons"),
    ],
)
def test_signs_of_html_are_what_they_stand_for(spoiled: str, name: str) -> None:
    assert readings(spoiled) == (name,)


@pytest.mark.parametrize(
    ("typed", "name"), [("Gfcne[jd Dflbv", "Пастухов Вадим"), ("Djkujnhfyccyf, OOO", "Волготрансснаб OOO")]
)
def test_a_name_typed_on_another_keyboard_is_read_by_its_keys(typed: str, name: str) -> None:
    assert name in readings(typed)
    assert is_found(typed, name, "LegalEntity")


@pytest.mark.parametrize(
    "name",
    [
        *("AT&T Inc; Sample", "Österreichische Bundesbahnen", "Ђорђевић Ђорђе", "O'Brien Smith", "Schwartzschild GmbH"),
        *("Knightsbridge Ltd", "Gʻulomjon Oʻgʻli", "G'ulom Qodirov", "Đorđević Đorđe", "РосЭнергоМаш", "Vlk Smrž"),
        *("ООО «РОМАШКА»", "ТОВ «Січ»", "ао «камень»", "O’Brien & Sons", "ПП “Єлисавет” – Київ"),
        *("Emin Karabekmez", "Jastrebac Transport d.o.o.", "Hrvatske šume", "Y. Tsybulin", "Ångström"),
    ],
)
def test_readable_names_are_read_as_they_stand(name: str) -> None:
    assert readings(name) == ()


def test_letters_that_names_have_too_are_one_more_reading_beside_their_own() -> None:
    assert names_within("Þórður Sigurðsson")[0] == "Þórður Sigurðsson"
    assert compare_names("Þórður Sigurðsson", "Thordur Sigurdsson", schema="Person").relation == "same_party"


def test_names_that_no_reading_mends_keep_apart() -> None:
    assert compare_names("Serik Kenzhebayev", "Berik Kenzhebayev", schema="Person").relation is None
    assert compare_names("Elektromash Zavod", "Elektromet Zavod", schema="Company").relation != "same_party"


@given(st.text(max_size=60))
def test_any_text_has_readings_of_bounded_number(text: str) -> None:
    found = readings(text)
    assert len(found) <= 8
    assert text not in found
