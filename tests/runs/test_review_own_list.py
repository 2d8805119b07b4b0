"""A seller that no government has listed is on ours, and screened like any other."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from screening import runs
from screening.watchlists.store import Store


@pytest.fixture
def listed(office, true_match):
    """The office after two reviewers put c4 on the firm's own list."""
    office.subjects[3] |= {
        "address": "Liman Cad. 9, Mersin",
        "identifiers": [{"type": "Tax ID No.", "number": "9988776655", "country": "TR"}],
    }
    path = office.report()
    office.fill(path, "c4", **true_match(reason="sells what it should not", internal_until=date(2027, 11, 1)))
    office.send(path)
    assert not (office.folder / "data/internal").exists()  # a proposal lists nobody
    office.fill(path, "c4", second_decision="True match: prohibited", second_reviewer="Bo Beispiel")
    done = office.send(path)
    assert "the firm's own list has 1 entries now (in force)" in done.notes
    return office


def test_a_decision_puts_a_party_on_the_list_with_reason_approver_and_expiry(listed) -> None:
    (path,) = (listed.folder / "data/internal").glob("*.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["name"], row["country"], row["address"]) == ("Merkez Holding AS", "TR", "Liman Cad. 9, Mersin")
    assert (row["id_type"], row["id_number"], row["id_country"]) == ("Tax ID No.", "9988776655", "TR")
    assert (row["measure"], row["listed_on"], row["ended_on"]) == ("internal", "2026-11-23", "2027-11-01")
    assert row["remarks"].startswith("sells what it should not (by Ada Example, approved by Bo Beispiel; alert A-")


def test_the_list_is_screened_like_any_other(listed, tmp_path) -> None:
    assert "internal" in {each.list_id for each in Store(listed.folder / "data").snapshots_in_force()}
    table = tmp_path / "customers.csv"
    table.write_text("id,name,country\n7,MERKEZ HOLDING A.Ş.,TR\n", encoding="utf-8")
    run = runs.parties([table], out=tmp_path / "out", data_dir=listed.folder / "data")
    (hit,) = run.hits.to_pylist()
    assert (hit["list_id"], hit["measure"], hit["binds_us"]) == ("internal", ["internal"], True)


def test_importing_again_does_not_write_the_list_anew(listed) -> None:
    before = sorted((listed.folder / "data/internal").iterdir())
    path = listed.report()
    listed.fill(path, "c3", decision="Escalate", reason="ask", reviewer="Ada Example")
    assert listed.send(path).notes == ()
    assert sorted((listed.folder / "data/internal").iterdir()) == before


def test_a_party_that_is_cleared_later_is_on_it_no_more(listed, false_positive) -> None:
    listed.pass_days(3)
    path = listed.report()
    assert "Merkez Holding AS" in {row["Name as found"] for row in listed.rows(path, "Decided")}
    alert = listed.alert("c4")
    listed.store.append("reopened", alert_id=alert["alert_id"], state="review_required")
    path = listed.report()
    listed.fill(path, "c4", **false_positive(reason_code="OTHER"))
    listed.send(path)
    assert listed.alert("c4")["data"]["internal"]["until"] == "2026-11-26"
    newest = max((listed.folder / "data/internal").glob("*.csv"))
    assert "2026-11-23,2026-11-26" in newest.read_text(encoding="utf-8")


def test_a_clock_that_goes_back_does_not_hold_the_list_back(listed) -> None:
    from screening.runs.own_list import refresh

    alert, outcomes = listed.alert("c4"), []
    for year, until in ((2099, "2100-06-30"), (2026, "2027-06-30")):
        listed.now = listed.now.replace(year=year)
        internal = alert["data"]["internal"] | {"until": until}
        listed.store.append("changed", alert_id=alert["alert_id"], alert_data={"internal": internal})
        admitted = refresh(listed.desk)
        assert admitted is not None
        outcomes.append((admitted.outcome, admitted.entries))
    assert outcomes == [("in force", 1), ("in force", 1)]
    newest = max((listed.folder / "data/internal").glob("*.csv"))
    assert "2027-06-30" in newest.read_text(encoding="utf-8")
