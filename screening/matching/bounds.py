"""The most that likely pairs can score, word by word, without reading a single name: what is below it is dropped.

The scorer pairs words, adds what each pair is worth and takes off what is left over. Here each word takes the most
that any word of the other name can give it, in arrays for all pairs at once. The bound errs in favour of the pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching.answers import HEAVY, Match, Sums, match
from screening.matching.bags import Bags
from screening.matching.closer import Closer
from screening.matching.edits import EASIER_EDITS, spelled_apart, too_short
from screening.matching.listed_terms import ListedTerms
from screening.matching.nearness import Near
from screening.matching.other_vowels import FEWEST_BONES
from screening.matching.ranges import once, spread, which
from screening.matching.scoring import AFFILIATE_LIKENESS
from screening.matching.short_for import answer_by_initials
from screening.matching.slots import ListedSlots, listed_side, query_side
from screening.matching.syllables import may_share_given_name
from screening.matching.weights import weights
from screening.names.parsing import Mode

Array = NDArray[Any]

HOPED: Final = 0.9
"""What two words that share no key may still be alike, with two or three letters between them."""
BEGUN: Final = 0.25
"""From which bound on a pair may be a match by a word that is the initials of others."""
HELD: Final = AFFILIATE_LIKENESS - 0.01
"""How well each distinctive word of a listed name must be answered in a possible affiliate's, at most."""
TOGETHER: Final = 16384
"""Pairs looked at in one go: few enough that their words stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What passes: the least share of two names, the least bound on their score; what is taken off the bound.

    ``contradiction`` where names are left over on both sides, ``one_name_only`` where one word is all they share.
    """

    cut: float
    least: float
    contradiction: float
    one_name_only: float


def passing(
    bags: Bags,
    near: Near,
    terms: ListedTerms,
    listed: ListedSlots,
    query: Array,
    name: Array,
    limits: Limits,
    telling: Array,
    mode: Mode,
) -> tuple[Array, Array]:
    """Which pairs can score enough, as numbers into ``query`` and ``name``, and the most each can score.

    ``telling`` says of each pair whether it may be one of a possible affiliate. What passes is looked at a second
    time, with the words of each pair compared as the scorer does: that costs more, and few pairs get so far.
    """
    parts = [
        _passing(bags, near, terms, listed, query[some], name[some], limits, telling[some], None, mode)
        for some in (slice(at, at + TOGETHER) for at in range(0, len(query), TOGETHER))
    ]
    kept = np.concatenate([np.empty(0, np.int64), *(at + number * TOGETHER for number, (at, _) in enumerate(parts))])
    bound = np.concatenate([np.empty(0), *(bound for _, bound in parts)])
    if not len(kept):
        return kept, bound
    closer = Closer(bags, terms, listed, mode)
    near = closer.look(near, *_met(bags, listed, query[kept], name[kept]))
    again, bound = _passing(bags, near, terms, listed, query[kept], name[kept], limits, telling[kept], closer, mode)
    if mode != "person":
        return kept[again], bound
    kept = kept[again]
    alone = near.without_syllables()
    sure, _ = _passing(bags, alone, terms, listed, query[kept], name[kept], limits, telling[kept], closer, mode)
    sound = np.zeros(len(kept), bool)
    sound[sure] = True
    for at in which(~sound).tolist():
        sound[at] = may_share_given_name(*_words(bags, terms, listed, query[kept[at]], name[kept[at]]))
    return kept[sound], bound[sound]


def _words(bags: Bags, terms: ListedTerms, listed: ListedSlots, query: int, name: int) -> tuple[list[str], list[str]]:
    """The words of a query and of a listed name."""
    mine = bags.term[bags.start[query] : bags.start[query + 1]].tolist()
    return [bags.terms.texts[at] for at in mine], terms.text[
        listed.term[listed.start[name] : listed.start[name + 1]]
    ].tolist()


def _met(bags: Bags, listed: ListedSlots, query: Array, name: Array) -> tuple[Array, Array]:
    """Every word of each query beside every word of the listed name it is paired with."""
    mine, theirs = np.diff(bags.start)[query], np.diff(listed.start)[name]
    rows = spread(bags.start[query], mine)
    wide = np.repeat(theirs, mine)
    columns = spread(np.repeat(listed.start[name], mine), wide)
    return np.repeat(bags.term[rows], wide), listed.term[columns]


