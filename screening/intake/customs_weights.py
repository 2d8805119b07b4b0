"""Weights that can be read in two ways, ``102,259``: the other weight of their line tells which is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from screening.intake.customs_cells import weight_unit
from screening.intake.customs_marks import EITHER
from screening.intake.customs_numbers import numbers

_EITHER: Final = rf"^\s*(?:{EITHER.pattern})\s*$"
_THOUSAND: Final = 1000.0
_MOST: Final = 1.001
"""Net weight for one of gross, and a little for rounding."""
_LEAST: Final = 0.02
"""Net weight for one of gross below which one of the two may be misread."""
_USUAL: Final = 0.3
"""Net weight for one of gross that goods in their packing have at least: what a reading must come to, to be taken."""


def weighed(quantity: pl.Series, unit: pl.Series, most: float) -> pl.Series:
    """Kilograms of goods whose quantity is a weight, for tables without a column of net weights."""
    units = unit.drop_nulls().unique()
    factors = pl.Series([weight_unit(each) for each in units], dtype=pl.Float64)
    weight = quantity * unit.replace_strict(units, factors, default=None, return_dtype=pl.Float64)
    return pl.select(pl.when(weight <= most).then(weight)).to_series()


def may_be_read_otherwise(cells: pl.Series) -> bool:
    """Whether any cell, as it is written, can be read as a weight in two ways."""
    return bool(cells.str.contains(_EITHER).any())


def other_reading(columns: Sequence[tuple[pl.Series, str]], weight: pl.Series) -> pl.Series:
    """What the weights of cells that can be read in two ways are in the other; null for all other cells.

    Args:
        columns: The cells as they are written, and the decimal mark they were read by; of several columns nothing is
            told.
        weight: What they were read as, in kilograms.
    """
    if len(columns) != 1:
        return pl.repeat(None, len(weight), dtype=pl.Float64, eager=True)
    ((cells, decimal),) = columns
    either = cells.str.contains(_EITHER)
    grouped = pl.lit(numbers(cells, decimal)).abs() >= _THOUSAND
    other = pl.when(grouped).then(weight / _THOUSAND).otherwise(weight * _THOUSAND)
    return pl.select(pl.when(either).then(other)).to_series()


def fitted(weights: Mapping[str, pl.Series], other: Mapping[str, pl.Series]) -> tuple[pl.Series, pl.Series, pl.Series]:
    """Net and gross weights, read in the other way where they contradict each other as read and one other way alone
    fits; and on which rows that is.
    """
    frame = pl.DataFrame(
        {"n": weights["net_kg"], "g": weights["gross_kg"], "on": other["net_kg"], "og": other["gross_kg"]}
    )
    of = pl.col("n") / pl.col("g")
    doubtful = ((of > _MOST) | (of < _LEAST)).fill_null(value=False)
    ways = [("on", "g"), ("n", "og"), ("on", "og")]
    net, gross, both = ((pl.col(n) / pl.col(g)).is_between(_USUAL, _MOST).fill_null(value=False) for n, g in ways)
    alone = doubtful & (pl.sum_horizontal(net, gross, both) == 1)
    told = frame.select(
        net=pl.when(alone & (net | both)).then("on").otherwise("n"),
        gross=pl.when(alone & (gross | both)).then("og").otherwise("g"),
        told=alone,
    )
    return told["net"], told["gross"], told["told"]
