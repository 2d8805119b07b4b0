"""Neighbouring words of names written together, many names at once."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from screening.matching import hashing
from screening.matching.ranges import spread
from screening.matching.syllable_keys import of_firms_together, of_given_names_together
from screening.matching.term_keys import LONGEST_ONE_OUT
from screening.matching.term_readings import transcription_keys
from screening.matching.terms import (
    ONE_ASKED,
    ONE_LISTED,
    READING,
    SHORTEST_TRANSCRIBED,
    SOUND,
    SYLLABLES,
    TOGETHER,
    TRANSCRIBED,
    Terms,
)
from screening.names.parsing import Mode
from screening.names.transcribed import number_of_script

Array = NDArray[Any]

AT_ONCE: Final = 1 << 18
"""Words of names looked at together."""
LONGEST_JOIN: Final = 40
ALONE: Final = 1
BOTH: Final = 2
SOME_BONES: Final = 4
LEAST_JOINED: Final = 2
MOST_JOINED: Final = 4
FEWEST_OUT: Final = 5
"""Consonants of which one may be left out, when words together are looked up by them."""
MOST_OUT: Final = 12
MOST_OUT_OF_MORE: Final = 8
"""The same at most, of two words, and of three."""
_MERGED: Final = np.array([False, True, False, False])
"""Of a word's texts (reading, sound, skeleton, skeleton with the article), those that write a shared letter once."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Neighbours written together.

    Attributes:
        row: The name.
        first, count: The first word's place in ``Bags.term``, and how many words.
        drawn: What they draw together.
        reading, sound: Keys of the whole.
        bones, bones_of: Keys of its skeletons, and which of these words together each is of.
        out, out_of: The same of its skeleton with a consonant left out.
        syllables, syllables_of: Keys of what it spells in another script or system, and which it is of.
        transcribed, transcribed_of: Keys of foreign names whose syllables stand in several words of Chinese, Korean or
            Japanese, and which it is of.
        parts: The terms it is of, -1 where there are no more.
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
    out: Array
    out_of: Array
    syllables: Array
    syllables_of: Array
    transcribed: Array
    transcribed_of: Array
    parts: Array
    vague: Array

    def moved(self, words: int, joined: int) -> list[Array]:
        """The columns as they are behind so many words of other names, and so many of theirs together."""
        moved = replace(
            self,
            row=self.row.astype(np.int32),
            first=(self.first + words).astype(np.int32),
            count=self.count.astype(np.int32),
            bones_of=(self.bones_of + joined).astype(np.int32),
            out_of=(self.out_of + joined).astype(np.int32),
            syllables_of=(self.syllables_of + joined).astype(np.int32),
            transcribed_of=(self.transcribed_of + joined).astype(np.int32),
        )
        return [getattr(moved, field.name) for field in fields(moved)]


def written_together(
    terms: Terms, term: Array, row: Array, drawn: Array, mode: Mode, korean: Set[int] = frozenset(), *, listed: bool
) -> Joined:
    """Two, three and four neighbouring words of a name written together.

    ``korean`` are the terms that stand beside a Korean family name. In queries two words that a name stands between
    are neighbours as well (Mostafa Vali Nejad, Mostafanejad). Of a million names at once it would take gigabytes.
    """
    found = 0
    columns: list[list[Array]] = [[] for _ in fields(Joined)]
    for begin, end in _blocks(row):
        some = slice(begin, end)
        piece = _written_together(terms, term[some], row[some], drawn[some], mode, korean, listed=listed)
        for column, values in zip(columns, piece.moved(begin, found), strict=True):
            column.append(values)
        found += len(piece.row)
    return Joined(*(_freed(each) for each in columns))


def _freed(pieces: list[Array]) -> Array:
    """Pieces put together; the memory of them is given back."""
    whole = pieces[0] if len(pieces) == 1 else np.concatenate(pieces)
    pieces.clear()
    return whole


