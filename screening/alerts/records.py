"""What is known of the subjects and entries that met, gathered from their tables into one record each.

Only what a hit names is gathered, so that the cost follows the hits and not the size of the lists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from screening.watchlists import Snapshot

_SUBJECT_COLUMNS = (
    *("subject_id", "name", "schema", "role", "country", "date"),
    *("birth_date", "incorporated_on", "address", "identifiers", "country_inferred"),
)
EntryKey = tuple[str, str, str]
"""list_id, snapshot_id, entry_id."""


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """One entry with all that hangs on it; ``fields`` is its row of `screening.model.ENTRIES`."""

    fields: Mapping[str, Any]
    identifiers: Sequence[Mapping[str, Any]] = ()
    addresses: Sequence[Mapping[str, Any]] = ()
    links: Sequence[Mapping[str, Any]] = ()

    @property
    def countries(self) -> frozenset[str]:
        """Nationality, registration, flag, and the countries of addresses and identifiers."""
        beside = (row["country"] for row in (*self.addresses, *self.identifiers))
        flag = self.fields.get("vessel_flag")
        flags = [flag] if flag and len(flag) == 2 else []
        return frozenset(code for code in (*self.fields["countries"], *flags, *beside) if code)

    @property
    def dates(self) -> tuple[str, ...]:
        """Dates of birth, founding and building, as far as the entry has them."""
        single = (self.fields.get("incorporated_on"), self.fields.get("built_on"))
        return tuple(text for text in (*self.fields["birth_dates"], *single) if text)


@dataclass(slots=True)
class SubjectRecord:
    """One subject with what all its places say of it."""

    subject_id: str
    schema: str
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    identifiers: list[Mapping[str, Any]] = field(default_factory=list)
    dated: list[date] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)

    @property
    def all_countries(self) -> frozenset[str]:
        """Its countries and those of its identifiers; those ``inferred`` are not among them."""
        return frozenset(self.countries) | {row["country"] for row in self.identifiers if row["country"]}


def wanted(matches: pa.Table) -> dict[tuple[str, str], set[str]]:
    """The entry ids that the rows of a table of matches name, by list and snapshot."""
    result: dict[tuple[str, str], set[str]] = defaultdict(set)
    columns = (matches.column(name).to_pylist() for name in ("list_id", "snapshot_id", "entry_id"))
    for list_id, snapshot_id, entry_id in zip(*columns, strict=True):
        result[list_id, snapshot_id].add(entry_id)
    return result


def entries(snapshots: Iterable[Snapshot], matches: pa.Table) -> dict[EntryKey, EntryRecord]:
    """The entries named in ``matches``. An entry that no snapshot given holds is left out."""
    ids = wanted(matches)
    found: dict[EntryKey, EntryRecord] = {}
    for snapshot in snapshots:
        here = ids.get((snapshot.list_id, snapshot.snapshot_id))
        if not here:
            continue
        beside = {name: _by_entry(getattr(snapshot, name), here) for name in ("identifiers", "addresses", "links")}
        for row in _rows(snapshot.entries, here):
            key = row["entry_id"]
            found[snapshot.list_id, snapshot.snapshot_id, key] = EntryRecord(
                row, *(beside[name].get(key, ()) for name in ("identifiers", "addresses", "links"))
            )
    return found


def subjects(table: pa.Table, ids: Iterable[str]) -> dict[str, SubjectRecord]:
    """The subjects of those ids, each gathered from all rows that bear its id, each value once."""
    have = [name for name in _SUBJECT_COLUMNS if name in table.column_names]
    found: dict[str, SubjectRecord] = {}
    rows = table.select(have).filter(pc.is_in(table["subject_id"], pa.array(sorted(set(ids)), pa.string())))
    for row in rows.to_pylist():
        record = found.setdefault(row["subject_id"], SubjectRecord(row["subject_id"], row["schema"]))
        _add(record.names, [row["name"]])
        _add(record.roles, [row.get("role")])
        _add(record.inferred if row.get("country_inferred") else record.countries, row.get("country") or [])
        _add(record.dates, [row.get("birth_date"), row.get("incorporated_on")])
        _add(record.addresses, [row.get("address")])
        _add(record.identifiers, row.get("identifiers") or [])
        _add(record.dated, [row.get("date")])
    return found


def _add(values: list[Any], new: Iterable[Any]) -> None:
    values.extend(value for value in new if value and value not in values)


def _rows(table: pa.Table, ids: set[str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.filter(
        pc.is_in(table["entry_id"], pa.array(sorted(ids), pa.string()))
    ).to_pylist()
    return rows


def _by_entry(table: pa.Table, ids: set[str]) -> dict[str, list[dict[str, Any]]]:
    result: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(table, ids):
        result[row["entry_id"]].append(row)
    return result
