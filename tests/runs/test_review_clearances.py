"""What was cleared stays away as long as nothing changed, and no longer than it may."""

from __future__ import annotations

import pytest

from screening.alerts.waiting import waiting

SECOND = {"second_decision": "False positive", "second_reviewer": "Bo Beispiel"}


def _cleared(office, false_positive, on: str, code: str) -> None:
    path = office.report()
    office.fill(path, on, **false_positive(reason_code=code))
    office.send(path)
    if office.alert(on)["state"] == "pending_second_review":
        office.fill(path, on, **SECOND)
        office.send(path)
    assert office.alert(on)["state"] == "false_positive"


def _shown(office, on: str):
    path = office.report()
    mine = [row for row in office.rows(path) if row["Subject ID"] == on]
    decided = [row for row in office.rows(path, "Decided") if row["Alert ID"] == office.alert(on)["alert_id"]]
    return mine, decided


def test_what_was_cleared_does_not_come_back_and_is_listed(office, false_positive) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    office.pass_days(1)
    mine, decided = _shown(office, "c2")
    assert mine == []
    assert decided[0]["Status"] == "False positive"
    assert decided[0]["Holds until"].date().isoformat() == "2027-05-23"  # six months: it is critical
    assert "another birth date" in decided[0]["Decision"]


def test_of_less_than_critical_it_holds_twelve_months(office, false_positive) -> None:
    office.subjects[3]["country"] = ["DE"]
    _cleared(office, false_positive, "c4", "COUNTRY")
    assert office.alert("c4")["data"]["clearance"]["until"] == "2027-11-23"


def test_it_ends_and_comes_back_with_the_old_decision_beside_it(office, false_positive) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    office.pass_days(200)
    mine, decided = _shown(office, "c2")
    assert decided == []
    assert mine[0]["Status"] == "Review required"
    assert mine[0]["Why now"] == "the clearance of 2026-11-23 ended on 2027-05-23"
    assert "False positive (DOB), Ada Example, 2026-11-23: another birth date" in mine[0]["Previous decision"]
    assert mine[0]["Decision"] is None


