"""Every flag: raised, not raised and not testable; the order of rows and the currency have no bearing."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from screening.trade.flags import raise_flags
from screening.trade.listing import BY_START
from screening.trade.rules import load

CHIP, LINTERS, FILM, NITRO = "8542310000", "1404200000", "3920100000", "3912200000"
LISTED = {
    "subject_id": "s:A",
    "list_id": "test_list",
    "entry_id": "1",
    "entry_name": "Listed Party",
    "relation": "same_party",
    "match_strength": "strong",
    "listed_on": date(2023, 1, 1),
    "listed_by": "date by the list",
}
AT_PLACE = {
    "subject_id": "s:A",
    "address": "Example Street 1",
    "list_id": "test_list",
    "entry_id": "1",
    "entry_name": "Listed Party",
    "listed_address": "1 Example St",
    "grade": "same_place",
    "explanation": "same street and number",
    "sharing": 1,
    "listed_there": 1,
    "rooms_apart": 1,
}
KG = {"A": {"country": "KG"}}
BEFORE, AFTER = date(2021, 1, 10), date(2022, 4, 10)

_STAYING = [{"importer": f"B{i}", "origin": "CN", "dispatch": "CN", "destination": "UZ"} for i in range(30)]


def _prices(own: float, others: int = 6, **more: Any) -> list[dict[str, Any]]:
    """One record of A at a price a kilogram, and of each of the others at about 10."""
    rows = [{"importer": f"P{i}", "value_usd": 1000.0 + 10 * i, "net_kg": 100.0, **more} for i in range(others)]
    return [*rows, {"importer": "A", "value_usd": own * 100, "net_kg": 100.0, **more}]


SOLD_THERE = {"importer": "A", "exporter": "S", "direction": "export", "destination": "RU", "hs_code": CHIP}
HK_FIRST = {
    "importer": "A",
    "direction": "export",
    "exporter": "H",
    "dispatch": "HK",
    "destination": "KG",
    "hs_code": CHIP,
}


def _exported(first: date, row: dict[str, Any]) -> list[dict[str, Any]]:
    """China's exports of long, some to A since, and one record dispatched elsewhere on the day ``first``."""
    china = {"direction": "export", "exporter": "S", "dispatch": "CN"}
    return [*_filler(40, **china), *_since(**china, destination="KG"), {**row, "date": first}]


CHEAP = {"value_usd": 100.0, "net_kg": 100.0, "origin": "CN"}
ROOM = "г. Алматы, ул. Толе би 301, оф. 12"


def _at(names: Iterable[str], address: str) -> dict[str, Any]:
    """These parties, all at one address."""
    return {"people": {name: {"address": address} for name in names}}


def _own_prices(records: int) -> list[dict[str, Any]]:
    """Records of A alone at about 10 a kilogram."""
    return [{"importer": "A", "value_usd": 1000.0 + 10 * i, "net_kg": 100.0} for i in range(records)]


def _dear_late() -> list[dict[str, Any]]:
    """A good that many buy at about 10 a kilogram, A as much as before, but for one record at a thousand times that."""
    rows = [{"importer": f"P{i}", "hs_code": CHIP, "date": AFTER, "value_usd": 1000.0 + i, "net_kg": 100.0} for i in range(8)]  # fmt: skip
    mine = [*_early(CHIP, value_usd=100.0, net_kg=10.0), *_since(value_usd=100.0, net_kg=10.0)]
    return [*rows, *mine, {"importer": "A", "hs_code": CHIP, "date": AFTER, "value_usd": 1e5, "net_kg": 10.0}]


def _light(kg: float) -> list[dict[str, Any]]:
    """Telephones at 100 each: of six parties weighing 0.4 kg, of A this much."""
    row = {"hs_code": "851713", "quantity": 100.0, "unit": "pcs"}
    rows = [{"importer": f"P{i}", "net_kg": 40.0, "value_usd": 10000.0 + i, **row} for i in range(6)]
    return [*rows, {"importer": "A", "net_kg": kg * 100, "value_usd": 10000.0, **row}]


def _pieces(kg: float, code: str, others: int = 0) -> list[dict[str, Any]]:
    row = {"hs_code": code, "quantity": 100.0, "unit": "pcs"}
    rows = [{"importer": f"P{i}", "net_kg": 200.0 + i, **row} for i in range(others)]
    return [*rows, {"importer": "A", "net_kg": kg * 100, **row}]


def _called(own: str, others: str, of: str = "P") -> list[dict[str, Any]]:
    """A piece of 200 kg of A's called so, and others' of 2 kg called otherwise."""
    rows = _pieces(200.0, "851762", others=6)
    named = [{**row, "description": own if row["importer"] == "A" else others} for row in rows]
    return [row | {"importer": row["importer"].replace("P", of)} for row in named]


def _filler(months: int, start: date = BEFORE, **more: Any) -> list[dict[str, Any]]:
    """Records of somebody else, so that the file reaches back."""
    return [{"importer": "Z", "date": start + timedelta(days=30 * i), **more} for i in range(months)]


def _exports(months: int) -> list[dict[str, Any]]:
    """The same of exports."""
    return _filler(months, direction="export")


def _since(**more: Any) -> list[dict[str, Any]]:
    return [{"importer": "A", "hs_code": CHIP, "date": AFTER + timedelta(days=30 * i), **more} for i in range(6)]


def _early(code: str = FILM, **more: Any) -> list[dict[str, Any]]:
    return [{"importer": "A", "hs_code": code, "date": BEFORE + timedelta(days=30 * i), **more} for i in range(13)]


def _sold(start: date = AFTER, many: int = 6, **more: Any) -> list[dict[str, Any]]:
    """A record a month of nitrocellulose sold by A to B in Russia."""
    row = {"exporter": "A", "importer": "B", "hs_code": NITRO, "destination": "RU", "direction": "export"}
    return [{**row, "date": start + timedelta(days=30 * i), **more} for i in range(many)]


