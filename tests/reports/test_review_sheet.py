from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import to_excel

from screening.alerts.review_rules import load
from screening.reports import alert_columns, review_sheet, write_run
from screening.reports.review_sheet import SEALED, read_review

LABELS = [column.heading for column in alert_columns.ALERTS.columns]


def test_headings_of_a_reviewer_are_those_of_the_issue() -> None:
    wanted = {"Party group", "Due", "Assigned to", "Previous decision", "Action", "Action reference"}
    wanted |= {"Apply to group", "Second decision", "Second reason", "Second reviewer", "Second date"}
    assert wanted <= set(LABELS)


def test_every_row_is_sealed_and_reads_back_whole(reviewed, sealer) -> None:
    reviewed.fill({"Decision": "Escalate", "Reason": "look at it", "Reviewer": "Ada Example"})
    got = read_review(reviewed.path)
    assert len(got.rows) == 4
    for row in got.rows:
        seal, changed = sealer.opened(row.seal, row.alert_id, row.evidence)
        assert seal is not None
        assert (seal.store_id, seal.seen, changed) == ("store1", 0, [])
        assert row.given == {"decision": "Escalate", "reason": "look at it", "reviewer": "Ada Example"}


def test_alerts_nothing_was_filled_in_for_are_counted(reviewed) -> None:
    got = read_review(reviewed.path)
    assert (got.rows, got.blank) == ([], 4)


@pytest.mark.parametrize("heading", ["Name as found", "Score", "Priority", "Country", "First raised", "Why it matched"])
def test_a_changed_cell_of_evidence_is_named(reviewed, sealer, heading: str) -> None:
    reviewed.fill({"Decision": "Escalate"})
    reviewed.set(3, heading, 0.5 if heading == "Score" else "another")
    row = read_review(reviewed.path).rows[0]
    assert sealer.opened(row.seal, row.alert_id, row.evidence)[1] == [heading]


def test_every_sealed_column_is_noticed(reviewed, sealer) -> None:
    reviewed.fill({"Decision": "Escalate"})
    row = read_review(reviewed.path).rows[0]
    for column in SEALED:
        changed = {**row.evidence, column.heading: f"{row.evidence[column.heading] or ''} x"}
        alert_id = f"{row.alert_id} x" if column.key == "alert_id" else row.alert_id
        assert sealer.opened(row.seal, alert_id, changed)[1]


def test_a_seal_taken_from_another_row_is_no_seal(reviewed, sealer) -> None:
    reviewed.fill({"Decision": "Escalate"})
    first, second = read_review(reviewed.path).rows[:2]
    assert sealer.opened(second.seal, first.alert_id, first.evidence)[1]


def test_one_column_sorted_without_the_others_is_noticed(reviewed, sealer) -> None:
    reviewed.fill({"Decision": "Escalate"})
    names = [reviewed.get(row, "Name as found") for row in range(3, 7)]
    for row, name in zip(range(3, 7), reversed(names), strict=True):
        reviewed.set(row, "Name as found", name)
    for row in read_review(reviewed.path).rows:
        assert "Name as found" in sealer.opened(row.seal, row.alert_id, row.evidence)[1]


