"""Listed names as sparse matrices over their terms; which of them are worth scoring for each query.

The product of the query matrix, the matrix of how near terms are, and the names matrix estimates the share of two
names that answers each other. What passes is looked at again, word by word (`screening.matching.bounds`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from screening.matching import terms as kinds
from screening.matching.acronym_table import AcronymTable
from screening.matching.affiliates import ENOUGH, telling, telling_beside
from screening.matching.bags import Bags, bags_of
from screening.matching.bounds import Limits, passing
from screening.matching.cut_names import Beginnings
from screening.matching.key_table import KeyTable
from screening.matching.letters_apart import worth_a_look
from screening.matching.listed_terms import ListedTerms
from screening.matching.nearness import Near, near
from screening.matching.neighbours import Joined
from screening.matching.ranges import best_of_each, pointers, which
from screening.matching.sharing import shared
from screening.matching.slots import ListedSlots
from screening.names.parsing import Mode

Array = NDArray[Any]

MOST_CANDIDATES: Final = 400
MOST_SHARING: Final = 5_000
"""Listed firms' names that are ranked for a query: a name of many words of business holds many short names whole."""
SHARE_CUT: Final = 0.37
"""A pair sharing less than this, the geometric mean of both sides, does not score at the default threshold."""
MISSPELT: Final = 0.85
"""How near a word must be to a word of business to be taken for that, misspelt."""
HELD_CUT: Final = 0.5
"""The share of a listed name that a possible affiliate's name must hold."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Likely pairs: row numbers of queries and of listed names, and the most each pair can score, side by side."""

    query: Array
    name: Array
    bound: Array


