"""The countries of telephone numbers: in addresses and in columns of their own."""

from __future__ import annotations

import pytest

from screening.reference import table
from screening.trade.phones import countries_of

ADDRESSES = [
    ("ул. Мира 1, Бишкек, тел. +7 495 123-45-67", {"RU"}),
    ("Osh, tel 00996 3222 51234", {"KG"}),
    ("(+996) 312 900 123", {"KG"}),
    ("г. Алматы, +7 (727) 300-00-00", {"KZ"}),
    ("Stuttgart, Tel. +49 (0)711 123456", {"DE"}),
    ("тел.: 996555123456", {"KG"}),
    ("邮编100000 电话：+86 10 6555 1234", {"CN"}),
    ("电话 0086-10-65551234", {"CN"}),
    ("Lefkoşa, Tel +90 392 222 1111", {"TR", "CY"}),
    ("Simferopol, +7 978 123 45 67", {"RU", "UA"}),
    ("Kingston, tel. +1 876 555 0100", {"JM"}),
    ("Example St 1, +971 4 333 1234 / +7 916 123 45 67", {"AE", "RU"}),
    ("Dubai, Tel. 04 3331234", set()),
    ("Room 1203, 12/F, 00852 building", set()),
    ("1+1 Plaza Street 12345678901", set()),
    ("IEC 0012345678", set()),
    ("P.O.Box 00 12345678", set()),
    ("Bishkek 720000, Example St 12", set()),
]


@pytest.mark.parametrize(("address", "countries"), ADDRESSES)
def test_a_number_in_an_address_is_told_by_its_plus_or_a_word_for_telephone(address: str, countries: set[str]) -> None:
    assert countries_of(address)[0] == countries


COLUMNS = [
    ("79161234567", {"RU"}),
    ("77273000000", {"KZ"}),
    ("996 555 123456", {"KG"}),
    ("0096170123456", {"LB"}),
    ("+375291234567 / 80291234567", {"BY"}),
    ("8 916 123 45 67", set()),
    ("13812345678", set()),
    ("0711 123456", set()),
    ("4951234567", set()),
]


@pytest.mark.parametrize(("cell", "countries"), COLUMNS)
def test_a_number_alone_is_told_by_00_or_its_length_in_full_too(cell: str, countries: set[str]) -> None:
    assert countries_of(cell, alone=True)[0] == countries


def test_every_beginning_has_countries_there_are() -> None:
    known = {row["code"] for row in table("places/countries.tsv").rows}
    rows = table("places/calling_codes.tsv").rows
    assert all(row["code"].isdigit() for row in rows)
    assert {country for row in rows for country in row["countries"].split()} - known == set()
