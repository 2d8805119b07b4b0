"""The subjects of a past run, to be screened again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from screening.errors import InputError
from screening.intake.base import InputFile
from screening.model import REJECTS, SUBJECTS, conform
from screening.runs.batch.state import file_sha256
from screening.runs.contracts import Feed
from screening.watchlists import Snapshot

_AT_ONCE: Final = 20_000


class PastSubjects:
    """The subjects of a past run as a `contracts.Source`.

    Args:
        place: Its folder, or its ``subjects.parquet``.

    Raises:
        InputError: It is not there, or is not the subjects of a run.
    """

    title = "screening the subjects of a past run"
    notes: Sequence[str] = ()

    def __init__(self, place: str | Path) -> None:
        self._path = Path(place) / "subjects.parquet" if Path(place).is_dir() else Path(place)
        try:
            with pq.ParquetFile(self._path) as file:
                self._rows = file.metadata.num_rows
                conform(file.schema_arrow.empty_table(), SUBJECTS)
        except (OSError, pa.ArrowException, ValueError) as error:
            raise InputError(
                f"does not hold the subjects of a run ({error})", where=self._path, remedy="name a run's folder"
            ) from error
        self.inputs = [
            InputFile(
                str(self._path), file_sha256(self._path), self._path.stat().st_size, "subjects of a run",
                rows_in=self._rows, rows_out=self._rows,
            )
        ]  # fmt: skip

    def expected(self) -> int | None:
        """Rows."""
        return self._rows

    def feeds(self, snapshots: Sequence[Snapshot]) -> Any:
        """The rows as they stand there."""
        with pq.ParquetFile(self._path) as file:
            for batch in file.iter_batches(batch_size=_AT_ONCE):
                table = conform(pa.Table.from_batches([batch]), SUBJECTS)
                yield Feed(table, REJECTS.empty_table(), len(table))