# flag, case, rows, further arguments of the book, outcome, words of the reason
CASES: list[tuple[str, str, list[dict[str, Any]], dict[str, Any], str, str]] = [
    ("listed_party", "on a list", [{"importer": "A"}], {"listings": [LISTED]}, "raised", "Listed Party"),
    ("listed_party", "on none", [{"importer": "A"}], {"listings": []}, "not_raised", "no list"),
    ("listed_party", "weakly alike", [{"importer": "A"}], {"listings": [LISTED | {"match_strength": "weak"}]}, "not_raised", ""),
    ("listed_party", "not screened", [{"importer": "A"}], {}, "not_testable", "not screened"),
    ("affiliated_party", "perhaps", [{"importer": "A"}], {"listings": [LISTED | {"relation": "possible_affiliate"}]}, "raised", ""),
    ("affiliated_party", "the same party", [{"importer": "A"}], {"listings": [LISTED]}, "not_raised", ""),
    ("affiliated_party", "not screened", [{"importer": "A"}], {}, "not_testable", ""),
    ("counterparty_listed", "buys from one", [{"importer": "A", "exporter": "B"}], {"listings": [LISTED | {"subject_id": "s:B"}]}, "raised", "On 1 of 1"),
    ("counterparty_listed", "is one itself", [{"importer": "A", "exporter": "B"}], {"listings": [LISTED]}, "not_raised", ""),
    ("counterparty_listed", "buys from one that may be listed", [{"importer": "A", "exporter": "B"}], {"listings": [LISTED | {"subject_id": "s:B", "match_strength": "moderate"}]}, "not_raised", "No other party"),
    ("counterparty_listed", "stands there once more under its own name", [{"importer": "A", "contract_holder": "B"}], {"listings": [LISTED | {"subject_id": "s:B"}], "people": {"A": {"name": "Alfa Gardens"}, "B": {"name": "«ALFA» Gardens"}}}, "not_raised", ""),
    ("listed_party", "moderately alike", [{"importer": "A"}], {"listings": [LISTED | {"match_strength": "moderate"}]}, "raised", "The party may be on a list. Listed Party"),
    ("listed_party", "strongly alike", [{"importer": "A"}], {"listings": [LISTED | {"match_strength": "strong"}]}, "raised", "The party is on a list. Listed Party"),
    ("counterparty_listed", "not screened", [{"importer": "A"}], {}, "not_testable", ""),
    ("listed_party", "listed after its record", [{"importer": "A", "date": date(2022, 5, 1)}], {"listings": [LISTED]}, "not_raised", "Listed since 2023-01-01 (date by the list), after all its 1 records, which is information"),
    ("listed_party", "listed between its records", [{"importer": "A", "date": date(2022, 5, 1)}, {"importer": "A"}], {"listings": [LISTED]}, "raised", "1 of its 2 records are of that time, or may be; 1 more of before it was listed, which is information"),
    ("listed_party", "listed after its record here, before it there", [{"importer": "A", "date": date(2022, 5, 1)}], {"listings": [LISTED, LISTED | {"list_id": "b", "listed_on": date(2020, 1, 1)}]}, "raised", "Listed Party (b 1)"),
    ("listed_party", "perhaps listed after its record", [{"importer": "A", "date": date(2022, 5, 1)}], {"listings": [LISTED | {"listed_by": BY_START}]}, "raised", ""),
    ("listed_party", "its record has no date", [{"importer": "A", "date": None}], {"listings": [LISTED]}, "raised", ""),
    ("affiliated_party", "of one listed after its record", [{"importer": "A", "date": date(2022, 5, 1)}], {"listings": [LISTED | {"relation": "possible_affiliate"}]}, "not_raised", "information and no breach"),
    ("counterparty_listed", "bought from one before it was listed", [{"importer": "A", "exporter": "B", "date": date(2022, 5, 1)}], {"listings": [LISTED | {"subject_id": "s:B"}]}, "not_raised", "Another party of 1 of its 1 records was listed after them"),
    ("counterparty_listed", "bought from one before it was listed and after", [{"importer": "A", "exporter": "B", "date": date(2022, 5, 1)}, {"importer": "A", "exporter": "B"}], {"listings": [LISTED | {"subject_id": "s:B"}]}, "raised", "On 1 of 2 records: Listed Party. 1 more of before it was listed"),
    ("counterparty_listed", "one like several entries", [{"importer": "A", "exporter": "B"}], {"listings": [LISTED | {"subject_id": "s:B", "entry_id": str(n), "entry_name": name, "score": score, "listed_on": on} for n, (name, score, on) in enumerate([("Listed Holding", 0.97, date(2020, 1, 1)), ("Listed Daughter", 0.98, date(2022, 1, 1))])]}, "raised", "On 1 of 1 records: Listed Daughter."),
    ("counterparty_listed", "one like an entry more strongly, if by a lower score", [{"importer": "A", "exporter": "B"}], {"listings": [LISTED | {"subject_id": "s:B", "entry_id": name, "entry_name": name, "score": score, "match_strength": strength} for name, score, strength in [("Moderate", 0.99, "moderate"), ("Exact", 0.95, "exact")]]}, "raised", "records: Exact."),
    ("through_hub", "coalition goods to one, by the exporter's country", [{"exporter": "S", "importer": "A", "destination": "KG", "hs_code": CHIP}], {"people": {"S": {"country": "DE"}}}, "raised", "From DE (the exporter's country, no other is given) to KG, a hub."),
    ("through_hub", "coalition goods to one, by the consignee's country", [{"importer": "A", "origin": "DE", "hs_code": CHIP}], {"people": KG}, "raised", "From DE to KG (the consignee's country, no other is given), a hub."),
    ("through_hub", "the exporter of the coalition, goods of another", [{"exporter": "S", "importer": "A", "origin": "CN", "destination": "KG", "hs_code": CHIP}], {"people": {"S": {"country": "DE"}}}, "not_raised", ""),
    ("through_hub", "goods of no coalition to one, by the exporter's country", [{"exporter": "S", "importer": "A", "destination": "KG", "hs_code": CHIP}], {"people": {"S": {"country": "CN"}}}, "not_raised", "On none of the 1 records that could be tested"),
    ("through_hub", "to a consignee in Russia from one", [{"importer": "A", "origin": "DE", "dispatch": "KZ", "hs_code": CHIP}], {"people": {"A": {"country": "RU"}}}, "raised", "For RU (the consignee's country, no other is given), dispatched from KZ, a hub; origin DE."),
    ("through_hub", "the exporter's country in a hub, no origin", [{"exporter": "S", "importer": "A", "destination": "RU", "hs_code": CHIP}], {"people": {"S": {"country": "KZ"}}}, "not_raised", ""),
    ("direct_to_destination", "a consignee whose country another file tells", [{"importer": "A", "hs_code": CHIP}, {"exporter": "A2"}], {"people": {"A": {"name": "Alfa Gardens"}, "A2": {"name": "Alfa Gardens", "country": "RU"}}}, "raised", "Consignee in RU"),
    ("direct_to_destination", "a consignee of two countries in other files", [{"importer": "A", "hs_code": CHIP}, {"exporter": "A2"}, {"exporter": "A3"}], {"people": {"A": {"name": "Alfa Gardens"}, "A2": {"name": "Alfa Gardens", "country": "RU"}, "A3": {"name": "Alfa Gardens", "country": "KG"}}}, "not_testable", ""),
    ("through_hub", "to one, by the consignee's country in another file", [{"importer": "A", "origin": "DE", "dispatch": "DE", "hs_code": CHIP}, {"exporter": "A2"}], {"people": {"A": {"name": "Alfa Gardens"}, "A2": {"name": "Alfa Gardens", "country": "TR"}}}, "raised", "From DE to TR (the consignee's country, no other is given), a hub."),
    ("sent_straight", "a ledger of the European Union", [SOLD_THERE], {"people": {"S": {"country": "DE"}}}, "raised", "From DE straight there: code 854231"),
    ("sent_straight", "by the country of dispatch", [{**SOLD_THERE, "exporter": None, "dispatch": "JP"}], {}, "raised", "From JP"),
    ("sent_straight", "by the consignee's country", [{**SOLD_THERE, "destination": None}], {"people": {"S": {"country": "US"}, "A": {"country": "RU"}}}, "raised", "From US"),
    ("sent_straight", "a register of Russian imports", [{**SOLD_THERE, "direction": "import", "dispatch": "DE"}], {"people": {"S": {"country": "DE"}}}, "not_testable", "no record is an export"),
    *(
        ("sent_straight", "exports of another country", [{**SOLD_THERE, "dispatch": home}], {"people": {"S": {"country": home}}}, "not_raised", "")
        for home in ("RU", "CN", "TR", "KZ", "HK")
    ),
    ("sent_straight", "sold by a party of another country", [{**SOLD_THERE, "dispatch": "DE"}], {"people": {"S": {"country": "TR"}}}, "not_raised", ""),
    ("sent_straight", "before the day", [{**SOLD_THERE, "date": date(2021, 5, 1)}], {"people": {"S": {"country": "DE"}}}, "not_raised", ""),
    ("sent_straight", "to somebody else", [{**SOLD_THERE, "destination": "KG"}], {"people": {"S": {"country": "DE"}}}, "not_raised", ""),
    ("sent_straight", "goods that are not on the list", [{**SOLD_THERE, "hs_code": "060290"}], {"people": {"S": {"country": "DE"}}}, "not_raised", ""),
    ("sent_straight", "nobody's country", [SOLD_THERE], {}, "not_testable", ""),
    ("listed_address", "same place", [{"importer": "A"}], {"places": [AT_PLACE], "people": {"A": {"address": "x"}}}, "raised", "1 Example St"),
    ("listed_address", "mass registration", [{"importer": "A"}], {"places": [AT_PLACE | {"sharing": 500}], "people": {"A": {"address": "x"}}}, "not_raised", "500 parties"),
    ("listed_address", "shared by some", [{"importer": "A"}], {"places": [AT_PLACE | {"sharing": 20}], "people": {"A": {"address": "x"}}}, "raised", "20 parties"),
    ("listed_address", "same street only", [{"importer": "A"}], {"places": [AT_PLACE | {"grade": "same_street"}], "people": {"A": {"address": "x"}}}, "not_raised", ""),
    ("listed_address", "no address", [{"importer": "A"}], {"places": []}, "not_testable", "no address"),
    ("listed_address", "not looked up", [{"importer": "A"}], {}, "not_testable", "not compared"),
    ("sanctioned_territory", "Crimea", [{"importer": "A"}], {"people": {"A": {"address": "ул. Ленина 1, Симферополь, Республика Крым"}}}, "raised", "Крым"),
    ("sanctioned_territory", "Crimea in Latvian", [{"importer": "A"}], {"people": {"A": {"address": "ul. Sadovaja 3, Kerča, Krima"}}}, "raised", "692/2014"),
    ("sanctioned_territory", "a street of a Latvian town", [{"importer": "A"}], {"people": {"A": {"address": "Sevastopoles iela 3, Rīga"}}}, "not_raised", ""),
    ("shared_address", "three firms in one room", [{"importer": name, "hs_code": CHIP} for name in "ABC"], _at("ABC", ROOM), "raised", "3 importers of watched goods at “г. Алматы, ул. Толе би 301, оф. 12”, with B; C."),
    ("shared_address", "in other words", [{"importer": name, "hs_code": CHIP} for name in "ABC"], {"people": {"A": {"address": ROOM}, "B": {"address": "Almaty, Tole bi st. 301, office 12"}, "C": {"address": "Office 12, 301 Tole bi street, Almaty"}}}, "raised", "with B; C"),
    ("shared_address", "three sellers abroad in one room", [{"exporter": name, "importer": "I", "hs_code": CHIP} for name in "ABC"], _at("ABC", "Room 1204, 12/F, Wing Tuck Centre, 177-183 Wing Lok Street, Sheung Wan, Hong Kong"), "raised", "3 sellers of watched goods at “Room 1204"),
    ("shared_address", "three sellers of exports", [{"exporter": name, "importer": "I", "hs_code": CHIP, "direction": "export"} for name in "ABC"], _at("ABC", ROOM), "not_raised", "sells none"),
    ("shared_address", "two sellers and an importer", [{"exporter": "A", "importer": "I", "hs_code": CHIP}, {"exporter": "B", "importer": "C", "hs_code": CHIP}], _at("ABC", ROOM), "not_raised", "Fewer than 3 sellers"),
    ("shared_address", "sellers in a house without a room", [{"exporter": name, "importer": "I", "hs_code": CHIP} for name in "ABC"], _at("ABC", "177 Wing Lok Street, Hong Kong"), "not_testable", "house and room"),
    ("shared_address", "two firms", [{"importer": name, "hs_code": CHIP} for name in "AB"], _at("AB", ROOM), "not_raised", "Fewer than 3"),
    ("shared_address", "a house without a room", [{"importer": name, "hs_code": CHIP} for name in "ABC"], _at("ABC", "г. Алматы, ул. Толе би 301"), "not_testable", "house and room"),
    ("shared_address", "rooms apart", [{"importer": name, "hs_code": CHIP} for name in "ABC"], {"people": {name: {"address": f"г. Алматы, ул. Толе би 301, оф. {n}"} for n, name in enumerate("ABC", 1)}}, "not_raised", "Fewer than 3"),
    ("shared_address", "towns apart", [{"importer": name, "hs_code": CHIP} for name in "ABC"], {"people": {name: {"address": f"г. {town}, ул. Абая 30, оф. 12"} for name, town in zip("ABC", ["Алматы", "Астана", "Шымкент"], strict=True)}}, "not_raised", "Fewer than 3"),
    ("shared_address", "innocent goods of the others", [{"importer": "A", "hs_code": CHIP}, {"importer": "B"}, {"importer": "C"}], _at("ABC", ROOM), "not_raised", "Fewer than 3"),
    ("shared_address", "innocent goods of its own", [{"importer": "A"}, *({"importer": name, "hs_code": CHIP} for name in "BCD")], _at("ABCD", ROOM), "not_raised", "no watched goods"),
    ("shared_address", "sole traders of one home", [{"importer": name, "hs_code": CHIP} for name in ("ИП Ахметов А.", "ИП Ахметова Б.", "ИП Ахметов В.")], {"who": "ИП Ахметов А.", **_at(("ИП Ахметов А.", "ИП Ахметова Б.", "ИП Ахметов В."), ROOM)}, "not_raised", "sole trader"),
    ("shared_address", "no address", [{"importer": "A", "hs_code": CHIP}], {}, "not_testable", "house and room"),
    ("sanctioned_territory", "a street of that name", [{"importer": "A"}], {"people": {"A": {"address": "Kherson Street 5, Moscow"}}}, "not_raised", ""),
    ("sanctioned_territory", "a city, and no region", [{"importer": "A"}], {"people": {"A": {"address": "г. Луганск, ул. Советская 1"}}}, "raised", "2022/263)."),
    ("sanctioned_territory", "delivered there", [{"importer": "A", "delivery_place": "DAP ДОНЕЦК"}], {}, "raised", "same name"),
    ("sanctioned_territory", "delivered in several towns", [*[{"importer": "A", "delivery_place": place} for place in ("Kerch", "DAP Yalta", "Симферополь", "г. Судак")]], {}, "raised", "Delivered at “DAP Yalta”: Yalta (in Crimea: EO 13685; Regulation (EU) 692/2014). Delivered at Kerch (in Crimea: EO 13685; Regulation (EU) 692/2014). Delivered at Симферополь"),
    ("sanctioned_territory", "delivered elsewhere", [{"importer": "A", "delivery_place": "DAP МОСКВА"}], {}, "not_raised", ""),
    ("sanctioned_territory", "delivered to Donetsk of the Rostov region", [{"importer": "A", "delivery_place": "ДОНЕЦК"}], {"people": {"A": {"address": "346330, г. Донецк, ул. Ленина 1", "country": "RU"}}}, "not_raised", ""),
    ("sanctioned_territory", "no address", [{"importer": "A"}], {}, "not_testable", ""),
    *(
        ("sanctioned_territory", "a seat behind the name", [{"importer": "A"}], {"people": {"A": {"name": name}}}, "raised", "692/2014")
        for name in ("OOO Parus-Priwod (Krim)", "OOO Parus, Sewastopol", "Parus SpA, Sinferopoli", "Parus Sp. z o.o., Symferopol", "Parus SARL (Djankoï)", "Parus Ltd, Yalta", "ООО Парус, Керчь")
    ),
    ("sanctioned_territory", "a seat behind the name though the address names a street alone", [{"importer": "A"}], {"people": {"A": {"name": "Parus, Aluschta", "address": "Uliza Lenina 4"}}}, "raised", "Aluschta"),
    ("sanctioned_territory", "a name that goes on with a territory", [{"importer": "A"}], {"people": {"A": {"name": "Sevastopol Trade LLC", "address": "Tverskaya 1, Moscow"}}}, "not_raised", ""),
    ("sanctioned_territory", "a seat of another country's town", [{"importer": "A"}], {"people": {"A": {"name": "Parus LLC (Sebastopol)", "country": "US", "address": "Main Street 1"}}}, "not_raised", ""),
    ("sanctioned_territory", "a firm behind the name", [{"importer": "A"}], {"people": {"A": {"name": "Parus (Krim GmbH)", "address": "Ring 1, Wien"}}}, "not_raised", ""),
    ("high_priority_good", "by code", [{"importer": "A", "hs_code": CHIP}], {}, "raised", "On 1 of 1"),
    ("high_priority_good", "another good", [{"importer": "A"}], {}, "not_raised", ""),
    ("high_priority_good", "four digits", [{"importer": "A", "hs_code": "8542"}], {}, "not_testable", "no record has a code"),
    ("high_priority_good", "other edition", [{"importer": "A", "hs_code": "880330", "hs_edition": "HS2022"}], {}, "not_raised", ""),
    ("high_priority_good", "its edition", [{"importer": "A", "hs_code": "880330", "hs_edition": "HS2017"}], {}, "raised", ""),
    ("watched_good", "nitrocellulose", [{"importer": "A", "hs_code": NITRO}], {}, "raised", ""),
    ("watched_good", "told by its description", [{"importer": "A", "hs_code": None, "description": "ПАХТА ЛИНТИ"}], {}, "raised", ""),
    ("watched_good", "a lacquer", [{"importer": "A", "hs_code": "3208909109", "description": "лак, нитроцеллюлоза 12%"}], {}, "not_raised", ""),
    ("watched_good", "nothing known", [{"importer": "A", "hs_code": None}], {}, "not_testable", ""),
    ("energetic_grade", "nitrogen", [{"importer": "A", "hs_code": NITRO, "description": "Nitrocellulose, nitrogen content 13.1%"}], {}, "raised", ""),
    ("energetic_grade", "lacquer grade", [{"importer": "A", "hs_code": NITRO, "description": "нитроцеллюлоза, коллоксилин, азот 11,8-12,2%"}], {}, "not_raised", ""),
    ("energetic_grade", "no grade", [{"importer": "A", "hs_code": NITRO, "description": "nitrocellulose"}], {}, "not_testable", "no description states"),
    ("description_disagrees", "another code", [{"importer": "A", "hs_code": "2523290000", "description": "Нитроцеллюлоза сухая"}], {}, "raised", ""),
    ("description_disagrees", "its code", [{"importer": "A", "hs_code": NITRO, "description": "Нитроцеллюлоза сухая"}], {}, "not_raised", ""),
    ("description_disagrees", "a lacquer", [{"importer": "A", "hs_code": "320820", "description": "nitrocellulose lacquer"}], {}, "not_raised", ""),
    ("description_disagrees", "guncotton of a grade for lacquers, in Turkish", [{"importer": "A", "hs_code": "320890", "description": "Nitroselüloz (pamuk barutu) lak tipi"}], {}, "raised", ""),
    ("description_disagrees", "a lacquer in Turkish", [{"importer": "A", "hs_code": "320890", "description": "Pamuk barutu esaslı lak"}], {}, "not_raised", ""),
    ("description_disagrees", "gyroscopes and chips as toys", [{"importer": "A", "hs_code": "950300", "description": "飞行控制用陀螺仪及微处理器芯片"}], {}, "raised", ""),
    ("description_disagrees", "gyroscopes as coffee makers", [{"importer": "A", "hs_code": "8516710000", "description": "ГИРОСКОПЫ ВОЛОКОННО-ОПТИЧЕСКИЕ ДЛЯ НАВИГАЦИИ"}], {}, "raised", ""),
    ("description_disagrees", "motors of unmanned aircraft as toys", [{"importer": "A", "hs_code": "9503007500", "description": "Ұшқышсыз аппараттарға арналған қозғалтқыштар мен автопилоттар"}], {}, "raised", ""),
    ("description_disagrees", "motors of unmanned aircraft", [{"importer": "A", "hs_code": "8501310000", "description": "двигатели для беспилотных летательных аппаратов"}], {}, "not_raised", ""),
    ("description_disagrees", "a toy aircraft", [{"importer": "A", "hs_code": "9503007500", "description": "игрушка: беспилотный летательный аппарат"}], {}, "not_testable", ""),
    ("description_disagrees", "a gyroscope of model aircraft", [{"importer": "A", "hs_code": "950300", "description": "航模飞控陀螺仪"}], {}, "not_raised", ""),
    ("description_disagrees", "chips and what furniture may hold, as furniture", [{"importer": "A", "hs_code": "940360", "description": "Entegre devre ve güç kaynağı modülleri"}], {}, "raised", ""),
    ("description_disagrees", "furniture's power supply with a chip", [{"importer": "A", "hs_code": "940360", "description": "Güç kaynağı, entegre devre ile"}], {}, "not_raised", ""),
    ("description_disagrees", "a board and what stands on it, as parts of computers", [{"importer": "A", "hs_code": "847330", "description": "Printed circuit board with tantalum capacitors"}], {}, "not_raised", ""),
    ("description_disagrees", "chips for boards, as toys", [{"importer": "A", "hs_code": "950300", "description": "Микросхемы интегральные для сборки печатных плат"}], {}, "raised", ""),
    ("description_disagrees", "two digits", [{"importer": "A", "hs_code": "39", "description": "nitrocellulose"}], {}, "not_testable", ""),
    ("description_disagrees", "no description", [{"importer": "A"}], {}, "not_testable", ""),
    ("direct_to_destination", "a consignee there, no destination", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"country": "RU"}}}, "raised", "Consignee in RU"),
    ("direct_to_destination", "a consignee elsewhere, no destination", [{"importer": "A", "hs_code": CHIP}], {"people": KG}, "not_raised", ""),
    ("direct_to_destination", "a consignee there, another destination", [{"importer": "A", "hs_code": CHIP, "destination": "KG"}], {"people": {"A": {"country": "RU"}}}, "not_raised", ""),
    ("direct_to_destination", "to Russia", [{"importer": "A", "destination": "RU", "dispatch": "TR"}], {}, "raised", ""),
    ("direct_to_destination", "within Russia", [{"importer": "A", "destination": "RU", "dispatch": "RU"}], {}, "not_raised", ""),
    ("direct_to_destination", "elsewhere", [{"importer": "A", "destination": "FR"}], {}, "not_raised", ""),
    ("direct_to_destination", "not given", [{"importer": "A"}], {}, "not_testable", ""),
    ("through_hub", "dispatched from one", [{"importer": "A", "origin": "DE", "dispatch": "KG", "destination": "RU"}], {}, "raised", ""),
    ("through_hub", "coalition goods to one", [{"importer": "A", "origin": "DE", "destination": "KG"}], {}, "raised", ""),
    ("through_hub", "a hub's own goods", [{"importer": "A", "origin": "TR", "dispatch": "TR", "destination": "RU"}], {}, "not_raised", ""),
    ("through_hub", "sold from one, no dispatch given", [{"exporter": "S", "importer": "A", "origin": "US", "destination": "RU", "hs_code": CHIP}], {"people": {"S": {"country": "TR"}}}, "raised", "sold by an exporter in TR, a hub (no country of dispatch is given); origin US"),
    ("through_hub", "sold from one and dispatched from elsewhere", [{"exporter": "S", "importer": "A", "origin": "US", "dispatch": "US", "destination": "RU"}], {"people": {"S": {"country": "TR"}}}, "not_raised", ""),
    ("through_hub", "a hub's own goods, no dispatch given", [{"exporter": "S", "importer": "A", "origin": "TR", "destination": "RU"}], {"people": {"S": {"country": "TR"}}}, "not_raised", ""),
    ("through_hub", "by way of one", [{"importer": "A", "origin": "DE", "dispatch": "DE", "via": "KG", "destination": "RU"}], {}, "raised", ""),
    ("through_hub", "no destination", [{"importer": "A", "origin": "DE"}], {}, "not_testable", ""),
    ("odd_route", "delivered in Russia", [{"importer": "A", "destination": "KG", "dispatch": "DE", "delivery_place": "CPT MOSCOW"}], {}, "raised", "MOSCOW"),
    ("odd_route", "a route through four countries", [{"importer": "A", "origin": "DE", "destination": "AM", "notes": ["route by countries: DE - AE - IR - RU - AM"]}], {}, "raised", "3.7 times"),
    ("odd_route", "a route of goods made elsewhere", [{"importer": "A", "origin": "CN", "dispatch": None, "destination": "BY", "notes": ["route by countries: TR - GE - AZ - KZ - RU - BY"]}], {}, "raised", "From TR to BY along"),
    ("odd_route", "a route whose end no column gives", [{"importer": "A", "origin": "DE", "dispatch": "DE", "destination": None, "notes": ["route by countries: DE - TR - GE - AM - RU"]}], {}, "raised", "From DE to RU along"),
    ("odd_route", "a route from elsewhere than the goods", [{"importer": "A", "origin": "CN", "dispatch": "CN", "destination": "BY", "notes": ["route by countries: TR - GE - AZ - KZ - RU - BY"]}], {}, "not_raised", ""),
    ("odd_route", "a straight route whose end no column gives", [{"importer": "A", "origin": "LV", "dispatch": None, "destination": None, "notes": ["route by countries: LV - BY - RU - KZ - UZ"]}], {}, "not_raised", ""),
    ("odd_route", "a ship's route by Suez", [{"importer": "A", "origin": "CN", "destination": "DE", "notes": ["route by countries: CN - SG - EG - NL - DE"]}], {}, "not_raised", ""),
    ("odd_route", "the silk road", [{"importer": "A", "origin": "CN", "destination": "TR", "notes": ["route by countries: CN - KZ - UZ - TM - IR - TR"]}], {}, "not_raised", ""),
    ("odd_route", "a post that leads away from the destination", [{"importer": "A", "hs_code": "8542310000", "origin": "TR", "dispatch": "TR", "destination": "AM", "notes": ["passes a border: exit: GE - RU"]}], {}, "raised", "From GE by way of RU, to which the post leads, to AM: 20.5"),
    ("odd_route", "the same of goods nobody watches", [{"importer": "A", "origin": "TR", "dispatch": "TR", "destination": "AM", "notes": ["passes a border: exit: GE - RU"]}], {}, "raised", "20.5 times"),
    ("odd_route", "a post on the way out of the country of dispatch", [{"importer": "A", "origin": "TR", "dispatch": "GE", "destination": "AM", "notes": ["passes a border: passed: GE - RU"]}], {}, "raised", "20.5 times"),
    ("odd_route", "a post on the way in from the other side", [{"importer": "A", "origin": "AM", "dispatch": "AM", "destination": "GE", "notes": ["passes a border: passed: GE - RU"]}], {}, "raised", "From AM by way of RU"),
    ("odd_route", "watched goods of the coalition that a hub gets by a destination", [{"importer": "A", "hs_code": "8542310000", "origin": "DE", "dispatch": "DE", "destination": "KG", "notes": ["passes a border: exit: GE - RU"]}], {}, "raised", "1.9 times"),
    ("odd_route", "other goods that a hub gets so", [{"importer": "A", "origin": "DE", "dispatch": "DE", "destination": "KG", "notes": ["passes a border: exit: GE - RU"]}], {}, "not_raised", ""),
    ("odd_route", "watched goods of a hub's own that another gets so", [{"importer": "A", "hs_code": "8542310000", "origin": "TR", "dispatch": "TR", "destination": "KG", "notes": ["passes a border: exit: GE - RU"]}], {}, "not_raised", ""),
    ("odd_route", "a post that leads to the destination", [{"importer": "A", "origin": "DE", "dispatch": "DE", "destination": "RU", "notes": ["passes a border: exit: GE - RU"]}], {}, "not_raised", ""),
    ("odd_route", "a post by which goods came in, of which nothing tells so", [{"importer": "A", "origin": "RU", "dispatch": "RU", "destination": "AM", "notes": ["passes a border: passed: GE - RU"]}], {}, "not_raised", ""),
    ("odd_route", "a post into a country that is no destination looked for", [{"importer": "A", "origin": "AM", "dispatch": "AM", "destination": "GE", "notes": ["passes a border: exit: AM - IR"]}], {}, "not_raised", ""),
    ("odd_route", "a route through two countries", [{"importer": "A", "origin": "DE", "destination": "AM", "notes": ["route by countries: DE - AE - IR - AM"]}], {}, "not_raised", ""),
    ("odd_route", "delivered where bound", [{"importer": "A", "destination": "KG", "dispatch": "DE", "delivery_place": "CPT BISHKEK"}], {}, "not_raised", ""),
    ("odd_route", "American chips from the Maldives to Russia", [{"importer": "A", "hs_code": CHIP, "origin": "US", "dispatch": "MV", "destination": "RU"}], {}, "raised", "MV being far off the way"),
    ("odd_route", "American chips from a hub to Russia", [{"importer": "A", "hs_code": CHIP, "origin": "US", "dispatch": "AE", "destination": "RU"}], {}, "not_raised", ""),
    ("odd_route", "Japanese chips from Mongolia to Russia", [{"importer": "A", "hs_code": CHIP, "origin": "JP", "dispatch": "MN", "destination": "RU"}], {}, "not_raised", ""),
    ("odd_route", "Maldivian goods from the Maldives", [{"importer": "A", "hs_code": CHIP, "origin": "MV", "dispatch": "MV", "destination": "RU"}], {}, "not_raised", ""),
    ("odd_route", "American plants from the Maldives to Russia", [{"importer": "A", "hs_code": "060290", "origin": "US", "dispatch": "MV", "destination": "RU"}], {}, "not_raised", ""),
    ("odd_route", "back to its maker", [{"importer": "A", "origin": "DE", "dispatch": "KZ", "destination": "DE"}], {}, "raised", ""),
    ("odd_route", "back for repair", [{"importer": "A", "origin": "DE", "dispatch": "KZ", "destination": "DE", "procedure": "repair"}], {}, "not_raised", ""),
    ("odd_route", "to Mexico by way of a country without a sea", [{"importer": "A", "hs_code": CHIP, "origin": "JP", "dispatch": "KG", "destination": "MX"}], {}, "raised", "KG having no sea: 1.6 times"),
    ("odd_route", "a film that way", [{"importer": "A", "hs_code": FILM, "origin": "JP", "dispatch": "KG", "destination": "MX"}], {}, "not_raised", ""),
    ("odd_route", "from a neighbour without a sea", [{"importer": "A", "hs_code": CHIP, "origin": "DE", "dispatch": "KZ", "destination": "UZ"}], {}, "not_raised", ""),
    ("odd_route", "from a wholesaler of the coalition without a sea", [{"importer": "A", "hs_code": CHIP, "origin": "JP", "dispatch": "CH", "destination": "KZ"}], {}, "not_raised", ""),
    ("odd_route", "to the neighbour by way of a far port", [{"importer": "A", "hs_code": CHIP, "origin": "CN", "dispatch": "CN", "via": "LV", "destination": "KZ"}], {}, "raised", "CN and KZ being neighbours"),
    ("odd_route", "through Russia to another continent", [{"importer": "A", "hs_code": CHIP, "origin": "CN", "dispatch": "CN", "via": "RU", "destination": "BO"}], {}, "raised", "RU being 12,546 km from BO"),
    ("odd_route", "through Russia to the country behind it", [{"importer": "A", "hs_code": CHIP, "origin": "FI", "dispatch": "FI", "via": "RU", "destination": "JP"}], {}, "not_raised", ""),
    ("odd_route", "a film through Russia to another continent", [{"importer": "A", "hs_code": FILM, "origin": "CN", "dispatch": "CN", "via": "RU", "destination": "BO"}], {}, "not_raised", ""),
    ("odd_route", "to a hub by way of the other half of the world", [{"importer": "A", "hs_code": CHIP, "origin": "DE", "dispatch": "UY", "destination": "KG"}], {}, "raised", "UY being half the world away"),
    ("odd_route", "a film half as far", [{"importer": "A", "hs_code": FILM, "origin": "DE", "dispatch": "SG", "destination": "KG"}], {}, "not_raised", ""),
    ("odd_route", "a film from the other half of the world", [{"importer": "A", "hs_code": FILM, "origin": "IT", "dispatch": "MV", "destination": "UA"}], {}, "raised", "MV to UA, 12,"),
    ("odd_route", "a film that far to Russia", [{"importer": "A", "hs_code": FILM, "origin": "DE", "via": "BR", "destination": "RU"}], {}, "raised", "km further"),
    ("odd_route", "a film from a wholesaler of the coalition that far", [{"importer": "A", "hs_code": FILM, "origin": "IT", "dispatch": "NZ", "destination": "UA"}], {}, "not_raised", ""),
    ("odd_route", "a film that comes back from a customer far away", [{"importer": "A", "hs_code": FILM, "origin": "DE", "dispatch": "CL", "destination": "PL"}], {}, "not_raised", ""),
    ("odd_route", "from that half of the world", [{"importer": "A", "hs_code": CHIP, "origin": "BR", "dispatch": "UY", "destination": "KG"}], {}, "not_raised", ""),
    ("odd_route", "that far to where it is used", [{"importer": "A", "hs_code": CHIP, "origin": "DE", "dispatch": "UY", "destination": "PL"}], {}, "not_raised", ""),
    ("odd_route", "to the neighbour from a far wholesaler", [{"importer": "A", "hs_code": CHIP, "origin": "CN", "dispatch": "DE", "destination": "KZ"}], {}, "not_raised", ""),
    ("odd_route", "to the destination by way of a hub", [{"importer": "A", "hs_code": CHIP, "origin": "DE", "dispatch": "KZ", "destination": "RU"}], {}, "not_raised", ""),
    ("odd_route", "imported where all else stays", [*_STAYING, {"importer": "A", "hs_code": CHIP, "origin": "TW", "dispatch": "PL", "destination": "RU"}], {}, "raised", "Imported into UZ, as 30 of 31 records, yet bound for RU."),
    ("odd_route", "through a warehouse where all else stays", [*_STAYING, {"importer": "A", "hs_code": CHIP, "procedure": "warehouse", "origin": "TW", "dispatch": "PL", "destination": "RU"}], {}, "not_raised", ""),
    ("odd_route", "exported where all else stays", [*_STAYING, {"importer": "A", "hs_code": CHIP, "direction": "export", "origin": "CN", "dispatch": "UZ", "destination": "RU"}], {}, "not_raised", ""),
    ("odd_route", "imports of several countries", [*_STAYING[:15], *[{**row, "destination": "RU"} for row in _STAYING[:15]], {"importer": "A", "hs_code": CHIP, "origin": "TW", "dispatch": "PL", "destination": "RU"}], {}, "not_raised", ""),
    ("odd_route", "delivered at the end of a way in Russia", [{"importer": "A", "destination": "KG", "dispatch": "LV", "delivery_place": "РИГА - CPT МОСКВА"}], {}, "raised", "(RU), though bound for KG"),
    ("odd_route", "delivered at the end of a way through Russia", [{"importer": "A", "destination": "KG", "dispatch": "LV", "delivery_place": "Рига - Москва - Бишкек"}], {}, "not_raised", ""),
    ("odd_route", "unloaded in Russia", [{"importer": "A", "destination": "KG", "dispatch": "LT", "delivery_place": "Klaipeda - Minsk, unloading Chelyabinsk"}], {}, "raised", "(RU), though bound for KG"),
    ("odd_route", "unloaded on the way", [{"importer": "A", "destination": "KG", "dispatch": "LT", "delivery_place": "Klaipeda - Moscow (unloading) - Bishkek"}], {}, "not_raised", ""),
    ("odd_route", "in transit, sent by a party of a hub", [{"exporter": "A", "hs_code": CHIP, "procedure": "transit", "origin": "JP", "destination": "RU"}], {"people": {"A": {"country": "AM"}}}, "raised", "In transit to RU, though sent by a party in AM, a hub."),
    ("odd_route", "in transit, sent by its maker's side", [{"exporter": "A", "hs_code": CHIP, "procedure": "transit", "origin": "JP", "destination": "RU"}], {"people": {"A": {"country": "JP"}}}, "not_raised", ""),
    ("odd_route", "in transit from the hub itself", [{"exporter": "A", "hs_code": CHIP, "procedure": "transit", "origin": "JP", "dispatch": "AM", "destination": "RU"}], {"people": {"A": {"country": "AM"}}}, "not_raised", ""),
    ("odd_route", "a film in transit", [{"exporter": "A", "hs_code": FILM, "procedure": "transit", "origin": "JP", "destination": "RU"}], {"people": {"A": {"country": "AM"}}}, "not_raised", ""),
    ("odd_route", "sold to a party in Russia, bound for another country", [{"importer": "A", "direction": "export", "origin": "CN", "trading_country": "RU", "destination": "KG"}], {}, "raised", "Sold to a party in RU, though bound for KG."),
    ("odd_route", "imported from a seller in Russia", [{"importer": "A", "direction": "import", "origin": "CN", "dispatch": "CN", "trading_country": "RU", "destination": "KG"}], {}, "not_raised", ""),
    ("odd_route", "sold to a party in Russia and bound there", [{"importer": "A", "direction": "export", "origin": "CN", "dispatch": "CN", "trading_country": "RU", "destination": "RU"}], {}, "not_raised", ""),
    ("odd_route", "Russia's own goods sold on", [{"importer": "A", "direction": "export", "origin": "RU", "dispatch": "KZ", "trading_country": "RU", "destination": "KG"}], {}, "not_raised", ""),
    ("odd_route", "goes on to Russia", [{"importer": "A", "destination": "KG", "dispatch": "CN", "delivery_place": "比什凯克 → 俄罗斯"}], {}, "raised", "(RU), though bound for KG"),
    ("odd_route", "goes on from Russia", [{"importer": "A", "destination": "KG", "dispatch": "CN", "delivery_place": "俄罗斯 → 比什凯克"}], {}, "not_raised", ""),
    ("odd_route", "bought in a third country, bound for Russia", [{"importer": "B", "hs_code": CHIP, "origin": "US", "dispatch": "TR", "destination": "RU"}], {"who": "B", "people": {"B": {"country": "KG"}}}, "raised", "Bound for RU, though consigned to a party in KG."),
    ("odd_route", "bought where it comes from", [{"importer": "B", "hs_code": CHIP, "origin": "US", "dispatch": "KG", "destination": "RU"}], {"who": "B", "people": {"B": {"country": "KG"}}}, "not_raised", ""),
    ("odd_route", "bought in Russia", [{"importer": ["B", "C"], "hs_code": CHIP, "origin": "US", "dispatch": "TR", "destination": "RU"}], {"who": "B", "people": {"B": {"country": "KG"}, "C": {"country": "RU"}}}, "not_raised", ""),
    ("odd_route", "a film bought in a third country", [{"importer": "B", "hs_code": FILM, "origin": "US", "dispatch": "TR", "destination": "RU"}], {"who": "B", "people": {"B": {"country": "KG"}}}, "not_raised", ""),
    ("odd_route", "by way of Russia to a country with a shore", [{"importer": "A", "hs_code": CHIP, "origin": "DE", "dispatch": "DE", "via": "RU", "destination": "GE"}], {}, "raised", "GE having a shore"),
    ("odd_route", "by way of Russia to a country without one", [{"importer": "A", "hs_code": CHIP, "origin": "DE", "dispatch": "DE", "via": "RU", "destination": "KZ"}], {}, "not_raised", ""),
    ("odd_route", "by train to China", [{"importer": "A", "hs_code": CHIP, "origin": "DE", "dispatch": "DE", "via": "RU", "destination": "CN"}], {}, "not_raised", ""),
    ("odd_route", "a film by way of Russia to a country with a shore", [{"importer": "A", "hs_code": FILM, "origin": "DE", "dispatch": "DE", "via": "RU", "destination": "GE"}], {}, "not_raised", ""),
    ("odd_route", "tyres of China by Russia to its neighbour's neighbour", [{"importer": "A", "hs_code": FILM, "origin": "CN", "dispatch": "CN", "via": "RU", "destination": "UZ"}], {}, "raised", "km further"),
    ("odd_route", "a film through Russia far out of its way", [{"importer": "A", "hs_code": FILM, "origin": "IN", "via": "RU", "destination": "AE"}], {}, "raised", "km further"),
    ("odd_route", "that way, where it was loaded alone given", [{"importer": "A", "hs_code": FILM, "dispatch": "IN", "via": "RU", "destination": "AE"}], {}, "raised", "From IN by way of RU to AE"),
    ("odd_route", "that way, made elsewhere", [{"importer": "A", "hs_code": FILM, "origin": "CN", "dispatch": "AE", "via": "RU", "destination": "KE"}], {}, "raised", "From AE by way of RU to KE"),
    ("odd_route", "a film made elsewhere that far off, loaded on its way", [{"importer": "A", "hs_code": FILM, "origin": "IN", "dispatch": "TR", "via": "RU", "destination": "AE"}], {}, "not_raised", ""),
    ("odd_route", "a film through Russia on its way", [{"importer": "A", "hs_code": FILM, "dispatch": "DE", "via": "RU", "destination": "KZ"}], {}, "not_raised", ""),
    ("odd_route", "a film through another country as far out of its way", [{"importer": "A", "hs_code": FILM, "dispatch": "IN", "via": "UA", "destination": "AE"}], {}, "not_raised", ""),
    ("odd_route", "sent from Russia by way of its neighbour", [{"importer": "A", "hs_code": FILM, "dispatch": "RU", "via": "BY", "destination": "GE"}], {}, "not_raised", ""),
    ("odd_route", "nothing given", [{"importer": "A"}], {}, "not_testable", ""),
    ("odd_procedure", "linters on loan", [{"importer": "A", "hs_code": LINTERS, "procedure": "temporary import"}], {}, "raised", ""),
    ("odd_procedure", "nitrocellulose on loan", [{"importer": "A", "hs_code": NITRO, "procedure": "temporary import"}], {}, "raised", ""),
    ("odd_procedure", "film on loan", [{"importer": "A", "hs_code": FILM, "procedure": "temporary import"}], {}, "not_raised", ""),
    ("odd_procedure", "a machine on loan", [{"importer": "A", "hs_code": "845710", "procedure": "temporary import"}], {}, "not_raised", ""),
    ("odd_procedure", "a release is no lease", [{"importer": "A", "hs_code": LINTERS, "procedure": "Release for home use"}], {}, "not_raised", ""),
    ("odd_procedure", "linters leased", [{"importer": "A", "hs_code": LINTERS, "procedure": "Operating lease"}], {}, "raised", ""),
    ("odd_procedure", "chips for repair", [{"importer": "A", "hs_code": CHIP, "procedure": "repair"}], {}, "raised", "built in"),
    ("odd_procedure", "linters sold", [{"importer": "A", "hs_code": LINTERS, "procedure": "import"}], {}, "not_raised", ""),
    ("odd_procedure", "samples for the price of a shipment", [{"importer": "A", "hs_code": "845710", "procedure": "samples", "value_usd": 845000.0}], {}, "raised", "USD 845000"),
    ("odd_procedure", "samples for the price of samples", [{"importer": "A", "hs_code": "845710", "procedure": "samples", "value_usd": 300.0}], {}, "not_raised", ""),
    ("odd_procedure", "not given", [{"importer": "A", "hs_code": LINTERS}], {}, "not_testable", ""),
    ("first_imports_after", "first", [*_filler(14), *_since()], {"people": KG}, "raised", "6 records"),
    ("first_imports_after", "imported before", [*_early(), *_since()], {"people": KG}, "not_raised", ""),
    ("first_imports_after", "innocent goods", [*_filler(14), *_since(hs_code=FILM)], {"people": KG}, "not_raised", ""),
    ("first_imports_after", "in the coalition", [*_filler(14), *_since()], {"people": {"A": {"country": "DE"}}}, "not_raised", "coalition"),
    ("first_imports_after", "a short file", [*_filler(5, date(2021, 9, 5)), *_since()], {"people": KG}, "not_testable", "5 months"),
    ("first_imports_after", "a few months without records", [*_filler(14)[::2], *_filler(14)[1:6:4], *_since()], {"people": KG}, "raised", "6 records"),
    ("first_imports_after", "hardly a month with records", [*_filler(14)[::4], *_since()], {"people": KG}, "not_testable", "4 months"),
    ("first_imports_after", "no dates", [{"importer": "A", "date": None}], {"people": KG}, "not_testable", "no date"),
    ("first_imports_after", "no country", [*_filler(14), *_since()], {}, "not_testable", "country"),
    ("first_exports_after", "a year of imports alone", [*_filler(14, destination="KZ"), *_sold()], {"people": {"A": {"country": "KZ"}}}, "not_testable", "0 months"),
    ("first_exports_after", "another country's exports", [*_filler(40, direction="export", dispatch="KZ"), *_sold(dispatch="UZ")], {}, "not_testable", "0 months"),
    ("first_exports_after", "its country's exports", [*_filler(40, direction="export", dispatch="KZ"), *_sold(dispatch="KZ")], {}, "raised", "nothing there before"),
    ("first_exports_after", "what it is among not said", [*_filler(14, direction=None), *_sold(direction=None)], {}, "raised", "nothing there before"),
    ("first_imports_after", "another country's imports", [*_filler(40, destination="KZ"), *_since(destination="KG")], {"people": KG}, "not_testable", "0 months"),
    ("first_imports_after", "another country's imports, said of whose months", [*_filler(40, destination="KZ"), *_since(destination="KG")], {"people": KG}, "not_testable", "of what goes to KG the file covers 0 months"),
    ("first_imports_after", "all of it in transit", [*_filler(40, destination="KZ"), *_since(destination="KG", procedure="transit")], {"people": KG}, "not_testable", "in transit, no imports"),
    ("first_imports_after", "all of it on its way through", [*_filler(40, destination="KZ"), *_since(destination="KG", direction="transit")], {"people": KG}, "not_testable", "in transit, no imports"),
    ("first_imports_after", "some of it in transit", [*_filler(40, destination="KZ"), *_since(destination="KG"), {"importer": "A", "destination": "KG", "procedure": "transit", "date": AFTER}], {"people": KG}, "not_testable", "of what goes to KG"),
    ("first_imports_after", "its first from elsewhere than the files' country", [*_exported(date(2022, 3, 10), HK_FIRST)], {"people": {**KG, "S": {"country": "CN"}}}, "raised", "First import 2022-03-10; 7 records"),
    ("first_imports_after", "one from elsewhere before", [*_exported(date(2021, 3, 10), HK_FIRST)], {"people": {**KG, "S": {"country": "CN"}}}, "not_raised", "1 imports before"),
    ("first_imports_after", "all from elsewhere than the files' country", [*_filler(40, direction="export", exporter="S", dispatch="CN"), *_since(direction="export", dispatch="HK", destination="KG")], {"people": {**KG, "S": {"country": "CN"}}}, "not_testable", "of what goes from HK the file covers 0 months"),
    ("new_good_after", "had before from elsewhere than the files' country", [*_exported(date(2021, 3, 10), HK_FIRST)], {"people": {**KG, "S": {"country": "CN"}}}, "not_raised", "No watched good is new"),
    ("first_imports_after", "its country's imports", [*_filler(40, destination="KG"), *_since(destination="KG")], {"people": KG}, "raised", "watched goods since."),
    ("first_imports_after", "another country's of two halves", [*_filler(14, destination="KZ"), *_since(destination="KG")], {"people": KG}, "not_testable", "0 months"),
    ("first_imports_after", "among the imports of many", [*_filler(3, destination="AM"), *[row | {"destination": to} for row, to in zip(_filler(30), ["UZ", "TJ", "AZ", "GE", "TR", "AE"] * 5, strict=True)], *_since(destination="KG")], {"people": KG}, "raised", "watched goods since."),
    ("first_imports_after", "bought where one country's exports reach back", [*_filler(14, direction="export"), *_since(direction="export", exporter="S", destination="KG")], {"people": {**KG, "Z": {"country": "UZ"}, "S": {"country": "DE"}}}, "raised", "So far as records of what goes out of a country that is not told tell"),
    ("first_imports_after", "bought where Germany's exports reach back", [*_filler(14, direction="export", exporter="S"), *_since(direction="export", exporter="S", destination="KG")], {"people": {**KG, "S": {"country": "DE"}}}, "raised", "So far as records of what goes from DE tell: they hold no imports from elsewhere."),
    ("first_imports_after", "imports, and a year of others' exports", [*_filler(14, direction="export"), *_since()], {"people": KG}, "not_testable", "0 months"),
    ("new_good_after", "in one country's exports", [*_early(direction="export"), *_since(direction="export")], {"people": KG}, "raised", "they hold no imports from elsewhere"),
    ("new_good_after", "new", [*_early(), *_since()], {"people": KG}, "raised", "854231"),
    ("new_good_after", "the same good", [*_early(CHIP), *_since()], {"people": KG}, "not_raised", ""),
    ("new_good_after", "nothing before", [*_filler(14), *_since()], {"people": KG}, "not_raised", ""),
    ("new_good_after", "a revised code is no new good", [*_early("880330", hs_edition="HS2017"), *_since(hs_code="880730")], {"people": KG}, "not_raised", ""),
    ("new_good_after", "a short file", [*_since()], {"people": KG}, "not_testable", ""),
    ("spike_after", "risen", [*_early(CHIP, value_usd=100.0), *_since(value_usd=5000.0)], {"people": KG}, "raised", "USD a month"),
    ("spike_after", "risen by one price alone", [*_dear_late(), *_filler(13, hs_code=FILM)], {"people": KG, "who": "A"}, "not_raised", "No watched good rose"),
    ("spike_after", "risen at the others' price, one of them dearer", [*_dear_late(), *_since(value_usd=5000.0, net_kg=500.0)], {"people": KG, "who": "A"}, "raised", "USD a month"),
    ("spike_after", "risen in weight", [*_early(CHIP, net_kg=1.0), *_since(net_kg=50.0)], {"people": KG}, "raised", "kg a month"),
    ("spike_after", "as before", [*_early(CHIP, value_usd=100.0), *_since(value_usd=120.0)], {"people": KG}, "not_raised", ""),
    ("spike_after", "one import before, and some since", [*_filler(13, BEFORE), {"importer": "A", "hs_code": CHIP, "date": BEFORE, "value_usd": 500.0}, *_since(value_usd=300.0)], {"people": KG}, "not_raised", ""),
    ("spike_after", "one import before, and very much since", [*_filler(13, BEFORE), {"importer": "A", "hs_code": CHIP, "date": BEFORE, "value_usd": 500.0}, *_since(value_usd=3000.0)], {"people": KG}, "raised", "USD a month"),
    ("spike_after", "too soon to say", [*_early(CHIP, value_usd=1.0), {"importer": "A", "hs_code": CHIP, "date": AFTER, "value_usd": 1e6}], {"people": KG}, "not_testable", "3 months"),
    ("spike_after", "a short file", [*_since()], {"people": KG}, "not_testable", ""),
    ("first_exports_after", "first", [*_exports(14), *_sold()], {}, "raised", "it sold nothing there before"),
    ("first_exports_after", "a seller in the coalition", [*_exports(14), *_sold()], {"people": {"A": {"country": "DE"}}}, "raised", "391220 (first 2022-04-10, 6 records)"),
    ("first_exports_after", "no destination, a consignee there", [*_exports(14), *_sold(destination=None)], {"people": {"B": {"country": "RU"}}}, "raised", ""),
    ("first_exports_after", "sold other goods there before", [*_sold(BEFORE, 13, hs_code=FILM), *_sold()], {}, "raised", "13 sales of other goods"),
    ("first_exports_after", "sold it there before", [*_sold(BEFORE, 13), *_sold()], {}, "not_raised", ""),
    ("first_exports_after", "sold it elsewhere before", [*_sold(BEFORE, 13, destination="FR"), *_sold()], {}, "raised", ""),
    ("first_exports_after", "twice", [*_exports(14), *_sold(many=2)], {}, "not_raised", "2 records; fewer than 3"),
    ("first_exports_after", "sold elsewhere", [*_exports(14), *_sold(destination="FR")], {}, "not_raised", "sold nothing"),
    ("first_exports_after", "innocent goods", [*_exports(14), *_sold(hs_code=FILM)], {}, "not_raised", ""),
    ("first_exports_after", "a short file", _sold(), {}, "not_testable", "0 months"),
    ("first_exports_after", "no destination", [*_exports(14), *_sold(destination=None)], {}, "not_testable", "destination"),
    ("redirected_after", "to a neighbour since", [*_sold(BEFORE, 13), *_sold(destination="KG")], {}, "raised", "391220 to KG (6 records, 13 there before)"),
    ("redirected_after", "to a consignee of a neighbour since, no destination given", [*_sold(BEFORE, 13, destination=None, importer="B"), *_sold(destination=None, importer="C")], {"people": {"B": {"country": "RU"}, "C": {"country": "KG"}}}, "raised", "391220 to KG (6 records, 13 there before)"),
    ("redirected_after", "a seller in the coalition", [*_sold(BEFORE, 13), *_sold(destination="KG")], {"people": {"A": {"country": "DE"}}}, "raised", ""),
    ("redirected_after", "sold to the neighbour before as well", [*_sold(BEFORE, 13), *_sold(BEFORE, 2, destination="KG"), *_sold(destination="KG")], {}, "not_raised", ""),
    ("redirected_after", "still sold there", [*_sold(BEFORE, 13), *_sold(), *_sold(destination="KG")], {}, "not_raised", ""),
    ("redirected_after", "to a country of the coalition", [*_sold(BEFORE, 13), *_sold(destination="FR")], {}, "not_raised", ""),
    ("redirected_after", "twice", [*_sold(BEFORE, 13), *_sold(destination="KG", many=2)], {}, "not_raised", ""),
    ("redirected_after", "another good", [*_sold(BEFORE, 13), *_sold(destination="KG", hs_code=CHIP)], {}, "not_raised", ""),
    ("redirected_after", "innocent goods", [*_sold(BEFORE, 13, hs_code=FILM), *_sold(destination="KG", hs_code=FILM)], {}, "not_raised", ""),
    ("redirected_after", "a short file", _sold(destination="KG"), {}, "not_testable", "0 months"),
    ("redirected_after", "no destination", [*_exports(14), *_sold(BEFORE, 13, destination=None), *_sold(destination=None)], {}, "not_testable", "destination"),
    ("redirected_after", "no dates", [*_exports(14), *_sold(date=None)], {}, "not_testable", "no date"),
    ("first_exports_after", "no dates", [*_exports(14), *_sold(date=None)], {}, "not_testable", "no date"),
    ("export_spike_after", "risen", [*_sold(BEFORE, 13, value_usd=100.0), *_sold(value_usd=5000.0)], {}, "raised", "USD a month"),
    ("export_spike_after", "risen to elsewhere", [*_sold(BEFORE, 13, value_usd=100.0), *_sold(value_usd=100.0), *_sold(value_usd=5000.0, destination="FR")], {}, "not_raised", ""),
    ("export_spike_after", "as before", [*_sold(BEFORE, 13, value_usd=100.0), *_sold(value_usd=120.0)], {}, "not_raised", ""),
    ("export_spike_after", "none before", [*_exports(14), *_sold(value_usd=5000.0)], {}, "not_raised", "no watched good there before"),
    ("export_spike_after", "a short file", _sold(value_usd=5000.0), {}, "not_testable", ""),
    ("incorporated_after", "founded 2023", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"country": "KG", "incorporated_on": "2023"}}}, "raised", "2023"),
    ("incorporated_after", "founded the day after", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"country": "KG", "incorporated_on": "2022-02-25"}}}, "raised", ""),
    ("incorporated_after", "founded before", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"country": "KG", "incorporated_on": "2019-05-01"}}}, "not_raised", ""),
    ("incorporated_after", "innocent goods", [{"importer": "A"}], {"people": {"A": {"country": "KG", "incorporated_on": "2023"}}}, "not_raised", ""),
    ("incorporated_after", "the year here and its month there", [{"importer": "A", "hs_code": CHIP}, {"importer": "A2", "hs_code": CHIP}], {"people": {"A": {"country": "KG", "incorporated_on": "2022"}, "A2": {"subject_id": "s:A", "country": "KG", "incorporated_on": "2022-05"}}}, "raised", "2022-05"),
    ("incorporated_after", "the year alone", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"country": "KG", "incorporated_on": "2022"}}}, "not_testable", "founded in 2022, perhaps after 24 February; 1 records of watched goods, all it has."),
    ("incorporated_after", "the year alone, and other goods", [{"importer": "A", "hs_code": CHIP}, {"importer": "A"}], {"people": {"A": {"country": "KG", "incorporated_on": "2022"}}}, "not_testable", "1 records of watched goods."),
    ("incorporated_after", "no date at all", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"country": "KG", "incorporated_on": "lately"}}}, "not_testable", "may be before or after"),
    ("incorporated_after", "not given", [{"importer": "A", "hs_code": CHIP}], {"people": KG}, "not_testable", ""),
    ("unit_value_high", "ten times", _prices(100.0), {}, "raised", "times above"),
    ("unit_value_high", "as the others", _prices(10.2), {}, "not_raised", ""),
    ("unit_value_high", "far below", _prices(1.0), {}, "not_raised", ""),
    ("unit_value_high", "too few others", _prices(100.0, others=3), {}, "not_testable", "5 other"),
    ("unit_value_high", "too few others, among its own records", [*_own_prices(10), *_prices(100.0, others=0)], {}, "raised", "10 other records"),
    ("unit_value_high", "four times its own records", [*_own_prices(10), *_prices(40.0, others=0)], {}, "not_raised", ""),
    ("unit_value_low", "a tenth of its own records", [*_own_prices(10), *_prices(1.0, others=0)], {}, "raised", "times below"),
    ("unit_value_low", "a tenth", _prices(1.0), {}, "raised", "times below"),
    ("unit_value_low", "a tenth, of a code of six digits among longer ones", [*_own_prices(10), *_prices(1.0, others=0, hs_code=FILM[:6])], {}, "raised", "times below"),
    ("unit_value_low", "a tenth, of a longer code beside another", [*_own_prices(10), *_prices(1.0, others=0, hs_code=FILM[:6] + "9000")], {"who": "A"}, "not_raised", ""),
    ("unit_value_low", "by a weight no piece can have", _light(7.1), {"who": "A"}, "not_raised", ""),
    ("unit_value_low", "by a weight that pieces may have", [*_light(0.4)[:-1], {**_light(0.4)[-1], "value_usd": 1000.0}], {"who": "A"}, "raised", "times below"),
    ("unit_value_low", "a tenth, as others pay for goods of its origin", [*_prices(1.0, origin="DE")[:-1], {"importer": "A", **CHEAP}, *2 * [{"importer": "B", **CHEAP}]], {"who": "A"}, "not_raised", ""),
    ("unit_value_low", "a tenth, as one record of its origin says", [*_prices(1.0, origin="DE")[:-1], {"importer": "A", **CHEAP}, {"importer": "B", **CHEAP}], {"who": "A"}, "raised", "times below"),
    ("unit_value_low", "a tenth, as others pay for goods of another origin", [*_prices(1.0, origin="DE")[:-1], {"importer": "A", **CHEAP}, *2 * [{"importer": "B", **CHEAP, "origin": "IN"}]], {"who": "A"}, "raised", "times below"),
    ("unit_value_low", "a tenth, half of what others pay for goods of its origin", [*_prices(1.0, origin="DE")[:-1], {"importer": "A", **CHEAP}, *2 * [{"importer": "B", **CHEAP, "value_usd": 210.0}]], {"who": "A"}, "raised", "times below"),
    ("unit_value_low", "its own steady price for goods of an origin that nobody else buys", [*_prices(1.0, origin="DE")[:-1], *5 * [{"importer": "A", **CHEAP}]], {"who": "A"}, "raised", "times below"),
    ("unit_value_low", "as the others", _prices(9.9), {}, "not_raised", ""),
    ("unit_value_low", "no weights", _prices(1.0, net_kg=None), {}, "not_testable", ""),
    ("weight_per_piece", "telephones of 7 kg", _pieces(7.1, "851713"), {}, "raised", "7.1 kg"),
    ("weight_per_piece", "laptops of 36 kg", _pieces(36.0, "84713010"), {}, "raised", "36.0 kg"),
    ("weight_per_piece", "laptops of 40 g", _pieces(0.04, "84713000"), {}, "raised", "kg a piece"),
    ("weight_per_piece", "laptops", _pieces(2.1, "84713000"), {}, "not_raised", ""),
    ("weight_per_piece", "servers of 36 kg", _pieces(36.0, "84715000"), {}, "not_raised", ""),
    ("weight_per_piece", "tyres of 25 g, counted by length", [row | {"unit": "条"} for row in _pieces(0.025, "40111000")], {}, "raised", "kg a piece"),
    ("weight_per_piece", "a set of telephones", [row | {"unit": "套"} for row in _pieces(7.1, "851713")], {}, "not_raised", ""),
    ("weight_per_piece", "a set lighter than one telephone", [row | {"unit": "套"} for row in _pieces(0.0001, "851713")], {}, "raised", "kg a piece"),
    ("weight_per_piece", "shoes of 56 kg a pair", [row | {"unit": "双"} for row in _pieces(56.0, "640299")], {}, "raised", "56.0 kg"),
    ("weight_per_piece", "pairs of shoes", [row | {"unit": "пара"} for row in _pieces(0.8, "640299")], {}, "not_raised", ""),
    ("weight_per_piece", "telephones", _pieces(0.4, "851713"), {}, "not_raised", ""),
    ("weight_per_piece", "pieces in two languages", [row | {"unit": "дона (шт)"} for row in _pieces(7.1, "851713")], {}, "raised", "7.1 kg"),
    ("weight_per_piece", "pieces with their code", [row | {"unit": "шт / 796"} for row in _pieces(7.1, "851713")], {}, "raised", "7.1 kg"),
    ("weight_per_piece", "packs of pieces", [row | {"unit": "упак (шт)"} for row in _pieces(7.1, "851713")], {}, "not_testable", ""),
    ("weight_per_piece", "far from the others", _pieces(200.0, "940130", others=6), {}, "raised", "others"),
    ("weight_per_piece", "another good of the code", _called("Маршрутизаторы Wi-Fi AX1800", "Модуль радио LoRa 433 МГц"), {}, "not_raised", ""),
    ("weight_per_piece", "another good, in signs", _called("无线路由器", "数传电台模块"), {}, "not_raised", ""),
    ("weight_per_piece", "a good alike", _called("Модуль радио 868", "Радио модуль LoRa"), {}, "raised", "6 others"),
    ("weight_per_piece", "an unlike one beside goods alike and others", [*_called("Модуль радио", "Радио модуль LoRa"), *_called("Модуль радио", "Маршрутизаторы Wi-Fi", of="Q")], {}, "raised", "6 others"),
    ("weight_per_piece", "others of which nothing is said", _called("Модуль радио", ""), {}, "raised", "6 others"),
    ("weight_per_piece", "as the others", _pieces(2.1, "940130", others=6), {}, "not_raised", ""),
    ("weight_per_piece", "far from the other records", [{"importer": "A", "net_kg": kg * 10, "quantity": 10.0, "unit": "шт", "hs_code": "610910"} for kg in (*[0.18] * 9, 12.6)], {}, "raised", "9 other records"),
    ("weight_per_piece", "as the other records", [{"importer": "A", "net_kg": kg * 10, "quantity": 10.0, "unit": "шт", "hs_code": "610910"} for kg in (*[0.18] * 9, 1.6)], {}, "not_raised", ""),
    ("weight_per_piece", "a bearing unlike the party's own", [{"importer": "A", "net_kg": kg * 10, "quantity": 10.0, "unit": "шт", "hs_code": "8482109001", "description": "Подшипники 6205"} for kg in (*[0.13] * 6, 3.9)], {}, "raised", "6 other records of the same party"),
    ("weight_per_piece", "a bearing of another type", [{"importer": "A", "net_kg": kg * 10, "quantity": 10.0, "unit": "шт", "hs_code": "8482109001", "description": f"Подшипники {kg}"} for kg in (*[0.13] * 6, 3.9)], {}, "not_raised", ""),
    ("weight_per_piece", "bearings of any size", [{"importer": "A", "net_kg": kg * 10, "quantity": 10.0, "unit": "шт", "hs_code": "8482109001", "description": "Подшипники"} for kg in (0.13, 0.3, 0.9, 1.5, 2.2, 3.0, 3.9)], {}, "not_raised", ""),
    ("weight_per_piece", "a set unlike other sets", [{"importer": "A", "net_kg": kg * 10, "quantity": 10.0, "unit": "SETS", "hs_code": "850211"} for kg in (*[980.0] * 9, 2.9)], {}, "raised", "9 other records"),
    ("weight_per_piece", "a set beside pieces alone", [{"importer": "A", "net_kg": kg * 10, "quantity": 10.0, "unit": unit, "hs_code": "850211"} for kg, unit in (*[(20.0, "PCS")] * 9, (980.0, "SETS"))], {}, "not_raised", ""),
    ("weight_per_piece", "weight of that good not known", _pieces(200.0, "940130"), {}, "not_testable", ""),
    ("net_above_gross", "more net than gross", [{"importer": "A", "net_kg": 20.0, "gross_kg": 10.0}], {}, "raised", ""),
    ("net_above_gross", "less", [{"importer": "A", "net_kg": 9.0, "gross_kg": 10.0}], {}, "not_raised", ""),
    ("net_above_gross", "one alone", [{"importer": "A", "net_kg": 9.0}], {}, "not_testable", ""),
    ("forwarder_as_consignee", "by its name", [{"importer": "Invented Freight Forwarding LLC"}], {"who": "Invented Freight Forwarding LLC"}, "raised", ""),
    ("forwarder_as_consignee", "in Turkish", [{"importer": "ÖRNEK LOJİSTİK A.Ş."}], {"who": "ÖRNEK LOJİSTİK A.Ş."}, "raised", ""),
    ("forwarder_as_consignee", "a word that is a forwarder and the energy complex", [{"importer": "ООО ТЭК Пример Логистик"}], {"who": "ООО ТЭК Пример Логистик"}, "raised", "логистик"),
    ("forwarder_as_consignee", "the energy complex alone", [{"importer": "АО ТЭК Пример"}], {"who": "АО ТЭК Пример"}, "not_raised", ""),
    ("forwarder_as_consignee", "an expedition", [{"importer": "TOO INVENTED GATE EXPEDITION"}], {"who": "TOO INVENTED GATE EXPEDITION"}, "raised", ""),
    ("forwarder_as_consignee", "expeditions", [{"importer": "Invented Expeditions Outdoor Ltd"}], {"who": "Invented Expeditions Outdoor Ltd"}, "not_raised", ""),
    ("forwarder_as_consignee", "another", [{"importer": "Invented Textiles LLC"}], {"who": "Invented Textiles LLC"}, "not_raised", ""),
    ("forwarder_as_consignee", "no name", [{"importer": "A"}], {"people": {"A": {"name": ""}}}, "not_testable", ""),
    ("bank_as_consignee", "by its name", [{"importer": "АКБ Примерный Банк"}], {"who": "АКБ Примерный Банк"}, "raised", ""),
    ("bank_as_consignee", "by letter of credit", [{"importer": "АКБ Примерный Банк", "notes": ["terms of payment: LC ISSUED BY CONSIGNEE"]}], {"who": "АКБ Примерный Банк"}, "raised", "By letter of credit on 1 of them: “LC ISSUED BY CONSIGNEE”."),
    ("bank_as_consignee", "an accreditive in a remark", [{"importer": "АКБ Примерный Банк", "notes": ["remark: оплата аккредитивом"]}], {"who": "АКБ Примерный Банк"}, "raised", "By letter of credit"),
    ("bank_as_consignee", "a firm's letter of credit", [{"importer": "ООО Пример", "notes": ["terms of payment: L/C at sight"]}], {"who": "ООО Пример"}, "not_raised", "Its name does not say so."),
    ("bank_as_consignee", "paid in advance", [{"importer": "АКБ Примерный Банк", "notes": ["terms of payment: TT"]}], {"who": "АКБ Примерный Банк"}, "raised", "consignee on 1 records."),
    ("bank_as_consignee", "a name that ends so", [{"importer": "АО КБ «Степькредитбанк»"}], {"who": "АО КБ «Степькредитбанк»"}, "raised", "степькредитбанк"),
    ("bank_as_consignee", "of blood", [{"importer": "ГБУЗ Банк крови Заречья"}], {"who": "ГБУЗ Банк крови Заречья"}, "not_raised", "крови"),
    ("bank_as_consignee", "furniture of banks", [{"importer": "OOO Bankovskaya Mebel-D"}], {"who": "OOO Bankovskaya Mebel-D"}, "not_raised", ""),
    ("bank_as_consignee", "an Armenian word that ends so", [{"importer": "«Օրինակբանկ» ԲԲԸ"}], {"who": "«Օրինակբանկ» ԲԲԸ"}, "raised", ""),
    ("bank_as_consignee", "technologies of banks", [{"importer": "ООО Образцовые банковские технологии"}], {"who": "ООО Образцовые банковские технологии"}, "not_raised", "технологии"),
    ("bank_as_consignee", "a place", [{"importer": "Burbank Tools Inc"}], {"who": "Burbank Tools Inc"}, "not_raised", ""),
    ("bank_as_consignee", "another", [{"importer": "A"}], {}, "not_raised", ""),
    ("forwarder_as_consignee", "clearing and forwarding", [{"importer": "EXAMPLIGHT CLEARING & FORWARDING"}], {"who": "EXAMPLIGHT CLEARING & FORWARDING"}, "raised", ""),
    ("forwarder_as_consignee", "a glued word", [{"importer": "EXAMPTRANSLOGISTIK OOO"}], {"who": "EXAMPTRANSLOGISTIK OOO"}, "raised", ""),
    ("forwarder_as_consignee", "a glued word with a hyphen", [{"importer": "ООО «ТрансЛогистик-Пример»"}], {"who": "ООО «ТрансЛогистик-Пример»"}, "raised", ""),
    ("forwarder_as_consignee", "who carries loads", [{"importer": "ООО «Грузовоз Пример»"}], {"who": "ООО «Грузовоз Пример»"}, "raised", ""),
    ("forwarder_as_consignee", "a broker in Portuguese", [{"importer": "DESPACHANTE ADUANEIRO EXEMPLO"}], {"who": "DESPACHANTE ADUANEIRO EXEMPLO"}, "raised", ""),
    ("forwarder_as_consignee", "a courier", [{"importer": "EXPRESS POST COURIER EXAMPLE"}], {"who": "EXPRESS POST COURIER EXAMPLE"}, "raised", ""),
    ("forwarder_as_consignee", "express alone", [{"importer": "Express Example Trading LLC"}], {"who": "Express Example Trading LLC"}, "not_raised", ""),
    ("bank_as_consignee", "a Latin word that ends so", [{"importer": "EXAMPAGROBANK OAO"}], {"who": "EXAMPAGROBANK OAO"}, "raised", ""),
    ("bank_as_consignee", "a commercial bank", [{"importer": "KOMMERTSBANK EXAMPLE"}], {"who": "KOMMERTSBANK EXAMPLE"}, "raised", ""),
    ("bank_as_consignee", "a savings bank", [{"importer": "SBERKASSA EXAMPLE"}], {"who": "SBERKASSA EXAMPLE"}, "raised", ""),
    ("bank_as_consignee", "a bench of a lathe", [{"importer": "Drehbank Beispiel GmbH"}], {"who": "Drehbank Beispiel GmbH"}, "not_raised", ""),
    ("bank_as_consignee", "a charger", [{"importer": "Powerbank Example Ltd"}], {"who": "Powerbank Example Ltd"}, "not_raised", ""),
    ("forwarder_as_consignee", "forwarding, with a short word of two meanings", [{"importer": "Пример Экспедиция (ТЭК)"}], {"who": "Пример Экспедиция (ТЭК)"}, "raised", "экспедиция"),
    ("forwarder_as_consignee", "that short word alone", [{"importer": "ООО «ТЭК Пример»"}], {"who": "ООО «ТЭК Пример»"}, "not_raised", ""),
    ("forwarder_as_consignee", "a line of products", [{"importer": "ОсОО Фрукт Лайн"}], {"who": "ОсОО Фрукт Лайн"}, "not_raised", ""),
    ("forwarder_as_consignee", "a line of ships", [{"importer": "Invented Shipping Lines"}], {"who": "Invented Shipping Lines"}, "raised", "shipping"),
    ("forwarder_as_consignee", "transit beside a word of goods", [{"importer": "ООО «ТРАНЗИТ-ПРИБОР»"}], {"who": "ООО «ТРАНЗИТ-ПРИБОР»"}, "not_raised", "“прибор” too"),
    ("forwarder_as_consignee", "transit alone", [{"importer": "ООО «АЗИЯ ТРАНЗИТ»"}], {"who": "ООО «АЗИЯ ТРАНЗИТ»"}, "raised", "транзит"),
    ("forwarder_as_consignee", "transit beside a word of trade", [{"importer": "TRANZIT TRADE SERVIS LLC"}], {"who": "TRANZIT TRADE SERVIS LLC"}, "raised", "tranzit"),
    ("forwarder_as_consignee", "transit and forwarding beside a word of goods", [{"importer": "Транзит-Экспедиция Прибор"}], {"who": "Транзит-Экспедиция Прибор"}, "raised", ""),
    ("forwarder_as_consignee", "chocolate", [{"importer": "ОсОО «Шоко Зеро»"}], {"who": "ОсОО «Шоко Зеро»"}, "not_raised", ""),
    ("bank_as_consignee", "called by a street", [{"importer": "Bank Street Trading LLP"}], {"who": "Bank Street Trading LLP"}, "not_raised", ""),
    ("bank_as_consignee", "called by a street in short", [{"importer": "Bank St. Trading LLP"}], {"who": "Bank St. Trading LLP"}, "not_raised", ""),
    ("bank_as_consignee", "an Arabic article in its name", [{"importer": "BANK AL NAMUDHAJ PJSC"}], {"who": "BANK AL NAMUDHAJ PJSC"}, "raised", ""),
    ("bank_as_consignee", "a banker", [{"importer": "Banker Zwei Trading LLC"}], {"who": "Banker Zwei Trading LLC"}, "not_raised", ""),
    ("bank_as_consignee", "a banker in Chinese", [{"importer": "虛構銀行家貿易有限公司"}], {"who": "虛構銀行家貿易有限公司"}, "not_raised", "银行家"),
    ("bank_as_consignee", "a bank in Chinese", [{"importer": "虛構銀行股份有限公司"}], {"who": "虛構銀行股份有限公司"}, "raised", ""),
    ("bank_as_consignee", "a tin, the adjective behind", [{"importer": "ТОО Банка Жестяная Пример"}], {"who": "ТОО Банка Жестяная Пример"}, "not_raised", ""),
    ("bank_as_consignee", "a jar of glass", [{"importer": "SHISHA BANKA NAMUNA MCHJ"}], {"who": "SHISHA BANKA NAMUNA MCHJ"}, "not_raised", "shisha"),
    ("bank_as_consignee", "a tin in Russian", [{"importer": "ООО «Примерная Жестяная Банка»"}], {"who": "ООО «Примерная Жестяная Банка»"}, "not_raised", ""),
    ("bank_as_consignee", "a branch of a bank in Russian", [{"importer": "Заречный филиал банка Пример"}], {"who": "Заречный филиал банка Пример"}, "raised", "банка"),
    ("bank_as_consignee", "a bank in Serbian", [{"importer": "Измишљена банка а.д."}], {"who": "Измишљена банка а.д."}, "raised", "банка"),
    ("bank_as_consignee", "of an industry", [{"importer": "Invented Agricultural and Industrial Bank"}], {"who": "Invented Agricultural and Industrial Bank"}, "raised", ""),
    ("bank_as_consignee", "a maker of clothes", [{"importer": "Riverbank Bank Garments Ltd"}], {"who": "Riverbank Bank Garments Ltd"}, "not_raised", "garments"),
    ("bank_as_consignee", "called by silk", [{"importer": "АО \"Банк Жибек Улгу\""}], {"who": "АО \"Банк Жибек Улгу\""}, "raised", "банк"),
    ("bank_as_consignee", "called by silk in Latin letters", [{"importer": "Bank Zhibek Ulgu JSC"}], {"who": "Bank Zhibek Ulgu JSC"}, "raised", ""),
    ("bank_as_consignee", "clothes called by a bank", [{"importer": "Bank Garments Ltd"}], {"who": "Bank Garments Ltd"}, "not_raised", "garments"),
    ("bank_as_consignee", "blood behind it", [{"importer": "ТОО Банк Крови Улгу"}], {"who": "ТОО Банк Крови Улгу"}, "not_raised", "крови"),
    ("bank_as_consignee", "no name", [{"importer": "A"}], {"people": {"A": {"name": ""}}}, "not_testable", ""),
    ("good_does_not_fit", "a weaver's chips", [*[{"importer": "A", "hs_code": "520511"}] * 12, {"importer": "A", "hs_code": CHIP}], {}, "raised", "textiles"),
    ("good_does_not_fit", "its main trade", [*[{"importer": "A", "hs_code": "520511"}] * 12, *[{"importer": "A", "hs_code": CHIP}] * 26], {}, "not_raised", "26 of its 38 records"),
    ("good_does_not_fit", "not yet half its trade", [*[{"importer": "A", "hs_code": "520511"}] * 12, *[{"importer": "A", "hs_code": CHIP}] * 10], {}, "raised", "textiles"),
    ("good_does_not_fit", "with one stray record of that line", [*[{"importer": "A", "hs_code": "520511"}] * 12, {"importer": "A", "hs_code": "847989"}, {"importer": "A", "hs_code": CHIP}], {}, "raised", "textiles"),
    ("good_does_not_fit", "of a second line", [*[{"importer": "A", "hs_code": "520511"}] * 12, *[{"importer": "A", "hs_code": "847989"}] * 3, {"importer": "A", "hs_code": CHIP}], {}, "not_raised", ""),
    ("good_does_not_fit", "a spinner's linters", [*[{"importer": "A", "hs_code": "520511"}] * 12, {"importer": "A", "hs_code": LINTERS}], {}, "not_raised", "a line it trades in"),
    ("good_does_not_fit", "a carpenter's linters", [*[{"importer": "A", "hs_code": "940350"}] * 12, {"importer": "A", "hs_code": LINTERS}], {}, "raised", "linters"),
    ("good_does_not_fit", "an electrician's chips", [*[{"importer": "A", "hs_code": "853650"}] * 12, {"importer": "A", "hs_code": CHIP}], {}, "not_raised", ""),
    ("good_does_not_fit", "an electrician's chips declared as bolts", [*[{"importer": "A", "hs_code": "853650"}] * 12, {"importer": "A", "hs_code": "731815", "description": "Integrated circuits"}], {}, "not_raised", ""),
    ("good_does_not_fit", "a smith's chips declared as bolts", [*[{"importer": "A", "hs_code": "731815"}] * 12, {"importer": "A", "hs_code": "731815", "description": "Integrated circuits"}], {}, "raised", "microcontrollers"),
    ("good_does_not_fit", "too little else", [{"importer": "A", "hs_code": CHIP}], {}, "not_testable", ""),
    ("good_does_not_fit", "no line of business", [*[{"importer": "A", "hs_code": f"{c:02d}0110"} for c in range(1, 90, 8)], {"importer": "A", "hs_code": CHIP}], {}, "not_testable", ""),
    ("good_does_not_fit", "no watched good", [{"importer": "A"}], {}, "not_raised", ""),
    ("state_firm", "a unitary enterprise", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"name": "ФГУП \"НИИ Образец\"", "country": "RU"}}}, "raised", "фгуп"),
    ("state_firm", "by where all its goods go", [{"importer": "A", "hs_code": CHIP, "destination": "RU"}], {"people": {"A": {"name": "FGUP NII Obrazets"}}}, "raised", ""),
    ("state_firm", "in words", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"name": "Federal State Unitary Enterprise Sample", "country": "RU"}}}, "raised", ""),
    ("state_firm", "a word that holds one", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"name": "ООО Гупанов", "country": "RU"}}}, "not_raised", ""),
    ("state_firm", "a family called so elsewhere", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"name": "Rao Trading", "country": "IN"}}}, "not_raised", "It is in IN"),
    ("state_firm", "innocent goods", [{"importer": "A", "hs_code": FILM}], {"people": {"A": {"name": "ФГУП Образец", "country": "RU"}}}, "raised", "0 records of watched goods"),
    ("state_firm", "innocent goods of a word of others as well", [{"importer": "A", "hs_code": FILM}], {"people": {"A": {"name": "ГК Образец", "country": "RU"}}}, "not_raised", ""),
    ("state_firm", "a word of others as well, on a list", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"name": "АО НПО Образец", "country": "RU"}}, "listings": [LISTED]}, "raised", "нпо"),
    ("state_firm", "the same on none", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"name": "АО НПО Образец", "country": "RU"}}, "listings": []}, "not_raised", ""),
    ("state_firm", "no country", [{"importer": "A", "hs_code": CHIP}], {"people": {"A": {"name": "ФГУП Образец"}}}, "not_testable", "country"),
    ("in_and_out", "out within days", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 98.0}], {}, "raised", "On 2 of 2"),
    ("in_and_out", "in a subheading of its own, with the same words", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0, "hs_code": "8517620003", "description": "Routers RX-4"}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 98.0, "hs_code": "8517620009", "description": "ROUTERS RX-4."}], {}, "raised", "On 2 of 2"),
    ("in_and_out", "in another subheading, with other words", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0, "hs_code": "8517620003", "description": "Routers RX-4"}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 98.0, "hs_code": "8517620009", "description": "Switches"}], {}, "not_raised", ""),
    ("in_and_out", "months later", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0}, {"exporter": "A", "date": date(2023, 9, 1), "net_kg": 98.0}], {}, "not_raised", ""),
    ("in_and_out", "out before it came", [{"exporter": "A", "date": date(2023, 5, 1), "net_kg": 100.0}, {"importer": "A", "date": date(2023, 6, 1), "net_kg": 98.0}], {}, "not_raised", ""),
    ("in_and_out", "other quantity", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 30.0}], {}, "not_raised", ""),
    ("in_and_out", "in another subheading, in the same words", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0, "hs_code": "8542310000", "description": "Chips X1."}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 98.0, "hs_code": "8542319000", "description": "CHIPS X1"}], {}, "raised", "On 2 of 2"),
    ("in_and_out", "in another subheading, in other words", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0, "hs_code": "8542310000", "description": "Chips X1"}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 98.0, "hs_code": "8542319000", "description": "Chips X2"}], {}, "not_raised", ""),
    ("in_and_out", "in other lots, made in one country abroad", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0, "hs_code": "8542319010", "origin": "CN", "destination": "UZ"}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 130.0, "hs_code": "8542319010", "origin": "CN", "dispatch": "UZ", "destination": "RU"}], {}, "raised", "made in CN"),
    ("in_and_out", "in other lots of months later, made in one country abroad", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0, "hs_code": "8542319010", "origin": "CN", "destination": "UZ"}, {"exporter": "A", "date": date(2023, 9, 1), "net_kg": 130.0, "hs_code": "8542319010", "origin": "CN", "dispatch": "UZ", "destination": "KG"}], {}, "not_raised", ""),
    ("in_and_out", "in other lots, made at home", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0, "hs_code": "8542319010", "origin": "CN", "destination": "UZ"}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 30.0, "hs_code": "8542319010", "origin": "CN", "dispatch": "CN", "destination": "KG"}], {}, "not_raised", ""),
    ("in_and_out", "in other lots, made in two countries", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0, "hs_code": "8542319010", "origin": "CN", "destination": "UZ"}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 30.0, "hs_code": "8542319010", "origin": "DE", "dispatch": "UZ", "destination": "KG"}], {}, "not_raised", ""),
    ("in_and_out", "in other lots of a code of six digits", [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0, "hs_code": "854231", "origin": "CN", "destination": "UZ"}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 30.0, "hs_code": "854231", "origin": "CN", "dispatch": "UZ", "destination": "KG"}], {}, "not_raised", ""),
    ("in_and_out", "sent on to Russia months later", [{"importer": "A", "date": date(2023, 1, 1), "net_kg": 100.0, "hs_code": CHIP, "dispatch": "HK", "destination": "KG"}, {"exporter": "A", "date": date(2023, 5, 1), "net_kg": 30.0, "hs_code": "854231", "dispatch": "KG", "destination": "RU"}], {}, "raised", "in on 2023-01-01, out on 2023-05-01, 100.0 and 30.0 kg, to RU"),
    ("in_and_out", "sent on to another country months later", [{"importer": "A", "date": date(2023, 1, 1), "net_kg": 100.0, "hs_code": CHIP, "dispatch": "HK", "destination": "KG"}, {"exporter": "A", "date": date(2023, 5, 1), "net_kg": 30.0, "hs_code": "854231", "dispatch": "KG", "destination": "PL"}], {}, "not_raised", ""),
    ("in_and_out", "sent on to Russia half a year later", [{"importer": "A", "date": date(2023, 1, 1), "net_kg": 100.0, "hs_code": CHIP, "dispatch": "HK", "destination": "KG"}, {"exporter": "A", "date": date(2023, 7, 10), "net_kg": 30.0, "hs_code": "854231", "dispatch": "KG", "destination": "RU"}], {}, "not_raised", ""),
    ("in_and_out", "made at home and sent on to Russia", [{"importer": "A", "date": date(2023, 1, 1), "net_kg": 100.0, "hs_code": CHIP, "dispatch": "HK", "destination": "KG"}, {"exporter": "A", "date": date(2023, 5, 1), "net_kg": 30.0, "hs_code": "854231", "dispatch": "KG", "destination": "RU", "origin": "KG"}], {}, "not_raised", ""),
    ("in_and_out", "made in another country than what came and sent on to Russia", [{"importer": "A", "date": date(2023, 1, 1), "net_kg": 100.0, "hs_code": CHIP, "dispatch": "HK", "destination": "KG", "origin": "CN"}, {"exporter": "A", "date": date(2023, 5, 1), "net_kg": 30.0, "hs_code": "854231", "dispatch": "KG", "destination": "RU", "origin": "DE"}], {}, "not_raised", ""),
    ("in_and_out", "come from Belarus and sent on to Russia", [{"importer": "A", "date": date(2023, 1, 1), "net_kg": 100.0, "hs_code": CHIP, "dispatch": "HK", "destination": "KG", "origin": "BY"}, {"exporter": "A", "date": date(2023, 5, 1), "net_kg": 30.0, "hs_code": "854231", "dispatch": "KG", "destination": "RU"}], {}, "not_raised", ""),
    ("in_and_out", "a film sent on to Russia", [{"importer": "A", "date": date(2023, 1, 1), "net_kg": 100.0, "hs_code": FILM, "dispatch": "HK", "destination": "KG"}, {"exporter": "A", "date": date(2023, 5, 1), "net_kg": 30.0, "hs_code": FILM, "dispatch": "KG", "destination": "RU"}], {}, "not_raised", ""),
    ("in_and_out", "re-exported from a hub to Russia", [{"exporter": "A", "hs_code": CHIP, "procedure": "re-export", "origin": "KR", "dispatch": "TR", "destination": "RU"}], {}, "raised", "Made in KR, re-exported from TR to RU"),
    ("in_and_out", "re-exported to Russia by a party of a hub", [{"exporter": "A", "hs_code": CHIP, "procedure": "re-export", "origin": "KR", "destination": "RU"}], {"people": {"A": {"country": "TR"}}}, "raised", "re-exported from TR"),
    ("in_and_out", "exported from a hub to Russia", [{"exporter": "A", "hs_code": CHIP, "procedure": "export", "origin": "KR", "dispatch": "TR", "destination": "RU"}], {}, "not_testable", ""),
    ("in_and_out", "re-exported back to where it was made", [{"exporter": "A", "hs_code": CHIP, "procedure": "re-export", "origin": "RU", "dispatch": "TR", "destination": "RU"}], {}, "not_testable", ""),
    ("in_and_out", "re-exported to France", [{"exporter": "A", "hs_code": CHIP, "procedure": "re-export", "origin": "KR", "dispatch": "TR", "destination": "FR"}], {}, "not_testable", ""),
    ("in_and_out", "a film re-exported to Russia", [{"exporter": "A", "hs_code": FILM, "procedure": "re-export", "origin": "KR", "dispatch": "TR", "destination": "RU"}], {}, "not_testable", ""),
    ("in_and_out", "only one side in the file", [{"importer": "A", "net_kg": 100.0}], {}, "not_testable", ""),
    ("no_end_user", "a remark says so", [{"importer": "A", "notes": ["no end user, use or owner given: end user not stated"]}], {}, "raised", "“end user not stated”"),
    ("no_end_user", "the seller's too", [{"exporter": "A", "notes": ["no end user, use or owner given: end user not stated"]}], {}, "raised", ""),
    ("no_end_user", "a remark of something else", [{"importer": "A", "notes": ["remark: fragile"]}], {}, "not_raised", ""),
    ("no_end_user", "a use is given", [{"importer": "A", "notes": ["end use or end user: End use: research"]}], {}, "not_raised", ""),
    ("no_end_user", "no remark", [{"importer": "A", "notes": ["net weight above gross weight"]}], {}, "not_testable", "no record has a remark"),
    ("no_end_user", "another's remark", [{"importer": "A"}, {"importer": "B", "notes": ["no end user, use or owner given: x"]}], {}, "not_testable", ""),
    ("late_change", "a remark says so", [{"importer": "A", "notes": ["a party or the way changed: consignee changed"]}], {}, "raised", "“consignee changed”"),
    ("late_change", "a remark of something else", [{"importer": "A", "notes": ["remark: fragile"]}], {}, "not_raised", ""),
    ("late_change", "terms alone", [{"importer": "A", "notes": ["terms of payment: LC"]}], {}, "not_testable", ""),
    ("third_party_payment", "a remark says so", [{"importer": "A", "notes": ["remark: x", "a third party pays: Drittzahler Dubai"]}], {}, "raised", "“Drittzahler Dubai”"),
    ("third_party_payment", "terms of the parties' own", [{"importer": "A", "notes": ["terms of payment: LC"]}], {}, "not_raised", ""),
    ("third_party_payment", "no remark", [{"importer": "A"}], {}, "not_testable", ""),
    ("odd_route", "delivered in Russia, bought in a third country", [{"importer": "A", "delivery_place": "Sharjah → Moscow", "destination": None}], {"people": {"A": {"country": "AE"}}}, "raised", "though bought in AE"),
    ("odd_route", "delivered in Russia, bought there", [{"importer": "A", "delivery_place": "Moscow", "destination": None}], {"people": {"A": {"country": "RU"}}}, "not_testable", ""),
    ("third_party_payment", "the payer is none of the parties", [{"importer": "A", "exporter": "Sornim Ltd", "contract_holder": "Lakmar FZE", "notes": ["paid by another: Lakmar FZE"]}], {}, "raised", "Lakmar FZE pays, who is no party to the sale"),
    ("third_party_payment", "the payer is the buyer in other letters", [{"importer": ["A", "ООО Вельгор"], "contract_holder": "Velgor LLC", "notes": ["paid by another: Velgor LLC"]}], {}, "not_raised", ""),
    ("third_party_payment", "the payer is the buyer", [{"importer": "A", "notes": ["paid by the importer"]}], {}, "not_raised", ""),
    ("open_account", "sold from a hub", [{"importer": "A", "exporter": "B", "notes": ["payment on open account: OA 60"], "origin": "CN", "dispatch": "CN", "destination": "AZ"}], {"people": {"B": {"country": "AE"}}}, "raised", "sold by a party in AE"),
    ("open_account", "bound for a hub", [{"importer": "A", "notes": ["payment on open account: OA 60"], "origin": "DE", "dispatch": "DE", "destination": "KG"}], {}, "raised", "“OA 60”, bound for KG, a hub"),
    ("open_account", "by way of a hub", [{"importer": "A", "notes": ["payment on open account: OA 60"], "origin": "DE", "via": "GE", "destination": "PL"}], {}, "raised", "by way of GE"),
    ("open_account", "sold in a hub", [{"importer": "A", "notes": ["payment on open account: OA 60"], "origin": "DE", "trading_country": "AE", "destination": "PL"}], {}, "raised", "traded in AE"),
    ("open_account", "sent from a hub that did not make them", [{"importer": "A", "notes": ["payment on open account: OA 60"], "origin": "JP", "dispatch": "AE", "destination": "PL"}], {}, "raised", "dispatched from AE"),
    ("open_account", "bought in a hub", [{"importer": "A", "notes": ["payment on open account: OA 60"], "origin": "DE"}], {"people": KG}, "raised", "bought by a party in KG"),
    ("open_account", "sent from where they were made", [{"importer": "A", "notes": ["payment on open account: OA 60"], "origin": "TR", "dispatch": "TR", "destination": "DE"}], {}, "not_raised", ""),
    ("open_account", "sent from a hub, of origin not given", [{"importer": "A", "notes": ["payment on open account: OA 60"], "dispatch": "TR", "destination": "DE"}], {}, "not_raised", ""),
    ("open_account", "within a hub", [{"importer": "A", "notes": ["payment on open account: OA 60"], "origin": "DE", "dispatch": "TR", "destination": "TR"}], {}, "not_raised", ""),
    ("open_account", "a hub's own goods within it", [{"importer": "A", "notes": ["payment on open account: OA 60"], "origin": "TR", "dispatch": "TR", "destination": "TR"}], {}, "not_raised", ""),
    ("open_account", "no hub", [{"importer": "A", "notes": ["payment on open account: OA 60"], "origin": "DE", "destination": "PL"}], {}, "not_raised", ""),
    ("open_account", "a letter of credit to a hub", [{"importer": "A", "notes": ["terms of payment: LC at sight"], "origin": "DE", "destination": "KG"}], {}, "not_raised", ""),
    ("open_account", "no terms", [{"importer": "A", "notes": ["remark: fragile"], "origin": "DE", "destination": "KG"}], {}, "not_testable", "no record gives terms of payment"),
    ("phone_elsewhere", "a Russian number in a column", [{"importer": "A", "notes": ["telephone of the importer: +7 495 123-45-67"], "destination": "KG"}], {"people": KG}, "raised", "Telephone +7 495 123-45-67 is of RU, the party is in KG"),
    ("phone_elsewhere", "a Russian number in the address", [{"importer": "A"}], {"people": {"A": {"country": "KG", "address": "Bishkek, ul. Primernaya 1, tel. +7 916 123 45 67"}}}, "raised", "is of RU"),
    ("phone_elsewhere", "a Kazakh number of the same beginning", [{"importer": "A"}], {"people": {"A": {"country": "KZ", "address": "Almaty, tel. +7 727 300 00 00"}}}, "not_raised", ""),
    ("phone_elsewhere", "its own number", [{"importer": "A", "notes": ["telephone of the importer: 00996 312 900000"]}], {"people": KG}, "not_raised", ""),
    ("phone_elsewhere", "the other's number", [{"importer": "A", "exporter": "B", "notes": ["telephone of the exporter: +49 711 123456"]}], {"people": KG}, "not_testable", ""),
    ("phone_elsewhere", "one of two its own", [{"importer": "A", "notes": ["telephone of the importer: +7 495 123 45 67, +996 312 900 000"]}], {"people": KG}, "not_raised", ""),
    ("phone_elsewhere", "no country given, bound elsewhere", [{"importer": "A", "notes": ["telephone of the importer: +7 495 123 45 67"], "destination": "KG"}], {}, "raised", "the goods are bound for KG"),
    ("phone_elsewhere", "no country given, bound there", [{"importer": "A", "notes": ["telephone of the importer: +996 312 900 000"], "destination": "KG"}], {}, "not_raised", ""),
    ("phone_elsewhere", "a buyer in Russia, bound elsewhere", [{"importer": "A", "notes": ["telephone of the importer: +7 495 123 45 67"], "destination": "KG"}], {"people": {"A": {"country": "RU"}}}, "raised", "bound for KG"),
    ("phone_elsewhere", "a buyer in Germany, bound elsewhere", [{"importer": "A", "notes": ["telephone of the importer: +49 711 123456"], "destination": "KG"}], {"people": {"A": {"country": "DE"}}}, "not_raised", ""),
    ("phone_elsewhere", "a seller in Russia, bound elsewhere", [{"exporter": "A", "notes": ["telephone of the exporter: +7 495 123 45 67"], "destination": "KG"}], {"people": {"A": {"country": "RU"}}}, "not_raised", ""),
    ("phone_elsewhere", "of the end user beside the consignee", [{"importer": ["A", "B"], "notes": ["telephone of the importer: +996 312 900 000"], "destination": "KG"}], {"people": {"A": {"country": "RU"}, "B": {"country": "KG"}}}, "not_testable", ""),
    ("phone_elsewhere", "without the code of a country", [{"importer": "A", "notes": ["telephone of the importer: 0312 90 00 00"]}], {"people": KG}, "not_testable", "no telephone number with the code"),
    ("phone_elsewhere", "no number", [{"importer": "A"}], {"people": KG}, "not_testable", ""),
    ("phone_elsewhere", "neither country nor destination", [{"importer": "A", "notes": ["telephone of the importer: +7 495 123 45 67"]}], {}, "not_testable", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("flag", "rows", "more", "expected", "words"),
    [(flag, rows, more, expected, words) for flag, _, rows, more, expected, words in CASES],
    ids=[f"{case[0]}: {case[1]}" for case in CASES],
)
def test_each_flag(
    desk: Any, flag: str, rows: list[dict[str, Any]], more: dict[str, Any], expected: str, words: str
) -> None:
    more = dict(more)
    who = more.pop("who", "A")
    found, reason = desk.outcome(desk.book(rows, **more), flag, who)
    assert (found, words in reason) == (expected, True), reason


