"""Several tables below each other in one sheet: exports, then imports under a title and a header of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from screening.intake.statistics_roles import Layout, key
from screening.intake.statistics_stacked import is_figure
from screening.intake.statistics_titles import from_label, from_title
from screening.intake.tables import BadRow, Delimited, Row, TextTable

_LARGEST: Final = 5 * 1024**2
"""Bytes of a file in which further tables are looked for; data dumps have none."""
_TWO: Final = 2
INHERITED: Final = ("reporter", "partner", "currency", "scale", "edition", "code")
"""What a title over the first table says of those below it as well, where theirs do not."""


def sections(table: TextTable, told: Layout) -> list[TextTable]:
    """The table cut above each title that has a header like the first one below it; the table alone where none has.

    A header that is only repeated (at the top of a page) begins nothing new.

    Args:
        table: The table.
        told: The layout of its beginning.
    """
    path = table.origin.path if isinstance(table.origin, Delimited) else getattr(table.lines, "path", None)
    if isinstance(table.origin, Path) or (isinstance(path, Path) and path.stat().st_size > _LARGEST):
        return [table]
    first = next((key(heading) for heading in told.header if heading), "")
    starts: list[int] = []
    titles: list[Row] = []
    for row in table.lines():
        if isinstance(row, BadRow) or row.number <= told.header_row:
            continue
        texts = {cell for cell in row.cells if cell}
        if not texts:
            continue
        if len(texts) == 1 and not is_figure(next(iter(texts))):
            titles.append(row)
            continue
        lead = next((cell for cell in row.cells if cell), "")
        heads = len(texts) > _TWO and not any(map(is_figure, row.cells)) and first and first.startswith(key(lead))
        if titles and heads and key(lead) and _says(titles):
            starts.append(titles[0].number)
        titles = []
    if not starts:
        return [table]
    bounds = [(0, starts[0]), *zip(starts, [*starts[1:], 1 << 60], strict=True)]
    return [_part(table, low, high) for low, high in bounds]


def _says(titles: Sequence[Row]) -> bool:
    """Whether the lines between two tables say a flow, currency, scale or reporter."""
    told = Layout([], 0)
    for row in titles:
        texts = [cell for cell in row.cells if cell][:1]
        from_label(told, texts)
        from_title(told, texts[0])
    return bool(told.said)


def _part(table: TextTable, low: int, high: int) -> TextTable:
    """The rows from one number up to another."""

    def lines() -> Iterator[Row | BadRow]:
        return (row for row in table.lines() if low <= row.number < high)

    return replace(table, lines=lines, origin=None, notes=[], ragged=True)


def inherit(told: Layout, first: Layout) -> None:
    """Take from the first table what only its titles say."""
    for role in INHERITED:
        if role in first.said and role not in first.columns:
            told.say(role, first.said[role], first.how[role])
