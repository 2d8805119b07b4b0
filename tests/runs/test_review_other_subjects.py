"""A party that comes under another subject id: what was decided on it before is shown, and never applied."""

from __future__ import annotations

import pytest

SECOND = {"second_decision": "False positive", "second_reviewer": "Bo Beispiel"}


def _cleared(office, false_positive, on: str, code: str) -> None:
    path = office.report()
    office.fill(path, on, **false_positive(reason_code=code))
    office.send(path)
    if office.alert(on)["state"] == "pending_second_review":
        office.fill(path, on, **SECOND)
        office.send(path)
    assert office.alert(on)["state"] == "false_positive"


def _renumbered(office, on: str, **changed) -> None:
    """The customer under another id, or another customer beside it."""
    row = next(row for row in office.subjects if row["subject_id"] == on)
    office.subjects = [each for each in office.subjects if each is not row] + [row | changed | {"subject_id": "new"}]
    office.matches = [("new", *rest) if subject == on else (subject, *rest) for subject, *rest in office.matches]


def _row(office, on: str = "new"):
    return next(row for row in office.rows(office.report()) if row["Subject ID"] == on)


def test_the_decision_on_the_old_id_stands_beside_the_alert_of_the_new_one(office, false_positive) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    _renumbered(office, "c2")
    office.pass_days(1)
    for _ in range(2):  # until it is decided on, not on its first night alone
        row = _row(office)
        assert row["Status"] == "Open"
        said = row["Previous decision"]
        assert said.startswith("On another subject ID, c2 (same name, date; not applied here): Second look: ")
        assert "False positive (DOB), Ada Example, 2026-11-23: another birth date" in said
        assert row["Decision"] is None
    assert office.alert("new")["state"] == "open"
    assert office.store.decisions(office.alert("new")["alert_id"]) == []


def test_a_decision_of_its_own_goes_before_it(office, false_positive) -> None:
    _cleared(office, false_positive, "c2", "DOB")
    _renumbered(office, "c2")
    path = office.report()
    office.fill(path, "new", decision="Escalate", reason="who is it?", reviewer="Ada Example")
    office.send(path)
    own, other = _row(office)["Previous decision"].split("\n")[:2]
    assert own.startswith("Escalate")
    assert other.startswith("On another subject ID, c2")


@pytest.mark.parametrize(
    ("on", "code", "changed", "agrees"),
    [
        ("c2", "DOB", {"name": "AYŞE NUR KİMYAGER"}, "name, date"),
        ("c2", "DOB", {"country": ["DE"]}, "name, date"),
        ("c4", "COUNTRY", {}, "name, country"),
    ],
    ids=["the name in capitals", "who moved to another country", "a firm of which no more is known than where it is"],
)
def test_it_is_the_same_party(office, false_positive, on: str, code: str, changed, agrees: str) -> None:
    office.subjects[3]["country"] = ["DE"]
    _cleared(office, false_positive, on, code)
    _renumbered(office, on, **changed)
    assert _row(office)["Previous decision"].startswith(
        f"On another subject ID, {on} (same {agrees}; not applied here)"
    )


@pytest.mark.parametrize(
    ("on", "code", "changed"),
    [
        ("c2", "DOB", {"name": "Ayşe Gül Kimyager"}),
        ("c2", "DOB", {"birth_date": "1991-01-02"}),
        ("c2", "DOB", {"birth_date": None}),
        ("c4", "COUNTRY", {"country": ["FR"]}),
        ("c4", "COUNTRY", {"identifiers": [{"type": "Tax ID", "number": "77", "country": "DE"}]}),
    ],
    ids=["another name", "another birth date", "a date on one side only", "another country", "a number on one side"],
)
def test_it_may_be_another_party(office, false_positive, on: str, code: str, changed) -> None:
    office.subjects[3]["country"] = ["DE"]
    _cleared(office, false_positive, on, code)
    _renumbered(office, on, **changed)
    assert _row(office)["Previous decision"] is None


def test_a_decision_on_another_entry_says_nothing_of_this_one(office, false_positive) -> None:
    _cleared(office, false_positive, "c1", "COUNTRY")  # of the first list; nobody decided on the second
    office.subjects.append(office.subjects[0] | {"subject_id": "new"})
    office.matches = [*office.matches, ("new", "second", "X1")]
    assert _row(office)["Previous decision"] is None
