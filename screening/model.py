"""The tables that pass between rooms, as pyarrow schemas, and the few closed word lists in them.

Dates that may be partial ("1970", "1970-05", "1970-05-03", "circa 1970", "1970/1975") are ISO 8601 text; dates
that are always whole are ``date32``. Countries are ISO 3166 alpha-2, upper case. Text is never null where a column
is named a key; elsewhere null means "not known".
"""

from __future__ import annotations

from typing import Final, Literal

import pyarrow as pa

SCHEMA_VERSION: Final = 1
"""Raised whenever a column is renamed, removed or changes its meaning; stands in the Parquet metadata."""

Schema = Literal["Person", "Company", "Organization", "LegalEntity", "Vessel", "Airplane"]
SCHEMAS: Final = ("Person", "Company", "Organization", "LegalEntity", "Vessel", "Airplane")
ORGANISATIONS: Final = frozenset({"Company", "Organization", "LegalEntity"})
"""Compared with each other; ``LegalEntity`` (not known which) is compared with persons too."""

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

# --- a watchlist snapshot: five tables, joined on entry_id ------------------------------------------------------

ENTRIES: Final = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("id_origin", pa.string(), nullable=False),  # publisher | derived
        pa.field("schema", pa.string(), nullable=False),
        pa.field("name", pa.string(), nullable=False),  # the primary name, as published
        pa.field("programmes", pa.list_(pa.string()), nullable=False),
        pa.field("measures", pa.list_(pa.string()), nullable=False),
        pa.field("legal_basis", pa.list_(pa.string()), nullable=False),
        pa.field("listed_on", pa.date32()),
        pa.field("ended_on", pa.date32()),  # expiry or end of an order; null while in force or not stated
        pa.field("countries", pa.list_(pa.string()), nullable=False),  # nationality, registration, flag
        pa.field("birth_dates", pa.list_(pa.string()), nullable=False),
        pa.field("birth_places", pa.list_(pa.string()), nullable=False),
        pa.field("incorporated_on", pa.string()),
        pa.field("gender", pa.string()),  # male | female
        pa.field("positions", pa.list_(pa.string()), nullable=False),
        pa.field("vessel_type", pa.string()),
        pa.field("vessel_flag", pa.string()),
        pa.field("vessel_owner", pa.string()),
        pa.field("tonnage", pa.string()),
        pa.field("call_sign", pa.string()),
        pa.field("built_on", pa.string()),
        pa.field("remarks", pa.string()),
        pa.field("url", pa.string()),
        pa.field("not_understood", pa.list_(pa.string()), nullable=False),  # pieces no rule could take apart
    ]
)
NAMES: Final = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("name", pa.string(), nullable=False),
        pa.field("name_type", pa.string(), nullable=False),  # primary | alias | weak_alias
        pa.field("label", pa.string()),  # the publisher's own word: "f.k.a.", "Primary name variation", "Good"
        pa.field("script", pa.string()),
        pa.field("language", pa.string()),
    ]
)
IDENTIFIERS: Final = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("type", pa.string(), nullable=False),  # the publisher's label, as it stands
        pa.field("number", pa.string(), nullable=False),
        pa.field("country", pa.string()),
        pa.field("issuer", pa.string()),
        pa.field("issued_on", pa.string()),
        pa.field("expires_on", pa.string()),
        pa.field("remarks", pa.string()),
    ]
)
ADDRESSES: Final = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("address", pa.string(), nullable=False),  # whole, in one line, country last
        pa.field("street", pa.string()),
        pa.field("city", pa.string()),
        pa.field("region", pa.string()),
        pa.field("postal_code", pa.string()),
        pa.field("country", pa.string()),
    ]
)
LINKS: Final = pa.schema(
    [
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("relation", pa.string(), nullable=False),  # the publisher's words: "Linked To", "Owned by"
        pa.field("name", pa.string(), nullable=False),
        pa.field("other_id", pa.string()),  # entry_id on the same list, where the publisher gives it
    ]
)
SNAPSHOT_TABLES: Final = {
    "entries": ENTRIES,
    "names": NAMES,
    "identifiers": IDENTIFIERS,
    "addresses": ADDRESSES,
    "links": LINKS,
}