def test_every_flag_has_all_three_outcomes_in_the_table() -> None:
    seen = {(case[0], case[4]) for case in CASES}
    wanted = {(flag, each) for flag in load().flags for each in ("raised", "not_raised", "not_testable")}
    assert wanted - seen == set()


def test_evidence_says_whether_the_party_was_listed_on_the_day(desk: Any) -> None:
    book = desk.book([{"importer": "A", "date": date(2022, 5, 1)}, {"importer": "A"}], listings=[LISTED])
    rows = [row for row in raise_flags(book, ["listed_party"]).to_pylist() if row["record_id"]]
    assert "not yet listed on 2022-05-01" in rows[0]["reason"]
    assert "listed on the date of the record" in rows[1]["reason"]


def test_all_the_goods_of_a_party_are_named_with_their_records(desk: Any) -> None:
    codes = ["8482103000"] * 3 + ["845710", "8457101000"]
    book = desk.book([{"importer": "A", "hs_code": code} for code in codes])
    reason = desk.outcome(book, "high_priority_good")[1]
    assert "On 5 of 5 records: 848210 (tier 3.B): " in reason
    assert "(3); 845710" in reason
    assert reason.endswith(" (2).")


def test_of_reasons_that_all_differ_one_stands_for_all(desk: Any) -> None:
    days = [date(2023, month, 1) for month in range(1, 6)]
    rows = [{"importer": "A", "date": day, "net_kg": 100.0} for day in days]
    rows += [{"exporter": "A", "date": day + timedelta(days=3), "net_kg": 100.0} for day in days]
    reason = desk.outcome(desk.book(rows), "in_and_out")[1]
    assert "On 10 of 10 records: " in reason
    assert reason.count("in on 2023-") == 3  # each is of two records: the first three are named
    assert reason.endswith("; and 2 others.")


