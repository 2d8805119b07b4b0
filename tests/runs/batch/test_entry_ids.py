"""A list without ids of its own: what the publisher mends gives an entry another id; its alerts stay who they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from screening.runs.batch.entry_ids import EntryIds, entry_ids
from screening.watchlists import Snapshot

from .conftest import Bench

HEAD = "Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tEffective_Date\tExpiration_Date\tStandard_Order\t"
HEAD += "Last_Update\tAction\tFR_Citation\n"


def _order(name: str, day: str = "10/16/2017", citation: str = "82 F.R. 48792", street: str = "1 INVENTED ROAD") -> str:
    return f"{name}\t{street}\tTASHKENT\t\tUZ\t\t{day}\t10/13/2056\tY\t2017-10-23\tFR NOTICE ADDED\t{citation}\n"


@pytest.fixture
def denied(bench: Bench) -> Bench:
    """A job against a list of denied persons, which has no ids."""
    bench.write(bench.path.read_text(encoding="utf-8").replace('"names.csv"', '"dpl.txt"'))
    bench.customers("1,Uzbeinvent Trading House LLC,UZ,,", "2,Quiet Meadow Ltd,GB,,")
    return bench


def _list(bench: Bench, *orders: str) -> None:
    (bench.folder / "dpl.txt").write_text(HEAD + "".join(orders), encoding="utf-8")


def _only(bench: Bench) -> dict[str, object]:
    [alert] = bench.store().alerts()
    return alert


def test_an_alert_outlives_a_mended_name(denied) -> None:
    other = _order("QUITE ANOTHER GMBH", citation="70 F.R. 1")
    _list(denied, _order("UZBEINVENT TRADING HOUSE LLC"), other)
    denied.run()
    first = _only(denied)
    for name in ("UZBEINVENT TRADING HOUSE L.L.C. LTD", "UZBEINWENT TRADING HOUSE LLC"):
        before = _only(denied)
        _list(denied, _order(name), other)
        outcome = denied.run(only_changes=True)
        alert = _only(denied)
        assert alert["alert_id"] == first["alert_id"]
        assert alert["first_raised"] == first["first_raised"]
        assert alert["entry_id"] != before["entry_id"]
        assert outcome.run.hits.column("alert_id").unique().to_pylist() == [first["alert_id"]]
        assert denied.changes(outcome)["Uzbeinvent Trading House LLC"] == {
            "kind": "changed",
            "why": f"the list changed: primary name {before['entry_name']} became {name}",
        }
        still = denied.run()
        assert still.run.manifest["counts"]["delta"]["still"] == 1
        assert still.run.hits.column("alert_id").unique().to_pylist() == [first["alert_id"]]
    assert denied.store().verify() == []


def test_a_decision_stays_where_only_the_id_changed(denied) -> None:
    """Of two orders on one name the first ends: the second takes its number, and is still the one decided on."""
    ending = _order("UZBEINVENT TRADING HOUSE LLC", citation="60 F.R. 1", street="9 OLD ROAD")
    staying = _order("UZBEINVENT TRADING HOUSE LLC")
    _list(denied, ending, staying)
    denied.run()
    store = denied.store()
    decided, other = sorted(store.alerts(), key=lambda each: str(each["entry_id"]).endswith("~2"), reverse=True)
    for alert in (decided, other):
        store.append("decided", alert_id=alert["alert_id"], state="true_match")
    _list(denied, staying)
    outcome = denied.run(only_changes=True)
    states = {alert["alert_id"]: alert for alert in denied.store().alerts()}
    assert outcome.run.hits.column("alert_id").unique().to_pylist() == [decided["alert_id"]]
    assert states[decided["alert_id"]]["state"] == "true_match"
    assert states[decided["alert_id"]]["entry_id"] == other["entry_id"]
    [gone] = outcome.memory.delta.changes
    assert (gone.alert_id, gone.kind, gone.state) == (other["alert_id"], "gone", "true_match")
    assert gone.why.startswith("delisted")
    # an order that is new under the number the first had is nobody's old alert
    _list(denied, staying, _order("UZBEINVENT TRADING HOUSE LLC", citation="90 F.R. 2", street="4 NEW ROAD"))
    again = denied.run()
    ids = set(again.run.hits.column("alert_id").to_pylist())
    assert decided["alert_id"] in ids
    assert len(ids) == 2
    assert len(denied.store().alerts()) == 3
    assert denied.store().verify() == []


def test_who_is_new_beside_a_mended_entry_is_said_to_be_new(denied) -> None:
    _list(denied, _order("UZBEINVENT TRADING HOUSE LLC"))
    denied.run()
    _list(denied, _order("UZBEINWENT TRADING HOUSE LLC"))
    denied.customers(
        "1,Uzbeinvent Trading House LLC,UZ,,", "2,Quiet Meadow Ltd,GB,,", "3,Uzbeinwent Trading House,UZ,,"
    )
    changes = denied.changes(denied.run())
    assert changes["Uzbeinwent Trading House"] == {"kind": "new", "why": "the subject is new"}
    assert changes["Uzbeinvent Trading House LLC"]["kind"] == "changed"


def _snapshot(tmp_path: Path, day: date, *orders: str) -> Snapshot:
    folder = tmp_path / day.isoformat()
    folder.mkdir()
    (folder / f"dpl_{day.isoformat()}.txt").write_text(HEAD + "".join(orders), encoding="utf-8")
    return Snapshot.read(folder / f"dpl_{day.isoformat()}.txt", list_id="us_bis_dpl")


def test_no_two_entries_keep_their_alerts_under_one_id(tmp_path: Path) -> None:
    one = _order("A B HOUSE", citation="60 F.R. 1", street="9 OLD ROAD")
    two = _order("A B HOUSE")
    three = _order("A B HOUSE", citation="90 F.R. 2", street="4 NEW ROAD")
    lists = [
        [_snapshot(tmp_path, date(2026, 1, day), *orders)]
        for day, orders in enumerate(([one, two], [two], [two, three], [three]), start=1)
    ]
    known: EntryIds = EntryIds()
    kept = []
    for old, new in zip([[], *lists], lists, strict=False):
        known = entry_ids(old, new, known.first)
        ids = new[0].entries["entry_id"].to_pylist()
        kept.append([known.first.get("us_bis_dpl", {}).get(each, each) for each in ids])
    key = "dpl:2017-10-16:a-b-house"
    assert kept == [[key, f"{key}~2"], [f"{key}~2"], [f"{key}~2", f"{key}~2@2026-01-03"], [f"{key}~2@2026-01-03"]]


def test_hits_of_lists_with_ids_keep_theirs() -> None:
    hits = pa.table({"subject_id": ["s"], "list_id": ["l"], "entry_id": ["1"], "alert_id": ["A-X"]})
    assert EntryIds().named(hits) is hits
    assert EntryIds({"other": {"1": "2"}}).named(hits).column("alert_id").to_pylist() == ["A-X"]
