"""Small lists in our own format, and a store with a clock one can set."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from screening import Snapshot
from screening.watchlists.store import Store

HEADER = "entry_id schema name name_type country birth_date address id_type id_number programme measure remarks"


@pytest.fixture
def clock():
    """The time of the store; set ``clock.time``."""

    class Clock:
        time = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

        def __call__(self) -> datetime:
            return self.time

    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock) -> Store:
    return Store(tmp_path / "data", now=clock)


@pytest.fixture
def write_list(tmp_path: Path):
    """Write a list in our own format: dictionaries of cells, missing ones empty; returns its path."""

    def write(rows: list[dict[str, str]], name: str = "house.csv", folder: str = "") -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, HEADER.split(), restval="")
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


@pytest.fixture
def parties():
    """``parties(n)``: n companies, numbered from 1, a tenth of them in programme B."""

    def make(number: int, **cells: str) -> list[dict[str, str]]:
        return [
            {
                "entry_id": str(i),
                "schema": "Company",
                "name": f"PARTY NUMBER {i} LLC",
                "country": "KZ",
                "programme": "B" if i % 10 == 0 else "A",
                "measure": "asset_freeze",
                **cells,
            }
            for i in range(1, number + 1)
        ]

    return make


@pytest.fixture
def snapshot(write_list):
    """``snapshot(rows)``: those rows read as a `Snapshot`."""
    count = 0

    def read(rows: list[dict[str, str]], list_id: str = "house", published: str = "") -> Snapshot:
        nonlocal count
        count += 1
        name = f"list{'_' + published if published else ''}.csv"
        return Snapshot.read(write_list(rows, name, folder=f"read{count}"), list_id=list_id)

    return read


@pytest.fixture(scope="session")
def real_list(shared: Path):
    """``real_list(path)``: a real list below ``lists/``, read once a session."""
    known: dict[str, Snapshot] = {}

    def read(path: str) -> Snapshot:
        if path not in known:
            known[path] = Snapshot.read(shared / "lists" / path)
        return known[path]

    return read
