"""One row of a party table as subjects: the party under all its names, and the others named beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from screening.intake.base import shorten
from screening.intake.columns import Column, Layout, Party
from screening.intake.country_cells import country_in
from screening.intake.estates import person_of_estate
from screening.intake.joined_names import parted
from screening.intake.met import Met
from screening.intake.no_parties import are_headings, stands_for_none
from screening.intake.other_command import CUSTOMS_HINT, looks_like_customs
from screening.intake.own_ids import own_id
from screening.intake.party_cells import (
    cell_of,
    further_names,
    is_of_totals,
    joined_fields,
    name_of,
    said,
    text_of,
    values,
)
from screening.intake.party_numbers import identifiers_of, lost_digits, numbers_with
from screening.intake.payment_fields import Field, fields_of, with_field, with_names
from screening.intake.several_names import names_told
from screening.intake.short_names import completed
from screening.intake.stated_types import stated_schema
from screening.intake.tables import Row, TextTable
from screening.intake.told_dates import DateColumn, remark_on, told_date
from screening.model import SUBJECTS
from screening.moments import utc_now
from screening.names.folding import fold
from screening.names.party_kinds import bears_legal_form, may_be_person, told_schema
from screening.names.tokens import words

if TYPE_CHECKING:
    import pyarrow as pa

DEFAULT_ROLE = "party"
ROLE_IN_ESTATE = "person_of_estate"
"""What a person is beside a customer that is called by the person's estate, heirs or trust."""
_OFTEN_SEVERAL = frozenset({"director", "owner", "contact", "signatory", "joint_holder", "spouse"})
"""Roles of columns in which a cell names several as often as one."""
_COUNTRY_SEPARATORS = re.compile(r"\s*[;|,/\n]\s*")
_MAX_CONTEXT = 400


class Seen(NamedTuple):
    """What the first rows of a table tell of its columns, by their indices."""

    dates: Mapping[int, DateColumn] = MappingProxyType({})
    names: Sequence[int] = ()  # columns that are not read and hold names