def test_what_came_in_goes_out_again_once(desk: Any) -> None:
    came = [date(2022, month, 9) for month in range(6, 12)]
    went = [date(2022, month, 15) for month in range(7, 13)]
    rows = [{"importer": "A", "date": day, "net_kg": 4800.0} for day in came]
    rows += [{"exporter": "A", "date": day, "net_kg": 4800.0} for day in went]
    found = desk.evidence(desk.book(rows), "in_and_out")
    # July to November each go out six days later; June's is too far from December's export, November's is gone by then
    assert found == [f"r{number:05d}" for number in (*range(1, 6), *range(6, 11))]


def test_of_equal_lots_none_is_preferred(desk: Any) -> None:
    rows = [{"importer": "A", "date": date(2023, 5, 1), "net_kg": 100.0}] * 3
    rows += [{"exporter": "A", "date": date(2023, 5, 9), "net_kg": 100.0}]
    assert len(desk.evidence(desk.book(rows), "in_and_out")) == 4


def test_every_lot_made_in_one_country_abroad_that_has_another_side_near_is_evidence(desk: Any) -> None:
    lot = {"hs_code": "8542319010", "origin": "CN"}
    came = [
        {"importer": "A", "date": date(2023, 5, 1), "net_kg": kg, "destination": "UZ", **lot} for kg in (50.0, 70.0)
    ]
    went = [{"exporter": "A", "date": date(2023, 5, 20), "net_kg": 300.0, "dispatch": "UZ", "destination": "RU", **lot}]
    late = [{"importer": "A", "date": date(2023, 6, 1), "net_kg": 80.0, "destination": "UZ", **lot}]
    assert desk.evidence(desk.book([*came, *went, *late]), "in_and_out") == ["r00000", "r00001", "r00002"]
    assert desk.evidence(desk.book([*late, *went, *came]), "in_and_out") == ["r00001", "r00002", "r00003"]