# --- what is screened ------------------------------------------------------------------------------------------

SUBJECTS: Final = pa.schema(
    [
        pa.field("subject_id", pa.string(), nullable=False),
        pa.field("name", pa.string(), nullable=False),  # as found at this place; may differ between places
        pa.field("schema", pa.string(), nullable=False),
        pa.field("role", pa.string()),  # mention, customer, director, exporter, consignee …
        pa.field("country", pa.list_(pa.string())),
        pa.field("birth_date", pa.string()),
        pa.field("incorporated_on", pa.string()),
        pa.field("address", pa.string()),
        pa.field("identifiers", pa.list_(IDENTIFIER)),
        pa.field("source", pa.string(), nullable=False),  # the file
        pa.field("place", pa.string(), nullable=False),  # story title, or sheet and row
        pa.field("start", pa.int64()),  # offsets in the original text, characters, end excluded
        pa.field("end", pa.int64()),
        pa.field("context", pa.string()),  # the sentence, or the row in short
        pa.field("title", pa.string()),
        pa.field("link", pa.string()),
        pa.field("date", pa.date32()),  # of the story or record
        pa.field("language", pa.string()),
        pa.field("found_by", pa.string()),  # list, rule, column
    ]
)
"""One row for each place a subject was found, hit or not. A subject_id may stand on many rows."""

REJECTS: Final = pa.schema(
    [
        pa.field("file", pa.string(), nullable=False),
        pa.field("line", pa.int64()),  # counted from 1; a spreadsheet's row
        pa.field("column", pa.string()),
        pa.field("value", pa.string()),
        pa.field("reason", pa.string(), nullable=False),
    ]
)

# --- what is found ----------------------------------------------------------------------------------------------

PART: Final = pa.struct(
    [
        ("subject", pa.string()),  # the subject's token or tokens; empty where the list's stand alone
        ("entry", pa.string()),  # the listed name's token or tokens
        ("how", pa.string()),  # same, spelling, transliterated, translated, initial, abbreviation, left over …
        ("scheme", pa.string()),  # which transliteration scheme or word list made them meet
        ("weight", pa.float64()),  # what this part is worth in this pair
        ("points", pa.float64()),  # what it added to (or took from) the score
    ]
)
MATCHES: Final = pa.schema(
    [
        pa.field("subject_id", pa.string(), nullable=False),
        pa.field("subject_name", pa.string(), nullable=False),
        pa.field("list_id", pa.string(), nullable=False),
        pa.field("snapshot_id", pa.string(), nullable=False),
        pa.field("list_date", pa.date32()),
        pa.field("entry_id", pa.string(), nullable=False),
        pa.field("entry_name", pa.string(), nullable=False),  # primary
        pa.field("matched_name", pa.string(), nullable=False),
        pa.field("name_type", pa.string(), nullable=False),
        pa.field("schema", pa.string(), nullable=False),  # the entry's
        pa.field("measure", pa.list_(pa.string()), nullable=False),
        pa.field("matched_on", pa.string(), nullable=False),  # name | identifier
        pa.field("relation", pa.string(), nullable=False),  # same_party | possible_affiliate
        pa.field("score", pa.float64(), nullable=False),
        pa.field("explanation", pa.string(), nullable=False),
        pa.field("parts", pa.list_(PART), nullable=False),
    ]
)
"""What `Screener.screen` returns: best first within a subject. Stable order: subject, score, list, entry."""

