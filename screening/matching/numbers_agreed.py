"""Numbers in words of any language beside the same in figures, Roman ones too: Los Tres Gavilanes, Los 3 Gavilanes.

Many number words are names as well (tres, Segundo), so that they are read as numbers only where the other name has that
number in figures and this one has none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from screening.names.given import is_given_name, surnames
from screening.names.numbers import number_of_any_language, roman_figures
from screening.names.parsing import ParsedName
from screening.names.parts import Part, make

NUMBER: Final = "number"
NAMED: Final = frozenset({"name"})
SMALL: Final = frozenset({"particle", "stopword"})
FEWEST_NAMES: Final = 2
"""Words that are no words of business, of which one may be a number: "Otto Energy" is called so."""


def numbers_agreed(left: ParsedName, right: ParsedName) -> tuple[ParsedName, ParsedName]:
    """Both names, with words of either read as the numbers that the other has in figures."""
    ours, theirs = _figures(left), _figures(right)
    if bool(ours) == bool(theirs):
        return left, right
    return (left, _told(right, ours)) if ours else (_told(left, theirs), right)


def _figures(name: ParsedName) -> frozenset[str]:
    """The numbers of a name that stand in figures, Arabic or Roman."""
    return frozenset(
        concept
        for part in name.of_kind(NUMBER)
        if part.text.isdigit() or part.text in roman_figures()
        for concept in part.concepts
    )


def _told(name: ParsedName, numbers: frozenset[str]) -> ParsedName:
    """A name with its words for these numbers as numbers, where another word is its name; else the name itself."""
    if len(name.of_kind("name")) < FEWEST_NAMES:
        return name
    last = len(name.parts) - 1
    return replace(name, parts=tuple(_as_number(part, numbers, last=at == last) for at, part in enumerate(name.parts)))


def _as_number(part: Part, numbers: frozenset[str], *, last: bool) -> Part:
    """A part as the number it says; at the end of a name a small word of another language may (Amanecer Dos)."""
    kinds = NAMED if not last else {*NAMED, *SMALL}
    may_be = len(part.words) == 1 and part.kind in kinds and not is_given_name(part.text) and not surnames(part.text)
    number = number_of_any_language(part.text) if may_be else None
    return make(NUMBER, [part.text], {number}, "organisation") if number in numbers and number else part
