"""Addresses as a channel of their own on party tables: who is at a listed address, or in a sanctioned territory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.alerts.address_flags import AddressFlags
from screening.reports import trade_columns
from screening.reports.folder import RunWriter
from screening.reports.result import FlagAlerts, Section
from screening.runs.contracts import Stage, Told
from screening.runs.listed_places import address_index
from screening.runs.progress import Progress
from screening.trade.rules import load
from screening.watchlists import Snapshot


class AddressPart:
    """Raises the flags of addresses on the subjects of a run.

    Args:
        folder: The data folder, where the listed addresses are kept.
    """

    def __init__(self, folder: str | Path | None = None) -> None:
        self._folder = folder
        self._flags: AddressFlags | None = None
        self._writer: RunWriter | None = None

    def prepare(self, writer: RunWriter, progress: Progress) -> None:
        """Nothing is read."""
        self._writer = writer

    def see(self, subjects: pa.Table, hits: pa.Table, snapshots: Sequence[Snapshot]) -> None:
        """Look at the addresses of a batch; who has none cannot be tested."""
        if self._flags is None:
            self._flags = AddressFlags(lambda: address_index(snapshots, self._folder))
        assert self._writer is not None, "prepare() comes first"  # noqa: S101
        self._writer.add(flags=self._flags.see(subjects, hits))

    def work(self, stage: Stage) -> Told:
        """Tell what was found."""
        if self._flags is None:
            return Told()
        flags, alerts, places, counts = self._flags.finish()
        stage.writer.add(flags=flags)
        rules = load().flags
        names = {row["alert_id"]: row for row in alerts.to_pylist()}
        mine = {row["subject_id"]: row for row in names.values()}
        sheet: list[dict[str, Any]] = [
            {
                **{key: mine[row["subject_id"]][key] for key in ("alert_id", "priority", "country", "subject_id")},
                "name": mine[row["subject_id"]]["subject_name"],
                "flag": row["flag_id"].replace("_", " "),
                "outcome": row["outcome"],
                "reason": row["reason"],
                "figures": row["figures"],
                "weight": mine[row["subject_id"]]["weight"],
                "source": rules[row["flag_id"]].source,
                "sar": rules[row["flag_id"]].sar,
            }
            for row in flags.to_pylist()
        ]
        told = [
            (
                flag.replace("_", " "),
                counts[flag],
                self._flags.tested - counts[flag],
                self._flags.untestable,
                rules[flag].says,
            )
            for flag in ("listed_address", "sanctioned_territory")
        ]
        heads = ("Flag", "Raised", "Not raised", "No address", "What it is")
        return Told(
            sections=[Section("Addresses of the parties", heads, told)],
            sheets=[(trade_columns.RED_FLAGS, sheet)] if sheet else [],
            flag_alerts=FlagAlerts(alerts, places),
        )
