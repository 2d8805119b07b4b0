"""The changes between snapshots as a workbook: a sheet "Changes", and one that says what was compared."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from screening.errors import OutputError
from screening.watchlists.diff import Changes

MAX_ROWS: Final = 1_048_575
"""Rows a sheet holds below its header."""
MAX_CHARACTERS: Final = 32_767
"""Characters a cell holds."""
COLUMNS: Final = (
    ("List", "list_id", 20),
    ("Entry ID", "entry_id", 14),
    ("Name", "name", 44),
    ("Change", "change", 11),
    ("What changed", "what", 22),
    ("Before", "before", 52),
    ("After", "after", 52),
)
_HEADER_FILL = PatternFill("solid", start_color="FF1F3864")
_FILLS = {
    "added": PatternFill("solid", start_color="FFE2EFDA"),
    "removed": PatternFill("solid", start_color="FFD9D9D9"),
}
"""Light green and grey: they differ in grey print too, and the word stands beside them."""


def write_changes(changes: Sequence[Changes], path: str | Path) -> None:
    """Write the workbook. All text is written as text, whatever it begins with; control characters are left
    out.

    Raises:
        OutputError: The file cannot be written.
    """
    target = Path(path)
    work = target.with_name(f".{target.name}-{uuid.uuid4().hex}")
    try:
        with work.open("wb") as stream:  # opened first: a write-only workbook cannot be abandoned half way
            book = Workbook(write_only=True)
            about, sheet = book.create_sheet("Compared"), book.create_sheet("Changes")
            book.move_sheet("Changes", -1)
            _about(about, changes, _changes(sheet, changes))
            book.save(stream)
        work.replace(target)
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", where=target) from error
    finally:
        work.unlink(missing_ok=True)


def _changes(sheet: Any, changes: Sequence[Changes]) -> int:
    """Fill the sheet and return how many rows it holds."""
    sheet.freeze_panes = "D2"
    for number, (_, _, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    total = min(MAX_ROWS, sum(len(one.table) for one in changes))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{total + 1}"
    sheet.append([_header(sheet, title) for title, _, _ in COLUMNS])
    written = 0
    for one in changes:
        for row in one.table.to_pylist():
            if written == MAX_ROWS:
                return written
            fill = _FILLS.get(row["change"])
            sheet.append([_text(sheet, row[name], fill) for _, name, _ in COLUMNS])
            written += 1
    return written


def _about(sheet: Any, changes: Sequence[Changes], written: int) -> None:
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 100
    rows: list[tuple[str, str]] = []
    for one in changes:
        counts = one.counts
        rows += [
            ("Older snapshot", f"{one.old}, {one.old_entries:,} entries"),
            ("Newer snapshot", f"{one.new}, {one.new_entries:,} entries"),
            *((f"Entries {change}", f"{number:,}") for change, number in counts.items()),
            *((f"  {what}", f"{number:,}") for what, number in one.kinds.items()),
            *(("Not compared", text) for text in one.left_out),
            *(("Note", text) for text in one.notes),
            ("", ""),
        ]
    total = sum(len(one.table) for one in changes)
    if written < total:
        rows.append(("Rows left out", f"{total - written:,}: the sheet is full; --parquet writes them all"))
    for row in rows:
        sheet.append([_text(sheet, cell, None) for cell in row])


def _header(sheet: Any, title: str) -> Any:
    cell = WriteOnlyCell(sheet, title)
    cell.font = Font(bold=True, color="FFFFFFFF")
    cell.fill = _HEADER_FILL
    return cell


def _text(sheet: Any, value: str | None, fill: PatternFill | None) -> Any:
    text = ILLEGAL_CHARACTERS_RE.sub("", value or "")
    if len(text) > MAX_CHARACTERS:
        text = text[: MAX_CHARACTERS - 1] + "…"
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # never a formula
    if text[:1] in "=+-@\t" and text:
        cell.quotePrefix = True
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if fill is not None:
        cell.fill = fill
    return cell
