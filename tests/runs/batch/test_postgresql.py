"""A batch whose alerts a team keeps on a PostgreSQL server."""

from __future__ import annotations

import os

import sqlalchemy

from screening.alerts.store import Head, open_store

from .conftest import KEY, LIST_ROWS


def test_a_batch_remembers_on_a_server(bench, postgresql_server: str) -> None:
    schema = f"batch{os.getpid()}"
    engine = sqlalchemy.create_engine(postgresql_server.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text(f"CREATE SCHEMA {schema}"))
    engine.dispose()
    place = f"{postgresql_server}{'&' if '?' in postgresql_server else '?'}options=-csearch_path%3D{schema}"
    bench.write(bench.path.read_text(encoding="utf-8").replace('"alerts.db"', f'"{place}"'))
    first = bench.run()
    assert first.run.manifest["counts"]["delta"]["new"] == 4
    bench.list(*LIST_ROWS[1:])
    second = bench.run(only_changes=True)
    assert second.run.manifest["counts"]["delta"] == {
        "new": 0,
        "changed": 0,
        "back": 0,
        "gone": 2,
        "kept": 0,
        "still": 2,
    }
    store = open_store(place, key=KEY.encode())
    trail = second.run.manifest["audit_trail"]
    assert store.head().length == trail["length"] + 1  # the one behind it names the manifest
    assert store.verify(Head(trail["store_id"], trail["length"], trail["head"])) == []
    assert store.verify(store.head()) == []
    assert not (bench.folder / "alerts.db").exists()
