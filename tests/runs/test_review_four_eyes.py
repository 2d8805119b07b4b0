from __future__ import annotations

from datetime import date, timedelta

import pytest

SECOND = {"second_decision": "False positive", "second_reviewer": "Bo Beispiel", "second_reason": "checked"}


def _one(done) -> tuple[str, str]:
    (answer,) = done.answers
    return answer.answer, answer.said


def _first(office, false_positive, on="c2", **changed):
    path = office.report()
    office.fill(path, on, **false_positive(**changed))
    done = office.send(path)
    assert done.counts["accepted"] == 1
    return path


@pytest.mark.parametrize(
    ("on", "code", "waits"),
    [
        ("c2", "OTHER", "critical priority"),
        ("c2", "DOB", "it will be remembered"),
        ("c3", "OTHER", "high priority"),
        ("c3", "TYPE", ""),  # both are vessels: the field agrees, see the next test
        ("c4", "OTHER", ""),
    ],
)
def test_who_must_look_twice_at_a_false_positive(office, false_positive, on, code, waits) -> None:
    path = office.report()
    office.fill(path, on, **false_positive(reason_code=code))
    answer, said = _one(office.send(path))
    if code == "TYPE":
        assert (answer, said) == ("refused", "the reason code TYPE names a field that agrees")
    elif waits:
        assert said == f"accepted: waits for a second reviewer ({waits})"
        assert office.alert(on)["state"] == "pending_second_review"
    else:
        assert said == f"accepted; open again with the next run, as {code} cannot be remembered"
        assert office.alert(on)["state"] == "false_positive"


def test_a_proposed_true_match_counts_as_hold(office, true_match) -> None:
    path = office.report()
    office.fill(path, "c4", **true_match())
    assert _one(office.send(path))[1] == "accepted: waits for a second reviewer (a true match); on hold until then"
    assert office.alert("c4")["data"]["hold"] is True
    row = next(row for row in office.rows(office.report()) if row["Subject ID"] == "c4")
    assert row["Status"] == "Pending second review, on hold"
    assert (row["Decision"], row["Action"], row["Reviewer"]) == ("True match: prohibited", "blocked", "Ada Example")


def test_an_approver_closes_it_in_the_next_report(office, true_match) -> None:
    path = office.report()
    office.fill(path, "c4", **true_match())
    office.send(path)
    path = office.report()
    office.fill(path, "c4", **SECOND | {"second_decision": "True match: prohibited"})
    assert _one(office.send(path)) == ("accepted", "accepted: approved")
    alert = office.alert("c4")
    assert alert["state"] == "true_match"
    assert alert["data"]["report_due"] == "2026-12-08"  # ten business days after 23 November, Thanksgiving being none
    assert alert["data"]["hold"] is False
    assert [each["stage"] for each in office.store.decisions(alert["alert_id"])] == ["first", "second"]
    decided = next(
        row for row in office.rows(office.report(), "Decided") if row["Name as found"] == "Merkez Holding AS"
    )
    assert decided["Status"] == "True match"
    assert decided["Due"].date() == date(2026, 12, 8)  # the report to the authority
    assert "blocked" in decided["Decision"]


def test_an_approver_may_use_the_first_file_once_it_was_imported(office, false_positive) -> None:
    path = _first(office, false_positive)
    office.fill(path, "c2", **SECOND)
    assert _one(office.send(path)) == ("accepted", "accepted: approved")
    assert office.alert("c2")["state"] == "false_positive"
    assert _one(office.send(path)) == ("unchanged", "known already")


def test_both_decisions_in_one_import_are_refused(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c2", **false_positive(), **SECOND)
    assert "must come in separate imports" in _one(office.send(path))[1]
    assert office.store.decisions() == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"second_reviewer": "Ada Example"}, "Ada Example was no approver"),
        ({"second_reviewer": "Di Gone"}, "Di Gone was no approver"),
        ({"second_reviewer": "Eve"}, "'Eve' is not in reviewers.toml"),
        ({"second_reviewer": None}, "Second reviewer is missing"),
        ({"second_decision": None}, "Second decision is missing"),
        ({"second_date": date(2026, 11, 30)}, "lies in the future"),
        ({"second_decision": "Escalate", "second_reason": None}, "Second reason is missing"),
    ],
)
def test_a_second_decision_that_cannot_be_taken(office, false_positive, changed, said) -> None:
    path = _first(office, false_positive)
    office.fill(path, "c2", **SECOND | changed)
    answer, why = _one(office.send(path))
    assert answer == "refused"
    assert said in why
    assert office.alert("c2")["state"] == "pending_second_review"