class RowReader:
    """Turns the rows of a table into subjects, collected in columns; counts what it does not understand."""

    def __init__(self, file: str, table: TextTable, header: Row, shape: Layout, seen: Seen) -> None:
        self._file, self._table, self._header, self._shape = file, table, header.cells, shape
        self._seen = seen
        self._columns: dict[str, list[Any]] = {name: [] for name in SUBJECTS.names}
        self._today = utc_now().date()
        self._dates: Counter[tuple[str, str]] = Counter()  # of a heading and a remark on its dates
        self._first_date: dict[tuple[str, str], str] = {}
        self._strange: Counter[str] = Counter()
        self._example: dict[str, str] = {}
        self._named: dict[str, int] = {}  # of each id the hash of its first name
        self._several: dict[str, None] = {}
        self._lost: dict[str, Met] = {}  # of each heading the numbers that have lost digits
        self._fields: dict[int, Field] = {}  # of the row that is read, by their columns
        self._firms_as_persons = Met(
            "name with a firm's legal form where the type says person",
            "names with a firm's legal form where the type says person",
            "looked for among firms as well",
        )
        self._of_several = Met("cell names several parties", "cells name several parties", "each is screened")
        self._of_fields = Met(
            "cell of a payment message's fields",
            "cells of a payment message's fields",
            "name, address and country read apart from the account",
        )
        self._perhaps_several = Met(
            "cell may name several parties",
            "cells may name several parties",
            "screened as it stands and each by itself",
        )
        self._of_estates = Met(
            "name is of a person's estate, heirs or trust",
            "names are of a person's estate, heirs or trust",
            "the person is screened as well",
        )
        self._met = (
            self._firms_as_persons,
            self._of_several,
            self._of_fields,
            self._perhaps_several,
            self._of_estates,
        )  # in the order in which they are told
        self._short, self._first_short = 0, 0  # rows whose last cells were left out

    def read(self, row: Row) -> str | None:
        """Add a row's subjects; the reason when the row cannot be used."""
        self._fields = fields_of(self._shape, row.cells)
        cells = with_names(row.cells, self._fields)
        if row.filled:
            self._short += 1
            self._first_short = self._first_short or row.number
        main, related = self._shape.main, self._shape.related
        if are_headings(row.cells, self._header):
            return "the headings again, not a party"
        if total := is_of_totals(cells):
            return f"a row of totals ({shorten(total, 40)!r})"
        name = name_of(main, cells)
        if not any(char.isalnum() for char in name):
            named = any(further_names(party, cells) for party in related)
            if not named:
                return "the row has no name" if not name else f"the name {shorten(name, 40)!r} has no letter or digit"
            name = ""
        place, context = self._table.place(row.number), self._context(row.cells)
        facts = self._facts(main, cells)
        if name and (reason := stands_for_none(name)):
            name = next((each["number"] for each in facts["identifiers"]), "")  # looked up by that
            if not name and not any(further_names(party, cells) for party in related):
                return reason
        facts["identifiers"] = numbers_with(name, facts["identifiers"], main, facts["country"])
        key = cell_of(main, "id", cells)
        subject_id = key or (own_id(name, facts) if name else own_id(" ".join(cells), {}))
        if name:
            if key and self._named.setdefault(key, hash(fold(name))) != hash(fold(name)):
                self._several[key] = None
            role = cell_of(main, "role", cells) or main.role or DEFAULT_ROLE
            first, *others = self._parted(name, many=role in _OFTEN_SEVERAL)
            readings = self._readings(main, cells, first == name, others)
            schema = self._schema(main, cells, first, facts)
            for each in dict.fromkeys((first, *readings, *_other_names(main, cells, first))):
                self._add(subject_id, each, schema, role, facts, place, context, of=first)
            self._behind((first, *others), subject_id, role, main.schema, place, context)
        for party in related:
            self._related(party, cells, subject_id, name, place, context, facts["country"])
        return None

    def take(self) -> pa.Table:
        """The subjects read since the last call, of schema `model.SUBJECTS`."""
        import pyarrow as pa

        taken = pa.table([pa.array(self._columns[field.name], type=field.type) for field in SUBJECTS], schema=SUBJECTS)
        for column in self._columns.values():
            column.clear()
        return taken

    def notes(self) -> list[str]:
        """What a person should know about how the table was read."""
        where = f"{self._file}, sheet {self._table.sheet}" if self._table.sheet else self._file
        notes = [
            f"{where}: column {shorten(self._header[index].strip(), 60)!r} holds names and is not screened: say whose "
            f"with --map, for instance --map counterparty={shorten(self._header[index].strip(), 60)!r}"
            for index in self._seen.names
        ]
        notes += [
            f"{where}: {count} value{'s' if count > 1 else ''} in column {heading!r} not understood, "
            f"first {self._example[heading]!r}"
            for heading, count in sorted(self._strange.items())
        ]
        notes += [
            f"{where}: {count} date{'s' if count > 1 else ''} in column {heading!r} {remark_on(remark)}, "
            f"first {self._first_date[heading, remark]!r}"
            for (heading, remark), count in sorted(self._dates.items())
        ]
        notes += [f"{where}: in column {heading!r} {met.told()}" for heading, met in sorted(self._lost.items())]
        if self._short:
            have = "rows have" if self._short > 1 else "row has"
            notes.append(
                f"{where}: {self._short} {have} fewer cells than the header, first row {self._first_short}: the cells "
                "missing at the end are taken for empty"
            )
        notes += [f"{where}: {met.told()}" for met in self._met if met.count]
        if self._several:
            others = f" and {len(self._several) - 1} more" if len(self._several) > 1 else ""
            first = shorten(next(iter(self._several)), 40)
            notes.append(
                f"{where}: the id {first!r}{others} stands on rows of different names: one subject of several names"
            )
        if unread := [index for index in self._shape.unread if index not in self._seen.names]:
            headings = ", ".join(repr(shorten(self._header[index].strip(), 60)) for index in unread[:30])
            hint = f"; {CUSTOMS_HINT}" if looks_like_customs(self._header) else ""
            notes.append(f"{where}: columns not used for screening: {headings}{hint}")
        return notes

    def _related(
        self,
        party: Party,
        cells: Sequence[str],
        subject_id: str,
        main_name: str,
        place: str,
        context: str,
        beside: Sequence[str],
    ) -> None:
        facts = self._facts(party, cells, beside)
        names = further_names(party, cells)
        if not names and facts["identifiers"]:  # a bank known by its BIC alone is looked up by that
            names = [facts["identifiers"][0]["number"]]
        same = set(words(main_name))
        known = list(facts["identifiers"])
        for name in names:
            facts = {**facts, "identifiers": numbers_with(name, known, party, facts["country"])}
            if party.role == "contact" and not party.columns.get("name") and set(words(name)) == same:
                continue  # first and last name repeat the full name beside them
            own = own_id(name, facts) if party.by_itself else own_id(f"{subject_id}|{party.role}|{fold(name)}", {})
            first, *others = self._parted(name, many=party.role in _OFTEN_SEVERAL)
            readings = self._readings(party, cells, first == name, others)
            schema = self._schema(party, cells, first, facts)
            for each in dict.fromkeys((first, *readings, *_other_names(party, cells, first))):
                self._add(own, each, schema, party.role, facts, place, context, of=first)
            self._behind((first, *others), own, party.role, party.schema, place, context)

    def _readings(self, party: Party, cells: Sequence[str], whole: bool, others: list[str]) -> Sequence[str]:
        """The names that fields of a ``whole`` name may hold each by itself; those of further parties go to others."""
        fields = joined_fields(party, cells)
        others += fields.others
        field = self._field(party)
        beside = (field.reading,) if field is not None and field.reading else ()
        return (*fields.readings, *beside) if whole else ()

    def _parted(self, name: str, *, many: bool) -> list[str]:
        """The parties of a cell: two of "X c/o Y", those of "X and Y"; a name that is one is taken as it stands.

        Of a cell that may be one name or several the whole comes first; see `names_told` for ``many``.
        """
        parts = [part for part in parted(name) if said(part) and any(map(str.isalpha, part))] or [name]
        sure = len(parts) > 1
        parts = parts if sure else [name]
        found: list[str] = []
        for part in parts:
            told = names_told(part, many=many)
            found += told.names if told else [part]
            if told and not told.sure:
                self._perhaps_several.add(name)
            sure = sure or (told is not None and told.sure and len(told.names) > 1)
        if sure:
            self._of_several.add(name)
        return list(dict.fromkeys(found))

    def _behind(self, names: Sequence[str], subject_id: str, role: str, schema: str, place: str, context: str) -> None:
        """The other parties of a cell: the columns tell of the one named first, of these nothing but their names; then
        the persons whose estates or trusts parties of it are.
        """
        others = [(name, role) for name in names[1:]]
        for name in names:
            if (person := person_of_estate(name)) is not None:
                others.append((person, ROLE_IN_ESTATE))
                self._of_estates.add(name)
        for name, as_what in others:
            own = own_id(f"{subject_id}|{as_what}|{fold(name)}", {})
            told = told_schema(name)
            kind = "Person" if as_what == ROLE_IN_ESTATE or (told != "Company" and schema == "Person") else told
            self._add(own, name, kind, as_what, {"country": [], "identifiers": []}, place, context)

    def _add(
        self,
        subject_id: str,
        name: str,
        schema: str,
        role: str,
        facts: dict[str, Any],
        place: str,
        context: str,
        *,
        of: str = "",
    ) -> None:
        """Add a party under a name; ``of`` is its main name."""
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
            "main_name": of if of and of != name else None,
        }
        for column, collected in self._columns.items():
            collected.append(values.get(column))

    def _facts(self, party: Party, cells: Sequence[str], beside: Sequence[str] = ()) -> dict[str, Any]:
        countries: dict[str, None] = {}
        for column in party.columns.get("country", ()):
            for code in self._countries(column, cells):
                countries.setdefault(code)
        address = ", ".join(
            dict.fromkeys(text for column in party.columns.get("address", ()) if said(text := column.text(cells)))
        )
        facts = {
            "country": list(countries),
            "birth_date": self._date(party, "birth_date", cells, list(countries) or beside),
            "incorporated_on": self._date(party, "incorporated_on", cells, list(countries) or beside),
            "address": address or None,
            "identifiers": identifiers_of(party, cells, list(countries), self._lost_digits),
        }
        if (field := self._field(party)) is not None:
            with_field(facts, field)
            self._of_fields.add()
        return facts

    def _field(self, party: Party) -> Field | None:
        """The field of a payment message that the party's cell of this row is."""
        column = party.first("name")
        return self._fields.get(column.indices[0]) if column is not None else None

    def _countries(self, column: Column, cells: Sequence[str]) -> list[str]:
        text = column.text(cells)
        if not said(text):
            return []
        if whole := _country(text):
            return [whole]
        codes = []
        for part in _COUNTRY_SEPARATORS.split(text):
            if not said(part):
                continue
            if code := _country(part):
                codes.append(code)
            else:
                self._not_understood(column.heading, part)
        return codes

    def _date(self, party: Party, attribute: str, cells: Sequence[str], countries: Sequence[str]) -> str | None:
        column = party.first(attribute)
        if column is None or not said(text := column.text(cells)):
            return None
        known = self._seen.dates.get(column.indices[0], DateColumn())
        found = told_date(text, attribute, known, countries, self._today)
        if found.remark == "strange":
            self._not_understood(column.heading, text)
        elif found.remark:
            remark = (column.heading, found.remark)
            self._dates[remark] += 1
            self._first_date.setdefault(remark, shorten(text, 40))
        return found.date

    def _lost_digits(self, heading: str, number: str) -> None:
        self._lost.setdefault(heading, lost_digits()).add(number)

    def _not_understood(self, heading: str, value: str) -> None:
        self._strange[heading] += 1
        self._example.setdefault(heading, shorten(value, 40))

    def _schema(self, party: Party, cells: Sequence[str], name: str, facts: dict[str, Any]) -> str:
        stated = cell_of(party, "schema", cells)
        if stated and (schema := stated_schema(stated)):
            if schema == "Person" and bears_legal_form(name):  # a slip, or a sole trader: looked for among firms too
                self._firms_as_persons.add(name)
                return "LegalEntity"
            return schema
        if stated:
            column = party.first("schema")
            self._not_understood(column.heading if column else "type", stated)
        if (told := told_schema(name)) == "Company":
            return told
        if party.schema == "Company" and may_be_person(name):  # a column of firms holds persons, too
            return "LegalEntity"
        if party.schema:
            return party.schema
        in_parts = "name" not in party.columns and not (
            party.perhaps_firms and name == text_of(party, "last_name", cells)
        )
        if in_parts or facts["birth_date"]:
            return "Person"
        if facts["incorporated_on"]:
            return "Vessel" if any(each["type"] == "IMO" for each in facts["identifiers"]) else "Company"
        return "LegalEntity"

    def _context(self, cells: Sequence[str]) -> str:
        said = (f"{heading}: {cell}" for heading, cell in zip(self._header, cells, strict=True) if heading and cell)
        return shorten(" · ".join(said), _MAX_CONTEXT)


def _other_names(party: Party, cells: Sequence[str], name: str) -> list[str]:
    """The further names of a party; of those that are its name cut to initials only what they say beside it."""
    return [said_more for each in values(party, "alias", cells) if (said_more := completed(each, name))]


@lru_cache(maxsize=65536)
def _country(text: str) -> str | None:
    return country_in(text)
