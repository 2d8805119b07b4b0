"""Arrays of ranges, laid end to end: the loops of the search written once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def spread(starts: Array, lengths: Array) -> Array:
    """All numbers of the ranges that begin at ``starts`` and have these lengths, one range after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - (ends - lengths), lengths)


def pointers(row: Array, count: int) -> Array:
    """Where each row begins in a sorted array of row numbers; one more at the end."""
    return np.concatenate(([0], np.cumsum(np.bincount(row, minlength=count)))).astype(np.int64)
