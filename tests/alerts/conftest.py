"""Small snapshots, matches and subjects, of parties that do not exist."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from screening import model
from screening.watchlists import Snapshot

LIST_DATE = date(2026, 8, 20)


def _table(rows: list[dict[str, Any]], schema: pa.Schema) -> pa.Table:
    filled = []
    for row in rows:
        empty = {f.name: [] if pa.types.is_list(f.type) and not f.nullable else None for f in schema}
        filled.append(empty | row)
    return pa.Table.from_pylist(filled, schema=schema)


@pytest.fixture
def make_snapshot() -> Callable[..., Snapshot]:
    def make(*entries: dict[str, Any], list_id: str = "us_ofac_sdn", publisher: str = "") -> Snapshot:
        tables: dict[str, list[dict[str, Any]]] = {name: [] for name in model.SNAPSHOT_TABLES}
        for entry in entries:
            key = entry["entry_id"]
            own = {name: value for name, value in entry.items() if name not in ("identifiers", "addresses", "links")}
            tables["entries"].append({"id_origin": "publisher", "schema": "Company", "name": "X", **own})
            for name in ("identifiers", "addresses", "links"):
                tables[name] += [{"entry_id": key, **row} for row in entry.get(name, [])]
            tables["names"].append({"entry_id": key, "name": entry.get("name", "X"), "name_type": "primary"})
        built = {name: _table(rows, model.SNAPSHOT_TABLES[name]) for name, rows in tables.items()}
        return Snapshot(
            list_id=list_id,
            snapshot_id=f"{list_id}@2026-08-20",
            list_date=LIST_DATE,
            sha256="0" * 64,
            publisher=publisher,
            format="test",
            evidence="",
            **built,
        )

    return make


@pytest.fixture
def make_match() -> Callable[..., dict[str, Any]]:
    def make(**changed: Any) -> dict[str, Any]:
        row: dict[str, Any] = {
            "subject_id": "s1",
            "subject_name": "Merkez Kimya Ltd",
            "list_id": "us_ofac_sdn",
            "list_date": LIST_DATE,
            "entry_id": "1",
            "entry_name": "MERKEZ KIMYA LIMITED SIRKETI",
            "matched_name": "MERKEZ KIMYA LIMITED SIRKETI",
            "name_type": "primary",
            "schema": "Company",
            "measure": ["asset_freeze"],
            "matched_on": "name",
            "relation": "same_party",
            "score": 1.0,
            "explanation": "same",
            "parts": [],
        }
        row |= changed
        row.setdefault("snapshot_id", f"{row['list_id']}@2026-08-20")
        return row

    return make


@pytest.fixture
def matches() -> Callable[..., pa.Table]:
    return lambda *rows: _table(list(rows), model.MATCHES)


@pytest.fixture
def subjects() -> Callable[..., pa.Table]:
    def make(*rows: dict[str, Any]) -> pa.Table:
        usual = {
            "subject_id": "s1",
            "name": "Merkez Kimya Ltd",
            "schema": "LegalEntity",
            "source": "parties.csv",
            "place": "row 2",
        }
        return _table([usual | row for row in rows or ({},)], model.SUBJECTS)

    return make
