"""Each run says what is new, changed, back and gone, and why now; what a person decided stays decided."""

from __future__ import annotations

import hashlib

import openpyxl
import pytest

from screening.runs.batch.job import JobError
from screening.runs.batch.summary import lines, summary

from .conftest import CUSTOMERS, LIST_ROWS


def test_the_first_run_raises_everything(bench) -> None:
    outcome = bench.run()
    assert {each["why"] for each in bench.changes(outcome).values()} == {"first run"}
    assert outcome.run.manifest["counts"]["delta"] == {
        "new": 4,
        "changed": 0,
        "back": 0,
        "gone": 0,
        "kept": 0,
        "still": 0,
    }


def test_one_alert_is_said_in_the_singular(bench) -> None:
    bench.list(LIST_ROWS[1])
    said = lines(summary(bench.run()))
    assert "1 alert, 1 open: 1 new, 0 changed, 0 back, 0 as they were; 0 gone." in said
    assert "1 file, 4 rows." in said


def test_a_change_is_said_by_the_listed_name_that_matched(bench) -> None:
    alias = '3,Person,"Ali, Mohammed",alias,RU,,,,P-2,asset_freeze,2020-01-01'
    bench.list(*LIST_ROWS[:2], LIST_ROWS[2].replace("Beispielov, Igor Petrovich", "ALI KONY"), alias.replace("RU", ""))
    bench.customers("1,Uzstanex,UZ,,", "2,Mohammad Ali,RU,,")
    bench.run()
    bench.list(
        *LIST_ROWS[:2], LIST_ROWS[2].replace("Beispielov, Igor Petrovich", "ALI KONY").replace("P-2", "P-9"), alias
    )
    said = lines(summary(bench.run()))
    assert any("Mohammad Ali = Ali, Mohammed (ALI KONY, names): " in line for line in said), said
    bench.list(LIST_ROWS[0].replace("P-1", "P-7"))
    assert any("Uzstanex = OOO UZSTANEX (names): " in line for line in lines(summary(bench.run())))


def test_a_second_run_over_the_same_changes_nothing(bench) -> None:
    bench.run()
    outcome = bench.run()
    assert outcome.run.manifest["counts"]["delta"]["still"] == 4
    assert bench.changes(outcome) == {}


@pytest.mark.parametrize(
    ("rows", "customers", "name", "kind", "why"),
    [
        pytest.param(
            (*LIST_ROWS, "9,Company,QUIET MEADOW LIMITED,primary,GB,,,,P-1,asset_freeze,2026-01-05"), CUSTOMERS,
            "Quiet Meadow Ltd", "new", "the entry is new on the list (listed on 2026-01-05)", id="new entry",
        ),
        pytest.param(
            (*LIST_ROWS, "2,Company,QUIET MEADOW LIMITED,alias,GB,,,,P-1,asset_freeze,"), CUSTOMERS,
            "Quiet Meadow Ltd", "new", "the list changed: alias added: QUIET MEADOW LIMITED", id="new alias",
        ),
        pytest.param(
            LIST_ROWS, (*CUSTOMERS, "5,Uzstanex,UZ,,"), "Uzstanex", "new", "the subject is new", id="new subject"
        ),
        pytest.param(
            LIST_ROWS, (*CUSTOMERS[:3], "4,Uzstaneks OOO,TR,,"), "Uzstaneks OOO", "new",
            "the subject changed: name Guclu Global Lojistik became Uzstaneks OOO", id="renamed subject",
        ),
        pytest.param(
            (LIST_ROWS[0].replace("P-1", "P-7"), *LIST_ROWS[1:]), CUSTOMERS,
            "UZSTANEX MChJ", "changed", "the list changed: programme P-1 became P-7", id="programme",
        ),
        pytest.param(
            LIST_ROWS, ("1,UZSTANEX MChJ,KZ,,", *CUSTOMERS[1:]),
            "UZSTANEX MChJ", "changed", "the subject changed: country UZ became KZ", id="country",
        ),
        pytest.param(
            LIST_ROWS[1:], CUSTOMERS,
            "UZSTANEX MChJ", "gone", "delisted: the entry is no longer on names", id="delisted",
        ),
        pytest.param(
            LIST_ROWS, CUSTOMERS[1:], "UZSTANEX MChJ", "gone", "the subject is gone", id="subject gone"
        ),
        pytest.param(
            LIST_ROWS, ("1,Something Else,UZ,,", *CUSTOMERS[1:]), "UZSTANEX MChJ", "gone",
            "the subject changed: name UZSTANEX MChJ became Something Else", id="renamed away",
        ),
    ],
)  # fmt: skip
def test_why_now(bench, rows, customers, name, kind, why) -> None:
    bench.run()
    bench.list(*rows)
    bench.customers(*customers)
    change = bench.changes(bench.run())[name]
    assert change["kind"] == kind
    assert change["why"].startswith(why)


