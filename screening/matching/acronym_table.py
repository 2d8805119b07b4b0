"""Names that are the initials of other names' words, found by the keys of both (`bags.Bags`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screening.matching.bags import Bags
from screening.matching.ranges import spread

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class AcronymTable:
    """Of listed names, the keys of the words their initials make and those of single words; each sorted, with whose
    they are.
    """

    acronym: Array
    acronym_of: Array
    single: Array
    single_of: Array

    @classmethod
    def of(cls, bags: Bags) -> AcronymTable:
        """Sort the keys of listed names."""
        return cls(*_sorted(*bags.acronym), *_sorted(*bags.single))

    def meet(self, bags: Bags) -> tuple[Array, Array]:
        """Pairs of queries and listed names, of which one is the initials of the other's words; both numbers."""
        queries, names = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        for keys, known, owner in (
            *((each, self.acronym, self.acronym_of) for each in bags.single),
            *((each, self.single, self.single_of) for each in bags.acronym),
        ):
            some = np.flatnonzero(keys)
            first = np.searchsorted(known, keys[some], side="left")
            length = np.searchsorted(known, keys[some], side="right") - first
            queries.append(np.repeat(some, length))
            names.append(owner[spread(first, length)])
        return np.concatenate(queries), np.concatenate(names)


def _sorted(*kinds: Array) -> tuple[Array, Array]:
    """Keys, sorted, and whose they are."""
    owner = np.concatenate([np.flatnonzero(keys) for keys in kinds])
    key = np.concatenate([keys[keys != 0] for keys in kinds])
    order = np.argsort(key, kind="stable")
    return key[order], owner[order]
