"""Alerts that a run did not raise and keeps open, shown from what the store keeps of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from screening.alerts import RatingSettings
from screening.reports.alerts import rows
from screening.reports.kept_alerts import of_kept

ROW: dict[str, Any] = {
    "alert_id": "A-AAAAAAAAAAAA", "subject_id": "c1", "subject_name": "Merkez Kimya", "list_id": "ours",
    "entry_id": "1", "entry_name": "Merkez Kimya Ltd", "priority": "high", "match_strength": "strong",
    "subject": {
        "name": ["Merkez Kimya"], "schema": "Company", "countries": ["TR"], "dates": ["1999"],
        "addresses": ["Liman Cad. 5, Mersin"], "identifiers": ["Tax ID 1234567890 (TR)"],
    },
    "entry": {
        "name": ["Merkez Kimya Ltd"], "schema": "Company", "countries": ["TR"], "dates": ["1999"],
        "addresses": ["Liman Cad. 5, Mersin"], "identifiers": ["Tax ID 1234567890 (TR)"], "programmes": ["T-1"],
        "measures": ["asset_freeze"], "ended_on": "2026-01-31", "listed_on": "2024-05-01",
        "links": ["owned by: Merkez Holding"], "remarks": "Formerly: Merkez", "url": "https://example.org/1",
    },
    "comparison": {
        "matched_name": "Merkez Kimya Ltd", "name_type": "primary", "relation": "same_party", "matched_on": ["name"],
        "score": "0.95", "agreements": ["name agrees", "date absent"], "explanation": ["merkez = merkez"],
    },
    "places": [{"source": "customers.csv", "place": "row 2", "date": "2026-01-05", "role": "customer"}],
}  # fmt: skip
FLAGGED: dict[str, Any] = ROW | {
    "alert_id": "A-BBBBBBBBBBBB", "list_id": "red_flags", "entry_id": "mass_address", "entry_name": "mass address",
    "match_strength": "", "entry": {"flags": ["mass_address"]},
    "comparison": {"flags": ["mass_address"], "reasons": ["Shares its address."], "priority": "high"},
}  # fmt: skip


def _shown(*kept: dict[str, Any]) -> list[dict[str, Any]]:
    found = of_kept(kept, RatingSettings(), {})
    return list(rows(found, datetime(2026, 11, 23, tzinfo=UTC), {}, {}))


def test_both_sides_stand_as_the_store_knows_them() -> None:
    [row] = _shown(ROW)
    assert row["entry_identifiers"] == row["identifiers"] == "Tax ID 1234567890 (TR)"
    assert (row["measure"], row["listed_on"]) == ("Asset freeze (until 2026-01-31)", date(2024, 5, 1))
    assert (row["binds_us"], row["list_date"], row["list_id"]) == ("yes", "", "ours")
    assert (row["name_agrees"], row["date_agrees"], row["address_agrees"]) == ("agrees", "absent", "")
    assert (row["linked_to"], row["entry_address"]) == ("owned by: Merkez Holding", "Liman Cad. 5, Mersin")
    assert (row["source"], row["role"], row["date"]) == ("customers.csv\nrow 2", "customer", date(2026, 1, 5))


def test_an_alert_for_red_flags_is_of_no_list() -> None:
    [row] = _shown(FLAGGED)
    assert (row["relation"], row["list_id"], row["binds_us"]) == ("red flags", "Red flags (no list)", "")
    assert row["why"] == "Shares its address."


def test_evidence_that_is_lost_leaves_cells_empty_and_no_error() -> None:
    lost = dict.fromkeys(("subject", "entry", "comparison", "places"))
    assert [row["entry_name"] for row in _shown(ROW | lost, FLAGGED | lost)] == ["Merkez Kimya Ltd", "mass address"]


@pytest.mark.parametrize(
    ("roles", "shown"),
    [
        (["contract_holder", "declarant", "importer"], "importer"),
        (["declarant", "carrier"], "declarant"),
        (["", "exporter"], "exporter"),
        (["supplier", "customer"], "supplier"),
    ],
)
def test_of_several_roles_that_of_who_sells_or_buys_is_shown(roles: list[str], shown: str) -> None:
    places = [{**ROW["places"][0], "role": role} for role in roles]
    [row] = _shown(ROW | {"places": places})
    assert row["role"] == shown
