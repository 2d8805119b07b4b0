"""Columns of trade statistics as values: traders, flows, codes, periods, figures; each different cell is read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

import polars as pl

from screening.errors import InputError
from screening.intake.currencies import currency as currency_of
from screening.intake.customs_values import hs_code, number
from screening.intake.statistics_formats import IMF, OTHER, name_of
from screening.intake.statistics_marks import UNCLEAR, mark_of
from screening.intake.statistics_periods import month, period, quarter
from screening.intake.statistics_places import Trader, trader
from screening.intake.statistics_roles import Across, Layout
from screening.intake.statistics_titles import flow_of, is_nothing
from screening.intake.statistics_words import word

TOTAL: Final = "TOTAL"
"""The code of all goods together."""
_SAMPLE: Final = 2_000
_MOST_UNKNOWN: Final = 0.2
"""Share of numbers of countries that are not in the UN's list; more, and they are another list's."""
_MONTH, _QUARTER = "\x1f", "\x1e"
"""Between a year and the month or quarter of another column."""
_LETTERED: Final = re.compile(r"^(?:WA|HS|CN|WB)[ _-]?(?=\d{2})")
"""What some publishers write before a code: Germany's "WA85423190"."""
_MOST: Final = 1e18
"""A figure beyond it is no amount of money anybody traded."""
_LONGEST_SCALE: Final = 4


