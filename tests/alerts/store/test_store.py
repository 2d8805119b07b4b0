"""The store on both engines: what is written is there when it is opened again, once, and whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy

from screening.alerts.store import make_key, migrations, open_for_checking, open_store, tables
from screening.errors import OutputError, SettingsError, StoreError

from .conftest import KEY, run_record


def test_alerts_are_there_when_the_store_is_opened_again(place, alert) -> None:
    open_store(place, key=KEY).record_run(run_record(1), [alert(1), alert(2)])
    again = open_store(place, key=KEY)
    rows = again.alerts(evidence=True)
    assert [row["alert_id"] for row in rows] == [alert(1).alert_id, alert(2).alert_id]
    assert rows[0]["state"] == "open"
    assert rows[0]["subject"] == {"name": ["Customer 1"], "countries": ["UZ"]}
    assert rows[0]["places"] == [{"source": "customers.csv", "place": "row 1"}]
    assert rows[0]["first_run"] == "run1"
    assert again.verify() == []


def test_recording_a_run_twice_changes_nothing_and_says_the_same(store, alert) -> None:
    first = store.record_run(run_record(1), [alert(1), alert(2)])
    head = store.head()
    again = store.record_run(run_record(1), [alert(1), alert(2)])
    assert (again.changes, again.counts, again.previous) == (first.changes, first.counts, first.previous)
    assert store.head() == head


def test_a_run_that_changes_nothing_writes_one_record(store, alert) -> None:
    store.record_run(run_record(1), [alert(number) for number in range(50)])
    before = store.head().length
    delta = store.record_run(run_record(2), [alert(number) for number in range(50)])
    assert delta.counts == {"new": 0, "changed": 0, "back": 0, "gone": 0, "kept": 0, "still": 50}
    assert store.head().length == before + 1


def test_what_is_not_committed_is_not_there(store, alert) -> None:
    def begun() -> None:
        with store.transaction():
            store.record_run(run_record(1), [alert(1)])
            assert len(store.alerts()) == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        begun()
    assert store.alerts() == []
    assert store.runs() == []
    assert store.head().length == 1
    assert store.verify() == []


def test_a_decision_is_kept_once_with_the_evidence_that_was_before_the_reviewer(store, alert) -> None:
    store.record_run(run_record(1), [alert(1)])
    decision = {
        "alert_id": alert(1).alert_id, "decision": "False positive", "reason_code": "COUNTRY", "reviewer": "A. B.",
        "decided_on": "2026-01-02", "account": "import",
    }  # fmt: skip
    assert store.decide(decision, state="false_positive", alert_data={"due": "2026-02-01"})
    head = store.head()
    assert not store.decide(decision, state="false_positive")
    assert store.head() == head
    [row] = store.alerts()
    assert (row["state"], row["data"]) == ("false_positive", {"due": "2026-02-01"})
    [kept] = store.decisions(alert(1).alert_id)
    assert kept["comparison"] == row["comparison"]
    assert store.events(alert(1).alert_id)[-1]["data"]["before"] == "open"
    assert store.verify() == []


def test_an_event_on_an_unknown_alert_is_refused(store) -> None:
    with pytest.raises(StoreError, match="no alert 'A-none'"):
        store.append("assigned", alert_id="A-none", state="escalated")


def test_hostile_text_is_kept_as_far_as_text_can_hold_it(store, alert) -> None:
    name = "Nul\x00 lone\ud800 surrogate \u202e"
    store.record_run(run_record(1), [alert(1, subject_name=name, subject={"name": [name]})])
    [row] = store.alerts(evidence=True)
    assert row["subject"]["name"] == [name]
    assert row["subject_name"].startswith("Nul\ufffd lone")
    assert store.verify() == []


def test_a_store_of_a_newer_version_is_refused(store, place) -> None:
    with store.transaction() as writer:
        row = {"name": "schema_version", "value": str(tables.STORE_VERSION + 1)}
        writer.log("migrated", touched=[writer.update(tables.META, row)])
    with pytest.raises(StoreError, match="newer than the"):
        open_store(place, key=KEY)


def test_an_older_store_is_brought_up_to_date_with_what_it_holds(store, place, alert) -> None:
    store.record_run(run_record(1), [alert(1)])

    def step(connection: sqlalchemy.Connection) -> None:
        connection.execute(sqlalchemy.text("CREATE TABLE later (name TEXT PRIMARY KEY)"))

    newer = open_for_checking(place, key=KEY)
    newer.prepare(steps=[*migrations.STEPS, step])
    assert len(newer.alerts()) == 1
    assert newer.events(kinds=["migrated"])[-1]["data"] == {"version": tables.STORE_VERSION + 1}
    assert newer.verify() == []
    newer.prepare(steps=[*migrations.STEPS, step])
    with pytest.raises(StoreError, match="newer"):
        open_store(place, key=KEY)


def test_the_steps_lead_to_the_version_the_tables_are_of() -> None:
    assert len(migrations.STEPS) == tables.STORE_VERSION


def test_another_key_is_noticed_at_once(store, place) -> None:
    with pytest.raises(SettingsError, match="not the key of the store"):
        open_store(place, key=b"another key, long enough")


def test_a_clock_that_jumps_back_is_noted_and_times_do_not_run_back(place, alert) -> None:
    late = open_store(place, key=KEY, now=lambda: datetime(2026, 5, 1, tzinfo=UTC))
    late.record_run(run_record(1), [alert(1)])
    early = open_store(place, key=KEY, now=lambda: datetime(2026, 4, 1, tzinfo=UTC))
    delta = early.record_run(run_record(2), [alert(1), alert(2)])
    assert delta.clock_back
    times = [event["at"] for event in early.events()]
    assert times == sorted(times)
    assert early.events(kinds=["clock_back"])[0]["data"]["clock"] == "2026-04-01T00:00:00Z"
    assert [run["run_id"] for run in early.runs()] == ["run1", "run2"]
    assert early.verify() == []


def test_no_half_a_key_is_left_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("secrets.token_hex", full)
    with pytest.raises(OutputError, match="No space left"):
        make_key(tmp_path / "store.key")
    assert list(tmp_path.iterdir()) == []


def test_a_key_file_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    path = make_key(tmp_path / "store.key")
    assert open_store(tmp_path / "s.db", key=path).verify() == []
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(OutputError, match="must not be replaced"):
        make_key(path)


@pytest.mark.parametrize(("key", "says"), [(b"short", "fewer than 16"), (None, "there is none")])
def test_a_missing_or_short_key_is_said(tmp_path: Path, key, says: str, monkeypatch) -> None:
    monkeypatch.delenv("SCREENING_STORE_KEY", raising=False)
    monkeypatch.delenv("SCREENING_STORE_KEY_FILE", raising=False)
    with pytest.raises(SettingsError, match=says):
        open_store(tmp_path / "s.db", key=key)


def test_the_key_may_come_from_the_environment(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("SCREENING_STORE_KEY", KEY.decode())
    assert open_store(tmp_path / "s.db").verify() == []


def test_a_wrong_address_is_said_without_its_password() -> None:
    with pytest.raises(StoreError, match="cannot be reached") as raised:
        open_store("postgresql://me:secret@127.0.0.1:1/none?connect_timeout=2", key=KEY)
    assert "secret" not in str(raised.value)
    for wrong in ("mysql://me:secret@host/name", "://", "postgresql://me:secret@host:port/name"):
        with pytest.raises(SettingsError, match="not a store's address") as raised:
            open_store(wrong, key=KEY)
        assert "secret" not in str(raised.value)


def test_a_store_that_is_not_there_is_not_made_for_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        open_store(tmp_path / "none.db", key=KEY, create=False)
    assert not (tmp_path / "none.db").exists()
