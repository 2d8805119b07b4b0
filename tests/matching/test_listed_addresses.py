"""Subjects at listed addresses: found across spellings, counted where many share one, never by a town alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from screening.matching.addresses import AddressIndex
from screening.watchlists import Snapshot

LIST = (
    "entry_id,schema,name,name_type,country,address\n"
    '1,Company,Listed Works,primary,RU,"12, proyezd Obraztsovy, Severodvinsk, Russia"\n'
    '2,Company,Listed Trade,primary,HK,"Room 4, 2 Sample Street, Mongkok, Hong Kong"\n'
    '3,Company,Somewhere,primary,RU,"Moscow, Russia"\n'
    '4,Company,Second at it,primary,HK,"Unit 9, 2 Sample St, Mongkok, Hong Kong"\n'
)


@pytest.fixture
def index(tmp_path: Path) -> AddressIndex:
    path = tmp_path / "test_list.csv"
    path.write_text(LIST, encoding="utf-8")
    return AddressIndex([Snapshot.read(path)])


def _find(index: AddressIndex, *addresses: str | None, **more: Any) -> list[dict[str, Any]]:
    table = pa.table({"subject_id": [f"s{i}" for i in range(len(addresses))], "address": list(addresses), **more})
    return index.find(table).to_pylist()


def test_a_town_alone_is_no_address(index: AddressIndex) -> None:
    assert len(index) == 3
    assert _find(index, "Moscow", "Moscow, Russia", "Россия", None, "") == []


FOUND = [
    ("г. Северодвинск, проезд Образцовый, д. 12, офис 7", "1", "same_place"),
    ("г. Северодвинск, проезд Образцовый, д. 14", "1", "same_street"),
    ("2 SAMPLE ST., MONGKOK, HK", "2", "same_place"),
    ("Severodvinsk, Obrazcovy proezd 12", "1", "same_place"),
]


@pytest.mark.parametrize(("address", "entry", "grade"), FOUND)
def test_places_are_found_whatever_the_spelling(index: AddressIndex, address: str, entry: str, grade: str) -> None:
    rows = _find(index, address)
    assert (rows[0]["entry_id"], rows[0]["grade"]) == (entry, grade)


def test_who_shares_a_place_and_who_is_listed_there_is_counted(index: AddressIndex) -> None:
    rows = _find(index, *(f"Room {n}, 2 Sample Street, Mongkok, Hong Kong" for n in range(3)))
    assert {row["subject_id"] for row in rows} == {"s0", "s1", "s2"}
    assert {(row["sharing"], row["listed_there"]) for row in rows} == {(3, 2)}


def test_of_parties_at_one_house_that_of_the_same_room_is_told_first(index: AddressIndex) -> None:
    rooms = {"4": ("2", 0), "9": ("4", 0), "17": ("2", 2)}
    for room, (entry, apart) in rooms.items():
        rows = _find(index, f"Room {room}, 2 Sample Street, Mongkok, Hong Kong")
        assert {row["entry_id"] for row in rows} == {"2", "4"}
        assert (rows[0]["entry_id"], rows[0]["rooms_apart"]) == (entry, apart)


def test_another_country_is_another_place(index: AddressIndex) -> None:
    table = pa.table({"subject_id": ["s"], "address": ["2 Sample Street"], "country": [["GB"]]})
    assert index.find(table).num_rows == 0


@pytest.mark.real
def test_every_precise_address_of_the_sdn_finds_itself(sdn_composite: Snapshot) -> None:
    index = AddressIndex([sdn_composite])
    rows = sdn_composite.addresses.slice(0, 3000).to_pylist()
    table = pa.table(
        {
            "subject_id": [f"{row['entry_id']}" for row in rows],
            "address": [row["address"] for row in rows],
            "country": [row["country"] for row in rows],
        }
    )
    found = {(row["subject_id"], row["entry_id"]) for row in index.find(table, limit=None).to_pylist()}
    precise = {row["entry_id"] for row in rows if any(char.isdigit() for char in row["street"] or "")}
    missed = {entry for entry in precise if (entry, entry) not in found}
    assert len(missed) <= 0.03 * len(precise), sorted(missed)[:10]