def test_a_threshold_is_a_reason_and_closes_nothing(bench) -> None:
    bench.customers(*CUSTOMERS, "5,Igor Bejspeylof,RU,,")
    bench.run()
    text = bench.path.read_text(encoding="utf-8")
    bench.write(text + '[settings]\nthreshold = 0.99\nwhy = "a test"\n')
    changes = bench.changes(bench.run())
    gone = [each for each in changes.values() if each["kind"] == "gone"]
    assert gone
    assert {each["why"] for each in gone} == {"the threshold changed: 0.8 became 0.99"}
    assert {row["state"] for row in bench.store().alerts()} == {"open"}


def test_a_delisting_never_alters_a_true_match_but_adds_an_event(bench) -> None:
    bench.run()
    store = bench.store()
    [alert] = [row for row in store.alerts() if row["subject_name"] == "UZSTANEX MChJ"]
    key = alert["alert_id"]
    store.decide({"alert_id": key, "decision": "True match: prohibited", "reviewer": "A. B."}, state="true_match")
    bench.list(*LIST_ROWS[1:])
    bench.run()
    states = {row["subject_name"]: row["state"] for row in store.alerts()}
    assert states["UZSTANEX MChJ"] == "true_match"
    assert states["Other Name MChJ"] == "entry_withdrawn"
    assert store.events(key)[-1]["kind"] == "gone"
    assert store.events(key)[-1]["data"]["cause"] == "delisted"
    assert store.verify() == []


def test_what_was_cleared_does_not_come_back_unless_something_changed(bench) -> None:
    bench.run()
    store = bench.store()
    [alert] = [row for row in store.alerts() if row["subject_name"] == "UZSTANEX MChJ"]
    store.decide(
        {"alert_id": alert["alert_id"], "decision": "False positive", "reviewer": "A. B."}, state="false_positive"
    )  # fmt: skip
    outcome = bench.run()
    assert outcome.run.open_alerts == 3
    book = openpyxl.load_workbook(outcome.run.workbook)
    alerts, decided = (list(book[sheet].iter_rows(values_only=True)) for sheet in ("Alerts", "Decided"))
    book.close()
    heads = alerts[1]
    at = {name: heads.index(name) for name in ("Name as found", "Status", "Why now", "First raised")}
    assert {row[at["Name as found"]] for row in alerts[2:]} == {
        "Igor Beispielov", "Other Name MChJ", "Guclu Global Lojistik"
    }  # fmt: skip
    assert all(row[at["Why now"]].endswith("first run") and row[at["First raised"]] for row in alerts[2:])
    assert [row[decided[0].index("Status")] for row in decided[1:]] == ["False positive"]
    bench.list(LIST_ROWS[0].replace("P-1", "P-7"), *LIST_ROWS[1:])
    assert bench.changes(bench.run())["UZSTANEX MChJ"]["kind"] == "changed"
    assert {row["subject_name"]: row["state"] for row in store.alerts()}["UZSTANEX MChJ"] == "review_required"


def test_a_run_says_how_many_cleared_alerts_it_opened_again(bench) -> None:
    bench.run()
    store = bench.store()
    [alert] = [row for row in store.alerts() if row["subject_name"] == "UZSTANEX MChJ"]
    held = {"since": "2026-11-20", "until": "2099-01-01", "codes": ["OTHER"], "remembered": False}
    store.decide(
        {"alert_id": alert["alert_id"], "decision": "false_positive", "reviewer": "A. B."},
        state="false_positive", alert_data={"clearance": held},
    )  # fmt: skip
    outcome = bench.run()
    assert any("1 cleared alert is open again" in note for note in outcome.run.notes)
    assert outcome.run.open_alerts == 4


def test_an_alert_that_comes_back_says_so(bench) -> None:
    bench.run()
    bench.customers(*CUSTOMERS[1:])
    bench.run()
    assert {row["subject_name"]: row["state"] for row in bench.store().alerts()}["UZSTANEX MChJ"] == "out_of_scope"
    bench.customers(*CUSTOMERS)
    change = bench.changes(bench.run())["UZSTANEX MChJ"]
    assert change == {"kind": "back", "why": "back after it was gone (the subject is gone)"}
    assert {row["subject_name"]: row["state"] for row in bench.store().alerts()}["UZSTANEX MChJ"] == "open"


