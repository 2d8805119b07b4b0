"""Run folders read back: which there are, and the rows of their tables that are about some parties."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from screening.names.folding import fold

NEWEST = 40
"""Run folders that are looked through, the newest first."""


@dataclass(frozen=True)
class RunFolder:
    """One finished run."""

    path: Path

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What stands in its manifest."""
        content: dict[str, Any] = json.loads((self.path / "manifest.json").read_text(encoding="utf-8"))
        return content

    def has(self, table: str) -> bool:
        """Whether it has that table."""
        return (self.path / f"{table}.parquet").is_file()

    def scan(self, table: str) -> pl.LazyFrame:
        """One of its tables."""
        return pl.scan_parquet(self.path / f"{table}.parquet")

    def rows(self, table: str, ids: Collection[str], column: str = "subject_id") -> list[dict[str, Any]]:
        """The rows of a table about those subjects; none where it has no such table."""
        if not self.has(table):
            return []
        found = self.scan(table).filter(pl.col(column).is_in(list(ids))).collect(engine="streaming")
        return found.to_dicts()

    def named(self, names: Collection[str]) -> set[str]:
        """Ids of the subjects that bear one of those names, which are folded."""
        if not self.has("subjects"):
            return set()
        told = self.scan("subjects").select("subject_id", "name").unique().collect(engine="streaming")
        return {subject for subject, name in told.iter_rows() if fold(name) in names}


def run_folders(reports: Path) -> list[RunFolder]:
    """The finished runs below a folder, the newest first."""
    if not reports.is_dir():
        return []
    found = [RunFolder(each) for each in reports.iterdir() if (each / "manifest.json").is_file()]
    kept = [each for each in found if _readable(each)]
    kept.sort(key=_when, reverse=True)
    return kept[:NEWEST]


def _when(folder: RunFolder) -> tuple[str, int]:
    """When it began; of two of one second, which was written later: their names are in no order."""
    return str(folder.manifest.get("started", "")), (folder.path / "manifest.json").stat().st_mtime_ns


def _readable(folder: RunFolder) -> bool:
    try:
        return isinstance(folder.manifest, dict)
    except (OSError, ValueError):
        return False


def first_with(folders: Iterable[RunFolder], table: str, ids: Collection[str]) -> tuple[RunFolder | None, list[Any]]:
    """The newest run with rows of a table about those subjects, and the rows."""
    for folder in folders:
        rows = folder.rows(table, ids)
        if rows:
            return folder, rows
    return None, []
