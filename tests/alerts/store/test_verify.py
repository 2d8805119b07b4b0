"""Whatever is altered, removed or cut in the store is found, and named, the first first."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import delete, select, update

from screening.alerts.store import Store, open_for_checking, tables

from .conftest import KEY, run_record

NAMES = [table.name for table in tables.metadata.sorted_tables]


@pytest.fixture
def full(store: Store, alert) -> Store:
    """A store with rows in every table."""
    store.record_run(run_record(1), [alert(number) for number in range(5)])
    store.decide({"alert_id": alert(2).alert_id, "decision": "Escalate", "reviewer": "A. B."}, state="escalated")
    store.record_run(run_record(2), [alert(number) for number in range(1, 7)])
    return store


def tamper(store: Store, statement: sqlalchemy.Executable) -> None:
    with store._engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(statement)


@pytest.mark.parametrize("name", NAMES)
def test_every_column_of_every_table_is_watched(full: Store, place, name: str) -> None:
    """Each column of a row in the middle of each table is altered in turn, found, and put back."""
    table = tables.metadata.tables[name]
    key = list(table.primary_key.columns)
    row = _rows(full, table)[len(_rows(full, table)) // 2]
    for column in table.columns:
        old = row[column.name]
        new = old + 1000 if isinstance(old, int) else f"{old or ''}0"
        where = {each.name: row[each.name] for each in key}
        tamper(full, update(table).where(*(each == row[each.name] for each in key)).values({column: new}))
        findings = open_for_checking(place, key=KEY).verify()
        assert findings, column
        if name == "trail":
            assert (findings[0].table, findings[0].seq) == ("trail", row["seq"]), column
        elif column not in key:
            assert (findings[0].table, findings[0].key) == (name, " ".join(map(str, where.values()))), column
        where |= {column.name: new} if column in key else {}
        tamper(full, update(table).where(*(each == where[each.name] for each in key)).values({column: old}))
    assert full.verify() == []


@pytest.mark.parametrize("name", NAMES)
def test_a_row_taken_out_is_missed(full: Store, name: str) -> None:
    table = tables.metadata.tables[name]
    row = _rows(full, table)[0]
    tamper(full, delete(table).where(*(each == row[each.name] for each in table.primary_key.columns)))
    finding = full.verify()[0]
    assert finding.table == name
    assert finding.what in ("removed", "record 1 is missing") or name == "meta"


def _rows(store: Store, table: sqlalchemy.Table) -> list[dict[str, Any]]:
    with store.reading() as connection:
        rows = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
        return [dict(row) for row in rows]


def test_a_row_put_in_beside_the_store_is_noticed(full: Store) -> None:
    row = {"job": "other", "alert_id": "A-x", "present": 1, "run_id": "r", "why": ""}
    tamper(full, tables.STANDINGS.insert().values(row))
    assert "not written by the toolkit" in full.verify()[0].what


def test_a_trail_cut_at_its_end_is_noticed_by_a_head_kept_elsewhere(full: Store, alert) -> None:
    middle, head = full.head(), None
    full.record_run(run_record(3), [alert(1)])
    head = full.head()
    tamper(full, delete(tables.TRAIL).where(tables.TRAIL.c.seq == head.length))
    findings = full.verify([middle, head])
    assert any("cut off" in finding.what and finding.seq == head.length for finding in findings)


def test_a_store_wound_back_and_written_on_is_noticed(place, full: Store, alert) -> None:
    """The tail is cut and other records are written in its place, with the right key."""
    full.append("assigned", alert_id=alert(1).alert_id, alert_data={"to": "A"})
    head = full.head()
    with full.reading() as connection:
        before = connection.execute(select(tables.ALERTS).where(tables.ALERTS.c.alert_id == alert(1).alert_id))
        row = dict(before.mappings().one()) | {"data": "{}"}
    tamper(full, delete(tables.TRAIL).where(tables.TRAIL.c.seq == head.length))
    with full.transaction() as writer:
        writer.log("forged", touched=[writer.update(tables.ALERTS, row)])
    assert full.verify() == []
    assert "another record than a report names" in full.verify(head)[0].what


def test_records_written_with_another_key_are_noticed(full: Store) -> None:
    forger = Store(full._engine, full.place, b"the forger's own key")
    forger.append("forged")
    finding = full.verify()[0]
    assert (finding.table, finding.seq) == ("trail", full.head().length)


def test_a_head_of_another_store_is_noticed(full: Store, tmp_path) -> None:
    from screening.alerts.store import open_store

    other = open_store(tmp_path / "other.db", key=KEY)
    assert "this is another" in full.verify(other.head())[0].what


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("DROP TABLE decisions", "decisions: the table was removed"),
        ("ALTER TABLE alerts RENAME COLUMN why_now TO why", "alerts why_now: the column was removed"),
        ("ALTER TABLE alerts ADD COLUMN more TEXT", "alerts more: not a column the toolkit made"),
        ("DELETE FROM meta WHERE name = 'store_id'", "not the key of the store"),
        ("DELETE FROM trail", "not written by the toolkit"),
    ],
)
def test_a_store_of_another_shape_is_named_and_not_a_failure(full: Store, place, statement: str, says: str) -> None:
    tamper(full, sqlalchemy.text(statement))
    found = open_for_checking(place, key=KEY).verify()
    assert any(says in str(finding) for finding in found)


@pytest.mark.parametrize(
    ("column", "value"), [("evidence.content", b"\x00\xff"), ("alerts.data", 7), ("trail.seq", "late")]
)
def test_values_of_another_kind_are_named(tmp_path, alert, column: str, value: object) -> None:
    """SQLite keeps bytes or numbers in a column of text."""
    from screening.alerts.store import open_store

    store = open_store(tmp_path / "alerts.db", key=KEY)
    store.record_run(run_record(1), [alert(number) for number in range(3)])
    table, name = column.split(".")
    with store._engine.connect().execution_options(writing=True) as connection, connection.begin():
        key = next(iter(tables.metadata.tables[table].primary_key.columns)).name
        last = f"SELECT max({key}) FROM {table}"
        connection.exec_driver_sql(f"UPDATE {table} SET {name} = ? WHERE {key} = ({last})", (value,))
    finding = store.verify()[0]
    assert finding.table == table


def test_a_trigger_is_named_before_it_acts(tmp_path) -> None:
    from screening.alerts.store import open_store

    store = open_store(tmp_path / "alerts.db", key=KEY)
    tamper(store, sqlalchemy.text("CREATE TRIGGER quiet AFTER INSERT ON decisions BEGIN DELETE FROM decisions; END"))
    assert str(store.verify()[0]) == "decisions quiet: a trigger, which changes what the toolkit writes"


def test_a_head_of_nothing_is_no_head(full: Store) -> None:
    from dataclasses import replace

    assert "was altered" in full.verify(replace(full.head(), length=0))[0].what


def test_what_others_wrote_ends_in_a_line(full: Store, place) -> None:
    from screening.alerts.store import open_store
    from screening.errors import StoreError

    tamper(full, update(tables.ALERTS).values(data="not JSON"))
    with pytest.raises(StoreError, match="what the toolkit did not write"):
        full.alerts()
    tamper(full, update(tables.META).where(tables.META.c.name == "schema_version").values(value="x"))
    with pytest.raises(StoreError, match="its version is 'x'"):
        open_store(place, key=KEY)
