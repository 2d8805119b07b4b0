"""Short words that may be the initials of other words of likely pairs of companies: many pairs at once."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching.acronyms import PART_ACRONYM
from screening.matching.answers import HEAVY, Match
from screening.matching.bags import Bags
from screening.matching.edits import SPELT
from screening.matching.listed_terms import ListedTerms
from screening.matching.slots import ListedSlots
from screening.matching.weights import weights

Array = NDArray[Any]

FEWEST_WORDS: Final = 2


def answer_by_initials(bags: Bags, terms: ListedTerms, listed: ListedSlots, answers: Match, pairs: Array) -> Array:
    """Let short words be answered by open words of the other side that begin with their letters, in these pairs.

    Gives the pairs, as numbers. Which letter is whose, and in what order, the scorer looks at.
    """
    looked = np.zeros(len(answers.joined), bool)
    looked[pairs] = True
    mine, count = bags.terms, len(bags.terms.texts)
    rows, columns = np.flatnonzero(looked[answers.row_pair]), np.flatnonzero(looked[answers.column_pair])
    row_term, column_term = bags.term[answers.row_worth[rows]], listed.term[answers.column_worth[columns]]
    found = [
        _answer(
            (rows, answers.row_pair[rows], answers.row_best),
            (columns, answers.column_pair[columns], answers.column_best),
            np.where(
                _short(mine.reading.length[row_term], bags.weight[answers.row_worth[rows]]),
                mine.letters[row_term + SPELT * count],
                0,
            ),
            terms.initials[column_term],
            len(looked),
        ),
        _answer(
            (columns, answers.column_pair[columns], answers.column_best),
            (rows, answers.row_pair[rows], answers.row_best),
            np.where(
                _short(terms.length[column_term], listed.weight[answers.column_worth[columns]]),
                terms.letters[column_term + SPELT * terms.count],
                0,
            ),
            mine.initials[row_term],
            len(looked),
        ),
    ]
    return np.unique(np.concatenate(found))


def _short(length: Array, weight: Array) -> Array:
    """Which words may be initials, by their letters and what they are worth."""
    return (length >= PART_ACRONYM.start) & (length < PART_ACRONYM.stop) & (weight >= HEAVY)


def _answer(
    short: tuple[Array, Array, Array], full: tuple[Array, Array, Array], letters: Array, initials: Array, count: int
) -> Array:
    """Answer short words (their places, their pairs, the best answers of all) whose letters open ones begin with."""
    at, pair, best = short
    theirs, their_pair, their_best = full
    value = np.float32(weights().likeness["acronym"])
    initials = np.where(their_best[theirs] <= 0, initials, 0)
    begun = np.zeros(count, np.uint32)
    np.bitwise_or.at(begun, their_pair, initials)
    some = np.flatnonzero((letters > 0) & (letters & ~begun[pair] == 0))
    if not len(some):
        return np.empty(0, np.int64)
    wanted = np.zeros(count, np.uint32)
    np.bitwise_or.at(wanted, pair[some], letters[some])
    words = np.flatnonzero(initials & wanted[their_pair])
    several = np.bincount(their_pair[words], np.bitwise_count(initials[words]), minlength=count) >= FEWEST_WORDS
    some, words = some[several[pair[some]]], words[several[their_pair[words]]]
    best[at[some]] = np.maximum(best[at[some]], value)
    their_best[theirs[words]] = value
    return np.unique(pair[some])
