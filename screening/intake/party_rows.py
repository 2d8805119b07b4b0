"""One row of a party table as subjects: the party under all its names, and the others named beside it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from screening.intake.base import shorten
from screening.intake.columns import Column, Layout, Party
from screening.intake.country_cells import country_in
from screening.intake.nothing import says_nothing
from screening.intake.party_dates import partial_date
from screening.intake.tables import Row, TextTable
from screening.model import SCHEMAS, SUBJECTS
from screening.names.folding import fold
from screening.names.tokens import words
from screening.names.vocabulary import has_legal_form
from screening.reference import table as knowledge

if TYPE_CHECKING:
    import pyarrow as pa

DEFAULT_ROLE = "party"
_SEPARATORS = re.compile(r"\s*(?:;|\||\r\n|\n|\r)\s*")
"""Between several values in one cell; a comma stands inside names."""
_COUNTRY_SEPARATORS = re.compile(r"\s*[;|,/\n]\s*")
_NATIONAL = ("tax_number", "registration_number", "bank_code")
"""Identifiers of the country a party is in, where the heading names none. Passports and identity cards are not: people
live abroad with them, and a wrong country beside a number would keep it from meeting the same number on a list."""
_LABELS = {"lei": "LEI", "imo": "IMO", "bic": "BIC", "mmsi": "MMSI"}
_MAX_CONTEXT = 400


class RowReader:
    """Turns the rows of a table into subjects, collected in columns; counts what it does not understand."""

    def __init__(
        self, file: str, table: TextTable, header: Row, shape: Layout, date_orders: dict[int, bool | None]
    ) -> None:
        self._file, self._table, self._header, self._shape = file, table, header.cells, shape
        self._orders = date_orders
        self._columns: dict[str, list[Any]] = {name: [] for name in SUBJECTS.names}
        self._strange: Counter[str] = Counter()
        self._example: dict[str, str] = {}
        self._firms_as_persons, self._firm_as_person = 0, ""
        self._named: dict[str, int] = {}  # of each id the hash of its first name
        self._several: dict[str, None] = {}
        self._short, self._first_short = 0, 0  # rows whose last cells were left out

    def read(self, row: Row) -> str | None:
        """Add a row's subjects; the reason when the row cannot be used."""
        cells = row.cells
        if row.filled:
            self._short += 1
            self._first_short = self._first_short or row.number
        main, related = self._shape.main, self._shape.related
        name = _name(main, cells)
        if not any(char.isalnum() for char in name):
            named = any(_further_names(party, cells) for party in related)
            if not named:
                return "the row has no name" if not name else f"the name {shorten(name, 40)!r} has no letter or digit"
            name = ""
        place, context = self._table.place(row.number), self._context(cells)
        facts = self._facts(main, cells)
        key = _cell(main, "id", cells)
        subject_id = key or (_own_id(name, facts) if name else _own_id(" ".join(cells), {}))
        if name:
            if key and self._named.setdefault(key, hash(fold(name))) != hash(fold(name)):
                self._several[key] = None
            role = _cell(main, "role", cells) or main.role or DEFAULT_ROLE
            schema = self._schema(main, cells, name, facts)
            for each in dict.fromkeys((name, *_values(main, "alias", cells))):
                self._add(subject_id, each, schema, role, facts, place, context)
        for party in related:
            self._related(party, cells, subject_id, name, place, context)
        return None

    def take(self) -> pa.Table:
        """The subjects read since the last call, of schema `model.SUBJECTS`."""
        import pyarrow as pa

        taken = pa.table([pa.array(self._columns[field.name], type=field.type) for field in SUBJECTS], schema=SUBJECTS)
        for values in self._columns.values():
            values.clear()
        return taken

    def notes(self) -> list[str]:
        """What a person should know about how the table was read."""
        where = f"{self._file}, sheet {self._table.sheet}" if self._table.sheet else self._file
        notes = [
            f"{where}: {count} value{'s' if count > 1 else ''} in column {heading!r} not understood, "
            f"first {self._example[heading]!r}"
            for heading, count in sorted(self._strange.items())
        ]
        if self._short:
            have = "rows have" if self._short > 1 else "row has"
            notes.append(
                f"{where}: {self._short} {have} fewer cells than the header, first row {self._first_short}: the cells "
                "missing at the end are taken for empty"
            )
        if self._firms_as_persons:
            names = "names" if self._firms_as_persons > 1 else "name"
            notes.append(
                f"{where}: {self._firms_as_persons} {names} with a firm's legal form where the type says person, first "
                f"{self._firm_as_person!r}: looked for among firms as well"
            )
        if self._several:
            others = f" and {len(self._several) - 1} more" if len(self._several) > 1 else ""
            first = shorten(next(iter(self._several)), 40)
            notes.append(
                f"{where}: the id {first!r}{others} stands on rows of different names: one subject of several names"
            )
        if self._shape.unread:
            headings = ", ".join(repr(shorten(heading, 60)) for heading in self._shape.unread[:30])
            notes.append(f"{where}: columns not used for screening: {headings}")
        return notes

    def _related(
        self, party: Party, cells: Sequence[str], subject_id: str, main_name: str, place: str, context: str
    ) -> None:
        facts = self._facts(party, cells)
        names = _further_names(party, cells)
        if not names and facts["identifiers"]:  # a bank known by its BIC alone is looked up by that
            names = [facts["identifiers"][0]["number"]]
        same = set(words(main_name))
        for name in names:
            if party.role == "contact" and not party.columns.get("name") and set(words(name)) == same:
                continue  # first and last name repeat the full name beside them
            schema = self._schema(party, cells, name, facts)
            own = _own_id(f"{subject_id}|{party.role}|{fold(name)}", {})
            for each in dict.fromkeys((name, *_values(party, "alias", cells))):
                self._add(own, each, schema, party.role, facts, place, context)

    def _add(
        self,
        subject_id: str,
        name: str,
        schema: str,
        role: str,
        facts: dict[str, Any],
        place: str,
        context: str,
    ) -> None:
        values = {
            "subject_id": subject_id,
            "name": name,
            "schema": schema,
            "role": role,
            **facts,
            "source": self._file,
            "place": place,
            "context": context,
            "found_by": "column",
        }
        for column, collected in self._columns.items():
            collected.append(values.get(column))

    def _facts(self, party: Party, cells: Sequence[str]) -> dict[str, Any]:
        countries: dict[str, None] = {}
        for column in party.columns.get("country", ()):
            for code in self._countries(column, cells):
                countries.setdefault(code)
        address = ", ".join(
            dict.fromkeys(text for column in party.columns.get("address", ()) if _said(text := column.text(cells)))
        )
        return {
            "country": list(countries),
            "birth_date": self._date(party, "birth_date", cells),
            "incorporated_on": self._date(party, "incorporated_on", cells),
            "address": address or None,
            "identifiers": list(_identifiers(party, cells, list(countries))),
        }

    def _countries(self, column: Column, cells: Sequence[str]) -> list[str]:
        text = column.text(cells)
        if not _said(text):
            return []
        if whole := _country(text):
            return [whole]
        codes = []
        for part in _COUNTRY_SEPARATORS.split(text):
            if not _said(part):
                continue
            if code := _country(part):
                codes.append(code)
            else:
                self._not_understood(column.heading, part)
        return codes

    def _date(self, party: Party, attribute: str, cells: Sequence[str]) -> str | None:
        column = party.first(attribute)
        if column is None or not _said(text := column.text(cells)):
            return None
        found = partial_date(text, day_first=self._orders.get(column.indices[0]))
        if found is None:
            self._not_understood(column.heading, text)
        return found

    def _not_understood(self, heading: str, value: str) -> None:
        self._strange[heading] += 1
        self._example.setdefault(heading, shorten(value, 40))

    def _schema(self, party: Party, cells: Sequence[str], name: str, facts: dict[str, Any]) -> str:
        stated = _cell(party, "schema", cells)
        if stated and (schema := _stated_schema(stated)):
            if schema == "Person" and has_legal_form(name):  # a slip, or a sole trader: looked for among firms too
                self._firms_as_persons += 1
                self._firm_as_person = self._firm_as_person or shorten(name, 40)
                return "LegalEntity"
            return schema
        if stated:
            column = party.first("schema")
            self._not_understood(column.heading if column else "type", stated)
        if has_legal_form(name):
            return "Company"
        if party.schema:
            return party.schema
        if "name" not in party.columns or facts["birth_date"]:
            return "Person"
        if facts["incorporated_on"]:
            return "Vessel" if any(each["type"] == "IMO" for each in facts["identifiers"]) else "Company"
        return "LegalEntity"

    def _context(self, cells: Sequence[str]) -> str:
        said = (f"{heading}: {cell}" for heading, cell in zip(self._header, cells, strict=True) if heading and cell)
        return shorten(" · ".join(said), _MAX_CONTEXT)