def test_an_alert_two_jobs_raise_is_gone_when_neither_does(bench) -> None:
    bench.run()
    other = bench.path.read_text(encoding="utf-8")
    bench.write(other.replace('"customers"', '"second"', 1).replace('"state"', '"state2"'))
    second = bench.run()
    assert {each["why"] for each in bench.changes(second).values()} == {"raised by another job before"}
    bench.list(*LIST_ROWS[1:])
    bench.run()
    assert {row["state"] for row in bench.store().alerts()} == {"open"}
    bench.write(other)
    bench.run()
    assert {row["subject_name"]: row["state"] for row in bench.store().alerts()}["UZSTANEX MChJ"] == "entry_withdrawn"


def test_manifest_and_workbook_carry_the_head_of_the_trail(bench) -> None:
    from screening.runs.alert_store import head_in, verify

    outcome = bench.run()
    manifest = outcome.run.path / "manifest.json"
    head = head_in(manifest)
    assert head is not None
    assert head_in(outcome.run.workbook) == head
    *_, last = bench.store().events()  # the one record behind it says which manifest that is
    assert (last["kind"], last["seq"], last["run_id"]) == ("run_folder", head.length + 1, manifest.parent.name)
    assert last["data"]["manifest_sha256"] == hashlib.sha256(manifest.read_bytes()).hexdigest()
    found = verify(bench.folder / "alerts.db", key=bench.folder / "store.key", against=[bench.folder / "reports"])
    assert found.findings == []
    assert len(found.heads) == 2


def test_rows_in_the_sheet_of_changes_say_why(bench) -> None:
    bench.run()
    bench.list(*LIST_ROWS[1:])
    outcome = bench.run()
    book = openpyxl.load_workbook(outcome.run.workbook)
    rows = list(book["Since the last run"].iter_rows(values_only=True))
    book.close()
    assert {row[0] for row in rows[1:]} == {"gone"}
    assert all("delisted" in row[rows[0].index("Why now")] for row in rows[1:])


def test_who_is_listed_under_another_name_now_stays_an_open_question(bench) -> None:
    """A publisher's new spelling closes nothing: the party is listed all the same.."""
    bench.run()
    renamed = LIST_ROWS[1].replace("GUCLU GLOBAL LOJISTIK LIMITED SIRKETI", "QUITE ANOTHER TRADING AS")
    bench.list(LIST_ROWS[0], renamed, LIST_ROWS[2])
    outcome = bench.run(only_changes=True)
    why = "the list changed: primary name GUCLU GLOBAL LOJISTIK LIMITED SIRKETI became QUITE ANOTHER TRADING AS"
    assert bench.changes(outcome)["Guclu Global Lojistik"] == {"kind": "gone", "why": f"{why}. It is still listed"}
    states = {row["subject_name"]: row["state"] for row in bench.store().alerts()}
    assert states["Guclu Global Lojistik"] == "open"
    alias = "2,Company,GUCLU GLOBAL LOJISTIK LIMITED SIRKETI,alias,TR,,,,P-1,asset_freeze,2024-10-30"
    bench.list(LIST_ROWS[0], renamed, alias, LIST_ROWS[2])
    back = bench.changes(bench.run(only_changes=True))["Guclu Global Lojistik"]
    assert back["kind"] == "back"
    assert back["why"].startswith(f"back after it was gone ({why}. It is still listed). The list changed: primary name")
    assert back["why"].endswith("alias added: GUCLU GLOBAL LOJISTIK LIMITED SIRKETI")


def test_a_job_has_rules_of_rating_of_its_own(bench) -> None:
    before = bench.run()
    own = '[[priority]]\nid = "prohibition"\nwhen = { measure = ["asset_freeze"] }\nis = "low"\nsays = "Not for us."\n'
    (bench.folder / "our_rating.toml").write_text(own, encoding="utf-8")
    bench.write(bench.path.read_text(encoding="utf-8") + '[settings]\nrating_rules = "our_rating.toml"\n')
    outcome = bench.run()
    assert set(before.run.hits.column("priority").to_pylist()) == {"critical"}
    assert set(outcome.run.hits.column("priority").to_pylist()) == {"low"}
    why = next(iter(bench.changes(outcome).values()))["why"]
    assert why.startswith("our own rules of rating changed: none became those of ")
    assert why.endswith(": priority critical became low")
    (bench.folder / "our_rating.toml").write_text("[agrement]\n", encoding="utf-8")
    with pytest.raises(JobError, match=r"our_rating\.toml: 'agrement' is no rule or value of the rating") as refused:
        bench.job()
    assert "job.toml, row 14" in str(refused.value.mistakes[0])
    (bench.folder / "our_rating.toml").unlink()
    with pytest.raises(JobError, match=r"there is no file 'our_rating\.toml'"):
        bench.job()
