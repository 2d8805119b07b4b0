"""Parties with red flags are decided on like listed names, with decisions of their own."""

from __future__ import annotations

from datetime import date

STOP = {
    "decision": "Not resolved: stop", "reason": "nobody says who the end user is", "action": "exited",
    "reviewer": "Ada Example",
}  # fmt: skip


def _office(office):
    office.flags = {"c1": ["watched_good", "first_shipments"]}
    return office.report()


def test_a_set_of_flags_is_resolved_by_two(office) -> None:
    path = _office(office)
    office.fill(path, "c1", "red_flags", decision="Resolved", reason="an end user we visited", reviewer="Ada Example")
    assert office.send(path).answers[0].said == "accepted: waits for a second reviewer (high priority)"
    office.fill(path, "c1", "red_flags", second_decision="Resolved", second_reviewer="Bo Beispiel")
    assert office.send(path).answers[0].said == "accepted: approved"
    assert office.alert("c1", "red_flags")["state"] == "flag_resolved"
    path = office.report()
    assert "red flags" not in {row["Relation"] for row in office.rows(path)}
    assert office.rows(path, "Decided")[0]["Status"] == "Flag resolved"


def test_other_flags_are_another_alert_that_nobody_resolved(office) -> None:
    path = _office(office)
    office.fill(path, "c1", "red_flags", decision="Resolved", reason="visited", reviewer="Ada Example")
    office.send(path)
    office.fill(path, "c1", "red_flags", second_decision="Resolved", second_reviewer="Bo Beispiel")
    office.send(path)
    office.flags["c1"] = ["watched_good", "first_shipments", "round_trip"]
    row = next(row for row in office.rows(office.report()) if row["Relation"] == "red flags")
    assert (row["Status"], row["Previous decision"]) == ("Open", None)


def test_decisions_on_names_are_none_on_flags(office, false_positive) -> None:
    path = _office(office)
    office.fill(path, "c1", "red_flags", **false_positive())
    answer = office.send(path).answers[0]
    assert answer.answer == "refused"
    assert "choose one of Resolved, Not resolved: stop, Pending information, Escalate" in answer.said


def test_a_seller_that_no_government_has_listed_comes_on_the_firms_own_list(office) -> None:
    office.matches = []
    path = _office(office)
    office.fill(path, "c1", "red_flags", **STOP, internal_until=date(2027, 6, 1))
    office.send(path)
    assert office.alert("c1", "red_flags")["data"]["hold"] is True
    office.fill(path, "c1", "red_flags", second_decision="Not resolved: stop", second_reviewer="Bo Beispiel")
    done = office.send(path)
    assert "the firm's own list has 1 entries now (in force)" in done.notes
    text = next((office.folder / "data/internal").glob("*.csv")).read_text(encoding="utf-8")
    assert "Merkez Kimya" in text