def test_the_means_of_a_spike_are_over_the_months_of_which_the_imports_are_summed(desk: Any) -> None:
    # a record on the 10th of each month: 13 before February 2022 and one in it before the 24th, then one after it there
    early = [
        date(2021, 1, 10),
        *(date(2021, month, 10) for month in range(2, 13)),
        date(2022, 1, 10),
        date(2022, 2, 10),
    ]
    late = [date(2022, 2, 26), date(2022, 3, 10), date(2022, 4, 10), date(2022, 5, 10)]
    rows = [{"importer": "A", "hs_code": CHIP, "date": day, "value_usd": 100.0} for day in early]
    rows += [{"importer": "A", "hs_code": CHIP, "date": day, "value_usd": 5000.0} for day in late]
    (row,) = [
        row for row in raise_flags(desk.book(rows, people=KG), ["spike_after"]).to_pylist() if not row["record_id"]
    ]
    told = json.loads(row["figures"])
    assert told["before"] == round(14 * 100 / (13 + 23 / 28), 2) == 101.29
    assert told["since"] == round(4 * 5000 / (3 + 5 / 28), 2) == 6292.13
    assert told["ratio"] == round((20_000 / (3 + 5 / 28)) / (1_400 / (13 + 23 / 28)), 2) == 62.12
    assert "from 101 to 6292 USD a month (over 13.8 months before and 3.2 since)" in row["reason"]


