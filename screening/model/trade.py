"""Customs records and trade statistics."""

from __future__ import annotations

from typing import Final

import pyarrow as pa

from screening.model.words import IDENTIFIER

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
    "vessel",
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
        pa.field(
            "hs_edition", pa.string()
        ),  # HS2012, HS2017, HS2022: stated, or in force on the date; null: may be two
        pa.field("further_hs_codes", pa.list_(pa.string())),  # the others, where a cell holds several
        pa.field("description", pa.string()),
        pa.field("origin", pa.string()),
        pa.field("dispatch", pa.string()),
        pa.field("destination", pa.string()),
        pa.field("trading_country", pa.string()),
        pa.field("via", pa.string()),  # a country the goods pass on their way
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
        pa.field(
            "notes", pa.list_(pa.string()), nullable=False
        ),  # what was mended or could not be read; what remarks say (`record_notes`)
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
