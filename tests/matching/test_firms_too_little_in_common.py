"""Firms that have too little in common to be one: a place and a field beside the other's, one translated word."""

from __future__ import annotations

import pytest

from screening import compare_names
from screening.matching import DEFAULT_THRESHOLD


def is_one(left: str, right: str, schema: str = "Company") -> bool:
    result = compare_names(left, right, schema=schema)
    return result.relation == "same_party" and result.score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("EURASIA FREIGHT FORWARDING", "Avrasya Shipping"),
        ("Уральская лигатура", "Ural Metal Processing Company"),
        ("Koktem Agro Trade", "Spring SP Farm"),
        ("Qasr Delta Commerce FZE", "LLC Tsitadel"),
        ("Nazorat Texno MChJ", "Naz Technology"),
        ("Shandong Fengken Tyre Co Ltd", "SHFT"),
        ("State Oil Fund of Azerbaijan", "State Oil Company of Azerbaijan"),
        ("Шымкент май зауыты", "Shymkent Munai Zavody"),
    ],
)
def test_firms_with_too_little_in_common_are_two(left: str, right: str) -> None:
    assert not is_one(left, right)
    assert not is_one(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Fergana Chemical Plant", "Farg'ona kimyo zavodi"),
        ("مؤسسة الرافدين للنقل البري", "Al-Rafidain Land Transport Est."),
        ("Ysyk-Köl Balyk Charbasy OAO", "Issyk-Kul Fish Farm OJSC"),
        ("Tech. Komb. Alfa", "Technological Kombinat Alfa"),
        ("Государственный нефтяной фонд Азербайджана", "State Oil Fund of Azerbaijan"),
        ("Шымкент май зауыты", "Shymkent Oil and Fat Plant"),
        ("TPK SIB", "Limited Liability Company TPK SIB"),
        ("Köhler & Söhne Werkzeugmaschinen GmbH", "Koehler und Soehne Werkzeugmaschinen G.m.b.H."),
        ("Alpha Unmanned Aerial Veh. Trdg LLC", "Alpha Unmanned Aerial Vehicles Trading LLC"),
        ("АЛЬФА ИЧ ВЕ ДЫШ ТИДЖАРЕТ ЛТД ШТИ", "ALFA İÇ VE DIŞ TİCARET LTD. ŞTİ."),
        ("Tәmiz Şәhәr ASC", "Temiz Sheher OJSC"),
        ("P6hjala Kytus OÜ", "Osaühing Põhjala Kütus"),
    ],
)
def test_firms_under_other_words_are_one(left: str, right: str) -> None:
    assert is_one(left, right)
    assert is_one(right, left)


@pytest.mark.parametrize(
    ("scanned", "meant"), [("Dro6yshev Anatoly", "Drobyshev Anatoly"), ("8orisov Ivan", "Borisov Ivan")]
)
def test_a_scanners_digits_are_letters(scanned: str, meant: str) -> None:
    assert is_one(scanned, meant, "Person")
