"""Words compared as the scorer does, for the few likely pairs of names that are left: a closer bound on their score."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching.bags import Bags
from screening.matching.joining import FEWEST_AROUND, SHORTEST_AROUND, Run, joined_likeness
from screening.matching.listed_terms import ListedTerms
from screening.matching.nearness import Near
from screening.matching.part_likeness import word_likeness
from screening.matching.persons import person_likeness
from screening.matching.ranges import once
from screening.matching.similarity import Likeness
from screening.matching.slots import ListedSlots
from screening.matching.weights import weights
from screening.names.compounds import is_compound
from screening.names.parsing import Mode, Part
from screening.names.vocabulary import meanings
from screening.names.word import Word, make_together, word

Array = NDArray[Any]

PART: Final = 2
"""Letters by which a word must be longer than another to hold more than that one."""
LONGEST_RUN: Final = 4
"""Neighbouring words that one longer word may hold."""
MOST_MORE: Final = 8
"""Letters by which such words together may be longer or shorter than that word."""
OVER: Final = 3
"""Words of which the middle one may be left out."""
PARTICLES: Final = frozenset({"particle", "patronymic_marker"})


class Closer:
    """How alike words of queries and listed words are, where each is compared as a word and as nothing else."""

    def __init__(self, bags: Bags, listed: ListedTerms, slots: ListedSlots, mode: Mode) -> None:
        self._mine = bags.terms.texts
        self._theirs = listed.text
        self._mine_at, self._mine_start = bags.term, bags.start
        self._theirs_at, self._theirs_start = slots.term, slots.start
        self._sure = bags.terms.sure(mode)
        self._sure_listed = listed.sure
        self._width = listed.width
        self._like = person_likeness if mode == "person" else word_likeness
        if mode == "organisation":  # words of business are compared as words too, where their meanings do not meet
            self._sure, self._sure_listed = ~bags.terms.phrase, ~listed.phrase
            self._like = _firm_likeness

    def look(self, near: Near, row: Array, column: Array) -> Near:
        """The same matrix with the likeness of words in these places, but for those that meet in meaning."""
        _, at = near.places(row, column)
        at, _ = once(at[~near.meant[at]])
        value, alone, part = near.value.copy(), near.alone.copy(), near.part.copy()
        some = value[at]
        part[at] = self.value(some, near.row[at], near.column[at])
        value[at] = alone[at] = some
        return replace(near, value=value, alone=alone, part=part)

    def value(self, value: Array, mine: Array, theirs: Array) -> Array:
        """Put the likeness of words where there is a value, but for words that may be more than words.

        Says which words may answer each other together with their neighbours (Alfawaz, Al Fawwaz).
        """
        at = np.flatnonzero((value > 0) & self._sure[mine] & self._sure_listed[theirs])
        part = np.zeros(len(value), bool)
        if not len(at):
            return part
        different, places = once(mine[at].astype(np.int64) * self._width + theirs[at])
        pairs = [(self._mine[i], self._theirs[j]) for i, j in zip(*divmod(different, self._width), strict=True)]
        make_together({text for pair in pairs for text in pair})
        found = np.array([self._like(word(a), word(b)).value for a, b in pairs], np.float32)
        wide = np.array([abs(_letters(a) - _letters(b)) >= PART for a, b in pairs], bool)
        part[at] = wide[places] & (found[places] < value[at])
        value[at] = found[places]
        return part

    def with_neighbours(self, value: Array, mine: Array, theirs: Array) -> Array:
        """How alike two words are, given by their places and how alike they are alone, where the shorter of the two may
        be written together with its neighbours.
        """
        if not len(value):
            return value
        found = value.copy()
        begin, end = self._bounds(self._mine_start, mine)
        first, last = self._bounds(self._theirs_start, theirs)
        for at, (i, a, b, j, c, d) in enumerate(
            zip(*(each.tolist() for each in (mine, begin, end, theirs, first, last)), strict=True)
        ):
            ours, other = self._mine[self._mine_at[i]], self._theirs[self._theirs_at[j]]
            if _letters(ours) > _letters(other):
                names = tuple(self._theirs[number] for number in self._theirs_at[c:d].tolist())
                found[at] = max(found[at], _with_neighbours(ours, names, j - c))
            else:
                names = tuple(self._mine[number] for number in self._mine_at[a:b].tolist())
                found[at] = max(found[at], _with_neighbours(other, names, i - a))
        return found

    @staticmethod
    def _bounds(start: Array, place: Array) -> tuple[Array, Array]:
        """Where the names begin and end in which these places are."""
        name = np.searchsorted(start, place, side="right")
        return start[name - 1], start[name]

    def together(self, mine: tuple[Array, Array], theirs: tuple[Array, Array]) -> Array:
        """How alike words are that are written together: side by side, the place of the first word, and how many."""
        if not len(mine[0]):
            return np.empty(0, np.float32)
        left, right = self._runs(self._mine, self._mine_at, *mine), self._runs(self._theirs, self._theirs_at, *theirs)
        return np.array([_together(a, b) for a, b in zip(left, right, strict=True)], np.float32)

    @staticmethod
    def _runs(texts: Any, term: Array, first: Array, count: Array) -> list[tuple[str, ...]]:
        return [
            tuple([texts[number] for number in term[at : at + size].tolist()])
            for at, size in zip(first.tolist(), count.tolist(), strict=True)
        ]


def _firm_likeness(left: Word, right: Word) -> Likeness:
    """Likeness of two words of companies' names; either may be a word of business that the other is cut short from."""
    found = word_likeness(left, right)
    a, b = left.text, right.text
    cut = weights().likeness["abbreviation"]
    if found.value < cut and (a.startswith(b) or b.startswith(a)) and (meanings(a) or meanings(b)):
        return Likeness(cut, "cut short")
    return found


