"""Hashes of many words at once: of a word, of a word with one letter left out, of words written together.

A word's sum is a polynomial over its bytes, modulo 2**64. From the sums alone follow those of words written
together and of words with a letter left out, so that none of them is ever written out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_BASE: Final = 0x9E3779B97F4A7C15
_INVERSE: Final = np.uint64(pow(_BASE, -1, 1 << 64))
_MARK: Final = np.uint64(0xBF58476D1CE4E5B9)
_LONGEST: Final = 4096


def _powers(count: int) -> Array:
    steps = np.full(count, _BASE, np.uint64)
    steps[0] = 1
    return np.multiply.accumulate(steps)


_POWERS: Final = _powers(_LONGEST)


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of words side by side; of several texts of each word (`in_columns`), a column a text.

    Attributes:
        value: 64-bit sum of each word.
        length: Its bytes.
        first: Its first byte plus one; 0 for an empty word.
        last: Its last byte plus one.
    """

    value: Array
    length: Array
    first: Array
    last: Array

    def take(self, at: Array | slice) -> Sums:
        """The sums at these places."""
        return Sums(self.value[at], self.length[at], self.first[at], self.last[at])

    def in_columns(self, texts: int) -> Sums:
        """The sums of so many texts of each word, the first texts of all words first, with a column a text."""
        return Sums(*(each.reshape(texts, -1).T for each in (self.value, self.length, self.first, self.last)))

    def column(self, which: int | slice | list[int]) -> Sums:
        """Of sums in columns, those of one text of each word, or of several."""
        return Sums(self.value[:, which], self.length[:, which], self.first[:, which], self.last[:, which])

    def without(self, letter: str, of: bool | Array = True) -> Sums:
        """The sums of the words without this letter at their beginning; ``of`` says of which texts of each word."""
        at = (self.first == np.uint64(ord(letter) + 1)) & (self.length > 1) & of
        value = np.where(at, (self.value - self.first) * _INVERSE, self.value)
        # What the first letter is then is not known; nobody asks.
        return Sums(value, self.length - at, np.where(at, np.uint64(0), self.first), self.last)

    def join(self, other: Sums, *, merge: bool | Array = False) -> Sums:
        """The sums of each word with the other's written behind it; ``merge`` writes a letter they share once, of
        sums in columns those of the texts it says.
        """
        tail, length = other.value, other.length
        if merge is not False:
            doubled = (self.last == other.first) & (length > 1) & merge
            tail = np.where(doubled, (tail - other.first) * _INVERSE, tail)
            length = length - doubled
        value = self.value + power(self.length) * tail
        return Sums(value, self.length + length, self.first, other.last)


def power(length: Array) -> Array:
    """What the sum of a word is multiplied by where so many bytes stand before it."""
    return _POWERS[np.minimum(length, _LONGEST - 1)]


def sums(words: Sequence[str]) -> Sums:
    """The sums of words, as they stand."""
    codes, starts, ends, running = _running(words)
    length = ends - starts
    # an empty word has no first byte: a code behind all others stands for it
    codes = np.concatenate((codes, (np.uint64(0),)))
    first = np.where(length > 0, codes[starts], np.uint64(0))
    last = np.where(length > 0, codes[ends - 1], np.uint64(0))
    return Sums(running[ends] - running[starts], length, first, last)


def letter_sets(words: Sequence[str]) -> Array:
    """The letters of each word as bits of a number; letters that share a bit are few, and none of a to z."""
    codes, starts, ends, _ = _running(words)
    found = np.zeros(len(starts), np.uint32)
    some = np.flatnonzero(ends > starts)
    bits = np.uint32(1) << (codes & np.uint64(31)).astype(np.uint32)
    if len(some):
        found[some] = np.bitwise_or.reduceat(bits, starts[some])
    return found


def letters_left_out(words: Sequence[str]) -> tuple[Array, Array]:
    """For each letter of each word: the number of the word, and the sum of the word without that letter."""
    _, starts, ends, running = _running(words)
    length = ends - starts
    owner = np.repeat(np.arange(len(starts)), length)
    before = running[:-1] - running[starts][owner]
    after = running[ends][owner] - running[1:]
    return owner, before + after * _INVERSE


def _running(words: Sequence[str]) -> tuple[Array, Array, Array, Array]:
    """Byte codes of all words in a row, where each starts and ends, and the running sum of their terms."""
    encoded = [word.encode("utf-8", "surrogatepass")[:_LONGEST] for word in words]
    length = np.array([*map(len, encoded)], np.int64)
    ends = length.cumsum()
    starts = ends - length
    codes = np.frombuffer(b"".join(encoded), np.uint8).astype(np.uint64) + np.uint64(1)
    place = np.arange(len(codes)) - starts.repeat(length)
    running = np.zeros(len(codes) + 1, np.uint64)
    (codes * _POWERS[place]).cumsum(out=running[1:])
    return codes, starts, ends, running


def keys(values: Array, mark: int | Array) -> Array:
    """32-bit keys of sums; the same sum under another mark (a small number, one for each or for all) is another key."""
    if not len(values):
        return np.empty(0, np.uint32)
    mixed = values + np.asarray(mark).astype(np.uint64).reshape(-1) * _MARK + _MARK
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (mixed >> np.uint64(32)).astype(np.uint32)