class Cells:
    """Reads the columns of one table; what it met is remembered from block to block.

    Args:
        layout: What the columns hold.
        where: The file and sheet, for errors.
        typed: Whether the file knows numbers from texts, as workbooks do.
    """

    def __init__(self, layout: Layout, where: str, *, typed: bool = False) -> None:
        self.layout, self.where, self.typed = layout, where, typed
        self._known: dict[str, dict[Any, Any]] = {}
        self._marks: dict[str, str] = {}
        self._odd: int | None = None
        self.carried_on: dict[str, str] = {}
        self.own_numbers: dict[str, tuple[str, str]] = {}
        """Numbers of countries that are other countries in the UN's numbering than their names say."""
        self.mended = 0
        self.above: dict[int, str] = {}
        """What last stood in columns whose blank cells mean what stands above them."""

    def mapped(self, frame: pl.DataFrame, column: str, name: str, read: Callable[[str], Any], kind: Any) -> pl.Series:
        """A column read by a function, which sees each different cell once."""
        known = self._known.setdefault(name, {})
        series = frame.get_column(column)
        fresh = [cell for cell in series.unique().to_list() if cell not in known]
        known.update((cell, read(cell)) for cell in fresh)
        old = pl.Series(list(known), dtype=pl.String)
        new = pl.Series(list(known.values()), dtype=kind)
        return series.replace_strict(old, new, default=None, return_dtype=kind).alias(name)

    def traders(self, frame: pl.DataFrame, side: str) -> tuple[pl.Series, pl.Series]:
        """Id and kind of reporter or partner: from the first column that can be read, code before name."""
        indices = [*self.layout.columns.get(f"{side}_code", ()), *self.layout.columns.get(side, ())]
        if not indices:
            found = trader(self.layout.said[side])
            ids = [found.id if found else None] * frame.height
            kinds = [found.kind if found else None] * frame.height
            return pl.Series(side, ids, pl.String), pl.Series(f"{side}_kind", kinds, pl.String)
        names = [str(index) for index in indices]
        different = frame.select(names).unique()
        read = [self._trader(row) for row in different.rows()]
        self._refuse_own_numbers(different.rows(), read, side)
        table = different.with_columns(
            pl.Series(side, [each.id if each else None for each in read], pl.String),
            pl.Series(f"{side}_kind", [each.kind if each else None for each in read], pl.String),
        )
        joined = frame.select(names).join(table, on=names, how="left", maintain_order="left")
        return joined.get_column(side), joined.get_column(f"{side}_kind")

    def _trader(self, cells: Sequence[str]) -> Trader | None:
        found = [each for cell in cells if (each := trader(cell)) is not None]
        # a code nobody knows beside a name everybody does; a group's code beside a country's name
        countries = [each for each in found if each.kind == "country"]
        chosen = countries[0] if countries else found[0] if found else None
        if chosen is not None and cells[0].isdecimal() and len(cells) > 1:
            named = next(
                (each for cell in cells if not cell.isdecimal() and (each := trader(cell)) is not None), chosen
            )
            if named.kind == "country" and named.id != chosen.id:  # numbers of the publisher's own, not of the UN
                self.own_numbers.setdefault(cells[0], (chosen.id, named.id))
                chosen = named
        if chosen is not None and chosen.carried_on:
            self.carried_on[chosen.carried_on] = chosen.id
        return chosen

    def _refuse_own_numbers(self, cells: Sequence[Sequence[str]], read: Sequence[Trader | None], side: str) -> None:
        """Numbers alone are the UN's only where nearly all of them are known there.

        Raises:
            InputError: They are not: read as the UN's, some would be countries they are not.
        """
        told = [(row, who) for row, who in zip(cells, read, strict=True) if any(row)]
        if not told or not all(cell.isdecimal() for row, _ in told for cell in row if cell):
            return
        unknown = [next(cell for cell in row if cell) for row, who in told if who is None]
        if len(unknown) > _MOST_UNKNOWN * len(told):
            raise InputError(
                f"the numbers of the {side}s are not those of the United Nations (M49): {', '.join(unknown[:5])}",
                where=self.where,
                remedy=f"put names or ISO codes in their place, or say --map {side}=COLUMN for a column of names",
            )

    def flow(self, frame: pl.DataFrame) -> pl.Series:
        """export, import, re-export, re-import, or a part of these.

        Raises:
            InputError: They are given as numbers, and the publisher is none whose numbers are known: Japan's 1 is
                exports, Eurostat's imports.
        """
        found = self.layout.columns.get("flow", [])
        if found and name_of(self.layout) in (OTHER, IMF):
            numbers = {index: self._numbered(frame, index) for index in found}
            if told := numbers[found[0]]:
                spoken = [index for index in found if not numbers[index]]
                if not spoken:
                    raise InputError(
                        f"column {self.layout.header[found[0]]!r} says by numbers ({', '.join(told[:4])}) whether "
                        "these are exports or imports, which every publisher numbers otherwise",
                        where=self.where,
                        remedy="put the words export and import in their place",
                    )
                self.layout.columns["flow"] = spoken
        return self._of_words(frame, "flow", flow_of)

    def _numbered(self, frame: pl.DataFrame, index: int) -> list[str]:
        """The cells of a column, where all are numbers."""
        told = sorted(cell for cell in frame.get_column(str(index)).unique().to_list() if cell)
        return told if all(map(str.isdecimal, told)) else []

    def edition(self, frame: pl.DataFrame) -> pl.Series:
        """HS2017 …; null where the table does not say."""
        return self._of_words(frame, "edition", _edition)

    def currency(self, frame: pl.DataFrame) -> pl.Series:
        """ISO 4217."""
        return self._of_words(frame, "currency", currency_of)

    def scale(self, frame: pl.DataFrame) -> pl.Series:
        """What values are multiplied by."""
        series = self._of_words(frame, "scale", _scale)
        return series.cast(pl.Float64).fill_null(1.0).alias("scale")

    def _of_words(self, frame: pl.DataFrame, role: str, read: Callable[[str], str | None]) -> pl.Series:
        index = self.layout.first(role)
        if index is not None:
            return self.mapped(frame, str(index), role, read, pl.String)
        said = self.layout.said.get(role)
        return pl.Series(role, [read(said) if said else None], pl.String).new_from_index(0, frame.height).alias(role)

    def code(self, frame: pl.DataFrame) -> pl.Series:
        """Digits of the HS code, or `TOTAL`; null where it is neither."""
        index = self.layout.first("code")
        if index is None:
            said = self.layout.said.get("code")
            value = _code(said, 0)[0] if said else TOTAL
            return pl.Series("code", [value], pl.String).new_from_index(0, frame.height).alias("code")
        if self._odd is None:
            self._odd = _odd_length(frame.get_column(str(index)))
        odd = self._odd

        def read(cell: str) -> str | None:
            value, mended = _code(cell, odd)
            self.mended += mended
            return value

        return self.mapped(frame, str(index), "code", read, pl.String)

    def period(self, frame: pl.DataFrame, across: Across | None = None) -> tuple[pl.Series, pl.Series]:
        """First day, and M, Q or A: of a column of figures, else of the row."""
        layout = self.layout
        column = "_period" if across is not None and across.period else None
        if across is not None and across.month and (at := layout.first("year")) is not None:
            frame = frame.with_columns(_part=pl.col(str(at)) + _MONTH + str(across.month))
            column = "_part"
        index = layout.first("period")
        year, months, quarters = layout.first("year"), layout.first("month"), layout.first("quarter")
        if column is None and index is None and year is not None:
            part, mark = (months, _MONTH) if months is not None else (quarters, _QUARTER)
            if part is None:
                column = str(year)
            else:
                frame = frame.with_columns(_part=pl.col(str(year)) + mark + pl.col(str(part)))
                column = "_part"
        if column is None and index is None:
            frame, column = frame.with_columns(_said=pl.lit(layout.said["period"])), "_said"
        column = column or str(index)
        starts = self.mapped(frame, column, "period", lambda cell: _period(cell)[0], pl.Date)
        kinds = self.mapped(frame, column, "frequency", lambda cell: _period(cell)[1], pl.String)
        return starts, kinds

    def figure(self, frame: pl.DataFrame, column: str, role: str) -> tuple[pl.Series, pl.Series]:
        """The numbers of a column, and where a cell holds something that is none."""
        cells = frame.get_column(column)
        values = cells.cast(pl.Float64, strict=False)
        rest = values.is_null() & (cells != "")
        mark = self._mark(role, cells)
        if rest.any() or mark == ",":
            if mark == ",":
                values = pl.Series([None] * frame.height, dtype=pl.Float64)
                rest = cells != ""
            different = cells.filter(rest).unique()
            read = [None if is_nothing(cell) else number(cell, mark) for cell in different.to_list()]
            unread = pl.Series(
                [value is None and not is_nothing(cell) for cell, value in zip(different.to_list(), read, strict=True)],
                dtype=pl.Boolean,
            )
            found = cells.replace_strict(different, pl.Series(read, dtype=pl.Float64), default=None)
            wrong = cells.replace_strict(different, unread, default=False)
            values = values.fill_null(found) if mark != "," else found
        else:
            wrong = pl.Series([False], dtype=pl.Boolean).new_from_index(0, frame.height)
        beyond = (values.abs() > _MOST) | values.is_nan() | values.is_infinite()
        wrong = wrong | beyond.fill_null(value=False)
        return values.set(wrong, None).alias(role), wrong

    def decide(self, frame: pl.DataFrame, columns: Sequence[str]) -> None:
        """Tell the decimal mark of the columns of values together, from the first block of rows.

        Raises:
            InputError: Points can be decimal marks or group thousands.
        """
        if "value" in self._marks or not frame.height:
            return
        said = self.layout.said.get("decimal", "")
        if said in (".", ","):
            self._marks |= dict.fromkeys(("value", "net_kg", "quantity"), said)
            return
        texts: list[str] = []
        for column in columns:
            cells = frame.get_column(column)
            texts += cells.filter(cells != "").head(_SAMPLE).to_list()
        mark = mark_of(texts, written_by_machine=name_of(self.layout) != OTHER)
        if mark == UNCLEAR and self.typed:
            mark = "."  # a number, which has no thousands marked
        if mark == UNCLEAR:
            shown = next(text for text in texts if "." in text)
            raise InputError(
                f"{shown!r} can be a number with three decimals or one of thousands, and no other cell tells which",
                where=self.where,
                remedy="say --map decimal==. or --map decimal==, (which makes a point group thousands)",
            )
        self._marks["value"] = mark

    def _mark(self, role: str, cells: pl.Series) -> str:
        if role not in self._marks:
            machine = name_of(self.layout) != OTHER
            found = mark_of(cells.filter(cells != "").head(_SAMPLE).to_list(), written_by_machine=machine)
            self._marks[role] = self._marks.get("value", ".") if found == UNCLEAR else found
        return self._marks[role]


