"""Flows given in parts: by mode of transport, customs procedure, second partner, province. The total is kept where
there is one.

Summing UN Comtrade rows over all modes, procedures and second partners doubles the total. Of each flow the rows
that are the total in a dimension stand for it; where no total is given the parts do, but for those that are
themselves the sum of others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import polars as pl

from screening.intake.statistics_places import WORLD, trader
from screening.intake.statistics_titles import is_nothing
from screening.intake.statistics_words import word

_TOTALS: Final = {
    "mot": ("", "0", "0.0"),
    "customs": ("", "C00"),
    "mos": ("", "0", "0.0"),
    "partner2": ("", "0", "W00", "0.0"),
}
"""How the sum over a dimension is written; an empty cell is a table that does not use the dimension."""
_FLOW: Final = ("reporter", "partner", "flow", "code", "edition", "period", "frequency", "currency")
NAMES: Final = {
    "mot": "modes of transport",
    "customs": "customs procedures",
    "mos": "modes of supply",
    "partner2": "second partners",
    "procedure": "statistical procedures",
}


def whole(rows: pl.DataFrame, dimensions: Mapping[str, str]) -> tuple[pl.DataFrame, list[str]]:
    """The rows that may be added up, with ``part`` telling parts from each other, and notes on what was set aside.

    Args:
        rows: The rows, with a column of text for each dimension.
        dimensions: These columns, and what people call them.
    """
    rows = rows.with_columns(part=pl.lit("", pl.String))
    notes: list[str] = []
    alone: dict[int, list[str]] = {}
    for name, called in dimensions.items():
        cells = rows.get_column(name).fill_null("").str.strip_chars()
        different = cells.unique()
        if name not in _TOTALS and len(different) == 1:
            continue  # all rows are of the same one, and no more is given
        totals = _TOTALS.get(name) or [cell for cell in different.to_list() if _is_total(cell)]
        is_total = pl.col(name).fill_null("").str.strip_chars().is_in(list(totals))
        if rows.select(is_total.all()).item():
            continue
        before = rows.height
        rows = rows.with_columns(_total=is_total).with_columns(_has=pl.col("_total").any().over(_FLOW))
        kept = rows.filter(pl.col("_total") | ~pl.col("_has"))
        parts = kept.filter(~pl.col("_total"))
        if name == "mot":
            kept = _leaf_modes(kept)
        rows = kept.with_columns(
            part=pl.when("_total").then("part").otherwise(pl.concat_str("part", pl.lit(f"{name} "), pl.col(name)))
        ).drop("_total", "_has")
        if before > rows.height:
            notes.append(f"{before - rows.height:,} rows are parts of others, by {called}: not added up")
        if parts.height:
            alone.setdefault(parts.height, []).append(called)
    notes += [
        f"{count:,} rows are by {' and '.join(names)} without a total: their sum stands for it"
        for count, names in alone.items()
    ]
    return rows, notes


def _is_total(cell: str) -> bool:
    """Whether a cell of some breakdown says that its row is the sum over it."""
    who = None if cell.isdecimal() else trader(cell)  # a code of the publisher's own may be any number
    named = any(word("total", part) is not None for part in (cell, *re.split(r"[-:]", cell)))  # "T-Total"
    return is_nothing(cell) or named or (who is not None and who.id == WORLD)


def _leaf_modes(rows: pl.DataFrame) -> pl.DataFrame:
    """Without the modes that are sums of others of the same flow: 3000 (land) where 3200 (road) stands beside it."""
    mode = pl.col("mot").str.strip_chars()
    is_sum = mode.str.contains(r"^[1-9]000$")
    marked = rows.with_columns(_group=mode.str.slice(0, 1), _sum=is_sum)
    marked = marked.with_columns(_finer=(~pl.col("_sum")).any().over(*_FLOW, "_group"))
    return marked.filter(~(pl.col("_sum") & pl.col("_finer") & ~pl.col("_total"))).drop("_group", "_sum", "_finer")
