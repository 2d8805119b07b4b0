"""Names that a field was too narrow for: word for word the beginning of a longer name, cut within a word.

Banks' messages hold 35 letters in a line, customs tables often 30 or 40. What is left of the last word says nothing
by itself ("… TECHNOLOGY SO"), yet with all before it the same it can hardly be another word than the other name's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from screening.matching.cut_words import FEWEST_ALONE, LEAST_ALONE
from screening.matching.ranges import spread, which
from screening.names.bodies_in_short import written_out
from screening.names.family_endings import are_two_families
from screening.names.given import is_given_name
from screening.names.in_use import is_listed
from screening.names.numbers import roman_figures
from screening.names.parsing import Mode, ParsedName, name_words, parse
from screening.names.rarity import is_known
from screening.names.vocabulary import meanings, segment

Array = NDArray[Any]

SHORTEST: Final = 24
"""Signs from which a name may have been cut by a field's width."""
SHORTEST_OWN: Final = 14
"""Signs without the legal form before it that must be the same: forms alone are the same in many names."""
SURE: Final = 24
"""Signs that are the same from which what is left of a word can be no other word."""
MOST: Final = 0.6
"""The share of a name from which what follows is taken for cut off."""
FIELD: Final = 35
"""Signs of a line of a bank's message: from so many on, it is the field that was too narrow, however long the name."""
OWN: Final = ("name", "initial", "number")
"""Kinds of part without which a name is words of business, and what follows may be all that tells it from others."""
LONG_IN_USE: Final = 4
"""Letters from which what is left may be a word of its own, if it is one in use."""
SHORTEST_OF_PERSON: Final = 18
"""Signs from which the name of a person may have been cut; papers and forms have narrower fields for them."""
FEWEST_WHOLE: Final = 2
"""Words of a person's name before the one that was cut: with fewer, most of it must be left."""
NAME: Final = 3
"""Letters of which a word of those has so many at least, and which may be a name of their own."""
_MODES: Final = frozenset({"organisation", "person"})


@lru_cache(maxsize=1 << 12)
def own_text(name: str, mode: Mode) -> str:
    """The folded words of a name, a firm's from the first that is no legal form on, joined by spaces.

    Nothing for short names, which no field cuts.
    """
    tokens = name_words(name) if mode == "person" else written_out(name_words(name))
    signs = sum(map(len, tokens)) + len(tokens) - 1
    if signs < (SHORTEST if mode == "organisation" else SHORTEST_OF_PERSON):
        return ""
    if mode == "person":
        return " ".join(tokens)
    first = 0
    for each in segment(tokens):
        if not any(meaning.kind == "legal_form" and not meaning.ambiguous for meaning in each.meanings):
            break
        first = each.end
    return " ".join(tokens[first:])


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Listed names by the beginning of what is their own: keys, sorted, and whose they are."""

    key: Array
    owner: Array

    @classmethod
    def of(cls, names: Sequence[str], mode: Mode) -> Beginnings:
        """Listed names, in their order."""
        keys = _keys(names, mode)
        owner = which(keys)
        order = np.argsort(keys[owner], kind="stable")
        return cls(keys[owner][order], owner[order].astype(np.int32))

    def meet(self, names: Sequence[str], mode: Mode) -> tuple[Array, Array]:
        """Pairs of queries and listed names that begin alike; the numbers of both."""
        keys = _keys(names, mode)
        some = which(keys)
        if not len(some):
            return some, some
        first = np.searchsorted(self.key, keys[some], side="left")
        length = np.searchsorted(self.key, keys[some], side="right") - first
        return np.repeat(some, length), self.owner[spread(first, length)]


def _keys(names: Sequence[str], mode: Mode) -> Array:
    """A number for the beginning of each name, 0 for those too short."""
    if mode not in _MODES:
        return np.zeros(len(names), np.uint32)
    texts = (own_text(name, mode) for name in names)
    return np.array(
        [
            # without spaces, as some messages have names
            crc32(text.replace(" ", "")[:SHORTEST_OWN].encode()) if len(text) >= SHORTEST_OWN else 0
            for text in texts
        ],
        np.uint32,
    )


def is_cut(name: str, other: str, mode: Mode) -> bool:
    """Whether one of two names is the other's beginning, cut within a word."""
    ours, theirs = sorted((own_text(name, mode), own_text(other, mode)), key=len)
    return (_ending(ours, theirs, mode) or _run_together(ours, theirs)) is not None


