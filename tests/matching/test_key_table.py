"""Keys of queries meet the listed terms of the same key and kind, all of them and no others."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from screening.matching.key_table import KeyTable

KEYS = st.lists(
    st.tuples(st.sampled_from([0, 1, 255, 256, 257, 2**31, 2**32 - 1]) | st.integers(0, 2**32 - 1), st.integers(0, 2)),
    max_size=40,
)


@given(KEYS, KEYS)
def test_a_query_meets_each_listed_term_that_shares_a_key_of_its_kind(
    listed: list[tuple[int, int]], asked: list[tuple[int, int]]
) -> None:
    table = KeyTable.of(*_columns(listed))
    left, right, kind = table.meet(*_columns(asked))
    expected = [
        (query, term, own)
        for query, (key, own) in enumerate(asked)
        for term, (other, theirs) in enumerate(listed)
        if key == other and own == theirs
    ]
    assert sorted(zip(left.tolist(), right.tolist(), kind.tolist(), strict=True)) == sorted(expected)


def _columns(keys: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return (
        np.array([key for key, _ in keys], np.uint32),
        np.arange(len(keys), dtype=np.int32),
        np.array([kind for _, kind in keys], np.int8),
    )
