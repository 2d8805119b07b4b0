"""What a reader fills in while it reads a list, before it becomes the five tables of a snapshot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Final
from unicodedata import category

import pyarrow as pa

from screening.errors import ListError, Place
from screening.model import ADDRESSES, ENTRIES, IDENTIFIERS, LINKS, NAMES, SCHEMAS
from screening.names.tokens import words
from screening.names.vocabulary import segment
from screening.watchlists.countries import code, codes

_INVISIBLE = {"Cf": "", "Co": "\ufffd", "Cn": "\ufffd", "Cs": "\ufffd"}
"""What becomes of characters nobody can see; all others, being some kind of white space, become a space."""


def squeeze(text: str | None) -> str:
    """One line: invisible characters go, runs of white space become one space; nothing else is touched."""
    if not text:
        return ""
    if not text.isprintable():
        text = "".join(char if char.isprintable() else _INVISIBLE.get(category(char), " ") for char in text)
    return " ".join(text.split())


_SMALL: Final = frozenset({"stopword", "legal_form"})
_LONGEST_SMALL: Final = 40


@lru_cache(maxsize=1 << 16)
def says_nobody(name: str) -> bool:
    """Whether a name is nothing but small words and legal forms (``and``, ``Ltd.``), as where one was cut in two; in
    capitals it may be somebody's short name (GIA, ASBL).
    """
    if len(name) > _LONGEST_SMALL or name.isupper():
        return False
    kinds = [{each.kind for each in part.meanings} for part in segment(words(name))]
    return bool(kinds) and all(found & _SMALL and found <= _SMALL | {"particle"} for found in kinds)


@dataclass(slots=True)
class Entry:
    """One party as read; fields as in `screening.model.ENTRIES`. Names and addresses are squeezed into one
    line."""

    entry_id: str
    schema: str = "LegalEntity"
    id_origin: str = "publisher"
    programmes: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    legal_basis: list[str] = field(default_factory=list)
    listed_on: date | None = None
    ended_on: date | None = None
    countries: list[str] = field(default_factory=list)
    birth_dates: list[str] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    incorporated_on: str | None = None
    gender: str | None = None
    positions: list[str] = field(default_factory=list)
    vessel_type: str | None = None
    vessel_flag: str | None = None
    vessel_owner: str | None = None
    tonnage: str | None = None
    call_sign: str | None = None
    built_on: str | None = None
    remarks: str | None = None
    url: str | None = None
    not_understood: list[str] = field(default_factory=list)
    names: list[tuple[str, str, str | None, str | None, str | None]] = field(default_factory=list)
    identifiers: dict[tuple[str | None, ...], None] = field(default_factory=dict)
    addresses: dict[tuple[str | None, ...], None] = field(default_factory=dict)
    links: dict[tuple[str, str, str | None], None] = field(default_factory=dict)

    def add_name(
        self,
        name: str | None,
        name_type: str = "alias",
        label: str | None = None,
        *,
        script: str | None = None,
        language: str | None = None,
    ) -> None:
        """Add a name unless it is empty. A name the publisher gives twice stands there twice."""
        row = (squeeze(name), name_type, squeeze(label) or None, script or None, language or None)
        if row[0]:
            self.names.append(row)

    def add_identifier(
        self,
        kind: str,
        number: str | None,
        country: str | None = None,
        *,
        issuer: str | None = None,
        issued_on: str | None = None,
        expires_on: str | None = None,
        remarks: str | None = None,
    ) -> None:
        """Add an identifier unless its number is empty or the whole row is already there."""
        extra = (country or None, issuer or None, issued_on or None, expires_on or None, remarks or None)
        row = (squeeze(kind) or "unnamed", squeeze(number), *extra)
        if row[1]:
            self.identifiers[row] = None

    def add_address(
        self,
        *,
        street: str | None = None,
        city: str | None = None,
        region: str | None = None,
        postal_code: str | None = None,
        country: str | None = None,
        country_name: str | None = None,
        whole: str | None = None,
    ) -> None:
        """Add an address unless it is empty; ``whole`` serves where the publisher gives one line only."""
        parts = [squeeze(part) for part in (street, city, region, postal_code)]
        line = squeeze(whole) or ", ".join(part for part in (*parts, squeeze(country_name)) if part)
        row = (line, *(part or None for part in parts), country or None)
        if line:
            self.addresses[row] = None

    def add_link(self, relation: str, name: str | None, other_id: str | None = None) -> None:
        """Add a link to another party, in the publisher's words."""
        row = (squeeze(relation), squeeze(name), other_id)
        if row[1]:
            self.links[row] = None

    def add(self, column: str, *values: str | None) -> None:
        """Add values to one of the list columns, once each, passing over empty ones."""
        target: list[str] = getattr(self, column)
        for value in values:
            text = squeeze(value)
            if text and text not in target:
                target.append(text)


