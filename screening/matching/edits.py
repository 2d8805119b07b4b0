"""How far terms are apart in spelling: edits between their sounds and spellings, many pairs at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from screening.matching.joining import LEAST_JOINED, SHORTEST_JOINED
from screening.matching.listed_terms import ListedTerms
from screening.matching.ranges import which
from screening.matching.terms import FORMS, Terms
from screening.matching.weights import weights

Array = NDArray[Any]

MOST_EDITS: Final = 3
EASIEST_EDIT: Final = 0.5
"""The least part of an edit that two differing letters cost: an estimate in favour of the pair."""
EASIER_EDITS: Final = 0.58
"""The same for the edits of words that share no key: there are two at least."""
SPELT: Final = FORMS - 1
"""The form of a word as it is spelt, after its sounds."""
SLACK: Final = 2
"""Letters by which words may differ beyond the edits between their sounds, which are often shorter than spellings."""
_USUAL: Final = np.array(((0, 0), (SPELT, SPELT)))
"""Forms of two words that are compared first: the most usual sounds, and the spellings."""
_SINGLE_FORMS: Final = np.array(((SPELT,), *((form,) for form in range(SPELT))))
"""Forms of one word as which words written together are looked for: its spelling, then its sounds."""
_OTHERS: Final = np.array((0, *(1 for _ in range(SPELT))))
"""What each of these is compared with: 0 the spelling of the words together, 1 their most usual sounds."""
_OTHER_SOUNDS: Final = np.array([(mine, theirs) for mine in range(SPELT) for theirs in range(SPELT) if mine or theirs])


def too_short(terms: Terms, listed: ListedTerms, left: Array, right: Array) -> Array:
    """Whether words are so short that they must be the same, but for swapped letters; not where vowels are left out."""
    long = np.maximum(terms.longest[left], listed.longest[right])
    unvowelled = terms.consonants[left] | listed.consonants[right]
    swapped = (terms.swapped[left] > 0) & (terms.swapped[left] == listed.swapped[right])
    return (long < weights().likeness["shortest"]) & ~unvowelled & ~swapped


def spelled_apart(terms: Terms, listed: ListedTerms, left: Array, right: Array, easiest: float = EASIEST_EDIT) -> Array:
    """The most that terms can be alike by the edits between their sounds and spellings."""
    if not len(left):
        return np.zeros(0, np.float32)
    long = np.maximum(terms.reading.length[left], listed.length[right])
    most = np.minimum(np.minimum(MOST_EDITS, long // 2), (_bearable(long) / easiest).astype(np.int64))
    edits = np.full(len(left), MOST_EDITS + 1, np.uint8)
    some = which(most > 0)
    _count(edits, terms, listed, left, right, some, most[some], _USUAL)
    # Other sounds, where there are any; nothing is nearer than one edit but what shares a sound, and so a key.
    some = some[~(terms.plain[left[some]] & listed.plain[right[some]]) & (edits[some] > 1)]
    fewer = np.minimum(most[some], edits[some] - 1)
    _count(edits, terms, listed, left, right, some, fewer, _OTHER_SOUNDS)
    value = np.zeros(len(left), np.float32)
    some = which((edits <= MOST_EDITS) & (edits * 2 <= long))
    if len(some):
        mine, theirs = left[some], right[some]
        hard = terms.plain[mine] & listed.plain[theirs] & _begin_apart(terms.begin[mine], listed.begin[theirs])
        value[some] = _spelling_value(edits[some], long[some], hard, easiest)
    return value


@dataclass(frozen=True, slots=True)
class Written:
    """How terms are written: forms and letters of `Terms`, the letters in their usual readings, how many there are."""

    forms: Array
    letters: Array
    length: Array
    count: int


def together_apart(singles: Written, one: Array, others: Written, parts: Array) -> Array:
    """The most that words can be alike with other words (-1 for none) written together; 0 below what counts."""
    found = np.zeros(len(one), np.float32)
    if not len(one):
        return found
    held = parts >= 0
    number = np.where(held, parts, 0)
    mine, theirs = singles.length[one], np.where(held, others.length[number], 0).sum(axis=1)
    long = np.maximum(mine, theirs)
    most = ((1.0 - LEAST_JOINED) / (weights().likeness["edit_cost"] * EASIEST_EDIT) * long).astype(np.int64)
    most = np.minimum(most, MOST_EDITS)
    some = which((np.minimum(mine, theirs) >= SHORTEST_JOINED) & (np.abs(mine - theirs) <= most + SLACK))
    if not len(some):
        return found
    one, held, number, most, long = one[some], held[some], number[some], most[some], long[some]
    edits = np.full(len(some), MOST_EDITS + 1, np.uint8)
    these = singles.letters[one + _SINGLE_FORMS * singles.count]
    spelt, heard = (
        np.bitwise_or.reduce(np.where(held, others.letters[number + form * others.count], 0), axis=1)
        for form in (SPELT, 0)
    )
    apart = np.bitwise_count(these ^ np.array((spelt, heard))[_OTHERS])
    likely = (apart <= 2 * most) & (these > 0)
    for at in which(likely.any(axis=1)).tolist():
        near = which(likely[at] & (edits > 0))
        if not len(near):
            continue
        form, other = _SINGLE_FORMS[at, 0], 0 if _OTHERS[at] else SPELT
        pieces = np.where(held[near], others.forms[number[near] + other * others.count], "")
        counted = cpdist(
            singles.forms[one[near] + form * singles.count].tolist(),
            ["".join(each) for each in pieces.tolist()],
            scorer=OSA.distance,
            score_cutoff=MOST_EDITS,
            dtype=np.uint8,
            workers=1,
        )
        edits[near] = np.minimum(edits[near], counted)
    value = 1.0 - weights().likeness["edit_cost"] * EASIEST_EDIT * edits / np.maximum(long, 1)
    found[some] = np.where((edits <= most) & (value >= LEAST_JOINED), value, 0.0)
    return found


def _begin_apart(mine: Array, theirs: Array) -> Array:
    """Whether words begin with different letters in sound and spelling, not swapped and not easily confused."""
    apart = np.ones(len(mine), bool)
    for at in (0, 3):
        a, b = mine[:, at : at + 3], theirs[:, at : at + 3]
        swapped = (a[:, :1] == b[:, 1:]).any(axis=1) & (b[:, :1] == a[:, 1:]).any(axis=1)
        apart &= (a[:, 0] != b[:, 0]) & ~swapped & ~_confusable()[a[:, 0], b[:, 0]]
    return apart


@cache
def _confusable() -> Array:
    """Whether two letters are easily confused, or their keys lie side by side, by their codes."""
    table = np.zeros((256, 256), bool)
    for a, b in weights().confusable | weights().neighbours:
        if a.isascii() and b.isascii():
            table[ord(a), ord(b)] = True
    return table


def _count(
    edits: Array,
    terms: Terms,
    listed: ListedTerms,
    left: Array,
    right: Array,
    some: Array,
    most: Array,
    forms: Array,
) -> None:
    """Put the edits between these forms of some of the pairs, where they are fewer and ``most`` so many."""
    if not len(some):
        return
    mine = left[some] + forms[:, :1] * len(terms.texts)
    theirs = right[some] + forms[:, 1:] * listed.count
    these, those = terms.letters[mine], listed.letters[theirs]
    # An edit makes two letters differ at most: most pairs are told apart by their letters alone.
    near = np.nonzero((np.bitwise_count(these ^ those) <= 2 * most) & (these > 0) & (those > 0))
    if not len(near[1]):
        return
    found = cpdist(
        terms.forms[mine[near]].tolist(),
        listed.forms[theirs[near]].tolist(),
        scorer=OSA.distance,
        score_cutoff=MOST_EDITS,
        dtype=np.uint8,
        workers=1,
    )
    np.minimum.at(edits, some[near[1]], found)


def _bearable(longer: Array) -> Array:
    """What edits may cost between words, the longer of so many letters."""
    return weights().likeness["edits_base"] + weights().likeness["edits_per_letter"] * longer


def _spelling_value(edits: Array, longer: Array, begin_apart: Array, easiest: float) -> Array:
    """The most that words so many edits apart, the longer of so many letters, can be alike."""
    costs = weights().edits
    first = min(costs["first_letter"], costs["first_vowel"]) - easiest
    cost = easiest * edits + np.where(begin_apart & (edits > 0), first, 0.0)
    worth = 1.0 - weights().likeness["edit_cost"] * cost / np.maximum(longer, 1)
    return np.where(cost <= _bearable(longer), worth, 0.0).astype(np.float32)
