"""How far a figure lies from what others have: medians and median deviations, which outliers do not move."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

_MOST_KEYS: Final = 1 << 24
_TO_SIGMA: Final = 1.4826
"""A median absolute deviation times this is the standard deviation of a normal distribution."""


def distances(frame: pl.DataFrame, *, others: int, least_deviation: float) -> pl.DataFrame:
    """The robust z of each line's logarithm against the medians of the parties that deal in the same.

    Every party counts once, by its own median, so that one with many records does not set the measure for itself.

    Args:
        frame: ``line, party`` (whose figure it is), ``fine`` and ``coarse`` (keys: numbers; what it is compared
            within, null where there is no such key), ``x`` (logarithm of the figure).
        others: So many other parties are needed; else the coarse key, else the line is left out.
        least_deviation: The deviation is at least this.

    Returns:
        ``line, x, median, is_fine, others, z``: one row for each line that can be compared, ``is_fine`` within
        its fine key. Adding one number to all ``x`` of a key (another currency, another unit) changes no z.
    """
    fine = _usual(frame, "fine", others)
    found = _beside(frame, fine)
    # the finer comparison where enough others deal in exactly this, else the coarser: asked only where it is needed
    near = found.filter(pl.col("median").is_not_null())
    rest = found.filter(pl.col("median").is_null()).select("line", "x", "coarse")
    needed = rest.get_column("coarse").drop_nulls().unique()
    coarse = _usual(frame.filter(pl.col("coarse").is_in(needed.implode())), "coarse", others)
    far = rest.join(coarse, on="coarse", maintain_order="left")
    columns = ("line", "x", "median", "deviation", "parties")
    both = pl.concat(
        [
            near.select(*columns, is_fine=pl.lit(value=True)),
            far.select(*columns, is_fine=pl.lit(value=False)),
        ]
    )
    return both.select(
        "line",
        "x",
        "median",
        "is_fine",
        others=pl.col("parties") - 1,
        z=(pl.col("x") - pl.col("median")) / pl.max_horizontal("deviation", pl.lit(least_deviation)),
    )


def among_records(frame: pl.DataFrame, *, records: int, least_deviation: float) -> pl.DataFrame:
    """The robust z of each line's logarithm against the other records of its fine key, whoever's they are.

    Weaker than `distances`, since one party's records may be most of them: for goods that few parties deal in.

    Args:
        frame: As for `distances`.
        records: So many other records are needed; else the line is left out.
        least_deviation: The deviation is at least this.

    Returns:
        As `distances`, ``others`` being records.
    """
    kept = frame.filter(pl.col("fine").is_not_null()).with_columns(
        median=pl.col("x").median().over("fine"), others=pl.len().over("fine") - 1
    )
    kept = kept.filter(pl.col("others") >= records).with_columns(
        deviation=(pl.col("x") - pl.col("median")).abs().median().over("fine") * _TO_SIGMA
    )
    z = (pl.col("x") - pl.col("median")) / pl.max_horizontal("deviation", pl.lit(least_deviation))
    return kept.select("line", "x", "median", pl.col("others").cast(pl.UInt32), is_fine=pl.lit(value=True), z=z)


def compared(values: pl.DataFrame, others: int, records: int, deviation: float) -> pl.DataFrame:
    """Distances from the other parties' figures; from the other records' where too few parties deal in the good.

    Returns:
        As `distances`, and ``by_parties``.
    """
    far = distances(values, others=others, least_deviation=deviation)
    lines = values.get_column("line")
    left = np.ones(len(lines) and int(lines.to_numpy().max()) + 1, dtype=bool)
    left[far.get_column("line").to_numpy()] = False
    rest = values.filter(pl.Series(left).gather(lines))
    near = among_records(rest, records=records, least_deviation=deviation)
    return pl.concat(
        [
            far.with_columns(pl.col("others").cast(pl.UInt32), by_parties=pl.lit(value=True)),
            near.select(far.columns).with_columns(by_parties=pl.lit(value=False)),
        ]
    )


def _beside(frame: pl.DataFrame, fine: pl.DataFrame) -> pl.DataFrame:
    """``line, x, coarse`` of each line and what is usual within its fine key: looked up by place, if keys are few."""
    kept = ["line", "x", "coarse"]
    last = frame.get_column("fine").max()
    if not isinstance(last, int) or last >= _MOST_KEYS:
        return frame.select(*kept, "fine").join(fine, on="fine", how="left", maintain_order="left").drop("fine")
    table = pl.DataFrame({"fine": np.arange(last + 2)}).cast({"fine": fine.schema["fine"]})
    table = table.join(fine, on="fine", how="left", maintain_order="left").drop("fine")
    at = frame.get_column("fine").fill_null(last + 1).cast(pl.UInt32)
    return frame.select(kept).hstack(table.select(pl.all().gather(at)))


def _usual(frame: pl.DataFrame, key: str, others: int) -> pl.DataFrame:
    """For each key with enough parties: ``median, deviation, parties`` of the parties' own medians."""
    mine = _own(frame.filter(pl.col(key).is_not_null()).select(key, "party", "x"), key)
    middle = mine.group_by(key).agg(median=pl.col("own").median(), parties=pl.len())
    middle = middle.filter(pl.col("parties") > others)
    spread = (
        mine.join(middle, on=key)
        .group_by(key)
        .agg(deviation=(pl.col("own") - pl.col("median")).abs().median() * _TO_SIGMA)
    )
    return middle.join(spread, on=key)


