"""Subjects as a caller hands them in, made uniform: one record a row, ids given where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, Final

import pyarrow as pa

from screening.errors import InputError
from screening.matching.identifier_kinds import UNKNOWN
from screening.matching.identifier_kinds import kind as kind_of
from screening.model import SCHEMAS
from screening.names.party_kinds import bears_ships_mark
from screening.names.places import country_code
from screening.names.ship_papers import ships_number
from screening.names.tokens import words
from screening.reference import table

_SPLIT = re.compile(r"[;,|\n]")
_SHIPS: Final = frozenset({"Vessel", "LegalEntity"})
"""Schemas of subjects that may be ships."""
_OF_SHIPS: Final = frozenset({"imo", "mmsi"})
"""Kinds of identifiers."""
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^\d]{2,}?)[\s:#№]+(?P<number>[\w./-]*\d[\w./-]*)")


@dataclass(frozen=True, slots=True)
class Subject:
    """One row to screen. ``schema`` is None when nothing is known: then it is compared with entries of every kind.

    So is a ``LegalEntity`` that may be a ship, by the mark before its name or by its IMO number.
    """

    subject_id: str
    name: str
    schema: str | None
    countries: tuple[str, ...]
    identifiers: tuple[Mapping[str, Any], ...]


def subjects_of(subjects: pa.Table) -> list[Subject]:
    """The subjects of a table with ``name`` and, if known, ``subject_id, schema, country`` and identifiers.

    Identifiers stand in ``identifiers`` (structs of type, number, country; or texts), in ``id_number`` (with
    ``id_type`` and ``id_country``), or in columns called what party tables call them
    (``lists/words/party_headings.tsv``): ``tax_number``, ``inn``, ``imo``, ``passport_no`` …

    Raises:
        InputError: There is no column ``name``, or a schema is unknown.
    """
    if "name" not in subjects.column_names:
        raise InputError("subjects have no column 'name'", remedy=f"they have: {', '.join(subjects.column_names)}")
    columns = {name: subjects.column(name).to_pylist() for name in subjects.column_names}
    count = len(subjects)
    nothing: list[Any] = [None] * count
    schemas = columns.get("schema", nothing)
    unknown = {schema for schema in schemas if schema} - set(SCHEMAS)
    if unknown:
        row = next(i for i, schema in enumerate(schemas) if schema in unknown)
        raise InputError(f"row {row + 1}: unknown schema {schemas[row]!r}", remedy=f"use one of {', '.join(SCHEMAS)}")
    flat = {name: meaning for name in columns if (meaning := _identifier_of(name))}
    result = []
    for row in range(count):
        name = columns["name"][row]
        name = "" if name is None else str(name)
        schema = schemas[row] or None
        given = columns.get("subject_id", nothing)[row]
        identifiers = _identifiers(columns, flat, row)
        if schema in _SHIPS and (imo := ships_number(name)) is not None:
            identifiers += ({"type": "IMO", "number": imo, "country": None},)
        result.append(
            Subject(
                subject_id=str(given) if given is not None else made_id(name, schema),
                name=name,
                schema=None if schema == "LegalEntity" and _may_be_ship(name, identifiers) else schema,
                countries=_countries(columns.get("country", nothing)[row]),
                identifiers=identifiers,
            )
        )
    return result


def _may_be_ship(name: str, identifiers: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a ship's mark stands in a name, or a number beside it that ships have."""
    told = (kind_of(str(each.get("type") or ""), str(each.get("number") or "")) for each in identifiers)
    return any(kind.name in _OF_SHIPS for kind in told) or bears_ships_mark(name)


def made_id(name: str, schema: str | None) -> str:
    """The id of a subject that came without one: made from what it is, not from where it stands."""
    return "s-" + sha256(f"{schema or ''}\x1f{name}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _texts(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part.strip() for part in value.replace(";", ",").split(",") if part.strip())
    return tuple(str(part) for part in value if part)


def _countries(value: Any) -> tuple[str, ...]:
    """The codes of countries, however they are called; what is not known as one stays as it stands."""
    return tuple(text if len(text) == 2 else country_code(text) or text for text in _texts(value))


def _identifiers(
    columns: Mapping[str, Sequence[Any]], flat: Mapping[str, tuple[str, str]], row: int
) -> tuple[Mapping[str, Any], ...]:
    found = list(_listed(columns["identifiers"][row])) if "identifiers" in columns else []
    for name, (label, whose) in flat.items():
        if number := _number(columns[name][row]):
            found.append({"type": label, "number": number, "country": whose or None})
    if number := _number(columns["id_number"][row] if "id_number" in columns else None):
        kind, country = (columns[name][row] if name in columns else None for name in ("id_type", "id_country"))
        found.append(
            {
                "type": str(kind or "id_number"),
                "number": number,
                "country": next(iter(_countries(country)), None),
            }
        )
    return tuple(found)


def _listed(value: Any) -> Iterator[Mapping[str, Any]]:
    """The identifiers in a cell: structs, or texts such as "305112233" and "Tax ID No. 305112233"."""
    for each in [value] if isinstance(value, str | Mapping) or not isinstance(value, Iterable) else value:
        if isinstance(each, Mapping):
            yield each
            continue
        for part in _SPLIT.split(_number(each)):
            if part.strip():
                yield {"type": "", "number": part.strip(), "country": None}
            if labelled := _LABELLED.fullmatch(part.strip()):
                yield {"type": labelled["label"], "number": labelled["number"], "country": None}


def _number(value: Any) -> str:
    """A number as it was before it stood in a column of floating-point numbers; empty where there is none."""
    if value is None or value != value:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


@cache
def _identifier_of(column: str) -> tuple[str, str] | None:
    """What the identifiers in a column are called, and whose numbers these are; None where it holds none.

    They are called as the column is where that tells their kind (an INN is of few countries), else by their kind.
    """
    heading = " ".join(words(column.replace("_", " ")))
    found = None if column in ("identifiers", "id_number") else _headings().get(heading)
    return (heading, found[1]) if found and kind_of(heading) is not UNKNOWN else found


@cache
def _headings() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for row in table("words/party_headings.tsv").rows:
        kind, _, number = row["attribute"].partition(":")
        if kind == "identifier":
            for heading in row["headings"].split(";"):
                found.setdefault(" ".join(words(heading)), (number, row["country"]))
    return found
