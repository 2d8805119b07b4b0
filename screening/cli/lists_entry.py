"""``screening lists show LIST ENTRY``: all that a list says of one party."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table

from screening.cli.lists_print import as_json, console, plain

if TYPE_CHECKING:
    from screening.watchlists.snapshot import Snapshot
    from screening.watchlists.store import Store

_FIELDS = (
    ("Type", "schema"),
    ("Programme", "programmes"),
    ("Measure", "measures"),
    ("Legal basis", "legal_basis"),
    ("Listed on", "listed_on"),
    ("Ended on", "ended_on"),
    ("Country", "countries"),
    ("Born", "birth_dates"),
    ("Born in", "birth_places"),
    ("Incorporated", "incorporated_on"),
    ("Gender", "gender"),
    ("Position", "positions"),
    ("Vessel type", "vessel_type"),
    ("Flag", "vessel_flag"),
    ("Owner", "vessel_owner"),
    ("Tonnage", "tonnage"),
    ("Call sign", "call_sign"),
    ("Built", "built_on"),
)
MAX_CANDIDATES = 20


def entry_page(store: Store, reference: str, wanted: str, *, json: bool) -> None:
    """Print one entry of a list in force, of a stored snapshot, or of a file.

    Raises:
        ListError: There is no such list.
        InputError: It has no such entry.
    """
    path = Path(reference)
    if reference not in store.states() and path.exists():
        from screening.watchlists.snapshot import Snapshot

        snapshot = Snapshot.read(path, historical=True)
    elif store.catalogue.get(reference) is not None or reference in store.states():
        snapshot = store.snapshots_in_force(list_ids=[reference])[0]
    else:
        snapshot = store.load(store.find(reference))
    entry_id = find_entry(snapshot, wanted)
    entry = snapshot.entry(entry_id)
    seen = _first_seen(store, snapshot, entry_id)
    if json:
        as_json(entry | {"list_id": snapshot.list_id, "snapshot_id": snapshot.snapshot_id, "first_seen": seen})
        return
    _print(store, snapshot, entry, seen)


def find_entry(snapshot: Snapshot, wanted: str) -> str:
    """The id of the entry with that id, or else of the only one with that name.

    Raises:
        InputError: None has it, or several have that name.
    """
    import pyarrow.compute as pc

    from screening.errors import InputError
    from screening.names.folding import fold

    if pc.any(pc.equal(snapshot.entries["entry_id"], wanted)).as_py():
        return wanted
    folded = fold(wanted)
    rows = zip(snapshot.names["entry_id"].to_pylist(), snapshot.names["name"].to_pylist(), strict=True)
    found = list(dict.fromkeys(entry_id for entry_id, name in rows if fold(name) == folded))
    if len(found) == 1:
        return str(found[0])
    if found:
        some = ", ".join(found[:MAX_CANDIDATES])
        raise InputError(
            f"{len(found)} entries are called {wanted!r}",
            where=snapshot.snapshot_id,
            remedy=f"name one: {some}",
        )
    raise InputError(
        f"no entry has the id or the name {wanted!r}",
        where=snapshot.snapshot_id,
        remedy="names that are only alike are found by: screening match NAME",
    )


def _first_seen(store: Store, snapshot: Snapshot, entry_id: str) -> str | None:
    """When the store first saw the entry, as ISO text, with "by" before it if it may be older."""
    import pyarrow.compute as pc

    from screening.watchlists.seen import first_seen

    if snapshot.list_id not in store.states():
        return None
    table = first_seen(store, snapshot.list_id)
    rows = table.filter(pc.equal(table["entry_id"], entry_id)).to_pylist()
    if not rows:
        return None
    return f"{'by ' if rows[0]['from_the_start'] else ''}{rows[0]['first_seen']}"


def _print(store: Store, snapshot: Snapshot, entry: dict[str, Any], seen: str | None) -> None:
    out = console()
    known = store.catalogue.get(snapshot.list_id)
    date = snapshot.published or "of unknown date"
    out.print(f"[bold]{plain(entry['name'])}[/]", soft_wrap=True)
    law = f"  law: {known.jurisdiction}" if known else ""
    origin = "" if entry["id_origin"] == "publisher" else " (made by this toolkit: the publisher gives none)"
    out.print(f"{plain(snapshot.list_id)} {date}{law}  entry {plain(entry['entry_id'])}{origin}\n", soft_wrap=True)
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for title, column in _FIELDS:
        value = entry[column]
        if value:
            table.add_row(title, plain("; ".join(value) if isinstance(value, list) else value))
    if seen and not entry["listed_on"]:
        table.add_row("First seen", f"{seen} (the list gives no listing date)")
    for title, rows in _lists(entry):
        for number, row in enumerate(rows):
            table.add_row(title if not number else "", plain(row))
    for title, column in (("Remarks", "remarks"), ("Publisher", "url")):
        if entry[column]:
            table.add_row(title, plain(entry[column]))
    for piece in entry["not_understood"]:
        table.add_row("Not understood", plain(piece))
    out.print(table)


def _lists(entry: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Names, identifiers, addresses and links, a line each."""
    kinds = {"primary": "primary", "alias": "alias", "weak_alias": "weak alias"}
    names = [
        f"{one['name']}  ({_words(kinds[one['name_type']], one['label'], one['script'])})" for one in entry["names"]
    ]
    identifiers = [
        f"{one['number']}  ({_words(one['type'], one['country'], one['remarks'])})" for one in entry["identifiers"]
    ]
    links = [
        f"{one['relation']}: {one['name']}" + (f" ({one['other_id']})" if one["other_id"] else "")
        for one in entry["links"]
    ]
    return [
        ("Names", names),
        ("Identifiers", identifiers),
        ("Addresses", [one["address"] for one in entry["addresses"]]),
        ("Linked to", links),
    ]


def _words(*words: str | None) -> str:
    return ", ".join(word for word in words if word)
