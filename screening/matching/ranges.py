"""Arrays of ranges, laid end to end: the loops of the search written once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def which(such: Array) -> Array:
    """The numbers of those that are such; `numpy.flatnonzero` flattens first, which here is nothing to do."""
    return such.nonzero()[0]


def spread(starts: Array, lengths: Array) -> Array:
    """All numbers of the ranges that begin at ``starts`` and have these lengths, one range after the other."""
    if not len(lengths):
        return np.empty(0, np.int64)
    ends = lengths.cumsum()
    return np.arange(ends[-1]) + (starts - (ends - lengths)).repeat(lengths)


def pointers(row: Array, count: int) -> Array:
    """Where each row begins in a sorted array of row numbers; one more at the end."""
    found = np.zeros(count + 1, np.int64)
    np.bincount(row, minlength=count).cumsum(out=found[1:])
    return found


def once(values: Array) -> tuple[Array, Array]:
    """The different values, sorted, and which of them each is: `numpy.unique`, whose ways cost more than few values."""
    if len(values) < 2:
        return values, np.zeros(len(values), np.int64)
    order = values.argsort()
    ordered = values[order]
    fresh = _fresh(ordered)
    each = np.empty(len(values), np.int64)
    each[order] = fresh.cumsum() - 1
    return ordered[fresh], each


def run_starts(values: Array) -> Array:
    """Where runs of equal values begin."""
    return which(_fresh(values))


def _fresh(values: Array) -> Array:
    """Which values are not as the one before them."""
    fresh = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=fresh[1:])
    return fresh


def best_of_each(group: Array, value: Array, most: int) -> Array:
    """The places of at most so many of the greatest values of each group; groups stand together, and stay in order."""
    if len(group) <= most:
        return np.arange(len(group))
    counts = np.diff(np.append(run_starts(group), len(group)))
    order = np.lexsort((-value, np.repeat(np.arange(len(counts)), counts)))
    rank = np.arange(len(group)) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.sort(order[rank < most])
