"""The words of queries and of listed names as slots of arrays, with neighbours written together beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screening.matching.bags import Bags
from screening.matching.nearness import Near
from screening.matching.ranges import pointers, spread, which

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class ListedSlots:
    """Listed names as rows of terms with their worth, and of neighbours written together."""

    start: Array
    term: Array
    weight: Array
    left_over: Array
    own: Array
    words: Array
    joined_start: Array
    joined_term: Array
    joined_first: Array
    joined_count: Array


@dataclass(frozen=True, slots=True)
class Side:
    """One side's slots, name after name: terms first, then neighbours written together.

    ``worth`` is the slot's place in the arrays of weights, -1 for neighbours; ``begin`` the place there of its first
    word; ``first`` and ``count`` say which of the name's slots a slot stands for.
    """

    start: Array
    term: Array
    worth: Array
    begin: Array
    first: Array
    count: Array


def query_side(bags: Bags, near: Near, names: Array) -> Side:
    """The slots of queries; neighbours written together only where they are near some listed term."""
    joined = bags.joined
    count = len(bags.terms.texts)
    found = np.zeros(near.height, bool)
    found[near.row] = True
    order = which(found[count:])
    order = order[np.argsort(joined.row[order], kind="stable")]
    return _side(
        names,
        bags.start,
        bags.term,
        pointers(joined.row[order], len(bags.start) - 1),
        order + count,
        joined.first[order] - bags.start[joined.row[order]],
        joined.count[order],
        None,
    )


def listed_side(listed: ListedSlots, names: Array, hit: Array) -> Side:
    """The slots of listed names; neighbours written together only where ``hit`` says some query's term is near."""
    return _side(
        names,
        listed.start,
        listed.term,
        listed.joined_start,
        listed.joined_term,
        listed.joined_first,
        listed.joined_count,
        hit,
    )


def _side(
    names: Array,
    start: Array,
    term: Array,
    joined_start: Array,
    joined_term: Array,
    joined_first: Array,
    joined_count: Array,
    hit: Array | None,
) -> Side:
    words = start[names + 1] - start[names]
    at = spread(start[names], words)
    joins = joined_start[names + 1] - joined_start[names]
    more = spread(joined_start[names], joins)
    number = np.arange(len(names))
    row = number.repeat(joins)
    if hit is not None:
        kept = which(hit[joined_term[more]])
        more, row = more[kept], row[kept]
    word_row = number.repeat(words)
    place = at - start[names][word_row]
    if not len(more):
        alone = np.ones(len(at), np.int64)
        return Side(pointers(word_row, len(names)), term[at], at, at, place, alone)
    order = np.argsort(np.concatenate((word_row, row)), kind="stable")
    return Side(
        pointers(np.concatenate((word_row, row)), len(names)),
        np.concatenate((term[at], joined_term[more]))[order],
        np.concatenate((at, np.full(len(more), -1)))[order],
        np.concatenate((at, start[names][row] + joined_first[more]))[order],
        np.concatenate((place, joined_first[more]))[order],
        np.concatenate((np.ones(len(at), np.int64), joined_count[more]))[order],
    )


def share(best: Array, side: Side, slots: Array, base: Array) -> Array:
    """What neighbours written together are worth, each of them is; gives the slots of such."""
    together = which((side.worth[slots] < 0) & (best > 0))
    if not len(together):
        return together
    for step in range(int(side.count[slots[together]].max(initial=0))):
        here = together[side.count[slots[together]] > step]
        np.maximum.at(best, base[here] + side.first[slots[here]] + step, best[here])
    return together


def weakest(best: Array, side: Side, slots: Array, base: Array) -> Array:
    """How well the worst answered of the words is answered that each of these slots stands for."""
    found = np.full(len(slots), np.inf, np.float32)
    for step in range(int(side.count[slots].max(initial=0))):
        here = which(side.count[slots] > step)
        found[here] = np.minimum(found[here], best[base[here] + side.first[slots[here]] + step])
    return found
