"""Names that share little: what is left of them must be spelled alike, so that their letters are nearly the same."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching.bags import Bags
from screening.matching.listed_terms import ListedTerms
from screening.matching.ranges import once, spread, which
from screening.matching.slots import ListedSlots
from screening.names.parsing import Mode

Array = NDArray[Any]

ENOUGH: Final = 1.6
"""Shares by so much above the least that counts need no letters in common: a word is answered, its letters aside."""
MOST_APART: Final[dict[Mode, int]] = {"person": 6, "organisation": 8}
"""Letters that one of two names has and the other has not, at most, where words of both may be one misspelt; ships'
names are few and short.
"""


def worth_a_look(
    bags: Bags, terms: ListedTerms, listed: ListedSlots, query: Array, name: Array, share: Array, cut: float, mode: Mode
) -> Array:
    """Which pairs of a query and a listed name share enough, or have letters enough in common; ``cut`` is the least
    share of any pair.

    Words that share no key add nothing to what two names share, and may be a few letters apart all the same. Names of
    which no more than that is left have nearly the same letters: two tests of bits, where the bound looks at words.
    """
    if mode not in MOST_APART:
        return np.ones(len(share), bool)
    good = share >= cut * ENOUGH
    little = which(~good)
    if not len(little):
        return good
    ours = _letters(bags.start, bags.term, bags.terms.letters, query[little])
    theirs = _letters(listed.start, listed.term, terms.letters, name[little])
    good[little] = np.bitwise_count(ours ^ theirs) <= MOST_APART[mode]
    return good


def _letters(start: Array, term: Array, letters: Array, names: Array) -> Array:
    """The letters of names as bits, over the most usual sound of each of their words."""
    different, each = once(names)
    words = start[different + 1] - start[different]
    found = np.zeros(len(different), np.uint32)
    some = which(words)
    if len(some):
        words = words[some]
        at = spread(start[different[some]], words)
        found[some] = np.bitwise_or.reduceat(letters[term[at]], words.cumsum() - words)
    return found[each]