@dataclass
class Draft:
    """A list being read. Readers add entries and notes, and set what the file says about itself."""

    where: str
    publisher: str = ""
    list_id: str = ""
    evidence: str = ""
    published: str | None = None
    """The publication date as the file says it, ISO 8601, possibly partial."""
    entries: dict[str, Entry] = field(default_factory=dict)
    notes: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def entry(self, entry_id: str, *, row: int | None = None, **columns: Any) -> Entry:
        """Begin a new entry.

        Raises:
            ListError: The id is empty or already taken: half of a list, or two lists in one.
        """
        key = squeeze(entry_id)
        if not key:
            raise ListError("an entry has no id", where=Place(self.where, row), remedy="download the list again")
        if key in self.entries:
            raise ListError(
                f"entry id {key!r} stands there twice",
                where=Place(self.where, row),
                remedy="download the list again",
            )
        new = self.entries[key] = Entry(key, **columns)
        return new

    def derived(self, key: str, **columns: Any) -> Entry:
        """Begin an entry under a derived id; the same key again gets ``~2``, ``~3`` …, in the file's
        order."""
        taken, number = key, 1
        while taken in self.entries:
            number += 1
            taken = f"{key}~{number}"
        return self.entry(taken, id_origin="derived", **columns)

    def country(self, text: str | None) -> str | None:
        """The ISO code of a country; one that is not known is counted in the notes."""
        found = code(text)
        if found is None and text and text.strip():
            self.note("places not known as a country", text)
        return found

    def countries(self, text: str | None) -> list[str | None]:
        """The ISO codes of the countries in one cell; those not known are counted in the notes."""
        found = codes(text) if text else []
        for _ in (one for one in found if one is None):
            self.note("places not known as a country", text or "")
        return found

    def note(self, kind: str, example: str = "", count: int = 1) -> None:
        """Count something that was not understood, by kind, keeping the first example."""
        self.notes[kind] += count
        self.examples.setdefault(kind, squeeze(example)[:120])

    def finish(self) -> tuple[dict[str, pa.Table], list[str]]:
        """The five tables, entries in the file's order, and the notes as text.

        Raises:
            ListError: There are no entries, or one has no name.
        """
        if not self.entries:
            raise ListError("the list holds no entries", where=self.where, remedy="download it again")
        entries = list(self.entries.values())
        pieces = 0
        for entry in entries:
            self._settle(entry)
            pieces += len(entry.not_understood)
        if pieces:
            example = next(entry.not_understood[0] for entry in entries if entry.not_understood)
            self.note("pieces of remarks no rule understands", example, pieces)
        notes = [
            f"{kind}: {count}" + (f" (the first: {self.examples[kind]})" if self.examples[kind] else "")
            for kind, count in sorted(self.notes.items())
        ]
        return self._tables(entries), notes

    def _settle(self, entry: Entry) -> None:
        """Make sure there is exactly one primary name, first in order, and a schema that is known."""
        if not entry.names:
            raise ListError(f"entry {entry.entry_id} has no name", where=self.where, remedy="download the list again")
        kept = [name for name in entry.names if name[1] == "primary" or not says_nobody(name[0])]
        if kept and len(kept) < len(entry.names):
            dropped = [name[0] for name in entry.names if name not in kept]
            self.note("names that are nothing but a small word or legal form, left out", dropped[0], len(dropped))
            entry.names = kept
        names = entry.names
        first = next((index for index, name in enumerate(names) if name[1] == "primary"), 0)
        chosen = names.pop(first)
        ordered = [(chosen[0], "primary", *chosen[2:])]
        ordered += [(name[0], "alias" if name[1] == "primary" else name[1], *name[2:]) for name in names]
        entry.names = ordered
        if entry.schema not in SCHEMAS:
            self.note("types of party not known", entry.schema)
            entry.schema = "LegalEntity"

    @staticmethod
    def _tables(entries: list[Entry]) -> dict[str, pa.Table]:
        plain = [name for name in ENTRIES.names if name != "name"]
        columns: dict[str, list[Any]] = {name: [getattr(entry, name) for entry in entries] for name in plain}
        columns["name"] = [entry.names[0][0] for entry in entries]
        main = pa.table([pa.array(columns[f.name], f.type) for f in ENTRIES], schema=ENTRIES)
        return {
            "entries": main,
            "names": _rows(NAMES, ((entry.entry_id, *row) for entry in entries for row in entry.names)),
            "identifiers": _rows(
                IDENTIFIERS, ((entry.entry_id, *row) for entry in entries for row in entry.identifiers)
            ),
            "addresses": _rows(ADDRESSES, ((entry.entry_id, *row) for entry in entries for row in entry.addresses)),
            "links": _rows(LINKS, ((entry.entry_id, *row) for entry in entries for row in entry.links)),
        }


def _rows(schema: pa.Schema, rows: Iterable[tuple[Any, ...]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table([pa.array(list(c), f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)
