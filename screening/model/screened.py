"""What is screened, and what is found."""

from __future__ import annotations

from typing import Final

import pyarrow as pa

from screening.model.words import IDENTIFIER

SUBJECTS: Final = pa.schema(
    [
        pa.field("subject_id", pa.string(), nullable=False),
        pa.field("name", pa.string(), nullable=False),  # as found at this place, or in the nominative
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
        pa.field("main_name", pa.string()),  # of a party with several names its first, where `name` is another
        pa.field("country_inferred", pa.bool_()),  # whether the country is told by where goods go, and stated nowhere
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
        pa.field("own_name", pa.string(), nullable=False),  # its main name there
        pa.field("own_role", pa.string(), nullable=False),  # customer, director …
        pa.field("own_place", pa.string(), nullable=False),  # file, sheet and row
        pa.field("relation", pa.string(), nullable=False),  # same_party | possible_affiliate | same_address
        pa.field("matched_on", pa.string(), nullable=False),  # name | identifier | address
        pa.field("score", pa.float64()),
        pa.field("explanation", pa.string(), nullable=False),
        pa.field("own_other_name", pa.string()),  # the name there that was met, where it is not the main one
    ]
)
"""Which parties found are the firm's own customers and suppliers."""
