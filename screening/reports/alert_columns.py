"""The sheets of alerts: those to decide on, those decided before, and the places that are evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from screening.reports.columns import Column, Kind, Sheet


def _band(name: str, *columns: Column) -> list[Column]:
    return [replace(column, band=name) for column in columns]


def _input(
    key: str,
    heading: str,
    width: float,
    kind: Kind = "choice",
    *,
    wrap: bool = False,
    choices: str = "",
    hint: str = "",
) -> Column:
    """A column a reviewer fills."""
    return Column(key, heading, width, kind, wrap=wrap, choices=choices, sealed=False, hint=hint)


_CODES: Final = (
    "On a false positive what contradicts, on a true match what agrees; several may be named (DOB, COUNTRY). What each "
    "means: sheet Method, Review: reason codes."
)
DECISION_BAND: Final = "Decision: for the reviewer"
SECOND_BAND: Final = "Second look: for the approver"
ALERTS: Final = Sheet(
    "Alerts",
    [
        *_band(
            "Alert",
            Column("alert_id", "Alert ID", 16),
            Column("party_group", "Party group", 16, fold=True),
            Column("relation", "Relation", 10, wrap=True),
            Column("priority", "Priority", 10, "level"),
            Column("match_strength", "Match strength", 10, "level"),
            Column("score", "Score", 7, "score"),
            Column("status", "Status", 10, wrap=True),
            Column("due", "Due", 11, "date"),
            Column("why_now", "Why now", 12, fold=True, wrap=True),
            Column("first_raised", "First raised", 16, "moment", fold=True),
        ),
        *_band(
            "Subject: what was screened",
            Column("subject_id", "Subject ID", 16, fold=True, wrap=True),
            Column("role", "Role", 12, fold=True, wrap=True),
            Column("name", "Name as found", 30, wrap=True),
            Column("romanised", "Romanised", 24, wrap=True),
            Column("type", "Type", 12, fold=True),
            Column("country", "Country", 9, wrap=True),
            Column("born", "Born/Incorporated", 13, "date"),
            Column("identifiers", "Identifiers", 28, fold=True, wrap=True),
            Column("address", "Address", 30, fold=True, wrap=True),
            Column("source", "Source", 28, fold=True, wrap=True),
            Column("context", "Context", 46, wrap=True),
            Column("date", "Date", 11, "date"),
        ),
        *_band(
            "Entry: who is listed, or the red flags",
            Column("matched_name", "Matched name", 30, wrap=True),
            Column("name_type", "Name type", 11, fold=True),
            Column("entry_name", "Primary name", 30, wrap=True),
            Column("entry_id", "Entry ID", 12, fold=True),
            Column("list_id", "List", 17, wrap=True),
            Column("list_date", "List date", 11, "date", fold=True),
            Column("programme", "Programme", 18, fold=True, wrap=True),
            Column("measure", "Measure", 16, wrap=True),
            Column("binds_us", "Binds us", 8),
            Column("listed_on", "Listed on", 11, "date", fold=True),
            Column("entry_type", "Entry type", 12, fold=True),
            Column("entry_country", "Entry country", 9, wrap=True),
            Column("entry_born", "Born/Established", 13, "date", wrap=True),
            Column("entry_identifiers", "Entry identifiers", 32, fold=True, wrap=True),
            Column("entry_address", "Entry address", 34, fold=True, wrap=True),
            Column("linked_to", "Linked to", 26, fold=True, wrap=True),
            Column("remarks", "Remarks", 44, fold=True, wrap=True),
            Column("url", "Link to the publisher", 30, fold=True),
        ),
        *_band(
            "Comparison",
            Column("why", "Why it matched", 76, wrap=True),
            Column("name_agrees", "Name agrees", 12, "agreement"),
            Column("date_agrees", "Date agrees", 12, "agreement"),
            Column("country_agrees", "Country agrees", 12, "agreement"),
            Column("identifier_agrees", "Identifier agrees", 12, "agreement"),
            Column("address_agrees", "Address agrees", 12, "agreement"),
            Column("also_on", "Also on lists", 28, wrap=True),
        ),
        *_band(
            DECISION_BAND,
            Column("previous_decision", "Previous decision", 30, wrap=True),
            _input("assigned_to", "Assigned to", 14, choices="reviewer"),
            _input("decision", "Decision", 24, wrap=True, choices="decision"),
            _input("reason_code", "Reason code", 16, choices="reason_code", hint=_CODES),
            _input("reason", "Reason", 34, wrap=True),
            _input("action", "Action", 11, choices="action"),
            _input("action_reference", "Action reference", 16, wrap=True),
            _input("apply_to_group", "Apply to group", 9, choices="apply"),
            _input("internal_until", "Own list until", 12, "choice_date"),
            _input("reviewer", "Reviewer", 16, choices="reviewer"),
            _input("decided_on", "Decided on", 12, "choice_date"),
        ),
        *_band(
            SECOND_BAND,
            _input("second_decision", "Second decision", 24, wrap=True, choices="decision"),
            _input("second_reason", "Second reason", 34, wrap=True),
            _input("second_reviewer", "Second reviewer", 16, choices="approver"),
            _input("second_date", "Second date", 12, "choice_date"),
            Column("seal", "Seal", 12, fold=True, sealed=False),
        ),
    ],
    frozen=13,
    pages_wide=3,
)

DECIDED: Final = Sheet(
    "Decided",
    [
        Column("alert_id", "Alert ID", 16),
        Column("priority", "Priority", 10, "level"),
        Column("status", "Status", 16, wrap=True),
        Column("due", "Due", 11, "date"),
        Column("name", "Name as found", 30, wrap=True),
        Column("entry_name", "Primary name", 30, wrap=True),
        Column("list_id", "List", 17, wrap=True),
        Column("entry_id", "Entry ID", 12),
        Column("previous_decision", "Decision", 60, wrap=True),
        Column("until", "Holds until", 11, "date"),
        Column("why", "Why it matched", 60, wrap=True),
        Column("source", "Source", 30, wrap=True),
    ],
    frozen=5,
)
"""Alerts this run raised that were decided on before: counted and listed, not put before a reviewer again."""

EVIDENCE: Final = Sheet(
    "Evidence",
    [
        Column("alert_id", "Alert ID", 16),
        Column("priority", "Priority", 10, "level"),
        Column("name", "Name as found", 30, wrap=True),
        Column("entry_name", "Primary name of the entry", 30, wrap=True),
        Column("list_id", "List", 17),
        Column("role", "Role", 12),
        Column("source", "Source", 30, wrap=True),
        Column("place", "Place", 34, wrap=True),
        Column("start", "From character", 10, "number"),
        Column("end", "To character", 10, "number"),
        Column("context", "Sentence or row", 70, wrap=True),
        Column("date", "Date", 11, "date"),
        Column("link", "Link", 30),
        Column("language", "Language", 9),
        Column("found_by", "Found by", 11),
        Column("subject_id", "Subject ID", 25),
    ],
    frozen=3,
)
