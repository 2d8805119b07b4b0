"""What goes wrong with a disk, a right or a neighbour ends in a clear line and loses nothing that was committed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from screening.alerts.store import engine, open_for_checking, open_store
from screening.errors import ScreeningError, StoreError

from .conftest import KEY, run_record

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "alerts.db")


def limit_pages(store, monkeypatch, more: int) -> None:
    """Let the file grow by so many pages and no further: what a full disk does."""
    import sqlalchemy

    def limited(connection, _) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + more}")

    sqlalchemy.event.listen(store._engine, "connect", limited)


def test_a_full_disk_ends_in_a_line_and_loses_nothing(file: str, alert, monkeypatch) -> None:
    store = open_store(file, key=KEY)
    store.record_run(run_record(1), [alert(number) for number in range(20)])
    head = store.head()
    limit_pages(store, monkeypatch, 4)
    with pytest.raises(StoreError, match=r"no room on its disk.*is unharmed"):
        store.record_run(run_record(2), [alert(number) for number in range(1000)])
    again = open_store(file, key=KEY)
    assert again.head() == head
    assert len(again.alerts()) == 20
    assert again.verify(head) == []
    again.record_run(run_record(2), [alert(number) for number in range(1000)])
    assert len(again.alerts()) == 1000


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_disk_that_is_really_full(tmp_path: Path, alert) -> None:
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        store = open_store(place / "alerts.db", key=KEY)
        store.record_run(run_record(1), [alert(1)])
        head = store.head()
        with pytest.raises(StoreError, match="no room on its disk"):
            store.record_run(run_record(2), [alert(number) for number in range(3000)])
        shutil.copytree(place, tmp_path / "kept")
        kept = open_store(tmp_path / "kept/alerts.db", key=KEY)
        assert (len(kept.alerts()), kept.verify(head)) == (1, [])
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_store_that_may_only_be_read_can_be_read_and_says_so(file: str, alert) -> None:
    store = open_store(file, key=KEY)
    store.record_run(run_record(1), [alert(1)])
    sqlite3.connect(file).close()
    reading = open_store(f"sqlite:///file:{file}?mode=ro&uri=true", key=KEY)
    assert len(reading.alerts()) == 1
    with pytest.raises(StoreError, match=r"cannot be written.*Check the rights"):
        reading.append("assigned", alert_id=alert(1).alert_id, state="escalated")
    assert reading.verify(store.head()) == []


def test_a_damaged_page_is_said_and_the_rest_is_not_touched(file: str, alert) -> None:
    store = open_store(file, key=KEY)
    store.record_run(run_record(1), [alert(number) for number in range(300)])
    head = store.head()
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'alerts'").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    data = bytearray(Path(file).read_bytes())
    data[(root - 1) * size : (root - 1) * size + 200] = b"\xff" * 200
    Path(file).write_bytes(data)
    with pytest.raises(StoreError, match=r"its file is damaged.*backup"):
        open_store(file, key=KEY).alerts()
    with pytest.raises(StoreError, match="its file is damaged"):
        open_for_checking(file, key=KEY).verify(head)
    assert Path(file).read_bytes() == bytes(data)


def test_a_page_that_is_overwritten_in_its_content_is_found_by_the_trail(file: str, alert) -> None:
    store = open_store(file, key=KEY)
    store.record_run(run_record(1), [alert(number) for number in range(50)])
    sqlite3.connect(file).execute("PRAGMA wal_checkpoint(TRUNCATE)").connection.close()
    data = Path(file).read_bytes()
    assert data.count(b"Customer 17") >= 2
    Path(file).write_bytes(data.replace(b"Customer 17", b"Customer 71"))
    assert open_for_checking(file, key=KEY).verify() != []


def test_what_is_no_store_is_said(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Sir or Madam, " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="its file is damaged"):
        open_store(path, key=KEY)
    with pytest.raises(ScreeningError):
        open_store(tmp_path, key=KEY)


_WRITER = """
import sys; sys.path.insert(0, sys.argv[1])
from screening.alerts.store import open_store
store = open_store(sys.argv[2], key=sys.argv[3].encode())
for number in range(int(sys.argv[4])):
    store.append("noted", data={"writer": sys.argv[5], "number": number})
