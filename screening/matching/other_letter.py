"""One letter for another in two words of persons' names: a slip of the pen or the keys, or another name."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA, Levenshtein

from screening.matching.consonants import ALPHABETS, classes
from screening.matching.similarity import Likeness
from screening.matching.weights import weights
from screening.names import indic
from screening.names.given import is_given_name
from screening.names.in_use import is_fully_listed, is_listed
from screening.names.letters import all_vowels, letters_of_sort, vowels
from screening.names.rarity import is_known
from screening.names.scripts import CONSONANT_SCRIPTS
from screening.names.word import Word

SLIP: Final = "spelling, a slip of the keys"
LONG_SLIP: Final = "spelling, a slip of the keys in a long word"
SCANNED: Final = "spelling, m read as rn"
SHORTEST_SLIP: Final = 4
SHORTEST_SCANNED: Final = 6
"""Letters of a word whose m was read as rn; in shorter ones the letters are too often right (Purna)."""
SHORTEST_UNKNOWN: Final = 8
"""Letters of words of which nobody is known to bear either: of names in use, few so long are a key apart from another;
with a vowel for a consonant, few a letter shorter.
"""
ENDS_OF_TWO: Final = frozenset({"a", "s"})
"""Neighbouring keys that at the end of a word make a woman's and a man's name (Antonia, Antonis)."""
WITH_H: Final = frozenset({"", "S", "K"})
"""Classes of consonants that schemes write with an h, or as one: sh, kh, gh."""
LETTER_BY_LETTER: Final = ALPHABETS - {"Greek"}
"""Alphabets but for the Greek, in which two letters say what others say with another one (γγ, μπ, ντ)."""
MOST_OTHER: Final = 2
FEW_EDITS: Final = 3
"""More letters apart, two words are not compared as they are written, but in some reading."""


def other_letter(left: Word, right: Word, like: Likeness) -> Likeness:
    """The likeness where one letter stands for another: a slip where one word only is in use, else another name."""
    if left.script != right.script:
        return _as_read(left, right, like)
    if left.script in CONSONANT_SCRIPTS:
        return like
    if _scanned(left.text, right.text):
        return like if like.value >= weights().person["slip"] else Likeness(weights().person["slip"], SCANNED)
    edits = Levenshtein.editops(left.text, right.text)
    changed = [(left.text[e.src_pos], right.text[e.dest_pos]) for e in edits if e.tag == "replace"]
    if not changed or len(edits) > FEW_EDITS or sorted(left.text) == sorted(right.text):
        return like
    if len(edits) == 1 and changed[0] in weights().neighbours:
        how = _slipped(left.text, right.text, at=next(iter(edits)).src_pos)
        slip = weights().person["long_slip" if how == LONG_SLIP else "slip"]
        if how == LONG_SLIP or (how and like.value < slip):
            return Likeness(max(slip, like.value), how)
        if how:
            return like
    changed = [pair for pair in changed if not weights().looks_alike(*pair) and not _both_may_be_vowels(*pair)]
    if len(edits) == 1 and any(all_vowels() & set(pair) for pair in changed):
        value = like.value * weights().person["other_consonants"]
        return replace(like, value=value, how=f"{like.how}, a consonant for a vowel")
    return _dearer(like) if changed else like


def _scanned(one: str, other: str) -> bool:
    """Whether one word is the other with its m read as rn, and the two are not two names (Tahrnasbi, Karnal)."""
    short, long = sorted((one, other), key=len)
    if "rn" not in long or long.replace("rn", "m") != short.replace("rn", "m"):
        return False
    return len(short) >= SHORTEST_SCANNED and not (_in_use(one) and _in_use(other))


def _slipped(one: str, other: str, *, at: int) -> str:
    """How two words with one key struck for its neighbour are said to meet; nothing where they may be two names."""
    known = _in_use(one) + _in_use(other)
    if known == 1 and len(one) >= SHORTEST_SLIP and (at or _is_well_known(one) or _is_well_known(other)):
        return SLIP
    ends = at == len(one) - 1 and {one[at], other[at]} == ENDS_OF_TWO
    changed = one[at], other[at]
    vowel_for_consonant = bool(all_vowels() & {*changed}) and not _both_may_be_vowels(*changed)
    shortest = SHORTEST_UNKNOWN - vowel_for_consonant
    return LONG_SLIP if not known and at and not ends and len(one) >= shortest else ""


def _both_may_be_vowels(one: str, other: str) -> bool:
    """Whether one letter is a vowel, and the other too, or what some scheme writes for one or leaves out."""
    pair, glides = {one, other}, letters_of_sort("glide")
    silent = {letter for letter in pair if letter in glides or (letter.isascii() and "" in classes(letter))}
    return bool(all_vowels() & pair) and pair <= all_vowels() | silent


def _as_read(left: Word, right: Word, like: Likeness) -> Likeness:
    """The same of two alphabets: where one consonant of the nearest readings is written for the other by no scheme."""
    both = {left.script, right.script}
    if not like.how.startswith("spelling") or not both <= LETTER_BY_LETTER | _syllabic():
        return like
    readings = sorted((a, b) for a in left.usual for b in right.usual)
    if not readings:
        return like
    a, b = min(readings, key=lambda pair: OSA.distance(*pair))
    edits = list(Levenshtein.editops(a, b))
    if len(edits) > (MOST_OTHER if both & _syllabic() else 1) or any(edit.tag != "replace" for edit in edits):
        return like
    return _dearer(like) if any(_are_other(a[edit.src_pos], b[edit.dest_pos]) for edit in edits) else like


@cache
def _syllabic() -> frozenset[str]:
    """Scripts whose consonants are read one by one as well, so that two others are another name (त्रिवेदी, Dwivedi)."""
    return frozenset({"Ethiopic", "Myanmar", *indic.scripts()})


def _are_other(one: str, other: str) -> bool:
    """Whether two letters are consonants of which no scheme writes the one for the other."""
    ours, theirs = classes(one), classes(other)
    if vowels() & {one, other} or weights().looks_alike(one, other) or ours & theirs:
        return False
    return not ours | theirs <= WITH_H


def _dearer(like: Likeness) -> Likeness:
    cost = (1.0 - like.value) * weights().person["other_letter"]
    return replace(like, value=max(0.0, 1.0 - cost)) if like.value else like


@lru_cache(maxsize=1 << 16)
def _in_use(text: str) -> bool:
    """Whether a folded word is known as somebody's name, as it is written."""
    return is_given_name(text) or is_known(text) or is_listed(text)


def _is_well_known(text: str) -> bool:
    """Whether a word is known so well that one of another first letter is a slip, and no name not listed."""
    return is_given_name(text) or is_known(text) or is_fully_listed(text)
