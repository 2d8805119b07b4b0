"""Which column names the reporter and which the partner, where headings alone do not tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from screening.intake.statistics_places import trader
from screening.intake.statistics_roles import Layout, key
from screening.intake.statistics_words import word
from screening.intake.tables import Row

_EITHER: Final = frozenset({"country", "countryname", "countryid", "countrycode", "countryiso3code", "countryiso"})
"""Headings that name the partner where nobody else is named."""


def settle(result: Layout, below: Sequence[Row], *, reporter_said: bool) -> None:
    """Put the columns of countries on the right side.

    Of the same list in three languages the column of which most can be read goes first. One column called "country" is
    the partner where another, or nobody, is the reporter. Columns "exporter" and "importer" are exports of the one to
    the other.

    Args:
        result: The layout, changed in place.
        below: Rows below the header.
        reporter_said: Whether the user says who reports.
    """
    _exporters(result)
    columns = result.columns
    for role in ("partner", "reporter"):
        found = columns.get(role, [])
        if len(found) > 1:
            columns[role] = sorted(found, key=lambda index: -_readable(below, index))
    named = "partner" in columns or "partner_code" in columns
    either = {index for role in ("reporter", "reporter_code", "partner") for index in columns.get(role, ())}
    either = {index for index in either if key(result.header[index]) in _EITHER}
    for role in ("reporter", "reporter_code"):
        mine = [index for index in columns.get(role, ()) if index in either]
        beside = any(index in either for index in columns.get("partner", ()))
        if mine and len(mine) == len(columns[role]) and (not named or beside or reporter_said):
            moved = role.replace("reporter", "partner")
            columns[moved] = [*columns.get(moved, ()), *columns.pop(role)]


def _exporters(result: Layout) -> None:
    """Exporter and importer of each row, in columns of theirs."""
    sides = {word("side", heading): index for index, heading in enumerate(result.header) if heading}
    exporter, importer = sides.get("exporter"), sides.get("importer")
    if exporter is None or importer is None or "reporter" in result.columns or "reporter_code" in result.columns:
        return
    for role in ("partner", "partner_code"):
        left = [index for index in result.columns.pop(role, []) if index not in (exporter, importer)]
        if left:
            return
    result.columns |= {"reporter": [exporter], "partner": [importer]}
    result.say("flow", "export", f"headings {result.header[exporter]!r} and {result.header[importer]!r}")


def _readable(rows: Sequence[Row], index: int) -> int:
    return sum(1 for row in rows if index < len(row.cells) and trader(row.cells[index]) is not None)
