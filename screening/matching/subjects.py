"""Subjects as a caller hands them in, made uniform: one record a row, ids given where there are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import pyarrow as pa

from screening.errors import InputError
from screening.model import SCHEMAS

IDENTIFIER_COLUMNS = (
    "lei",
    "imo",
    "bic",
    "tax_id",
    "registration_number",
    "inn",
    "ogrn",
    "id_number",
    "passport",
)
"""Columns of a flat table that hold one identifier each, beside ``identifiers``."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One row to screen. ``schema`` is None when nothing is known: then it is compared with entries of every kind."""

    subject_id: str
    name: str
    schema: str | None
    countries: tuple[str, ...]
    identifiers: tuple[Mapping[str, Any], ...]


def subjects_of(table: pa.Table) -> list[Subject]:
    """The subjects of a table with ``name`` and, if known, ``subject_id, schema, country`` and identifiers.

    Raises:
        InputError: There is no column ``name``, or a schema is unknown.
    """
    if "name" not in table.column_names:
        raise InputError("subjects have no column 'name'", remedy=f"they have: {', '.join(table.column_names)}")
    columns = {name: table.column(name).to_pylist() for name in table.column_names}
    count = len(table)
    nothing: list[Any] = [None] * count
    schemas = columns.get("schema", nothing)
    unknown = {schema for schema in schemas if schema} - set(SCHEMAS)
    if unknown:
        row = next(i for i, schema in enumerate(schemas) if schema in unknown)
        raise InputError(f"row {row + 1}: unknown schema {schemas[row]!r}", remedy=f"use one of {', '.join(SCHEMAS)}")
    flat = [name for name in IDENTIFIER_COLUMNS if name in columns]
    result = []
    for row in range(count):
        name = columns["name"][row]
        name = "" if name is None else str(name)
        schema = schemas[row] or None
        given = columns.get("subject_id", nothing)[row]
        result.append(
            Subject(
                subject_id=str(given) if given is not None else made_id(name, schema),
                name=name,
                schema=schema,
                countries=_texts(columns.get("country", nothing)[row]),
                identifiers=_identifiers(columns, flat, row),
            )
        )
    return result


def made_id(name: str, schema: str | None) -> str:
    """The id of a subject that came without one: made from what it is, not from where it stands."""
    return "s-" + sha256(f"{schema or ''}\x1f{name}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _texts(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part.strip() for part in value.replace(";", ",").split(",") if part.strip())
    return tuple(str(part) for part in value if part)


def _identifiers(columns: Mapping[str, Sequence[Any]], flat: Sequence[str], row: int) -> tuple[Mapping[str, Any], ...]:
    listed = columns["identifiers"][row] if "identifiers" in columns else None
    found: list[Mapping[str, Any]] = [each for each in listed or () if each]
    for name in flat:
        value = columns[name][row]
        if value is not None and str(value).strip():
            found.append({"type": name, "number": str(value), "country": None})
    return tuple(found)