CHANGES = {
    "a name of the entry": ('2,Person,"KIMYAGER, Ayse Nur"', '2,Person,"KIMYAGIR, Ayse Nur"'),
    "its birth date": ("1970-05-03", "1970-05-04"),
    "its country": ('Ayse Nur",primary,TR', 'Ayse Nur",primary,AZ'),
    "its address": ("TR,1970-05-03,,", 'TR,1970-05-03,"Kordon 1, Izmir",'),
    "its identifiers": ("TR,1970-05-03,,,,,", "TR,1970-05-03,,Passport,U1234567,TR,"),
    "its programme": ("T-1,asset_freeze,2023-02-03", "T-9,asset_freeze,2023-02-03"),
    "its measure": ("asset_freeze,2023-02-03", "asset_freeze;travel_ban,2023-02-03"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_any_change_in_the_entry_voids_it(office, false_positive, what: str) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    old, new = CHANGES[what]
    assert old in office.lists["first"]
    office.lists["first"] = office.lists["first"].replace(old, new)
    mine, _ = _shown(office, "c2")
    assert mine[0]["Status"] == "Review required", what


@pytest.mark.parametrize(
    "changed", [{"name": "Ayse Nur Kimyager"}, {"birth_date": "1970"}, {"country": ["AZ"]}, {"address": "Izmir"}]
)
def test_any_change_in_the_subject_voids_it(office, false_positive, changed) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    office.subjects[1] |= changed
    assert _shown(office, "c2")[0][0]["Status"] == "Review required"


def test_another_explanation_of_the_match_voids_it(office, false_positive, monkeypatch) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    hits = type(office)._hits

    def explained(self, subjects, snapshots):
        table = hits(self, subjects, snapshots)
        at = table.schema.get_field_index("explanation")
        texts = [f"{text}, otherwise" for text in table.column("explanation").to_pylist()]
        return table.set_column(at, table.schema.field(at), [texts])

    monkeypatch.setattr(type(office), "_hits", explained)
    assert _shown(office, "c2")[0][0]["Status"] == "Review required"


def test_it_hides_no_other_hit(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c1", **false_positive(reason_code="COUNTRY"))
    office.send(path)
    office.fill(path, "c1", **SECOND)
    office.send(path)
    mine, _ = _shown(office, "c1")
    assert [row["List"] for row in mine] == ["second"]


@pytest.mark.parametrize("code", ["NAME-DISTINCTIVE", "OTHER"])
def test_for_a_name_alone_nothing_is_remembered(office, false_positive, code: str) -> None:
    _cleared(office, false_positive, "c4", code)
    mine, decided = _shown(office, "c4")
    assert decided == []
    assert mine[0]["Status"] == "Review required"
    assert "cannot be remembered" in mine[0]["Why now"]
    assert "another birth date" in mine[0]["Previous decision"]


def test_only_what_is_remembered_is_counted_as_such(office, false_positive) -> None:
    _cleared(office, false_positive, "c4", "OTHER")
    _cleared(office, false_positive, "c2", "DOB")
    desk = office.desk
    assert waiting(office.store.alerts(), desk.levels, desk.today).cleared == 1


def test_for_a_name_alone_a_story_stays_cleared_and_the_next_story_is_another_alert(office, false_positive) -> None:
    office.subjects[3] |= {"role": "mention", "place": "A story"}
    _cleared(office, false_positive, "c4", "NAME-DISTINCTIVE")
    office.subjects.append({**office.subjects[3], "subject_id": "c5", "place": "The next story"})
    office.matches.append(("c5", "first", "4"))
    assert _shown(office, "c4")[0] == []
    assert _shown(office, "c5")[0][0]["Status"] == "Open"


def test_what_came_back_can_be_cleared_again_by_two(office, false_positive) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    office.pass_days(200)
    path = office.report()
    office.fill(path, "c2", **false_positive())
    assert "waits for a second reviewer" in office.send(path).answers[0].said
    office.fill(path, "c2", **SECOND)
    assert office.send(path).answers[0].said == "accepted: approved"
    assert office.alert("c2")["data"]["clearance"]["since"] == office.now.date().isoformat()


def test_what_ends_soon_is_put_before_a_reviewer_and_can_hold_longer(office, false_positive) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    office.pass_days(150)
    mine, decided = _shown(office, "c2")
    assert (mine, len(decided)) == ([], 1)
    office.pass_days(5)
    path = office.report()
    [mine] = [row for row in office.rows(path) if row["Subject ID"] == "c2"]
    assert mine["Status"] == "False positive to 2027-05-23: extend it, or let it end"
    assert "another birth date" in mine["Previous decision"]
    office.fill(path, "c2", **false_positive(reason="still another birth date"))
    assert "what is remembered is to hold longer" in office.send(path).answers[0].said
    office.fill(path, "c2", **SECOND)
    assert office.send(path).answers[0].said == "accepted: approved"
    held = office.alert("c2")["data"]["clearance"]
    assert (office.alert("c2")["state"], held["until"]) == ("false_positive", "2027-10-27")
    assert _shown(office, "c2")[0] == []


def test_what_is_let_end_ends_on_its_day(office, false_positive) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    office.pass_days(170)
    assert office.alert("c2")["state"] == "false_positive"
    assert len(_shown(office, "c2")[0]) == 1
    assert office.alert("c2")["state"] == "false_positive"  # shown, and cleared all the same
    office.pass_days(30)
    assert _shown(office, "c2")[0][0]["Status"] == "Review required"


def test_a_true_match_is_not_touched_by_a_change(office, true_match) -> None:
    path = office.report()
    office.fill(path, "c2", **true_match())
    office.send(path)
    office.fill(path, "c2", second_decision="True match: prohibited", second_reviewer="Bo Beispiel")
    office.send(path)
    office.subjects[1]["address"] = "Izmir"
    office.pass_days(400)
    office.report()
    assert office.alert("c2")["state"] == "true_match"


def test_the_trail_is_whole_after_all_of_it(office, false_positive) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    office.pass_days(200)
    office.report()
    assert office.store.verify(office.store.head()) == []
    assert [each["kind"] for each in office.store.events(kinds=["clearance_ended"])] == ["clearance_ended"]
