"""The columns of a chunk of a customs table by what they hold, and the remarks on its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import polars as pl

from screening.intake import customs_values as values
from screening.intake.base import shorten
from screening.intake.coded import Coded
from screening.intake.customs_cells import telling
from screening.intake.customs_layout import CustomsLayout, Source
from screening.intake.customs_ships import ships_only
from screening.intake.nothing import like_errors
from screening.record_notes import NOT_UNDERSTOOD

_DIFFERENT: Final = frozenset({"description", "declaration"})
"""Roles whose columns say something else on nearly every row: they are read as they stand."""
_BESIDE: Final = "; "
"""Between what two columns of descriptions say of one good."""


def cells_under(source: Source, columns: Mapping[str, Coded], height: int) -> Coded:
    """The cells of one column of a chunk, or a constant, as its role reads them."""
    if source.constant is not None:
        return Coded.constant(source.constant, height)
    column = columns[str(source.index)]
    return ships_only(column) if source.ships_only else column


class RoleColumns:
    """Reads roles from the columns that hold them; ``counts`` is what was mended, ``examples`` one of each kind."""

    def __init__(self, layout: CustomsLayout) -> None:
        self._layout = layout
        self.counts: Counter[str] = Counter()
        self.examples: dict[str, str] = {}
        self._columns: Mapping[str, Coded] = {}
        self._height = 0
        self._notes: list[pl.Series] = []

    def begin(self, columns: Mapping[str, Coded], height: int) -> None:
        """Take up a chunk of so many rows, its columns by index: remarks from now on are on its rows."""
        self._columns, self._height, self._notes = columns, height, []

    def note(self, mask: pl.Series, text: pl.Series | str, kind: str) -> None:
        """Put a remark on the rows of the mask, and count them under ``kind``."""
        number = int(mask.sum())
        if not number:
            return
        self.counts[kind] += number
        series = pl.Series([text], dtype=pl.String).new_from_index(0, len(mask)) if isinstance(text, str) else text
        series = pl.select(pl.when(mask).then(series).otherwise(None)).to_series()
        self._notes.append(series)
        self.examples.setdefault(kind, shorten(str(series.drop_nulls()[0]), 80))

    def tell(self, texts: pl.Series) -> None:
        """Put texts on the rows that have one: what is said there, nothing that was mended or is counted."""
        if texts.null_count() < len(texts):
            self._notes.append(texts)

    def under(self, role: str) -> Iterator[tuple[str, Coded]]:
        """The columns that play a role, each with its heading."""
        for source in self._sources(role):
            yield source.heading, self._column(source)

    def _all_notes(self) -> pl.Series:
        if not self._notes:
            return pl.Series([[]], dtype=pl.List(pl.String)).new_from_index(0, self._height)
        frame = pl.DataFrame([series.alias(str(n)) for n, series in enumerate(self._notes)])
        return frame.select(pl.concat_list(pl.all()).list.drop_nulls()).to_series()

    def _sources(self, role: str) -> list[Source]:
        return self._layout.columns.get(role, [])

    def _column(self, source: Source) -> Coded:
        return cells_under(source, self._columns, self._height)

    def _null(self, kind: Any = pl.String) -> pl.Series:
        return pl.repeat(None, self._height, dtype=kind, eager=True)

    def _text(self, role: str) -> pl.Series:
        """The first text the columns of a role say on each row; null where they say nothing."""
        return self._first(list(self._said_by_each(role)), pl.String)

    def _together(self, role: str) -> pl.Series:
        """What all columns of a role say on each row, one after the other; what the one before says already, once."""
        found = list(self._said_by_each(role))
        text = self._first(found[:1], pl.String)
        for more in found[1:]:
            said = pl.lit(text).str.to_lowercase().str.contains(pl.lit(more).str.to_lowercase(), literal=True)
            fuller = pl.lit(more).str.to_lowercase().str.contains(pl.lit(text).str.to_lowercase(), literal=True)
            both = pl.when(more.is_null() | said).then(text).when(text.is_null() | fuller).then(more)
            text = pl.select(both.otherwise(text + _BESIDE + more)).to_series()
        return text

    def _said_by_each(self, role: str) -> Iterator[pl.Series]:
        for source in self._sources(role):
            column = self._column(source)
            if role in _DIFFERENT and source.constant is None:
                yield self._without_errors(role, telling(column.text()))
            else:
                text = column.spread(telling(column.values))
                yield text if like_errors(column.values) is None else self._without_errors(role, text)

    def _without_errors(self, role: str, text: pl.Series) -> pl.Series:
        """The texts without what a spreadsheet writes where a formula fails, which is remarked."""
        wrong = like_errors(text)
        if wrong is None:
            return text
        self.note(wrong, f"{role.replace('_', ' ')} '" + text + "' is an error of a spreadsheet", "error value")
        return pl.select(pl.when(~wrong).then(text)).to_series()

    def _first(self, found: Sequence[pl.Series], kind: Any) -> pl.Series:
        """On each row the first of some columns that says something."""
        if len(found) == 1:
            return found[0]
        return pl.select(pl.coalesce(*found)).to_series() if found else self._null(kind)

    def _mapped(self, role: str, read: Callable[[str], Any], kind: Any, what: str = "") -> pl.Series:
        """The first of the role's columns that can be read; a remark where one says something that cannot."""
        return self._each_mapped(role, lambda _: read, kind, what)

    def _each_mapped(
        self,
        role: str,
        reads: Callable[[Source], Callable[[str], Any]],
        kind: Any,
        what: str = "",
        plain: Callable[[str], bool] = bool,
    ) -> pl.Series:
        """The same of columns that are read each in its own way; no remark where a cell is not ``plain`` to be one that
        cannot be read.
        """
        found, unread = [], []
        for source in self._sources(role):
            column = self._column(source)
            each = column.read_values(reads(source), kind)
            found.append(column.spread(each))
            strange = [
                value if missing and values.said(value) and plain(value) else None
                for value, missing in zip(column.values, each.is_null(), strict=True)
            ]
            if what and any(strange):
                unread.append(column.spread(pl.Series(strange, dtype=pl.String)))
        result = self._first(found, kind)
        if unread:
            first = self._first(unread, pl.String)
            text = f"{what} '" + first.str.slice(0, 60) + NOT_UNDERSTOOD
            self.note(result.is_null() & first.is_not_null(), text, what)
        return result

    def _beside(self, role: str, read: Callable[[str], Any], kind: Any) -> pl.Series:
        """What the cells of a role say beside their numbers: a unit, a currency."""
        said = [self._words(self._column(source), read, kind) for source in self._sources(role)]
        return self._first([each for each in said if each is not None], kind)

    @staticmethod
    def _words(column: Coded, read: Callable[[str], Any], kind: Any) -> pl.Series | None:
        """What is read from the cells of a column of numbers that hold more than a number; None where none does."""
        return column.read(read, kind) if column.worded else None
