"""A finished run, as callers get it back: its tables, its counts, its exit code."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from screening.errors import ExitCode
from screening.intake.base import NO_RECORD
from screening.model import FLOW_VERDICTS, FLOWS


@dataclass(frozen=True)
class Run:
    """A finished run: its folder, and what stands in it.

    Attributes:
        path: The run folder.
        manifest: The content of ``manifest.json``.
        quarantined: Lists whose newest version is in quarantine, with the reason.
        notes: Warnings for a person.
    """

    path: Path
    manifest: dict[str, Any]
    quarantined: dict[str, str] = field(default_factory=dict)

    @cached_property
    def hits(self) -> pa.Table:
        """One row a hit, of schema `model.HITS`."""
        return pq.read_table(self.path / "hits.parquet")

    @cached_property
    def subjects(self) -> pa.Table:
        """One row for each place a subject was found, of schema `model.SUBJECTS`."""
        return pq.read_table(self.path / "subjects.parquet")

    @cached_property
    def rejects(self) -> pa.Table:
        """What could not be read, of schema `model.REJECTS`."""
        return pq.read_table(self.path / "rejects.parquet")

    @cached_property
    def no_records(self) -> int:
        """How many of these are rows that plainly are no records: totals, the headings again."""
        return int(pc.sum(pc.ends_with(self.rejects["reason"], pattern=NO_RECORD)).as_py() or 0)

    @cached_property
    def main_names(self) -> dict[tuple[str, str], str]:
        """By the id and a name of subjects with hits their main name, where that is not the name itself."""
        ids = pc.unique(self.hits["subject_id"])
        names = pq.read_table(
            self.path / "subjects.parquet",
            columns=["subject_id", "name", "main_name"],
            filters=pc.is_in(pc.field("subject_id"), ids),
        )
        by_name: dict[tuple[str, str], set[str | None]] = {}
        for row in names.to_pylist():
            by_name.setdefault((row["subject_id"], row["name"]), set()).add(row["main_name"])
        return {key: min(filter(None, mains)) for key, mains in by_name.items() if None not in mains}

    def has(self, name: str) -> bool:
        """Whether the run wrote a table of that name."""
        return (self.path / f"{name}.parquet").exists()

    def table(self, name: str) -> pa.Table:
        """A further table of the run folder: ``flags``, ``records``, ``party_alerts``, ``chain_trades`` …

        Raises:
            FileNotFoundError: This run wrote none of that name.
        """
        return pq.read_table(self.path / f"{name}.parquet")

    @cached_property
    def flows(self) -> pa.Table:
        """Measures of trade flows, of schema `model.FLOWS`; empty where there were no trade statistics."""
        path = self.path / "flows.parquet"
        return pq.read_table(path) if path.exists() else FLOWS.empty_table()

    @cached_property
    def verdicts(self) -> pa.Table:
        """Verdicts on hubs and goods, of schema `model.FLOW_VERDICTS`; empty where there were no trade statistics."""
        path = self.path / "flow_verdicts.parquet"
        return pq.read_table(path) if path.exists() else FLOW_VERDICTS.empty_table()

    @property
    def workbook(self) -> Path:
        """The workbook a person reviews."""
        return self.path / "report.xlsx"

    @property
    def notes(self) -> list[str]:
        """Warnings for a person."""
        return list(self.manifest["notes"])

    @property
    def findings(self) -> list[str]:
        """What was found that is no alert by itself and yet must be seen, one line each."""
        return list(self.manifest.get("findings", ()))

    @property
    def open_alerts(self) -> int:
        """Alerts nobody has decided on: all of them, where no store keeps decisions."""
        counts = self.manifest["counts"]
        return int(counts.get("open_alerts", counts["alerts"]))

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command line, but for ``--fail-on-alert``."""
        if self.quarantined:
            return ExitCode.LIST_IN_QUARANTINE
        return ExitCode.ROWS_REJECTED if self.manifest["counts"]["rejects"] else ExitCode.DONE


def written_manifest(path: Path) -> dict[str, Any]:
    """The manifest as it stands in a run folder."""
    manifest: dict[str, Any] = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
    return manifest
