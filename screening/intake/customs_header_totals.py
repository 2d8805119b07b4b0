"""Totals of a declaration that stand on each of its lines, and are not to be added up."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import polars as pl

Numbers = np.ndarray[Any, Any]

TOTALS: Final = ("value", "value_usd", "gross_kg", "net_kg")
FIGURES: Final = (*TOTALS, "quantity")


def with_totals(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows of declarations of several lines on all of which a total is the same: few, told by sorting."""
    if rows.is_empty():
        return rows
    order: pl.Series | None = None
    names, starts = _runs(rows.get_column("declaration"))
    runs = np.sort(names[starts])
    if (runs[1:] == runs[:-1]).any():  # seldom: the lines of a declaration stand together
        order = rows.get_column("declaration").arg_sort()
        names, starts = _runs(rows.get_column("declaration").gather(order))
    same = np.zeros(len(starts), dtype=bool)
    with np.errstate(invalid="ignore"):
        for total in TOTALS:
            column = rows.get_column(total)
            figures = (column if order is None else column.gather(order)).to_numpy()
            least, most = np.minimum.reduceat(figures, starts), np.maximum.reduceat(figures, starts)
            same |= (least == most) & (least > 0)
    same &= np.diff(np.append(starts, len(names))) > 1
    return rows.filter(pl.col("declaration").is_in(pl.Series(names[starts[same]], dtype=pl.UInt64).implode()))


def _runs(declarations: pl.Series) -> tuple[Numbers, Numbers]:
    """The declarations as numbers, and where each run of the same begins."""
    names = declarations.to_numpy()
    return names, np.flatnonzero(np.concatenate([[True], names[1:] != names[:-1]]))


def totals(rows: pl.DataFrame) -> pl.DataFrame:
    """Totals of a declaration that stand on each of its lines: they count on the first only.

    A number is a total where it is the same on all lines of a declaration although the lines are of different
    goods, and of different weight or quantity.
    """

    def whole(name: str) -> pl.Expr:
        return pl.col(name).null_count() == 0

    varies = {each: (pl.col(each).min() != pl.col(each).max()) & whole(each) for each in FIGURES}
    items = (pl.col("item").min() != pl.col("item").max()) | ~(whole("item") | pl.col("item").is_null().all())
    several = rows.group_by("declaration").len().filter(pl.col("len") > 1)
    rows = rows.join(several, on="declaration", how="semi", maintain_order="left")
    groups = (
        rows.group_by("declaration")
        .agg(
            pl.len().alias("rows"),
            (items | (pl.col("good").min() != pl.col("good").max())).fill_null(value=False).alias("several"),
            pl.col("line").min().alias("first"),
            *(
                ((pl.col(total).min() == pl.col(total).max()) & whole(total) & (pl.col(total).first() > 0)).alias(
                    f"same_{total}"
                )
                for total in TOTALS
            ),
            *(of.alias(f"varies_{each}") for each, of in varies.items()),
        )
        .filter((pl.col("rows") > 1) & pl.col("several"))
    )
    others = {total: [each for each in FIGURES if each != total] for total in TOTALS}
    groups = groups.with_columns(
        (pl.col(f"same_{total}") & pl.any_horizontal(f"varies_{each}" for each in others[total])).alias(f"is_{total}")
        for total in TOTALS
    ).filter(pl.any_horizontal(f"is_{total}" for total in TOTALS))
    found = rows.select("line", "declaration").join(groups, on="declaration", how="inner")
    first = pl.col("line") == pl.col("first")
    names = (
        pl.concat_str(*(pl.when(f"is_{total}").then(pl.lit(total + " ")).otherwise(pl.lit("")) for total in TOTALS))
        .str.strip_chars()
        .str.replace("value value_usd", "value", literal=True)
        .str.replace_all(" ", ", ")
    )
    return found.select(
        pl.col("line").cast(pl.UInt32),
        pl.lit(None, pl.String).alias("new_status"),
        pl.when(first)
        .then("header total of " + pl.col("rows").cast(pl.String) + " lines: " + names)
        .otherwise("header total, counted on the declaration's first line only: " + names)
        .alias("note"),
        *((pl.col(f"is_{total}") & ~first).alias(f"no_{total}") for total in TOTALS),
    )