HITS: Final = pa.schema(
    [
        *MATCHES,
        pa.field("match_strength", pa.string(), nullable=False),
        pa.field("priority", pa.string(), nullable=False),
        pa.field("alert_id", pa.string(), nullable=False),
        pa.field("binds_us", pa.bool_(), nullable=False),
        pa.field("name_agrees", pa.string(), nullable=False),
        pa.field("date_agrees", pa.string(), nullable=False),
        pa.field("country_agrees", pa.string(), nullable=False),
        pa.field("identifier_agrees", pa.string(), nullable=False),
        pa.field("address_agrees", pa.string(), nullable=False),
        pa.field("strength_rule", pa.string(), nullable=False),  # id of the rule in rating.toml that spoke last
        pa.field("priority_rule", pa.string(), nullable=False),
        pa.field("why", pa.string(), nullable=False),  # strength and priority in words
    ]
)
HITS_KEYS: Final = ("subject_id", "list_id", "snapshot_id", "entry_id", "matched_on")
SUBJECTS_KEYS: Final = ("source", "place", "start", "subject_id", "role", "name")
"""Rows are written in the order of these columns."""

FLAGS: Final = pa.schema(
    [
        pa.field("flag_id", pa.string(), nullable=False),
        pa.field("outcome", pa.string(), nullable=False),  # raised | not_raised | not_testable
        pa.field("subject_id", pa.string(), nullable=False),
        pa.field("record_id", pa.string()),
        pa.field("reason", pa.string(), nullable=False),
        pa.field("figures", pa.string()),
        pa.field("source", pa.string(), nullable=False),
    ]
)

OWN_MATCHES: Final = pa.schema(
    [
        pa.field("subject_id", pa.string(), nullable=False),  # whom an article names, or who stands in a record
        pa.field("name", pa.string(), nullable=False),
        pa.field("own_id", pa.string(), nullable=False),  # subject_id in the firm's own party table
        pa.field("own_name", pa.string(), nullable=False),
        pa.field("own_role", pa.string(), nullable=False),  # customer, director …
        pa.field("own_place", pa.string(), nullable=False),  # file, sheet and row
        pa.field("relation", pa.string(), nullable=False),  # same_party | possible_affiliate | same_address
        pa.field("matched_on", pa.string(), nullable=False),  # name | identifier | address
        pa.field("score", pa.float64()),
        pa.field("explanation", pa.string(), nullable=False),
    ]
)
"""Which parties found are the firm's own customers and suppliers."""

# --- customs records --------------------------------------------------------------------------------------------

PARTY_ROLES: Final = (
    "exporter",
    "importer",
    "manufacturer",
    "contract_holder",
    "declarant",
    "carrier",
    "notify",
    "trading_party",
    "bank",
)

RECORDS: Final = pa.schema(
    [
        pa.field("record_id", pa.string(), nullable=False),
        pa.field("source", pa.string(), nullable=False),  # the file
        pa.field("place", pa.string(), nullable=False),  # sheet and row
        pa.field("row", pa.int64()),  # counted from 1, as spreadsheets do
        pa.field("date", pa.date32()),
        pa.field("direction", pa.string()),  # import | export | transit; null: not said
        pa.field("procedure", pa.string()),  # re-export, temporary import, repair …, in our words where known
        pa.field("procedure_code", pa.string()),  # as it stands in the table
        pa.field("incoterm", pa.string()),
        pa.field("hs_code", pa.string()),  # digits only, leading zero restored
        pa.field("hs_digits", pa.int8()),
        pa.field("hs_edition", pa.string()),  # HS2012, HS2017, HS2022: stated, or in force on the date
        pa.field("description", pa.string()),
        pa.field("origin", pa.string()),
        pa.field("dispatch", pa.string()),
        pa.field("destination", pa.string()),
        pa.field("trading_country", pa.string()),
        pa.field("delivery_place", pa.string()),
        pa.field("value", pa.float64()),  # in ``currency``; null where it was folded into another row
        pa.field("currency", pa.string()),
        pa.field("value_usd", pa.float64()),  # null where there is no rate: none from memory
        pa.field("gross_kg", pa.float64()),
        pa.field("net_kg", pa.float64()),
        pa.field("quantity", pa.float64()),
        pa.field("unit", pa.string()),
        pa.field("vessel", pa.string()),
        pa.field("imo", pa.string()),
        pa.field("container", pa.string()),
        pa.field("serial_numbers", pa.list_(pa.string())),
        pa.field("declaration", pa.string()),
        pa.field("item", pa.string()),
        pa.field("status", pa.string()),  # amended | cancelled | repeated: not to be added up; null: stands
        pa.field("notes", pa.list_(pa.string()), nullable=False),  # what was mended or could not be read
    ]
)
"""One row for each line of a customs record. Rows with a ``status`` are kept as evidence and never added up."""

