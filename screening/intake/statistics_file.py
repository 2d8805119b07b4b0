"""One file of trade statistics as rows: the tables in it, their columns by role, their parts put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import polars as pl

from screening.errors import InputError
from screening.intake.base import InputFile
from screening.intake.columnar import Chunk, chunks
from screening.intake.merged_cells import unmerged
from screening.intake.statistics_breakdowns import NAMES, whole
from screening.intake.statistics_cells import Cells
from screening.intake.statistics_checks import REJECTED, check, sorted_out
from screening.intake.statistics_formats import name_of, prepared
from screening.intake.statistics_indicators import measured
from screening.intake.statistics_layout import layout
from screening.intake.statistics_roles import ROLES, Across, Layout
from screening.intake.statistics_sections import inherit, sections
from screening.intake.tables import BadRow, OpenedFile, TextTable

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


class StatisticsFile:
    """One file while it is read.

    Args:
        opened: The file.
        path: Where it is, or ``-``.
        mapping: As `statistics_layout.parse_mapping` gives it.
    """

    def __init__(self, opened: OpenedFile, path: str, mapping: Sequence[tuple[str, str]]) -> None:
        self.opened, self.path, self.mapping = opened, path, mapping
        self.rejects: list[pl.DataFrame] = []
        self.layouts: dict[str, dict[str, str]] = {}
        self.rows_in = 0
        self._format = ""
        self._notes: list[str] = list(opened.notes)
        self._textual = 0
        self._parts: dict[str, str] = {}

    def read(self) -> pl.DataFrame:
        """The rows of all its tables, of `STATISTICS`.

        Raises:
            InputError: No table is one of statistics, or a thing that must be known of one stands nowhere.
        """
        found = []
        for table in self.opened.tables:
            self._notes.extend(table.notes)
            table = unmerged(table)
            told = layout(table, self.mapping, self.opened.name)
            if told is None:
                continue
            parts = sections(table, told)
            if len(parts) > 1:
                self._notes.append(f"{self.opened.name}: {len(parts)} tables stand below each other: read one by one")
            first = told
            for part in parts:
                told = layout(part, self.mapping, self.opened.name) if len(parts) > 1 else first
                if told is not None:
                    inherit(told, first)
                    found += self._found(part, told)
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

    def _found(self, table: TextTable, told: Layout) -> list[pl.DataFrame]:
        """The rows of one table; none where it has no figures."""
        prepared(told)
        where = f"{self.opened.name}, sheet {table.sheet}" if table.sheet else self.opened.name
        if len(self.opened.tables) > 1 and not told.figures:
            self._notes.append(f"{where}: no figures are in it: passed over")
            return []
        check(told, where)
        self._format = self._format or name_of(told)
        self.layouts[where if where not in self.layouts else f"{where}, row {told.header_row}"] = _told(told)
        return [self._table(table, told)]

    def _table(self, table: TextTable, told: Layout) -> pl.DataFrame:
        where = f"{self.opened.name}, sheet {table.sheet}" if table.sheet else self.opened.name
        cells = Cells(told, where, typed=self.opened.format not in ("text", "HTML"))
        wanted = sorted(
            {index for found in told.columns.values() for index in found} | {i for a in told.across for i in a.indices}
        )
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
        self._notes.extend(f"{self.opened.name}: {note}" for note in told.notes)
        for role, how in told.how.items():
            if role not in ROLES or (told.across and all(getattr(each, role, "") for each in told.across)):
                continue  # the columns of figures say it themselves
            self._notes.append(f"{self.opened.name}: {role} {told.said[role]}, by the {how}")
        if "code" not in told.columns and "code" not in told.said:
            self._notes.append(f"{self.opened.name}: no column of goods: taken as all goods together")
        return pl.concat(frames, how="diagonal") if frames else pl.DataFrame(schema=STATISTICS)

    def _block(self, block: Chunk, cells: Cells, table: TextTable) -> pl.DataFrame:
        self.rows_in += block.rows
        last = block.numbers.max() if len(block.numbers) else 0
        bad_rows = [bad for bad in block.bad if bad.number <= last or not _is_footnote(bad)]  # type: ignore[operator]
        self._textual += len(block.bad) - len(bad_rows)
        if bad_rows:
            self._reject(
                pl.DataFrame(
                    [(self.opened.name, bad.number, None, bad.value[:200], bad.reason) for bad in bad_rows],
                    schema=REJECTED,
                    orient="row",
                )
            )
        frame = block.frame.with_columns(block.numbers.alias("row"))
        cells.decide(frame, [str(each.index) for each in cells.layout.across] or [_value_at(cells.layout)])
        if not cells.layout.across:
            return self._figures(frame, cells, None)
        frame = self._down(frame, cells)
        parts = []
        figures = pl.concat_str([pl.col(str(each.index)) for each in cells.layout.across])
        textual = frame.filter(figures == "")
        self._textual += textual.height
        frame = frame.filter(figures != "")
        for each in cells.layout.across:
            part = frame.with_columns(_period=pl.lit(each.period), _value=pl.col(str(each.index)))
            if len(cells.layout.across) > 1 and not each.period:
                part = part.filter(pl.col("_value") != "")
            parts.append(self._figures(part, cells, each))
        return pl.concat(parts, how="diagonal")

    def _down(self, frame: pl.DataFrame, cells: Cells) -> pl.DataFrame:
        """Blank cells of some columns as what stands above them, in this block or the one before."""
        for index in cells.layout.down:
            name = str(index)
            above = pl.when(pl.col(name) != "").then(pl.col(name)).forward_fill()
            frame = frame.with_columns(above.fill_null(cells.above.get(index, "")).alias(name))
            if frame.height:
                cells.above[index] = frame.get_column(name)[-1]
        return frame

    def _figures(self, frame: pl.DataFrame, cells: Cells, across: Across | None) -> pl.DataFrame:
        told = cells.layout
        value_at = "_value" if across else _value_at(told)
        reporter, reporter_kind = cells.traders(frame, "reporter")
        partner, partner_kind = cells.traders(frame, "partner")
        start, frequency = cells.period(frame, across)
        value, unread = cells.figure(frame, value_at, "value")
        flows = _same(across.flow, "flow", frame.height) if across and across.flow else cells.flow(frame)
        currency = (
            _same(across.currency, "currency", frame.height) if across and across.currency else cells.currency(frame)
        )
        scale = float(across.scale) if across and across.scale else cells.scale(frame)
        columns: dict[str, pl.Series] = {
            "row": frame.get_column("row"),
            "reporter": reporter, "reporter_kind": reporter_kind, "partner": partner, "partner_kind": partner_kind,
            "flow": flows, "code": cells.code(frame), "edition": cells.edition(frame), "period": start,
            "frequency": frequency, "value": value * scale, "currency": currency,
        }  # fmt: skip
        for role in ("net_kg", "quantity"):
            index, times = told.first(role), float(told.said.get(f"{role}_scale", 1))
            if across and role == "net_kg" and across.net_kg:
                index, times = across.net_kg
            elif across and role == "quantity" and across.quantity is not None:
                index = across.quantity
            columns[role] = (
                cells.figure(frame, str(index), role)[0] * times
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
            elif role in told.said:
                columns[role] = _same(told.said[role], role, frame.height)
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


def _value_at(told: Layout) -> str:
    """The column of values of a table of one value a row."""
    return str(told.first("value") if "value" in told.columns else told.first("fob") or told.first("cif"))


def _is_footnote(row: BadRow) -> bool:
    """Whether a row too short is one text: "Source: …" below a table."""
    return (row.reason.startswith("the row has 1 cell") and any(map(str.isalpha, row.value))) or not any(
        map(str.isalnum, row.value)
    )


def _same(text: str, name: str, height: int) -> pl.Series:
    return pl.Series(name, [text], pl.String).new_from_index(0, height).alias(name)


def _told(told: Layout) -> dict[str, str]:
    """What the columns were taken for, for the manifest."""
    roles = {role: " + ".join(told.header[index] for index in found) for role, found in told.columns.items()}
    roles |= {role: f"={value} ({told.how[role]})" for role, value in told.said.items()}
    if told.across:
        first, last = (told.header[each.index] for each in (told.across[0], told.across[-1]))
        roles["figures"] = f"{len(told.across)} columns, {first} to {last}"
    return roles
