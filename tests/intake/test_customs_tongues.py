"""Headings by the language of their table, money by its names, cells that name nobody or two."""

from __future__ import annotations

import pytest

from screening.intake.currencies import currency
from screening.intake.customs_parties import names_in
from screening.intake.customs_roles import heading_roles

AZERBAIJANI = ["Göndərən", "Göndərənin ünvanı", "Alıcının VÖEN-i", "Alıcı", "Alıcının ünvanı", "Malın təsviri"]
TURKISH = ["Gönderici Ünvanı", "Gönderici Adresi", "Alıcı Unvanı", "Alıcı Adresi", "GTİP", "Vergi No"]


def test_a_word_for_a_name_in_turkish_is_an_address_among_azerbaijani_headings() -> None:
    found = heading_roles(AZERBAIJANI)
    assert (found[3], found[4]) == ("importer_name", "importer_address")
    found = heading_roles(TURKISH)
    assert [found[at] for at in range(4)] == ["exporter_name", "exporter_address", "importer_name", "importer_address"]


def test_a_line_is_an_item_and_a_shipping_line_a_carrier() -> None:
    found = heading_roles(["Número de B/L", "Línea", "Línea naviera"])
    assert (found[1], found[2]) == ("item", "carrier_name")


def test_a_statistical_value_in_tajik_is_in_the_dollars_its_heading_names() -> None:
    found = heading_roles(["Арзиши омории мол, долл. ИМА", "Арзиши гумрукӣ, сомонӣ"])
    assert found == {0: "value_usd", 1: "value_local"}


@pytest.mark.parametrize(
    ("said", "code"),
    [("درهم", "AED"), ("درهم امارات", "AED"), ("دلار آمریکا", "USD"), ("доллари ИМА", "USD"), ("ABŞ dolları", "USD"),
     ("روبل روسیه", "RUB"), ("юани чинӣ", "CNY"), ("dólar estadounidense", "USD"), ("сомонӣ", "TJS")],
)  # fmt: skip
def test_money_is_known_by_its_names_in_the_languages_of_the_region(said: str, code: str) -> None:
    assert currency(said) == code


@pytest.mark.parametrize(
    "text", ["개인", "个人", "個人", "散客", "şahıs", "nihai tüketici", "شخص حقیقی", "أفراد", "Privatperson",
             "osoba fizyczna", "cá nhân", "частное лицо", "шахси хусусӣ", "אדם פרטי", "consumidor final"]
)  # fmt: skip
def test_words_for_a_private_person_name_nobody(text: str) -> None:
    assert names_in(text) == ([], "")


@pytest.mark.parametrize("text", ["Individual Solutions LLC", "개인 무역", "PrivatBank"])
def test_such_a_word_within_a_name_leaves_it_a_name(text: str) -> None:
    assert names_in(text) == ([text], "")


def test_a_stroke_parts_two_firms() -> None:
    assert names_in("WARGOS INDUSTRY LTD / KOCHKOR CARGO")[0] == ["WARGOS INDUSTRY LTD", "KOCHKOR CARGO"]
    assert names_in("DELTA LLC / OMEGA GROUP LTD")[0] == ["DELTA LLC", "OMEGA GROUP LTD"]


@pytest.mark.parametrize(
    "text",
    [
        "ООО РОМАШКА / ROMASHKA LLC",  # one firm in two scripts
        "ABC LTD / ABC CARGO",
        "ABC LTD / BRANCH OFFICE",
        "ABC LTD / TASHKENT CITY",
        "ABC CO., LTD / UZBEKISTAN",
        "JOHN SMITH / MARY SMITH",
        "Rheingold A/S Trading",
    ],
)
def test_a_stroke_between_anything_else_parts_nothing(text: str) -> None:
    assert names_in(text)[0] == [text]