class ModeIndex:
    """Listed names compared in one mode, by family of schemas. Arrays only: it pickles and is saved as it stands."""

    def __init__(
        self,
        mode: Mode,
        table: KeyTable,
        terms: ListedTerms,
        slots: ListedSlots,
        families: dict[str, tuple[Array, sparse.csr_matrix]],
        acronyms: AcronymTable,
        beginnings: Beginnings,
        telling: Array,
        total: Array,
    ) -> None:
        self.mode: Mode = mode
        self.table = table
        self.terms = terms
        self.slots = slots
        self.families = families
        self.acronyms = acronyms
        self.beginnings = beginnings
        self.telling = telling
        self.total = total

    @classmethod
    def build(cls, names: Sequence[str], families: Sequence[str], mode: Mode) -> ModeIndex:
        """Index names, in order, each of a family of schemas."""
        bags = bags_of(names, mode, listed=True)
        terms, joined = bags.terms, bags.joined
        count = len(terms.texts)
        # Neighbours written together: one term for each different pair of keys.
        reading, sound = (joined.key[joined.kind == kind].astype(np.uint64) for kind in (kinds.READING, kinds.SOUND))
        both = reading << np.uint64(32) | sound
        unique, one, number = np.unique(both, return_index=True, return_inverse=True)
        vague = np.zeros(len(unique), np.int8)
        np.bitwise_or.at(vague, number, joined.vague)
        first = np.zeros(len(joined.row), bool)
        first[one] = True
        seen = first[joined.of]
        table = KeyTable.of(
            np.concatenate((terms.key, joined.key[seen])),
            np.concatenate((terms.owner, (number[joined.of[seen]] + count).astype(np.int32))),
            np.concatenate((terms.kind, joined.kind[seen])),
        )
        width = count + len(unique)
        listed = ListedTerms(
            count,
            width,
            np.array([*terms.texts, ""], dtype=object)[:-1],
            terms.sure(mode),
            terms.left_over,
            terms.forms,
            terms.letters,
            terms.reading.length,
            terms.longest,
            terms.plain,
            terms.consonants,
            terms.bones.value,
            terms.phrase,
            terms.initials,
            np.concatenate((terms.consonants, vague)),
            terms.begin,
            terms.swapped,
            joined.parts[one],
        )
        total = _totals(bags)
        order = np.argsort(joined.row, kind="stable")
        slots = ListedSlots(
            bags.start,
            bags.term,
            bags.weight,
            bags.left_over,
            bags.own,
            bags.words,
            pointers(joined.row, len(names)),
            number[order] + count,
            joined.first[order] - bags.start[joined.row[order]],
            joined.count[order],
        )
        families_of = np.array(families, dtype=object)
        scale = total if mode == "organisation" else np.sqrt(total)
        matrix = _sparse(*_entries(bags, number + count, joined, scale), (len(names), width))
        grouped = {}
        for family in sorted(set(families)):
            rows = which(families_of == family)
            grouped[family] = (rows, sparse.csr_matrix(matrix[rows].T))
        return cls(
            mode,
            table,
            listed,
            slots,
            grouped,
            AcronymTable.of(bags),
            Beginnings.of(names, mode),
            _telling(bags) if mode == "organisation" else np.zeros(len(names), bool),
            total.astype(np.float32),
        )

    def search(
        self,
        names: Sequence[str],
        wanted: Mapping[str, Array],
        limits: Limits,
        affiliates: Array,
        threads: int = 1,
    ) -> Pairs:
        """Likely pairs of these queries and listed names.

        ``wanted`` says which queries look at which family, ``affiliates`` of each query whether a longer name may make
        it an affiliate of a listed party.
        """
        bags = bags_of(names, self.mode, listed=False)
        nearest = near(bags, self.table, self.terms, self.mode)
        organisation = self.mode == "organisation"
        total = _totals(bags, _little(bags, nearest, self.terms)) if organisation else _totals(bags)
        numbers = np.arange(len(bags.joined.row)) + len(bags.terms.texts)
        scale = np.ones(len(names)) if organisation else np.sqrt(total)
        row, column, value = _entries(bags, numbers, bags.joined, scale)
        drawn = nearest.reached(row, column, value)
        if organisation:
            known = _little_known(bags, nearest, self.terms)
            drawn = (
                np.concatenate((drawn[0], known[0])),
                np.concatenate((drawn[1], known[1])),
                np.concatenate((drawn[2], known[2])),
            )
        spread = _sparse(*drawn, (len(names), nearest.width))
        queries, listed = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        for family, rows in wanted.items():
            if family not in self.families or not len(rows):
                continue
            members, matrix = self.families[family]
            picked = spread if len(rows) == len(names) else spread[rows]
            query, member, share = self._near_names(picked, matrix, limits.cut, threads, total, rows, members)
            if not len(query):
                continue
            kept = worth_a_look(bags, self.terms, self.slots, query, member, share, limits.cut, self.mode)
            kept |= self.telling[member]
            queries.append(query[kept])
            listed.append(member[kept])
        query, member = np.concatenate(queries), np.concatenate(listed)
        telling = self.telling[member] & affiliates[query]
        kept, bound = passing(bags, nearest, self.terms, self.slots, query, member, limits, telling, self.mode)
        query, member = query[kept], member[kept]
        if not organisation:
            return Pairs(query, member, bound)
        asked, short = self.acronyms.meet(bags)
        if not len(asked):
            return Pairs(query, member, bound)
        allowed = np.zeros(len(asked), bool)
        for family, rows in wanted.items():
            if family in self.families:
                allowed |= np.isin(asked, rows) & np.isin(short, self.families[family][0])
        asked, short = asked[allowed], short[allowed]
        return Pairs(
            np.concatenate((asked, query)),
            np.concatenate((short, member)),
            np.concatenate((np.ones(len(asked)), bound)),
        )

    def _near_names(
        self,
        spread: sparse.csr_matrix,
        matrix: sparse.csr_matrix,
        cut: float,
        threads: int,
        total: Array,
        rows: Array,
        members: Array,
    ) -> tuple[Array, Array, Array]:
        """Pairs of a query and a listed name that share at least ``cut``, and how much they share."""
        most = MOST_SHARING if self.mode == "organisation" else MOST_CANDIDATES
        query, member, share = shared(spread, matrix, cut, most, threads)
        query, member = rows[query], members[member]
        if self.mode == "organisation":
            # The product is the share of the listed name; a match shares as much of the query.
            held = share
            share = held * np.sqrt(self.total[member] / np.maximum(total[query], 1e-6))
            kept = (share >= cut) | ((held >= HELD_CUT) & self.telling[member])
            query, member, share = query[kept], member[kept], share[kept]
            best = best_of_each(query, share, MOST_CANDIDATES)
            query, member, share = query[best], member[best], share[best]
        return query, member, share


