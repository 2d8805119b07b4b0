"""Several columns that name one party: ``Notify party``, ``2nd notify``, ``Also notify`` are all read.

A bill of lading has one consignee and as many to be notified as its shipper likes; none of them is the one that is
meant, so that each column is a party of its own. So is a second declarant or bank; of other parties beside who buys and
who sells the first column is read.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from screening.intake.customs_headings import (
    ADVISING_BANK,
    ATTRIBUTES,
    BROKER,
    DOMESTIC,
    FOREIGN,
    NOTIFIED_TOO,
    PARTIES,
    PRINCIPAL,
    Guess,
)
from screening.intake.customs_phrases import words_of

if TYPE_CHECKING:
    from screening.intake.customs_layout import CustomsLayout, Source

_DECIDING: Final = frozenset({"exporter", "importer", DOMESTIC, FOREIGN})
"""Parties of which it must be known who is meant: who buys and who sells."""
_BESIDE: Final = {"declarant": (BROKER, PRINCIPAL), "bank": (ADVISING_BANK,)}
"""What a second and third column is that name one party and not which."""
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


def each_read(role: str, claiming: list[Source], result: CustomsLayout) -> list[Source]:
    """The first of several columns that claim a party's name, where nothing hangs on which of them is meant; the second
    is read as the party beside it, where there is such a one, with what stands behind it. All of them where who buys or
    sells must be told.

    Args:
        role: What they claim.
        claiming: The columns.
        result: The layout so far; changed in place.
    """
    party, _, attribute = role.rpartition("_")
    if attribute != "name" or PARTIES.get(party, party) in _DECIDING or party in _DECIDING:
        return claiming
    first, second, *_ = sorted(claiming, key=lambda each: each.index)
    free = next((each for each in _BESIDE.get(party, ()) if f"{each}_name" not in result.columns), "")
    if free:
        result.columns[f"{free}_name"] = [second]
    for each in ATTRIBUTES[1:]:
        found = result.columns.get(f"{party}_{each}", [])
        if behind := [column for column in found if 0 <= first.index < second.index < column.index]:
            found[:] = [column for column in found if column not in behind]
            if not found:
                del result.columns[f"{party}_{each}"]
            if free:
                result.columns.setdefault(f"{free}_{each}", []).extend(behind)
    read = "both are read" if free else f"{first.heading!r} is read"
    result.notes.append(f"columns {first.heading!r} and {second.heading!r} both name the {party}: {read}")
    return [first]
