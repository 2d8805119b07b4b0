"""Trade statistics: UN Comtrade, Eurostat Comext, IMF, national tables, our own CSV; told by content, not by name.

Every row becomes who reported it, who the partner is, the flow, the good, the period, and the figures with their
currency and units. Nothing is added up here but the parts of a flow of which no total is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from screening.errors import InputError
from screening.intake.base import InputFile
from screening.intake.statistics_checks import REJECTED
from screening.intake.statistics_file import STATISTICS, StatisticsFile
from screening.intake.statistics_layout import parse_mapping
from screening.intake.tables import open_tables, rows_of_all


@dataclass(frozen=True, slots=True)
class Statistics:
    """What was read: rows of `STATISTICS`, rejects of `model.REJECTS` as a frame, the files, notes."""

    rows: pl.DataFrame
    rejects: pl.DataFrame
    inputs: list[InputFile]
    notes: list[str]
    layouts: dict[str, dict[str, str]]

    def refuse_nothing(self) -> None:
        """Refuse files of which no row can be used.

        Raises:
            InputError: Naming the first row and what is wrong with it.
        """
        if self.rows.height or not self.rejects.height:
            return
        first = self.rejects.row(0, named=True)
        raise InputError(
            f"none of {self.rejects.height:,} rows can be used; the first, of the value {first['value']!r}: "
            f"{first['reason']}",
            where=f"{first['file']}, row {first['line']}",
            remedy="say what the columns hold with --map ROLE=COLUMN",
        )


class StatisticsReader:
    """Reads files of trade statistics.

    Args:
        paths: Files in any format `intake.tables` opens, or ``-``.
        mapping: As `statistics_layout.parse_mapping` takes it.

    Raises:
        InputError: No file is named, or the mapping is not understood.
    """

    def __init__(self, paths: Sequence[str | Path], mapping: Iterable[str] = ()) -> None:
        if not paths:
            raise InputError("no file was named", remedy="name one or more files of trade statistics")
        self.paths = [str(path) for path in paths]
        self.mapping = parse_mapping(mapping)

    def expected(self) -> int | None:
        """About how many rows there are, where that is quickly known."""
        return rows_of_all(self.paths)

    def read(self) -> Statistics:
        """Read all files.

        Raises:
            InputError: A file cannot be read, or a thing that must be known of it stands nowhere.
        """
        frames: list[pl.DataFrame] = []
        rejects: list[pl.DataFrame] = []
        inputs: list[InputFile] = []
        notes: list[str] = []
        layouts: dict[str, dict[str, str]] = {}
        for path in self.paths:
            with open_tables(path) as opened:
                file = StatisticsFile(opened, path, self.mapping)
                frames.append(file.read())
                rejects.extend(file.rejects)
                notes.extend(file.notes())
                inputs.append(file.account())
                layouts |= file.layouts
        return Statistics(
            pl.concat(frames) if frames else pl.DataFrame(schema=STATISTICS),
            pl.concat(rejects) if rejects else pl.DataFrame(schema=REJECTED),
            inputs,
            notes,
            layouts,
        )


__all__ = ["STATISTICS", "Statistics", "StatisticsReader"]
