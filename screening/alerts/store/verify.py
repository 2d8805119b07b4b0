"""Checking the store against its trail, and the trail against heads that were written down elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, func, inspect, select, text

from screening.alerts.store import tables, trail
from screening.alerts.store.key import key_check
from screening.alerts.store.trail import Head

_CHUNK: Final = 5_000
_TRIGGERS: Final = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT DISTINCT trigger_name, event_object_table FROM information_schema.triggers "
    "WHERE trigger_schema = current_schema() ORDER BY 1",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written.

    Attributes:
        seq: Number of the trail record concerned.
        table: The table of the altered row; ``trail`` for the trail itself.
        key: The row's key, as text.
        what: What is wrong, in words.
    """

    seq: int
    table: str
    key: str
    what: str

    def __str__(self) -> str:
        where = f" (trail record {self.seq:,})" if self.seq > 0 else ""
        return f"{' '.join(filter(None, (self.table, self.key)))}: {self.what}{where}"


def verify(connection: Connection, key: bytes, heads: Iterable[Head] = ()) -> list[Finding]:
    """Everything that is not as written, in the order of the trail; empty where all is well.

    The trail is walked to its first broken record. Rows of the other tables are checked against the record that
    wrote each last.

    Args:
        connection: One state of the store.
        key: The key of the trail.
        heads: Heads from manifests and workbooks.
    """
    found, readable = _shape(connection)
    if not readable:
        return found
    meta = {row.name: row.value for row in connection.execute(select(tables.META.c.name, tables.META.c.value))}
    wanted = sorted(heads, key=lambda head: head.length)
    if meta.get("key_check") != key_check(key, meta.get("store_id", "")):
        found.append(Finding(0, "meta", "key_check", "this is not the key of the store, or the row was altered"))
    broken, length, macs, latest = _walk(connection, key, {head.length for head in wanted})
    if broken:
        found.append(broken)
    for head in wanted:
        if head.store_id != meta.get("store_id"):
            found.append(Finding(0, "meta", "store_id", f"a head is of store {head.store_id}, this is another"))
        elif head.length < 1:
            found.append(Finding(0, "trail", str(head.length), "a report names a trail of no records: it was altered"))
        elif head.length > length:
            what = f"the trail has {length:,} records; a report of this store was written when it had {head.length:,}"
            found.append(Finding(length + 1, "trail", str(length + 1), f"cut off: {what}"))
        elif head.length in macs and macs[head.length] != head.mac:
            found.append(Finding(head.length, "trail", str(head.length), "another record than a report names"))
    if not broken:
        found += _rows(connection, latest, length)
    return sorted(
        dict.fromkeys(found), key=lambda finding: (finding.seq, finding.table != "trail", finding.table, finding.key)
    )


def _shape(connection: Connection) -> tuple[list[Finding], bool]:
    """Tables and columns taken away or added, and what would change rows behind the toolkit's back.

    Returns:
        The findings, and whether everything is there that is read from here on.
    """
    inspector = inspect(connection)
    there = set(inspector.get_table_names())
    lost, more = [], []
    for table in tables.metadata.sorted_tables:
        if table.name not in there:
            lost.append(Finding(0, table.name, "", "the table was removed, or is a view now"))
            continue
        columns, wanted = {each["name"] for each in inspector.get_columns(table.name)}, set(table.columns.keys())
        lost += [Finding(0, table.name, name, "the column was removed") for name in sorted(wanted - columns)]
        more += [Finding(0, table.name, name, "not a column the toolkit made") for name in sorted(columns - wanted)]
    for name, table_name in connection.execute(text(_TRIGGERS[connection.dialect.name])):
        if table_name in tables.metadata.tables:
            more.append(Finding(0, table_name, name, "a trigger, which changes what the toolkit writes"))
    return [*lost, *more], not lost


def _walk(
    connection: Connection, key: bytes, lengths: set[int]
) -> tuple[Finding | None, int, dict[int, str], dict[tuple[str, tuple[str, ...]], tuple[int, str | None]]]:
    """The trail from its beginning: the first broken record, its length, codes at lengths, and rows written."""
    latest: dict[tuple[str, tuple[str, ...]], tuple[int, str | None]] = {}
    macs: dict[int, str] = {}
    previous, expected = "", 1
    length = int(connection.execute(select(func.count()).select_from(tables.TRAIL)).scalar_one())
    with closing(_stream(connection, tables.TRAIL)) as rows:
        for row in rows:
            seq = row["seq"]
            if seq != expected:
                after = not isinstance(seq, int) or seq > expected
                missing = f"record {expected:,} is missing" if after else "out of order"
                return Finding(expected, "trail", str(expected), missing), length, macs, latest
            if _told(trail.code, key, previous, row) != row["mac"]:
                return Finding(seq, "trail", str(seq), "altered, or not written with this key"), length, macs, latest
            for each in trail.parse_touched(row["touched"]):
                latest[each.table, each.key] = (seq, each.digest)
            previous, expected = row["mac"], expected + 1
            if seq in lengths:
                macs[seq] = row["mac"]
    return None, length, macs, latest


def _rows(
    connection: Connection, latest: dict[tuple[str, tuple[str, ...]], tuple[int, str | None]], length: int
) -> Iterator[Finding]:
    """Rows altered, added beside the store, or taken out."""
    for table in tables.metadata.sorted_tables:
        if table is tables.TRAIL:
            continue
        for row in _stream(connection, table):
            key = trail.key_of(table, row)
            seq, digest = latest.pop((table.name, key), (length, None))
            if digest is None:
                yield Finding(seq, table.name, " ".join(key), "not written by the toolkit, or changed in its key")
            elif _told(trail.row_digest, table, row) != digest:
                yield Finding(seq, table.name, " ".join(key), "altered since it was written")
    for (name, key), (seq, digest) in latest.items():
        if digest is not None:
            yield Finding(seq, name, " ".join(key), "removed")


def _told(code: Callable[..., str], *of: Any) -> str:
    """A code or digest; empty of what the toolkit cannot have written, such as bytes in place of text."""
    try:
        return code(*of)
    except (TypeError, ValueError):
        return ""


def _stream(connection: Connection, table: Table) -> Generator[dict[str, Any], None, None]:
    """The rows of a table in the order of its key, a chunk at a time."""
    columns = list(table.primary_key.columns)
    query = select(table).order_by(*columns).execution_options(yield_per=_CHUNK)
    with connection.execute(query) as rows:
        for row in rows.mappings():
            yield dict(row)