def completed(left: ParsedName, right: ParsedName) -> tuple[ParsedName, ParsedName, str, str] | None:
    """The two names with the last word of the one that was cut as the other has it, and that word, cut and whole.

    Where the one is most of the other, or fills a field, what follows there was cut off as well and is left out. None
    where neither is the other's beginning, cut within a word.
    """
    mode = left.mode
    if mode not in _MODES or min(len(left.folded), len(right.folded)) < SHORTEST_OF_PERSON:
        return None
    ours, theirs = own_text(left.text, mode), own_text(right.text, mode)
    flip = len(ours) > len(theirs)
    short, full = (right, left) if flip else (left, right)
    text, longer = (theirs, ours) if flip else (ours, theirs)
    found = _ending(text, longer, mode) or _run_together(text, longer)
    if found is None:
        return None
    cut, word = found
    whole = parse(short.folded.removesuffix(cut) + word, mode)
    if len(text) >= min(MOST * len(longer), FIELD):
        full = _as_far(text.removesuffix(cut) + word, whole, full, longer)
    return (full, whole, cut, word) if flip else (whole, full, cut, word)


def _as_far(beginning: str, whole: ParsedName, full: ParsedName, longer: str) -> ParsedName:
    """The longer name as far as the other goes; all of it where the rest may be what tells it from others."""
    if whole.mode == "person":
        return whole
    rest = parse(longer.removeprefix(beginning), whole.mode)
    telling = bool(rest.of_kind(*OWN)) and not whole.of_kind(*OWN)
    return full if telling or len(beginning) < SURE else parse(beginning, whole.mode)


def _ending(short: str, full: str, mode: Mode) -> tuple[str, str] | None:
    """What is left of the last word of a text that is the beginning of another, and the whole word there."""
    if not short or not full.startswith(short) or full[len(short) : len(short) + 1] in {"", " "}:
        return None
    start = short.rfind(" ") + 1
    end = full.find(" ", start)
    cut, word = short[start:], full[start:] if end < 0 else full[start:end]
    if not word.isalpha() or _are_two_states(cut, word):
        return None
    if mode == "person":
        return (cut, word) if _is_of_person(short[:start].split(), cut, word) else None
    if not start:
        return (cut, word) if len(cut) >= max(FEWEST_ALONE, LEAST_ALONE * len(word)) else None
    if len(short) >= SURE:
        return cut, word
    in_use = len(cut) >= LONG_IN_USE and (meanings(cut) or is_given_name(cut) or is_known(cut))
    return None if in_use or len(short) < SHORTEST_OWN else (cut, word)


def _are_two_states(cut: str, word: str) -> bool:
    """Whether what is left of a word is a state by itself, and the word another (Niger, Nigeria)."""
    ours, theirs = ({m.concept for m in meanings(each) if m.kind == "country"} for each in (cut, word))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _run_together(short: str, full: str) -> tuple[str, str] | None:
    """A text without spaces that is another's beginning but for these, perhaps cut within a word; the words there."""
    if " " in short or len(short) < SURE or " " not in full:
        return None
    rest, words = short, full.split(" ")
    for at, word in enumerate(words, start=1):
        if rest.startswith(word) and rest != word:
            rest = rest.removeprefix(word)
        else:
            return (short, " ".join(words[:at])) if word.startswith(rest) and at > 1 else None
    return None


def _is_of_person(before: Sequence[str], cut: str, word: str) -> bool:
    """Whether what is left behind other words of a person's name is no name (Ali, Alizadeh), nor a figure."""
    if (
        not before
        or word in roman_figures()
        or (len(cut) >= NAME and (is_given_name(cut) or is_listed(cut) or are_two_families(cut, word)))
    ):
        return False
    names = [each for each in before if len(each) >= NAME and not meanings(each)]
    return len(names) >= FEWEST_WHOLE or len(cut) >= LEAST_ALONE * len(word)