def _blocks(row: Array) -> list[tuple[int, int]]:
    """Where blocks of words begin and end, each of whole names and of `AT_ONCE` words at most."""
    cuts = [0]
    while len(row) - cuts[-1] > AT_ONCE:
        cuts.append(int(np.searchsorted(row, row[cuts[-1] + AT_ONCE], side="left")))
    return list(pairwise([*cuts, len(row)]))


def _written_together(
    terms: Terms, term: Array, row: Array, drawn: Array, mode: Mode, korean: Set[int], *, listed: bool
) -> Joined:
    scripts, loose = terms.consonants[term], terms.fixed[term]
    at = np.arange(len(term))
    # All texts of a word at once; behind another, skeletons begin without the a of a vowel.
    bones, articled = terms.bones, terms.articled_bones
    whole = hashing.stacked([terms.reading, terms.heard, bones, articled]).take(term)
    behind = hashing.stacked([terms.reading, terms.heard, bones.without("a"), articled.without("a")]).take(term)
    total, unwritten, small = drawn, scripts, loose
    found: list[tuple[Array, ...]] = []
    for count in range(LEAST_JOINED, MOST_JOINED + 1):
        following = at + count - 1
        keep = following < len(term)
        keep[keep] &= row[following[keep]] == row[at[keep]]
        if not keep.any():
            break
        at, following = at[keep], following[keep]
        whole = whole.take(keep).join(behind.take(following), merge=_MERGED)
        unwritten, small = unwritten[keep] | scripts[following], small[keep] | loose[following]
        total = total[keep] + drawn[following]
        short = whole.length[:, 0] <= LONGEST_JOIN
        if not short.all():
            at, total, unwritten, small = at[short], total[short], unwritten[short], small[short]
            whole = whole.take(short)
        bare = whole.length[:, 2]
        # Vowels are not sure where none are written, or beside a particle (Salah al-Din, Salahuddin).
        unsure = unwritten | (small & (bare >= SOME_BONES))
        vague = np.where(unsure, ALONE | BOTH, 0).astype(np.int8)
        words = np.full((len(at), MOST_JOINED), -1, np.int32)
        words[:, :count] = term[at[:, None] + np.arange(count)]
        reading, sound, bone, article = whole.value.T
        keys = (reading, sound, bone, vague, article)
        found.append((row[at], at, np.full(len(at), count), total, *keys, bare, words, total > 0))
    found.append(_over_a_word(terms, term, row, drawn, not listed))
    columns = [np.concatenate(each) for each in zip(*found, strict=True)]
    columns = [column[columns[-1]] for column in columns]
    bone_values, bones_of = _other_bones(terms, term, columns)
    out_values, out_of = _bones_out(terms, columns[10], columns[9], columns[6])
    if mode == "organisation":
        syllables = of_firms_together(terms.texts, columns[10], columns[4], SYLLABLES)
    else:
        syllables = of_given_names_together(terms.texts, columns[10], korean, SYLLABLES)
    return Joined(
        columns[0],
        columns[1],
        columns[2],
        columns[3].astype(np.float32),
        hashing.keys(columns[4], READING),
        hashing.keys(columns[5], SOUND),
        hashing.keys(bone_values, TOGETHER),
        bones_of,
        hashing.keys(out_values, out_kind(listed=listed)),
        out_of,
        *syllables,
        *_transcribed(terms, columns[10] if mode == "organisation" else columns[10][:0], listed=listed),
        columns[10],
        columns[7],
    )


def _transcribed(terms: Terms, parts: Array, *, listed: bool) -> tuple[Array, Array]:
    """Keys of words together, all in the syllables of one script that transcribes, and which of them each is of.

    Of firms' names only: syllables of a word may be a word of business (マート, 마트); persons' names are not cut so.
    """
    if not len(parts) or all(map(str.isascii, terms.texts)):
        return np.empty(0, np.uint32), np.empty(0, np.int64)
    scripts = np.array([*(number_of_script(text) for text in terms.texts), -1], np.int8)[parts]
    first = scripts[:, :1]
    marks: list[str] = []
    owners: list[int] = []
    for at in np.flatnonzero((first[:, 0] > 0) & np.all((scripts == first) | (parts < 0), axis=1)).tolist():
        text = "".join([terms.texts[number] for number in parts[at].tolist() if number >= 0])
        found = transcription_keys(text, (), listed=listed, shortest=SHORTEST_TRANSCRIBED)
        marks += found
        owners += [at] * len(found)
    return hashing.keys(hashing.sums(marks).value, TRANSCRIBED), np.array(owners, np.int64)


