"""A whole morning: the report goes out, comes back from LibreOffice, and what it says holds the next day."""

from __future__ import annotations

import openpyxl

from screening import reference
from screening.alerts import reviewers

_GIVEN = {
    "decision": '"False positive"',
    "reason_code": '"DOB"',
    "reason": '"doğum günü başka"',
    "reviewer": '"Ada Example"',
    "decided_on": '"2026-11-23"',
}


def test_a_report_sorted_and_filled_in_libreoffice_is_imported(office, libreoffice, alerts_macro) -> None:
    path = office.report()
    saved = path.with_name("saved.xlsx")
    libreoffice(path, saved, alerts_macro(5, _GIVEN, subject="c2"))
    done = office.send(saved)
    assert [each.said for each in done.answers] == ["accepted: waits for a second reviewer (it will be remembered)"]
    assert done.blank == 4
    (kept,) = office.store.decisions()
    assert (kept["reason"], kept["decided_on"]) == ("doğum günü başka", "2026-11-23")
    office.fill(saved, "c2", second_decision="False positive", second_reviewer="Bo Beispiel")
    assert office.send(saved).answers[0].said == "accepted: approved"
    office.pass_days(1)
    assert "c2" not in {row["Subject ID"] for row in office.rows(office.report())}


def test_the_report_shows_what_waits_with_the_trend(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c4", **false_positive(reason_code="OTHER"))
    office.send(path)
    office.subjects = [row for row in office.subjects if row["subject_id"] != "c3"]
    office.pass_days(1)
    sheet = openpyxl.load_workbook(office.report())["Management"]
    assert len(sheet._charts) == 1
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(at for at, row in enumerate(values) if row[0] == "Run")
    first, second = (dict(zip(values[head], row, strict=True)) for row in values[head + 1 : head + 3])
    assert (first["Run"], first["New"], first["Open after it"], first["Closed since"]) == ("run-1", 5, 5, 0)
    # c4 was closed by a person and came back with the run, for it cannot be remembered; c3 is gone
    assert (second["Closed since"], second["Gone"], second["Open after it"]) == (1, 1, 4)


def test_decided_alerts_are_counted_in_the_summary(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c2", **false_positive())
    office.send(path)
    office.fill(path, "c2", second_decision="False positive", second_reviewer="Bo Beispiel")
    office.send(path)
    sheet = openpyxl.load_workbook(office.report())["Summary"]
    rows = [[cell.value for cell in row][:2] for row in sheet.iter_rows()]
    at = next(n for n, row in enumerate(rows) if row[0] == "Decided before, raised again, not put before a reviewer")
    assert ["False positive", 1] in rows[at : at + 4]


def test_the_example_of_reviewers_can_be_used_as_it_stands() -> None:
    people = reviewers.load(reference.lists_dir() / "demo" / "reviewers.toml")
    assert people.four_eyes
    assert people.names == ["Ada Example", "Bo Beispiel"]
