"""The audit trail as a chain: each record's code is keyed, and covers the code of the record before.

A record names the rows it wrote with the digest of each, so that what stands in the other tables is bound to the
chain as well.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Table

from screening.errors import StoreError

COVERED: Final = ("seq", "at", "kind", "alert_id", "run_id", "actor", "data", "touched")
"""The columns of a record that its code covers; the order is part of the format."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a trail: how many records it has, and the code of the last.

    It stands in manifests and workbooks; a store whose trail is shorter, or another there, has been cut.
    """

    store_id: str
    length: int
    mac: str

    def record(self) -> dict[str, Any]:
        """For JSON."""
        return {"store_id": self.store_id, "length": self.length, "head": self.mac}

    def __str__(self) -> str:
        return f"store {self.store_id}, {self.length} records, head {self.mac}"


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that was written: table, key values, digest of the row; None where it was removed."""

    table: str
    key: tuple[str, ...]
    digest: str | None


def canonical(value: Any) -> str:
    """JSON in one form only: sorted keys, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def parsed(text: Any) -> Any:
    """What JSON of the store says.

    Raises:
        StoreError: It is none: somebody else than the toolkit wrote it.
    """
    try:
        return json.loads(text)
    except (TypeError, ValueError) as error:
        raise StoreError(
            "the alert store holds what the toolkit did not write", remedy="see what it is with: screening store verify"
        ) from error


def sha256(text: str) -> str:
    """SHA-256 of ASCII text, in hexadecimal."""
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def row_digest(table: Table, row: Mapping[str, Any]) -> str:
    """The digest of a row: of all its columns, by name."""
    return sha256(canonical({column.name: row[column.name] for column in table.columns}))


def touched(table: Table, row: Mapping[str, Any]) -> Touched:
    """The row as a trail record names it."""
    return Touched(table.name, key_of(table, row), row_digest(table, row))


def key_of(table: Table, row: Mapping[str, Any]) -> tuple[str, ...]:
    """The values of the primary key."""
    return tuple(str(row[column.name]) for column in table.primary_key.columns)


def touched_json(rows: Iterable[Touched]) -> str:
    """The rows a record names, as its column holds them."""
    return canonical([[row.table, *row.key, row.digest] for row in rows])


def parse_touched(text: str) -> list[Touched]:
    """What `touched_json` wrote."""
    return [Touched(each[0], tuple(each[1:-1]), each[-1]) for each in json.loads(text)]


def code(key: bytes, previous: str, row: Mapping[str, Any]) -> str:
    """The keyed code of a record, ``previous`` being that of the record before (empty for the first)."""
    content = canonical([previous, *(row[name] for name in COVERED)])
    return hmac.new(key, content.encode("ascii"), hashlib.sha256).hexdigest()


def chained(key: bytes, head: tuple[int, str], records: Sequence[dict[str, Any]]) -> tuple[int, str]:
    """Number the records and give each its code, in place; returns the new length and head."""
    seq, mac = head
    for record in records:
        seq += 1
        record["seq"] = seq
        mac = record["mac"] = code(key, mac, record)
    return seq, mac
