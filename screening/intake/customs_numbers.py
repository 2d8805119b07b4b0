"""Columns of numbers as customs tables write them: most at once, the odd ones one value at a time."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from screening.intake import customs_values as values
from screening.intake.coded import Coded

_MOST: Final = 1e300


def numbers(text: pl.Series, decimal: str) -> pl.Series:
    """What is written as machines write it at once, other plain numbers together, the rest one value at a time."""
    if decimal == values.EITHER_MARK:
        alone = (text.str.count_matches(",", literal=True) == 1) & ~text.str.contains(".", literal=True)
        text = pl.select(pl.when(alone).then(text.str.replace(",", ".", literal=True)).otherwise(text)).to_series()
        decimal = "."
    pointed = text.str.replace(",", ".", literal=True) if decimal == "," else text
    fast = pointed.cast(pl.Float64, strict=False)
    sure = fast.is_between(-_MOST, _MOST)  # neither null nor what "inf" and "nan" would be
    if decimal == ",":
        sure &= ~text.str.contains(".", literal=True)
    sure = sure.fill_null(value=False)
    if sure.all():
        return fast
    rest = ~sure & (text != "")
    others = pl.Series(np.flatnonzero(rest.to_numpy()), dtype=pl.UInt32)
    fast = pl.select(pl.when(sure).then(fast)).to_series()
    return fast.scatter(others, _written(text.gather(others), decimal)) if len(others) else fast


def _written(text: pl.Series, decimal: str) -> pl.Series:
    plain = text.str.replace_all(r"[\s\x{00a0}\x{202f}\x{2009}']", "")
    regular = plain.str.contains(r"^[+-]?\d+$") | plain.str.contains(
        r"^[+-]?\d+,\d*$" if decimal == "," else r"^[+-]?\d+\.\d*$"
    )
    regular &= ~text.str.contains(values.DIGITS_APART) | text.str.contains(values.GROUPED_BY_SPACES)
    pointed = plain.str.replace(",", ".", literal=True) if decimal == "," else plain
    fast = pl.select(pl.when(regular).then(pointed)).to_series().cast(pl.Float64, strict=False)
    regular &= fast.is_not_null()  # digits of other scripts are digits to the pattern
    if regular.all():
        return fast
    slow = Coded(text).read(lambda cell: values.number(cell, decimal), pl.Float64)
    return pl.select(pl.when(regular).then(fast).otherwise(slow)).to_series()