RECORD_PARTIES: Final = pa.schema(
    [
        pa.field("record_id", pa.string(), nullable=False),
        pa.field("subject_id", pa.string(), nullable=False),
        pa.field("role", pa.string(), nullable=False),  # one of PARTY_ROLES
        pa.field("name", pa.string(), nullable=False),
        pa.field("address", pa.string()),
        pa.field("country", pa.string()),
        pa.field("identifiers", pa.list_(IDENTIFIER)),
        pa.field("incorporated_on", pa.string()),
    ]
)
"""One row for each party of each record; the same party has the same ``subject_id`` on all of its rows."""


# --- trade statistics -------------------------------------------------------------------------------------------

LEGS: Final = ("to_hub", "onward", "direct")

FLOWS: Final = pa.schema(
    [
        pa.field("leg", pa.string(), nullable=False),  # to_hub | onward (hub to destination) | direct (others to it)
        pa.field("exporter", pa.string(), nullable=False),
        pa.field("importer", pa.string(), nullable=False),
        pa.field("hub", pa.string()),  # null on direct flows
        pa.field(
            "good", pa.string(), nullable=False
        ),  # six digits, followed through editions; TOTAL: all goods together
        pa.field("codes", pa.string(), nullable=False),  # the codes it is made of, as published
        pa.field("regimes", pa.string(), nullable=False),  # goods lists that name it; empty: none
        pa.field("tier", pa.string(), nullable=False),
        pa.field("period", pa.date32(), nullable=False),  # its first day
        pa.field("frequency", pa.string(), nullable=False),  # M | Q | A
        pa.field("reported_by", pa.string(), nullable=False),  # exporter | importer
        pa.field("value", pa.float64()),  # in ``currency``; null: no figure was published, which is not zero
        pa.field("currency", pa.string(), nullable=False),
        pa.field("net_kg", pa.float64()),
        pa.field("quantity", pa.float64()),
        pa.field("unit", pa.string()),
        pa.field("baseline", pa.float64()),  # mean a period of the baseline years
        pa.field("baseline_from", pa.date32()),
        pa.field("baseline_to", pa.date32()),
        pa.field("baseline_periods", pa.int32()),  # periods of it that were reported
        pa.field("ratio", pa.float64()),  # value / baseline
        pa.field("z", pa.float64()),  # robust, of the logarithm
        pa.field("new_trade", pa.bool_()),  # nothing in the baseline; null: before the cut, or not testable
        pa.field("direct", pa.float64()),  # the exporter's direct flow of the good in the period
        pa.field("direct_baseline", pa.float64()),
        pa.field("replaceable", pa.float64()),  # share of the direct flow's fall that the rise could replace
        pa.field("onward", pa.float64()),  # the hub's exports of the good to the destination in the period
        pa.field("onward_baseline", pa.float64()),
        pa.field("mirror", pa.float64()),  # what the other side reports of the same flow, in the same currency
        pa.field("mirror_gap", pa.float64()),  # exporter's figure with CIF allowance less importer's
        *(
            pa.field(f"{name}{end}", kind)
            for name in ("value_per_kg", "value_per_unit", "kg_per_unit")
            for end, kind in (("", pa.float64()), ("_usual", pa.float64()), ("_break", pa.bool_()))
        ),
        pa.field("eu_criterion", pa.bool_()),  # of the good, through all hubs; null: not testable
        pa.field("source", pa.string(), nullable=False),  # the files, separated by "; "
    ]
)
FLOWS_KEYS: Final = ("leg", "hub", "good", "exporter", "importer", "reported_by", "frequency", "currency", "period")

