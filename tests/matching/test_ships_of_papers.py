"""Ships as lists, bills of lading, port calls and newspapers write them."""

from __future__ import annotations

import pytest

from screening.matching import compare_names
from tests.matching.one_pair import is_found, is_match

SAME = [
    ("KORAL BREEZE, IMO 9074729, Comoros", "M/V KORAL BREEZE (IMO 9074729)"),
    ("KORAL BREEZE V.024W", "M/V KORAL BREEZE, Panama flag"),
    ("теплоход «Сартакский-3063», рейс 7", "SARTAKSKIY 3063 IMO 9074729"),
    ("کشتی کانتینری سپیدرود", "SEPIDROUD (IMO 9074729) IRAN FLAG"),
    ("FREIGHT PER MV AGIA VARNAVA VOY 22", "ΑΓΙΑ ΒΑΡΝΑΒΑ"),
    ("SVETLAYA ZARYA (BRIGHT DAWN)", "ПТР «Светлая Заря»"),
    ("M/V KOLKHETIS NAPIRI, Poti", "თბომავალი „კოლხეთის ნაპირი“"),
    ("“Altyn Deňiz” gury ýük gämisi", "АЛТЫН ДЕНИЗ"),
    ("NEFTERUDOVOZ 51M", "НЕФТЕРУДОВОЗ-51М"),
    ("M/V YONGSAMBONG", "룡삼봉호"),
    ("СПГ-танкер «Южный Ветер»", "LNG/C SOUTH WIND"),
    ("LADOGA STAR", "«Звезда Ладоги»"),
    ("大西洋先锋号", "M.V. ATLANTIC PIONEER"),
    ("QUEEN RUSUDAN", "გემი „რუსუდან მეფე“"),
]
"""Pairs of which both names are one ship's."""

APART = [
    ("KORAL BREEZE, IMO 9074729, Comoros", "KORAL BREEZE (IMO 9034731)"),
    ("KORAL BREEZE, Panama flag", "KORAL STAR, Panama flag"),
    ("SARTAKSKIY 3063", "«Сартакский-3064», рейс 3063"),
    ("M/V ALEKSANDRA SUVORINA", "т/х «Александр Суворин»"),
    ("MT EVANGELIA T", "Δ/Ξ «Ευάγγελος Τ»"),
    ("NORTH WIND", "Южный Ветер"),
    ("PACIFIC PRIDE", "PACIFIC PIONEER"),
    ("FAST ARROW", "SWIFT ARROW"),
    ("ZVEZDA", "STAR"),
    ("NEFTERUDOVOZ 51", "НЕФТЕРУДОВОЗ-51М"),
]
"""Pairs of two ships."""


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_ship_meets_itself_in_the_papers_of_others(left: str, right: str) -> None:
    assert is_match(left, right, "Vessel")
    assert is_found(left, right, "Vessel")
    assert is_found(right, left, "Vessel")


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_ships_stay_apart(left: str, right: str) -> None:
    assert not is_match(left, right, "Vessel")


def test_one_number_is_one_ship_whatever_it_is_called() -> None:
    told = compare_names("LADY KORAL / IMO 9074729", "SILVER BREEZE, IMO No. 9074729", schema="Vessel")
    assert told.relation == "same_party"
    assert "the ship's number" in told.explanation
    assert abs(sum(line.points for line in told.parts) - told.score) < 1e-6


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("SHIPPING-VOLNA LLC as owners of MV NIKA-M", "ООО «Шипинг-Волна», судовладелец т/х «Ника-М»"),
        ("MOJ-E SEFID SHIPPING CO. (registered owner)", "شرکت کشتیرانی موج سفید"),
        ("Karadeniz Mavi Denizcilik Ltd. Şti. (disponent owners)", "KARADENIZ MAVI DENIZCILIK LTD STI"),
    ],
)
def test_what_a_firm_is_of_a_ship_is_no_part_of_its_name(text: str, firm: str) -> None:
    assert is_match(text, firm, "Company")


@pytest.mark.parametrize(
    ("left", "right"), [("Reeder Shipping GmbH", "Shipping GmbH"), ("Operator LLC", "Shipper LLC")]
)
def test_a_firm_called_by_such_a_word_keeps_it(left: str, right: str) -> None:
    assert not is_match(left, right, "Company")
