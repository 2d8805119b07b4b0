"""Words for ships of many languages before and behind names, and numbers of ships as other languages say them."""

from __future__ import annotations

import pytest

from screening.names.vessels import unglue_vessel, without_word_for_ship
from tests.matching.one_pair import is_match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("TMS ROTHENSEE", "ROTHENSEE"),
        ("GMS Havelland", "HAVELLAND"),
        ("м/б Велебит", "VELEBIT"),
        ("м/к Родопи", "RODOPI"),
        ("Nava „Ceahlău”", "CEAHLAU"),
        ("Statek handlowy Wisłoka", "WISLOKA"),
        ("motorhajó Badacsony", "BADACSONY"),
        ("kuģis Daugava", "DAUGAVA"),
        ("אוניית המשא כרמל", "M/V Carmel"),
        ("เรือสินค้า วรรณา", "WANNA"),
        ("เรือวรรณา", "WANNA"),
        ("သင်္ဘော ရတနာ", "YADANAR"),
        ("এম ভি তিতাস-৫", "MV TITAS 5"),
        ("एम वी गंगा", "M/V GANGA"),
        ("kapal motor Cendrawasih", "CENDRAWASIH"),
        ("M/C Etna Nuova", "ETNA NUOVA"),
    ],
)
def test_a_word_for_ship_of_any_language_is_no_part_of_the_name(left: str, right: str) -> None:
    assert is_match(left, right, "Vessel")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("NAVA THONG 9", "THONG 9"),  # in capitals it is the name
        ("м/б Велебит", "VELEBIT II"),
        ("เรือสินค้า วรรณา", "WANIDA"),
        ("TMS ROTHENSEE", "TMS ROTHENSAND"),
    ],
)
def test_ships_that_share_a_word_for_ship_or_lack_one_are_apart(left: str, right: str) -> None:
    assert not is_match(left, right, "Vessel")


def test_a_word_that_may_be_of_the_name_is_left_out_only_where_capitals_or_quotes_tell() -> None:
    assert without_word_for_ship("Nava Bistrița") == "Bistrița"
    assert without_word_for_ship("NAVA „BISTRIȚA”") == "„BISTRIȚA”"
    assert without_word_for_ship("NAVA BISTRITA") is None
    assert without_word_for_ship("Bistrița Nouă") is None


def test_a_number_before_a_japanese_name_is_cut_from_it() -> None:
    assert unglue_vessel("第十三住吉丸") == ("第十三", "住吉", "丸")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("第十八住吉丸", "SUMIYOSHI MARU NO. 18"),
        ("第三海洋丸", "KAIYO MARU 3"),
        ("SHOEI MARU No. 7", "SHOEI MARU 7"),
        ("Stella Marina Seconda", "STELLA MARINA II"),
        ("Estrela do Mar Terceira", "ESTRELA DO MAR III"),
        ("Nuevo Horizonte Dos", "NUEVO HORIZONTE 2"),
        ("Mewa Druga", "MEWA II"),
        ("Галеб Други", "GALEB 2"),
        ("Tisza Második", "TISZA II"),
        ("Bintang Kedua", "BINTANG II"),
    ],
)
def test_a_number_in_words_is_that_in_figures(left: str, right: str) -> None:
    assert is_match(left, right, "Vessel")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("第十八住吉丸", "SUMIYOSHI MARU NO. 8"),
        ("第八住吉丸", "KAIYO MARU NO. 8"),
        ("SHOEI MARU No. 7", "SHOEI MARU"),
        ("Stella Marina Seconda", "STELLA MARINA III"),
        ("Nuevo Horizonte Tercero", "NUEVO HORIZONTE II"),
        ("Truong Son 5", "Truong 5"),
    ],
)
def test_another_number_is_another_ship(left: str, right: str) -> None:
    assert not is_match(left, right, "Vessel")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Св. Климент", "SVETI KLIMENT"),
        ("SZT. MARTON", "Szent Márton"),
        ("Sf. Gheorghe", "SFANTUL GHEORGHE"),
        ("Św. Barbara", "SWIETA BARBARA"),
        ("кораб Св. Климент", "SVETI KLIMENT"),
        ("Αγ. Ειρήνη", "AGIA EIRINI"),
        ("Sankt Erik", "ST. ERIK"),
    ],
)
def test_saints_are_called_so_in_one_way_in_any_language(left: str, right: str) -> None:
    assert is_match(left, right, "Vessel")


@pytest.mark.parametrize(
    ("left", "right"), [("Sv. Kliment", "Sv. Roman"), ("Sveti Kliment", "Kliment"), ("SV. VID", "SV. VLAHO")]
)
def test_another_saint_is_another_ship(left: str, right: str) -> None:
    assert not is_match(left, right, "Vessel")
