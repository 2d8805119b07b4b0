"""`Snapshot`: one immutable, dated, hashed copy of one watchlist, as five Arrow tables."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from screening.errors import ListError, OutputError
from screening.model import SCHEMA_VERSION, SNAPSHOT_TABLES
from screening.watchlists.published import effective, published

PARSER_VERSION = 3
"""Raised whenever a reader reads the same file differently than before; stands in every snapshot."""
MANIFEST = "snapshot.json"


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One watchlist as read. The tables are described in `screening.model`; ``len()`` counts entries.

    Attributes:
        list_id: Catalogue id of a known list, else the file's name without suffixes.
        snapshot_id: ``list_id@date-hash``, the date being ``undated`` where neither file nor name says it.
        list_date: The publication date as the file says it, else the ISO date in its name or its folder's.
        sha256: Hash of the unpacked file; of a set, over its sorted names and hashes.
        format: Id of the reader; ``evidence`` says what that reader was proved on.
        counts: Rows per table and per name type, entries per schema and measure.
        notes: What was not understood, counted by kind. Nothing is dropped without a note.
        files: Name, hash and size of each file read.
    """

    list_id: str
    snapshot_id: str
    list_date: date | None
    sha256: str
    publisher: str
    format: str
    evidence: str
    entries: pa.Table
    names: pa.Table
    identifiers: pa.Table
    addresses: pa.Table
    links: pa.Table
    parser_version: int = PARSER_VERSION
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def read(cls, path: str | Path, *, list_id: str | None = None, historical: bool = False) -> Snapshot:
        """Read a list in any known format: a file, a folder of one list, ``.gz``, ``.zip``, or a stored
        snapshot.

        Args:
            path: Where it lies. Files of one set (``sdn.csv``, ``alt.csv`` …) are read together when they
                lie together.
            list_id: Overrides the id the list would get.
            historical: Accept formats whose publication has ended, for look-backs.

        Raises:
            ListError: It is missing, in no known format, broken, empty, or retired and not asked for as
            historical.
        """
        place = Path(path)
        if (place / MANIFEST).is_file():
            return cls._load(place, list_id)
        if place.name == MANIFEST and place.is_file():
            return cls._load(place.parent, list_id)
        from screening.watchlists.formats import read_any  # the readers need what this module exports

        return read_any(place, list_id=list_id, historical=historical)

    def __len__(self) -> int:
        return len(self.entries)

    def __repr__(self) -> str:
        return f"Snapshot({self.snapshot_id}, {len(self):,} entries, {self.format})"

    @property
    def effective(self) -> date | None:
        """The day its age is reckoned from: the last of the month where only that is known; None where nothing is."""
        return effective(self.list_date, self.snapshot_id)

    @property
    def published(self) -> str:
        """The publication date for people: a day, a month, or empty where neither is known."""
        return published(self.list_date, self.snapshot_id)

    @property
    def fingerprint(self) -> str:
        """What was read, and by which version of its reader: the same for the same tables."""
        return f"{self.snapshot_id} {self.sha256} {self.parser_version}"

    @property
    def tables(self) -> dict[str, pa.Table]:
        """The five tables by name."""
        return {name: getattr(self, name) for name in SNAPSHOT_TABLES}

    def entry(self, entry_id: str) -> dict[str, Any]:
        """One entry with everything that hangs on it, for people: names, identifiers, addresses and links
        as lists.

        Raises:
            ListError: There is no such entry.
        """
        found = self.entries.filter(pc.equal(self.entries["entry_id"], str(entry_id))).to_pylist()
        if not found:
            raise ListError(f"no entry {entry_id!r}", where=self.snapshot_id, remedy="check the id")
        result: dict[str, Any] = found[0]
        for name in SNAPSHOT_TABLES:
            if name != "entries":
                table = getattr(self, name)
                rows = table.filter(pc.equal(table["entry_id"], str(entry_id))).drop_columns(["entry_id"])
                result[name] = rows.to_pylist()
        return result

    def write(self, folder: str | Path) -> Path:
        """Store the snapshot as Parquet with a manifest; the folder appears whole or not at all.

        Raises:
            OutputError: The folder is there already, or cannot be written.
        """
        target = Path(folder)
        if target.exists():
            raise OutputError("already exists", where=target, remedy="name a folder that does not exist")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        except OSError as error:
            raise OutputError(f"cannot be written ({error.strerror})", where=target) from error
        try:
            hashes = {name: _write(table, work / f"{name}.parquet") for name, table in self.tables.items()}
            text = json.dumps(self.manifest() | {"tables": hashes}, ensure_ascii=False, indent=2)
            (work / MANIFEST).write_text(text + "\n", encoding="utf-8")
            work.chmod(0o755)  # mkdtemp makes it private
            work.rename(target)
        except OSError as error:
            shutil.rmtree(work, ignore_errors=True)
            raise OutputError(f"cannot be written ({error.strerror})", where=target) from error
        except BaseException:
            shutil.rmtree(work, ignore_errors=True)
            raise
        return target

    def manifest(self) -> dict[str, Any]:
        """Everything about the snapshot but its tables, ready for JSON."""
        return {
            "list_id": self.list_id,
            "snapshot_id": self.snapshot_id,
            "list_date": self.list_date.isoformat() if self.list_date else None,
            "sha256": self.sha256,
            "publisher": self.publisher,
            "format": self.format,
            "evidence": self.evidence,
            "parser_version": self.parser_version,
            "schema_version": SCHEMA_VERSION,
            "counts": self.counts,
            "notes": self.notes,
            "files": self.files,
        }

    @classmethod
    def _load(cls, folder: Path, list_id: str | None) -> Snapshot:
        """Read a stored snapshot, checking each table against the hash in the manifest."""
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            version = manifest.pop("schema_version")
            hashes = manifest.pop("tables")
        except (OSError, ValueError, KeyError, AttributeError) as error:
            raise ListError(
                f"the manifest cannot be read ({error})",
                where=folder / MANIFEST,
                remedy="import the list again",
            ) from error
        if version != SCHEMA_VERSION:
            raise ListError(
                f"stored with table schema {version}, this version reads {SCHEMA_VERSION}",
                where=folder,
                remedy="import the list again",
            )
        tables = {
            name: _read(folder / f"{name}.parquet", hashes.get(name), schema)
            for name, schema in SNAPSHOT_TABLES.items()
        }
        known = {name: manifest[name] for name in cls.__dataclass_fields__ if name in manifest}
        if known.get("list_date"):
            known["list_date"] = date.fromisoformat(known["list_date"])
        if list_id and list_id != known["list_id"]:
            known["snapshot_id"] = list_id + known["snapshot_id"].removeprefix(known["list_id"])
            known["list_id"] = list_id
        return cls(**known, **tables)


def _write(table: pa.Table, path: Path) -> str:
    metadata = {**(table.schema.metadata or {}), b"schema_version": str(SCHEMA_VERSION).encode()}
    pq.write_table(table.replace_schema_metadata(metadata), path, compression="zstd")
    with path.open("rb+") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        os.fsync(stream.fileno())
    return digest


def table_from_bytes(data: bytes) -> pa.Table:
    """The table of a Parquet file held in memory.

    Read by this thread alone: a thread of Arrow's own pool that lets go of Python's bytes while the interpreter
    shuts down aborts the process.

    Raises:
        pa.ArrowException: It is damaged.
    """
    with pq.ParquetFile(pa.BufferReader(data)) as file:
        return file.read(use_threads=False)


def _read(path: Path, expected: str | None, schema: pa.Schema) -> pa.Table:
    try:
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != expected:
            raise ListError("the stored table is not what was written", where=path, remedy="import the list again")
        table = table_from_bytes(data)
    except (OSError, pa.ArrowException) as error:
        raise ListError(f"cannot be read ({error})", where=path, remedy="import the list again") from error
    return table.replace_schema_metadata(None).cast(schema)