@pytest.mark.parametrize(
    ("day", "absent_on", "words"),
    [
        (date(2026, 8, 20), None, "listed on the date of the record, in the copy of 2026-08-20 already"),
        (date(2022, 5, 1), None, "whether listed on 2022-05-01 is not known: listing date not known (first seen in the copy of 2026-08-20)"),
        (date(2022, 5, 1), date(2022, 4, 30), "whether listed on 2022-05-01 is not known"),
        (date(2022, 5, 1), date(2022, 5, 1), "not yet listed on 2022-05-01: not in the copy in force on 2022-05-01, first seen in the copy of 2026-08-20"),
        (None, None, "listing date not known (first seen in the copy of 2026-08-20), the record has no date"),
    ],
)  # fmt: skip
def test_not_yet_listed_is_said_only_where_an_older_copy_without_the_entry_shows_it(
    desk: Any, day: date | None, absent_on: date | None, words: str
) -> None:
    listing = LISTED | {"listed_on": date(2026, 8, 20), "listed_by": BY_START, "absent_on": absent_on}
    rows = [{"importer": "A", "date": day}, {"importer": "A", "date": date(2026, 9, 1)}]
    book = desk.book(rows, listings=[listing])
    row, _ = [row for row in raise_flags(book, ["listed_party"]).to_pylist() if row["record_id"]]
    assert words in row["reason"]
    if "not yet" not in words:
        assert "not yet" not in row["reason"]


