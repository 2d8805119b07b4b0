"""Neighbouring words of names written together, many names at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching import hashing
from screening.matching.terms import READING, SOUND, TOGETHER, Terms

Array = NDArray[Any]

LONGEST_JOIN: Final = 40
ALONE: Final = 1
BOTH: Final = 2
SOME_BONES: Final = 4
LONG_BONES: Final = 5
"""So many consonants of words together say something even where the vowels are known."""
LEAST_JOINED: Final = 2
MOST_JOINED: Final = 4


@dataclass(frozen=True, slots=True)
class Joined:
    """Neighbours written together.

    Attributes:
        row: The name.
        first, count: The first word's place in ``Bags.term``, and how many words.
        drawn: What they draw together.
        reading, sound: Keys of the whole.
        bones, bones_of: Keys of its skeletons, and which of these words together each is of.
        vague: What its consonants say by themselves: `ALONE` with one word, `BOTH` with words together as well.
    """

    row: Array
    first: Array
    count: Array
    drawn: Array
    reading: Array
    sound: Array
    bones: Array
    bones_of: Array
    vague: Array


def written_together(terms: Terms, term: Array, row: Array, drawn: Array) -> Joined:
    """Two, three and four neighbouring words of a name written together."""
    reading, heard = terms.reading.take(term), terms.heard.take(term)
    bones = terms.bones.take(term)
    scripts, loose = terms.consonants[term], terms.fixed[term]
    at = np.arange(len(term))
    articled = terms.articled_bones.take(term)
    total, whole, sounds, bare, article = drawn, reading, heard, bones, articled
    unwritten, small = scripts, loose
    found: list[tuple[Array, ...]] = []
    for count in range(LEAST_JOINED, MOST_JOINED + 1):
        if len(at) == 0:
            break
        following = at + count - 1
        keep = following < len(term)
        keep[keep] &= row[following[keep]] == row[at[keep]]
        at, following = at[keep], following[keep]
        whole = whole.take(keep).join(reading.take(following))
        sounds = sounds.take(keep).join(heard.take(following), merge=True)
        bare = bare.take(keep).join(bones.take(following).without("a"))
        article = article.take(keep).join(articled.take(following).without("a"))
        unwritten, small = unwritten[keep] | scripts[following], small[keep] | loose[following]
        total = total[keep] + drawn[following]
        short = whole.length <= LONGEST_JOIN
        at, total, unwritten, small = at[short], total[short], unwritten[short], small[short]
        whole, sounds, bare, article = (each.take(short) for each in (whole, sounds, bare, article))
        # Vowels are not sure where none are written, or beside a particle (Salah al-Din, Salahuddin).
        unsure = unwritten | (small & (bare.length >= SOME_BONES))
        vague = np.where(unsure, ALONE | BOTH, np.where(bare.length >= LONG_BONES, ALONE, 0)).astype(np.int8)
        keys = (whole.value, sounds.value, bare.value, vague, article.value)
        found.append((row[at], at, np.full(len(at), count), total, *keys, total > 0))
    found.append(_over_a_small_word(terms, term, row, drawn))
    columns = [np.concatenate(each) for each in zip(*found, strict=True)]
    columns = [column[columns[-1]] for column in columns]
    bone_values, bones_of = _other_bones(terms, term, columns)
    return Joined(
        columns[0],
        columns[1],
        columns[2],
        columns[3].astype(np.float32),
        hashing.keys(columns[4], READING),
        hashing.keys(columns[5], SOUND),
        hashing.keys(bone_values, TOGETHER),
        bones_of,
        columns[7],
    )


def _over_a_small_word(terms: Terms, term: Array, row: Array, drawn: Array) -> tuple[Array, ...]:
    """Two words written together that only a word which draws nothing parts ("Zarjmil Company Hawala")."""
    at = np.arange(max(len(term) - 2, 0))
    at = at[(row[at] == row[at + 2]) & (drawn[at + 1] <= 0)]
    first, last = term[at], term[at + 2]
    whole = terms.reading.take(first).join(terms.reading.take(last))
    heard = terms.heard.take(first).join(terms.heard.take(last), merge=True)
    bones = terms.bones.take(first).join(terms.bones.take(last).without("a"))
    total = drawn[at] + drawn[at + 2]
    vague = np.where(terms.consonants[first] | terms.consonants[last], ALONE | BOTH, 0).astype(np.int8)
    keep = (total > 0) & (whole.length <= LONGEST_JOIN)
    return row[at], at, np.full(len(at), 3), total, whole.value, heard.value, bones.value, vague, bones.value, keep


def _other_bones(terms: Terms, term: Array, columns: Sequence[Array]) -> tuple[Array, Array]:
    """The skeletons of words together, and which they are of; of two words, in their other readings as well."""
    articled = np.flatnonzero(columns[8] != columns[6])
    values, of = [columns[6], columns[8][articled]], [np.arange(len(columns[6])), articled]
    two = np.flatnonzero((columns[2] == LEAST_JOINED) & (columns[7] > 0))
    left, right = term[columns[1][two]], term[columns[1][two] + 1]
    for mine in (terms.bones, terms.other_bones):
        for theirs in (terms.bones, terms.other_bones):
            if mine is not terms.bones or theirs is not terms.bones:
                whole = mine.take(left).join(theirs.take(right).without("a")).value
                fresh = whole != columns[6][two]
                values.append(whole[fresh])
                of.append(two[fresh])
    return np.concatenate(values), np.concatenate(of)
