"""The sheets of the workbook of trade flows."""

from __future__ import annotations

from typing import Final

from screening.reports.columns import Column, Sheet

FLOWS: Final = Sheet(
    "Flows",
    [
        Column("rank", "Rank", 6, "number"),
        Column("hub_name", "Hub", 13, wrap=True),
        Column("what", "Good", 36, wrap=True),
        Column("tier", "Tier", 6),
        Column("verdict", "Verdict", 20, wrap=True),
        Column("certainty", "Certainty", 10, "level"),
        Column("before", "Year before", 14, "number"),
        Column("value", "Last year", 14, "number"),
        Column("currency", "Currency", 8),
        Column("baseline", "Baseline", 14, "number"),
        Column("ratio", "Times", 7, "score"),
        Column("reasons", "How sure, and why", 70, wrap=True),
        Column("direct_baseline", "Direct, baseline", 16, "number"),
        Column("direct", "Direct, last year", 16, "number"),
        Column("direct_before", "Direct, year before", 16, "number", fold=True),
        Column("replaceable", "Could replace (share)", 14, "score"),
        Column("onward", "Onward, last year", 14, "number"),
        Column("onward_baseline", "Onward, baseline", 14, "number"),
        Column("mirror_gap", "Mirror gap", 14, "number"),
        Column("exporters_rising", "Exporters rising", 9, "number"),
        Column("rising_from", "First five", 15, wrap=True),
        Column("eu", "EU criterion", 11, wrap=True),
        Column("breaks", "Breaks of unit values", 40, wrap=True),
        Column("score", "Score", 7, "score"),
        Column("compared", "Last year: periods", 24, wrap=True),
        Column("compared_with", "Baseline: periods", 24, wrap=True),
        Column("above", "Above baseline", 14, "number", fold=True),
        Column("z", "Robust z", 8, "score", fold=True),
        Column("rest_ratio", "Rest of the world, times", 11, "score", fold=True),
        Column("other_goods_ratio", "Hub's other goods, times", 11, "score", fold=True),
        Column("lasting", "Periods above", 9, "score", fold=True),
        Column("mirror_year", "Mirror year", 8, fold=True),
        Column("mirror_expected", "Mirror: expected", 14, "number", fold=True),
        Column("mirror_got", "Mirror: got", 14, "number", fold=True),
        Column("parts", "Parts of the score", 40, wrap=True, fold=True),
        Column("codes", "Codes", 30, wrap=True, fold=True),
        Column("reported", "Reported by", 11, fold=True),
        Column("by", "By", 8, fold=True),
        Column("source", "Files", 36),
    ],
    frozen=3,
    pages_wide=2,
)
"""Hubs and goods, worst first; what is no rise comes after all rises."""

SERIES: Final = Sheet(
    "Series",
    [
        Column("rank", "No.", 6, "number"),
        Column("hub_name", "Hub", 14),
        Column("what", "Good", 40),
        Column("period", "Period", 11, "date"),
        Column("label", "Label", 9, fold=True),
        Column("value", "To the hub", 15, "number"),
        Column("mean", "Baseline, mean", 15, "number"),
        Column("low", "Baseline, low", 15, "number"),
        Column("band", "Band above low", 15, "number", fold=True),
        Column("direct", "Direct", 16, "number"),
        Column("onward", "Onward", 15, "number"),
        Column("mark", "2022-02", 15, "number", fold=True),
        Column("currency", "Currency", 8),
        Column("source", "Files", 40),
    ],
    frozen=4,
)
"""The series of the first verdicts, which the charts are drawn from."""

MIRROR: Final = Sheet(
    "Mirror gaps",
    [
        Column("exporter_name", "Exporter", 16),
        Column("hub_name", "Hub", 16),
        Column("what", "Good", 40, wrap=True),
        Column("year", "Year", 8, "text"),
        Column("currency", "Currency", 8),
        Column("sent", "Sent, exporter says", 16, "number"),
        Column("expected", "Expected with allowance", 16, "number"),
        Column("got", "Got, hub says", 16, "number"),
        Column("gap", "Gap", 16, "number"),
        Column("gap_share", "Gap, share", 9, "score"),
        Column("says", "Question", 80, wrap=True),
        Column("source", "Files", 50, wrap=True),
    ],
    frozen=3,
)

YEARS: Final = Sheet(
    "Years",
    [
        Column("leg", "Flow", 10),
        Column("place_name", "Place", 16),
        Column("what", "Goods", 44, wrap=True),
        Column("year", "Year", 8, "text"),
        Column("periods", "Months (1: a year's figure)", 12, "number"),
        Column("value", "Value", 18, "number"),
        Column("currency", "Currency", 9),
        Column("reported_by", "Reported by", 12),
        Column("source", "Files", 40),
    ],
    frozen=3,
)
"""Sums a year of lists of goods, of all goods, and of what is published as the total."""
