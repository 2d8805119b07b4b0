"""Keys of many terms, made in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching import hashing

Array = NDArray[Any]

LONGEST_ONE_OUT: Final = 20


class Keys:
    """Keys of all terms, kind after kind, made in one go."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._owners: list[int] = []
        self._kinds: list[tuple[int, int]] = []
        self._cut: list[str] = []
        self._cut_owners: list[int] = []
        self._cut_kinds: list[tuple[int, int]] = []

    def add(self, kind: int, texts: Sequence[Sequence[str]]) -> None:
        """Add the keys of these texts of each term."""
        before = len(self._texts)
        for owner, each in enumerate(texts):
            if each:
                self._texts.extend(each)
                self._owners.extend([owner] * len(each))
        self._kinds.append((kind, len(self._texts) - before))

    def add_one_out(self, kind: int, texts: Sequence[Sequence[str]], shortest: int) -> None:
        """Add the keys of these texts, whole and with each letter left out once; of the next shorter, whole only."""
        self.add(kind, [[text for text in each if shortest - 1 <= len(text) <= LONGEST_ONE_OUT] for each in texts])
        kept = [[text for text in each if shortest <= len(text) <= LONGEST_ONE_OUT] for each in texts]
        before = len(self._cut)
        for owner, each in enumerate(kept):
            self._cut.extend(each)
            self._cut_owners.extend([owner] * len(each))
        self._cut_kinds.append((kind, len(self._cut) - before))

    def made(self) -> tuple[Array, Array, Array]:
        """Keys, the numbers of their terms, and their kinds."""
        which, cut = hashing.letters_left_out(self._cut)
        kind = np.concatenate((_repeated(self._kinds), _repeated(self._cut_kinds)[which]))
        owner = np.concatenate((np.array(self._owners, np.int32), np.array(self._cut_owners, np.int32)[which]))
        return hashing.keys(np.concatenate((hashing.sums(self._texts).value, cut)), kind), owner, kind


def _repeated(kinds: Sequence[tuple[int, int]]) -> Array:
    """Each kind as often as it is said to stand."""
    return np.repeat(np.array([kind for kind, _ in kinds], np.int8), [count for _, count in kinds])
