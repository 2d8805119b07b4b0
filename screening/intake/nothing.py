"""Cells that say nothing: empty ones, dashes, and what people and databases write for "none" (NULL, нет, 不详).

The words stand in ``lists/words/nothing.tsv``, with where each is heeded: "to order" is no party, but may be the name
of a good; "NA" is no figure, but it is the country code of Namibia. What a spreadsheet writes where a formula fails
(``#REF!``, ``#Н/Д``; ``lists/words/error_values.tsv``) names nobody, and elsewhere is a value that cannot be read.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, Literal

from screening.names.tokens import words
from screening.reference import table

if TYPE_CHECKING:
    import polars as pl

Where = Literal["cell", "party", "table", "name", "figure"]
"""Where a cell stands: in customs records, as the name of a party in them, in a party table, as a party's name there,
among trade figures."""
_NAMES: Final = frozenset({"party", "table", "name"})
"""Where an error of a spreadsheet is passed over like a dash."""
_LIKE_AN_ERROR: Final = r"^\s*(?:#|[Ee]rr:)"
_ROOM: Final = 8
"""Bytes of marks and spaces around the longest word."""
_FEW: Final = 4
"""Bytes of cells so short that all are looked at."""


@cache
def phrases(where: Where) -> frozenset[str]:
    """The words heeded there, folded; those of several words with one space between."""
    return frozenset(" ".join(tokens) for word in _written(where) if (tokens := words(word)))


def is_error(cell: str) -> bool:
    """Whether a cell holds what a spreadsheet writes where a formula fails: ``#REF!``, ``#ЗНАЧ!``."""
    return cell[:1] in _error_beginnings() and cell.strip().casefold() in _errors()


def like_errors(cells: pl.Series) -> pl.Series | None:
    """Which of many cells are such errors; None where none is."""
    import polars as pl

    at = cells.str.contains(_LIKE_AN_ERROR).fill_null(value=False).arg_true()
    found = at.filter(pl.Series([is_error(cell.strip()) for cell in cells.gather(at)], dtype=pl.Boolean))
    return pl.repeat(value=False, n=len(cells), eager=True).scatter(found, True) if len(found) else None


@cache
def _errors() -> frozenset[str]:
    rows = table("words/error_values.tsv").rows
    return frozenset(value.strip().casefold() for row in rows for value in row["values"].split(";"))


@cache
def _error_beginnings() -> frozenset[str]:
    return frozenset(letter for value in _errors() for letter in (value[0], value[0].upper()))


@lru_cache(maxsize=1 << 16)
def says_nothing(text: str, where: Where) -> bool:
    """Whether a cell says nothing, as it stands there."""
    if len(text) > _longest(where) and text[0].isalnum():
        return False
    if where in _NAMES and is_error(text):
        return True
    tokens = words(text)
    return " ".join(tokens) in phrases(where) if tokens else not text.strip(_marks())


def without_nothing(texts: pl.Series, where: Where) -> pl.Series:
    """The texts, null where they say nothing: many at once."""
    import polars as pl

    # few begin as words of the table do; those are looked at one by one
    size, start = texts.str.len_bytes(), texts.str.slice(0, 2)
    begins = start.is_in(_starts(where)) | texts.str.contains(r"^[\W_]")
    doubtful = (size <= _FEW) | ((size <= _longest(where)) & begins) | texts.str.contains(r"^[\W_]+$")
    at = doubtful.fill_null(value=False).arg_true()
    nothing = [says_nothing(text, where) for text in texts.gather(at)]
    # scatter changes what it is of
    return texts.clone().scatter(at.filter(pl.Series(nothing)), None) if any(nothing) else texts


@cache
def _written(where: Where) -> tuple[str, ...]:
    return tuple(
        word.strip()
        for row in table("words/nothing.tsv").rows
        if where in row["heeded_in"].split("; ")
        for word in row["words"].split(";")
    )


@cache
def _marks() -> str:
    """The marks that say nothing, and spaces."""
    return "".join(word for word in _written("cell") if not words(word)) + " \t\r\n\u00a0\u202f"


@cache
def _longest(where: Where) -> int:
    """Bytes of the longest cell that can say nothing, but for one of marks alone."""
    return max(len(word.encode()) for word in _written(where)) + _ROOM


@cache
def _starts(where: Where) -> list[str]:
    """The first two characters of what says nothing, in capitals and small letters."""
    firsts = {word[:2] for word in (*_written(where), *phrases(where))}
    firsts |= {first[0] + mark for first in firsts if first[1:] == " " for mark in _marks()}  # "n a", "N/A"
    return sorted({form for first in firsts for form in (first, first.lower(), first.upper(), first.title())})
