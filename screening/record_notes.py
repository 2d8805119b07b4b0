"""How the notes on customs records begin in which their reader hands on what the red flags are to know.

``lists/words/record_notes.tsv``: a note is such a beginning, a space and the words of the cell, so that a reviewer can
read it and the flags can tell it: ``payment on open account: OA 60 days``.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from screening.reference import table

BETWEEN: Final = " - "
"""What stands between the countries of a route."""
NOT_UNDERSTOOD: Final = "' not understood"
"""How a note ends on a cell that could not be read: ``currency 'XXQ' not understood``."""
_ROLE: Final = "ROLE"
"""What stands in a beginning for the role of the party it is about."""


class NoteKind(NamedTuple):
    """One kind of such notes: how it begins, and which flags can be tested on a record that has one."""

    beginning: str
    tests: tuple[str, ...]


@cache
def note_kinds() -> dict[str, NoteKind]:
    """All kinds of such notes."""
    return {
        row["kind"]: NoteKind(row["beginning"], tuple(each.strip() for each in row["tests"].split(";")))
        for row in table("words/record_notes.tsv").rows
    }


def noted(kind: str, said: str, role: str = "") -> str:
    """A note of one kind."""
    return f"{beginning(kind, role)} {said}"


def beginning(kind: str, role: str = "") -> str:
    """How notes of one kind begin, about a party in this role."""
    return note_kinds()[kind].beginning.replace(_ROLE, role)


def testing(flag: str) -> list[str]:
    """The kinds of notes with which a flag can be tested."""
    return [kind for kind, of in note_kinds().items() if flag in of.tests]
