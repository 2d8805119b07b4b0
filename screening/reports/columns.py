"""What a sheet of the workbook is, declared column by column, and the sheets that every run has.

The sheets of alerts are in `alert_columns`, those of customs records in `trade_columns`, those of trade flows in
`flow_columns`. What writes a sheet and what reads it back use the same table. Headings are unique within a sheet, so
that a reader finds a column wherever a reviewer has moved it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

Kind = Literal[
    "text", "number", "score", "share", "date", "moment", "level", "agreement", "choice", "choice_date"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    Args:
        key: Name of the value in the rows.
        heading: What stands above it.
        width: In characters of the usual digit.
        kind: How the value is written and shown.
        band: The group it belongs to, which stands above the headings.
        fold: Whether it is detail that begins folded away.
        wrap: Whether long text runs over several lines.
        choices: Name of the list its drop-down offers; see `review_sheet.offers`.
        sealed: Whether it is evidence, which a reviewer reads and does not change.
        hint: What is shown beside a cell of it that a reviewer goes to.
    """

    key: str
    heading: str
    width: float
    kind: Kind = "text"
    band: str = ""
    fold: bool = False
    wrap: bool = False
    choices: str = ""
    sealed: bool = True
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet that is a table."""

    title: str
    columns: Sequence[Column]
    frozen: int = 1
    """Columns that stay when one scrolls to the right."""
    pages_wide: int = 1

    @property
    def has_bands(self) -> bool:
        """Whether a row of bands stands above the headings."""
        return any(column.band for column in self.columns)


def folded(sheet: Sheet, keys: Collection[str]) -> Sheet:
    """The sheet with those columns folded away as well."""
    columns = [replace(column, fold=True) if column.key in keys else column for column in sheet.columns]
    return replace(sheet, columns=columns)


SUBJECTS: Final = Sheet(
    "Subjects",
    [
        Column("name", "Name as found", 34, wrap=True),
        Column("alerts", "Alerts", 8, "number"),
        Column("priority", "Highest priority", 10, "level"),
        Column("schema", "Type", 13),
        Column("role", "Role", 12),
        Column("country", "Country", 10),
        Column("born", "Born/Incorporated", 13, "date"),
        Column("identifiers", "Identifiers", 28, wrap=True),
        Column("address", "Address", 30, wrap=True),
        Column("source", "Source", 30, wrap=True),
        Column("place", "Place", 34, wrap=True),
        Column("date", "Date", 11, "date"),
        Column("found_by", "Found by", 11),
        Column("subject_id", "Subject ID", 25),
    ],
)

LISTS: Final = Sheet(
    "Lists",
    [
        Column("screened", "Screened", 13, "level"),
        Column("list_id", "List", 22),
        Column("title", "Title", 46, wrap=True),
        Column("publisher", "Publisher", 34, wrap=True),
        Column("jurisdiction", "Jurisdiction", 11),
        Column("binds_us", "Binds us", 8),
        Column("list_date", "List date", 11, "date"),
        Column("entries", "Entries", 9, "number"),
        Column("names", "Names", 9, "number"),
        Column("alerts", "Alerts", 8, "number"),
        Column("format", "Format", 15),
        Column("sha256", "SHA-256", 36, wrap=True),
        Column("snapshot_id", "Snapshot", 40),
        Column("notes", "Notes", 60, wrap=True),
    ],
    frozen=2,
)

METHOD: Final = Sheet(
    "Method",
    [
        Column("topic", "Topic", 26, wrap=True),
        Column("item", "Item", 34, wrap=True),
        Column("text", "What it is, and why", 110, wrap=True),
    ],
)

REJECTED: Final = Sheet(
    "Rejected",
    [
        Column("file", "File", 50, wrap=True),
        Column("line", "Line", 9, "number"),
        Column("column", "Column", 20),
        Column("value", "Value", 50, wrap=True),
        Column("reason", "Reason", 70, wrap=True),
    ],
)

EXAMPLE: Final = "Example: must not be used for screening"