FLOW_VERDICTS: Final = pa.schema(
    [
        pa.field("rank", pa.int32()),  # among the rows of its scope that rise; null: no rise
        pa.field("scope", pa.string(), nullable=False),  # good | regime (goods of a list together) | all (all goods)
        pa.field("hub", pa.string(), nullable=False),
        pa.field("good", pa.string(), nullable=False),
        pa.field("description", pa.string()),
        pa.field("codes", pa.string(), nullable=False),
        pa.field("regimes", pa.string(), nullable=False),
        pa.field("tier", pa.string(), nullable=False),
        pa.field("reported_by", pa.string(), nullable=False),
        pa.field("frequency", pa.string(), nullable=False),
        pa.field("currency", pa.string(), nullable=False),
        pa.field("compared", pa.string(), nullable=False),  # the periods in words: January to November 2022
        pa.field("compared_with", pa.string(), nullable=False),  # the same months of 2020 and 2021
        pa.field("value", pa.float64()),
        pa.field("before", pa.float64()),  # the same periods of the last year before the cut
        pa.field("before_year", pa.int32()),
        pa.field("baseline", pa.float64()),  # mean of the baseline years, the same months
        pa.field("above", pa.float64()),
        pa.field("ratio", pa.float64()),
        pa.field("z", pa.float64()),
        pa.field("exporters", pa.int32()),
        pa.field("exporters_rising", pa.int32()),
        pa.field("rising_from", pa.string()),  # the first five, by their rise
        pa.field("largest", pa.float64()),  # the largest single flow: one exporter, one period
        pa.field("lasting", pa.float64()),  # share of the periods since the cut above the baseline
        pa.field("direct", pa.float64()),
        pa.field("direct_before", pa.float64()),
        pa.field("direct_baseline", pa.float64()),
        pa.field("direct_fall", pa.float64()),
        pa.field("replaceable", pa.float64()),
        pa.field("onward", pa.float64()),
        pa.field("onward_baseline", pa.float64()),
        pa.field("onward_currency", pa.string()),
        pa.field("onward_compared", pa.string()),  # the periods of the onward flow, in words
        pa.field("rest_ratio", pa.float64()),  # the good's trade with the rest of the world
        pa.field("other_goods_ratio", pa.float64()),
        pa.field("mirror_year", pa.int32()),
        pa.field("mirror_expected", pa.float64()),
        pa.field("mirror_got", pa.float64()),
        pa.field("mirror_gap", pa.float64()),
        pa.field("breaks", pa.string()),  # unit values and weights a piece that break, in words
        pa.field("eu_criterion", pa.bool_()),
        pa.field("verdict", pa.string(), nullable=False),
        pa.field("certainty", pa.string(), nullable=False),  # strong | moderate | weak; empty: no rise
        pa.field("reasons", pa.string(), nullable=False),
        pa.field("words", pa.string(), nullable=False),
        pa.field("score", pa.float64(), nullable=False),
        pa.field("parts", pa.string(), nullable=False),  # of the score, before their weights
        pa.field("source", pa.string(), nullable=False),
    ]
)
FLOW_VERDICTS_KEYS: Final = ("scope", "rank", "hub", "good", "reported_by", "frequency", "currency")


def empty(schema: pa.Schema) -> pa.Table:
    """An empty table of the given schema."""
    return schema.empty_table()


def conform(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The table with exactly the schema's columns, in its order and types; missing nullable ones become null.

    Raises:
        ValueError: A column that may not be null is missing.
    """
    columns = []
    for field in schema:
        if field.name in table.column_names:
            columns.append(table.column(field.name).cast(field.type))
        elif field.nullable:
            columns.append(pa.nulls(len(table), field.type))
        else:
            msg = f"column {field.name!r} is missing"
            raise ValueError(msg)
    return pa.table(columns, schema=schema)
