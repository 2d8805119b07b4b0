"""Neighbouring words of names written together, many names at once."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, fields, replace
from itertools import accumulate, pairwise
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screening.matching import hashing
from screening.matching.hashing import Sums
from screening.matching.joining import FEWEST_AROUND
from screening.matching.ranges import spread, which
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
FEWEST_PARTED: Final = 3
"""Words of a name of which two are no neighbours."""
FEWEST_OUT: Final = 5
"""Consonants of which one may be left out, when words together are looked up by them."""
MOST_OUT: Final = 12
MOST_OUT_OF_MORE: Final = 8
"""The same at most, of two words, and of three."""
_WHOLE: Final = slice(0, 4)
"""Of a term's texts (`Terms.sums`) those of the whole: reading, sound, skeleton, skeleton with the article."""
_MERGED: Final = np.array([False, True, False, False])
"""Of these, those that write a shared letter once."""
_BARE: Final = np.array([False, False, True, True, True])
"""The texts that are skeletons: behind another word they begin without the a of a vowel."""
_READINGS: Final = ([2, 4, 4], [4, 2, 4])
"""Skeletons of the first and of the second of two words, where another reading is taken of one of them or of both."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Neighbours written together.

    Attributes:
        row: The name.
        first, count: The first word's place in ``Bags.term``, and how many words.
        drawn: What they draw together.
        key, of, kind: Keys, which of these words together each is of, and its kind: of the whole as it is read and as
            it sounds, one of each and in order; of its skeletons, and of its skeleton with a consonant left out; of
            what it spells in another script or system; of foreign names whose syllables stand in several words of
            Chinese, Korean or Japanese.
        parts: The terms it is of, -1 where there are no more.
        vague: What its consonants say by themselves: `ALONE` with one word, `BOTH` with words together as well.
    """

    row: Array
    first: Array
    count: Array
    drawn: Array
    key: Array
    of: Array
    kind: Array
    parts: Array
    vague: Array

    def moved(self, words: int, joined: int) -> list[Array]:
        """The columns as they are behind so many words of other names, and so many of theirs together."""
        moved = replace(self, first=self.first + np.int32(words), of=self.of + np.int32(joined))
        return [getattr(moved, field.name) for field in fields(moved)]


class Words(NamedTuple):
    """The words of all names, one after the other.

    Attributes:
        term: Which term each is.
        row: The name it stands in.
        drawn: What it draws.
        around: Whether a name begins with it that elsewhere is said behind the last (Zahed, Hossein Ghorbani).
    """

    term: Array
    row: Array
    drawn: Array
    around: Array

    def between(self, begin: int, end: int) -> Words:
        """Some of the words."""
        return Words(*(column[begin:end] for column in self))


def written_together(terms: Terms, words: Words, mode: Mode, korean: Set[int] = frozenset(), *, listed: bool) -> Joined:
    """Two, three and four neighbouring words of a name written together.

    ``korean`` are the terms that stand beside a Korean family name. In queries two words that a name stands between
    are neighbours as well (Mostafa Vali Nejad, Mostafanejad). Of a million names at once it would take gigabytes.
    """
    blocks = _blocks(words.row)
    if len(blocks) == 1:
        return _written_together(terms, words, mode, korean, listed=listed)
    found = 0
    columns: list[list[Array]] = [[] for _ in fields(Joined)]
    for begin, end in blocks:
        piece = _written_together(terms, words.between(begin, end), mode, korean, listed=listed)
        for column, values in zip(columns, piece.moved(begin, found), strict=True):
            column.append(values)
        found += len(piece.row)
    return Joined(*(_freed(each) for each in columns))


def _freed(pieces: list[Array]) -> Array:
    """Pieces put together; the memory of them is given back."""
    whole = np.concatenate(pieces)
    pieces.clear()
    return whole


def _blocks(row: Array) -> list[tuple[int, int]]:
    """Where blocks of words begin and end, each of whole names and of `AT_ONCE` words at most."""
    cuts = [0]
    while len(row) - cuts[-1] > AT_ONCE:
        cuts.append(int(np.searchsorted(row, row[cuts[-1] + AT_ONCE], side="left")))
    return list(pairwise([*cuts, len(row)]))


