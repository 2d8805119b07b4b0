"""What people and their programs do to a workbook between the run and the import: taken as it was meant, or said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from screening.alerts.submissions import as_day


def edit(path: Path, work: Callable[[Any], None]) -> None:
    book = openpyxl.load_workbook(path)
    work(book)
    book.save(path)


def said(done) -> list[tuple[str, str]]:
    return [(each.answer, each.said) for each in done.answers]


def decide_in_a_copy(path: Path, office, on: str, **values: Any) -> None:
    """Duplicate the sheet, as its tab's menu does, and decide in the copy."""

    def work(book) -> None:
        copy = book.copy_worksheet(book["Alerts"])
        copy.title = "Alerts (2)"
        heads = {cell.value: cell.column for cell in copy[2]}
        row = next(row for row in range(3, copy.max_row + 1) if copy.cell(row, heads["Subject ID"]).value == on)
        for heading, value in values.items():
            copy.cell(row, heads[heading.replace("_", " ")]).value = value

    edit(path, work)


def test_decisions_in_a_copy_of_the_sheet_are_taken_and_said(office) -> None:
    path = office.report()
    decide_in_a_copy(path, office, "c4", Decision="Escalate", Reason="ask the desk", Reviewer="Ada Example")
    done = office.send(path)
    assert said(done) == [("accepted", "on sheet 'Alerts (2)': accepted")]
    assert done.notes == ("the sheet 'Alerts (2)', a copy of Alerts, was read as well: it says more",)
    assert office.alert("c4")["state"] == "escalated"


def test_a_copy_that_says_otherwise_is_refused_with_both_places(office, false_positive) -> None:
    path = office.report()
    office.fill(path, "c4", **false_positive(reason_code="COUNTRY"))
    decide_in_a_copy(path, office, "c4", Decision="Escalate", Reason="ask the desk", Reviewer="Ada Example")
    done = office.send(path)
    assert done.counts["refused"] == 2
    answers = "\n".join(each.said for each in done.answers)
    assert "of 'Alerts (2)' says something else on the same alert" in answers
    assert "on sheet 'Alerts (2)': row " in answers
    assert office.alert("c4")["state"] == "open"


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-23", "2026/11/23", "2026.11.23", "20261123", "23.11.2026", "23/11/2026", "11/23/2026", "23 Nov 2026",
        "23-Nov-2026", "Nov 23, 2026", "November 23rd, 2026", "23. November 2026", "23 novembre 2026",
        "23 ноября 2026", "2026年11月23日", " 2026-11-23 ", "2026-11-23 10:15", "2026-11-23T10:15:00Z",
        date(2026, 11, 23), datetime(2026, 11, 23, 10, 15),
    ],
)  # fmt: skip
def test_a_date_is_read_in_whatever_style(written: Any) -> None:
    assert as_day(written) == date(2026, 11, 23)


@pytest.mark.parametrize("written", ["23 Nov 2026", 46349, 46349.4])
def test_a_day_as_text_or_as_a_number_that_lost_its_format_is_that_day(office, written: Any) -> None:
    path = office.report()
    office.fill(path, "c4", decision="Escalate", reason="ask", reviewer="Ada Example", decided_on=written)
    assert said(office.send(path)) == [("accepted", "accepted")]
    (kept,) = office.store.decisions()
    assert kept["decided_on"] == "2026-11-23"


@pytest.mark.parametrize("written", ["11/12/2026"])
def test_a_date_that_can_be_read_in_two_ways_is_refused(office, written: str) -> None:
    path = office.report()
    office.fill(path, "c4", decision="Escalate", reason="ask", reviewer="Ada Example", decided_on=written)
    [(answer, why)] = said(office.send(path))
    assert answer == "refused"
    assert why == f"Decided on {written!r} can be read in two ways: write 2026-12-11 or 2026-11-12"


