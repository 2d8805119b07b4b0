"""The tables that pass between rooms, as pyarrow schemas, and the few closed word lists in them.

Dates that may be partial ("1970", "1970-05", "1970-05-03", "circa 1970", "1970/1975") are ISO 8601 text; dates
that are always whole are ``date32``. Countries are ISO 3166 alpha-2, upper case. Text is never null where a column
is named a key; elsewhere null means "not known".
"""

from __future__ import annotations

from screening.model.lists import ADDRESSES, ENTRIES, IDENTIFIERS, LINKS, NAMES, SNAPSHOT_TABLES
from screening.model.screened import (
    FLAGS,
    HITS,
    HITS_KEYS,
    MATCHES,
    OWN_MATCHES,
    PART,
    REJECTS,
    SUBJECTS,
    SUBJECTS_KEYS,
)
from screening.model.shape import conform, empty
from screening.model.trade import (
    FLOW_VERDICTS,
    FLOW_VERDICTS_KEYS,
    FLOWS,
    FLOWS_KEYS,
    LEGS,
    PARTY_ROLES,
    RECORD_PARTIES,
    RECORDS,
)
from screening.model.words import (
    IDENTIFIER,
    MEASURES,
    NAME_TYPES,
    ORGANISATIONS,
    PRIORITIES,
    RELATIONS,
    SCHEMA_VERSION,
    SCHEMAS,
    STRENGTHS,
    Schema,
    schema_named,
)

__all__ = [
    "ADDRESSES",
    "ENTRIES",
    "FLAGS",
    "FLOWS",
    "FLOWS_KEYS",
    "FLOW_VERDICTS",
    "FLOW_VERDICTS_KEYS",
    "HITS",
    "HITS_KEYS",
    "IDENTIFIER",
    "IDENTIFIERS",
    "LEGS",
    "LINKS",
    "MATCHES",
    "MEASURES",
    "NAMES",
    "NAME_TYPES",
    "ORGANISATIONS",
    "OWN_MATCHES",
    "PART",
    "PARTY_ROLES",
    "PRIORITIES",
    "RECORDS",
    "RECORD_PARTIES",
    "REJECTS",
    "RELATIONS",
    "SCHEMAS",
    "SCHEMA_VERSION",
    "SNAPSHOT_TABLES",
    "STRENGTHS",
    "SUBJECTS",
    "SUBJECTS_KEYS",
    "Schema",
    "conform",
    "empty",
    "schema_named",
]
