"""How much queries share with names: one by one and by whole matrices, the same pairs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from screening.matching import sharing
from screening.matching.sharing import shared

CUT = 0.37
MOST = 3


def _matrices(seed: int, queries: int, terms: int, names: int) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    rng = np.random.default_rng(seed)
    left, right = rng.random((queries, terms)), rng.random((terms, names))
    left[rng.random(left.shape) < 0.6] = 0
    right[rng.random(right.shape) < 0.7] = 0
    return sparse.csr_matrix(left.astype(np.float32)), sparse.csr_matrix(right.astype(np.float32))


def _pairs(found: tuple[np.ndarray, np.ndarray, np.ndarray]) -> dict[tuple[int, int], float]:
    query, name, share = (each.tolist() for each in found)
    return {(q, n): round(s, 5) for q, n, s in zip(query, name, share, strict=True)}


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 1 << 16), st.integers(1, 5), st.integers(1, 9), st.integers(1, 12))
def test_pairs_of_few_queries_are_those_that_the_product_of_whole_matrices_finds(
    seed: int, queries: int, terms: int, names: int
) -> None:
    left, right = _matrices(seed, queries, terms, names)
    few = _pairs(shared(left, right, CUT, MOST))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sharing, "FEW", -1)
        many = _pairs(shared(left, right, CUT, MOST))
    assert few == pytest.approx(many, abs=1e-4)
    dense = left.toarray() @ right.toarray()
    assert all(dense[pair] == pytest.approx(share, abs=1e-4) for pair, share in few.items())


def test_queries_that_hold_no_term_of_any_name_share_nothing() -> None:
    nothing = sparse.csr_matrix((2, 4), dtype=np.float32)
    assert not _pairs(shared(nothing, sparse.csr_matrix(np.ones((4, 3), np.float32)), CUT, MOST))


def test_queries_stay_in_order() -> None:
    left, right = _matrices(5, 4, 8, 10)
    query = shared(left, right, CUT, MOST)[0]
    assert query.tolist() == sorted(query.tolist())
