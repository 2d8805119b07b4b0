"""Bodies of states and national firms in Chinese text, which has no spaces: found wherever their names stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from screening.intake.han_text import HAN, characters, cuts_a_word
from screening.intake.spans import Span
from screening.intake.syllabic import words_of
from screening.names.national_bodies import names_in

_OPENING: Final = 2
"""Characters by which a name is looked up; a name of no more needs its edges told."""
_AHEAD: Final = 4
"""Characters beside a short name in which the word stands that tells its edge."""


@cache
def _by_opening() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in sorted(names_in("Han"), key=lambda each: (-len(each), each)):
        if len(name) >= _OPENING and all(map(HAN.match, name)):
            found.setdefault(name[:_OPENING], []).append(name)
    return {opening: tuple(names) for opening, names in found.items()}


def han_bodies(text: str) -> Iterator[Span]:
    """Where a text names bodies that are known, the longest name at each place."""
    folded, places = characters(text)
    reach = 0
    for at in range(len(folded) - 1):
        if at < reach:
            continue
        for name in _by_opening().get(folded[at : at + _OPENING], ()):
            end = at + len(name)
            if not folded.startswith(name, at) or cuts_a_word(folded, at, end):
                continue
            start, stop = places[at], places[end - 1] + 1
            if len(name) > _OPENING or (_begins(text, start) and _ends(text, stop)):
                yield Span(start, stop, "Organization", ("a national body's name",))
                reach = end
                break


def _begins(text: str, start: int) -> bool:
    """Whether a short name may begin: behind a mark, or behind a word that is part of no name."""
    before = text[max(0, start - _AHEAD) : start]
    return not before or not HAN.match(before[-1]) or before.endswith(tuple(words_of("cut", "zh")))


def _ends(text: str, end: int) -> bool:
    """Whether a short name may end: before a mark, a word for a firm, or one that goes on behind a name."""
    after = text[end : end + _AHEAD]
    ahead = (*words_of("follows", "zh"), *words_of("speech", "zh"), *words_of("firm_end", "zh"))
    return not after or not HAN.match(after[0]) or after.startswith(ahead)
