"""The database under the store: SQLite by default, PostgreSQL by URL; its errors in words a person can act on."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from screening.errors import SettingsError, StoreError

WAIT_SECONDS: Final = 300
"""How long one process waits for another that is writing: a run writes its report before it commits."""
SYNCHRONOUS = "FULL"
"""SQLite's setting; tests, which need no power cut, take it lower."""
_ASK_AGAIN_SECONDS: Final = 0.02
_LOCK_NUMBER: Final = 7_226_534_419
"""Names the store's lock among the advisory locks of a PostgreSQL database."""


def connect(place: str | Path) -> Engine:
    """An engine for a path (SQLite) or a URL.

    Raises:
        SettingsError: The URL is not understood, or its driver is not installed.
        StoreError: The folder of the file cannot be made.
    """
    url: str | URL = str(place)
    if "://" not in str(place):
        path = Path(place).expanduser()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"its folder cannot be made ({error.strerror})", where=path) from error
        url = _as_it_lies(path) if read_only(path) else URL.create("sqlite", database=str(path))  # no % or ? is a sign
    wrong = SettingsError(
        "this is not a store's address", where=shown(place), remedy="give a file, or postgresql://user@host/name"
    )
    try:
        parsed = make_url(url)
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.drivername not in ("sqlite", "postgresql+psycopg"):
            raise wrong
        engine = create_engine(parsed, poolclass=NullPool)
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"the store needs the package {error.name}",
            where=shown(place),
            remedy='install it with: pip install "screening[postgresql]"',
        ) from error
    except (ArgumentError, ValueError) as error:
        raise wrong from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    return engine


def read_only(place: str | Path) -> bool:
    """Whether a store is a file in a folder that cannot be written, such as an archive: it can be read there."""
    path = Path(place).expanduser()
    return "://" not in str(place) and path.is_file() and not os.access(path.parent, os.W_OK)


def _as_it_lies(path: Path) -> URL:
    """The address of a file that nobody writes to: SQLite then needs no files of its own beside it.

    Raises:
        StoreError: Its last records lie beside it, and cannot be brought in.
    """
    beside = path.with_name(f"{path.name}-wal")
    if beside.is_file() and beside.stat().st_size:
        raise StoreError(
            f"its last records lie in {beside.name}, and its folder cannot be written to bring them in", where=path,
            remedy="copy both into a folder that can be written, and name the copy",
        )  # fmt: skip
    query = {"mode": "ro", "immutable": "1", "uri": "true"}
    return URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query=query)


def shown(place: str | Path) -> str:
    """The place without its password."""
    if "://" not in str(place):
        return str(place)
    try:
        return make_url(str(place)).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return "the store's address"


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}")
        cursor.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")  # what was committed survives a power cut
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def use_wal(engine: Engine) -> None:
    """Let readers read while one writes; it is a property of the file, set when the store is made.

    SQLite answers at once that a file is locked, whatever the time to wait, when two want to change it so together:
    the one that is refused asks again.
    """
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    until = time.monotonic() + WAIT_SECONDS
    try:
        cursor = raw.cursor()
        while True:
            try:
                cursor.execute("PRAGMA journal_mode = WAL")
                cursor.fetchall()
                break
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
            time.sleep(_ASK_AGAIN_SECONDS)
        cursor.close()
    finally:
        raw.close()


@contextmanager
def reading(engine: Engine, place: str | Path) -> Iterator[Connection]:
    """A connection that sees one state of the store."""
    with translated(place), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine, place: str | Path) -> Iterator[Connection]:
    """A transaction that writes; one at a time across processes. What an exception leaves is rolled back."""
    with translated(place), engine.connect().execution_options(writing=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_NUMBER})"))
        yield connection


@contextmanager
def translated(place: str | Path) -> Iterator[None]:
    """Turn errors of the database into a `StoreError`.

    Raises:
        StoreError: Always, in place of a database error; what had been committed is as it was.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        what, remedy = _told(error.orig if isinstance(error, DBAPIError) else error)
        raise StoreError(what, where=shown(place), remedy=remedy) from error


_TOLD: Final = (
    (("database or disk is full", "could not extend file", "no space left", "disk i/o error"),
     "there is no room on its disk; nothing of this was recorded, what was there before is unharmed",
     "free some space and run again"),
    (("readonly database", "read-only", "attempt to write a readonly", "permission denied"),
     "it cannot be written", "check the rights on the file and its folder"),
    (("malformed", "not a database", "file is encrypted", "invalid page", "checksum"),
     "its file is damaged", "restore it from a backup; see what is whole with: screening store verify"),
    (("database is locked", "lock timeout", "locknotavailable"),
     "another process has been writing for too long", "wait for it and run again"),
    (("unable to open database", "could not connect", "connection refused", "connection failed", "timeout expired"),
     "it cannot be reached", "check its address, and that the server runs"),
    (("password authentication", "no password supplied", "role "), "it refuses this user", "check user and password"),
)  # fmt: skip


def _told(error: BaseException | None) -> tuple[str, str]:
    said = " ".join(str(error).split())
    for signs, what, remedy in _TOLD:
        if any(sign in said.lower() for sign in signs):
            return f"{what} ({said[:160]})", remedy
    return f"the database says: {said[:300]}", "see what is whole with: screening store verify"
