"""The refused rows of an import as a small workbook with the reasons; put right there, it can be sent again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from screening.alerts.row_outcome import Outcome
from screening.reports import review_sheet
from screening.reports.alert_columns import ALERTS
from screening.reports.columns import Column
from screening.reports.page import make_folder, save_whole
from screening.reports.review_sheet import INPUTS, SEALED
from screening.reports.sheets import Workbook, first_row, write_table

_WHY: Final = Column("refused", "Why it was refused", 60, wrap=True, band="Alert")
_ROW: Final = Column("row", "Row in the file", 8, "number", band="Alert")
SHEET: Final = replace(ALERTS, columns=[_WHY, _ROW, *ALERTS.columns], frozen=3)


def write_refused(path: Path, outcomes: Sequence[Outcome], offered: dict[str, list[str]], title: str) -> Path:
    """Write the refused rows with what the reviewer filled in, their seals, and why they were refused.

    Raises:
        OutputError: It cannot be written.
    """
    import openpyxl

    make_folder(path)  # before any sheet is begun: one that is not saved cannot be left in peace
    book = openpyxl.Workbook(write_only=True)
    book.properties.creator, book.properties.title = "screening", title
    workbook = Workbook(book, banner="", footer=title)
    rows = [_row(each) for each in outcomes]
    first = first_row(workbook, SHEET)
    write_table(workbook, SHEET, rows, len(rows), review_sheet.drop_downs(offered, first, before=2))
    review_sheet.write_choices(workbook, offered)
    save_whole(book, path)
    return path


def _row(outcome: Outcome) -> dict[str, Any]:
    submission = outcome.row
    evidence = {column.key: submission.evidence.get(column.heading) for column in SEALED}
    given = {column.key: submission.given.get(column.key) for column in INPUTS}
    return {
        **{key: value if _is_cell(value) else str(value) for key, value in evidence.items()},
        **given,
        "alert_id": submission.alert_id,
        "seal": submission.seal,
        "refused": outcome.said,
        "row": submission.number,
    }


def _is_cell(value: Any) -> bool:
    from datetime import date

    return value is None or isinstance(value, str | int | float | date)
