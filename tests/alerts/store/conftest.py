"""Stores on both engines: SQLite in a file, PostgreSQL in a schema of its own on a server started for the session."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from screening.alerts.store import Raised, RunRecord, Store, open_store

KEY = b"a key for tests, nowhere else used"
_NUMBERS = itertools.count()


@pytest.fixture(autouse=True)
def _no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk."""
    monkeypatch.setattr("screening.alerts.store.engine.SYNCHRONOUS", "OFF")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that is not there yet, on each engine."""
    if request.param == "sqlite":
        return str(tmp_path / "alerts.db")
    import sqlalchemy

    server = request.getfixturevalue("postgresql_server")
    schema = f"t{os.getpid()}_{next(_NUMBERS)}"
    engine = sqlalchemy.create_engine(server.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text(f"CREATE SCHEMA {schema}"))
    engine.dispose()
    return f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"


@pytest.fixture
def store(place: str) -> Store:
    """An empty store."""
    return open_store(place, key=KEY)


@pytest.fixture
def alert() -> Callable[..., Raised]:
    """Makes an alert as a run raises it; evidence may be given."""

    def make(number: int, **values: Any) -> Raised:
        base: dict[str, Any] = {
            "alert_id": f"A-{number:012}",
            "kind": "list_match",
            "subject_id": f"c{number}",
            "subject_name": f"Customer {number}",
            "list_id": "us_ofac_sdn",
            "entry_id": f"e{number}",
            "entry_name": f"Entry {number}",
            "priority": "high",
            "match_strength": "strong",
            "subject": {"name": [f"Customer {number}"], "countries": ["UZ"]},
            "entry": {"name": [f"Entry {number}"], "aliases": []},
            "comparison": {"score": "0.93", "explanation": ["word for word"]},
            "places": [{"source": "customers.csv", "place": f"row {number}"}],
        }
        return Raised(**(base | values))

    return make


def run_record(number: int, **values: Any) -> RunRecord:
    """The facts of a run."""
    facts = {"snapshots": [{"list_id": "us_ofac_sdn", "snapshot_id": f"us_ofac_sdn@{number}"}], "settings": {}}
    base = {"job": "customers", "started": f"2026-01-{number:02}T01:00:00Z", "facts": facts}
    return RunRecord(f"run{number}", finished=f"2026-01-{number:02}T01:10:00Z", **(base | values))
