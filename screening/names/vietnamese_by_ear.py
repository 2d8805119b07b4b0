"""Vietnamese names as Russian and Korean write them: Чан Ван Хынг and 쩐 반 훙 are Tran Van Hung."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice, product
from typing import Final

from screening.names.folding import fold
from screening.names.keys import Key
from screening.names.phrases import cells
from screening.names.scripts import script_of
from screening.names.tokens import words
from screening.reference import table

SCHEME: Final = "Vietnamese by ear"
FEWEST: Final = 3
"""Words of a name that is read so as a whole."""
LONGEST: Final = 60
MOST_WORDS: Final = 5
MOST: Final = 8
"""Readings of a name at most."""
MIDDLE: Final = frozenset({"van", "thi"})
"""What stands between family and given names in Vietnam only."""
_SCRIPTS: Final = {"Cyrillic": "cyrillic", "Hangul": "hangul"}
_TELLING: Final = re.compile("тх|кх|нг$|ыо")
"""What a Cyrillic word holds that is read so by itself."""

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
    rows = table("words/vietnamese_names.tsv").rows
    return frozenset(fold(name) for row in rows if row["part"] == "family" for name in cells(row["names"]))


@lru_cache(maxsize=1 << 13)
def keys(word: str) -> tuple[Key, ...]:
    """The syllables that a folded Cyrillic word alone may write; nothing where it may well be of another language."""
    return tuple(Key(each, SCHEME) for each in _syllables("Cyrillic").get(word, ())) if _TELLING.search(word) else ()


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
    return tuple(each for each in syllables if each in MIDDLE) or syllables


def in_vietnamese(name: str) -> Sequence[str]:
    """A person's name in Cyrillic or Hangul as it may be in Vietnamese, without marks, in each way."""
    if name.isascii() or len(name) > LONGEST or script_of(name) not in _SCRIPTS:
        return ()
    return [" ".join(each) for each in readings(tuple(words(name)))]
