"""Words of which programs put a question mark for letters that their encoding lacks: T?CARET, Zak?ady, Н?рлан.

A word is read with the letters that make it one in use (``lists/scripts/lost_letters.tsv``). Without them it is as it
stands, cut at each mark.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from itertools import islice, product
from typing import Final

from screening.names.given import is_given_name
from screening.names.in_use import is_listed
from screening.names.letters import all_vowels
from screening.names.rarity import is_known
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.names.vocabulary import meanings
from screening.reference import table

_MARKS: Final = "?\ufffd"
_LOST: Final = re.compile(rf"(?:(?<=\w)|(?<![^\s\"'(«„“-]))[{_MARKS}]+(?=\w)")
"""Marks at the beginning of a word or within it: at the end they may be what they are."""
_WORD: Final = re.compile(rf"[\w{_MARKS}]*\w[\w{_MARKS}]*")
_LONGEST: Final = 400
_FEWEST: Final = 2
"""Letters of a word that are left."""
_MOST: Final = 3
"""Letters that a word has lost: more leave nothing to read."""
_SEVERAL: Final = 3
"""Words in use that one may be."""
_MOST_READINGS: Final = 7
"""Readings of a name."""


def has_lost(name: str) -> bool:
    """Whether marks stand for letters in a name."""
    return ("?" in name or "\ufffd" in name) and _LOST.search(name) is not None


def filled_in(name: str) -> tuple[str, ...]:
    """A name with the letters that make words in use of those that have lost some, in small letters; several where
    several may be meant, nothing where none is.
    """
    if not has_lost(name):
        return ()
    name = name[:_LONGEST]
    turns = ((turn, known) for known in (True, False) for turn in range(_MOST_READINGS))
    found = dict.fromkeys(_WORD.sub(partial(_chosen, turn=turn, known=known), name) for turn, known in turns)
    return tuple(islice((each for each in found if each != name), _MOST_READINGS))


def _chosen(word: re.Match[str], turn: int, *, known: bool) -> str:
    """What a word is read as when all are read as the first, the second … of what they may be; the ``known``, which
    may be a word in use, as the first of these all the while.
    """
    found = _filled(word[0].lower())
    if known and _in_use(word[0].lower()):
        return found[0]
    return found[min(turn, len(found) - 1)] if found else word[0]


@lru_cache(maxsize=1 << 12)
def _filled(word: str) -> tuple[str, ...]:
    """What a word may be: one in use, of business before names, in the order of the languages; any other with a letter
    of the first of them; and but for words of business the word without what it has lost.
    """
    left = "".join(char for char in word if char not in _MARKS)
    if not 0 < len(word) - len(left) <= _MOST or len(left) < _FEWEST:
        return ()
    in_use, of_business = _in_use(word), _of_business(word)
    return (*dict.fromkeys((*in_use[:_SEVERAL], *_spelled(word))), *(() if of_business else (left,)))


def _of_business(word: str) -> bool:
    return any(meanings("".join(words(text))) for text in _in_use(word))


@lru_cache(maxsize=1 << 12)
def _in_use(word: str) -> tuple[str, ...]:
    """The words in use that a word may be, those of business before names; nothing where it has lost too much."""
    lost = sum(map(word.count, _MARKS))
    left = "".join(char for char in word if char not in _MARKS)
    if not 0 < lost <= _MOST or len(left) < _FEWEST:
        return ()
    of_business, names = [], []
    for letters in _letters().get(script_of(left), ()):
        for chosen in product(letters, repeat=lost):
            turn = iter(chosen)
            text = "".join(next(turn) if char in _MARKS else char for char in word)
            folded = "".join(words(text))
            if meanings(folded):
                of_business.append(text)
            elif is_given_name(folded) or is_listed(folded) or is_known(folded):
                names.append(text)
    return tuple(dict.fromkeys((*of_business, *names)))


def _spelled(word: str) -> list[str]:
    """A word that has lost one letter, with a vowel between consonants, or a consonant beside a vowel."""
    before, *behind = re.split(f"[{_MARKS}]", word)
    if len(behind) > 1:
        return []
    closed = all_vowels().isdisjoint((before[-1:], behind[0][:1]))
    usual = next(iter(_letters().get(script_of(before + behind[0]), ())), ())
    return [f"{before}{letter}{behind[0]}" for letter in usual if (letter in all_vowels()) == closed]


@cache
def _letters() -> dict[str, tuple[tuple[str, ...], ...]]:
    """By script the letters that each language's words may have lost."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in table("scripts/lost_letters.tsv").rows:
        found[row["script"]] = (*found.get(row["script"], ()), tuple(row["letters"].split()))
    return found