def _name(party: Party, cells: Sequence[str]) -> str:
    column = party.first("name")
    if column is not None:
        return column.text(cells).strip()
    first, middle, last = (_text(party, each, cells) for each in ("first_name", "middle_name", "last_name"))
    return " ".join(part for part in (first, middle if _said(middle) else "", last) if part)


def _further_names(party: Party, cells: Sequence[str]) -> list[str]:
    """The names of a related party: several may stand in one cell; e-mail addresses and numbers are none."""
    if party.first("name") is None:
        names = [_name(party, cells)]
    else:
        names = [name for column in party.columns["name"] for name in _split(column.text(cells))]
    return [name for name in names if "@" not in name and any(char.isalpha() for char in name)]


def _values(party: Party, attribute: str, cells: Sequence[str]) -> list[str]:
    return [text for column in party.columns.get(attribute, ()) for text in _split(column.text(cells))]


def _split(text: str) -> list[str]:
    return [part for part in _SEPARATORS.split(text) if _said(part)]


def _text(party: Party, attribute: str, cells: Sequence[str]) -> str:
    """A cell as it stands; a name is taken so, since somebody may be called None."""
    column = party.first(attribute)
    return column.text(cells).strip() if column is not None else ""


def _cell(party: Party, attribute: str, cells: Sequence[str]) -> str:
    """A cell, empty where it says nothing."""
    text = _text(party, attribute, cells)
    return text if _said(text) else ""


