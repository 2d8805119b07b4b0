"""The names to be found: those of snapshots, or of any table that has names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.errors import InputError
from screening.matching.tabular import to_arrow
from screening.model import NAME_TYPES, SCHEMAS
from screening.watchlists import Snapshot


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of one list, as much of it as a hit shows."""

    list_id: str
    snapshot_id: str
    list_date: date | None
    entry_id: str
    name: str
    schema: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """All listed names of all lists.

    Attributes:
        entries: The entries, list after list.
        names: For each name: its text, its type, and the number of its entry.
        identifiers: For each identifier: the number of its entry, and type, number and country; where the list gives
            no country, ``party_countries``, those of the entry.
        snapshots: The ids of the snapshots, in the order given.
    """

    entries: list[Entry]
    names: list[tuple[str, str, int]]
    identifiers: list[tuple[int, dict[str, Any]]]
    snapshots: tuple[str, ...]


def gather(lists: Iterable[Any]) -> Listed:
    """Gather the names of snapshots, tables (Arrow, Polars, pandas) and paths of lists; of one of them, or several.

    A table needs ``name``; it may have ``entry_id, schema, name_type, list_id``. Rows of one entry_id are one entry.

    Raises:
        InputError: A table has no column ``name``, or an unknown schema or name type.
        ListError: A path holds no readable list.
    """
    result = Listed([], [], [], ())
    ids = []
    one = isinstance(lists, str | Path | Snapshot) or hasattr(lists, "columns")
    for number, each in enumerate([lists] if one else lists):
        if isinstance(each, (str, Path)):
            each = Snapshot.read(each)
        if isinstance(each, Snapshot):
            _add_snapshot(result, each)
            ids.append(each.snapshot_id)
        else:
            ids.append(_add_table(result, to_arrow(each), f"table{number + 1}"))
    return Listed(result.entries, result.names, result.identifiers, tuple(ids))


def _add_snapshot(result: Listed, snapshot: Snapshot) -> None:
    entries = snapshot.entries
    countries = _countries(snapshot)
    number: dict[str, int] = {}
    for entry_id, name, schema, measures in zip(
        *(entries.column(key).to_pylist() for key in ("entry_id", "name", "schema", "measures")), strict=True
    ):
        number[entry_id] = len(result.entries)
        result.entries.append(
            Entry(
                snapshot.list_id,
                snapshot.snapshot_id,
                snapshot.effective,
                entry_id,
                name,
                schema,
                tuple(measures or ()),
            )
        )
    names = snapshot.names
    for entry_id, name, name_type in zip(
        *(names.column(key).to_pylist() for key in ("entry_id", "name", "name_type")), strict=True
    ):
        result.names.append((name, name_type, number[entry_id]))
    identifiers = snapshot.identifiers
    for entry_id, label, text, country in zip(
        *(identifiers.column(key).to_pylist() for key in ("entry_id", "type", "number", "country")),
        strict=True,
    ):
        identifier = {"type": label, "number": text, "country": country}
        if not country:
            identifier["party_countries"] = countries.get(entry_id, ())
        result.identifiers.append((number[entry_id], identifier))


def _countries(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """The countries of each entry, its own and those of its addresses, in alphabetical order."""
    found: dict[str, set[str]] = defaultdict(set)
    entries, addresses = snapshot.entries, snapshot.addresses
    for entry_id, its in zip(*(entries.column(key).to_pylist() for key in ("entry_id", "countries")), strict=True):
        found[entry_id].update(its or ())
    for entry_id, one in zip(*(addresses.column(key).to_pylist() for key in ("entry_id", "country")), strict=True):
        if one:
            found[entry_id].add(one)
    return {entry_id: tuple(sorted(its)) for entry_id, its in found.items()}


def _add_table(result: Listed, table: pa.Table, default_id: str) -> str:
    if "name" not in table.column_names:
        raise InputError("the table of names has no column 'name'", remedy=f"it has: {', '.join(table.column_names)}")
    columns = {key: table.column(key).to_pylist() for key in table.column_names}
    count = len(table)

    def column(key: str) -> Sequence[Any]:
        return columns.get(key) or [None] * count

    number: dict[tuple[str, str], int] = {}
    identifiers = columns.get("identifiers")
    list_id = default_id
    for row, (name, entry_id, schema, name_type, its_list) in enumerate(
        zip(*(column(key) for key in ("name", "entry_id", "schema", "name_type", "list_id")), strict=True)
    ):
        if name is None or not str(name).strip():
            continue
        _check(schema, SCHEMAS, "schema", row)
        _check(name_type, NAME_TYPES, "name_type", row)
        list_id = str(its_list) if its_list else default_id
        key = (list_id, str(entry_id) if entry_id is not None else f"row-{row + 1}")
        first = key not in number
        if first:
            number[key] = len(result.entries)
            result.entries.append(Entry(list_id, list_id, None, key[1], str(name), schema or "LegalEntity", ()))
        result.names.append((str(name), name_type or ("primary" if first else "alias"), number[key]))
        for identifier in (identifiers[row] or ()) if identifiers else ():
            result.identifiers.append((number[key], identifier))
    return list_id


def _check(value: Any, allowed: Sequence[str], what: str, row: int) -> None:
    if value is not None and value not in allowed:
        raise InputError(f"row {row + 1}: unknown {what} {value!r}", remedy=f"use one of {', '.join(allowed)}")
