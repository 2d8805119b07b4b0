"""Keys of listed terms in a table that many keys are looked up in at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching.ranges import spread, which

Array = NDArray[Any]

_BITS: Final = 24


@dataclass(frozen=True, slots=True)
class KeyTable:
    """Keys of listed terms, sorted: hash, term, kind; and a coarse table of the hashes there are, eight to a byte."""

    key: Array
    term: Array
    kind: Array
    seen: Array

    @classmethod
    def of(cls, key: Array, term: Array, kind: Array) -> KeyTable:
        """Sort the keys."""
        order = np.argsort(key, kind="stable")
        seen = np.zeros(1 << _BITS, bool)
        seen[key >> np.uint32(32 - _BITS)] = True
        seen = np.packbits(seen, bitorder="little")
        return cls(key[order], term[order], kind[order], seen)

    def meet(self, key: Array, owner: Array, kind: Array) -> tuple[Array, Array, Array]:
        """Pairs of a query's term and a listed one that share a key: both numbers, and the kind of key."""
        coarse = key >> np.uint32(32 - _BITS)
        likely = which((self.seen[coarse >> np.uint32(3)] >> (coarse & np.uint32(7)).astype(np.uint8)) & np.uint8(1))
        likely = likely[np.argsort(key[likely], kind="stable")]
        wanted = key[likely]
        first = np.searchsorted(self.key, wanted, side="left")
        last = np.searchsorted(self.key, wanted, side="right")
        length = last - first
        some = length > 0
        first, length, likely = first[some], length[some], likely[some]
        at = spread(first, length)
        left = np.repeat(owner[likely], length)
        same = self.kind[at] == np.repeat(kind[likely], length)
        return left[same].astype(np.int64), self.term[at[same]].astype(np.int64), self.kind[at[same]]