def test_the_second_reviewer_must_be_another(office, false_positive) -> None:
    path = _first(office, false_positive, reviewer="Cy Ejemplo")
    office.fill(path, "c2", **SECOND | {"second_reviewer": "Cy Ejemplo"})
    assert "the second reviewer must be another" in _one(office.send(path))[1]


def test_a_second_decision_without_a_first_is_refused(office) -> None:
    path = office.report()
    office.fill(path, "c2", **SECOND)
    assert _one(office.send(path)) == ("refused", "no first decision waits for a second one")


def test_an_approver_must_have_seen_the_first_decision(office, false_positive) -> None:
    path = office.report()
    before = path.with_name("before.xlsx")
    before.write_bytes(path.read_bytes())
    office.fill(path, "c2", **false_positive())
    office.send(path)
    office.fill(before, "c2", **SECOND)
    assert "does not show the first decision" in _one(office.send(before))[1]


def test_the_first_decision_is_sealed(office, false_positive) -> None:
    path = _first(office, false_positive)
    office.fill(path, "c2", decision="Escalate")
    assert _one(office.send(path))[1].startswith("your first decision is sealed")


def test_two_reviewers_who_disagree_are_both_kept_and_the_alert_is_escalated(
    office, false_positive, true_match
) -> None:
    path = office.report()
    other = path.with_name("other.xlsx")
    other.write_bytes(path.read_bytes())
    office.fill(path, "c4", **false_positive(reason_code="OTHER"))
    office.fill(other, "c4", **true_match(reviewer="Cy Ejemplo"))
    office.send(path)
    answer, said = _one(office.send(other))
    assert (answer, said) == ("accepted", "accepted and escalated: Ada Example decided otherwise, both are kept")
    alert = office.alert("c4")
    assert alert["state"] == "escalated"
    assert {each["decision"] for each in office.store.decisions(alert["alert_id"])} == {
        "false_positive",
        "true_match_prohibited",
    }
    row = next(row for row in office.rows(office.report()) if row["Subject ID"] == "c4")
    assert row["Status"] == "Escalated: reviewers disagree"
    assert "Ada Example" in row["Previous decision"]
    assert "Cy Ejemplo" in row["Previous decision"]


def test_an_approver_who_disagrees_escalates(office, true_match) -> None:
    path = office.report()
    office.fill(path, "c4", **true_match())
    office.send(path)
    office.fill(path, "c4", **SECOND)
    assert _one(office.send(path))[1].startswith("accepted and escalated")
    assert office.alert("c4")["state"] == "escalated"
    assert office.alert("c4")["data"]["hold"] is True


def test_two_who_agree_still_wait_for_an_approver(office, true_match) -> None:
    path = office.report()
    other = path.with_name("other.xlsx")
    other.write_bytes(path.read_bytes())
    office.fill(path, "c4", **true_match())
    office.fill(other, "c4", **true_match(reviewer="Cy Ejemplo"))
    office.send(path)
    assert _one(office.send(other))[1] == "accepted: agrees, and still waits for an approver"
    assert office.alert("c4")["state"] == "pending_second_review"


def test_a_reversal_needs_a_second_reviewer(office, false_positive) -> None:
    path = _first(office, false_positive, on="c4", reason_code="OTHER")
    assert office.alert("c4")["state"] == "false_positive"
    office.fill(path, "c4", decision="Escalate", reason_code=None, reason="I was too quick")
    said = _one(office.send(path))[1]
    assert said == "accepted: waits for a second reviewer (it reverses what was decided)"


def test_four_eyes_can_be_switched_off_with_a_reason_only(office, false_positive) -> None:
    people = office.folder / "reviewers.toml"
    text = people.read_text(encoding="utf-8")
    people.write_text(f"four_eyes = false\n{text}", encoding="utf-8")
    from screening.errors import SettingsError

    with pytest.raises(SettingsError, match="four_eyes_reason"):
        _ = office.desk
    people.write_text(f'four_eyes = false\nfour_eyes_reason = "a firm of one"\n{text}', encoding="utf-8")
    path = office.report()
    office.fill(path, "c2", **false_positive())
    assert _one(office.send(path)) == ("accepted", "accepted")


def test_what_waits_for_a_second_look_keeps_its_due_day(office, false_positive) -> None:
    _first(office, false_positive)
    assert office.desk.levels.due(office.alert("c2")) == office.now.date()
    office.now += timedelta(days=3)
    assert office.desk.levels.due(office.alert("c2")) < office.now.date()
