"""Sheets beside the records of a customs table: registers of its parties, and lists that explain its codes.

They are no records. A register tells when a party was founded and where it is; a list of codes what procedures are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Final

import polars as pl

from screening.intake import customs_values as values
from screening.intake import customs_wording as wording
from screening.intake.check_digits import numbers_in
from screening.intake.coded import Coded
from screening.intake.customs_contents import NUMBERS
from screening.intake.customs_headings import PARTIES, understand
from screening.intake.customs_layout import CustomsLayout
from screening.intake.customs_tongues import day_before_month, in_its_language
from screening.intake.party_dates import day_first, partial_date
from screening.intake.tables import Row, TextTable
from screening.names.tokens import words
from screening.names.vocabulary import has_legal_form

_OF_RECORDS: Final = frozenset(
    {"hs_code", "declaration", "item", "origin", "dispatch", "destination", "incoterm", "vessel", "container", "unit"}
) | frozenset(NUMBERS)
"""What no register of parties says."""
_FIRMS: Final = 0.6
"""Share of a register's names that have a legal form."""
_ONCE: Final = 0.95
"""Share of them that stand there once."""
_MOST_ROWS: Final = 200_000
_MOST_LINES: Final = 2_000
_FEWEST_CODES: Final = 2
_CODE: Final = re.compile(r"[A-ZА-Я]{0,3}[\s-]?\d{1,4}[A-ZА-Я]?")
TOLD: Final = ("incorporated", "address")
"""What a register says of a party."""


@dataclass(slots=True)
class Registered:
    """What registers of parties say: for each party by its number, and by its name, what of `TOLD` they tell."""

    by_number: dict[str, dict[str, str]] = field(default_factory=dict)
    by_name: dict[str, dict[str, str]] = field(default_factory=dict)
    unnumbered: set[str] = field(default_factory=set)
    """Names that stand in a register without a number: those with one are another firm's where the numbers differ."""

    def add(self, header: Sequence[str], rows: Iterable[Sequence[str]], name: int) -> None:
        """Take in a register: its headings, its rows, and the column of names."""
        columns = _columns(header, name)
        rows = list(rows)
        founded = columns.get("incorporated")
        order = day_first(row[founded] for row in rows) if founded is not None else None
        if order is None and day_before_month(header):
            order = True
        for row in rows:
            told = {}
            if founded is not None and (on := partial_date(row[founded], day_first=order)):
                told["incorporated"] = on
            if (at := columns.get("address")) is not None and values.said(row[at]):
                told["address"] = row[at]
            numbers = [number for _, number, _ in numbers_in(row[columns["tax_id"]])] if "tax_id" in columns else []
            for number in numbers[:1]:
                self.by_number.setdefault(number, told)
            if key := _key(row[name]):
                self.by_name.setdefault(key, told)
                if not numbers:
                    self.unnumbered.add(key)

    def fill_in(self, cells: dict[str, Coded]) -> None:
        """Add to the cells of a party what registers say of it, where its own columns say nothing."""
        number, name = cells.get("tax_id"), cells.get("name")
        for what in TOLD:
            found = []
            if number is not None:
                found.append(number.read(partial(self._numbered, what), pl.String))
            if name is not None:
                named = name.read(partial(self._named, what), pl.String)
                if number is not None:
                    sure = name.read(lambda cell: _key(cell) in self.unnumbered, pl.Boolean).fill_null(value=False)
                    named = pl.select(pl.when(number.empty() | sure).then(named)).to_series()
                found.append(named)
            if not found or all(each.null_count() == len(each) for each in found):
                continue
            told = pl.coalesce(*found, pl.lit(""))
            if what in cells:
                own = cells[what].text()
                told = pl.when(own != "").then(own).otherwise(told)
            cells[what] = Coded(pl.select(told).to_series())

    def _named(self, what: str, cell: str) -> str | None:
        return self.by_name.get(_key(cell), {}).get(what)

    def _numbered(self, what: str, cell: str) -> str | None:
        found = next((self.by_number[number] for _, number, _ in numbers_in(cell) if number in self.by_number), {})
        return found.get(what)


def names_of_register(shape: CustomsLayout, header: Sequence[str], sample: Sequence[Sequence[str]]) -> int | None:
    """The column of names of a sheet that is a register of parties; None where it is none.

    A register says nothing of goods and their way, names each party once, and gives its number or when it was founded.
    """
    roles = set(shape.columns)
    parties = {role.rpartition("_")[0] for role in roles} & set(PARTIES)
    if roles & _OF_RECORDS or len(parties) > 1 or _columns(header, None).keys().isdisjoint({"tax_id", "incorporated"}):
        return None
    for index in range(len(header)):
        names = [row[index] for row in sample if values.said(row[index])]
        firms = sum(map(has_legal_form, names))
        if names and firms >= _FIRMS * len(names) and len(set(names)) >= _ONCE * len(names):
            return index
    return None


def rows_of(table: TextTable, header: Row) -> tuple[list[list[str]], int]:
    """The rows of a register, and how many of them are not read: of another width, or too many."""
    found: list[list[str]] = []
    unread = 0
    for row in table.rows(header.number, len(header.cells)):
        if isinstance(row, Row) and len(found) < _MOST_ROWS:
            found.append(row.cells)
        else:
            unread += 1
    return found, unread


def _columns(header: Sequence[str], names: int | None) -> dict[str, int]:
    """The columns that say something of the parties of a register, but for that of their names."""
    found: dict[str, int] = {}
    for index, heading in enumerate(in_its_language(header)):
        if index == names:
            continue
        guess = understand(heading)
        role = "incorporated" if guess and guess.role == "date" else guess.role.rpartition("_")[2] if guess else ""
        what = "tax_id" if guess and guess.role.endswith("tax_id") else role
        if what in ("tax_id", *TOLD):
            found.setdefault(what, index)
    return found


def explained(table: TextTable) -> dict[str, str]:
    """The codes of procedures that a sheet explains, with the words behind them; none where it explains but one."""
    found: dict[str, str] = {}
    for row in islice(table.lines(), _MOST_LINES):
        cells = [cell.strip() for cell in row.cells if cell.strip()] if isinstance(row, Row) else []
        at = next((at for at, cell in enumerate(cells) if _CODE.fullmatch(cell.upper())), len(cells))
        worded = (cell for cell in cells[at + 1 :] if any(map(str.isalpha, cell)))  # a sum explains no code
        said = next((cell for cell in worded if wording.procedure(cell)[0]), "")
        if said and wording.procedure(cells[at])[0] is None:  # a count of exports is no code of imports
            found.setdefault(cells[at].upper(), said)
    return found if len(found) >= _FEWEST_CODES else {}


def in_words(cell: str, codes: Mapping[str, str]) -> str:
    """A cell of procedures, in the words that a sheet of the file explains its code with."""
    return codes.get(cell.strip().upper(), cell) if codes else cell


def _key(name: str) -> str:
    return " ".join(words(name))
