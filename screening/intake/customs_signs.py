"""What remarks, terms of payment and columns of uses and telephones say that a red flag asks for, as notes on records.

``end user not stated``, ``Empfängerwechsel``, ``оплата третьим лицом``, ``OA 60``: the words are those of
``lists/words/record_signs.tsv``, the notes those of `screening.record_notes`. A note with the words of the cell stands
on each row that says something there: it shows what was looked at, and that a flag could be tested.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from string import digits
from typing import Final, NamedTuple

import polars as pl

from screening.intake.base import shorten
from screening.intake.coded import Coded
from screening.intake.customs_columns import RoleColumns
from screening.intake.customs_headings import END_USER, PARTIES
from screening.intake.customs_layout import REMARKS
from screening.intake.customs_remarks import countries_along
from screening.intake.customs_values import said
from screening.intake.customs_withheld import NO_END_USER, expression, folded, is_unspaced, is_withheld
from screening.names.scripts import GLUED, script_of
from screening.names.tokens import words
from screening.record_notes import BETWEEN, beginning, noted
from screening.reference import table

_CLAUSES: Final = re.compile(r"[,;|\n，；。،؛]|(?<=[^\W\d_]{5})\.\s")
_PIECES: Final = re.compile(r"[,;|\n，；،؛]")
"""What parts the documents that a cell names, and what is said of them."""
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
_TERMS: Final = "payment_terms"
_DOCUMENTS: Final = "documents"
_USE: Final = "end_use"
_SPOKEN_OF: Final = "end user: "
"""What stands before the cells of a column of end users, or uses: there the heading says what they are about."""
_FEWEST_DIGITS: Final = 7
_FEWEST_PASSED: Final = 3
"""Countries of a route that says more than where goods come from and go to."""


class _Phrase(NamedTuple):
    """A phrase of a sign: what it is a part of, and what finds it in a folded text."""

    sign: str
    part: str
    pattern: re.Pattern[str]


class _Index(NamedTuple):
    """The phrases by the beginning of their longest word, which a text has if it has them; of words of few letters
    with any ending by these letters; and of scripts that part no words, or join others to them, by script.
    """

    words: dict[str, list[_Phrase]]
    short: dict[str, list[_Phrase]]
    within: dict[str, list[tuple[str, _Phrase]]]


_COUNTS_WITH: Final = {"open_account": " (counts only where a point of transshipment is on the way)"}
"""What signs that are usual need beside them, said where they are counted."""


def note_signs(cleaner: RoleColumns) -> None:
    """Put the notes of a chunk's rows on them; a table without such columns costs nothing."""
    for role, kind, read in (
        (REMARKS, "remark", signs_in),
        (_TERMS, _TERMS, lambda cell: signs_in(cell, terms=True)),
        (_USE, _USE, lambda cell: signs_in(_SPOKEN_OF + cell)),
        (f"{END_USER}_name", _USE, lambda cell: (NO_END_USER,) if is_withheld(cell) else ()),
    ):
        for heading, column in cleaner.under(role):
            _note(cleaner, column, kind, read, heading if kind == _USE else "")
    for _, column in cleaner.under(_DOCUMENTS):
        _note_documents(cleaner, column)
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
        cleaner.note(notes.is_not_null(), notes, beginning(kind).strip(":") + _COUNTS_WITH.get(kind, ""))
    rest = [noted(plain, text) if signs == () else None for signs, text in zip(found, quoted, strict=True)]
    cleaner.tell(column.spread(pl.Series(rest, dtype=pl.String)))


def _note_documents(cleaner: RoleColumns, column: Coded) -> None:
    """What cells that name documents say besides: read without numbers and dates, which make nearly all of them
    different, and only what bears a sign is told.
    """
    plain = Coded(column.raw.str.replace_all(r"\d+", ""))
    found: dict[str, list[str | None]] = {kind: [] for kind in _kinds()}
    for cell in plain.values:
        borne: dict[str, list[str]] = {}
        for piece in _PIECES.split(cell) if cell and signs_in(cell) else ():
            for kind in signs_in(piece):
                borne.setdefault(kind, []).append(piece.strip())
        for kind, notes in found.items():
            pieces = borne.get(kind)
            notes.append(noted(kind, shorten("; ".join(pieces), _QUOTED)) if pieces else None)
    for kind, notes in found.items():
        if any(notes):
            told = plain.spread(pl.Series(notes, dtype=pl.String))
            cleaner.note(told.is_not_null(), told, beginning(kind).strip(":"))