def _totals(bags: Bags, most: Array | None = None) -> Array:
    """What each name's terms draw in all, each term ``most`` so much."""
    drawn = bags.drawn if most is None else np.minimum(bags.drawn, most[bags.term])
    return np.maximum(np.bincount(bags.row, weights=drawn, minlength=len(bags.start) - 1), 1e-6)


def _little(bags: Bags, nearest: Near, listed: ListedTerms) -> Array:
    """How little each term of queries may draw: a word unheard of may be a misspelt word of business."""
    count = len(bags.terms.texts)
    row, column = nearest.row, nearest.column
    close = which((nearest.value >= MISSPELT) & (row < count) & (column < listed.count))
    close = close[~listed.sure[column[close]]]
    found = np.full(count, np.inf)
    np.minimum.at(found, row[close], listed.left_over[column[close]])
    return found


def _little_known(bags: Bags, nearest: Near, listed: ListedTerms) -> tuple[Array, Array, Array]:
    """What listed names draw that a query's words of business are near to, beyond what such words draw themselves: the
    queries, the listed terms, and how much.
    """
    count = len(bags.terms.texts)
    row, column = nearest.row, nearest.column
    close = which((nearest.value >= MISSPELT) & (row < count) & (column < listed.count))
    more = listed.left_over[column[close]] - bags.terms.left_over[row[close]]
    close = close[listed.sure[column[close]] & ~bags.terms.own[row[close]] & (more > 0)]
    value = np.zeros(len(row), np.float32)
    value[close] = nearest.value[close] * np.sqrt(listed.left_over[column[close]])
    known = np.zeros(count, bool)
    known[row[close]] = True
    some = which(known[bags.term])
    name, column, value = replace(nearest, value=value).reached(
        bags.row[some], bags.term[some], np.ones(len(some), np.float32)
    )
    held = which(value)
    return name[held], column[held], value[held]


def _entries(bags: Bags, numbers: Array, joined: Joined, scale: Array) -> tuple[Array, Array, Array]:
    """The terms of each name: names, terms, and the root of what each draws, so that two names' product is what they
    share.
    """
    some = bags.drawn > 0
    row = np.concatenate((bags.row[some], joined.row))
    column = np.concatenate((bags.term[some], numbers))
    value = np.sqrt(np.concatenate((bags.drawn[some], joined.drawn))) / scale[row]
    return row, column, value.astype(np.float32)


def _sparse(row: Array, column: Array, value: Array, shape: tuple[int, int]) -> sparse.csr_matrix:
    """A matrix of entries in any order; those of one place stay apart."""
    order = np.argsort(row, kind="stable")
    begins = pointers(row, shape[0]).astype(np.int32)
    return sparse.csr_matrix((value[order], column[order].astype(np.int32), begins), shape=shape)


def _telling(bags: Bags) -> Array:
    """Whether each name holds words rare enough that a longer name with it hints at the same house."""
    terms, names = bags.terms, len(bags.start) - 1
    own = terms.own.tolist()
    worth = [telling(text) if alone else telling_beside(text) for text, alone in zip(terms.texts, own, strict=True)]
    return np.bincount(bags.row, weights=np.array(worth, np.float64)[bags.term], minlength=names) >= ENOUGH
