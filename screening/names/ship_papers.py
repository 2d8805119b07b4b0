"""What ships' papers say beside a ship's name: its number, flag, voyage, port of registry, year and size.

``SEA LOTUS, IMO 9074729, Panama flag``, ``т/х «Волга», рейс 7``: only the name is compared; the number, which a ship
keeps for life, tells two ships of one name apart, and one ship under two names. The words are those of
``lists/words/ship_papers.tsv``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from screening.names.phrases import alternatives, cells
from screening.names.places import country_code, place
from screening.names.scripts import GLUED_CHARACTER
from screening.names.tokens import words
from screening.names.vocabulary import meanings
from screening.reference import table

_LONGEST: Final = 600
_DIGITS: Final = 7
_FEWEST_LETTERS: Final = 2
"""Characters of a ship's name at least."""
_APART: Final = re.compile(r"\s*(?:(?<!\d),|,(?!\d{3}))\s*|\s*[;|\n，、،؛()（）\[\]]+\s*|\s+[/–—-]\s*|\s*[/–—-]\s+")
"""Between what is said beside each other."""
_LABELLED: Final = r"[\s.:#№=-]*(?:(?:no|nr|number|n°|№)[\s.:#№=-]*)?"
_VALUES: Final = {
    "number": r"(?:IMO\s*)?(?P<imo>\d{7})(?!\d)",
    "registered": r"(?:[^\W\d_]{1,3}[-./ ]?)?\d{1,7}(?!\d)",
    "mmsi": r"\d{9}(?!\d)",
    "call_sign": r"(?=[A-Z\d]*[A-Z])[A-Z\d]{4,7}",
    "voyage": r"[A-Z]{0,3}[-./]?\d[\dA-Z./-]*",
    "built": r"(?:19|20)\d\d(?:\s*(?:г|год|года|year|р|йил|yil|il|yılı)\b\.?|\s*年|년|م)?",
    "size": r"\d[\d.,'\s]*(?:\s*(?:t|mt|tons|tonnes|тонн|т|m|吨|톤)\b\.?)?",
}
_DIRECTED: Final = r"\d{2,4}[NSEW]"
"""A voyage by its number and direction."""
_CALL_SIGN: Final = r"(?<=\w\s)(?:[A-Z]{3,4}\d{1,2}|\d[A-Z]{2,3}\d{1,2}|[A-Z]\d[A-Z]{2}\d{1,2})"
"""A call sign by itself, behind a word at least."""
_COUNTRIES: Final = tuple(rf"(?P<country>[^\s\d]+?(?:\s[^\s\d]+?){{{more}}})" for more in (2, 1, 0))
"""A country of three words, of two, and of one."""
_PORT: Final = r"[^\d,;|()\[\]]{3,40}"


class ShipsPapers(NamedTuple):
    """A ship's name without what its papers say beside it, empty where there is none, and its IMO number if said."""

    name: str
    number: str | None


class _Said(NamedTuple):
    """What finds one statement at the end of a text, and at its beginning; whether a country must be named in it."""

    at_end: re.Pattern[str]
    at_start: re.Pattern[str]
    of_country: bool


@cache
def _statements() -> tuple[_Said, ...]:
    phrases: dict[tuple[str, str], list[str]] = {}
    for row in table("words/ship_papers.tsv").rows:
        for side in ("before", "behind") if row["side"] == "both" else (row["side"],):
            phrases.setdefault((row["kind"], side), []).extend(cells(row["phrases"]))
    found = []
    for (kind, side), some in phrases.items():
        said = rf"(?:{alternatives(some)})"
        if kind == "flag":
            for country in _COUNTRIES:
                text = rf"{said}[\s:.]*{country}" if side == "before" else rf"{country}[\s-]*{said}"
                found.append(_said(text, of_country=True))
            continue
        if side == "alone":
            text = said
        elif kind == "registry":
            text = rf"{said}[\s:.]*{_PORT}"
        elif side == "before":
            text = rf"{said}{_LABELLED}{_VALUES[kind]}"
        else:
            text = rf"{_VALUES[kind]}[\s.-]*{said}"
        found.append(_said(text))
    found += [_said(_DIRECTED), _said(_CALL_SIGN)]
    return tuple(found)


