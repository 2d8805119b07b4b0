"""Snapshots: read, stored, loaded again, pickled."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from screening import Snapshot
from screening.errors import ListError, OutputError
from screening.model import SNAPSHOT_TABLES

OWN = """entry_id,schema,name,name_type,country,measure,id_type,id_number,listed_on
1,Company,ACME LLC,,UZ,asset_freeze,INN,0123,2024-01-02
1,,АКМЕ ООО,alias,,,,,
2,Person,"DOE, John",,,,,,
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "blocked_2024-03-01.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_snapshot_says_what_it_is(own):
    snapshot = Snapshot.read(own)
    assert len(snapshot) == 2
    assert (snapshot.list_id, snapshot.list_date) == ("blocked_2024-03-01", date(2024, 3, 1))
    assert snapshot.snapshot_id == f"blocked_2024-03-01@2024-03-01-{snapshot.sha256[:12]}"
    assert Snapshot.read(own, list_id="ours").list_id == "ours"


def test_tables_have_exactly_the_model_schemas(own):
    snapshot = Snapshot.read(own)
    for name, schema in SNAPSHOT_TABLES.items():
        assert snapshot.tables[name].schema == schema


def test_a_stored_snapshot_is_the_same(own, tmp_path):
    snapshot = Snapshot.read(own)
    folder = snapshot.write(tmp_path / "stored")
    again = Snapshot.read(folder)
    assert again.manifest() == snapshot.manifest()
    assert all(again.tables[name].equals(table) for name, table in snapshot.tables.items())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["blocked_2024-03-01.csv", "stored"]


def test_a_stored_snapshot_is_not_overwritten(own, tmp_path):
    with pytest.raises(OutputError, match="already exists"):
        Snapshot.read(own).write(tmp_path)


@pytest.mark.parametrize("name", ["entries.parquet", "snapshot.json"])
def test_corruption_of_a_stored_snapshot_is_noticed(own, tmp_path, name):
    path = Snapshot.read(own).write(tmp_path / "stored") / name
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(ListError, match="Import the list again"):
        Snapshot.read(tmp_path / "stored")


def test_a_snapshot_survives_pickling(own):
    snapshot = Snapshot.read(own)
    again = pickle.loads(pickle.dumps(snapshot))
    assert again.manifest() == snapshot.manifest()
    assert isinstance(again.entries, pa.Table)


def test_one_entry_is_shown_with_all_that_hangs_on_it(own):
    entry = Snapshot.read(own).entry("1")
    assert [name["name"] for name in entry["names"]] == ["ACME LLC", "АКМЕ ООО"]
    assert entry["identifiers"][0]["number"] == "0123"
    with pytest.raises(ListError, match="no entry"):
        Snapshot.read(own).entry("9")
