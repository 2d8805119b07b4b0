from __future__ import annotations

from datetime import date

import pytest

from screening.errors import ExitCode


def _said(done) -> list[tuple[str, str]]:
    return [(each.answer, each.said) for each in done.answers]


def test_what_was_decided_is_taken_and_the_file_kept(office) -> None:
    path = office.report()
    office.fill(path, "c4", decision="Escalate", reason="ask the desk", reviewer="ada@example.org")
    done = office.send(path)
    assert (done.counts, done.blank, done.exit_code) == (
        {"accepted": 1, "unchanged": 0, "refused": 0},
        4,
        ExitCode.DONE,
    )
    assert office.alert("c4")["state"] == "escalated"
    (kept,) = office.store.decisions(office.alert("c4")["alert_id"])
    assert (kept["decision"], kept["reviewer"], kept["account"]) == ("escalate", "Ada Example", "tester")
    assert (kept["decided_on"], kept["source"]) == ("2026-11-23", done.sha256)
    assert kept["data"]["reviewer_is"] == "attested: typed in a cell, not authenticated"
    assert done.kept is not None
    assert done.kept.read_bytes() == path.read_bytes()
    (event,) = office.store.events(kinds=["review_import"])
    assert (event["actor"], event["data"]["sha256"]) == ("tester", done.sha256)
    assert office.store.verify() == []


def test_importing_twice_does_nothing(office) -> None:
    path = office.report()
    office.fill(path, "c4", decision="Escalate", reason="ask the desk", reviewer="Ada Example")
    office.send(path)
    before = office.store.head()
    again = office.send(path)
    assert _said(again) == [("unchanged", "known already")]
    assert office.store.head() == before


def test_importing_a_file_with_refused_rows_twice_does_nothing_either(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c4", **false_positive(reason=None))
    office.send(path)
    before = office.store.head()
    assert office.send(path).counts["refused"] == 1
    assert office.store.head() == before


def test_a_file_saved_again_says_nothing_new(office) -> None:
    path = office.report()
    office.fill(path, "c4", decision="Escalate", reason="ask", reviewer="Ada Example", decided_on="2026-11-23")
    office.send(path)
    office.fill(path, "c4", decided_on=date(2026, 11, 23))
    assert _said(office.send(path)) == [("unchanged", "known already")]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"decision": "Perhaps"}, "'Perhaps' is no decision"),
        ({"decision": "Resolved"}, "'Resolved' is no decision on this kind of alert"),
        ({"decision": None}, "Decision is missing"),
        ({"reason": None}, "Reason is missing"),
        ({"reason_code": None}, "Reason code is missing"),
        ({"reason_code": "SHOESIZE"}, "'SHOESIZE' is no reason code"),
        ({"reviewer": None}, "Reviewer is missing"),
        ({"reviewer": "Eve Stranger"}, "'Eve Stranger' is not in reviewers.toml"),
        ({"reviewer": "Di Gone"}, "Di Gone was no reviewer on 2026-11-23"),
        ({"decided_on": date(2026, 11, 25)}, "lies in the future"),
        ({"decided_on": date(2026, 11, 20)}, "lies before the alert"),
        ({"decided_on": "11/12/26"}, "is no date"),
        ({"apply_to_group": "perhaps"}, "choose yes"),
        (
            {"apply_to_group": "yes", "reason_code": "NAME-DISTINCTIVE"},
            "for reasons of identity",
        ),
        ({"decision": "True match: prohibited", "reason_code": None}, "Action is missing"),
        ({"decision": "True match: prohibited", "reason_code": None, "action": "shout"}, "'shout' is no action"),
        (
            {"decision": "True match: prohibited", "reason_code": None, "action": "licence"},
            "Action reference is missing",
        ),
        ({"internal_until": date(2027, 1, 1)}, "Own list until goes with a true match"),
        (
            {"decision": "True match: prohibited", "action": "hold", "internal_until": date(2020, 1, 1)},
            "Own list until must be a day to come",
        ),
        ({"assigned_to": "Eve Stranger"}, "Assigned to 'Eve Stranger' is not in reviewers.toml"),
        ({"decision": "=1+1"}, "formula"),
        ({"name": "Somebody Else"}, "cells of evidence were changed: Name as found"),
        ({"score": 0.1}, "cells of evidence were changed: Score"),
        ({"priority": "low"}, "cells of evidence were changed: Priority"),
        ({"alert_id": "A-ANOTHER"}, "there is no alert A-ANOTHER"),
        ({"alert_id": None}, "names no alert"),
        ({"seal": None}, "has no seal"),
        ({"seal": "1.other.run.x.0.a.b"}, "of another store"),
    ],
)
def test_a_row_that_cannot_be_taken_is_refused_with_the_reason(office, false_positive, given, said: str) -> None:
    path = office.report()
    office.fill(path, "c4", **(false_positive(reason_code="OTHER") | given))
    done = office.send(path)
    assert [each.answer for each in done.answers] == ["refused"]
    assert said in done.answers[0].said
    assert done.exit_code == ExitCode.ROWS_REJECTED
    assert office.alert("c4")["state"] == "open"


