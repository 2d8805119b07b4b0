"""A part of a body beside the short name of the whole: "Base of the Revolutionary Guards (IRGC)" is not the Guards."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from screening.names.national_bodies import body_of, usual_names
from screening.names.other_names import names_within
from screening.names.scripts import script_of
from screening.names.seats import has_region, without_town
from screening.names.separators import initials_of
from screening.names.tokens import words
from screening.names.vocabulary import PLACES, segment

_SMALL: Final = frozenset({"stopword"})
_SAYS_NOTHING: Final = frozenset({"legal_form", "country"}) | _SMALL
_OF_A_PLACE: Final = 2
"""Words that a place behind a body's name has at most ("ISIL - West Africa")."""
_LETTERS: Final = 3
"""Words that initials stand for at least, where they are those of the end of a name."""


@lru_cache(maxsize=1 << 14)
def is_of_the_whole(one: str, name: str) -> bool:
    """Whether one of `names_within` is that of a body of which the text names a part: IRGC (Base of the … (IRGC))."""
    if one == name:
        return False
    if one == without_town(name):
        return has_region(name) and body_of(one) is not None
    pieces = [each for each in names_within(name) if each != name and each in name]
    return any(
        short != beside and (one == short or one in usual_names(short)) and names_a_part(short, beside)
        for short in pieces
        if " " not in short
        for beside in pieces
    )


@lru_cache(maxsize=1 << 12)
def names_a_part(short: str, beside: str) -> bool:
    """Whether a short name is that of a whole body, and the name beside it, or what it says more, that of a part.

    Told where the name beside says all that the body is called by and more, where it is a word or two that are no name
    of the body, or where the letters are the initials of its end only, behind a small word ("Institute of Physics of
    the Academy of Sciences (AS)").
    """
    body = body_of(short)
    if body is None:
        return _are_of_its_end(short, beside)
    if body_of(beside) == body or short.casefold() in (initials_of(beside), initials_of(beside, frozenset())):
        return False
    own, usual = _meant_by(beside), [each for each in usual_names(short) if " " in each]
    said = any(_says(own, each) for each in usual)
    if len(words(beside)) <= _OF_A_PLACE:
        return bool(own) and not said and script_of(beside) == script_of(short)
    return said and all(len(own) > len(_meant_by(each)) and _length(beside) > _length(each) for each in usual)


def _says(own: list[set[str]], usual: str) -> bool:
    """Whether some words mean all that a name does."""
    wanted = _meant_by(usual)
    return bool(wanted) and all(any(each & mine for mine in own) for each in wanted)


def _length(name: str) -> int:
    """The words of a name, small ones apart."""
    return len(initials_of(name))


def _meant_by(name: str) -> list[set[str]]:
    """For each word of a name that says what or where it is, itself and what it means."""
    found = words(name)
    parts = [each for each in segment(found) if not {m.kind for m in each.meanings} & _SAYS_NOTHING]
    return [{" ".join(found[each.start : each.end]), *(m.concept for m in each.meanings)} for each in parts]


def _are_of_its_end(short: str, beside: str) -> bool:
    """Whether letters are the initials of the last words of a name only, which stand behind a small word."""
    if " " in short or len(short) < _LETTERS:
        return False
    found = words(beside)
    small = [{m.kind for m in each.meanings} & _SMALL for each in segment(found)]
    if not any(small):
        return False
    starts = [each.start for each, is_small in zip(segment(found), small, strict=True) if is_small]
    for at in starts:
        before = _meant_by(" ".join(found[:at]))
        behind = " ".join(found[at + 1 :])
        if before and short.casefold() in (initials_of(behind), initials_of(behind, frozenset())):
            return not all(each & PLACES for each in before)
    return False
