"""What a person is of a firm or a ship, told behind the name: "Ivan Petrov, General Director of OOO Vesta".

What is said there are titles, and the words of ``lists/words/offices_beside.tsv``, with or without whose office it is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from screening.names.given import is_given_name
from screening.names.phrases import cells, forms
from screening.names.scripts import GLUED, script_of
from screening.names.sole_traders import looks_personal
from screening.names.tokens import words
from screening.names.vocabulary import BUSINESS, PLACES, Segment, segment
from screening.reference import table

_LONGEST: Final = 600
_FEWEST_WORDS: Final = 2
"""Words of a name at least, titles apart; one may be the family name before a comma (Petrov, Captain Ivan)."""
_BESIDE: Final = re.compile(r"\s*[,;،؛，(（\[]\s*|\s+[-–—]\s+")
_OF_SHIPS: Final = frozenset({"vessel_prefix"})
_TITLES: Final = "title"
"""The row of the table that has meanings of titles."""
_MASTER: Final = "captain"
"""What titles say a ship's master is."""


@cache
def _offices() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of the table, folded, by their first word; the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in table("words/offices_beside.tsv").rows:
        for phrase in cells(row["phrases"]) if row["language"] != _TITLES else ():
            for form in forms(phrase):
                found.setdefault(form[0], []).append(form)
    return {first: tuple(sorted(set(phrases), key=lambda each: (-len(each), each))) for first, phrases in found.items()}


@cache
def _titles() -> frozenset[str]:
    """Meanings of titles that are offices."""
    rows = table("words/offices_beside.tsv").rows
    return frozenset(each for row in rows if row["language"] == _TITLES for each in cells(row["phrases"]))


@lru_cache(maxsize=1 << 14)
def without_office(name: str) -> str | None:
    """A person's name without the office told behind it; None where none is, or where a name may go on behind it."""
    text = name[:_LONGEST]
    for beside in _BESIDE.finditer(text):
        person, rest = text[: beside.start()].strip(), tuple(words(text[beside.end() :]))
        if rest and (_is_office(rest) or _is_ship(rest, person)) and _is_whole_name(person):
            return person
    return None


@lru_cache(maxsize=1 << 14)
def is_office(text: str) -> bool:
    """Whether a text is an office, or several, and nothing else ("General Director")."""
    said = tuple(words(text[:_LONGEST]))
    return bool(said) and _beginning(said) == len(said)


def _is_ship(rest: tuple[str, ...], person: str) -> bool:
    """Whether a ship stands behind a name, the person's: by its mark, or behind a master without it."""
    first = segment(rest)[0]
    if first.end < len(rest) and any(each.kind in _OF_SHIPS and not each.ambiguous for each in first.meanings):
        return True
    masters = any(meaning.concept == _MASTER for each in segment(words(person)) for meaning in each.meanings)
    numbered = any(map(str.isdigit, "".join(rest)))
    return masters and (numbered or not (looks_personal(rest) or any(map(is_given_name, rest))))


def _is_whole_name(person: str) -> bool:
    said = segment(words(person))
    names = [each for each in said if not (_is_title(each) or any(m.kind == "particle" for m in each.meanings))]
    glued = len(names) == 1 and script_of("".join(words(person))) in GLUED
    return glued or len(names) >= _FEWEST_WORDS


def _is_office(rest: tuple[str, ...]) -> bool:
    """Whether words behind a name begin with an office, and no more of the person's name follows it."""
    office = _beginning(rest)
    if not office or (len(rest) == 1 and is_given_name(rest[0])):
        return False
    more = rest[office:]
    return not more or not looks_personal(more) or _is_anothers(more) or not any(map(is_given_name, more))


def _beginning(rest: tuple[str, ...]) -> int:
    """How many words of an office and titles a text begins with."""
    size = 0
    while size < len(rest):
        known = next((len(each) for each in _offices().get(rest[size], ()) if rest[size : size + len(each)] == each), 0)
        if not known:
            first = segment(rest[size:])[0]
            known = first.end if _is_title(first) else 0
        if not known:
            break
        size += known
    return size


def _is_title(each: Segment) -> bool:
    """Whether a title says what a person is by office: not whose father or son (padre)."""
    return any(
        meaning.kind == "title" and not meaning.ambiguous and meaning.concept in _titles() for meaning in each.meanings
    )


def _is_anothers(more: tuple[str, ...]) -> bool:
    """Whether a firm, a ship or a state is named: by its form, its trade, its mark or its own name."""
    return any(
        meaning.kind in BUSINESS | PLACES | _OF_SHIPS and not meaning.ambiguous
        for each in segment(more)
        for meaning in each.meanings
    )