@lru_cache(maxsize=1 << 16)
def _together(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The most that words written together can be alike; of three, the middle one may be left out.

    The first may stand behind the last beside one long word (Zahed, Hossein Ghorbani; Vodrina, Galina).
    """
    ours = [left, (left[0], left[-1])] if len(left) == OVER else [left]
    theirs = [right, (right[0], right[-1])] if len(right) == OVER else [right]
    ways = [(a, b) for a in ours for b in theirs]
    for one, several in ((left, right), (right, left)):
        if len(one) == 1 and len(several) >= FEWEST_AROUND and len(one[0]) >= SHORTEST_AROUND:
            ways.append((one, (several[-1], several[0])))
    return max(joined_likeness(_run(a), _run(b)).value for a, b in ways)


@lru_cache(maxsize=1 << 14)
def _with_neighbours(long: str, words: tuple[str, ...], at: int) -> float:
    """The most that a word and neighbouring words of a name, that in a place among them, can be alike."""
    ends = range(at + 1, len(words) + 1)
    runs = [words[start:end] for end in ends for start in range(max(0, end - LONGEST_RUN), at + 1)]
    runs += [(words[one], words[one + 2]) for one in (at - 2, at) if one >= 0 and one + 2 < len(words)]
    letters = _letters(long)
    if at + 1 < len(words) and is_compound(long, words[at], words[at + 1]):
        return weights().likeness["joined"]
    return max(
        (
            joined_likeness(_run((long,)), _run(run)).value
            for run in runs
            if len(run) > 1 and abs(sum(map(_letters, run)) - letters) <= MOST_MORE
        ),
        default=0.0,
    )


@lru_cache(maxsize=1 << 14)
def _run(texts: tuple[str, ...]) -> Run:
    """Words written together, each of which may be a particle."""
    return Run([_part(text) for text in texts])


@lru_cache(maxsize=1 << 14)
def _part(text: str) -> Part:
    kind = "particle" if any(meaning.kind in PARTICLES for meaning in meanings(*text.split(" "))) else "name"
    return Part(kind, text, tuple(map(word, text.split(" "))), frozenset(), 1.0)


def _letters(text: str) -> int:
    """How many Latin letters a word is written with."""
    return len(text) if text.isascii() else len(word(text).readings[0].text)
