"""Seals: a keyed mark on a row of evidence that shows, when the row comes back, whether anything in it was changed.

A seal stands in the row it is about, so that it goes where the row goes: sorting, filtering and copying leave
it whole, and sorting one column without the others breaks it. It is text of the form
``1.store.run.revision.seen.mark.marks``: the store and run that wrote the row, the revision of the alert's
evidence, how many decisions on it the writer knew, one mark over everything, and a short mark for each cell,
which only serves to say which cell was changed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

_VERSION: Final = "1"
_PARTS: Final = 7
_PURPOSE: Final = b"screening: rows of a review sheet"
_MARK: Final = 16  # bytes of the mark over everything
_LETTERS: Final = 2  # of a cell's mark: 12 bits
_BETWEEN: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class Seal:
    """What a seal says of its row, once the row is known to be as it was written."""

    store_id: str
    run_id: str
    revision: str
    seen: int


class Sealer:
    """Makes and checks seals with one key.

    Args:
        key: The secret of the store; a key of its own is derived from it.
    """

    def __init__(self, key: bytes) -> None:
        self._key = hmac.digest(key, _PURPOSE, "sha256")

    def seal(self, what: Seal, alert_id: str, cells: Mapping[str, Any]) -> str:
        """The seal of a row.

        Args:
            what: What it is to say.
            alert_id: The alert the row is about.
            cells: Heading → value of every cell of evidence, in the order of the sheet.
        """
        head = [_VERSION, what.store_id, what.run_id, what.revision, str(what.seen)]
        return ".".join([*head, self._mark(head, alert_id, cells), self._marks(alert_id, cells)])

    def opened(self, text: str, alert_id: str, cells: Mapping[str, Any]) -> tuple[Seal | None, list[str]]:
        """What the seal of a row says, and the headings of the cells that are not what was sealed.

        Returns:
            The seal, None when it is no seal; and the headings. None with no headings: not a seal at all. A
            seal with no
            headings: the row is as it was written.
        """
        parts = text.strip().split(".")
        if len(parts) != _PARTS or parts[0] != _VERSION or not parts[4].isdecimal() or len(parts[4]) > 9:
            return None, []
        seal = Seal(parts[1], parts[2], parts[3], int(parts[4]))
        if hmac.compare_digest(parts[5].encode(), self._mark(parts[:5], alert_id, cells).encode()):
            return seal, []
        marks = self._marks(alert_id, cells)
        changed = [
            heading
            for at, heading in enumerate(cells)
            if parts[6][at * _LETTERS : (at + 1) * _LETTERS] != marks[at * _LETTERS : (at + 1) * _LETTERS]
        ]
        # all marks wrong: the row is not the one that was sealed, or sealed with another key
        return seal, changed if changed and len(changed) < len(cells) else ["Seal"]

    def _mark(self, head: list[str], alert_id: str, cells: Mapping[str, Any]) -> str:
        whole = [*head, alert_id, *(f"{name}\x1e{canonical(value)}" for name, value in cells.items())]
        data = _BETWEEN.join(whole).encode("utf-8", "surrogatepass")
        return _letters(hashlib.blake2b(data, key=self._key, digest_size=_MARK).digest())

    def _marks(self, alert_id: str, cells: Mapping[str, Any]) -> str:
        begun = hashlib.blake2b(alert_id.encode("utf-8", "surrogatepass"), key=self._key, digest_size=3)
        marks = []
        for name, value in cells.items():
            each = begun.copy()
            each.update(f"{_BETWEEN}{name}{_BETWEEN}{canonical(value)}".encode("utf-8", "surrogatepass"))
            marks.append(_letters(each.digest())[:_LETTERS])
        return "".join(marks)


def canonical(value: Any) -> str:
    """A cell's value as text that is the same whichever program saved the cell.

    Spaces and line ends are taken together, numbers rounded to six places, moments to the minute; a number or
    date that was turned into text, or text into a number, reads the same as long as nothing of it was lost.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        if value != value or value in (float("inf"), float("-inf")):
            return str(value)
        return f"{value:.6f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        moment = value.replace(tzinfo=None)
        if moment.year < 9999:  # the last half minute of time cannot be rounded up
            moment += timedelta(seconds=30)
        moment = moment.replace(second=0, microsecond=0)
        return moment.date().isoformat() if not (moment.hour or moment.minute) else moment.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value).replace("_x000D_", " ").split())


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")
