"""How near the terms of queries and of listed names can be at most: a sparse matrix found through shared keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from screening.matching import terms as kinds
from screening.matching.bags import Bags
from screening.matching.edits import EASIEST_EDIT, MOST_EDITS, Written, spelled_apart, together_apart, too_short
from screening.matching.key_table import KeyTable
from screening.matching.listed_terms import ListedTerms
from screening.matching.meant import telling_words
from screening.matching.neighbours import ALONE, BOTH
from screening.matching.other_letter import SHORTEST_SLIP
from screening.matching.part_likeness import begins
from screening.matching.ranges import once, run_starts, spread, which
from screening.matching.similarity import FEWEST_OUT, are_transcribed
from screening.matching.weights import weights
from screening.names.parsing import Mode
from screening.names.word import word

Array = NDArray[Any]

FEWEST_BONES: Final = 3
_A: Final = np.uint64(ord("a") + 1)
_MOST_BITS: Final = 22
_SPARSE: Final = 8
"""Places of the table of hashes for each that is taken."""
_MEANT: Final = (
    kinds.MEANING,
    kinds.VARIANT,
    kinds.TOGETHER,
    kinds.ONE_LISTED,
    kinds.ONE_ASKED,
    kinds.SYLLABLES,
    kinds.CUT,
    kinds.INITIAL,
)
"""Kinds of key that say more than how words are written."""
_LOOSE: Final = (kinds.ONE_OUT, kinds.SKELETON, kinds.BONE_OUT)
"""Kinds of key that words share which may be no more than alike: their spelling is looked at."""


@dataclass(frozen=True, slots=True)
class Near:
    """Sparse matrix, query terms × listed terms; ``pair`` is row × width + column, sorted.

    ``meant`` says of each pair whether it may owe its value to more than how the two words are written, ``alone``
    what its value is without the syllables of Chinese and Korean names that the two words share, ``part`` whether the
    words may be more alike together with their neighbours; ``row``, ``column`` are those of each pair, ``seen`` says
    which hashes of places there are, ``hit`` which columns.
    """

    pair: Array
    value: Array
    meant: Array
    alone: Array
    part: Array
    row: Array
    column: Array
    seen: Array
    hit: Array
    height: int
    width: int

    @classmethod
    def of(cls, pair: Array, value: Array, meant: Array, alone: Array, height: int, width: int) -> Near:
        """From pairs sorted, each once."""
        row = pair // width
        column = pair - row * width
        # Most places looked up hold nothing: a coarse table of the hashes there are says so at once.
        seen = np.zeros(1 << min(max(len(pair) * _SPARSE, 1).bit_length(), _MOST_BITS), bool)
        seen[_hashed(row, column, len(seen))] = True
        hit = np.zeros(width, bool)
        hit[column] = True
        return cls(pair, value, meant, alone, np.zeros(len(pair), bool), row, column, seen, hit, height, width)

    def without_syllables(self) -> Near:
        """The same matrix as if syllables of Chinese and Korean names said nothing."""
        return replace(self, value=self.alone)

    def reached(self, name: Array, term: Array, value: Array) -> tuple[Array, Array, Array]:
        """What names hold of listed terms, if they hold so much of terms of queries: names, listed terms, how much.

        A listed term that several terms of a name are near stands there several times.
        """
        begins = np.searchsorted(self.row, np.arange(self.height + 1))
        first, length = begins[term], np.diff(begins)[term]
        at = spread(first, length)
        return name.repeat(length), self.column[at], value.repeat(length) * self.value[at]

    def places(self, row: Array, column: Array) -> tuple[Array, Array]:
        """Which of these places hold something, and where in ``pair`` each of those stands."""
        if not len(self.pair):
            return np.empty(0, np.int64), np.empty(0, np.int64)
        likely = which(np.take(self.seen, _hashed(row, column, len(self.seen))))
        wanted = row[likely].astype(np.int64) * self.width + column[likely]
        at = np.minimum(np.searchsorted(self.pair, wanted), len(self.pair) - 1)
        held = self.pair[at] == wanted
        return likely[held], at[held]


def _hashed(row: Array, column: Array, size: int) -> Array:
    """A number below ``size``, a power of two, for each place."""
    mixed = row.astype(np.uint32) * np.uint32(0x9E3779B1) + column.astype(np.uint32) * np.uint32(0x85EBCA77)
    return mixed >> np.uint32(33 - size.bit_length())


def near(bags: Bags, table: KeyTable, listed: ListedTerms, mode: Mode) -> Near:
    """How near each term of queries, and each pair of their neighbours, is to each listed term."""
    terms, joined = bags.terms, bags.joined
    count = len(terms.texts)
    left, right, how = table.meet(
        np.concatenate((terms.key, joined.key)),
        np.concatenate((terms.owner, joined.of + np.int32(count))),
        np.concatenate((terms.kind, joined.kind)),
    )
    # Words written together on both sides meet word by word; consonants alone say something only of words together
    # with one word, and where vowels are not sure.
    single, one = left < count, right < listed.count
    apart = single | one
    vague = np.concatenate((terms.consonants.astype(np.int8) * ALONE, joined.vague))
    mine, theirs = vague[left], listed.vague[right]
    bare = np.where(single == one, ~single & ((mine & theirs & BOTH) > 0), ((mine | theirs) & ALONE) > 0)
    apart = np.where(how == kinds.TOGETHER, bare, np.where(how >= kinds.ONE_LISTED, single != one, apart))
    met = which(apart)
    left, right, how = left[met], right[met], how[met]
    value = _values()[how]
    loose = which(_among(_LOOSE)[how])
    value[loose] = _spelled(bags, listed, left[loose], right[loose], how[loose], mode)
    sound = which(how == kinds.TRANSCRIBED)
    if len(sound):
        value[sound] = _transcribed(bags, listed, left[sound], right[sound])
    together = which(how >= kinds.ONE_LISTED)
    if len(together):
        value[together] = _spelled_together(bags, listed, left[together], right[together])
    # Words that share their consonants, some at least, are alike in persons' names however their vowels differ, in all
    # where the one has left out some of the other's.
    bones = bags.terms.bones
    bare = which((how == kinds.SKELETON) & (left < count))
    bare = bare[bones.length[left[bare]] - (bones.first[left[bare]] == _A) >= FEWEST_BONES]
    fewer = np.abs(bags.terms.reading.length[left[bare]] - listed.length[right[bare]]) >= FEWEST_OUT
    like = weights().likeness
    floor = np.where(fewer, like["vowels_out"], like["same_consonants"] if mode == "person" else 0.0)
    value[bare] = np.maximum(value[bare], floor.astype(np.float32))
    kept = which(value > 0)
    width = listed.width
    pair, value, how = left[kept] * width + right[kept], value[kept], how[kept]
    order = np.argsort(pair, kind="stable")
    pair, value, how = pair[order], value[order], how[order]
    first = run_starts(pair)
    meant, syllables = _among(_MEANT)[how], how == kinds.SYLLABLES
    return Near.of(
        pair[first],
        np.maximum.reduceat(value, first) if len(first) else value,
        np.logical_or.reduceat(meant, first) if len(first) else meant,
        np.maximum.reduceat(np.where(syllables, np.float32(0), value), first) if len(first) else value,
        count + len(joined.row),
        width,
    )


@cache
def _among(some: tuple[int, ...]) -> Array:
    """Of each kind of key whether it is one of these."""
    return np.isin(np.arange(kinds.ONE_ASKED + 1), some)


def _values() -> Array:
    """The most that two terms sharing a key of each kind can be alike; the loose kinds are looked at closer."""
    like = weights().likeness
    values = np.zeros(kinds.ONE_ASKED + 1, np.float32)
    values[kinds.READING] = 1.0
    values[kinds.SOUND] = max(like["sound"], like["transliterated"])
    values[kinds.MEANING] = like["translated"]
    values[kinds.VARIANT] = max(like["variant"], like["nickname"])
    values[kinds.TOGETHER] = like["skeleton"]
    values[kinds.SYLLABLES] = like["korean"]
    values[kinds.INITIAL] = like["initial"]
    values[kinds.CUT] = like["abbreviation"]
    return values


def _spelled(bags: Bags, listed: ListedTerms, left: Array, right: Array, how: Array, mode: Mode) -> Array:
    """The most that terms alike in spelling can be worth: by their edits where each has one sound, else by kind."""
    like = weights().likeness
    terms = bags.terms
    unvowelled = terms.consonants[left] | listed.consonants[right]
    value = np.where(unvowelled, np.float32(like["skeleton"]), np.float32(0.9))
    # A skeleton with a letter left out says something only where the vowels are known.
    value[(how == kinds.BONE_OUT) & unvowelled] = 0.0
    short = too_short(terms, listed, left, right)
    value[short] = 0.0
    exact = which((~unvowelled | (how != kinds.SKELETON)) & (value > 0))
    pair, each = once(left[exact] * listed.width + right[exact])
    value[exact] = spelled_apart(terms, listed, *np.divmod(pair, listed.width))[each]
    some = which(short)
    if mode != "vessel" and len(some):
        value[some] = _slips(bags, listed, left[some], right[some], mode)
    some = which(terms.phrase[left] | listed.phrase[right])
    if len(some):
        value[some] = _within(bags, listed, left[some], right[some])
    return value


def _transcribed(bags: Bags, listed: ListedTerms, left: Array, right: Array) -> Array:
    """What terms are worth of which one may be the other in Chinese, Korean or Japanese syllables."""
    pair, each = once(left * listed.width + right)
    pairs = zip(*map(np.ndarray.tolist, divmod(pair, listed.width)), strict=True)
    count = len(bags.terms.texts)
    found = [
        i >= count or j >= listed.count or are_transcribed(word(bags.terms.texts[i]), word(listed.text[j]))
        for i, j in pairs  # of words together, the keys alone say it: few have any
    ]
    return np.array(found, np.float32)[each] * np.float32(weights().likeness["transcribed"])


def _spelled_together(bags: Bags, listed: ListedTerms, left: Array, right: Array) -> Array:
    """The most that words written together can be alike with one word, by the edits between sounds or spellings."""
    pair, each = once(left * listed.width + right)
    best = np.zeros(len(pair), np.float32)
    row, column = np.divmod(pair, listed.width)
    terms, count = bags.terms, len(bags.terms.texts)
    ours = Written(terms.forms, terms.letters, terms.reading.length, count)
    theirs = Written(listed.forms, listed.letters, listed.length, listed.count)
    one = which(row < count)
    best[one] = together_apart(ours, row[one], theirs, listed.parts[column[one] - listed.count])
    one = which(row >= count)
    best[one] = together_apart(theirs, column[one], ours, bags.joined.parts[row[one] - count])
    return best[each] * np.float32(weights().likeness["joined"])


def _within(bags: Bags, listed: ListedTerms, left: Array, right: Array) -> Array:
    """The most that words are worth beside phrases that hold them, by the edits to the nearest word of the phrase."""
    pair, each = once(left * listed.width + right)
    best = []
    for i, j in zip(*map(np.ndarray.tolist, divmod(pair, listed.width)), strict=True):
        one, phrase = sorted((bags.terms.texts[i], listed.text[j]), key=lambda text: " " in text)
        words = () if " " in one else telling_words(phrase)
        best.append(max((_nearly(one, text) for text in words), default=0.0))
    return np.array(best, np.float32)[each]


def _nearly(one: str, other: str) -> float:
    """The most that two words can be alike as they are spelt."""
    long = max(len(one), len(other))
    edits = OSA.distance(one, other, score_cutoff=MOST_EDITS)
    if edits == 0:
        return 1.0
    if long < weights().likeness["shortest"] or edits > min(MOST_EDITS, long // 2):
        return 0.0
    return 1.0 - weights().likeness["edit_cost"] * EASIEST_EDIT * edits / long


def _slips(bags: Bags, listed: ListedTerms, left: Array, right: Array, mode: Mode) -> Array:
    """What short words are worth that are not the same: a key struck for its neighbour, a word cut short."""
    like = weights().likeness
    value = np.zeros(len(left), np.float32)
    terms = bags.terms
    if mode == "organisation":
        some = which(~(terms.own[left] & listed.sure[right]))
        worth, alike = like["abbreviation"], _begins
    else:
        some = which((terms.reading.length[left] == SHORTEST_SLIP) & (listed.length[right] == SHORTEST_SLIP))
        worth, alike = weights().person["slip"], _slipped
    pair, each = once(left[some] * listed.width + right[some])
    texts, others = terms.texts, listed.text
    found = [
        alike(texts[i], others[j]) for i, j in zip(*map(np.ndarray.tolist, divmod(pair, listed.width)), strict=True)
    ]
    value[some] = np.array(found, np.float32)[each] * worth
    return value


def _begins(one: str, other: str) -> bool:
    """Whether one word is the beginning of the other."""
    left, right = word(one), word(other)
    return begins(left, right) or begins(right, left)


def _slipped(one: str, other: str) -> bool:
    """Whether in one word one key is struck for its neighbour."""
    apart = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) == len(other) and len(apart) == 1 and apart[0] in weights().neighbours
