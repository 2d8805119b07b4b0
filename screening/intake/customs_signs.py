"""What remarks, terms of payment and columns of uses and telephones say that a red flag asks for, as notes on records.

``end user not stated``, ``Empfängerwechsel``, ``оплата третьим лицом``, ``OA 60``: the words are those of
``lists/words/record_signs.tsv``, the notes those of `screening.record_notes`. A note with the words of the cell stands
on each row that says something there: it shows what was looked at, and that a flag could be tested.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import Final, NamedTuple

import polars as pl

from screening.intake.base import shorten
from screening.intake.coded import Coded
from screening.intake.customs_columns import RoleColumns
from screening.intake.customs_headings import END_USER, PARTIES
from screening.intake.customs_layout import REMARKS
from screening.intake.customs_remarks import countries_along
from screening.intake.customs_values import said
from screening.names.scripts import GLUED, script_of
from screening.names.tokens import words
from screening.record_notes import beginning, noted
from screening.reference import table

_CLAUSES: Final = re.compile(r"[,;|\n，；。،؛]|(?<=[^\W\d_]{5})\.\s")
_NUMBERED: Final = re.compile(r"(?i)\bno\.?\s*(?=[\d/-]+(?!\w))")
"""The "no" of a number, which denies nothing: contract No 12."""
_FAR: Final = 4
"""Words between what is spoken of and what is said of it at most."""
_BESIDE: Final = 1
"""The same where it must stand directly beside."""
_FAR_UNSPACED: Final = 8
"""Letters between the two at most, in a script without spaces."""
_PREFIX: Final = 4
"""Letters of words of a text by which it is told whether any phrase may be there."""
_READ: Final = 500
"""Characters of a cell that are looked at."""
_QUOTED: Final = 120
_WITHHELD: Final = "no_end_user"
_TERMS: Final = "payment_terms"
_USE: Final = "end_use"
_SPOKEN_OF: Final = "end user: "
"""What stands before the cells of a column of end users, or uses: there the heading says what they are about."""
_FEWEST_DIGITS: Final = 7
_FEWEST_PASSED: Final = 3
"""Countries of a route that says more than where goods come from and go to."""
_DIGITS: Final = "0123456789"


class _Sign(NamedTuple):
    """The phrases of one sign, by their part."""

    of: re.Pattern[str] | None
    said: re.Pattern[str] | None
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    whole: re.Pattern[str] | None
    terms: re.Pattern[str] | None
    unless: re.Pattern[str] | None


def note_signs(cleaner: RoleColumns) -> None:
    """Put the notes of a chunk's rows on them; a table without such columns costs nothing."""
    for role, kind, read in (
        (REMARKS, "remark", signs_in),
        (_TERMS, _TERMS, lambda cell: signs_in(cell, terms=True)),
        (_USE, _USE, lambda cell: signs_in(_SPOKEN_OF + cell)),
        (f"{END_USER}_name", _USE, _withheld),
    ):
        for heading, column in cleaner.under(role):
            _note(cleaner, column, kind, read, heading if kind == _USE else "")
    for role, route in ((REMARKS, _route), ("via", partial(_route, headed=False))):
        for _, column in cleaner.under(role):
            cleaner.tell(column.read(route, pl.String))
    for party, role in PARTIES.items():
        for _, column in cleaner.under(f"{party}_phone"):
            cleaner.tell(column.read(partial(_phone, role), pl.String))


def _note(
    cleaner: RoleColumns, column: Coded, plain: str, read: Callable[[str], tuple[str, ...]], heading: str
) -> None:
    # "unknown" says nothing in most columns, and much of an end user
    found = [(read(cell) or (() if said(cell) else None)) if cell else None for cell in column.values]
    quoted = [f"{heading}: {shorten(cell, _QUOTED)}" if heading else shorten(cell, _QUOTED) for cell in column.values]
    for kind in dict.fromkeys(kind for signs in found for kind in signs or ()):
        told = [
            noted(kind, text) if signs and kind in signs else None for signs, text in zip(found, quoted, strict=True)
        ]
        notes = column.spread(pl.Series(told, dtype=pl.String))
        cleaner.note(notes.is_not_null(), notes, beginning(kind).strip(":"))
    rest = [noted(plain, text) if signs == () else None for signs, text in zip(found, quoted, strict=True)]
    cleaner.tell(column.spread(pl.Series(rest, dtype=pl.String)))


def _route(cell: str, *, headed: bool = True) -> str | None:
    countries = countries_along(cell, headed=headed)
    return noted("route", " - ".join(countries)) if len(countries) >= _FEWEST_PASSED else None


def _phone(role: str, cell: str) -> str | None:
    many = sum(map(str.isdigit, cell)) >= _FEWEST_DIGITS
    return noted("phone", shorten(cell, _QUOTED), role) if many else None


@lru_cache(maxsize=65536)
def signs_in(text: str, *, terms: bool = False) -> tuple[str, ...]:
    """The signs a text bears, by their kinds: of a remark, or (``terms``) of a cell of terms of payment."""
    if not terms and not _may_bear(text[:_READ]):
        return ()
    found = {
        kind
        for clause in _clauses(text[:_READ])
        for kind, sign in _signs().items()
        if _bears(sign, clause, terms=terms)
    }
    return tuple(kind for kind in _signs() if kind in found)


