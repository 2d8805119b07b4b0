"""The sheets of the workbook, declared column by column. What writes a sheet and what reads it back use the
same table.

Headings are unique within a sheet, so that a reader finds a column wherever a reviewer has moved it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

Kind = Literal[
    "text", "number", "score", "share", "date", "moment", "level", "agreement", "choice", "choice_date"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    Args:
        key: Name of the value in the rows.
        heading: What stands above it.
        width: In characters of the usual digit.
        kind: How the value is written and shown.
        band: The group it belongs to, which stands above the headings.
        fold: Whether it is detail that begins folded away.
        wrap: Whether long text runs over several lines.
        choices: Name of the list its drop-down offers; see `review_sheet.offers`.
        sealed: Whether it is evidence, which a reviewer reads and does not change.
    """

    key: str
    heading: str
    width: float
    kind: Kind = "text"
    band: str = ""
    fold: bool = False
    wrap: bool = False
    choices: str = ""
    sealed: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet that is a table."""

    title: str
    columns: Sequence[Column]
    frozen: int = 1
    """Columns that stay when one scrolls to the right."""
    pages_wide: int = 1

    @property
    def has_bands(self) -> bool:
        """Whether a row of bands stands above the headings."""
        return any(column.band for column in self.columns)


def folded(sheet: Sheet, keys: Collection[str]) -> Sheet:
    """The sheet with those columns folded away as well."""
    columns = [replace(column, fold=True) if column.key in keys else column for column in sheet.columns]
    return replace(sheet, columns=columns)


def _band(name: str, *columns: Column) -> list[Column]:
    return [replace(column, band=name) for column in columns]


def _input(
    key: str, heading: str, width: float, kind: Kind = "choice", *, wrap: bool = False, choices: str = ""
) -> Column:
    """A column a reviewer fills."""
    return Column(key, heading, width, kind, wrap=wrap, choices=choices, sealed=False)


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
            "Entry: who is listed",
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
            _input("reason_code", "Reason code", 16, choices="reason_code"),
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

SUBJECTS: Final = Sheet(
    "Subjects",
    [
        Column("name", "Name as found", 34, wrap=True),
        Column("alerts", "Alerts", 8, "number"),
        Column("priority", "Highest priority", 10, "level"),
        Column("schema", "Type", 13),
        Column("role", "Role", 12),
        Column("country", "Country", 10),
        Column("born", "Born/Incorporated", 13, "date"),
        Column("identifiers", "Identifiers", 28, wrap=True),
        Column("address", "Address", 30, wrap=True),
        Column("source", "Source", 30, wrap=True),
        Column("place", "Place", 34, wrap=True),
        Column("date", "Date", 11, "date"),
        Column("found_by", "Found by", 11),
        Column("subject_id", "Subject ID", 25),
    ],
)

LISTS: Final = Sheet(
    "Lists",
    [
        Column("screened", "Screened", 13, "level"),
        Column("list_id", "List", 22),
        Column("title", "Title", 46, wrap=True),
        Column("publisher", "Publisher", 34, wrap=True),
        Column("jurisdiction", "Jurisdiction", 11),
        Column("binds_us", "Binds us", 8),
        Column("list_date", "List date", 11, "date"),
        Column("entries", "Entries", 9, "number"),
        Column("names", "Names", 9, "number"),
        Column("alerts", "Alerts", 8, "number"),
        Column("format", "Format", 15),
        Column("sha256", "SHA-256", 36, wrap=True),
        Column("snapshot_id", "Snapshot", 40),
        Column("notes", "Notes", 60, wrap=True),
    ],
    frozen=2,
)

METHOD: Final = Sheet(
    "Method",
    [
        Column("topic", "Topic", 26, wrap=True),
        Column("item", "Item", 34, wrap=True),
        Column("text", "What it is, and why", 110, wrap=True),
    ],
)

REJECTED: Final = Sheet(
    "Rejected",
    [
        Column("file", "File", 50, wrap=True),
        Column("line", "Line", 9, "number"),
        Column("column", "Column", 20),
        Column("value", "Value", 50, wrap=True),
        Column("reason", "Reason", 70, wrap=True),
    ],
)

RED_FLAGS: Final = Sheet(
    "Red flags",
    [
        Column("alert_id", "Alert ID", 16),
        Column("priority", "Priority", 10, "level"),
        Column("name", "Party", 34, wrap=True),
        Column("country", "Country", 9),
        Column("flag", "Flag", 24, wrap=True),
        Column("outcome", "Outcome", 13, wrap=True),
        Column("reason", "Why", 90, wrap=True),
        Column("records", "Records", 9, "number"),
        Column("weight", "Weight", 8, "score"),
        Column("source", "Source", 44, wrap=True),
        Column("sar", "SAR key term", 22, wrap=True),
        Column("figures", "Figures", 50, wrap=True),
        Column("subject_id", "Subject ID", 25),
    ],
    frozen=3,
)
"""The flags of parties with an alert: a row for each that was raised, and one for all that could not be tested."""

LEADERS: Final = Sheet(
    "Leading parties",
    [
        Column("good", "Watched good", 44, wrap=True),
        Column("side", "Side", 9),
        Column("rank", "Rank", 7, "number"),
        Column("name", "Party", 40, wrap=True),
        Column("country", "Country", 9),
        Column("said", "Share in this file", 34, wrap=True),
        Column("of_value", "Of value", 10, "share"),
        Column("of_weight", "Of weight", 10, "share"),
        Column("value_usd", "USD", 14, "number"),
        Column("net_kg", "Net kg", 13, "number"),
        Column("records", "Records", 9, "number"),
        Column("listed", "Listed", 9),
        Column("subject_id", "Subject ID", 25),
    ],
    frozen=4,
)
"""Who sells and buys most of each watched good: those no list names are found by their share."""

FOLLOWED: Final = Sheet(
    "Goods followed",
    [
        Column("asked", "Followed because of", 34, wrap=True),
        Column("name", "Party", 34, wrap=True),
        Column("side", "Side", 9),
        Column("other", "Bought from / sold to", 40, wrap=True),
        Column("other_country", "Country", 9),
        Column("other_mark", "Known as", 14, wrap=True),
        Column("hs6", "HS6", 9),
        Column("good", "Watched good", 36, wrap=True),
        Column("first_on", "First", 11, "date"),
        Column("last_on", "Last", 11, "date"),
        Column("records", "Records", 9, "number"),
        Column("value_usd", "USD", 14, "number"),
        Column("net_kg", "Net kg", 13, "number"),
        Column("share", "Party's share of the good in this file", 40, wrap=True),
        Column("evidence", "First records", 70, wrap=True),
        Column("subject_id", "Subject ID", 25),
    ],
    frozen=2,
)
"""From whom the parties followed bought and to whom they sold, a row for each counterparty and good."""

SHARES: Final = Sheet(
    "Share by month",
    [
        Column("name", "Party", 34, wrap=True),
        Column("side", "Side", 9),
        Column("hs6", "HS6", 9),
        Column("month", "Month", 12),
        Column("of_value", "Of value", 10, "share"),
        Column("of_weight", "Of weight", 10, "share"),
        Column("of_records", "Of records", 10, "share"),
        Column("value_usd", "USD", 14, "number"),
        Column("net_kg", "Net kg", 13, "number"),
        Column("subject_id", "Subject ID", 25),
    ],
    frozen=1,
)
"""The share of the parties followed in the trade in each good in the file, by month and in all."""

LEGS: Final = Sheet(
    "Possible onward legs",
    [
        Column("grade", "Grade", 15, wrap=True),
        Column("first_from", "From", 34, wrap=True),
        Column("via", "Through", 34, wrap=True),
        Column("next_to", "Perhaps on to", 34, wrap=True),
        Column("first_on", "First leg", 11, "date"),
        Column("next_on", "Next leg", 11, "date"),
        Column("hs_code", "HS code", 14),
        Column("first_amount", "Amount first", 12, "number"),
        Column("next_amount", "Amount next", 12, "number"),
        Column("measure", "In", 7),
        Column("why", "Why", 60, wrap=True),
        Column("first_record", "First record", 60, wrap=True),
        Column("next_record", "Next record", 60, wrap=True),
    ],
    frozen=4,
)
"""Each a question, no finding. The grades are those of `trade.legs.GRADES`, the surest first."""

OWN: Final = Sheet(
    "Our own parties",
    [
        Column("priority", "Alert", 10, "level"),
        Column("own_name", "In our book", 34, wrap=True),
        Column("own_id", "Our ID", 18),
        Column("own_role", "As", 12),
        Column("own_place", "Where in our book", 30, wrap=True),
        Column("name", "Found as", 34, wrap=True),
        Column("found_in", "Found in", 40, wrap=True),
        Column("matched_on", "By", 12),
        Column("relation", "Relation", 12, wrap=True),
        Column("score", "Score", 7, "score"),
        Column("why", "Why", 70, wrap=True),
        Column("beside", "What it does there", 70, wrap=True),
        Column("subject_id", "Subject ID", 25),
    ],
    frozen=2,
)
"""Parties named in articles or standing in customs records that are in the firm's own book."""

TABLE_SHEETS: Final = (ALERTS, DECIDED, EVIDENCE, SUBJECTS, LISTS, METHOD, REJECTED)
EXAMPLE: Final = "Example: must not be used for screening"