def _passing(
    bags: Bags,
    near: Near,
    terms: ListedTerms,
    listed: ListedSlots,
    query: Array,
    name: Array,
    limits: Limits,
    telling: Array,
    closer: Closer | None,
    mode: Mode,
) -> tuple[Array, Array]:
    if not len(query):
        return np.empty(0, np.int64), np.empty(0, np.float64)
    ours_of, query_at = once(query)
    theirs_of, name_at = once(name)
    ours, theirs = query_side(bags, near, ours_of), listed_side(listed, theirs_of, near.hit)
    answers = match(near, ours, theirs, query_at, name_at, closer)
    if mode == "person":
        answers = answers.with_several_initials()
    mine, other = answers.sums(bags, listed, limits.least)
    bound = _bound(mine, other, answers.joined, limits)
    held = _holds(mine, other)
    # Words that share no key may still be a few letters apart: look, where that could make a match.
    hoped = np.minimum(mine.open, other.open)
    open_ = (hoped > 0) & (bound < limits.least) & (_hoped(mine, other, hoped) >= limits.least)
    if open_.any():
        some = _answer_loosely(bags, terms, listed, answers, open_, closer, mode)
        if len(some):
            again = answers.of(some)
            mine, other = again.sums(bags, listed, limits.least)
            bound[some] = _bound(mine, other, again.joined, limits)
            held[some] = _holds(mine, other)
    if mode == "organisation":
        some = which((bound < limits.least) & (bound >= BEGUN))
        if len(some):
            some = answer_by_initials(bags, terms, listed, answers, some)
        if len(some):
            again = answers.of(some)
            mine, other = again.sums(bags, listed, limits.least)
            bound[some] = _bound(mine, other, again.joined, limits)
    kept = which((bound >= limits.least) | (held & telling))
    return kept, bound[kept]


def _holds(mine: Sums, other: Sums) -> Array:
    """Of which pairs the query may hold all distinctive words of the listed name, and more."""
    return (other.own == 0) & (other.weakest >= HELD) & (mine.left_over > 0)


def _bound(mine: Sums, other: Sums, joined: Array, limits: Limits) -> Array:
    """The most each pair can score as its words are answered; ``joined`` says where words written together helped."""
    points, answered = mine.points + other.points, mine.answered + other.answered
    left_over = mine.left_over + other.left_over
    opposed_by = []
    for side, facing in ((mine, other), (other, mine)):
        # One word answers one: where names outnumber what answers them, those that cost the least are left over.
        opposed = side.own > 0
        some = which(~joined & (side.own_words == side.words) & (side.words > facing.words))
        if len(some):
            more = side.words[some] - facing.words[some]
            points[some] = np.maximum(points[some] - more * side.least_points[some], 0.0)
            answered[some] = np.maximum(answered[some] - more * side.least_weight[some], 0.0)
            left_over[some] += more * side.least_left[some]
            opposed[some] = True
        opposed_by.append(opposed)
    bound = points / np.maximum(answered + 2 * left_over, 1e-6)
    opposed = opposed_by[0] & opposed_by[1]
    alone = (np.maximum(mine.shared, other.shared) < 2) & (mine.left_over + other.left_over > 0)
    kept = np.where(opposed, 1.0 - limits.contradiction, 1.0) * np.where(alone, 1.0 - limits.one_name_only, 1.0)
    return bound * kept


def _hoped(mine: Sums, other: Sums, hoped: Array) -> Array:
    """The most each pair can score if words of this weight on both sides answered each other."""
    part_mine = hoped / np.maximum(mine.open, 1e-6)
    part_other = hoped / np.maximum(other.open, 1e-6)
    rest = mine.left_over - mine.open_left * part_mine + other.left_over - other.open_left * part_other
    total = mine.answered + other.answered + 2 * hoped + 2 * rest
    return (mine.points + other.points + 2 * HOPED * hoped) / np.maximum(total, 1e-6)


def _answer_loosely(
    bags: Bags, terms: ListedTerms, listed: ListedSlots, answers: Match, open_: Array, closer: Closer | None, mode: Mode
) -> Array:
    """Let open words of both sides answer each other by their spelling, where that is near enough; gives the pairs.

    In persons' names those of the same consonants too, which may be one beside other names (`other_vowels`).
    """
    rows = which(open_[answers.row_pair] & (answers.row_best <= 0) & (bags.weight[answers.row_worth] >= HEAVY))
    columns = which(
        open_[answers.column_pair] & (answers.column_best <= 0) & (listed.weight[answers.column_worth] >= HEAVY)
    )
    begin = np.searchsorted(answers.column_pair[columns], answers.row_pair[rows], side="left")
    end = np.searchsorted(answers.column_pair[columns], answers.row_pair[rows], side="right")
    left = np.repeat(rows, end - begin)
    right = columns[spread(begin, end - begin)]
    mine, theirs = bags.term[answers.row_worth[left]], listed.term[answers.column_worth[right]]
    long = ~too_short(bags.terms, terms, mine, theirs)
    left, right, mine, theirs = left[long], right[long], mine[long], theirs[long]
    value = spelled_apart(bags.terms, terms, mine, theirs, EASIER_EDITS)
    floor = np.zeros(len(value), np.float32)
    if mode == "person":
        bones = bags.terms.bones
        same = (bones.value[mine] == terms.bones[theirs]) & (bones.length[mine] >= FEWEST_BONES)
        floor[same] = weights().person["other_vowels"]
    value = np.maximum(value, floor)
    some = which(value)
    if not len(some):
        return some
    left, right, mine, theirs = left[some], right[some], mine[some], theirs[some]
    value, floor = value[some], floor[some]
    if closer is not None:
        part = which(closer.value(value, mine, theirs))
        value[part] = closer.with_neighbours(
            value[part], answers.row_worth[left[part]], answers.column_worth[right[part]]
        )
        value = np.maximum(value, floor)
    np.maximum.at(answers.row_best, left, value)
    np.maximum.at(answers.column_best, right, value)
    return once(answers.row_pair[left])[0]
