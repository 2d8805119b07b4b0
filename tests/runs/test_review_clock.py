"""A clock that stood wrong for one run: what it raised can be decided on, and is late when it is late."""

from __future__ import annotations

from datetime import UTC, date, datetime

from .conftest import MONDAY


def test_a_run_in_a_year_to_come_does_not_bar_decisions_for_ever(office) -> None:
    office.now = datetime(2099, 1, 1, tzinfo=UTC)
    office.subjects = office.subjects[3:]
    office.report()
    office.now = MONDAY  # the clock is put right
    office.pass_days(1)
    path = office.report()
    assert office.alert("c4")["first_raised"] == "2099-01-01T00:00:00Z"
    office.fill(path, "c4", decision="Escalate", reason="ask", reviewer="Ada Example", decided_on="2026-11-24")
    done = office.send(path)
    assert [(each.answer, each.said) for each in done.answers] == [("accepted", "accepted")]
    assert office.store.verify() == []


def test_what_is_raised_later_is_of_its_day_and_due_in_time(office) -> None:
    office.subjects, rest = office.subjects[3:], office.subjects
    office.now = datetime(2099, 1, 1, tzinfo=UTC)
    office.report()
    office.now = MONDAY
    office.subjects = rest
    office.report()
    critical = office.alert("c1")
    assert critical["first_raised"] == "2026-11-23T09:00:00Z"
    levels, today = office.desk.levels, MONDAY.date()
    assert levels.due(critical, today) == date(2026, 11, 23)
    assert levels.due(office.alert("c4"), today) == levels.after(today, levels.days[office.alert("c4")["priority"]])
    assert [event["kind"] for event in office.store.events(kinds=["clock_back"])] == ["clock_back"]
