"""Persons and ships among the parties of tables: sole traders, initials, ships' marks and IMO numbers, whole runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening import runs

LISTED = """\
entry_id,schema,name,id_type,id_number
1,Person,"BEISPELOV, Igor Ivanovich",,
2,Vessel,LESNOY OSTROV,IMO,9074729
3,Vessel,CORAL HERON,,
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(LISTED, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["ИП Бейспелов И.И.", "Beispelov I.I.", "FOP BEISPELOV IHOR", "Бейспелов Игорь"])
def test_a_person_among_the_importers_of_customs_records_meets_the_listed_person(
    tmp_path: Path, listed: Path, name: str
) -> None:
    records = tmp_path / "records.csv"
    records.write_text(
        f"DATE,EXPORTER NAME,IMPORTER NAME,HS CODE\n2023-04-03,Quiet Meadow Ltd,{name},848210\n", encoding="utf-8"
    )
    hits = runs.trade([records], lists=listed, out=tmp_path / "out").hits.to_pylist()
    assert [(hit["subject_name"], hit["entry_id"]) for hit in hits] == [(name, "1")]


@pytest.mark.parametrize(
    ("heading", "row", "entry", "matched_on"),
    [
        ("Company,Country", "Beispelov I.I.,RU", "1", "name"),
        ("Компания,Страна", "ИП Бейспелов Игорь Иванович,RU", "1", "name"),
        ("Name,Country", "M/V Coral Heron,PA", "3", "name"),
        ("Name,Type", "Coral Heron,Bulk carrier", "3", "name"),
        ("Name,IMO", "Coral Heron,9187629", "3", "name"),
        ("Name,IMO", "Quiet Meadow,9074729", "2", "identifier"),
    ],
)
def test_persons_and_ships_in_party_tables_meet_listed_ones(
    tmp_path: Path, listed: Path, heading: str, row: str, entry: str, matched_on: str
) -> None:
    parties = tmp_path / "parties.csv"
    parties.write_text(f"{heading}\n{row}\n", encoding="utf-8")
    hits = runs.parties([parties], lists=listed, out=tmp_path / "out").hits.to_pylist()
    assert [(hit["entry_id"], hit["matched_on"]) for hit in hits] == [(entry, matched_on)]
    assert hits[0]["match_strength"] == "weak" or hits[0]["schema"] != "Vessel" or matched_on == "identifier"
