"""Words compared as the scorer does, for the few likely pairs of names that are left: a closer bound on their score."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching.bags import Bags
from screening.matching.listed_terms import ListedTerms
from screening.matching.nearness import Near
from screening.matching.persons import person_likeness
from screening.matching.similarity import likeness
from screening.names.parsing import Mode
from screening.names.word import make_together, word

Array = NDArray[Any]

PART: Final = 2
"""Letters by which a word must be longer than another to hold more than that one."""


class Closer:
    """How alike words of queries and listed words are, where each is compared as a word and as nothing else."""

    def __init__(self, bags: Bags, listed: ListedTerms, mode: Mode) -> None:
        self._mine = bags.terms.texts
        self._theirs = listed.text
        self._sure = bags.terms.sure(mode)
        self._sure_listed = listed.sure
        self._width = listed.width
        self._like = person_likeness if mode == "person" else likeness

    def look(self, near: Near, row: Array, column: Array) -> Near:
        """The same matrix with the likeness of words in these places, but for those that meet in meaning."""
        _, at = near.places(row, column)
        at = np.unique(at[~near.meant[at]])
        value, alone = near.value.copy(), near.alone.copy()
        some = value[at]
        self.value(some, near.row[at], near.column[at])
        value[at] = alone[at] = some
        return replace(near, value=value, alone=alone)

    def value(self, value: Array, mine: Array, theirs: Array) -> None:
        """Put the likeness of words where there is a value, but for words that may be more than words."""
        at = np.flatnonzero((value > 0) & self._sure[mine] & self._sure_listed[theirs])
        unique, places = np.unique(mine[at].astype(np.int64) * self._width + theirs[at], return_inverse=True)
        pairs = [(self._mine[i], self._theirs[j]) for i, j in zip(*divmod(unique, self._width), strict=True)]
        make_together({text for pair in pairs for text in pair})
        found = np.array([self._like(word(a), word(b)).value for a, b in pairs], np.float32)
        # A word much longer than the other may answer it together with its neighbours (Alfawaz, Al Fawwaz).
        part = np.array([abs(_letters(a) - _letters(b)) >= PART for a, b in pairs], bool)
        if len(found):
            value[at] = np.where(part[places], np.maximum(value[at], found[places]), found[places])


def _letters(text: str) -> int:
    """How many Latin letters a word is written with."""
    return len(text) if text.isascii() else len(word(text).readings[0].text)