def _route(cell: str, *, headed: bool = True) -> str | None:
    countries = countries_along(cell, headed=headed)
    return noted("route", BETWEEN.join(countries)) if len(countries) >= _FEWEST_PASSED else None


def _phone(role: str, cell: str) -> str | None:
    many = sum(map(str.isdigit, cell)) >= _FEWEST_DIGITS
    return noted("phone", shorten(cell, _QUOTED), role) if many else None


@lru_cache(maxsize=65536)
def signs_in(text: str, *, terms: bool = False) -> tuple[str, ...]:
    """The signs a text bears, by their kinds: of a remark, or (``terms``) of a cell of terms of payment."""
    found = {sign for clause in _clauses(text[:_READ]) for sign in _borne(clause, terms=terms)}
    return tuple(sign for sign in _kinds() if sign in found)


def is_denied(sign: str, text: str) -> bool:
    """Whether a text has a phrase by which it denies a sign, or speaks of something else: of freight, or of duties."""
    clauses = _clauses(text[:_READ])
    return any(
        phrase.sign == sign and phrase.part == "unless" and phrase.pattern.search(clause)
        for clause in clauses
        for phrase in _candidates(clause)
    )


def _clauses(text: str) -> Iterator[str]:
    for piece in _CLAUSES.split(_NUMBERED.sub(" ", text)):
        if clause := " ".join(words(piece)):
            yield clause


def _borne(clause: str, *, terms: bool) -> Iterator[str]:
    """The signs of a folded text without stops."""
    parts: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for phrase in _candidates(clause):
        if spans := [found.span() for found in phrase.pattern.finditer(clause)]:
            parts.setdefault(phrase.sign, {}).setdefault(phrase.part, []).extend(spans)
    for sign, found in parts.items():
        if "unless" not in found and ("whole" in found or (terms and "terms" in found) or _is_said(clause, found)):
            yield sign


def _candidates(clause: str) -> list[_Phrase]:
    """The phrases a text may hold, by the beginnings of its words."""
    index = _index()
    found: dict[_Phrase, None] = {}
    scripts = set()
    for token in clause.split():
        plain = token.lstrip(digits)
        found |= dict.fromkeys(index.words.get(plain[:_PREFIX].rstrip(digits), ()))
        for size in range(1, min(_PREFIX, len(plain) + 1)):
            if phrases := index.short.get(plain[:size]):
                found |= dict.fromkeys(phrases)
        if not token.isascii():
            scripts.add(script_of(token))
    if "Mixed" in scripts:
        scripts |= set(index.within)
    for script in scripts & set(index.within):
        found |= dict.fromkeys(phrase for needle, phrase in index.within[script] if needle in clause)
    return list(found)


def _is_said(clause: str, parts: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether something is said of what is spoken of, in one of the places where it may stand."""
    for part, ahead, behind, most in (
        ("said", True, True, _FAR),
        ("before", True, False, _BESIDE),
        ("behind", False, True, _BESIDE),
    ):
        for start, end in parts.get(part, ()):
            for first, last in parts.get("of", ()):
                if ahead and end <= first and _near(clause[end:first], most):
                    return True
                if behind and last <= start and _near(clause[last:start], most):
                    return True
    return False


def _near(between: str, most: int) -> bool:
    """Whether no more stands between two phrases than a few words, or letters of a script without spaces."""
    glued = sum(script_of(word) in GLUED and len(word) for word in between.split())
    return len(between.split()) <= most and glued <= most * _FAR_UNSPACED // _FAR


@cache
def _index() -> _Index:
    index = _Index({}, {}, {})
    for row in table("words/record_signs.tsv").rows:
        for each in row["phrases"].split(";"):
            _enter(index, _Phrase(row["sign"], row["part"], re.compile(expression(each.strip()))), each.strip())
    return index


def _enter(index: _Index, phrase: _Phrase, written: str) -> None:
    plain = folded(written)
    if written.startswith("*") or is_unspaced(plain):
        pieces = re.split(r"[*# a-z]+", plain)  # of OA 天 the second
        needle = max(pieces, key=len)
        index.within.setdefault(script_of(needle), []).append((needle, phrase))
        return
    word = max(plain.split(), key=lambda word: len(_beginning(word)))
    begins = _beginning(word)
    by = index.short if "*" in word and len(begins) < _PREFIX else index.words
    by.setdefault(begins[:_PREFIX], []).append(phrase)


def _beginning(word: str) -> str:
    """The letters that every text with a word of a phrase has there: before a number or an ending, or behind one."""
    return re.split(r"[*#]", word.lstrip("#" + digits))[0]


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["sign"] for row in table("words/record_signs.tsv").rows))