def _said(text: str, *, of_country: bool = False) -> _Said:
    return _Said(
        re.compile(rf"(?:^|(?<=[^\w.])|(?<=\d)(?=[^\W\d])){text}[\s.)]*$", re.IGNORECASE),
        re.compile(rf"^{text}(?=$|[\s:.]|{GLUED_CHARACTER})[\s:.]*", re.IGNORECASE),
        of_country,
    )


@cache
def called_numbers() -> str:
    """What ships' numbers are called, as alternatives of a pattern."""
    rows = (row for row in table("words/ship_papers.tsv").rows if row["kind"] == "number")
    return alternatives(phrase for row in rows for phrase in cells(row["phrases"]))


@cache
def _first_words() -> re.Pattern[str]:
    """The first words of all phrases, or what stands apart, which a text holds that says anything of the kind."""
    rows = table("words/ship_papers.tsv").rows
    first = {phrase.split()[0] for row in rows for phrase in cells(row["phrases"])}
    return re.compile(rf"{alternatives(first)}|\d[NSEW]?$|{_APART.pattern}", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def ships_papers(text: str) -> ShipsPapers | None:
    """A ship's name apart from what its papers say beside it; None where they say nothing."""
    text = text[:_LONGEST]
    if not _first_words().search(text):
        return None
    pieces = _APART.split(text)
    between = [found[0] for found in _APART.finditer(text)]
    numbers: list[str] = []
    bare = [_without_statements(piece, numbers) for piece in pieces]
    if bare == pieces and not any(map(_is_port, pieces[1:])):
        return None
    name = ""
    for mark, piece in zip(["", *between], bare, strict=True):
        if not name:
            name = piece if _is_name(piece) else ""
        elif _is_name(piece) and country_code(piece) is None and not _is_port(piece):
            name += mark + piece
    number = numbers[0] if len(set(numbers)) == 1 else None
    return ShipsPapers(name.strip(), number) if name or number else None


def ships_number(text: str) -> str | None:
    """The IMO number that a text says beside a ship's name; None where it says none, or several."""
    papers = ships_papers(text) if sum(map(str.isdigit, text)) >= _DIGITS else None
    return papers.number if papers else None


def _is_name(piece: str) -> bool:
    """Whether a piece is more than a word for a ship."""
    return sum(map(str.isalnum, piece)) >= _FEWEST_LETTERS and not _is_word_for_ship(piece)


def _is_port(piece: str) -> bool:
    """Whether a piece behind a name is no more than a town."""
    said = (place(each.concept) for each in meanings(*words(piece)) if each.kind == "place")
    return any(each is not None and each.kind == "city" for each in said)


def _is_word_for_ship(piece: str) -> bool:
    return any(each.kind == "vessel_prefix" for each in meanings(*words(piece)))


def _without_statements(piece: str, numbers: list[str]) -> str:
    """A piece without the statements at its end and its beginning; the numbers they say go into ``numbers``."""
    while piece:
        found = _statement(piece)
        if found is None:
            return piece
        said = found.groupdict()
        if said.get("imo"):
            numbers.append(said["imo"])
        piece = (piece[: found.start()] + piece[found.end() :]).strip(" .:-–—/")
    return piece


def _statement(piece: str) -> re.Match[str] | None:
    """A statement at the end of a piece or at its beginning."""
    for said in _statements():
        for pattern in (said.at_end, said.at_start):
            found = pattern.search(piece)
            if found is not None and (not said.of_country or country_code(found["country"].strip()) is not None):
                return found
    return None