def out_kind(*, listed: bool) -> int:
    """The kind of key by which words together, with a consonant left out, meet one word of the other side."""
    return ONE_ASKED if listed else ONE_LISTED


def _over_a_word(terms: Terms, term: Array, row: Array, drawn: Array, over_names: bool) -> tuple[Array, ...]:
    """Two words written together that a word parts: one which draws nothing ("Zarjmil Company Hawala"), or any."""
    at = np.arange(max(len(term) - 2, 0))
    at = at[(row[at] == row[at + 2]) & ((drawn[at + 1] <= 0) | over_names)]
    first, last = term[at], term[at + 2]
    whole = terms.reading.take(first).join(terms.reading.take(last))
    heard = terms.heard.take(first).join(terms.heard.take(last), merge=True)
    bones = terms.bones.take(first).join(terms.bones.take(last).without("a"))
    total = drawn[at] + drawn[at + 2]
    unwritten = terms.consonants[first] | terms.consonants[last]
    small = (terms.fixed[first] | terms.fixed[last]) & (bones.length >= SOME_BONES)
    vague = np.where(unwritten | small, ALONE | BOTH, 0).astype(np.int8)
    words = np.full((len(at), MOST_JOINED), -1, np.int32)
    words[:, 0], words[:, 1] = first, last
    keep = (total > 0) & (whole.length <= LONGEST_JOIN)
    keys = (whole.value, heard.value, bones.value, vague, bones.value)
    return row[at], at, np.full(len(at), 3), total, *keys, bones.length, words, keep


def _bones_out(terms: Terms, words: Array, length: Array, bones: Array) -> tuple[Array, Array]:
    """The skeletons of words together, whole and with a consonant left out, and which each is of."""
    count = (words >= 0).sum(axis=1)
    most = np.where(count == LEAST_JOINED, MOST_OUT, np.where(count == LEAST_JOINED + 1, MOST_OUT_OF_MORE, 0))
    longer = np.flatnonzero((length > most) & (length <= LONGEST_ONE_OUT))
    values, of = [bones[longer]], [longer]
    some = np.flatnonzero((length >= FEWEST_OUT - 1) & (length <= most))
    for size in (LEAST_JOINED, LEAST_JOINED + 1):
        these = some[count[some] == size]
        if not len(these):
            continue
        parts = [terms.bones.take(words[these, at]) for at in range(size)]
        parts[1:] = [part.without("a") for part in parts[1:]]
        whole = parts[0]
        for part in parts[1:]:
            whole = whole.join(part)
        values.append(whole.value)
        of.append(these)
        long = np.flatnonzero(whole.length >= FEWEST_OUT)
        before = None
        for at in range(size):
            # what stands before the word, the word with a letter left out, what stands behind it
            number = words[these[long], at]
            first = terms.bones_out_of[number] + (terms.bones_a[number] if at else 0)
            each = terms.bones_out_of[number + 1] - first
            which = np.repeat(long, each)
            value = (terms.bones_out if at == 0 else terms.bones_out_after)[spread(first, each)]
            letters = parts[at].length[which] - 1
            if before is not None:
                value = before.value[which] + hashing.power(before.length[which]) * value
                letters = letters + before.length[which]
            for part in parts[at + 1 :]:
                value = value + hashing.power(letters) * part.value[which]
                letters = letters + part.length[which]
            values.append(value)
            of.append(these[which])
            before = parts[at] if before is None else before.join(parts[at])
    return np.concatenate(values), np.concatenate(of)


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
