"""Several columns that name whom to notify: ``Notify party``, ``2nd notify``, ``Also notify`` are all read.

A bill of lading has one consignee and as many to be notified as its shipper likes; none of them is the one that is
meant, so that each column is a party of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from screening.intake.customs_headings import NOTIFIED_TOO, Guess
from screening.intake.customs_phrases import words_of

_FIRST: Final = "notify"
_NAME: Final = f"{_FIRST}_name"


def all_notified(
    guessed: Sequence[tuple[int, str, Guess]],
    header: Sequence[str],
    mapped: Collection[str] = (),
    taken: Collection[int] = (),
) -> list[tuple[int, str, Guess]]:
    """The columns, those that name a second and further party to be notified each as a party of its own, with what
    other columns say of it.

    Args:
        guessed: The columns with the roles their headings give them.
        header: The headings.
        mapped: Roles that ``--map`` gave to other columns.
        taken: Those columns.
    """
    named = [index for index, role, guess in guessed if role == _NAME and not guess.version and index not in taken]
    parties = [party for party in (_FIRST, *NOTIFIED_TOO) if f"{party}_name" not in mapped]
    if len(named) + (_NAME in mapped) < 2 or not parties:
        return list(guessed)
    whose = dict(zip(named, [*parties, *parties[-1:] * len(named)], strict=False))
    return [(index, _of(index, role, header, whose), guess) for index, role, guess in guessed]


def _of(index: int, role: str, header: Sequence[str], whose: dict[int, str]) -> str:
    """The role of a column, of the party whose heading has most of its words; of several the one that stands before."""
    party, _, attribute = role.partition("_")
    if party != _FIRST:
        return role
    if index in whose:
        return f"{whose[index]}_{attribute}"
    mine = set(words_of(header[index]))

    def likeness(at: int) -> tuple[int, int, bool, int]:
        theirs = set(words_of(header[at]))
        return -len(mine & theirs), len(theirs - mine), at > index, abs(index - at)

    return f"{whose[min(whose, key=likeness)]}_{attribute}"


def spread(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """What was given with ``--map``, a second and further column of whom to notify as parties of their own."""
    left = iter(NOTIFIED_TOO)
    seen: set[tuple[str, str]] = set()
    found = []
    for role, column in pairs:
        again = role == _NAME and (role, column) not in seen and any(of == role for of, _ in seen)
        seen.add((role, column))
        found.append((f"{next(left, _FIRST)}_name" if again and not column.startswith("=") else role, column))
    return found