def test_rows_and_columns_may_be_moved_hidden_added_and_annotated(reviewed, sealer) -> None:
    reviewed.fill({"Decision": "Escalate", "Decided on": date(2026, 11, 23)})
    book = openpyxl.load_workbook(reviewed.path)
    sheet = book["Alerts"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    heads = [cell.value for cell in sheet[2]]
    del book["Alerts"]
    moved = book.create_sheet("Alerts", 1)
    moved.append(["My notes, made on Monday"])
    order = list(reversed(range(len(heads))))
    moved.append(["My own column", *(f"  {heads[at].upper()} " for at in order), "Another"])
    for row in reversed(rows):
        moved.append(["a note", *(row[at] for at in order), 7])
    moved.row_dimensions[4].hidden = True
    moved.column_dimensions["C"].hidden = True
    moved.auto_filter.ref = "A2:C6"
    book.save(reviewed.path)
    got = read_review(reviewed.path)
    assert len(got.rows) == 4
    assert all(sealer.opened(row.seal, row.alert_id, row.evidence)[1] == [] for row in got.rows)
    assert got.rows[0].given == {"decision": "Escalate", "decided_on": datetime(2026, 11, 23)}


def test_a_program_that_keeps_values_and_loses_all_formats_breaks_no_seal(reviewed, sealer) -> None:
    reviewed.fill({"Decision": "Escalate", "Decided on": date(2026, 11, 23)})
    book = openpyxl.load_workbook(reviewed.path)
    plain = openpyxl.Workbook(write_only=True)
    sheet = plain.create_sheet("Alerts")
    for row in book["Alerts"].iter_rows():
        values = [cell.value for cell in row]
        sheet.append([to_excel(value) if isinstance(value, date) else value for value in values])
    plain.save(reviewed.path)
    got = read_review(reviewed.path)
    assert len(got.rows) == 4
    assert all(sealer.opened(row.seal, row.alert_id, row.evidence)[1] == [] for row in got.rows)
    assert got.rows[0].given["decided_on"] == datetime(2026, 11, 23)


def test_a_column_of_evidence_that_was_taken_out_is_noticed(reviewed, sealer) -> None:
    reviewed.fill({"Decision": "Escalate"})
    book = openpyxl.load_workbook(reviewed.path)
    book["Alerts"].delete_cols(LABELS.index("Context") + 1)
    book.save(reviewed.path)
    row = read_review(reviewed.path).rows[0]
    assert sealer.opened(row.seal, row.alert_id, row.evidence)[1]


def test_what_the_store_knows_stands_in_the_row(make_run, review_facts, tmp_path: Path) -> None:
    run = make_run()
    alert_id = run.hits.column("alert_id").to_pylist()[0]
    standing = {
        "status": "Pending second review",
        "why_now": "new",
        "first_raised": "2026-11-22T10:15:00Z",
        "open": True,
        "due": date(2026, 11, 24),
        "assigned_to": "Ada Example",
        "previous_decision": "False positive",
        "given": {"decision": "False positive", "reviewer": "Ada Example"},
        "seen": 1,
    }
    path = write_run(tmp_path, make_run(review=review_facts, standings={alert_id: standing}))
    sheet = openpyxl.load_workbook(path / "report.xlsx")["Alerts"]
    row = next(row for row in sheet.iter_rows(min_row=3, values_only=True) if row[0] == alert_id)
    got = dict(zip(LABELS, row, strict=True))
    assert got["Status"] == "Pending second review"
    assert got["Due"] == datetime(2026, 11, 24)
    assert (got["Decision"], got["Reviewer"], got["Assigned to"]) == ("False positive", "Ada Example", "Ada Example")


def test_decided_alerts_are_listed_apart_and_not_put_before_a_reviewer(make_run, review_facts, tmp_path: Path) -> None:
    run = make_run()
    alert_id = run.hits.column("alert_id").to_pylist()[0]
    standing = {"status": "False positive", "why_now": "", "first_raised": "", "open": False}
    standing |= {"until": date(2027, 11, 22), "previous_decision": "DOB"}
    path = write_run(tmp_path, make_run(review=review_facts, standings={alert_id: standing}))
    book = openpyxl.load_workbook(path / "report.xlsx")
    assert alert_id not in {cell.value for cell in book["Alerts"]["A"]}
    decided = [[cell.value for cell in row] for row in book["Decided"].iter_rows()]
    row = dict(zip(decided[0], decided[1], strict=True))
    assert (row["Alert ID"], row["Status"], row["Decision"]) == (alert_id, "False positive", "DOB")
    assert row["Holds until"] == datetime(2027, 11, 22)


def test_drop_downs_follow_the_kind_of_alert(make_run, flag_alerts, tmp_path: Path) -> None:
    path = write_run(tmp_path, make_run(flag_alerts=flag_alerts))
    book = openpyxl.load_workbook(path / "report.xlsx")
    sheet, choices = book["Alerts"], book["Choices"]
    assert choices.sheet_state == "hidden"
    listed = {column[1].value: [cell.value for cell in column[2:] if cell.value] for column in choices.columns}
    rules = load()
    assert listed["decision list_match"] == rules.offered("list_match")
    assert listed["decision red_flags"] == ["Resolved", "Not resolved: stop", "Pending information", "Escalate"]
    assert listed["reason_code"] == ["DOB", "COUNTRY", "TYPE", "ID", "ADDRESS", "NAME-DISTINCTIVE", "OTHER"]
    formulas = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    letter = openpyxl.utils.get_column_letter(LABELS.index("Decision") + 1)
    formula = formulas[f"{letter}3:{letter}7"]
    assert formula == 'IF($C3="red flags",Choices!$B$3:$B$6,Choices!$A$3:$A$7)'
    assert alert_columns.ALERTS.columns[2].key == "relation"


def test_party_alerts_stand_among_the_others_by_priority(make_run, flag_alerts, review_facts, tmp_path: Path) -> None:
    path = write_run(tmp_path, make_run(flag_alerts=flag_alerts, review=review_facts))
    sheet = openpyxl.load_workbook(path / "report.xlsx")["Alerts"]
    rows = [dict(zip(LABELS, row, strict=True)) for row in sheet.iter_rows(min_row=3, values_only=True)]
    assert [row["Priority"] for row in rows] == ["critical", "critical", "high", "high", "medium"]
    flagged = next(row for row in rows if row["Relation"] == "red flags")
    assert flagged["Name as found"] == "Deniz Selüloz"
    assert "first shipments" in flagged["Primary name"]
    assert flagged["Seal"]


def test_the_places_of_alerts_follow_their_rows(make_run, flag_alerts, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_run(tmp_path, make_run(flag_alerts=flag_alerts)) / "report.xlsx")
    for cell in book["Evidence"]["A"][1:]:
        assert book["Alerts"][cell.hyperlink.location.split("!")[1]].value == cell.value


def test_the_party_group_is_the_same_on_every_list(make_run, snapshot, tmp_path: Path) -> None:
    from screening.reports.alerts import party_group

    groups = {("a", "1"): [("b", "2")], ("b", "2"): [("a", "1")]}
    assert party_group("s", ("a", "1"), groups) == party_group("s", ("b", "2"), groups)
    assert party_group("s", ("a", "1"), groups) != party_group("t", ("a", "1"), groups)
    assert party_group("s", ("a", "1"), groups) != party_group("s", ("c", "1"), groups)


def test_offers_name_the_people_who_may_decide() -> None:
    offered = review_sheet.offers(load(), ["Ada Example"], ["Bo Beispiel"])
    assert (offered["reviewer"], offered["approver"]) == (["Ada Example"], ["Bo Beispiel"])
