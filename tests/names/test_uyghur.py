"""Uyghur in the Arabic script, all of whose vowels are written, in Latin letters."""

from __future__ import annotations

import pytest

from screening.names.uyghur import in_latin
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("ئابلىكىم مەمەت", ("Ablikim Memet",)),
        ("ئىلھام توختى", ("Ilham Toxti", "Ilham Tokhti")),
        ("شۆھرەت زاكىر", ("Shohret Zakir",)),
        ("ئابدۇۋەلى ئەيۇپ", ("Abduweli Eyup",)),
    ],
)
def test_a_name_is_read_by_its_vowels(name: str, latin: tuple[str, ...]) -> None:
    assert in_latin(name) == latin


@pytest.mark.parametrize(
    "name",
    [
        "مصطفى كمال",
        "على محمد",
        "رۆژ ئەحمەد",
        "موسی رضایی",
        "عبد الإله الحربي",
        "Ablikim Memet",
        "ښاغلی احمد",
        "ڕێبوار عەلی",
        "",
    ],
)
def test_arabic_persian_kurdish_and_pashto_are_left(name: str) -> None:
    assert in_latin(name) == ()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("ئابلىكىم مەمەت", "MEMET, Ablikim"),
        ("مۇھەممەت ئىمىن", "Muhemmet Imin"),
        ("ئەركىن تۇنىياز", "TUNIYAZ, Erkin"),
        ("ئەركىن تۇنىياز", "艾尔肯·吐尼亚孜"),
        ("ئابدۇۋەلى ئەيۇپ", "AYUP, Abduweli"),
    ],
)
def test_a_person_is_one_in_both_scripts(name: str, other: str) -> None:
    assert is_match(name, other, "Person")
    assert is_found(name, other, "Person")


@pytest.mark.parametrize(
    ("name", "other"),
    [("ئابلىكىم مەمەت", "MEMET, Abliz"), ("شۆھرەت زاكىر", "Shohrat Zahir"), ("ياسىن قادىر", "QASIM, Yasin")],
)
def test_others_stay_others(name: str, other: str) -> None:
    assert not is_match(name, other, "Person")