def _written_together(terms: Terms, words: Words, mode: Mode, korean: Set[int], *, listed: bool) -> Joined:
    term, row, drawn, around = words
    scripts, loose = terms.consonants[term], terms.fixed[term]
    at = np.arange(len(term))
    # All texts of a word at once.
    alone = terms.sums.take(term)
    after = alone.without("a", _BARE)
    whole, behind = alone.column(_WHOLE), after.column(_WHOLE)
    last_place = np.searchsorted(row, row, side="right") - 1
    apart = _over_a_word(row, drawn, not listed), _around(around, last_place)
    over = _parted(whole, behind, words, scripts, loose, apart)
    total, unwritten, small = drawn, scripts, loose
    found: list[tuple[Array, ...]] = []
    for count in range(LEAST_JOINED, MOST_JOINED + 1):
        keep = which(last_place[at] - at >= count - 1)
        if not len(keep):
            break
        at = at[keep]
        following = at + count - 1
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
        parts = np.full((len(at), MOST_JOINED), -1, np.int32)
        parts[:, :count] = term[at[:, None] + np.arange(count)]
        reading, sound, bone, article = whole.value.T
        keys = (reading, sound, bone, vague, article)
        found.append((row[at], at, np.full(len(at), count), total, *keys, bare, parts, total > 0))
    if len(over[0]):
        found.append(over)
    columns = [np.concatenate(each) for each in zip(*(found or [over]), strict=True)]
    if not columns[-1].all():
        columns = [column[columns[-1]] for column in columns]
    every = np.arange(len(columns[0]))
    bone_values, bones_of = _other_bones(alone, after, columns)
    out_values, out_of = _bones_out(terms, columns[10], columns[9], columns[6])
    if mode == "organisation":
        syllables = of_firms_together(terms.texts, columns[10], columns[4], SYLLABLES)
    else:
        syllables = of_given_names_together(terms.texts, columns[10], korean, SYLLABLES)
    transcribed = _transcribed(terms, columns[10] if mode == "organisation" else columns[10][:0], listed=listed)
    of = (every, every, bones_of, out_of, syllables[1], transcribed[1])
    marks = np.array((READING, SOUND, TOGETHER, out_kind(listed=listed), SYLLABLES, TRANSCRIBED), np.int8)
    kind = marks.repeat([len(each) for each in of])
    values = np.concatenate((columns[4], columns[5], bone_values, out_values))
    return Joined(
        columns[0].astype(np.int32),
        columns[1].astype(np.int32),
        columns[2].astype(np.int32),
        columns[3].astype(np.float32),
        np.concatenate((hashing.keys(values, kind[: len(values)]), syllables[0], transcribed[0])),
        np.concatenate(of).astype(np.int32),
        kind,
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
    for at in which((first[:, 0] > 0) & np.all((scripts == first) | (parts < 0), axis=1)).tolist():
        text = "".join([terms.texts[number] for number in parts[at].tolist() if number >= 0])
        found = transcription_keys(text, (), listed=listed, shortest=SHORTEST_TRANSCRIBED)
        marks += found
        owners += [at] * len(found)
    return hashing.keys(hashing.sums(marks).value, TRANSCRIBED), np.array(owners, np.int64)


def out_kind(*, listed: bool) -> int:
    """The kind of key by which words together, with a consonant left out, meet one word of the other side."""
    return ONE_ASKED if listed else ONE_LISTED


_Apart = tuple[Array, Array, Array, Array]
"""Places of two words that others part: of the first and of the second, and where the run that holds both begins and
how many words it has."""


def _over_a_word(row: Array, drawn: Array, over_names: bool) -> _Apart:
    """Two words that a word parts: one which draws nothing ("Zarjmil Company Hawala"), or any."""
    at = which((row[:-2] == row[2:]) & ((drawn[1:-1] <= 0) | over_names))
    return at, at + 2, at, np.full(len(at), FEWEST_PARTED)


def _around(around: Array, last_place: Array) -> _Apart:
    """The last word of a name and its first, where that is said behind it elsewhere."""
    at = which(around)
    at = at[last_place[at] - at + 1 >= FEWEST_AROUND]
    return last_place[at], at, at, last_place[at] - at + 1


def _parted(
    alone: Sums, behind: Sums, words: Words, scripts: Array, loose: Array, apart: Sequence[_Apart]
) -> tuple[Array, ...]:
    """Two words written together that are no neighbours."""
    first, last, begin, count = (np.concatenate(each) for each in zip(*apart, strict=True))
    whole = alone.take(first).join(behind.take(last), merge=_MERGED)
    reading, sound, bones, _ = whole.value.T
    bare = whole.length[:, 2]
    total = words.drawn[first] + words.drawn[last]
    unsure = scripts[first] | scripts[last] | ((loose[first] | loose[last]) & (bare >= SOME_BONES))
    vague = np.where(unsure, ALONE | BOTH, 0).astype(np.int8)
    parts = np.full((len(first), MOST_JOINED), -1, np.int32)
    parts[:, 0], parts[:, 1] = words.term[first], words.term[last]
    keep = (total > 0) & (whole.length[:, 0] <= LONGEST_JOIN)
    # The ends of a name are looked up as they are read and sound only: with a letter left out too many words meet them.
    bare = np.where(first > last, 0, bare)
    return words.row[begin], begin, count, total, reading, sound, bones, vague, bones, bare, parts, keep


def _bones_out(terms: Terms, words: Array, length: Array, bones: Array) -> tuple[Array, Array]:
    """The skeletons of words together, whole and with a consonant left out, and which each is of."""
    count = (words >= 0).sum(axis=1)
    most = np.where(count == LEAST_JOINED, MOST_OUT, np.where(count == LEAST_JOINED + 1, MOST_OUT_OF_MORE, 0))
    longer = which((length > most) & (length <= LONGEST_ONE_OUT))
    values, of = [bones[longer]], [longer]
    some = which((length >= FEWEST_OUT - 1) & (length <= most))
    behind = terms.bones.without("a")
    for size in (LEAST_JOINED, LEAST_JOINED + 1):
        these = some[count[some] == size]
        if not len(these):
            continue
        parts = [(behind if at else terms.bones).take(words[these, at]) for at in range(size)]
        begun = list(accumulate(parts, Sums.join))
        values.append(begun[-1].value)
        of.append(these)
        long = which(begun[-1].length >= FEWEST_OUT)
        for at in range(size if len(long) else 0):
            # what stands before the word, the word with a letter left out, what stands behind it
            number = words[these[long], at]
            first = terms.bones_out_of[number] + (terms.bones_a[number] if at else 0)
            each = terms.bones_out_of[number + 1] - first
            each_of = np.repeat(long, each)
            value = (terms.bones_out if at == 0 else terms.bones_out_after)[spread(first, each)]
            letters = parts[at].length[each_of] - 1
            if at:
                before = begun[at - 1]
                value = before.value[each_of] + hashing.power(before.length[each_of]) * value
                letters = letters + before.length[each_of]
            for part in parts[at + 1 :]:
                value = value + hashing.power(letters) * part.value[each_of]
                letters = letters + part.length[each_of]
            values.append(value)
            of.append(these[each_of])
    return np.concatenate(values), np.concatenate(of)


def _other_bones(alone: Sums, after: Sums, columns: Sequence[Array]) -> tuple[Array, Array]:
    """The skeletons of words together, and which they are of; of two words, in their other readings as well."""
    articled = which(columns[8] != columns[6])
    values, of = [columns[6], columns[8][articled]], [np.arange(len(columns[6])), articled]
    two = which((columns[2] == LEAST_JOINED) & (columns[7] > 0))
    if len(two):
        first = columns[1][two]
        left, right = _READINGS
        whole = alone.take(first).column(left).join(after.take(first + 1).column(right)).value
        fresh, place = (whole != columns[6][two][:, None]).nonzero()
        values.append(whole[fresh, place])
        of.append(two[fresh])
    return np.concatenate(values), np.concatenate(of)