def _odd_length(codes: pl.Series) -> int:
    """The length nearly all codes of a column have, where that is odd: a tariff of its own, and no lost zeros."""
    lengths = codes.filter(codes.str.contains(r"^\d+$")).str.len_chars()
    if not len(lengths):
        return 0
    top = lengths.value_counts(sort=True).row(0)
    return int(top[0]) if top[0] % 2 and top[1] > 0.9 * len(lengths) else 0


def _code(cell: str, odd: int) -> tuple[str | None, int]:
    if not cell or word("total", cell):
        return TOTAL, 0
    plain = _LETTERED.sub("", cell.split(" - ")[0] if " - " in cell else cell)
    digits, note = hs_code(plain, odd_length=odd)
    return digits, int(bool(digits) and note is not None)


def _period(cell: str) -> tuple[Any, str | None]:
    for mark in (_MONTH, _QUARTER):
        year, found_mark, name = cell.partition(mark)
        if not found_mark:
            continue
        of = period(year)
        if of is None:
            return None, None
        if name in ("", "0", "52"):
            return of.start, "A"
        if mark == _MONTH and (number := month(name)):
            return of.start.replace(month=number), "M"
        part = quarter(name) or (quarter(f"Q {name}") if mark == _QUARTER else None)
        return (of.start.replace(month=3 * part - 2), "Q") if part else (None, None)
    found = period(cell)
    return (found.start, found.frequency) if found else (None, None)


def _edition(cell: str) -> str | None:
    plain = cell.strip().upper()
    return word("edition", cell) or (plain if plain.startswith("HS") and plain[2:].isdecimal() else None)


def _scale(cell: str) -> str | None:
    plain = cell.strip()
    if plain.isdecimal():
        return str(10 ** int(plain)) if len(plain) <= _LONGEST_SCALE and int(plain) <= 12 else plain
    return word("scale", plain)