@lru_cache(maxsize=65536)
def _withheld(cell: str) -> tuple[str, ...]:
    """Whether a cell for the name of an end user says in words that there is none: nothing else, or by whom it is
    withheld. ``Unknown Pleasures Ltd`` is a name.
    """
    sign, text = _signs()[_WITHHELD], " ".join(words(cell[:_READ]))
    found = sign.said.match(text) if sign.said else None
    if found is None:
        return ()
    rest = text[found.end() :].split()
    return (_WITHHELD,) if not rest or (" " in found[0] and len(rest) <= 2) else ()


def without_withheld(names: Coded) -> Coded:
    """The names of end users, empty where a cell says that there is none: ``not disclosed by buyer`` is nobody."""
    withheld = [bool(name and _withheld(name)) for name in names.values]
    if not any(withheld):
        return names
    kept = pl.Series(["" if none else name for none, name in zip(withheld, names.values, strict=True)])
    return Coded(names.spread(kept))


def _clauses(text: str) -> Iterator[str]:
    for piece in _CLAUSES.split(_NUMBERED.sub(" ", text)):
        if clause := " ".join(words(piece)):
            yield clause


def _bears(sign: _Sign, clause: str, *, terms: bool) -> bool:
    if not _says(sign, clause, terms=terms):
        return False
    return sign.unless is None or sign.unless.search(clause) is None


def _says(sign: _Sign, clause: str, *, terms: bool) -> bool:
    if (sign.whole and sign.whole.search(clause)) or (terms and sign.terms and sign.terms.search(clause)):
        return True
    spoken = [found.span() for found in sign.of.finditer(clause)] if sign.of else []
    if not spoken:
        return False
    for pattern, ahead, behind, most in (
        (sign.said, True, True, _FAR),
        (sign.before, True, False, _BESIDE),
        (sign.behind, False, True, _BESIDE),
    ):
        for start, end in (found.span() for found in pattern.finditer(clause)) if pattern else ():
            for first, last in spoken:
                if ahead and end <= first and _near(clause[end:first], most):
                    return True
                if behind and last <= start and _near(clause[last:start], most):
                    return True
    return False


def _near(between: str, most: int) -> bool:
    """Whether no more stands between two phrases than a few words, or letters of a script without spaces."""
    glued = sum(script_of(word) in GLUED and len(word) for word in between.split())
    return len(between.split()) <= most and glued <= most * _FAR_UNSPACED // _FAR


def _may_bear(text: str) -> bool:
    """Whether any word of a text begins as a phrase's does: most texts are told by that alone."""
    beginnings, within = _needles()
    tokens = words(text)
    if any(token[:_PREFIX].rstrip(_DIGITS) in beginnings for token in tokens):
        return True
    return not text.isascii() and any(each in " ".join(tokens) for each in within)


@cache
def _needles() -> tuple[frozenset[str], tuple[str, ...]]:
    """The first letters of the longest word of each phrase that says what is spoken of, or all; and what stands within
    words, of scripts without spaces.
    """
    beginnings, within = set(), set()
    for _, phrase in _phrases(("of", "whole")):
        longest = max(re.split(r"[*# ]+", _folded(phrase)), key=len)
        if _is_unspaced(phrase) or phrase.startswith("*"):
            within.add(longest)
        else:
            beginnings.add(longest[:_PREFIX])
    return frozenset(beginnings), tuple(sorted(within))


def _phrases(parts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for row in table("words/record_signs.tsv").rows:
        if row["part"] in parts:
            yield from ((row["sign"], phrase.strip()) for phrase in row["phrases"].split(";"))


@cache
def _signs() -> dict[str, _Sign]:
    names = dict.fromkeys(row["sign"] for row in table("words/record_signs.tsv").rows)
    return {name: _Sign(*(_pattern(name, part) for part in _Sign._fields)) for name in names}


def _pattern(sign: str, part: str) -> re.Pattern[str] | None:
    phrases = {_expression(phrase) for of, phrase in _phrases((part,)) if of == sign}
    return re.compile("|".join(sorted(phrases, key=lambda each: (-len(each), each)))) if phrases else None


def _is_unspaced(phrase: str) -> bool:
    return any(script_of(char) in GLUED for char in phrase if char.isalpha())


def _folded(phrase: str) -> str:
    """A phrase with its letters as texts have them, ``*`` and ``#`` left as they stand."""
    pieces = re.split(r"([*#\s])", phrase)
    return "".join(each if each in "*# " else " ".join(words(each)) for each in pieces)


def _expression(phrase: str) -> str:
    text = _folded(phrase)
    found = re.escape(text).replace(r"\*", r"\w*").replace(r"\#\ ", r"\#").replace(r"\#", r"\d+ ?").replace(r"\ ", " ")
    start = "" if _is_unspaced(text[:1]) or text.startswith("*") else r"(?<!\w)"
    end = "" if _is_unspaced(text[-1:]) or text.endswith("*") else r"(?!\w)"
    return f"{start}{found}{end}"
