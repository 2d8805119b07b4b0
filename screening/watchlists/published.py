"""When a copy of a list was published, as far as it says: a day, a month, or nothing."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

NOT_STATED: Final = "not stated"
_MONTH: Final = re.compile(r"@(\d{4})-(0[1-9]|1[0-2])-")


def month_of(snapshot_id: str) -> tuple[date, date] | None:
    """The first and last day of the month a snapshot's id names, where it names no day."""
    found = _MONTH.search(snapshot_id)
    if found is None or int(found[1]) < 1:
        return None
    year, month = int(found[1]), int(found[2])
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def published(list_date: date | None, snapshot_id: str) -> str:
    """The day for people, or the month (``2024-12``); empty where neither is known."""
    if list_date is not None:
        return list_date.isoformat()
    month = month_of(snapshot_id)
    return f"{month[0]:%Y-%m}" if month else ""
