"""Persons as other countries write them: Jerschan Schaksybekow is Yerzhan Zhaksybekov in German newspapers.

A word alone may be of many languages; a whole name that holds what one of them writes is read by it, its marks and
endings with it (``scripts/persons_abroad.tsv``). Where a letter says two things, both are read, and what makes a given
name is taken for one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product
from typing import Final, NamedTuple

from screening.names import national
from screening.names.folding import fold
from screening.names.given import is_given_name
from screening.names.keys import replaced
from screening.names.scripts import script_of
from screening.names.signs import sign
from screening.reference import table

SCRIPTS: Final = frozenset({"Latin", "Cyrillic"})
LONGEST: Final = 80
MOST: Final = 6
"""Readings of a name at most."""
MOST_OF_WORD: Final = 8
_NOTHING: Final = "-"
_WORD: Final = re.compile(r"[^\W\d_]+")


class _System(NamedTuple):
    """How one country writes: the names that look so, how their words must end, and what stands for their letters."""

    script: str
    holds: tuple[str, ...]
    looks: re.Pattern[str]
    ends: re.Pattern[str] | None
    steps: tuple[tuple[re.Pattern[str], str], ...]
    codes: dict[str, tuple[str, ...]]

    def fits(self, text: str) -> bool:
        """Whether a name in small letters may be written so."""
        return any(map(text.__contains__, self.holds)) and self.looks.search(text) is not None


@cache
def _systems() -> tuple[_System, ...]:
    found = []
    for row in table("scripts/persons_abroad.tsv").rows:
        steps = tuple((re.compile(pattern), becomes) for pattern, becomes in _pairs(row["steps"]))
        codes = {code: tuple(ways.split(",")) for code, ways in _pairs(row["codes"])}
        ends = None if row["given"] == _NOTHING else re.compile(rf"{row['ends']}\b")
        found.append(_System(row["script"], tuple(row["holds"].split()), re.compile(row["looks"]), ends, steps, codes))
    return tuple(found)


def _pairs(cell: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind the last equals sign of each of the words of a cell."""
    for each in cell.split() if cell != _NOTHING else ():
        of, _, becomes = each.rpartition("=")
        yield of, becomes


def has_hooks(name: str) -> bool:
    """Whether a name is written in letters whose hooks tell them apart (č, š, ž)."""
    return not name.isascii() and sign("hooked_letters").search(name) is not None


@lru_cache(maxsize=1 << 14)
def as_english(name: str) -> tuple[str, ...]:
    """A person's name that another country writes as English spells it, folded, in each way; nothing for most names."""
    script = script_of(name)
    if len(name) > LONGEST or script not in SCRIPTS:
        return ()
    text = unicodedata.normalize("NFC", name).lower()
    own = fold(text)
    fitting = (system for system in _systems() if system.script == script and system.fits(text))
    read = (fold(each) for system in fitting for each in _read(text, system))
    return tuple(islice((each for each in dict.fromkeys(read) if each != own), MOST))


def _read(text: str, system: _System) -> Iterator[str]:
    words = _WORD.findall(text)
    found = [_ways(replaced(word, system.steps), system.codes) for word in words]
    if system.ends is None or system.ends.search(text) or any(map(_is_given_so, words, found)):
        yield from map(" ".join, islice(product(*found), MOST))


def _is_given_so(word: str, ways: tuple[str, ...]) -> bool:
    """Whether a word is a given name as it is read, and none as it stands, or a Slavic one."""
    own = fold(word)
    slavic = not is_given_name(own) or national.key(own) is not None
    return slavic and any(way != own and is_given_name(way) for way in map(fold, ways))


def _ways(word: str, codes: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A word with its codes put back: in the ways that make a given name, where any does, else in all."""
    ways = tuple(islice(map("".join, product(*(codes.get(letter, (letter,)) for letter in word))), MOST_OF_WORD))
    given = tuple(way for way in ways if is_given_name(fold(way))) if len(ways) > 1 else ()
    return given or ways
