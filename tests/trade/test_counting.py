"""Pairs counted in cells are those that grouping gives."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.trade import counting
from screening.trade.counting import most, pairs, ranked

_ROWS = st.lists(st.tuples(st.integers(0, 3), st.sampled_from([None, "b", "a", "ж"])), max_size=25)


def _counted(rows: list[tuple[int, str | None]]) -> tuple[pl.DataFrame, pl.Series]:
    said = pl.Series([text for _, text in rows], dtype=pl.String).cast(pl.Categorical)
    numbers, texts = ranked(said)
    return pairs(np.array([one for one, _ in rows], dtype=np.uint32), 4, numbers, len(texts)), texts


@given(rows=_ROWS, cells=st.sampled_from([1, 1 << 25]))
def test_pairs_are_counted_nulls_left_out(rows: list[tuple[int, str | None]], cells: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "_CELLS", cells)
        found, texts = _counted(rows)
    told = [(one, texts[other], n) for one, other, n in found.iter_rows()]
    wanted = {pair: rows.count(pair) for pair in rows if pair[1] is not None}
    assert told == [(*pair, wanted[pair]) for pair in sorted(wanted)]


def test_of_what_is_said_equally_often_the_first_in_the_alphabet_counts() -> None:
    found, texts = _counted([(1, "b"), (1, "a"), (2, "b"), (2, "b"), (2, "a"), (3, None)])
    assert [(one, texts[other], n) for one, other, n in most(found).iter_rows()] == [(1, "a", 1), (2, "b", 2)]
