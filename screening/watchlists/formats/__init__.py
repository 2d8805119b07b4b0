"""The readers of list formats, one module a format, found automatically.

Adding a format
---------------

1. Put one module into this folder. It defines one constant, ``FORMAT = Format(...)``: an id, a title for
   people, what the reader was proved on (``official sample``, ``rebuilt`` or ``schema only``), and two
   functions.
2. ``claims(file) -> bool`` looks at ``file.head`` (64 KiB), never at the name alone, and says whether this
   is the format. `sniff` has the helpers: the XML root element, the header of a table, the keys of the
   first JSON object.
3. ``read(source, draft)`` fills the `Draft`: ``draft.publisher``, ``draft.list_id`` (the catalogue's id),
   ``draft.published``, and per party one ``entry = draft.entry(id, schema=…)``, ``entry.add_name(…)``,
   ``entry.add_identifier(…)`` and so on. What a rule does not understand goes to ``entry.not_understood``;
   anything else odd is counted with ``draft.note(kind, example)``. Streams of XML come from `xml.records`,
   tables from `tables.rows`: both are safe with hostile files and raise `ListError`.
4. Which measure an entry's listing has comes from ``lists/rules/measures.toml`` through
   `measures.measures_of`.
5. A set of several files names its others in ``companions(file, candidates)``.
6. A test in ``tests/watchlists/`` reads a small sample, and the real one where there is one.

``un.py`` is a good one to copy for XML, ``bis_dpl.py`` for a table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pyarrow.compute as pc

from screening.errors import ListError
from screening.watchlists.draft import Draft
from screening.watchlists.snapshot import PARSER_VERSION, Snapshot
from screening.watchlists.source import RawFile, Source, gather, siblings


def alone(file: RawFile, candidates: Sequence[RawFile]) -> list[RawFile]:
    """The companions of a format that needs none."""
    return []


@dataclass(frozen=True)
class Format:
    """One list format: how it is told, how it is read, and on what the reader was proved."""

    id: str
    title: str
    evidence: str
    claims: Callable[[RawFile], bool]
    read: Callable[[Source, Draft], None]
    companions: Callable[[RawFile, Sequence[RawFile]], list[RawFile]] = alone
    retired: str = ""
    """Why a retired format is refused as a current list, and what to use instead."""
    priority: int = 0
    """Asked in falling order; only the formats that claim any table with the right columns stand below 0."""


@cache
def formats() -> tuple[Format, ...]:
    """Every format, in the order in which they are asked."""
    found = [
        import_module(f"{__name__}.{module.name}").FORMAT
        for module in iter_modules(__path__)
        if not module.name.startswith("_")
    ]
    return tuple(sorted(found, key=lambda one: (-one.priority, one.id)))


def format_of(file: RawFile) -> Format | None:
    """The format of one file, by its content."""
    return next((one for one in formats() if one.claims(file)), None)


def read_any(path: Path, *, list_id: str | None = None, historical: bool = False) -> Snapshot:
    """Read a list file, set or archive; see `Snapshot.read`."""
    files = gather(path)
    together = len(files) > 1 or path.is_dir()
    source, chosen, left = _choose(files, path) if together else _single(files[0], path)
    source.historical = historical
    if chosen.retired and not historical:
        what, _, remedy = chosen.retired.partition("; ")
        raise ListError(what, where=path, remedy=remedy)
    draft = Draft(where=source.main.where, evidence=chosen.evidence, list_id=source.stem)
    for file in left:
        draft.note("files beside the list, not read", file.name)
    chosen.read(source, draft)
    tables, notes = draft.finish()
    published = draft.published or source.named_date()
    identity = list_id or draft.list_id
    return Snapshot(
        list_id=identity,
        snapshot_id=f"{identity}@{published or 'undated'}-{source.sha256[:12]}",
        list_date=date.fromisoformat(published) if published and len(published) == 10 else None,
        sha256=source.sha256,
        publisher=draft.publisher,
        format=chosen.id,
        evidence=draft.evidence,
        parser_version=PARSER_VERSION,
        counts=_counts(tables),
        notes=notes,
        files=[{"name": file.name, "sha256": file.sha256, "bytes": file.size} for file in source.files],
        **tables,
    )


def _single(file: RawFile, path: Path) -> tuple[Source, Format, list[RawFile]]:
    chosen = format_of(file)
    if chosen is None:
        raise _unknown(file)
    return Source(file, chosen.companions(file, siblings(file)), path), chosen, []


def _choose(files: list[RawFile], path: Path) -> tuple[Source, Format, list[RawFile]]:
    """The one list among several files: a set counts as one."""
    claimed = [(file, one) for file in files if (one := format_of(file))]
    sets = [(Source(file, one.companions(file, [f for f in files if f != file]), path), one) for file, one in claimed]
    if not sets:
        raise (
            _unknown(files[0])
            if len(files) == 1
            else ListError(f"none of its {len(files)} files is a list in a known format", where=path, remedy=_known())
        )
    if len(sets) > 1:
        names = ", ".join(source.main.name for source, _ in sets[:6])
        raise ListError(f"holds {len(sets)} lists ({names})", where=path, remedy="name one of these files")
    source, chosen = sets[0]
    return source, chosen, [file for file in files if file not in source.files]


def _unknown(file: RawFile) -> ListError:
    if not file.head.strip(b"\x1a\0\t\r\n \xef\xbb\xbf"):
        return ListError("the file is empty", where=file.where, remedy="download the list again")
    return ListError("is in no known list format", where=file.where, remedy=_known())


def _known() -> str:
    return "known formats are: " + "; ".join(one.title for one in formats())


def _counts(tables: dict[str, object]) -> dict[str, int]:
    counts = {name: len(table) for name, table in tables.items()}  # type: ignore[arg-type]
    for table, column in (("names", "name_type"), ("entries", "schema")):
        for item in pc.value_counts(tables[table][column]).to_pylist():  # type: ignore[index]
            counts[item["values"]] = item["counts"]
    for item in pc.value_counts(pc.list_flatten(tables["entries"]["measures"])).to_pylist():  # type: ignore[index]
        counts[f"measure {item['values']}"] = item["counts"]
    counts["not_understood"] = len(pc.list_flatten(tables["entries"]["not_understood"]))  # type: ignore[index]
    return counts
