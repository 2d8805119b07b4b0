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


SMALL = [*LIST_ROWS, *MORE_ENTRIES[:2]]


@pytest.mark.parametrize("left", [2, 1], ids=["two of five", "one of five"])
def test_a_short_list_cut_short_closes_nothing_and_is_said(bench: Bench, left: int) -> None:
    bench.list(*SMALL)
    bench.run()
    bench.list(*SMALL[-left:])
    outcome = bench.run()
    assert set(_states(bench).values()) == {"open"}
    [note] = outcome.run.manifest["notes"]
    assert note.startswith(f"the list names had 5 entries in the last run and has {left} now")


@pytest.mark.parametrize(
    ("before", "after"),
    [(SMALL, SMALL[1:]), (SMALL, SMALL[2:]), (LIST_ROWS, LIST_ROWS[1:]), (LIST_ROWS[:2], LIST_ROWS[1:2])],
    ids=["one of five", "two of five", "one of three", "one of two"],
)
def test_a_short_list_that_loses_one_or_less_than_most_closes_as_ever(bench: Bench, before, after) -> None:
    bench.list(*before)
    bench.run()
    bench.list(*after)
    assert bench.run().run.manifest["notes"] == []
    assert _states(bench)["UZSTANEX MChJ"] == "entry_withdrawn"


def test_a_short_table_cut_short_closes_nothing_and_one_customer_who_left_closes_as_ever(bench: Bench) -> None:
    bench.run()
    bench.customers(*CUSTOMERS[1:])
    assert bench.run().run.manifest["notes"] == []
    assert _states(bench).pop("UZSTANEX MChJ") == "out_of_scope"
    bench.customers(CUSTOMERS[3])
    [note] = bench.run().run.manifest["notes"]
    assert note.startswith("3 of the 4 parties of the last run are not in the input")
    assert sorted(_states(bench).values()) == ["open", "open", "open", "out_of_scope"]