def _said(text: str) -> bool:
    return bool(text) and not says_nothing(text, "table")


def _identifiers(party: Party, cells: Sequence[str], countries: list[str]) -> list[dict[str, str | None]]:
    found = []
    for attribute, columns in party.columns.items():
        if not attribute.startswith("identifier:"):
            continue
        kind = attribute.partition(":")[2]
        for column in columns:
            country: str | None = column.meaning.country or None
            if country is None and kind in _NATIONAL and len(countries) == 1:
                country = countries[0]
            found += [
                {"type": _LABELS.get(kind, column.heading), "number": number, "country": country}
                for number in _split(column.text(cells))
                if any(char.isalnum() for char in number)
            ]
    return found


def _own_id(name: str, facts: dict[str, Any]) -> str:
    """An id from what a row says of the party, the same in any file, row and order of columns."""
    parts = [fold(name)]
    if facts:
        parts += [
            ",".join(sorted(facts["country"])),
            facts["birth_date"] or "",
            facts["incorporated_on"] or "",
            ",".join(sorted(each["number"] for each in facts["identifiers"])),
        ]
    return "p-" + hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


@lru_cache(maxsize=65536)
def _country(text: str) -> str | None:
    return country_in(text)


@lru_cache(maxsize=4096)
def _stated_schema(text: str) -> str | None:
    exact = {schema.lower(): schema for schema in SCHEMAS}
    return exact.get(text.strip().lower()) or _party_types().get(" ".join(words(text)))


@cache
def _party_types() -> dict[str, str]:
    return {
        " ".join(words(word)): row["schema"]
        for row in knowledge("words/party_types.tsv").rows
        for word in row["words"].split(";")
    }
