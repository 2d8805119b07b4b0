"""Dates of stories, as feeds and pages write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from screening.intake.party_dates import whole_date

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def read_date(text: str | None) -> date | None:
    """The day of an RFC 822 date (RSS), an ISO 8601 date or time (Atom, HTML), or a date as people write it.

    That is ``31.12.2024``, ``5 марта 2024``, ``2024年3月5日`` and whatever else party tables may hold, where it is a
    whole day and its day and month can be told apart. The day is the one the text states, in the zone it is stated in;
    None where it states none.
    """
    if not text:
        return None
    text = text.strip()[:100]
    for pattern, order in ((_ISO, (1, 2, 3)), (_DOTTED, (3, 2, 1))):
        if found := pattern.match(text):
            year, month, day = (int(found.group(index)) for index in order)
            try:
                return date(year, month, day)
            except ValueError:
                return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    for form in ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return whole_date(text)
