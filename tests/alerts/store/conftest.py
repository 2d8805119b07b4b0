"""Stores on both engines: SQLite in a file, PostgreSQL in a schema of its own on a server started for the session."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from screening.alerts.store import Raised, RunRecord, Store, open_store

KEY = b"a key for tests, nowhere else used"
_NUMBERS = itertools.count()


def _binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).resolve().parent if named else None


def _as_user() -> list[str] | None:
    """PostgreSQL does not run as root: how to become somebody else, empty where one is somebody else already."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    import pwd

    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        if shutil.which("runuser"):
            return ["runuser", "-u", name, "--"]
    return None


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a server, ``SCREENING_TEST_POSTGRESQL`` or one started here; skips where there is none."""
    given = os.environ.get("SCREENING_TEST_POSTGRESQL")
    if given:
        yield given
        return
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    binaries, become = _binaries(), _as_user()
    if binaries is None:
        pytest.skip("no PostgreSQL here: install Debian's package postgresql, or name a server in "
                    "SCREENING_TEST_POSTGRESQL")  # fmt: skip
    if become is None:
        pytest.skip("PostgreSQL does not run as root, and there is nobody else to run it")
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path must be short
    if become:
        shutil.chown(folder, become[2])
    data = folder / "data"
    run = lambda *command: subprocess.run([*become, *map(str, command)], check=True, capture_output=True, cwd="/")  # noqa: E731
    try:
        run(binaries / "initdb", "-D", data, "-A", "trust", "-U", "screening", "--no-sync", "-E", "UTF8", "--locale=C")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=50"
        run(binaries / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
        try:
            yield f"postgresql://screening@/postgres?host={folder}"
        finally:
            run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
