"""Vietnamese names as Russian and Korean write them: Чан Ван Хынг and 쩐 반 훙 are Tran Van Hung."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice, product
from typing import Final

from screening.names.folding import fold
from screening.names.keys import Key
from screening.names.phrases import cells
from screening.names.scripts import script_of
from screening.names.signs import sign
from screening.names.tokens import words
from screening.reference import table

SCHEME: Final = "Vietnamese by ear"
FEWEST: Final = 3
"""Words of a name that is read so as a whole."""
LONGEST: Final = 60
MOST_WORDS: Final = 5
MOST: Final = 8
"""Readings of a name at most."""
_SCRIPTS: Final = {"Cyrillic": "cyrillic", "Hangul": "hangul"}

Names = tuple[tuple[str, ...], ...]


@cache
def _syllables(script: str) -> dict[str, tuple[str, ...]]:
    """By how the script writes them: the syllables of Vietnamese."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("scripts/vietnamese_by_ear.tsv").rows:
        for written in row[_SCRIPTS[script]].split():
            found[written] = (*found.get(written, ()), row["syllable"])
    return found


@cache
def families() -> frozenset[str]:
    """The family names of Vietnam, folded."""
    return _of_part("family")


@cache
def _only_middle() -> frozenset[str]:
    """What stands between family and given names, and nowhere else."""
    return _of_part("only middle")


def _of_part(part: str) -> frozenset[str]:
    rows = table("words/vietnamese_names.tsv").rows
    return frozenset(fold(name) for row in rows if row["part"] == part for name in cells(row["names"]))


@lru_cache(maxsize=1 << 13)
def keys(word: str) -> tuple[Key, ...]:
    """The syllables that a folded Cyrillic word alone may write; nothing where it may well be of another language."""
    known = _syllables("Cyrillic").get(word, ()) if sign("vietnamese").search(word) else ()
    return tuple(Key(each, SCHEME) for each in known)


@lru_cache(maxsize=1 << 12)
def readings(said: tuple[str, ...]) -> Names:
    """The Vietnamese names that folded words may write, the family name first; nothing for others."""
    if not FEWEST <= len(said) <= MOST_WORDS:
        return ()
    script = script_of(said[0])
    if script not in _SCRIPTS:
        return ()
    known = _syllables(script)
    family = tuple(each for each in known.get(said[0], ()) if each in families())
    found = [family, *(_middle(known.get(each, ())) for each in said[1:-1]), known.get(said[-1], ())]
    return tuple(islice(product(*found), MOST)) if all(found) else ()


def _middle(syllables: tuple[str, ...]) -> tuple[str, ...]:
    """What stands between family and given names: of several ways to read it, the usual ones where there are."""
    return tuple(each for each in syllables if each in _only_middle()) or syllables


def in_vietnamese(name: str) -> Sequence[str]:
    """A person's name in Cyrillic or Hangul as it may be in Vietnamese, without marks, in each way."""
    if name.isascii() or len(name) > LONGEST or script_of(name) not in _SCRIPTS:
        return ()
    return [" ".join(each) for each in readings(tuple(words(name)))]