@pytest.mark.parametrize(
    "written", ["yesterday", "2026", "Nov 2026", "23.11.26", "32.11.2026", "2026-13-01", "x" * 500]
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert as_day(written) is None


def test_case_spaces_and_marks_nobody_sees_do_not_matter(office) -> None:
    typed = {
        "c1": (" ESCALATE ", "ADA  EXAMPLE "),
        "c2": ("escalate\u00a0", "\u00a0Ada Example"),
        "c3": ("Es\u200bcalate", "Ada\u2009Example"),
        "c4": ("\ufeffEscalate", "ada@EXAMPLE.org"),
    }
    path = office.report()
    for on, (decision, reviewer) in typed.items():
        office.fill(path, on, decision=decision, reason="ask", reviewer=reviewer)
    assert said(office.send(path)) == [("accepted", "accepted")] * 4
    assert {(row["decision"], row["reviewer"]) for row in office.store.decisions()} == {("escalate", "Ada Example")}


@pytest.mark.parametrize("codes", ["dob, country", "DOB / COUNTRY", "DOB &\nCOUNTRY"])
def test_several_reason_codes_are_parted_as_people_part_them(office, false_positive, codes: str) -> None:
    path = office.report()
    office.fill(path, "c1", **false_positive(reason_code=codes))
    assert office.send(path).counts["accepted"] == 1
    (kept,) = office.store.decisions()
    assert kept["reason_code"] == "DOB, COUNTRY"


def test_an_old_copy_sent_after_a_new_run_is_taken_where_nothing_changed(office, false_positive) -> None:
    old = office.report()
    office.pass_days(1)
    office.report()
    office.fill(old, "c4", decision="Escalate", reason="ask", reviewer="Ada Example")
    assert said(office.send(old)) == [("accepted", "accepted")]


def test_an_old_copy_sent_after_a_colleague_decided_otherwise_escalates(office, false_positive) -> None:
    old = office.report()
    other = old.with_name("bo.xlsx")
    other.write_bytes(old.read_bytes())
    office.fill(other, "c2", "first", decision="Pending information", reason="asked them", reviewer="Bo Beispiel")
    office.send(other)
    office.pass_days(1)
    office.report()
    office.fill(old, "c2", decision="Escalate", reason="ask", reviewer="Ada Example")
    assert said(office.send(old)) == [
        ("accepted", "accepted and escalated: Bo Beispiel decided otherwise, both are kept")
    ]
    assert len(office.store.decisions(office.alert("c2")["alert_id"])) == 2


def test_nobody_approves_an_own_decision_under_another_spelling(office, true_match) -> None:
    path = office.report()
    office.fill(path, "c3", **true_match(reviewer="Cy Ejemplo"))
    office.send(path)
    office.fill(path, "c3", second_decision="true match: PROHIBITED", second_reviewer="CY  ejemplo")
    [(answer, why)] = said(office.send(path))
    assert answer == "refused"
    assert why == "Cy Ejemplo decided first: the second reviewer must be another"
    assert office.alert("c3")["state"] == "pending_second_review"


def test_filters_tables_and_frozen_panes_of_a_program_change_nothing(office) -> None:
    path = office.report()
    office.fill(path, "c4", decision="Escalate", reason="ask", reviewer="Ada Example")

    def work(book) -> None:
        sheet = book["Alerts"]
        sheet.auto_filter.ref = f"A2:Z{sheet.max_row}"
        sheet.auto_filter.add_filter_column(0, ["nothing"])
        sheet.freeze_panes = "C5"
        for row in range(3, sheet.max_row + 1):
            sheet.row_dimensions[row].hidden = True
        sheet.insert_rows(1)
        sheet.cell(1, 1).value = "Reviewed by Ada on Monday"

    edit(path, work)
    assert said(office.send(path)) == [("accepted", "accepted")]


@pytest.mark.parametrize("heading", ["DECISION\n", "Deci\u00a0sion"])
def test_a_heading_that_was_touched_is_found_or_said(office, heading: str) -> None:
    from screening.errors import InputError

    path = office.report()
    office.fill(path, "c4", decision="Escalate", reason="ask", reviewer="Ada Example")

    def work(book) -> None:
        for cell in book["Alerts"][2]:
            if cell.value == "Decision":
                cell.value = heading

    edit(path, work)
    if " " in heading.strip().replace("\u00a0", " "):
        with pytest.raises(InputError, match="has no sheet with the columns"):
            office.send(path)
    else:
        assert said(office.send(path)) == [("accepted", "accepted")]


@pytest.mark.parametrize("heading", ["Reviewer", "Second decision"])
def test_a_column_of_answers_that_was_renamed_is_not_lost_silently(office, heading: str) -> None:
    path = office.report()
    office.fill(
        path, "c4", decision="Escalate", reason="ask", reviewer="Ada Example",
        second_decision="Escalate" if heading == "Second decision" else None,
    )  # fmt: skip

    def work(book) -> None:
        for cell in book["Alerts"][2]:
            if cell.value == heading:
                cell.value = f"{heading} (mine)"

    edit(path, work)
    done = office.send(path)
    assert any(heading in note for note in done.notes), done.notes
