"""How much queries share with listed names: the product of two sparse matrices, above a cut."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from screening.matching.ranges import best_of_each, run_starts, spread, which

Array = NDArray[Any]

FEW: Final = 1 << 13
"""Terms of queries, and listed names that hold them, that are looked at one by one: the product of whole matrices
copies the indexes of all listed names, which for a single query takes longer than all else.
"""


def shared(
    queries: sparse.csr_matrix, names: sparse.csr_matrix, cut: float, most: int, threads: int = 1
) -> tuple[Array, Array, Array]:
    """Pairs of a query and a name that share more than ``cut``, and how much; of each query the ``most`` that share
    the most.

    ``queries`` are queries × terms, ``names`` terms × names.
    """
    if queries.nnz <= FEW:
        first = names.indptr[queries.indices]
        held = names.indptr[queries.indices + 1] - first
        if held.sum() <= FEW:
            return _of_few(queries, names, first, held, cut, most)
    found = sp_matmul_topn(
        queries, names, top_n=min(most, names.shape[1]), threshold=cut, sort=False, n_threads=threads
    )
    return np.arange(found.shape[0]).repeat(np.diff(found.indptr)), found.indices, found.data


def _of_few(
    queries: sparse.csr_matrix, names: sparse.csr_matrix, first: Array, held: Array, cut: float, most: int
) -> tuple[Array, Array, Array]:
    """The same from the names that hold each term, put in order and added up."""
    width = names.shape[1]
    at = spread(first, held)
    row = np.arange(queries.shape[0]).repeat(np.diff(queries.indptr))
    place = row.repeat(held) * width + names.indices[at]
    value = queries.data.repeat(held) * names.data[at]
    order = place.argsort(kind="stable")
    place = place[order]
    begins = run_starts(place)
    total = np.add.reduceat(value[order], begins) if len(begins) else value
    enough = which(total > cut)
    query, name = np.divmod(place[begins[enough]], width)
    total = total[enough]
    best = best_of_each(query, total, most)
    return query[best], name[best], total[best]