def test_only_the_cases_own_records_are_evidence(desk: Any) -> None:
    book = desk.book([*_early(), *_since()], people=KG)
    assert desk.evidence(book, "new_good_after") == [f"r{number:05d}" for number in range(13, 19)]


def test_cancelled_records_are_not_read(desk: Any) -> None:
    book = desk.book([{"importer": "A", "hs_code": CHIP, "status": "cancelled"}, {"importer": "A"}])
    assert desk.outcome(book, "high_priority_good")[0] == "not_raised"


def test_destination_is_evidence_on_watched_goods_only(desk: Any) -> None:
    rows = [{"importer": "A", "destination": "RU"}, {"importer": "A", "destination": "RU", "hs_code": CHIP}]
    assert desk.evidence(desk.book(rows), "direct_to_destination") == ["r00001"]


def _mixed() -> list[dict[str, Any]]:
    rows = [
        *_filler(14),
        *_early(),
        *_since(value_usd=700.0, net_kg=7.0),
        *_prices(100.0),
        *_pieces(7.1, "851713"),
    ]
    trip = [{"importer": "A", "net_kg": 100.0}, {"exporter": "A", "date": date(2023, 6, 1), "net_kg": 98.0}]
    return [dict(row, record_id=f"x{number:03d}") for number, row in enumerate([*rows, *trip])]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_has_no_bearing(desk: Any, seed: int) -> None:
    rows = _mixed()
    shuffled = random.Random(seed).sample(rows, len(rows))
    assert raise_flags(desk.book(rows, people=KG)).equals(raise_flags(desk.book(shuffled, people=KG)))


