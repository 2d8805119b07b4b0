"""When a copy of a list was published, as far as it says: a day, a month, or nothing."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

NOT_STATED: Final = "not stated"
_MONTH: Final = re.compile(r"@(\d{4})-(0[1-9]|1[0-2])-(?!\d\d-)")


def month_of(snapshot_id: str) -> tuple[date, date] | None:
    """The first and last day of the month a snapshot's id names, where it names no day."""
    found = _MONTH.search(snapshot_id)
    if found is None or int(found[1]) < 1:
        return None
    year, month = int(found[1]), int(found[2])
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def effective(list_date: date | None, snapshot_id: str) -> date | None:
    """The day a copy is reckoned from: the last of the month where only that is known; None where nothing is."""
    if list_date is not None:
        return list_date
    month = month_of(snapshot_id)
    return month[1] if month else None


def day_or_month(list_date: date | None, snapshot_id: str) -> date | str:
    """`published` as the value of a cell: a date, or the month in words; empty where neither is known."""
    said = published(list_date, snapshot_id)
    return list_date if list_date is not None and said == list_date.isoformat() else said


def published(list_date: date | None, snapshot_id: str) -> str:
    """The day for people, or the month (``2024-12``) where its last day stands for it; empty where neither is known."""
    month = month_of(snapshot_id)
    if month and list_date in (None, month[1]):
        return f"{month[0]:%Y-%m}"
    return list_date.isoformat() if list_date is not None else ""
