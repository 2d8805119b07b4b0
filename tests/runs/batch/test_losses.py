"""A list or an export cut short closes no alert, and is said; when it is whole again, everything is as it was."""

from __future__ import annotations

import pytest

from .conftest import CUSTOMERS, LIST_ROWS, Bench

MORE_ENTRIES = [
    f"{number},Company,Filler {number} Trading,primary,GB,,,,P-1,asset_freeze,2020-01-01" for number in range(10, 18)
]
MORE_CUSTOMERS = [f"{number},Harmless Customer {number} Ltd,GB,," for number in range(10, 20)]


def _states(bench: Bench) -> dict[str, str]:
    return {row["subject_name"]: row["state"] for row in bench.store().alerts()}


@pytest.fixture
def full(bench: Bench) -> Bench:
    bench.list(*LIST_ROWS, *MORE_ENTRIES)
    bench.customers(*CUSTOMERS, *MORE_CUSTOMERS)
    assert bench.run().run.manifest["notes"] == []
    store = bench.store()
    store.append("assigned", alert_id=next(row["alert_id"] for row in store.alerts()), state="escalated")
    return bench


def test_a_list_cut_short_closes_nothing_and_is_said(full: Bench) -> None:
    before = _states(full)
    full.list(LIST_ROWS[2])
    outcome = full.run()
    assert {each["kind"] for each in full.changes(outcome).values()} == {"gone"}
    assert all("stays as it was" in each["why"] for each in full.changes(outcome).values())
    assert _states(full) == before
    [note] = outcome.run.manifest["notes"]
    assert note.startswith("the list names had 11 entries in the last run and has 1 now")
    full.list(*LIST_ROWS, *MORE_ENTRIES)
    assert full.run().run.manifest["notes"] == []
    assert _states(full) == before


def test_an_export_cut_short_closes_nothing_and_is_said(full: Bench) -> None:
    before = _states(full)
    full.customers(CUSTOMERS[1])
    outcome = full.run()
    assert outcome.run.manifest["notes"][0].startswith("13 of the 15 parties of the last run are not in the input")
    assert _states(full) == before
    assert "No alert was closed" in outcome.run.manifest["notes"][0]


def test_a_single_delisting_and_a_customer_who_left_close_as_ever(full: Bench) -> None:
    full.list(*LIST_ROWS[:1], *LIST_ROWS[2:], *MORE_ENTRIES)
    full.customers(*CUSTOMERS[1:], *MORE_CUSTOMERS)
    outcome = full.run()
    assert outcome.run.manifest["notes"] == []
    states = _states(full)
    assert states["Guclu Global Lojistik"] == "entry_withdrawn"
    assert states["UZSTANEX MChJ"] == "out_of_scope"