"""


def test_two_processes_write_at_once_and_the_trail_holds(place: str, alert) -> None:
    """Both make the store, both write: no record is lost, and the chain is one."""
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(ROOT), place, KEY.decode(), "25", name]) for name in "ab"
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    store = open_store(place, key=KEY)
    events = store.events(kinds=["noted"])
    for name in "ab":
        assert [each["data"]["number"] for each in events if each["data"]["writer"] == name] == list(range(25))
    assert len(store.events(kinds=["made"])) == 1
    assert store.verify() == []


def test_an_archived_copy_can_be_verified_where_nothing_can_be_written(tmp_path: Path, alert, monkeypatch) -> None:
    """A disk that is read-only takes none of the files SQLite wants beside one in WAL."""
    folder = tmp_path / "archive 100%20 [2026] #1 & ünî"
    folder.mkdir()
    store = open_store(folder / "alerts.db", key=KEY)
    store.record_run(run_record(1), [alert(1)])
    head = store.head()
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere but on such a disk
    archived = open_for_checking(folder / "alerts.db", key=KEY)
    assert archived.verify(head) == []
    assert [row["alert_id"] for row in archived.alerts()] == [alert(1).alert_id]
    assert [path.name for path in folder.iterdir()] == ["alerts.db"]
    with pytest.raises(StoreError, match="it cannot be written"):
        open_store(folder / "alerts.db", key=KEY).record_run(run_record(2), [alert(1)])


def test_records_that_lie_beside_an_archived_copy_are_not_left_out(tmp_path: Path, monkeypatch) -> None:
    open_store(tmp_path / "alerts.db", key=KEY)
    (tmp_path / "alerts.db-wal").write_bytes(b"records")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreError, match=r"its last records lie in alerts\.db-wal"):
        open_for_checking(tmp_path / "alerts.db", key=KEY)


@pytest.mark.parametrize("name", ["50%20 off", "a#b", "a b & c [1]", "ünî 名"])
def test_a_folder_may_be_called_anything(tmp_path: Path, alert, name: str) -> None:
    """No sign in a path is one of an address."""
    place = tmp_path / name / "alerts.db"
    open_store(place, key=KEY).record_run(run_record(1), [alert(1)])
    assert place.is_file()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(os.name == "nt", reason="no file name holds a question mark there")
def test_a_question_mark_in_a_path_is_no_query(tmp_path: Path) -> None:
    open_store(tmp_path / "why?" / "alerts.db", key=KEY)
    assert (tmp_path / "why?" / "alerts.db").is_file()


def test_a_store_that_cannot_even_be_made_ends_in_a_line(tmp_path: Path, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("screening.alerts.store.engine.use_wal", full)
    with pytest.raises(StoreError, match="there is no room on its disk"):
        open_store(tmp_path / "alerts.db", key=KEY)


def test_a_store_is_made_though_another_writes_to_its_new_file(file: str) -> None:
    """SQLite refuses a change of the journal at once, without waiting, while a transaction is open."""
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE other (x)")
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO other VALUES (1)")
    done = threading.Timer(0.3, other.execute, ["COMMIT"])
    done.start()
    try:
        store = open_store(file, key=KEY)
    finally:
        done.join()
        other.close()
    assert store.verify(store.head()) == []
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_store_that_stays_locked_is_said_when_the_time_to_wait_is_over(file: str, monkeypatch) -> None:
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("CREATE TABLE other (x)")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match=r"writing for too long"):
        open_store(file, key=KEY)
    other.close()


def test_many_that_make_one_store_together_make_one(file: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(lambda _: open_store(file, key=KEY), range(8)))
    assert len({store.store_id for store in stores}) == 1
