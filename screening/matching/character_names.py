"""Listed names in Chinese characters looked for in running text, which has no spaces: 已制裁大连海昇机械和宁波欧腾机械.

A firm is found by its whole name, and by that without its legal form, a person by three characters and more where the
words beside tell that the name begins or ends there. Marks within a name count for nothing (…（香港）有限公司).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from screening.intake.han_names import ends_person, tells_person_before
from screening.intake.lexicon import is_place
from screening.names.folding import fold
from screening.names.parsing import parse
from screening.names.vocabulary import meanings

_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_NAMES: Final = re.compile(r"\s*[;；]\s*|\s+(?=\()|(?<=[^\s\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_INSIDE: Final = frozenset("（）()·‧・• \u00a0")
_OPENED: Final = "（("
_CLOSED: Final = "）)"
_CLOSING: Final = frozenset(_CLOSED)
_APART: Final = "\n"
_SHORTEST_PERSON: Final = 3
_SHORTEST_FIRM: Final = 4
_SHORTEST_OWN: Final = 2
_OPENING: Final = 3
"""Characters by which a name is looked up."""
_WORD: Final = 2
"""Characters of the shortest word that a name may be cut out of by mistake: 陈明国 / 际贸易."""


class CharacterNames:
    """The listed names in Chinese characters, each under a number."""

    def __init__(self) -> None:
        self._by_opening: dict[str, dict[str, list[tuple[int, bool]]]] = {}

    def add(self, name: str, schema: str, number: int) -> None:
        """Look for a name, too, where it is written in Chinese characters."""
        if not _HAN.search(name):
            return
        person = schema == "Person"
        for spelling in dict.fromkeys(_spellings(name, person=person)):
            names = self._by_opening.setdefault(spelling[:_OPENING], {})
            names.setdefault(spelling, []).append((number, person))

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where the names stand: start, end and the number of each."""
        if not self._by_opening or not _HAN.search(text):
            return
        characters, places = _characters(text)
        for at in range(len(characters)):
            for spelling, its in self._by_opening.get(characters[at : at + _OPENING], {}).items():
                end = at + len(spelling)
                if not characters.startswith(spelling, at) or _cuts_a_word(characters, at, end):
                    continue
                start, stop = places[at], places[end - 1] + 1
                stop += _is_open(text[start:stop]) and text[stop : stop + 1] in _CLOSING
                for number, person in its:
                    if not person or tells_person_before(text, start) or ends_person(text, stop):
                        yield start, stop, number


def _is_open(name: str) -> bool:
    """Whether a bracket of a name is not closed: …（香港."""
    return sum(map(name.count, _OPENED)) > sum(map(name.count, _CLOSED))


def _spellings(name: str, *, person: bool) -> Iterator[str]:
    for each in _NAMES.split(name):
        written = _characters(each)[0].strip(_APART)
        if not written or _APART in written:
            continue
        if person:
            if len(written) >= _SHORTEST_PERSON:
                yield written
            continue
        if len(written) >= _SHORTEST_FIRM:
            yield written
        parts = parse(each, "organisation").parts
        core = "".join(_characters(part.text)[0] for part in parts if part.kind != "legal_form")
        own = max((len(part.text) for part in parts if part.kind == "name"), default=0)
        if own >= _SHORTEST_OWN and len(core) >= _SHORTEST_FIRM and written.startswith(core):
            yield core


def _characters(text: str) -> tuple[str, list[int]]:
    """The characters of a text as names are compared, what is not Chinese as a break, and where each stands."""
    found, places = [], []
    for at, char in enumerate(text):
        if char not in _INSIDE:
            found.append(_character(char))
            places.append(at)
    return "".join(found), places


@lru_cache(maxsize=1 << 14)
def _character(char: str) -> str:
    folded = fold(char)
    return folded if _HAN.match(char) and len(folded) == 1 else _APART


def _cuts_a_word(characters: str, start: int, end: int) -> bool:
    """Whether a known word stands across an end of the name, so that it is none there."""
    return any(_is_word(characters[edge - 1 : edge - 1 + _WORD]) for edge in (start, end) if 0 < edge < len(characters))


@lru_cache(maxsize=1 << 14)
def _is_word(characters: str) -> bool:
    return _APART not in characters and (bool(meanings(characters)) or is_place(characters))