def _own(frame: pl.DataFrame, key: str) -> pl.DataFrame:
    """``key, own``: for each key and party the median of its ``x``. By sorting, as most have one line or two."""
    if frame.is_empty():
        return frame.select(key, own="x")
    keys, party = frame.get_column(key).cast(pl.UInt64).to_numpy(), frame.get_column("party").to_numpy()
    room = int(party.max()).bit_length()
    if int(keys.max()).bit_length() + room > 64:
        keys = frame.get_column(key).rank("dense").to_numpy().astype(np.uint64)
    sorted_keys, order = _sorted(keys << np.uint64(room) | party.astype(np.uint64))
    x = frame.get_column("x").gather(order).to_numpy()
    starts = np.flatnonzero(np.concatenate([[True], sorted_keys[1:] != sorted_keys[:-1]]))
    sizes = np.diff(np.append(starts, len(x)))
    own = x[starts].copy()
    several = np.flatnonzero(sizes > 1)
    if len(several):
        own[several] = _medians(x, starts[several], sizes[several])
    return pl.DataFrame(
        {key: frame.get_column(key).gather(order.gather(pl.Series(starts, dtype=pl.UInt32))), "own": own}
    )


def _sorted(packed: np.ndarray) -> tuple[np.ndarray, pl.Series]:
    """Numbers sorted, and where each stood: in one number with its place where there is room, as that sorts soonest."""
    room = len(packed).bit_length()
    if int(packed.max()).bit_length() + room > 64:
        order = pl.Series(packed).arg_sort()
        return packed[order.to_numpy()], order
    both = packed << np.uint64(room) | np.arange(len(packed), dtype=np.uint64)
    both.sort()
    places = (both & np.uint64((1 << room) - 1)).astype(np.uint32)
    return both >> np.uint64(room), pl.Series(places)


def _medians(x: np.ndarray, starts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """The medians of pieces of ``x``, each beginning at a start and of two or more figures."""
    total = int(sizes.sum())
    firsts = np.cumsum(sizes) - sizes
    piece = np.repeat(np.arange(len(sizes), dtype=np.uint32), sizes)
    at = np.arange(total) - np.repeat(firsts - starts, sizes)
    values = pl.DataFrame({"piece": piece, "x": x[at]}).sort("piece", "x").get_column("x").to_numpy()
    return (values[firsts + (sizes - 1) // 2] + values[firsts + sizes // 2]) / 2
