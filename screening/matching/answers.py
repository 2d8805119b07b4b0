"""Which words of likely pairs answer which, as the best answer of every word, and what the answers add up to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching.bags import Bags
from screening.matching.closer import Closer
from screening.matching.nearness import Near
from screening.matching.ranges import run_starts, spread, which
from screening.matching.slots import ListedSlots, Side, share, weakest
from screening.matching.weights import weights

Array = NDArray[Any]

ROUNDED: Final = 1e-4
"""How far a likeness may be off that was kept in fewer digits."""
HEAVY: Final = 0.3
"""A word that may be worth so much may be a name, which another spelling of it could answer."""


@dataclass(frozen=True, slots=True)
class Match:
    """For each pair and slot of either side that stands for a word: its best answer, the pair, where its worth is.

    ``joined`` says for which pairs words written together were answered.
    """

    row_best: Array
    row_pair: Array
    row_worth: Array
    column_best: Array
    column_pair: Array
    column_worth: Array
    joined: Array

    def sums(self, bags: Bags, listed: ListedSlots, at: float) -> tuple[Sums, Sums]:
        """What both sides add up to, pair by pair; ``at`` is the least they must score."""
        count = len(self.joined)
        return (
            Sums.of(self.row_best, self.row_pair, self.row_worth, bags, count, at),
            Sums.of(self.column_best, self.column_pair, self.column_worth, listed, count, at),
        )

    def with_several_initials(self) -> Match:
        """The same where two initials that are answered say more than one does (`Passes.by_several_initials`)."""
        like = weights().likeness
        rows, columns = (np.abs(best - like["initial"]) < ROUNDED for best in (self.row_best, self.column_best))
        count = len(self.joined)
        several = (np.bincount(self.row_pair[rows], minlength=count) > 1) | (
            np.bincount(self.column_pair[columns], minlength=count) > 1
        )
        if not several.any():
            return self
        return replace(
            self,
            row_best=np.where(rows & several[self.row_pair], like["initials"], self.row_best),
            column_best=np.where(columns & several[self.column_pair], like["initials"], self.column_best),
        )

    def of(self, pairs: Array) -> Match:
        """The same of these pairs only, numbered anew."""
        number = np.full(len(self.joined), -1)
        number[pairs] = np.arange(len(pairs))
        row, column = number[self.row_pair], number[self.column_pair]
        rows, columns = which(row >= 0), which(column >= 0)
        return Match(
            self.row_best[rows],
            row[rows],
            self.row_worth[rows],
            self.column_best[columns],
            column[columns],
            self.column_worth[columns],
            self.joined[pairs],
        )


def match(near: Near, ours: Side, theirs: Side, query_at: Array, name_at: Array, closer: Closer | None) -> Match:
    """The best answers of each pair of a query and a listed name, given as numbers into the sides' names.

    Where there is one to ask, words written together are as alike as ``closer`` says.
    """
    count = len(query_at)
    our_start, their_start = ours.start[query_at], theirs.start[name_at]
    mine, other = ours.start[query_at + 1] - our_start, theirs.start[name_at + 1] - their_start
    number = np.arange(count)
    rows, row_pair = spread(our_start, mine), number.repeat(mine)
    columns, column_pair = spread(their_start, other), number.repeat(other)
    # every slot of one side with every slot of the other, pair after pair
    wide = other[row_pair]
    cell_column = spread(their_start[row_pair], wide)
    some, place = near.places(ours.term[rows].repeat(wide), theirs.term[cell_column])
    value = near.value[place]
    cell_row = np.arange(len(rows)).repeat(wide)[some]
    row_base, column_base = mine.cumsum() - mine, other.cumsum() - other
    cell_pair = row_pair[cell_row]
    cell_place = column_base[cell_pair] + cell_column[some] - their_start[cell_pair]
    row_best = np.zeros(len(rows), np.float32)
    column_best = np.zeros(len(columns), np.float32)
    if closer is not None:
        left, right = rows[cell_row], cell_column[some]
        joint = (ours.worth[left] < 0) | (theirs.worth[right] < 0)
        single = which(~joint)
        np.maximum.at(row_best, cell_row[single], value[single])
        np.maximum.at(column_best, cell_place[single], value[single])
        # Only what would better an answer need be looked at.
        part = single[near.part[place[single]]]
        most = weights().likeness["joined"]
        part = part[np.minimum(row_best[cell_row[part]], column_best[cell_place[part]]) < most]
        value[part] = closer.with_neighbours(value[part], ours.begin[left[part]], theirs.begin[right[part]])
        both = which(joint)
        least = np.minimum(
            weakest(row_best, ours, left[both], row_base[cell_pair[both]]),
            weakest(column_best, theirs, right[both], column_base[cell_pair[both]]),
        )
        both = both[value[both] > least]
        alike = closer.together(
            (ours.begin[left[both]], ours.count[left[both]]), (theirs.begin[right[both]], theirs.count[right[both]])
        )
        # What they spell in another script is not seen in how they are written.
        spelled = near.value[place[both]] > near.alone[place[both]]
        value[both] = np.where(spelled, np.maximum(value[both], alike), alike)
    np.maximum.at(row_best, cell_row, value)
    np.maximum.at(column_best, cell_place, value)
    joined = np.zeros(count, bool)
    joined[row_pair[share(row_best, ours, rows, row_base[row_pair])]] = True
    joined[column_pair[share(column_best, theirs, columns, column_base[column_pair])]] = True
    our_worth, their_worth = ours.worth[rows], theirs.worth[columns]
    words, others = which(our_worth >= 0), which(their_worth >= 0)
    return Match(
        row_best[words],
        row_pair[words],
        our_worth[words],
        column_best[others],
        column_pair[others],
        their_worth[others],
        joined,
    )


@dataclass(frozen=True, slots=True)
class Sums:
    """Of one side, for each pair: points and weight of what is answered, what is left over, and how much are names."""

    points: Array
    answered: Array
    left_over: Array
    own: Array
    open: Array
    open_left: Array
    weakest: Array
    shared: Array
    words: Array
    own_words: Array
    least_points: Array
    least_weight: Array
    least_left: Array

    @classmethod
    def of(cls, best: Array, pair: Array, worth: Array, names: Bags | ListedSlots, count: int, at: float) -> Sums:
        """Add up one side: the best answer of each slot, the pair it is of, and where its worth stands.

        ``least_points``, ``least_weight`` and ``least_left`` are of the answered name that costs a pair the least to
        lose, where it scores about ``at``.
        """
        weight, left_over, own = names.weight[worth], names.left_over[worth], names.own[worth]
        open_ = best <= 0
        answered = ~open_
        held = own & answered
        heavy = open_ & (weight >= HEAVY)
        # The slots of a pair stand together: its sums and its least are those of a run.
        begin = run_starts(pair)
        of = pair[begin]
        everywhere = len(of) == count

        def put(values: Array, otherwise: float) -> Array:
            if everywhere:
                return values
            found = np.full(count, otherwise, values.dtype)
            found[of] = values
            return found

        def total(values: Array) -> Array:
            return put(np.add.reduceat(values, begin) if len(begin) else values, 0.0)

        def least(values: Array, where: Array) -> Array:
            values = np.where(where, values, np.float32(np.inf))
            return put(np.minimum.reduceat(values, begin) if len(begin) else values, np.inf)

        weakest = least(best, held)
        weakest[weakest > 1.0] = 0.0
        points = weight * best
        cost = np.where(held, points - at * (weight - 2 * left_over), np.float32(np.inf))
        least_cost = np.minimum.reduceat(cost, begin) if len(begin) else cost
        ends = np.concatenate((begin, (len(pair),)))
        # of each run the first slot that costs so little
        cheap = which(cost == least_cost.repeat(ends[1:] - ends[:-1]))
        cheapest = cheap[run_starts(pair[cheap])]
        return cls(
            total(points),
            total(weight * answered),
            total(left_over * open_),
            total(weight * (own & open_)),
            total(weight * heavy),
            total(left_over * heavy),
            weakest,
            total((names.words[worth] * answered).astype(np.int32)),
            total(answered.astype(np.int32)),
            total(held.astype(np.int32)),
            put(points[cheapest], 0.0),
            put(weight[cheapest], 0.0),
            put(left_over[cheapest], 0.0),
        )
