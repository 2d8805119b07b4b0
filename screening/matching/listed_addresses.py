"""The addresses of listed parties, taken apart once: as a table that can be kept, and as what an index holds of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from screening.names.addresses import Address, parse
from screening.workers import share_out

if TYPE_CHECKING:
    from screening.watchlists import Snapshot

_TEXT: Final = pa.string()
_TYPES: Final = {
    "str": _TEXT,
    "str | None": _TEXT,
    "bool": pa.bool_(),
    "frozenset[str]": pa.list_(_TEXT),
    "frozenset[tuple[str, str]]": pa.list_(pa.list_(_TEXT)),
}
"""How the parts of an `Address` are kept."""
_PARTS: Final = {field.name: _TYPES[str(field.type)] for field in fields(Address)}
_HOLDER: Final = ("list_id", "snapshot_id", "entry_id", "entry_name")

LISTED_ADDRESSES: Final = pa.schema(
    [
        pa.field("address", _TEXT, nullable=False),
        *(pa.field(name, kind) for name, kind in _PARTS.items()),
        pa.field("holders", pa.list_(pa.struct([pa.field(name, _TEXT) for name in _HOLDER])), nullable=False),
    ]
)
"""One row an address: as it is listed, the parts of `names.addresses.Address`, and who has it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One listed address and who has it: list, snapshot, entry, name."""

    text: str
    parsed: Address
    entries: tuple[tuple[str, str, str, str], ...]


def listed_addresses(snapshots: Iterable[Snapshot]) -> pa.Table:
    """The addresses of snapshots that say more than a town or a country, each once.

    Returns:
        A table of `LISTED_ADDRESSES`. It does not depend on the order of the snapshots.
    """
    who: dict[tuple[str, str | None], dict[tuple[str, str, str, str], None]] = defaultdict(dict)
    for snapshot in sorted(snapshots, key=lambda one: one.snapshot_id):
        columns = (snapshot.entries.column(name).to_pylist() for name in ("entry_id", "name"))
        names = dict(zip(*columns, strict=True))
        rows = (snapshot.addresses.column(name).to_pylist() for name in ("entry_id", "address", "country"))
        for entry, text, country in zip(*rows, strict=True):
            holder = (snapshot.list_id, snapshot.snapshot_id, entry, names.get(entry, ""))
            who[text, country][holder] = None
    parsed = share_out(list(who), _parsed, loads=True)
    return pa.Table.from_pylist(
        [
            {
                "address": text,
                **{name: _kept(getattr(address, name)) for name in _PARTS},
                "holders": [dict(zip(_HOLDER, holder, strict=True)) for holder in holders],
            }
            for (text, _), address, holders in zip(who, parsed, who.values(), strict=True)
            if address.is_precise
        ],
        schema=LISTED_ADDRESSES,
    )


def listed_in(table: pa.Table) -> list[Listed]:
    """The addresses of a table of `LISTED_ADDRESSES`."""
    texts, holders = table.column("address").to_pylist(), table.column("holders").to_pylist()
    columns: list[Iterable[Any]] = [map(_BACK.get(name, _as_it_is), table.column(name).to_pylist()) for name in _PARTS]
    return [
        Listed(text, Address(*parts), tuple(tuple(holder[name] for name in _HOLDER) for holder in entries))
        for text, parts, entries in zip(texts, zip(*columns, strict=True), holders, strict=True)
    ]


def _parsed(addresses: Sequence[tuple[str, str | None]]) -> list[Address]:
    return [parse(text, country) for text, country in addresses]


def _kept(part: Any) -> Any:
    """A part of an address as a table holds it; sets sorted, so that equal addresses make equal tables."""
    return sorted(part) if isinstance(part, frozenset) else part


def _pairs(part: Iterable[Sequence[str]]) -> frozenset[tuple[str, ...]]:
    return frozenset(map(tuple, part))


def _as_it_is(part: Any) -> Any:
    return part


_SETS: Final[dict[str, Callable[[Any], Any]]] = {"frozenset[str]": frozenset, "frozenset[tuple[str, str]]": _pairs}
_BACK: Final = {field.name: _SETS[str(field.type)] for field in fields(Address) if str(field.type) in _SETS}
