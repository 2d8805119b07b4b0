"""The sheets of customs records and of the firm's own parties."""

from __future__ import annotations

from typing import Final

from screening.reports.columns import Column, Sheet

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
"""The flags of parties with an alert: a row for each that was raised, and one for all that could not be tested. Below
them those of parties without one whose high-priority goods go straight to where the alerts are about.
"""

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
        Column("in_part", "Where only part is known", 40, wrap=True),
        Column("value_usd", "USD", 14, "number"),
        Column("net_kg", "Net kg", 13, "number"),
        Column("records", "Records", 9, "number"),
        Column("listed", "Listed", 18),
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
        Column("not_converted", "Not converted", 24, wrap=True),
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
        Column("in_part", "Where only part is known", 40, wrap=True),
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
