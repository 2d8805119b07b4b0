"""A list or an export cut short closes no alert, and is said; the alerts stand in the report all the same, and when it
is whole again, everything is as it was."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest

from screening.alerts.reviewers import load as reviewers_of
from screening.reports.alert_columns import ALERTS
from screening.runs.batch.run import Outcome
from screening.runs.batch.summary import lines, summary
from screening.runs.review import review_import
from screening.runs.review_status import review_status

from .conftest import CUSTOMERS, LIST_ROWS, Bench

MORE_ENTRIES = [
    f"{number},Company,Filler {number} Trading,primary,GB,,,,P-1,asset_freeze,2020-01-01" for number in range(10, 18)
]
MORE_CUSTOMERS = [f"{number},Harmless Customer {number} Ltd,GB,," for number in range(10, 20)]


def _states(bench: Bench) -> dict[str, str]:
    return {row["subject_name"]: row["state"] for row in bench.store().alerts()}


def _sheet(outcome: Outcome, name: str = "Alerts") -> dict[str, dict[str, Any]]:
    """The rows of a sheet by the name of the subject."""
    rows = [list(row) for row in openpyxl.load_workbook(outcome.run.workbook)[name].iter_rows(values_only=True)]
    head = next(at for at, row in enumerate(rows) if "Alert ID" in row)
    return {
        each["Name as found"]: each for row in rows[head + 1 :] if (each := dict(zip(rows[head], row, strict=True)))
    }


def _counts(outcome: Outcome) -> dict[str, int]:
    return outcome.run.manifest["counts"]["delta"]


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
    assert {each["kind"] for each in full.changes(outcome).values()} == {"kept"}
    assert all("stays as it was" in each["why"] for each in full.changes(outcome).values())
    assert _states(full) == before
    note, kept = outcome.run.manifest["notes"]
    assert kept.startswith("3 alerts that were not found are kept open and stand on the sheet Alerts")
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
    note, _ = outcome.run.manifest["notes"]
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
    note, _ = bench.run().run.manifest["notes"]
    assert note.startswith("3 of the 4 parties of the last run are not in the input")
    assert sorted(_states(bench).values()) == ["open", "open", "open", "out_of_scope"]


@pytest.mark.parametrize("what", ["list", "table"])
def test_what_is_kept_open_stands_in_the_report_marked_so_with_what_the_store_knows(full: Bench, what: str) -> None:
    whole = _sheet(full.run())
    if what == "list":
        full.list(LIST_ROWS[2])
    else:
        full.customers(CUSTOMERS[1])
    outcome = full.run()
    rows = _sheet(outcome)
    assert rows.keys() == whole.keys()
    counts = outcome.run.manifest["counts"]
    assert (counts["alerts"], counts["open_alerts"], counts["hits"]) == (4, 4, 1)
    assert review_status(store=full.folder / "alerts.db", key=full.folder / "store.key").now.open == 4
    assert any("4 alerts, 4 open: 0 new" in each and "3 not found now and kept open" in each for each in _said(outcome))
    assert rows["Igor Beispielov"]["Status"] == "Open"
    kept = rows["UZSTANEX MChJ"]
    assert kept["Status"].endswith(", not found now")
    assert kept["Why now"].startswith("not found now, kept open: ")
    same = ("Alert ID", "Priority", "Match strength", "Score", "Entry ID", "List", "Matched name", "Primary name")
    more = ("Measure", "Binds us", "Entry identifiers", "Country", "Source", "Name agrees", "Programme", "Relation")
    for heading in (*same, *more):
        assert kept[heading] == whole["UZSTANEX MChJ"][heading], heading
    assert "UZSTANEX MChJ" in _sheet(outcome, "Evidence")
    assert {row["Change"] for row in _sheet(outcome, "Since the last run").values()} == {"kept"}
    assert full.store().verify() == []


def _said(outcome: Outcome) -> list[str]:
    return lines(summary(outcome))


@pytest.mark.parametrize("what", ["list", "table"])
def test_what_was_kept_open_is_as_it_was_when_it_is_there_again(full: Bench, what: str) -> None:
    whole = _sheet(full.run())
    for _ in range(2):  # a second night on the same cut file closes nothing either
        if what == "list":
            full.list(LIST_ROWS[2])
        else:
            full.customers(CUSTOMERS[1])
        short = full.run()
        assert len(short.run.manifest["notes"]) == 2
        assert _counts(short)["kept"] == 3
        assert _sheet(short).keys() == whole.keys()
    assert full.changes(short) == {}
    full.list(*LIST_ROWS, *MORE_ENTRIES)
    full.customers(*CUSTOMERS, *MORE_CUSTOMERS)
    again = full.run()
    assert _counts(again) == {"new": 0, "changed": 0, "back": 0, "gone": 0, "kept": 0, "still": 4}
    rows = _sheet(again)
    assert all(row["Why now"].startswith("as it was since") for row in rows.values())
    assert {name: row["Status"] for name, row in rows.items()} == {name: row["Status"] for name, row in whole.items()}
    assert again.run.manifest["notes"] == []
    assert full.store().verify() == []


def test_what_changed_meanwhile_is_changed_and_what_is_truly_gone_is_gone(full: Bench) -> None:
    full.list(LIST_ROWS[2])
    full.run()
    full.list(LIST_ROWS[0].replace("P-1", "P-9"), LIST_ROWS[2], *MORE_ENTRIES)
    outcome = full.run()
    said = full.changes(outcome)
    assert said["UZSTANEX MChJ"]["kind"] == "changed"
    assert "programme P-1 became P-9" in said["UZSTANEX MChJ"]["why"]
    assert said["Guclu Global Lojistik"]["kind"] == "gone"
    assert _states(full)["Guclu Global Lojistik"] == "entry_withdrawn"
    assert _counts(outcome)["kept"] == 0


def test_a_customer_who_leaves_while_the_list_is_short_is_gone(full: Bench) -> None:
    full.list(LIST_ROWS[2])
    full.run()
    full.customers(*CUSTOMERS[1:], *MORE_CUSTOMERS)
    outcome = full.run()
    assert _states(full)["UZSTANEX MChJ"] == "out_of_scope"
    assert _counts(outcome)["kept"] == 2


def test_a_loss_that_is_accepted_closes_and_is_said(full: Bench) -> None:
    full.list(LIST_ROWS[2])
    full.run()
    outcome = full.run(accept_losses=True)
    assert sorted(each["kind"] for each in full.changes(outcome).values()) == ["gone", "gone", "gone"]
    [note] = outcome.run.manifest["notes"]
    assert note.endswith("that was accepted, and the alerts of what is gone are closed")
    assert _sheet(outcome).keys() == {"Igor Beispielov"}
    assert sorted(_states(full).values()) == ["entry_withdrawn", "entry_withdrawn", "entry_withdrawn", "open"]
    assert full.run().run.manifest["notes"] == []


def test_a_loss_may_be_accepted_on_the_night_it_comes(full: Bench) -> None:
    full.list(LIST_ROWS[2])
    outcome = full.run(accept_losses=True)
    assert _counts(outcome)["gone"] == 3
    [note] = outcome.run.manifest["notes"]
    assert note.startswith("the list names had 11 entries in the last run and has 1 now: that was accepted")


def test_what_is_kept_open_is_decided_on_like_any_other(full: Bench) -> None:
    people = full.folder / "reviewers.toml"
    people.write_text('[[reviewer]]\nname = "Ada Example"\nroles = ["reviewer"]\n', encoding="utf-8")
    assert reviewers_of(people).names
    full.list(LIST_ROWS[2])
    outcome = full.run()
    book = openpyxl.load_workbook(outcome.run.workbook)
    heads = [cell.value for cell in book["Alerts"][2]]
    at = {column.key: heads.index(column.heading) + 1 for column in ALERTS.columns}
    given = {"decision": "Escalate", "reason": "Is it delisted?", "reviewer": "Ada Example"}
    for number in range(3, book["Alerts"].max_row + 1):
        if "not found now" in book["Alerts"].cell(number, at["status"]).value:
            for key, value in given.items():
                book["Alerts"].cell(number, at[key]).value = value
    book.save(outcome.run.workbook)
    done = review_import(outcome.run.workbook, job=full.path, people=people, folder=full.folder / "data")
    assert done.counts["accepted"] == 3, done.answers
    assert sorted(_states(full).values()) == ["escalated", "escalated", "escalated", "open"]
    rows = _sheet(full.run())
    assert rows["UZSTANEX MChJ"]["Status"] == "Escalated, not found now"
    assert "Is it delisted?" in rows["UZSTANEX MChJ"]["Previous decision"]
