"""Listed names in Chinese characters looked for in running text, which has no spaces: 已制裁大连海昇机械和宁波欧腾机械.

A firm is found by its whole name, and by that without its legal form, a person by three characters and more where the
words beside tell that the name begins or ends there. Marks within a name count for nothing (…（香港）有限公司).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from screening.intake.han_names import ends_person, tells_person_before
from screening.intake.han_text import APART, HAN, characters, cuts_a_word
from screening.names.parsing import parse

_NAMES: Final = re.compile(r"\s*[;；]\s*|\s+(?=\()|(?<=[^\s\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_OPENED: Final = "（("
_CLOSED: Final = "）)"
_CLOSING: Final = frozenset(_CLOSED)
_SHORTEST_PERSON: Final = 3
_SHORTEST_FIRM: Final = 4
_SHORTEST_OWN: Final = 2
_OPENING: Final = 3
"""Characters by which a name is looked up."""


class CharacterNames:
    """The listed names in Chinese characters, each under a number."""

    def __init__(self) -> None:
        self._by_opening: dict[str, dict[str, list[tuple[int, bool]]]] = {}

    def add(self, name: str, schema: str, number: int) -> None:
        """Look for a name, too, where it is written in Chinese characters."""
        if not HAN.search(name):
            return
        person = schema == "Person"
        for spelling in dict.fromkeys(_spellings(name, person=person)):
            names = self._by_opening.setdefault(spelling[:_OPENING], {})
            names.setdefault(spelling, []).append((number, person))

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where the names stand: start, end and the number of each."""
        if not self._by_opening or not HAN.search(text):
            return
        folded, places = characters(text)
        for at in range(len(folded)):
            for spelling, its in self._by_opening.get(folded[at : at + _OPENING], {}).items():
                end = at + len(spelling)
                if not folded.startswith(spelling, at) or cuts_a_word(folded, at, end):
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
        written = characters(each)[0].strip(APART)
        if not written or APART in written:
            continue
        if person:
            if len(written) >= _SHORTEST_PERSON:
                yield written
            continue
        if len(written) >= _SHORTEST_FIRM:
            yield written
        parts = parse(each, "organisation").parts
        core = "".join(characters(part.text)[0] for part in parts if part.kind != "legal_form")
        own = max((len(part.text) for part in parts if part.kind == "name"), default=0)
        if own >= _SHORTEST_OWN and len(core) >= _SHORTEST_FIRM and written.startswith(core):
            yield core
