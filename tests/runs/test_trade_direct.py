"""Parties whose flags make no alert and that are shown all the same."""

from __future__ import annotations

import json

import pyarrow as pa

from screening.model import FLAGS
from screening.runs.trade_direct import flagged_without_alert
from screening.trade import load


def flags(*rows: tuple[str, str, str, float | None]) -> pa.Table:
    """Flags of whole parties: flag, outcome, party, and what it weighs of its weight."""
    return pa.Table.from_pylist(
        [
            {
                "flag_id": flag,
                "outcome": outcome,
                "subject_id": party,
                "record_id": None,
                "reason": "",
                "figures": json.dumps({} if part is None else {"weight": part}),
                "source": "",
            }
            for flag, outcome, party, part in rows
        ],
        schema=FLAGS,
    )


def test_the_gravest_come_first_and_what_is_light_or_has_an_alert_is_left_out() -> None:
    found = flagged_without_alert(
        flags(
            ("weight_per_piece", "raised", "t-piece", None),
            ("weight_per_piece", "raised", "t-two", None),
            ("unit_value_low", "raised", "t-two", None),
            ("net_above_gross", "raised", "t-light", None),
            ("weight_per_piece", "not_raised", "t-clean", None),
            ("high_priority_good", "raised", "t-good", 1.0),
            ("direct_to_destination", "raised", "t-good", None),
            ("odd_route", "raised", "t-alerted", None),
        ),
        pa.table({"subject_id": ["t-alerted"]}),
        load(),
    )
    assert found == ["t-two", "t-piece"]


def test_a_flag_that_weighs_in_part_counts_in_part() -> None:
    rows = [("sanctioned_territory", "raised", party, part) for party, part in (("t-sure", 0.5), ("t-faint", 0.1))]
    assert flagged_without_alert(flags(*rows), pa.table({"subject_id": pa.array([], pa.string())}), load()) == [
        "t-sure"
    ]