@pytest.mark.parametrize("rate", [0.01, 1.0, 83.0])
def test_another_currency_changes_no_price_flag(desk: Any, rate: float) -> None:
    flags = ["unit_value_high", "unit_value_low"]
    dollars = raise_flags(desk.book(_prices(100.0)), flags)
    rows = [row | {"value": row["value_usd"] * rate, "value_usd": None, "currency": "RUB"} for row in _prices(100.0)]
    others = raise_flags(desk.book(rows), flags)
    columns = ["flag_id", "outcome", "subject_id", "record_id"]
    assert pl.from_arrow(dollars.select(columns)).equals(pl.from_arrow(others.select(columns)))


def _one_firm(**more: Any) -> dict[str, dict[str, Any]]:
    return {each: {"name": "Alfa Gardens", "country": "KG", **more} for each in ("A", "B")}


def test_a_new_address_of_a_firm_makes_no_first_import(desk: Any) -> None:
    rows = [*_filler(14), *({**row, "importer": "B"} for row in _early()), *_since()]
    other = {"A": {"name": "Alfa Gardens", "country": "KG"}, "B": {"name": "Beta Gardens", "country": "KG"}}
    assert desk.outcome(desk.book(rows, people=other), "first_imports_after")[0] == "raised"
    assert desk.outcome(desk.book(rows, people=_one_firm()), "first_imports_after")[0] == "not_raised"
    assert desk.outcome(desk.book(rows, people=_one_firm()), "first_imports_after", "B")[0] == "not_raised"


def test_the_business_of_a_firm_is_that_of_all_its_addresses(desk: Any) -> None:
    chips = [{"importer": "A", "hs_code": CHIP}]
    others = [{"importer": "B", "hs_code": "854140"} for _ in range(30)]
    plants = [{"importer": "B", "hs_code": "060290"} for _ in range(30)]
    assert desk.outcome(desk.book([*chips, *others], people=_one_firm()), "good_does_not_fit")[0] == "not_raised"
    book = desk.book([*chips, *plants], people=_one_firm())
    assert desk.outcome(book, "good_does_not_fit")[0] == "raised"
    assert desk.evidence(book, "good_does_not_fit")
    assert not desk.evidence(book, "good_does_not_fit", "B")


@pytest.mark.parametrize(
    ("others", "outcome"), [(["3926909709", CHIP], "raised"), (["3926909709"], "not_raised"), (None, "not_raised")]
)
def test_every_code_of_a_record_is_tested(desk, others, outcome) -> None:
    book = desk.book([{"importer": "A", "hs_code": "8501109900", "further_hs_codes": others}])
    assert desk.outcome(book, "high_priority_good")[0] == outcome


def test_a_description_that_fits_a_further_code_agrees(desk) -> None:
    row = {"importer": "A", "hs_code": "8501109900", "description": "Motors and integrated circuits"}
    for others, outcome in (([CHIP], "not_raised"), ([FILM], "raised")):
        assert desk.outcome(desk.book([row | {"further_hs_codes": others}]), "description_disagrees")[0] == outcome


@pytest.mark.parametrize(
    ("note", "is_alert"),
    [
        ("no end user, use or owner given: end user unknown", True),
        ("a party or the way changed: consignee changed", True),
        ("a third party pays: Drittzahler", True),
        ("telephone of the importer: +7 495 123 45 67", True),
        ("payment on open account: OA 60", False),
        ("remark: fragile", False),
    ],
)
def test_what_remarks_say_makes_an_alert_with_a_watched_good_but_terms_of_payment_never(
    desk: Any, note: str, is_alert: bool
) -> None:
    from screening.trade.evidence import review

    row = {"importer": "A", "notes": [note], "origin": "DE", "dispatch": "DE", "destination": "KG"}
    for code, expected in ((CHIP, is_alert), (FILM, False)):
        flags = raise_flags(desk.book([{**row, "hs_code": code}], KG))
        assert (review(flags, load()).records.height > 0) == expected


@pytest.mark.parametrize(("direction", "is_alert"), [("export", True), ("import", False), (None, False)])
def test_what_a_sellers_own_law_forbids_makes_an_alert_in_its_ledger_and_not_in_a_russian_register(
    desk: Any, direction: str | None, *, is_alert: bool
) -> None:
    from screening.trade.evidence import review

    people = {"S": {"country": "DE"}, "A": {"country": "RU"}}
    flags = raise_flags(desk.book([{**SOLD_THERE, "direction": direction, "dispatch": "DE"}], people))
    assert (review(flags, load()).records.height > 0) == is_alert


def test_notes_are_read_of_standing_records_alone_whatever_else_stands_on_them(desk: Any) -> None:
    said = "a party or the way changed: consignee changed"
    rows = [
        {"importer": "A", "notes": ["net weight above gross weight", said]},
        {"importer": "B", "notes": [said], "status": "cancelled"},
        {"importer": "B", "notes": [f"HS code mended; {said}"]},
    ]
    book = desk.book(rows)
    assert desk.evidence(book, "late_change") == ["r00000"]
    assert desk.outcome(book, "late_change", "B")[0] == "not_testable"