def test_good_rows_are_taken_and_the_refused_come_back_to_be_put_right(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c4", **false_positive(reason_code="OTHER"))
    office.fill(path, "c3", **false_positive(reason_code="OTHER", reason=None))
    done = office.send(path)
    assert done.counts == {"accepted": 1, "unchanged": 0, "refused": 1}
    (row,) = office.rows(done.refused)
    assert row["Why it was refused"] == "Reason is missing"
    assert row["Name as found"] == "Mavi Yıldız"
    office.fill(done.refused, "c3", reason="another flag")
    again = office.send(done.refused)
    assert again.counts["accepted"] == 1
    assert again.refused is None


def test_refused_rows_are_kept_where_the_report_cannot_be_written_beside(office, false_positive, tmp_path) -> None:
    path = office.report()
    office.fill(path, "c4", **false_positive(reason=None))
    (tmp_path / "file").write_text("no folder")
    done = office.send(path, out=tmp_path / "file" / "refused.xlsx")
    assert done.refused == office.folder / "data" / "reviews" / f"{done.sha256}-refused.xlsx"
    assert done.refused.is_file()


def test_all_or_nothing_takes_nothing_when_a_row_is_refused(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c4", **false_positive(reason_code="OTHER"))
    office.fill(path, "c3", **false_positive(reason=None))
    done = office.send(path, all_or_nothing=True)
    assert done.counts == {"accepted": 0, "unchanged": 0, "refused": 2}
    assert office.store.decisions() == []
    assert office.alert("c4")["state"] == "open"


def test_an_alert_that_changed_since_is_refused(office, false_positive) -> None:
    path = office.report()
    office.lists["first"] = office.lists["first"].replace("4,Company,Merkez Holding", "4,Company,Merkez Holding Group")
    office.report()
    office.fill(path, "c4", **false_positive(reason_code="OTHER"))
    done = office.send(path)
    assert done.counts["refused"] == 1
    assert "the alert changed after this report was written" in done.answers[0].said


def test_a_report_of_another_store_is_refused(office, false_positive, tmp_path) -> None:
    path = office.report()
    office.fill(path, "c4", **false_positive())
    (tmp_path / "elsewhere").mkdir()
    other = type(office)(tmp_path / "elsewhere")
    other.report()
    assert other.send(path).answers[0].said == "the report is of another store"


def test_rows_that_differ_on_one_alert_are_all_refused(office, false_positive) -> None:
    import openpyxl

    path = office.report()
    office.fill(path, "c4", **false_positive(reason_code="OTHER"))
    book = openpyxl.load_workbook(path)
    sheet = book["Alerts"]
    row = next(row for row in sheet.iter_rows(min_row=3) if any(cell.value == "c4" for cell in row))
    values = [cell.value for cell in row]
    for _ in range(2):
        sheet.append(values)
    book.save(path)
    assert [each.answer for each in office.send(path).answers] == ["accepted", "unchanged", "unchanged"]
    office2 = openpyxl.load_workbook(path)
    values[values.index("another birth date")] = "something else"
    office2["Alerts"].append(values)
    office2.save(path)
    assert {each.answer for each in office.send(path).answers} == {"refused"}


def test_assigning_is_no_decision(office) -> None:
    path = office.report()
    office.fill(path, "c4", assigned_to="cy ejemplo")
    done = office.send(path)
    assert _said(done) == [("accepted", "assigned to Cy Ejemplo")]
    assert office.alert("c4")["data"]["assigned_to"] == "Cy Ejemplo"
    assert office.alert("c4")["state"] == "open"
    row = next(row for row in office.rows(office.report()) if row["Subject ID"] == "c4")
    assert row["Assigned to"] == "Cy Ejemplo"


def test_a_name_alone_decides_nothing(office) -> None:
    path = office.report()
    office.fill(path, "c4", reviewer="Ada Example")
    assert _said(office.send(path)) == [("refused", "a name or a date, and no decision")]


def test_one_decision_for_a_group_is_written_for_each_list(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c1", **false_positive(reason_code="COUNTRY", apply_to_group="yes"))
    done = office.send(path)
    assert done.counts["accepted"] == 1
    assert "with 1 more of its group" in done.answers[0].said
    assert {office.alert("c1", each)["state"] for each in ("first", "second")} == {"pending_second_review"}
    assert len(office.store.decisions()) == 2
    assert office.alert("c2")["state"] == "open"


@pytest.mark.parametrize("ticked", ["first", "second"])
def test_a_member_of_a_group_may_say_the_same_by_itself(office, false_positive, ticked: str) -> None:
    """Filled in all the way down, as spreadsheets do: whichever row comes first."""
    path = office.report()
    for each in ("first", "second"):
        more = {"apply_to_group": "yes"} if each == ticked else {}
        office.fill(path, "c1", each, **false_positive(reason_code="COUNTRY", **more))
    done = office.send(path)
    assert done.counts["refused"] == 0
    assert {office.alert("c1", each)["state"] for each in ("first", "second")} == {"pending_second_review"}
    assert len(office.store.decisions()) == 2
    again = office.send(path)
    assert (again.counts["unchanged"], again.counts["refused"]) == (2, 0)
    assert len(office.store.decisions()) == 2


def test_a_member_of_a_group_that_says_something_else_is_refused(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c1", **false_positive(reason_code="COUNTRY", apply_to_group="yes"))
    office.fill(path, "c1", "second", decision="Escalate", reason="not so sure", reviewer="Ada Example")
    done = office.send(path)
    assert sorted(each.answer for each in done.answers) == ["accepted", "refused"]
    assert "otherwise, and one of them applies to the group" in done.answers[1].said


def _elsewhere(office, subject: str = "c1") -> None:
    """A night on which the second list is not looked at: its alert stays open, and the report does not show it."""
    office.report()
    office.matches = [each for each in office.matches if each[1] != "second"]
    del office.lists["second"]
    alert = office.alert(subject, "second")
    office.store.append("reopened", alert_id=alert["alert_id"], state="open")


def test_a_decision_for_a_group_reaches_what_the_report_does_not_show(office, false_positive) -> None:
    _elsewhere(office)
    path = office.report()
    assert {row["List"] for row in office.rows(path)} == {"first"}
    other = office.alert("c1", "second")
    office.store.append("reopened", alert_id=other["alert_id"], state="open")
    office.fill(path, "c1", **false_positive(reason_code="COUNTRY", apply_to_group="yes"))
    said = office.send(path).answers[0].said
    assert f"with 1 more of its group, of which this report does not show {other['alert_id']} (second)" in said
    assert {office.alert("c1", each)["state"] for each in ("first", "second")} == {"pending_second_review"}
    assert office.send(path).counts["unchanged"] == 1


def test_what_nobody_saw_is_left_where_its_own_evidence_does_not_say_so(office, false_positive) -> None:
    office.lists["second"] = office.lists["second"].replace(",TR,", ",,")
    _elsewhere(office)
    path = office.report()
    other = office.alert("c1", "second")
    office.store.append("reopened", alert_id=other["alert_id"], state="open")
    office.fill(path, "c1", **false_positive(reason_code="COUNTRY", apply_to_group="yes"))
    said = office.send(path).answers[0].said
    assert f"not with {other['alert_id']} (second), which this report does not show" in said
    assert office.alert("c1", "second")["state"] == "open"


def test_a_report_of_what_was_blocked_is_due_in_ten_business_days_of_the_authority(office, true_match) -> None:
    """Not of the firm: Thanksgiving is none of them, the firm's own day off is one."""
    office.settings = {"holidays": ["2026-12-08"], "jurisdictions": {"first": "US"}}
    path = office.report()
    office.fill(path, "c2", **true_match())
    office.send(path)
    office.fill(path, "c2", second_decision="True match: prohibited", second_reviewer="Bo Beispiel")
    office.send(path)
    assert office.alert("c2")["data"]["report_due"] == "2026-12-08"


def test_a_reason_that_names_a_field_that_agrees_is_refused(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c4", **false_positive(reason_code="COUNTRY"))
    assert _said(office.send(path)) == [("refused", "the reason code COUNTRY names a field that agrees")]


def test_a_request_for_information_is_due_and_reminded(office) -> None:
    path = office.report()
    office.fill(path, "c4", decision="Pending information", reason="passport asked for", reviewer="Ada Example")
    office.send(path)
    alert = office.alert("c4")
    assert alert["state"] == "pending_information"
    levels = office.desk.levels
    assert levels.due(alert) == date(2026, 11, 30)  # five business days after Monday
    assert levels.reminder(alert) == date(2026, 11, 26)


def test_nobody_may_decide_without_a_file_of_reviewers(office) -> None:
    from screening.errors import SettingsError

    (office.folder / "reviewers.toml").unlink()
    path = office.report_path = None
    with pytest.raises(SettingsError, match="nobody may decide"):
        _ = office.desk
    assert path is None


@pytest.mark.parametrize(
    ("on", "code", "answer", "says"),
    [
        ("c1", "ID", "accepted", "waits for a second reviewer"),  # the tax number is the same
        ("c1", "DOB", "refused", "the reason code DOB says on a true match that this agrees, and here it is absent"),
        ("c2", "DOB", "refused", "the reason code DOB says on a true match that this agrees, and here it contradicts"),
        ("c1", "OTHER", "accepted", "waits for a second reviewer"),
    ],
)
def test_a_reason_code_of_a_true_match_names_what_agrees(
    office, true_match, on: str, code: str, answer: str, says: str
) -> None:
    office.subjects[0]["identifiers"] = [{"type": "Tax ID", "number": "1234567890", "country": "TR"}]
    office.subjects[0]["incorporated_on"] = None
    path = office.report()
    office.fill(path, on, **true_match(reason_code=code))
    [(given, why)] = _said(office.send(path))
    assert given == answer
    assert says in why


def test_what_is_left_open_may_name_a_field_that_agrees(office) -> None:
    path = office.report()
    row = {"decision": "Escalate", "reason_code": "COUNTRY", "reason": "ask", "reviewer": "Ada Example"}
    office.fill(path, "c4", **row)
    assert _said(office.send(path)) == [("accepted", "accepted")]
