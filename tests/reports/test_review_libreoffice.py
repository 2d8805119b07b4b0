"""A reviewer's morning in LibreOffice: open, sort, filter, fill, save as XLSX."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl

from screening.reports.alert_columns import ALERTS
from screening.reports.review_sheet import read_review

_KEYS = [column.key for column in ALERTS.columns]
_FILTER = f"""\
    all = sheet.getCellRangeByPosition(0, 1, {len(_KEYS) - 1}, 5)
    filter = all.createFilterDescriptor(True)
    wanted(0).Field = {_KEYS.index("priority")}
    wanted(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
    wanted(0).IsNumeric = False
    wanted(0).StringValue = "critical"
    filter.ContainsHeader = True
    filter.setFilterFields(wanted())
    all.filter(filter)
    sheet.Columns.getByIndex({_KEYS.index("context")}).IsVisible = False
"""
_GIVEN = {
    "decision": '"False positive"',
    "reason": '"Başka bir gün" & Chr(10) & "другой"',
    "decided_on": '"2026-11-23"',
}


def test_a_report_comes_back_whole_from_libreoffice(
    reviewed, sealer, libreoffice, alerts_macro, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.xlsx"
    libreoffice(reviewed.path, saved, alerts_macro(4, _GIVEN, _FILTER))
    sheet = openpyxl.load_workbook(saved)["Alerts"]
    before = [reviewed.get(row, "Name as found") for row in range(3, 7)]
    after = [sheet.cell(row, _KEYS.index("name") + 1).value for row in range(3, 7)]
    assert after != before  # it was sorted
    assert sorted(after) == sorted(before)
    assert any(sheet.row_dimensions[row].hidden for row in range(3, 7))  # and filtered
    assert any("red flags" in str(rule.formula1) for rule in sheet.data_validations.dataValidation)
    got = read_review(saved)
    assert len(got.rows) == 4
    for row in got.rows:
        assert sealer.opened(row.seal, row.alert_id, row.evidence)[1] == []
        assert row.given == {
            "decision": "False positive",
            "reason": "Başka bir gün\nдругой",
            "decided_on": datetime(2026, 11, 23),
        }
