"""Trade statistics: UN Comtrade, Eurostat Comext, IMF, national tables, our own CSV; told by content, not by name.

Every row becomes who reported it, who the partner is, the flow, the good, the period, and the figures with their
currency and units. Nothing is added up here but the parts of a flow of which no total is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from screening.errors import InputError
from screening.intake.base import InputFile
from screening.intake.columnar import Chunk, chunks
from screening.intake.statistics_breakdowns import NAMES, whole
from screening.intake.statistics_cells import Cells
from screening.intake.statistics_checks import REJECTED, check, sorted_out
from screening.intake.statistics_formats import name_of, prepared
from screening.intake.statistics_indicators import measured
from screening.intake.statistics_layout import Layout, layout, parse_mapping
from screening.intake.statistics_merged import unmerged
from screening.intake.tables import OpenedFile, TextTable, open_tables, rows_of

STATISTICS: Final = pl.Schema(
    {
        "file": pl.String(),
        "row": pl.Int64(),
        "reporter": pl.String(),
        "reporter_kind": pl.String(),
        "partner": pl.String(),
        "partner_kind": pl.String(),
        "flow": pl.String(),
        "code": pl.String(),
        "edition": pl.String(),
        "period": pl.Date(),
        "frequency": pl.String(),
        "value": pl.Float64(),
        "currency": pl.String(),
        "net_kg": pl.Float64(),
        "quantity": pl.Float64(),
        "unit": pl.String(),
        "part": pl.String(),
    }
)
"""One row for each figure: reporter and partner as `statistics_places.Trader` has them; flow export, import, re-export,
re-import; code digits or TOTAL; edition null where not stated; period its first day, frequency M, Q or A; value null
where the publisher has none, which is not zero; part empty but where a flow is given in parts (mode of transport …)
without their total.
"""
_DIMENSIONS: Final = ("partner2", "customs", "mos", "mot", "procedure")


@dataclass(frozen=True, slots=True)
class Statistics:
    """What was read: rows of `STATISTICS`, rejects of `model.REJECTS` as a frame, the files, notes."""

    rows: pl.DataFrame
    rejects: pl.DataFrame
    inputs: list[InputFile]
    notes: list[str]
    layouts: dict[str, dict[str, str]]


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
        counts = [rows_of(path) for path in self.paths]
        return None if any(count is None for count in counts) else sum(count or 0 for count in counts)

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
                file = _File(opened, path, self.mapping)
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


class _File:
    """One file while it is read."""

    def __init__(self, opened: OpenedFile, path: str, mapping: Sequence[tuple[str, str]]) -> None:
        self.opened, self.path, self.mapping = opened, path, mapping
        self.rejects: list[pl.DataFrame] = []
        self.layouts: dict[str, dict[str, str]] = {}
        self.rows_in = 0
        self._format = ""
        self._notes: list[str] = []
        self._textual = 0
        self._parts: dict[str, str] = {}

    def read(self) -> pl.DataFrame:
        found = []
        for table in self.opened.tables:
            self._notes.extend(table.notes)
            table = unmerged(table, self.opened.name)
            told = layout(table, self.mapping, self.opened.name)
            if told is None:
                continue
            prepared(told)
            where = f"{self.opened.name}, sheet {table.sheet}" if table.sheet else self.opened.name
            check(told, where)
            self._format = self._format or name_of(told)
            self.layouts[where] = _told(told)
            found.append(self._table(table, told))
        if not found:
            raise InputError(
                "holds no table of trade statistics: no row has headings that are known",
                where=self.opened.name,
                remedy="say what the columns are with --map partner=COLUMN, --map value=COLUMN and so on",
            )
        rows = pl.concat(found)
        rows, said = measured(rows)
        notes, dimensions = list(said), {name: NAMES[name] for name in NAMES if name in rows.columns}
        rows, more = whole(rows, dimensions | {name: self._parts[name] for name in self._parts if name in rows.columns})
        notes += more
        self._notes.extend(f"{self.opened.name}: {note}" for note in notes)
        return rows.select(STATISTICS.names())

    def _table(self, table: TextTable, told: Layout) -> pl.DataFrame:
        cells = Cells(told, f"{self.opened.name}, sheet {table.sheet}" if table.sheet else self.opened.name)
        wanted = sorted({index for found in told.columns.values() for index in found} | {a.index for a in told.across})
        frames = [
            self._block(block, cells, table) for block in chunks(table, told.header_row, len(told.header), wanted)
        ]
        for old, new in sorted(cells.carried_on.items()):
            self._notes.append(f"{self.opened.name}: {old!r} is carried on as {new}, its successor")
        if cells.own_numbers:
            number, (united, named) = next(iter(cells.own_numbers.items()))
            self._notes.append(
                f"{self.opened.name}: {len(cells.own_numbers)} numbers of countries are the publisher's own "
                f"({number} is {named} by its name, {united} in the UN's list): the names were taken"
            )
        if cells.mended:
            self._notes.append(
                f"{self.opened.name}: {cells.mended} codes of goods lost a leading zero or became numbers: mended"
            )
        for role, how in told.how.items():
            self._notes.append(f"{self.opened.name}: {role} {told.said[role]}, by the {how}")
        if "code" not in told.columns and "code" not in told.said:
            self._notes.append(f"{self.opened.name}: no column of goods: taken as all goods together")
        return pl.concat(frames, how="diagonal") if frames else pl.DataFrame(schema=STATISTICS)

    def _block(self, block: Chunk, cells: Cells, table: TextTable) -> pl.DataFrame:
        self.rows_in += block.rows
        if block.bad:
            self._reject(
                pl.DataFrame(
                    [(self.opened.name, bad.number, None, bad.value[:200], bad.reason) for bad in block.bad],
                    schema=REJECTED,
                    orient="row",
                )
            )
        frame = block.frame.with_columns(block.numbers.alias("row"))
        if not cells.layout.across:
            return self._figures(frame, cells, table, None)
        parts = []
        figures = pl.concat_str([pl.col(str(each.index)) for each in cells.layout.across])
        textual = frame.filter(figures == "")
        self._textual += textual.height
        frame = frame.filter(figures != "")
        for each in cells.layout.across:
            part = frame.with_columns(_period=pl.lit(each.period), _value=pl.col(str(each.index)))
            parts.append(self._figures(part, cells, table, each.flow))
        return pl.concat(parts, how="diagonal")

    def _figures(self, frame: pl.DataFrame, cells: Cells, table: TextTable, flow: str | None) -> pl.DataFrame:
        told = cells.layout
        across = bool(told.across)
        value_at = (
            "_value"
            if across
            else str(told.first("value") if "value" in told.columns else told.first("fob") or told.first("cif"))
        )
        reporter, reporter_kind = cells.traders(frame, "reporter")
        partner, partner_kind = cells.traders(frame, "partner")
        start, frequency = cells.period(frame, "_period" if across else None)
        value, unread = cells.figure(frame, value_at, "value")
        flows = (
            pl.Series("flow", [flow], pl.String).new_from_index(0, frame.height).alias("flow")
            if flow
            else cells.flow(frame)
        )
        columns: dict[str, pl.Series] = {
            "row": frame.get_column("row"),
            "reporter": reporter, "reporter_kind": reporter_kind, "partner": partner, "partner_kind": partner_kind,
            "flow": flows, "code": cells.code(frame), "edition": cells.edition(frame), "period": start,
            "frequency": frequency, "value": value * cells.scale(frame), "currency": cells.currency(frame),
        }  # fmt: skip
        for role in ("net_kg", "quantity"):
            index = told.first(role)
            columns[role] = (
                cells.figure(frame, str(index), role)[0]
                if index is not None
                else pl.Series([None], dtype=pl.Float64).new_from_index(0, frame.height)
            )
        unit = told.first("unit")
        columns["unit"] = (
            frame.get_column(str(unit))
            if unit is not None
            else pl.Series([told.said.get("unit")], dtype=pl.String).new_from_index(0, frame.height)
        )
        for role in (*_DIMENSIONS, "indicator"):
            if (index := told.first(role)) is not None:
                columns[role] = frame.get_column(str(index))
        for index in told.columns.get("part", ()):
            name = f"part {told.header[index]}"
            self._parts[name] = repr(told.header[index])
            columns[name] = frame.get_column(str(index))
        read = pl.DataFrame({name: series.alias(name) for name, series in columns.items()})
        good, rejects, textual = sorted_out(read, frame, unread, value_at, told, self.opened.name)
        for each in rejects:
            self._reject(each)
        self._textual += textual
        return good

    def _reject(self, rows: pl.DataFrame) -> None:
        self.rejects.append(rows)

    def notes(self) -> Iterator[str]:
        """What a person should see of how the file was read."""
        yield from self._notes
        if self._textual:
            yield f"{self.opened.name}: {self._textual:,} rows of text without a figure: passed over"

    def account(self) -> InputFile:
        """The file's entry in the manifest; a row of a wide table is one row, however many figures it has."""
        size = Path(self.path).stat().st_size if self.path != "-" else 0
        lines = pl.concat([each.select("line") for each in self.rejects]).unique() if self.rejects else pl.DataFrame()
        rejected = lines.height
        return InputFile(
            path=self.opened.name, sha256=self.opened.sha256, size=size, format=f"{self._format}, {self.opened.format}",
            rows_in=self.rows_in, rows_out=self.rows_in - rejected, rejected=rejected,
        )  # fmt: skip


def _told(told: Layout) -> dict[str, str]:
    """What the columns were taken for, for the manifest."""
    roles = {role: " + ".join(told.header[index] for index in found) for role, found in told.columns.items()}
    roles |= {role: f"={value} ({told.how[role]})" for role, value in told.said.items()}
    if told.across:
        roles["figures"] = f"{len(told.across)} columns, {told.across[0].period} to {told.across[-1].period}"
    return roles
