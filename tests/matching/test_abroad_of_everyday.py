"""Names as registers, bills and news of many countries have them: titles written to a name, firms' words cut short."""

from __future__ import annotations

import pytest

from screening.matching import DEFAULT_THRESHOLD, compare_names


def score(left: str, right: str, schema: str) -> float:
    return compare_names(left, right, schema=schema).score


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Osman Elhaj Eltayeb", "AL-TAYYIB, Uthman al-Hajj", "Person"),
        ("Alhousseini Ag Vodra", "AG VODRA, Alhusayni", "Person"),
        ("Fredy Vodrales", "VODRALES, Freddy", "Person"),
        ("日光真空株式会社", "NIKKO SHINKU CO LTD", "Company"),
        ("丸善磁気工業", "Maruzen Jiki Kogyo", "Company"),
        ("Scheepvaartmij. De Vodra B.V.", "Scheepvaartmaatschappij De Vodra BV", "Company"),
        ("Emp. Vodriana de Minas", "EMPRESA VODRIANA DE MINAS", "Company"),
        ("Vodra Çelik Konstrüksiyon A.Ş.", "Vodra Steel Construction Inc.", "Company"),
        ("Gəncəçay Logistika", "GANJACHAY LOGISTICS LLC", "Company"),
        ("MB VODRA II", "буксир «Водра-2»", "Vessel"),
        ("Ouarda Benchikh", "WARDA BIN SHAYKH", "Person"),
        ("Xi'an Vodra Jingmi Jixie Youxian Gongsi", "XIAN VODRA PRECISION MACHINERY CO., LTD.", "Company"),
        ("Малмыжский казенный пороховой завод", "MALMYZH STATE TREASURY GUNPOWDER PLANT", "Company"),
        ("大连船舶重工集团有限公司", "DALIAN SHIPBUILDING INDUSTRY GROUP CO., LTD.", "Company"),
    ],
)
def test_they_are_one(left: str, right: str, schema: str) -> None:
    assert score(left, right, schema) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Houssein Ould Vodra", "Hassane Ould Vodra", "Person"),
        ("Ali bin Ahmad al-Vodri", "AL-VODRI, Ahmad bin Ali", "Person"),  # his father or his son
        ("日光真空株式会社", "NIKKO HANDOTAI CO LTD", "Company"),
        ("丸善磁気工業", "Marushin Jiki Kogyo", "Company"),
        ("MB VODRA II", "буксир «Водра-3»", "Vessel"),
    ],
)
def test_others_beside_them_are_two(left: str, right: str, schema: str) -> None:
    assert score(left, right, schema) < DEFAULT_THRESHOLD
