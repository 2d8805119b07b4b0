"""The closed word lists that stand in the tables, and the version of these."""

from __future__ import annotations

from typing import Final, Literal, cast, get_args

import pyarrow as pa

from screening.errors import InputError

SCHEMA_VERSION: Final = 1
"""Raised whenever a column is renamed, removed or changes its meaning; stands in the Parquet metadata."""

Schema = Literal["Person", "Company", "Organization", "LegalEntity", "Vessel", "Airplane"]
SCHEMAS: Final[tuple[str, ...]] = get_args(Schema)
ORGANISATIONS: Final = frozenset({"Company", "Organization", "LegalEntity"})
"""Compared with each other; ``LegalEntity`` (not known which) is compared with persons too."""


def schema_named(text: str) -> Schema:
    """The schema of a name, whatever its capitals.

    Raises:
        InputError: There is no such schema.
    """
    for schema in get_args(Schema):
        if schema.lower() == text.lower():
            return cast(Schema, schema)
    raise InputError(f"unknown schema {text!r}", remedy=f"give one of {', '.join(SCHEMAS)}")


NAME_TYPES: Final = ("primary", "alias", "weak_alias")
RELATIONS: Final = ("same_party", "possible_affiliate")
STRENGTHS: Final = ("exact", "strong", "moderate", "weak")
PRIORITIES: Final = ("critical", "high", "medium", "low")
MEASURES: Final = (
    "asset_freeze",
    "sectoral",
    "correspondent_account",
    "menu_based",
    "securities",
    "export_licence",
    "export_denied",
    "unverified",
    "transaction_ban",
    "port_ban",
    "travel_ban",
    "arms_embargo",
    "director_disqualification",
    "internal",
)

IDENTIFIER: Final = pa.struct([("type", pa.string()), ("number", pa.string()), ("country", pa.string())])
"""An identifier as its publisher or customer names it; ``type`` is their label, kept as it stands."""
